package dialog

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"leerbalie/ui/widget"
)

// form draws a form with texts, a choice and ticks, filled in at random.
func form(t *rapid.T, filled bool) widget.Form {
	var f widget.Form
	options := []widget.Option{{ID: "a", Label: "A"}, {ID: "b", Label: "B"}, {ID: "c", Label: "C"}}
	for _, id := range []string{"one", "two"} {
		text := ""
		if filled {
			text = rapid.String().Draw(t, id)
		}
		f.Entries = append(f.Entries, widget.TextEntry(id, id, text, 3))
	}
	picked, ticked := "", []string(nil)
	if filled {
		picked = rapid.SampledFrom([]string{"", "a", "b"}).Draw(t, "picked")
		ticked = rapid.SliceOfNDistinct(rapid.SampledFrom([]string{"a", "b", "c"}), 0, 3, rapid.ID[string]).Draw(t, "ticked")
	}
	f.Entries = append(f.Entries, widget.ChoiceEntry("choice", "choice", picked, options), widget.ManyEntry("ticks", "ticks", ticked, options))
	return f
}

// TestDraftsComeBackWhole: whatever was typed, chosen and ticked stands in the form again, and an untouched form leaves no draft.
func TestDraftsComeBackWhole(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		was, now := form(t, true), form(t, false)
		refill(&now, fieldsOf(&was))
		for _, e := range was.Entries {
			if got, want := now.Text(e.ID), was.Text(e.ID); !e.Many && got != want {
				t.Fatalf("%s is %q, was %q", e.ID, got, want)
			}
			if got, want := now.Many(e.ID), was.Many(e.ID); e.Many && !slices.Equal(got, want) && len(got)+len(want) > 0 {
				t.Fatalf("%s is %q, was %q", e.ID, got, want)
			}
		}
		d := Sheet{Key: "k", Form: was}
		d.blank = fieldsOf(&d.Form)
		if _, _, text := d.Draft(); text != "" {
			t.Fatalf("an untouched form leaves %q", text)
		}
	})
}

// TestRefillTakesNoNonsense: a draft of another version of the form, or one that was damaged, does no harm.
func TestRefillTakesNoNonsense(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		f := form(t, true)
		refill(&f, rapid.String().Draw(t, "text"))
		refill(&f, strings.Join([]string{"one", "choice\tgone", "ticks\ta\tgone", "other\tx"}, "\n"))
		if got := f.Many("ticks"); !slices.Equal(got, []string{"a"}) {
			t.Fatalf("ticked %q", got)
		}
	})
}
