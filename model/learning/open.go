package learning

import "slices"

// OpenFor tells for whom a piece of evidence is open, the same for whoever works with the dossier: closed ("") from when somebody of the
// school has judged it, on whatever list; before that AssessorSelf while its student has to say what it is evidence of or to look back on
// it, and AssessorSchool after. What waits for a person, who may be the second to judge, ReadWaiting tells.
func (e *Evidence) OpenFor() AssessorKind {
	switch {
	case e.judgedBySchool():
		return ""
	case !e.Ready():
		return AssessorSelf
	}
	return AssessorSchool
}

// judgedBySchool tells whether the school has judged a piece, also where the session may not see what it said.
func (e *Evidence) judgedBySchool() bool {
	return e.blindTo[AssessorSchool] > 0 || slices.ContainsFunc(e.Assessments, func(a Assessment) bool { return a.As == AssessorSchool })
}

// Open counts the pieces of evidence that are open, by whom they wait for.
type Open struct{ School, Student int }

// All is how many are open.
func (o Open) All() int { return o.School + o.Student }

// Open counts what is open of all that a student did.
func (p *Progress) Open() (o Open) {
	for i := range p.Evidence {
		o.Count(&p.Evidence[i])
	}
	return o
}

// Count counts a piece in.
func (o *Open) Count(e *Evidence) {
	switch e.OpenFor() {
	case AssessorSchool:
		o.School++
	case AssessorSelf:
		o.Student++
	}
}
