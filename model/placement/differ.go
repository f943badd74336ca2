package placement

import (
	"leerbalie/model"
	"leerbalie/model/plain"
)

// Differing is where what the school wrote of a student is not what a placement says: nothing is overwritten in silence (decisions/0022-placements.md).
type Differing struct {
	Field   string // of the student: company, guide, start, end
	Student string // what stands there
	Here    string // what the placement says
}

// Differ tells where a placement and what stands on its student differ. A placement is a part of a study: it differs where it begins before that or
// ends after it.
func Differ(p *Placement, company string, student model.Person) (out []Differing) {
	s := student.Study
	say := func(field, there, here string) {
		if there != "" && here != "" && plain.FoldText(there) != plain.FoldText(here) {
			out = append(out, Differing{field, there, here})
		}
	}
	if !p.Ended.IsZero() {
		return nil
	}
	say("company", s.Company, company)
	say("guide", s.Guide, p.GuideName)
	if !s.Start.IsZero() && p.From.Before(s.Start) {
		say("start", shownDay(s.Start), shownDay(p.From))
	}
	if !s.End.IsZero() && p.Last().After(s.End) {
		say("end", shownDay(s.End), shownDay(p.Last()))
	}
	return out
}
