package ui_test

import (
	"context"
	"crypto/rand"
	"strings"
	"testing"
	"time"

	"leerbalie/model"
	"leerbalie/model/journal"
	"leerbalie/model/memory"
	"leerbalie/ui"
	"leerbalie/ui/screen"
)

// unhurried is a store whose settings take as long to be on disk as somebody likes.
type unhurried struct {
	model.Backend
	asked, done chan struct{}
	breaks      bool
	written     bool
}

func (u *unhurried) SetSetting(ctx context.Context, name, value string) error {
	if !strings.Contains(name, "left") {
		return u.Backend.SetSetting(ctx, name, value)
	}
	close(u.asked)
	<-u.done
	if u.breaks {
		panic("the disk is gone")
	}
	u.written = true
	return u.Backend.SetSetting(ctx, name, value)
}

// TestTheTerminalDoesNotWaitForTheDisk: who leaves has their terminal back while it is written down, and the session ends when that is done.
func TestTheTerminalDoesNotWaitForTheDisk(t *testing.T) {
	for _, breaks := range []bool{false, true} {
		store := memory.New(memory.Options{Replica: journal.Replica{7}, Tag: "K7", Now: time.Now, Random: rand.Reader})
		me, err := model.Found(t.Context(), store, model.Founding{Site: "Servicepunt Zuidwest", Code: "ZW", Me: "Samira Bouali"})
		if err != nil {
			t.Fatal(err)
		}
		disk := &unhurried{Backend: store, asked: make(chan struct{}), done: make(chan struct{}), breaks: breaks}
		session, err := model.Enter(t.Context(), disk, me)
		if err != nil {
			t.Fatal(err)
		}
		r := serve(t, screen.Size{Width: 80, Height: 24}, ui.Options{Session: session, Now: time.Now, Locale: "en_GB.UTF-8"})
		r.shows("Queue")
		r.press("q")
		<-disk.asked
		r.draws("\x1b[?1049l")
		select {
		case err := <-r.ended:
			t.Fatalf("the session ended before it was on disk: %v", err)
		default:
		}
		close(disk.done)
		if err := r.ends(); (err != nil) != breaks || disk.written == breaks {
			t.Errorf("it breaks %v: %v, and is written %v", breaks, err, disk.written)
		}
	}
}

// draws waits until something was written on the terminal.
func (r *remote) draws(code string) {
	r.t.Helper()
	late := time.After(longest)
	for {
		_, news := r.screen()
		if strings.Contains(r.drawn(), code) {
			return
		}
		select {
		case <-news:
		case <-late:
			r.t.Fatalf("%q is not drawn", code)
		}
	}
}
