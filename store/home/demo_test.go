package home_test

import (
	"path/filepath"
	"testing"
	"time"

	"leerbalie/model/desk"
	"leerbalie/model/fault"
	"leerbalie/store/home"
)

// TestADemoToKeep: the made-up neighbourhood is in the file, whole, for whoever opens it afterwards, with a recovery phrase of its own;
// where there is a file already nothing is done to it.
func TestADemoToKeep(t *testing.T) {
	h := home.Home{State: t.TempDir()}
	path := filepath.Join(t.TempDir(), "demo.db")
	at, words, err := h.CreateDemo(t.Context(), path)
	if err != nil || at != path || words == "" {
		t.Fatal(at, words, err)
	}
	s, session, err := h.Door(path, "", nil).Open(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	c, err := desk.ReadCounts(t.Context(), session)
	if err != nil || c.Waiting == 0 || c.Closed < 500 {
		t.Fatalf("%+v %v", c, err)
	}
	if page, err := desk.ReadPage(t.Context(), session, desk.PageQuery{View: desk.ViewWaiting, Limit: 1}); err != nil || time.Since(page.Rows[0].Created) > 30*24*time.Hour {
		t.Errorf("what waits came in at %v, %v", page.Rows[0].Created, err)
	}
	if _, _, err := h.CreateDemo(t.Context(), path); fault.KindOf(err) != fault.Conflict {
		t.Errorf("made over what is there: %v", err)
	}
}
