package dialog

import (
	"maps"
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

// same fails the test unless two forms hold the same answers.
func same(t *rapid.T, was, now *widget.Form) {
	for _, e := range was.Entries {
		if got, want := now.Text(e.ID), was.Text(e.ID); !e.Many && got != want {
			t.Fatalf("%s is %q, was %q", e.ID, got, want)
		}
		if got, want := now.Many(e.ID), was.Many(e.ID); e.Many && !slices.Equal(got, want) && len(got)+len(want) > 0 {
			t.Fatalf("%s is %q, was %q", e.ID, got, want)
		}
	}
}

// TestDraftsComeBackWhole: whatever was typed, chosen and ticked stands in the form again, and an untouched form leaves no draft.
func TestDraftsComeBackWhole(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		was, now := form(t, true), form(t, false)
		refill(&now, unpack(pack(fieldsOf(&was))))
		same(t, &was, &now)
		d := Sheet{Key: "k", Form: was}
		d.blank = fieldsOf(&d.Form)
		if _, _, typed := d.Draft(); typed != nil {
			t.Fatalf("an untouched form leaves %q", typed)
		}
	})
}

// TestRefillTakesNoNonsense: a draft of another version of the form, or one that was damaged, does no harm.
func TestRefillTakesNoNonsense(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		f := form(t, true)
		refill(&f, unpack(rapid.String().Draw(t, "text")))
		refill(&f, unpack(strings.Join([]string{"one\t", "choice\tgone", "ticks\ta\tgone", "other\tx"}, "\n")))
		if got := f.Many("ticks"); !slices.Equal(got, []string{"a"}) {
			t.Fatalf("ticked %q", got)
		}
	})
}

// older is a form as it was written before each answer had a line: as a draft of a Sheet.
func older(f *widget.Form) string {
	lines := make([]string, len(f.Entries))
	for i, e := range f.Entries {
		values := []string{f.Text(e.ID)}
		if e.Many {
			values = e.Picked
		}
		lines[i] = e.ID + "\t" + strings.ReplaceAll(strings.Join(values, "\t"), "\n", "\r")
	}
	return strings.Join(lines, "\n")
}

// TestOlderDraftsOfForms: what a form left on disk before comes back whole, too.
func TestOlderDraftsOfForms(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		was, now := form(t, true), form(t, false)
		refill(&now, unpack(older(&was)))
		same(t, &was, &now)
	})
}

// TestOlderDrafts: drafts as they stand on disk, written before there was one form of them.
func TestOlderDrafts(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       Fields
	}{
		{"a request that is taken in", `{"text":"mw. Jansen, huur\ndringend"}`, Fields{"text": "mw. Jansen, huur\ndringend"}},
		{"the form of a request", `{"channel":"desk","summary":"Huurtoeslag \u003c 3 mnd \"snel\"","tags":"a\nb"}`,
			Fields{"channel": "desk", "summary": `Huurtoeslag < 3 mnd "snel"`, "tags": "a\nb"}},
		{"the form of a resident", `{"email":"","keep":"register","name":"Ans de Boer","regular":"","told":""}`,
			Fields{"email": "", "keep": "register", "name": "Ans de Boer", "regular": "", "told": ""}},
		{"the form of a check-in", "went\tgood\nnote\teerste\rtweede\nnext\t", Fields{"went": "good", "note": "eerste\ntweede", "next": ""}},
		{"a form with ticks", "people\ta\tb\nnote\t", Fields{"people": "a\nb", "note": ""}},
		{"a line", "Werkgroep op dinsdag", Fields{"text": "Werkgroep op dinsdag"}},
		{"a line that looks like more", `{"a": 1}`, Fields{"text": `{"a": 1}`}},
		{"a judgement", "01HZZ\t2\n01J00\t0\n\tGoed gezien,\nen rustig gebleven", Fields{"01HZZ": "2", "01J00": "0", "": "Goed gezien,\nen rustig gebleven"}},
		{"a judgement with a reason only", "\tnog niet", Fields{"": "nog niet"}},
		{"nothing", "", nil},
	} {
		if got := unpack(c.text); !maps.Equal(got, c.want) {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}
