package erasure

import (
	"context"
	"slices"
	"time"

	"leerbalie/model"
	"leerbalie/model/days"
	"leerbalie/model/desk/mention"
	"leerbalie/model/journal"
	"leerbalie/model/plain"
)

// Proposal is that somebody wants a student's records erased, and nobody has answered yet.
type Proposal struct {
	journal.Mark // By is who proposed
	Student      model.Person
	Parts        []Part
}

// answer is what an item says that answers a proposal.
func (p *Proposal) answer() journal.Fields {
	return journal.Fields{journal.FieldTarget.Is(journal.Stamps([]journal.Stamp{p.Stamp}))}
}

// openIn is the proposal about a student that nobody has answered, the first of several; nil for none.
func openIn(tx model.Tx, student model.Person) (*Proposal, error) {
	items, err := tx.Items(model.KindPerson, student.ID)
	if err != nil {
		return nil, err
	}
	standing := journal.Standing(items)
	answered := map[journal.Stamp]bool{}
	for _, it := range standing {
		if it.Kind == model.ItemEraseWithdrawn || it.Kind == model.ItemEraseConfirmed {
			for _, s := range it.Fields.Get(journal.FieldTarget).Stamps() {
				answered[s] = true
			}
		}
	}
	for _, it := range standing {
		if it.Kind != model.ItemEraseProposed || answered[it.Stamp] {
			continue
		}
		p := &Proposal{Mark: it.Mark(0), Student: student}
		for _, code := range it.Fields.Get(proposedParts).Texts() {
			p.Parts = append(p.Parts, Part(code))
		}
		return p, nil
	}
	return nil, nil
}

// File is what there is of a student's records, a part at a time, and what was proposed about them.
type File struct {
	Student  model.Person
	Ended    time.Time // the day on which the study ended; zero: it has not
	Works    bool      // somebody who works here now
	Parts    []Records
	Proposal *Proposal // nil: none is open
}

// Read reads how a student's records stand. Errors: NotFound; Refused for who may not erase.
func Read(ctx context.Context, session *model.Session, id journal.ID, now time.Time) (out File, err error) {
	if err := session.Check(ctx, model.ToErase); err != nil {
		return out, err
	}
	err = session.ReadClass(ctx, journal.People, func(tx model.Tx) error {
		f, err := fileIn(tx, id, now)
		if err != nil {
			return err
		}
		zone, err := model.ZoneAt(tx, session.Site())
		if err != nil {
			return err
		}
		out = File{Student: f.student, Ended: f.ended, Works: f.works, Parts: f.records(days.Of(now, zone))}
		out.Proposal, err = openIn(tx, f.student)
		return err
	})
	return out, err
}

// ReadProposals reads the proposals that wait for somebody's consent, the oldest first. Errors: Refused for who may not erase.
func ReadProposals(ctx context.Context, session *model.Session) (out []Proposal, err error) {
	if err := session.Check(ctx, model.ToErase); err != nil {
		return nil, err
	}
	err = session.ReadClass(ctx, journal.People, func(tx model.Tx) error {
		return tx.Each(model.KindPerson, func(r *journal.Record) error {
			p := model.PersonOf(r)
			if p.Erased || !p.Has(model.RoleStudent) {
				return nil
			}
			open, err := openIn(tx, p)
			if open != nil {
				out = append(out, *open)
			}
			return err
		})
	})
	slices.SortFunc(out, func(a, b Proposal) int { return a.Stamp.Compare(b.Stamp) })
	return out, err
}

// FindMentions finds where else a student is named, which an erasure of all parts leaves. It has to be asked before the erasure,
// which takes the name along. Errors: NotFound; Refused for who may not erase.
func FindMentions(ctx context.Context, session *model.Session, id journal.ID) ([]mention.Mention, bool, error) {
	if err := session.Check(ctx, model.ToErase); err != nil {
		return nil, false, err
	}
	return mention.FindNamed(ctx, session, func(tx model.Tx) (mention.Seeking, error) {
		f, err := fileIn(tx, id, time.Time{})
		if err != nil {
			return mention.Seeking{}, err
		}
		out := mention.Seeking{Names: []string{f.student.Name}, Mails: []string{f.student.Email}, Family: map[string]bool{}, Goes: map[journal.ID]bool{}}
		for _, part := range f.parts {
			for _, r := range part {
				out.Goes[r.ID] = true
			}
		}
		err = tx.Each(model.KindPerson, func(r *journal.Record) error {
			if p := model.PersonOf(r); p.ID != id && !p.Erased {
				out.Family[plain.KeyOfName(p.Name).Family] = true
			}
			return nil
		})
		return out, err
	})
}

// Standing is how a part stands, as a word.
func (f File) Standing(r Records) string {
	switch {
	case r.Left == 0:
		return "nothing"
	case r.Due:
		return "due"
	case r.Until.IsZero():
		return "open"
	case r.Part == Profile && f.Works:
		return "colleague"
	}
	return "until"
}
