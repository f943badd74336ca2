// Package met puts into sentences which themes and target groups a student has met, and what of that is not known. The page of hours and the
// command student themes say the same by it.
package met

import (
	"strings"

	"leerbalie/model"
	"leerbalie/model/met"
	"leerbalie/ui/text"
)

// Sentences are what was met and what not yet, and what is not known.
func Sentences(w text.Words, themes model.Codes, s *met.Student) (out []string) {
	missing := s.Missing()
	say := func(what string, all int, not []string) {
		if id := "met." + what; len(not) == 0 {
			out = append(out, w.Say(id+".all", "all", all))
		} else {
			out = append(out, w.Say(id, "n", all-len(not), "all", all, "names", strings.Join(not, ", ")))
		}
	}
	say("themes", len(themes), w.Names(themes, missing))
	if len(s.Targets) > 0 {
		say("targets", len(s.Targets), s.Unmet())
	} else {
		out = append(out, w.Say("met.targets.none"))
	}
	if n := s.Unsaid.Times(); n > 0 {
		out = append(out, w.Count("met.unsaid", n))
	}
	if s.Hidden {
		out = append(out, w.Say("met.hidden"))
	}
	return out
}

// Called is what a theme is called.
func Called(w text.Words, themes model.Codes, t *met.Theme) string {
	if t.Code == "" {
		return t.Word
	}
	return w.Name(themes, t.Code)
}
