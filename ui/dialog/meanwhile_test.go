package dialog

import (
	"testing"

	"pgregory.net/rapid"

	"leerbalie/ui/text"
	"leerbalie/ui/widget"
)

// TestMeetLosesNothing: whatever two people did to the answers of a form, an answer that only one of them altered is that one's, one that
// both altered alike is that, and one that they altered apart stays as it was typed here and is asked.
func TestMeetLosesNothing(t *testing.T) {
	host := func() *Host {
		h := &Host{}
		h.Env.Words = text.All().For("nl")
		return h
	}
	options := []widget.Option{{ID: "a", Label: "A"}, {ID: "b", Label: "B"}, {ID: "c", Label: "C"}}
	entries := func(answers []string) []widget.Entry {
		return []widget.Entry{
			widget.TextEntry("one", "One", answers[0], 1), widget.TextEntry("two", "Two", answers[1], 3),
			widget.ChoiceEntry("three", "Three", answers[2], options), widget.ManyEntry("four", "Four", []string{answers[3]}, options),
		}
	}
	ids := []string{"one", "two", "three", "four"}
	rapid.Check(t, func(t *rapid.T) {
		some := rapid.SliceOfN(rapid.SampledFrom([]string{"a", "b", "c"}), 4, 4)
		was, mine := some.Draw(t, "was"), some.Draw(t, "mine")
		h, d := host(), &Sheet{Form: widget.Form{Entries: entries(was)}}
		d.blank = fieldsOf(&d.Form)
		refill(&d.Form, Fields{"one": mine[0], "two": mine[1], "three": mine[2], "four": mine[3]})
		theirs := was
		for range rapid.IntRange(1, 3).Draw(t, "times") {
			theirs = some.Draw(t, "theirs")
			d.meet(h, Latest{Entries: entries(theirs)})
		}
		got, apart := fieldsOf(&d.Form), map[string]bool{}
		for _, s := range d.apart {
			apart[s.id] = true
		}
		for i, id := range ids {
			switch {
			case apart[id]:
				if got[id] != mine[i] || mine[i] == theirs[i] {
					t.Fatalf("%s: was %s, typed %s, theirs %s: it is asked, and %s stands there", id, was[i], mine[i], theirs[i], got[id])
				}
			case got[id] != theirs[i] && got[id] != mine[i]:
				t.Fatalf("%s: was %s, typed %s, theirs %s: %s stands there", id, was[i], mine[i], theirs[i], got[id])
			case got[id] != theirs[i] && d.blank[id] != theirs[i]:
				t.Fatalf("%s: was %s, typed %s, theirs %s: it goes unasked over what they wrote", id, was[i], mine[i], theirs[i])
			}
		}
	})
}

// TestMeetTakesWhatBothWroteAlike without a question.
func TestMeetTakesWhatBothWroteAlike(t *testing.T) {
	h, d := &Host{}, &Sheet{Form: widget.Form{Entries: []widget.Entry{widget.TextEntry("one", "One", "was", 1)}}}
	h.Env.Words = text.All().For("en")
	d.blank = fieldsOf(&d.Form)
	d.Form.Entries[0].Input.Set("same")
	d.meet(h, Latest{Entries: []widget.Entry{widget.TextEntry("one", "One", "same", 1)}})
	if len(d.apart) != 0 || d.blank["one"] != "same" {
		t.Errorf("%+v, %q", d.apart, d.blank["one"])
	}
}
