package laptops

import (
	"slices"
	"strings"

	"leerbalie/model/journal"
	"leerbalie/model/transfer"
	"leerbalie/ui/theme"
	"leerbalie/ui/widget/cell"
)

// counted puts counts into words, what there is none of left out; "" where there is nothing.
func (l *Laptops) counted(c transfer.Counts) string {
	var parts []string
	for _, x := range []struct {
		id string
		n  int
	}{{"students", c.Students}, {"evidence", c.Evidence}, {"judgements", c.Judgements}, {"decisions", c.Decisions}, {"requests", c.Requests}} {
		if x.n > 0 {
			parts = append(parts, l.Env.Words.Count("laptops."+x.id, x.n))
		}
	}
	if len(parts) == 0 && c.Changes > 0 {
		return l.Env.Words.Count("laptops.changes", c.Changes)
	}
	return strings.Join(parts, " "+theme.Dot+" ")
}

// inside tells what a bundle holds: how much of what, that no resident is in it, and of which groups.
func (l *Laptops) inside(c *transfer.Contents) []string {
	w := l.Env.Words
	what := l.counted(c.Counts)
	if what == "" {
		what = w.Say("laptops.nothing")
	}
	lines := []string{w.Say("laptops.in-it", "what", what), w.Count("laptops.residents", c.Residents)}
	if scopes := l.scopes(c.Scopes); scopes != "" {
		lines = append(lines, w.Say("laptops.about", "what", scopes))
	}
	if c.Withheld > 0 {
		lines = append(lines, w.Count("laptops.withheld", c.Withheld))
	}
	return lines
}

// scopes names what may be held. Of the keys and of what everybody holds nothing is said where there is more to say.
func (l *Laptops) scopes(scopes []journal.Scope) string {
	w := l.Env.Words
	var parts []string
	add := func(text string) {
		if !slices.Contains(parts, text) {
			parts = append(parts, text)
		}
	}
	for _, s := range scopes {
		switch s.Class {
		case journal.Learning:
			name := l.data.groups[s.Part]
			switch {
			case s.Part == journal.Organisation():
				name = w.Say("laptops.no-group")
			case name == "":
				name = w.Say("laptops.a-group")
			}
			add(cell.Safe(name, 40))
		case journal.Desk:
			add(w.Say("laptops.desk", "site", cell.Safe(l.data.sites[s.Part], 40)))
		case journal.Private:
			add(w.Say("laptops.private"))
		case journal.People:
			add(w.Say("laptops.people"))
		case journal.Community:
			add(w.Say("laptops.community"))
		}
	}
	return strings.Join(parts, ", ")
}

// reason says why something waits.
func (l *Laptops) reason(t *transfer.Waiting) string {
	return l.Env.Words.Or("waiting."+t.Reason, l.Env.Words.Say("waiting.other", "reason", cell.Safe(t.Reason, 40)))
}

// decidable tells whether somebody can take in what waits for a reason: where it is a question of trust. Nobody can where something is
// still to come, nor where it does not count in any case.
func decidable(reason string) bool {
	switch reason {
	case "clock", "second", "new-name", "new-name-revoked", "invitation", "trust-unknown-key", "trust-scope-ended", "trust-revoked":
		return true
	}
	return false
}

// undecided is the sentence that tells what becomes of something about which nobody can decide.
func undecided(reason string) string {
	switch reason {
	case "gap", "newer", "trust-newer", "follows":
		return "laptops.waits-by-itself"
	}
	return "laptops.never-counts"
}
