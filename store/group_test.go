package store_test

import (
	"context"
	"fmt"
	"runtime"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/store"
)

// spoilt is an action that writes and then fails, or does worse.
type spoilt struct {
	n     int
	panic bool
}

func (spoilt) Name() string { return "act-spoilt" }

func (a spoilt) Do(d *model.Doing) error {
	if err := (desk.AddRequest{Request: desk.Request{Summary: "mislukt"}}).Do(d); err != nil {
		return err
	}
	if a.panic {
		panic("a fault in an action")
	}
	return fault.New(fault.Invalid, "spoilt", "n", a.n)
}

// counted is an action that takes a number and then fails.
type counted struct{ site journal.ID }

func (counted) Name() string { return "act-counted" }

func (a counted) Do(d *model.Doing) error {
	if _, err := d.NextNumber(a.site); err != nil {
		return err
	}
	return fault.New(fault.Invalid, "counted")
}

// TestManyWriteAtOnce: each of many writers, some of whom fail before or after having written, gets an own answer, and
// nothing stays of what failed, not even a number.
func TestManyWriteAtOnce(t *testing.T) {
	_, s, session := founded(t)
	news, stop := s.Watch()
	seen := make(chan bool)
	go func() {
		some := false
		for n := range news {
			some = some || n.Kinds[desk.KindRequest]
		}
		seen <- some
	}()
	gone, cancel := context.WithCancel(t.Context())
	cancel()
	var mu sync.Mutex
	kept := map[string]string{} // number → summary
	var writers sync.WaitGroup
	for w := range 16 {
		writers.Go(func() {
			for i := range 12 {
				switch summary := fmt.Sprintf("schrijver %d vraag %d", w, i); (w + i) % 6 {
				case 0:
					_, err := session.Do(t.Context(), spoilt{n: w*100 + i})
					wanted(t, err, fault.Invalid, fmt.Sprintf("spoilt n=%d", w*100+i))
				case 1:
					_, err := session.Do(t.Context(), desk.AddRequest{})
					wanted(t, err, fault.Invalid, "missing field=summary")
				case 2:
					_, err := session.Do(t.Context(), counted{session.Site()})
					wanted(t, err, fault.Invalid, "counted")
				case 3:
					_, err := session.Do(gone, desk.AddRequest{Request: desk.Request{Summary: "te laat"}})
					if err == nil {
						t.Error("a writer who left has written")
					}
				default:
					r, err := session.Do(t.Context(), desk.AddRequest{Request: desk.Request{Summary: summary}})
					if err != nil {
						t.Error(err)
						return
					}
					mu.Lock()
					kept[r.Number] = summary
					mu.Unlock()
				}
				if w == 3 && i == 5 {
					_, err := session.Do(t.Context(), spoilt{panic: true})
					wanted(t, err, fault.Damaged, "store-damaged")
				}
			}
		})
	}
	writers.Wait()
	stop()
	if !<-seen {
		t.Error("no news of any request")
	}
	p, err := desk.ReadPage(t.Context(), session, desk.PageQuery{View: desk.ViewAll})
	must(t, err)
	if len(p.Rows) != len(kept)+3 {
		t.Errorf("%d requests, %d were kept", len(p.Rows), len(kept)+3)
	}
	for _, r := range p.Rows {
		if want, ok := kept[r.Number]; ok && r.Summary != want {
			t.Errorf("%s says %q, not %q", r.Number, r.Summary, want)
		}
	}
	for n := range len(p.Rows) {
		number := fmt.Sprintf("ZW-%04d", n+1)
		if !slices.ContainsFunc(p.Rows, func(r desk.RequestRow) bool { return r.Number == number }) {
			t.Errorf("no request has number %s: something that failed took it", number)
		}
	}
	sound(t, s)
}

// TestDraftsShareCommits: drafts and settings that come while a commit is under way share the next one, with an action among
// them, and each is there.
func TestDraftsShareCommits(t *testing.T) {
	_, s, session := founded(t)
	must(t, session.SaveDraft(t.Context(), model.Draft{Key: "sent", Text: "weg"}))
	before, err := s.Commits()
	must(t, err)
	started, release := make(chan struct{}), make(chan struct{})
	var writers sync.WaitGroup
	writers.Go(func() {
		if err := s.Write(t.Context(), func(model.WriteTx) error {
			close(started)
			<-release
			return nil
		}); err != nil {
			t.Error(err)
		}
	})
	<-started
	for i := range 8 {
		writers.Go(func() {
			if err := session.SaveDraft(t.Context(), model.Draft{Key: fmt.Sprint("memo/", i), Text: fmt.Sprint("half ", i)}); err != nil {
				t.Error(err)
			}
		})
	}
	writers.Go(func() {
		if err := session.DropDraft(t.Context(), "sent"); err != nil {
			t.Error(err)
		}
	})
	writers.Go(func() {
		if err := session.SetSetting(t.Context(), "lang", "en"); err != nil {
			t.Error(err)
		}
	})
	writers.Go(func() {
		if _, err := session.Do(t.Context(), desk.AddRequest{Request: desk.Request{Summary: "erbij"}}); err != nil {
			t.Error(err)
		}
	})
	for late := time.Now().Add(time.Minute); s.Queued() < 11 && time.Now().Before(late); {
		runtime.Gosched()
	}
	close(release)
	writers.Wait()
	after, err := s.Commits()
	must(t, err)
	if after-before > 2+1 { // the words of the request are folded in by themselves
		t.Errorf("%d commits for one writer and eleven who waited", after-before)
	}
	drafts, err := session.Drafts(t.Context())
	must(t, err)
	if len(drafts) != 8 {
		t.Errorf("%d drafts, want 8", len(drafts))
	}
	if lang, err := session.Setting(t.Context(), "lang"); err != nil || lang != "en" {
		t.Errorf("the setting is %q: %v", lang, err)
	}
}

func wanted(t *testing.T, err error, kind fault.Kind, says string) {
	t.Helper()
	if err == nil || fault.KindOf(err) != kind || !strings.HasPrefix(err.Error(), says) {
		t.Errorf("wanted %s of kind %d, got %v", says, kind, err)
	}
}

// TestRefusedBatchLeavesNothing: of changes from elsewhere among which one is malformed none stays, not even in waiting.
func TestRefusedBatchLeavesNothing(t *testing.T) {
	_, from, session := founded(t)
	_, err := session.Do(t.Context(), desk.AddRequest{Request: desk.Request{Summary: "vraag"}})
	must(t, err)
	_, to, _ := founded(t)
	before, err := to.Entries(t.Context())
	must(t, err)
	heads, err := from.Heads(t.Context())
	must(t, err)
	for stream := range heads {
		part, err := from.Since(t.Context(), stream, 0, 0)
		must(t, err)
		bad := store.Sealed{Stream: stream, Seq: 9, Bytes: []byte{0x84, 0x40, 0x40, 0x40, 0x40}}
		for _, batch := range [][]store.Sealed{{part[len(part)-1], bad}, append(slices.Clone(part), bad)} {
			if err := to.Receive(t.Context(), batch); err == nil {
				t.Fatal("a malformed change is taken in")
			}
		}
	}
	waiting, err := to.Pending(t.Context())
	must(t, err)
	after, err := to.Entries(t.Context())
	must(t, err)
	if waiting > 0 || len(after) != len(before) {
		t.Fatalf("%d changes wait, %d entries are new", waiting, len(after)-len(before))
	}
}

// TestReadersSeeWholeCommits: whoever reads while others write sees every action whole or not at all.
func TestReadersSeeWholeCommits(t *testing.T) {
	_, s, session := founded(t)
	done := make(chan struct{})
	var readers sync.WaitGroup
	for range 3 {
		readers.Go(func() {
			for {
				select {
				case <-done:
					return
				default:
				}
				p, err := desk.ReadPage(t.Context(), session, desk.PageQuery{View: desk.ViewClosed})
				if err != nil {
					t.Error(err)
					return
				}
				for _, r := range p.Rows {
					if r.Minutes != 7 {
						t.Errorf("%s is closed and has %d minutes", r.Number, r.Minutes)
					}
				}
			}
		})
	}
	for i := range 30 {
		id, err := journal.NewID(time.Now().UnixMilli(), strings.NewReader(fmt.Sprintf("%010d", i)))
		must(t, err)
		_, err = session.Do(t.Context(), desk.AddRequest{Request: desk.Request{ID: id, Summary: "kort"}},
			desk.CloseRequest{ID: id, Outcome: "referred", Minutes: 7})
		must(t, err)
		if i%10 == 5 {
			must(t, s.Compact(t.Context()))
		}
	}
	close(done)
	readers.Wait()
	sound(t, s)
}
