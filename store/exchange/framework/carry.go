package framework

import (
	"slices"
	"strings"

	"leerbalie/model/journal"
	"leerbalie/model/learning/competence"
	"leerbalie/model/transfer"
	"leerbalie/store/exchange/caseframework"
)

// carry takes over from the version before what a format cannot say.
func carry(old, f *competence.Framework, format transfer.Format) {
	if f.Key == f.ID.String() { // what had no name of its own went out under its id
		f.Key = old.Key
	}
	f.Title, f.Text = sameLines(old.Title, f.Title), sameLines(old.Text, f.Text)
	if f.Title == old.Title {
		f.Titles = old.Titles
	}
	f.Unofficial = old.Unofficial
	scaled := format == transfer.Moodle || caseframework.Graded(f)
	f.Extra = foreign(f.Extra, old.Extra, format)
	nodes := make(map[journal.ID]*competence.Node, len(old.Nodes))
	for i := range old.Nodes {
		nodes[old.Nodes[i].ID] = &old.Nodes[i]
	}
	moodles := format == transfer.Moodle
	if moodles {
		f.Label, f.Language = old.Label, old.Language
	}
	if scaled {
		for i := range f.Scales {
			carryScale(old.Scales, &f.Scales[i], !moodles)
		}
	} else {
		f.Scales = old.Scales
	}
	for i := range f.Nodes {
		n := &f.Nodes[i]
		was := nodes[n.ID]
		if was == nil {
			continue
		}
		if n.Key == n.ID.String() {
			n.Key = was.Key
		}
		n.Title, n.Text = sameLines(was.Title, n.Title), sameLines(was.Text, n.Text)
		if n.Title == was.Title {
			n.Titles = was.Titles
		}
		n.Themes = was.Themes
		n.Extra = foreign(n.Extra, was.Extra, format)
		if moodles {
			n.Code = was.Code
			if n.Term == "competency" {
				n.Term = was.Term
			}
		}
		if !scaled {
			n.Scale = was.Scale
		}
		if moodles || !scaled {
			n.Means = was.Means
		}
	}
}

// sameLines is the text as it was where only the ends of its lines differ: a table has one way to end a line.
func sameLines(was, now string) string {
	plain := strings.NewReplacer("\r\n", "\n", "\r", "\n")
	if plain.Replace(was) == plain.Replace(now) {
		return was
	}
	return now
}

// foreign adds to what a file said what only other formats know. What is only the format's way of saying nothing is left
// out where it was not there before, so that a framework of ours does not change by going out and in again.
func foreign(came, was []competence.Extra, format transfer.Format) (out []competence.Extra) {
	idle := map[string]bool{}
	for _, e := range came {
		if _, known := idle[e.Name]; !known {
			idle[e.Name] = saysNothing(came, e)
		}
		if !idle[e.Name] || slices.ContainsFunc(was, func(o competence.Extra) bool { return o.Name == e.Name }) {
			out = append(out, e)
		}
	}
	for _, e := range was {
		if !strings.HasPrefix(e.Name, string(format)+".") {
			out = append(out, e)
		}
	}
	return out
}

// saysNothing tells whether something kept for the way back is what a program writes that has nothing to say.
func saysNothing(all []competence.Extra, e competence.Extra) bool {
	switch e.Name {
	case "moodle.format":
		return e.Text == "1"
	case "moodle.rule-outcome":
		return e.Text == "0"
	case "moodle.rule-config":
		return e.Text == "null"
	case "moodle.scale-values", "moodle.scale-config", "moodle.taxonomy", "moodle.no-scale":
		return true // they are read: it stands in the framework itself
	}
	return strings.HasPrefix(e.Name, "case.") && caseframework.Idle(all, e.Name)
}

// carryScale gives a scale back what its format left out of it; with open, what is enough is among that where the file does
// not say.
func carryScale(old []competence.Scale, s *competence.Scale, open bool) {
	for _, o := range old {
		same := len(o.Levels) == len(s.Levels) && (o.Proficient == s.Proficient || open && s.Proficient < 0)
		for i := range s.Levels {
			same = same && o.Levels[i].Name == s.Levels[i].Name
		}
		if same {
			*s = o
			return
		}
	}
}
