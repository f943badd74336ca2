package course_test

import (
	"fmt"
	"testing"

	"pgregory.net/rapid"

	"leerbalie/model"
	"leerbalie/model/course"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/model/ledger"
)

// TestThreeCopiesAgree: whatever three copies plan, move, note and take back apart from each other, all read the same in the end.
func TestThreeCopiesAgree(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		h := open(t, 3, 3)
		c := h.carousel(t)
		for _, o := range h.stores[1:] {
			if err := o.Receive(h.stores[0].Journal()); err != nil {
				rt.Fatal(err)
			}
		}
		sessions := map[[2]int]*model.Session{}
		who := []journal.ID{h.boss, h.guest}
		for range rapid.IntRange(1, 20).Draw(rt, "steps") {
			i, w := rapid.IntRange(0, 2).Draw(rt, "copy"), rapid.IntRange(0, 1).Draw(rt, "who")
			s := sessions[[2]int{i, w}]
			if s == nil {
				s = h.as(t, i, who[w])
				sessions[[2]int{i, w}] = s
			}
			v, err := course.Read(rt.Context(), s, c.ID)
			if err != nil {
				rt.Fatal(err)
			}
			day, student := rapid.SampledFrom(v.Dates).Draw(rt, "day"), rapid.SampledFrom(h.students).Draw(rt, "student")
			switch rapid.IntRange(0, 7).Draw(rt, "step") {
			case 0, 1:
				_, err = s.Do(rt.Context(), course.NotePresence{Course: c.ID, Day: day, Marks: []course.Mark{{Student: student, State: rapid.SampledFrom(append(ledger.States(), "")).Draw(rt, "state")}}})
			case 2:
				_, err = s.Do(rt.Context(), course.NoteResults{Course: c.ID, Test: "toets", Given: []course.Given{{Student: student, Level: rapid.SampledFrom([]string{"goed", "voldoende", ""}).Draw(rt, "level")}}})
			case 3:
				_, err = s.Do(rt.Context(), course.Move{ID: c.ID, From: day, To: day.AddDate(0, 0, rapid.IntRange(1, 3).Draw(rt, "by"))})
			case 4:
				_, err = s.Do(rt.Context(), course.Cancel{ID: c.ID, Day: day, Off: v.Off(day)})
			case 5:
				_, err = s.Do(rt.Context(), course.MakeEvidence{Course: c.ID})
			case 6:
				_, err = s.Undo(rt.Context())
			case 7:
				err = h.stores[i].Receive(h.stores[(i+1)%3].Journal())
			}
			if k := fault.KindOf(err); err != nil && k != fault.Conflict && k != fault.NotFound && k != fault.Invalid {
				rt.Fatal(err)
			}
		}
		for range 2 {
			for i := range h.stores {
				for j := range h.stores {
					if err := h.stores[i].Receive(h.stores[j].Journal()); err != nil {
						rt.Fatal(err)
					}
				}
			}
		}
		said := func(i int) string {
			v := h.view(t, i, h.boss, c.ID)
			out := fmt.Sprint(v.Dates, v.Cancelled)
			for _, p := range v.People {
				out += fmt.Sprintln(p.Student.Name, h.evidence(t, i, p.Student.ID))
				for _, was := range p.Presences {
					out += fmt.Sprintln(was.Day.Unix(), was.State, was.Minutes, was.By)
				}
				for _, r := range p.Results {
					out += fmt.Sprintln(r.Level, r.By)
				}
			}
			return out
		}
		first := said(0)
		for i := range h.stores {
			if got := said(i); got != first {
				rt.Fatalf("copy %d:\n%s\nwant\n%s", i, got, first)
			}
		}
	})
}

// BenchmarkRead is a course of 400 students with six dates, read anew by a session that read it before.
func BenchmarkRead(b *testing.B) {
	h := open(b, 1, 400)
	c := course.Course{Title: "A", Minutes: 60, Teachers: []journal.ID{h.guest}, Tests: []string{"toets"}}
	for i := range 6 {
		c.Dates = append(c.Dates, today.AddDate(0, 0, -7*(i+1)))
	}
	c.ID = h.do(b, h.as(b, 0, h.boss), course.Add{Course: c})
	for _, day := range c.Dates {
		a := course.NotePresence{Course: c.ID, Day: day}
		for _, id := range h.students {
			a.Marks = append(a.Marks, course.Mark{Student: id, State: ledger.Present})
		}
		h.do(b, h.as(b, 0, h.guest), a)
	}
	s := h.as(b, 0, h.boss)
	for b.Loop() {
		if _, err := course.Read(b.Context(), s, c.ID); err != nil {
			b.Fatal(err)
		}
	}
}
