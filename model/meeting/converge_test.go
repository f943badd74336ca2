package meeting_test

import (
	"context"
	"fmt"
	"math/rand"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"leerbalie/model"
	"leerbalie/model/conflict"
	"leerbalie/model/fault"
	"leerbalie/model/free"
	"leerbalie/model/journal"
	"leerbalie/model/ledger"
	"leerbalie/model/meeting"
)

// TestThreeCopiesAgree: whatever three copies plan, move, cancel, answer, note and take back apart from each other, in whatever order their changes
// arrive, all of them read the same in the end, and what is kept ready says what a new session reads.
func TestThreeCopiesAgree(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		ctx := context.Background()
		h := open(t, 3)
		h.clock = day("2027-05-20")
		must := func(err error) {
			if err != nil {
				rt.Helper()
				rt.Fatal(err)
			}
		}
		enter := func(i int, who journal.ID) *model.Session {
			s, err := model.Enter(ctx, h.stores[i], who)
			must(err)
			return s
		}
		who := []journal.ID{h.sam, h.pro, h.ali, h.bo}
		var sessions [3][]*model.Session
		for i := range sessions {
			for _, id := range who {
				sessions[i] = append(sessions[i], enter(i, id))
			}
		}
		said := func(s *model.Session) (out string) {
			r, err := meeting.Read(ctx, s, meeting.Query{From: day("2027-02-01"), To: day("2027-07-31")})
			must(err)
			for i := range r.Rows {
				m := &r.Rows[i]
				out += fmt.Sprintln(m.ID, m.Day.Format("0102"), m.Start, m.Place, m.Cancelled, m.Why, m.Version, m.Changed.UnixMilli(), r.Names(m.There(r.People)), r.Names(m.Replied(&r, meeting.Yes)), r.Names(m.Replied(&r, meeting.No)), len(m.Hints))
			}
			all, err := conflict.Read(ctx, s)
			must(err)
			slices.SortFunc(all, func(a, b conflict.Conflict) int { return strings.Compare(a.ID, b.ID) })
			for _, c := range all {
				out += fmt.Sprintln(c.ID, c.Field, c.Title, len(c.Values))
			}
			return out
		}
		for step := range rapid.IntRange(5, 25).Draw(rt, "steps") {
			i := rapid.IntRange(0, 2).Draw(rt, "copy")
			n := rapid.IntRange(0, len(who)-1).Draw(rt, "who")
			s := sessions[i][n]
			r, err := meeting.Read(ctx, s, meeting.Query{From: day("2027-02-01"), To: day("2027-07-31")})
			must(err)
			var m meeting.Meeting
			if len(r.Rows) > 0 {
				m = r.Rows[rapid.IntRange(0, len(r.Rows)-1).Draw(rt, "meeting")].Meeting
			}
			reach := rapid.SampledFrom(meeting.Reaches()).Draw(rt, "reach")
			var a model.Action
			switch what := rapid.IntRange(0, 8).Draw(rt, "what"); {
			case m.ID.IsZero() || what == 0:
				series := fridays(h)
				series.Leaders, series.To = [][]journal.ID{{h.ali}, {h.pro}}, day("2027-03-25")
				a = meeting.Plan{Series: series}
			case what == 1:
				a = meeting.Move{ID: m.ID, Day: m.Day.AddDate(0, 0, rapid.IntRange(-2, 2).Draw(rt, "days")), Start: 540 + 30*step, Reach: reach}
			case what == 2:
				a = meeting.Cancel{ID: m.ID, Why: fmt.Sprint("reden ", step), Reach: reach, Back: m.Cancelled}
			case what == 3:
				a = meeting.Answer{ID: m.ID, Reply: rapid.SampledFrom(append(meeting.Replies(), "")).Draw(rt, "reply")}
			case what == 4:
				a = meeting.Answer{ID: m.ID, Person: h.bo, Reply: rapid.SampledFrom(meeting.Replies()).Draw(rt, "reply")}
			case what == 5:
				a = meeting.Attend{ID: m.ID, People: []journal.ID{h.ali, h.bo, h.pro}, State: rapid.SampledFrom(append(ledger.States(), "")).Draw(rt, "state")}
			case what == 6:
				m.Place = fmt.Sprint("zaal ", step)
				a = meeting.Edit{Meeting: m, Reach: reach}
			case what == 7:
				a = free.Add{Days: free.Stretch{Name: "vrij", From: m.Day}}
			}
			if a == nil {
				if _, err := s.Undo(ctx); err != nil && fault.KindOf(err) == fault.Internal {
					rt.Fatal(err)
				}
			} else if _, err := s.Do(ctx, a); err != nil && fault.KindOf(err) == fault.Internal {
				rt.Fatal(err)
			}
			if rapid.Bool().Draw(rt, "sends") {
				log := h.stores[i].Journal()
				rand.New(rand.NewSource(int64(step))).Shuffle(len(log), func(a, b int) { log[a], log[b] = log[b], log[a] })
				must(h.stores[(i+1)%3].Receive(log[:rapid.IntRange(0, len(log)).Draw(rt, "part")]))
			}
			if kept, anew := said(sessions[i][0]), said(enter(i, h.sam)); kept != anew {
				rt.Fatalf("what is kept ready says\n%s\nand a new session reads\n%s", kept, anew)
			}
		}
		for range 2 {
			for i := range h.stores {
				must(h.stores[(i+1)%3].Receive(h.stores[i].Journal()))
			}
		}
		first := said(sessions[0][0])
		for i := 1; i < 3; i++ {
			if other := said(sessions[i][0]); other != first {
				rt.Fatalf("one copy reads\n%s\nand another\n%s", first, other)
			}
		}
	})
}

// TestMovedAndAnsweredApart: what two people wrote apart is shown and settled: the day of a meeting by whoever may alter it, an answer by the
// person as well. A meeting that one moved and another cancelled is both, and no conflict.
func TestMovedAndAnsweredApart(t *testing.T) {
	h := open(t, 2)
	sam := h.as(t, 0, h.sam)
	of := h.do(t, sam, meeting.Add{Meeting: meeting.Meeting{Title: "Taal", Day: day("2027-04-01"), Start: 600, Minutes: 60, Leaders: []journal.ID{h.ali}}})
	trade := func() {
		t.Helper()
		for i := range h.stores {
			if err := h.stores[1-i].Receive(h.stores[i].Journal()); err != nil {
				t.Fatal(err)
			}
		}
	}
	trade()
	there := h.as(t, 1, h.sam)
	h.do(t, sam, meeting.Move{ID: of, Day: day("2027-04-02"), Start: -1})
	h.do(t, there, meeting.Move{ID: of, Day: day("2027-04-05"), Start: -1})
	h.do(t, there, meeting.Cancel{ID: of, Why: "ziek"})
	h.do(t, sam, meeting.Answer{ID: of, Person: h.bo, Reply: meeting.Yes})
	trade()
	h.do(t, sam, meeting.Cancel{ID: of, Back: true})
	trade()
	h.do(t, sam, meeting.Answer{ID: of, Person: h.bo, Reply: meeting.No})
	h.do(t, there, meeting.Answer{ID: of, Person: h.bo, Reply: meeting.Maybe})
	trade()
	clashes := func(s *model.Session) (out []conflict.Conflict) {
		t.Helper()
		out, err := conflict.ReadOf(t.Context(), s, meeting.KindMeeting, of)
		if err != nil {
			t.Fatal(err)
		}
		slices.SortFunc(out, func(a, b conflict.Conflict) int { return strings.Compare(a.Field, b.Field) })
		return out
	}
	all := clashes(sam)
	if len(all) != 2 || all[0].Field != "answer" || all[1].Field != "day" || all[0].Title != "Taal" || len(all[1].Values) != 2 {
		t.Fatalf("%+v", all)
	}
	bo, ali := h.as(t, 0, h.bo), h.as(t, 0, h.ali)
	if at := clashes(bo); !at[0].Settle || at[1].Settle {
		t.Errorf("Bo may settle the own answer, and no day: %v %v", at[0].Settle, at[1].Settle)
	}
	h.do(t, bo, conflict.Settle{Kind: meeting.KindMeeting, Entity: of, ID: all[0].ID, Take: all[0].Values[1].Stamp})
	h.do(t, ali, conflict.Settle{Kind: meeting.KindMeeting, Entity: of, ID: all[1].ID, Take: all[1].Values[0].Stamp})
	trade()
	if left := clashes(h.as(t, 1, h.sam)); len(left) != 0 {
		t.Errorf("%+v", left)
	}
	if r := h.read(t, there); r.Rows[0].Cancelled || len(r.Rows[0].Answers) != 1 {
		t.Errorf("%+v", r.Rows[0].Meeting)
	}
}
