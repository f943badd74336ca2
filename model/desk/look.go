package desk

import (
	"context"
	"slices"
	"sync"
	"time"

	"leerbalie/model"
	"leerbalie/model/journal"
	"leerbalie/model/plain"
)

// The fields of a look at a list of residents. Numbers are on disk and never reused.
const (
	LookBy     journal.Field = 1
	LookAt     journal.Field = 2 // milliseconds since 1970
	LookCount  journal.Field = 3
	LookSearch journal.Field = 4
)

// lookPlace is the name in scripts of a field that can hold words.
func lookPlace(f journal.Field) string {
	if f == LookSearch {
		return "search"
	}
	return ""
}

// Look is one look at a list of residents: who, when, at how many, and what was searched.
type Look struct {
	ID     journal.ID
	By     journal.ID
	At     time.Time
	Count  int
	Search string // "" for all; also where what was searched has been erased
}

// lookAt notes a look.
type lookAt struct {
	search string
	count  int
}

// Name is the code of the words for this action.
func (lookAt) Name() string { return "act-look" }

// Do writes who looked. What cannot be kept, such as a citizen service number that was searched, is left out.
func (a lookAt) Do(d *model.Doing) error {
	if model.CheckText(a.search, plain.InNumber) != nil {
		a.search = ""
	}
	id, err := d.NewID(d.Now())
	if err != nil {
		return err
	}
	err = d.Set(KindLook, id, d.Site(), journal.Fields{
		LookBy.Is(journal.Ref(d.Actor.ID)), LookAt.Is(journal.Int(d.Now().UnixMilli())), LookCount.Is(journal.Int(int64(a.count))), LookSearch.Is(journal.Text(a.search)),
	})
	d.Permanent()
	return err
}

// ListResidents is FindResidents for a list that shows where people live and how they are reached: that this person looked is
// noted, once in a session, with what was searched then and how many were found. A store that cannot be written lists nobody.
// Errors: Refused; those of writing.
func ListResidents(ctx context.Context, session *model.Session, text string, limit int) ([]Resident, error) {
	found, err := FindResidents(ctx, session, text, limit)
	return lookedAt(ctx, session, text, found, err)
}

// ListNearestResidents is ListResidents, and where nobody has the words ListNearResidents: near tells so.
func ListNearestResidents(ctx context.Context, session *model.Session, text string, limit int) (found []Resident, near bool, err error) {
	if found, err = ListResidents(ctx, session, text, limit); err != nil || len(found) > 0 {
		return found, false, err
	}
	found, err = ListNearResidents(ctx, session, text, limit)
	return found, len(found) > 0, err
}

// ListNearResidents is ListResidents for words that nobody has: it lists whoever has nearly those.
func ListNearResidents(ctx context.Context, session *model.Session, text string, limit int) ([]Resident, error) {
	found, err := FindNearResidents(ctx, session, text, limit)
	return lookedAt(ctx, session, text, found, err)
}

// lookedAt is what was found, once it is noted that somebody looks at it.
func lookedAt(ctx context.Context, session *model.Session, text string, found []Resident, err error) ([]Resident, error) {
	if err != nil || len(found) == 0 {
		return found, err
	}
	if err := NoteLook(ctx, session, text, len(found)); err != nil {
		return nil, err
	}
	return found, nil
}

// NoteLook notes that the session's person looks at a number of residents, once in a session. Errors: those of writing.
func NoteLook(ctx context.Context, session *model.Session, text string, n int) error {
	if n == 0 {
		return nil
	}
	looked := session.Kept(lookKey{}, func() any { return new(looked) }).(*looked)
	looked.Lock()
	defer looked.Unlock()
	if looked.noted {
		return nil
	}
	_, err := session.DoQuietly(ctx, lookAt{text, n})
	looked.noted = err == nil
	return err
}

// lookedAtNames notes a look at the residents' names in rows. Where that cannot be noted the rows name nobody.
func lookedAtNames(ctx context.Context, session *model.Session, rows []RequestRow) {
	n := 0
	for i := range rows {
		if rows[i].ResidentName != "" {
			n++
		}
	}
	if NoteLook(ctx, session, "", n) == nil {
		return
	}
	for i := range rows {
		rows[i].ResidentName = ""
	}
}

// looked tells whether a session has noted that it looks at residents; lookKey is where the session keeps it.
type (
	looked struct {
		sync.Mutex
		noted bool
	}
	lookKey struct{}
)

// ReadLooks reads who looked at lists of residents, the newest first; 0 is all. Errors: Refused for who does not lead.
func ReadLooks(ctx context.Context, session *model.Session, limit int) (out []Look, err error) {
	if err := session.Check(ctx, model.ToSeeLooks); err != nil {
		return nil, err
	}
	err = session.ReadClass(ctx, journal.Desk, func(tx model.Tx) error {
		return tx.Each(KindLook, func(r *journal.Record) error {
			if session.Clearance().MayRead(journal.Scope{Class: journal.Desk, Part: r.Part}) {
				out = append(out, lookOf(r))
			}
			return nil
		})
	})
	slices.SortStableFunc(out, func(a, b Look) int { return b.At.Compare(a.At) })
	if limit > 0 && len(out) > limit {
		out = out[:limit]
	}
	return out, err
}

func lookOf(r *journal.Record) Look {
	return Look{ID: r.ID, By: r.Get(LookBy).ID(), At: journal.Moment(r.Get(LookAt).Int()), Count: int(r.Get(LookCount).Int()), Search: r.Get(LookSearch).Text()}
}

// looksFor are the looks that searched for one of some residents: their words go when the residents go.
func looksFor(tx model.Tx, residents []journal.ID) (out []journal.ID, err error) {
	var texts []string
	for _, id := range residents {
		rec, err := tx.Record(KindResident, id)
		if err != nil {
			return nil, err
		}
		if rec != nil {
			r := ResidentOf(rec)
			texts = append(texts, r.Searched())
		}
	}
	err = tx.Each(KindLook, func(r *journal.Record) error {
		terms := plain.TermsOf(lookOf(r).Search)
		near, _ := terms.Nearly()
		if len(terms) > 0 && slices.ContainsFunc(texts, near.In) {
			out = append(out, r.ID)
		}
		return nil
	})
	return out, err
}
