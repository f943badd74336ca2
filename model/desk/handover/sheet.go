package handover

import (
	"context"
	"slices"
	"time"

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/model/desk/mine"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
)

// Sheet is what the next one must know of what is on somebody.
type Sheet struct {
	Person   model.Person
	Requests []SheetRequest // those they hold, the most urgent first, and then those on which they only have a promise
}

// SheetRequest is one request on a sheet, with no more than is needed to go on with it.
type SheetRequest struct {
	desk.RequestRow
	Resident string            // the name, where the request has one that is not erased
	Promises []mine.DayPromise // on that person, the earliest first
	Notes    []SheetNote       // the last ones, the latest first
	Told     []SheetNote       // what that person was told of it by colleagues, the earliest first
}

// SheetNote is something that was written down for colleagues.
type SheetNote struct {
	At   time.Time
	By   journal.ID
	Text string
}

// sheetNotes is how many notes of a request a sheet has.
const sheetNotes = 2

// ReadSheet reads the sheet of somebody, or of the session's person. Names of residents are on it for whoever may see them,
// and that they were looked at is noted. Errors: NotFound for somebody unknown; Refused; those of writing.
func ReadSheet(ctx context.Context, session *model.Session, person journal.ID) (s Sheet, err error) {
	if person.IsZero() {
		person = session.Me().ID
	}
	residents := 0
	err = session.ReadClass(ctx, journal.Desk, func(tx model.Tx) error {
		s, residents = Sheet{}, 0
		rec, err := tx.Record(model.KindPerson, person)
		if err != nil {
			return err
		}
		if rec == nil {
			return fault.New(fault.NotFound, "person-unknown", "name", person.String())
		}
		s.Person = model.PersonOf(rec)
		names := desk.NamesOf(tx)
		return desk.EachMine(ctx, session, tx, person, func(r *desk.Request) error {
			q, err := sheetOf(tx, r, person)
			if err != nil {
				return err
			}
			if q.HolderNames, err = names(q.Holder); err != nil {
				return err
			}
			for i := range q.Promises {
				if q.Promises[i].Names, err = names(q.Promises[i].On); err != nil {
					return err
				}
			}
			if q.Resident != "" {
				residents++
			}
			s.Requests = append(s.Requests, q)
			return nil
		})
	})
	if err != nil {
		return s, err
	}
	slices.SortStableFunc(s.Requests, func(a, b SheetRequest) int {
		if mine := slices.Contains(a.Holder, person); mine != slices.Contains(b.Holder, person) {
			if mine {
				return -1
			}
			return 1
		}
		if d := int(a.Urgency.Rank()) - int(b.Urgency.Rank()); d != 0 {
			return d
		}
		return a.Created.Compare(b.Created)
	})
	return s, desk.NoteLook(ctx, session, "", residents)
}

// sheetOf is what a sheet holds of a request.
func sheetOf(tx model.Tx, r *desk.Request, person journal.ID) (SheetRequest, error) {
	q := SheetRequest{RequestRow: r.Row()}
	for _, p := range mine.PromisesOf(r) {
		if slices.Contains(p.On, person) {
			q.Promises = append(q.Promises, p)
		}
	}
	slices.SortStableFunc(q.Promises, func(a, b mine.DayPromise) int { return desk.Earlier(&a.Promise, &b.Promise) })
	for _, m := range slices.Backward(r.Memos) {
		if !m.Erased && len(q.Notes) < sheetNotes {
			q.Notes = append(q.Notes, SheetNote{m.At, m.By, m.Text})
		}
	}
	for _, m := range r.Messages {
		if m.To == person && !m.Erased && m.Text != "" {
			q.Told = append(q.Told, SheetNote{m.At, m.By, m.Text})
		}
	}
	if r.Resident.IsZero() {
		return q, nil
	}
	rec, err := tx.Record(desk.KindResident, r.Resident)
	if err == nil && rec != nil && !rec.Erased {
		q.Resident = desk.ResidentOf(rec).Name
	}
	return q, err
}
