package match

import (
	"cmp"
	"slices"

	"leerbalie/model/fault"
	"leerbalie/model/journal"
)

// Candidate is somebody whom a student could have as a buddy.
type Candidate struct {
	ID    journal.ID
	Score int    // of the two, in hundredths
	Rules []Rule // that stand in the way; none: they may be a pair
}

// Candidates are all others for one student, those who may be a pair first, the best first. Running pairs count as a rule
// in the way, locks do not. Errors: Invalid as for Propose.
func Candidates(in Input, student journal.ID) ([]Candidate, error) {
	in.Locks, in.Before = nil, nil
	p, err := prepare(in)
	if err != nil {
		return nil, err
	}
	i, ok := p.numberOf(student)
	if !ok {
		return nil, fault.New(fault.Invalid, "match-unknown", "name", student.String())
	}
	out := make([]Candidate, 0, p.n)
	for j := range p.n {
		if j == i {
			continue
		}
		b := p.between(i, j)
		if p.allowed[ordered(i, j)] {
			b = 0
		}
		out = append(out, Candidate{p.students[j].ID, p.score(i, j), b.rules()})
	}
	slices.SortFunc(out, func(a, b Candidate) int {
		return cmp.Or(cmp.Compare(len(a.Rules), len(b.Rules)), cmp.Compare(b.Score, a.Score), compareIDs(a.ID, b.ID))
	})
	return out, nil
}
