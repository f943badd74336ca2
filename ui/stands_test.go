package ui_test

import (
	"testing"
	"time"

	"leerbalie/model/fault"
	"leerbalie/ui/screen"
	"leerbalie/ui/uitest"
)

// A file that is moved or removed under the app is said at the next minute, without a write, and again each minute; when it is back
// that is said as well, and what was half typed is kept.
func TestTheMarkFollowsTheFile(t *testing.T) {
	var gone error
	d := uitest.Open(t, uitest.Options{Lang: "en", Fill: true, With: func(e *screen.Env) {
		e.Files = &screen.LocalFiles{Home: "/home/sam", Stands: func() error { return gone }}
	}})
	d.Pass(time.Minute)
	d.Shows("all saved")
	d.Hides("The file is back")
	gone = fault.New(fault.ReadOnly, "store-gone", "path", "/home/sam/x.db")
	for range 2 {
		d.Pass(time.Minute)
		d.Shows("NOT saved", "File gone or replaced: nothing is being saved. Make a copy: B")
	}
	d.Pass(10 * time.Second)
	d.Shows("NOT saved")
	d.Hides("File gone", "all saved")
	gone = nil
	d.Pass(50 * time.Second)
	d.Shows("all saved", "The file is back. Changes are saved again.")
}

// A look at the file is no word on another fault of the disk.
func TestAFullDiskStaysUnsaved(t *testing.T) {
	d := uitest.Open(t, uitest.Options{Lang: "en", Fill: true, With: func(e *screen.Env) {
		e.Files = &screen.LocalFiles{Home: "/home/sam", Stands: func() error { return nil }}
	}})
	d.Send(screen.Saved{Err: fault.New(fault.Full, "disk-full")})
	d.Pass(time.Minute)
	d.Shows("NOT saved")
}
