package placement

import (
	"cmp"
	"context"
	"slices"
	"time"

	"leerbalie/model"
	"leerbalie/model/journal"
	"leerbalie/model/partner"
	"leerbalie/model/plain"
	"leerbalie/model/together"
)

// Candidate is a student who may be placed at a partner, with what stands in the way.
type Candidate struct {
	Who   model.Person
	Found []Finding
	Until time.Time       // the last day of where the student is in that period; zero: nowhere
	Where partner.Partner // where that is
}

// Candidates are the students who learn here and may be seen, for a placement such as one at a partner: those who are nowhere in that period first, and
// of those whom the least stands in the way of. Errors: NotFound for an unknown partner; Refused for who places nobody.
func Candidates(ctx context.Context, session *model.Session, one Placement) (out []Candidate, err error) {
	c := session.Clearance()
	if !MayPlace(c) {
		return nil, c.CheckWrite(together.Scope())
	}
	err = session.ReadClass(ctx, journal.Community, func(tx model.Tx) error {
		at, err := partner.In(tx, one.Partner)
		if err != nil {
			return err
		}
		all, err := AllIn(ctx, session, tx)
		if err != nil {
			return err
		}
		people, err := together.People(tx)
		if err != nil {
			return err
		}
		by := byPartner(all)
		for _, who := range people {
			if who.Archived || who.Erased || !who.Has(model.RoleStudent) || who.Study.At(one.From) == model.StudyEnded {
				continue
			}
			one.Student, one.Level, one.Group = who.ID, who.Level, groupOf(who)
			if !SightOf(c, who, &one).Read {
				continue
			}
			found := Candidate{Who: who, Found: Check(&at, who, one, append(slices.Clone(by.at[at.ID]), by.of[who.ID]...))}
			for _, o := range by.of[who.ID] {
				if o.meets(one.From, one.Last()) && o.Last().After(found.Until) {
					found.Until = o.Last()
					if found.Where, err = partner.In(tx, o.Partner); err != nil {
						return err
					}
				}
			}
			out = append(out, found)
		}
		return nil
	})
	slices.SortFunc(out, func(a, b Candidate) int {
		return cmp.Or(cmp.Compare(elsewhere(a), elsewhere(b)), len(a.Found)-len(b.Found), cmp.Compare(plain.FoldText(a.Who.Name), plain.FoldText(b.Who.Name)), cmp.Compare(a.Who.ID.String(), b.Who.ID.String()))
	})
	return out, err
}

func elsewhere(c Candidate) int {
	if c.Until.IsZero() {
		return 0
	}
	return 1
}
