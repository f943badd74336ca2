// Package named points at residents' names in what somebody is about to write in the learning community, which everybody reads. It tells only who sees
// the desk: anybody else would learn from it who asks there. What it does not point at is looked at again before a copy leaves the house, see
// store/replica/names.
package named

import (
	"context"
	"slices"

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/model/journal"
	"leerbalie/model/plain"
)

// Tells tells whether somebody is told of names: who may read the desk of a site.
func Tells(c model.Clearance) bool {
	site := c.Site()
	if site.IsZero() {
		site = journal.Organisation()
	}
	return c.MayRead(journal.Scope{Class: journal.Desk, Part: site})
}

// Find finds the parts of texts that seem to name a resident whom the session may see, each once; none for who sees no desk.
func Find(ctx context.Context, session *model.Session, texts ...string) (out []string, err error) {
	texts = slices.DeleteFunc(slices.Clone(texts), func(t string) bool { return len(t) < 3 })
	may := session.Clearance()
	if len(texts) == 0 || !Tells(may) {
		return nil, nil
	}
	crowd := plain.NewCrowd()
	err = session.ReadOwn(ctx, func(tx model.Tx) error {
		if err := tx.Each(desk.KindResident, func(rec *journal.Record) error {
			if rec.Erased || !may.MayRead(rec.Scope()) {
				return ctx.Err()
			}
			crowd.AddName(rec.Get(desk.ResidentName).Text())
			crowd.AddPhone(rec.Get(desk.ResidentPhone).Text())
			crowd.AddMail(rec.Get(desk.ResidentEmail).Text())
			crowd.AddStreet(rec.Get(desk.ResidentStreet).Text())
			return ctx.Err()
		}); err != nil {
			return err
		}
		return tx.Each(model.KindPerson, func(rec *journal.Record) error {
			crowd.AddOfHouse(rec.Get(model.PersonName).Text())
			return nil
		})
	})
	if err != nil {
		return nil, err
	}
	for _, text := range texts {
		for _, at := range crowd.Find(text) {
			if part := text[at.Start:at.End]; !slices.Contains(out, part) {
				out = append(out, part)
			}
		}
	}
	return out, nil
}

// Typed are the words of a form that were not there before: those of fields that hold words.
func Typed[T any](table model.Table[T], now, was *T) (out []string) {
	for i := range table {
		f := &table[i]
		if f.Kind != model.OfText && f.Kind != model.OfTexts {
			continue
		}
		if is := f.Get(now); !is.Equal(f.Get(was)) {
			is.EachText(func(t string) { out = append(out, t) })
		}
	}
	return out
}
