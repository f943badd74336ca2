package directory_test

import (
	"context"
	"fmt"
	"math/rand"
	"testing"
	"time"

	"pgregory.net/rapid"

	"leerbalie/model"
	"leerbalie/model/directory"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/model/memory"
)

// TestThreeCopiesAgree: whatever three copies add, bring in, alter, note, assure, retire and take back apart from each other, in whatever
// order their changes arrive, all of them read the same in the end, and what is kept ready says what a new session reads.
func TestThreeCopiesAgree(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		ctx := context.Background()
		var stores [3]*memory.Store
		var sessions [3]*model.Session
		must := func(err error) {
			if err != nil {
				t.Helper()
				t.Fatal(err)
			}
		}
		clock := time.Date(2026, 3, 2, 9, 0, 0, 0, time.UTC)
		for i := range stores {
			stores[i] = memory.New(memory.Options{Replica: journal.Replica{byte(i + 1)}, Tag: fmt.Sprintf("K%d", i+2), Random: rand.New(rand.NewSource(int64(i))),
				Now: func() time.Time { clock = clock.Add(time.Second); return clock }})
		}
		me, err := model.Found(ctx, stores[0], model.Founding{Site: "Zuidwest", Code: "ZW", Me: "Sam"})
		must(err)
		for i := range stores {
			if i > 0 {
				must(stores[i].Receive(stores[0].Journal()))
			}
			sessions[i], err = model.Enter(ctx, stores[i], me)
			must(err)
		}
		said := func(s *model.Session) string {
			all, err := directory.ReadAll(ctx, s)
			must(err)
			hits, err := directory.Find(ctx, s, directory.Query{Text: "hulp", Retired: true, Now: clock})
			must(err)
			out := ""
			for _, s := range all.Services {
				out += fmt.Sprintln(s.ID, s.Name, s.Fees, s.Retired != nil, s.Assured.At.UnixMilli(), s.Updated.UnixMilli(), s.Organization)
				for _, n := range s.Notes {
					out += fmt.Sprintln(" ", n.Text, n.At.UnixMilli())
				}
			}
			for _, o := range all.Organizations {
				out += fmt.Sprintln(o.ID, o.Name, o.Retired != nil)
			}
			for _, h := range hits {
				out += fmt.Sprintln(h.Service.ID, h.Organization.Name, h.Retired)
			}
			return out
		}
		for step := range rapid.IntRange(5, 25).Draw(t, "steps") {
			i := rapid.IntRange(0, 2).Draw(t, "copy")
			s := sessions[i]
			all, err := directory.ReadAll(ctx, s)
			must(err)
			var service directory.Service
			if n := len(all.Services); n > 0 {
				service = all.Services[rapid.IntRange(0, n-1).Draw(t, "service")]
			}
			var a model.Action
			word := fmt.Sprint("Hulp ", step)
			switch what := rapid.IntRange(0, 9).Draw(t, "what"); {
			case what == 0 || service.ID.IsZero() && what > 1:
				a = directory.Offer{Service: directory.Service{Entry: directory.Entry{Name: word}}, By: rapid.SampledFrom([]string{"Gemeente", "Stichting"}).Draw(t, "by")}
			case what == 1:
				a = directory.PutService{Service: directory.Service{Entry: directory.Entry{Name: word, Source: rapid.SampledFrom([]string{"a", "b"}).Draw(t, "source")}}}
			case what == 2:
				service.Name = word
				a = directory.EditService{Service: service}
			case what == 3:
				service.Fees = word
				a = directory.EditService{Service: service}
			case what == 4:
				a = directory.Note{ID: service.ID, Text: word}
			case what == 5:
				a = directory.Assure{ID: service.ID}
			case what == 6:
				a = directory.Retire{ID: service.ID, Why: word}
			case what == 7:
				a = directory.Back{ID: service.ID}
			case what == 8 && !service.Organization.IsZero():
				a = directory.Retire{ID: service.Organization, Why: word}
			}
			if a == nil {
				if _, err := s.Undo(ctx); err != nil && fault.KindOf(err) == fault.Internal {
					t.Fatal(err)
				}
			} else if _, err := s.Do(ctx, a); err != nil && fault.KindOf(err) == fault.Internal {
				t.Fatal(err)
			}
			if rapid.Bool().Draw(t, "sends") {
				log := stores[i].Journal()
				rand.New(rand.NewSource(int64(step))).Shuffle(len(log), func(a, b int) { log[a], log[b] = log[b], log[a] })
				must(stores[(i+1)%3].Receive(log[:rapid.IntRange(0, len(log)).Draw(t, "part")]))
			}
			fresh, err := model.Enter(ctx, stores[i], me)
			must(err)
			if kept, anew := said(s), said(fresh); kept != anew {
				t.Fatalf("what is kept ready says\n%s\nand a new session reads\n%s", kept, anew)
			}
		}
		for range 2 {
			for i := range stores {
				must(stores[(i+1)%3].Receive(stores[i].Journal()))
			}
		}
		first := said(sessions[0])
		for _, s := range sessions[1:] {
			if other := said(s); other != first {
				t.Fatalf("one copy reads\n%s\nand another\n%s", first, other)
			}
		}
	})
}
