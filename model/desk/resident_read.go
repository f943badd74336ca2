package desk

import (
	"context"
	"sync"

	"leerbalie/model"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/model/plain"
)

// FindResidents finds residents of the site by words of their name, phone, e-mail, street or postcode; all of them, newest first,
// without words.
// Errors: Refused.
func FindResidents(ctx context.Context, session *model.Session, text string, limit int) (out []Resident, err error) {
	err = session.ReadClass(ctx, journal.Desk, func(tx model.Tx) error {
		out, err = IndexOf(tx).Residents(ctx, session.Site(), ResidentQuery{Text: text, Limit: limit})
		return err
	})
	return out, err
}

// FindNearResidents finds residents of the site with words that are nearly those. Errors: Refused.
func FindNearResidents(ctx context.Context, session *model.Session, text string, limit int) (out []Resident, err error) {
	if _, some := plain.TermsOf(text).Nearly(); !some {
		return nil, nil
	}
	err = session.ReadClass(ctx, journal.Desk, func(tx model.Tx) error {
		out, err = IndexOf(tx).Residents(ctx, session.Site(), ResidentQuery{Text: text, Nearly: true, Limit: limit})
		return err
	})
	return out, err
}

// ReadResidentName reads what a list shows of a resident without opening the page; "" for nobody, or somebody erased.
func ReadResidentName(ctx context.Context, session *model.Session, id journal.ID) (name string, err error) {
	if id.IsZero() {
		return "", nil
	}
	err = session.ReadClass(ctx, journal.Desk, func(tx model.Tx) error {
		rec, err := tx.Record(KindResident, id)
		if err == nil && rec != nil && session.Clearance().MayRead(journal.Scope{Class: journal.Desk, Part: rec.Part}) {
			name = rec.Get(ResidentName).Text()
		}
		return err
	})
	return name, err
}

// ResidentFile is a resident with all requests.
type ResidentFile struct {
	Resident
	Requests []RequestRow   // newest first
	AskedFor []RequestRow   // of others, for whom this one asks; newest first
	Opened   []journal.Mark // who opened this page when
}

// OpenResident reads a resident's page, and notes in the journal that this person did. Errors: NotFound, Refused.
func OpenResident(ctx context.Context, session *model.Session, id journal.ID) (f ResidentFile, err error) {
	if _, err := session.DoQuietly(ctx, OpenedResident{id}); err != nil {
		return f, err
	}
	pagesOf(session).add(id)
	return residentFile(ctx, session, id)
}

func residentFile(ctx context.Context, session *model.Session, id journal.ID) (f ResidentFile, err error) {
	err = session.ReadClass(ctx, journal.Desk, func(tx model.Tx) error {
		rec, err := tx.Record(KindResident, id)
		if err != nil {
			return err
		}
		if rec == nil || !session.Clearance().MayRead(journal.Scope{Class: journal.Desk, Part: rec.Part}) {
			return fault.New(fault.NotFound, "resident-unknown", "name", id.String())
		}
		f.Resident = ResidentOf(rec)
		if f.Requests, err = IndexOf(tx).RequestsOf(rec.Part, id, false); err != nil {
			return err
		}
		if f.AskedFor, err = IndexOf(tx).RequestsOf(rec.Part, id, true); err != nil {
			return err
		}
		if err := foldRows(tx, f.Requests); err != nil {
			return err
		}
		if err := fillHolders(tx, f.Requests); err != nil {
			return err
		}
		items, err := tx.Items(KindResident, id)
		for i := range items {
			if items[i].Kind == ItemOpened {
				f.Opened = append(f.Opened, items[i].Mark(0))
			}
		}
		return err
	})
	return f, err
}

// Candidate is a known resident who may be the same person as a new one.
type Candidate struct {
	Resident
	Reasons []string // codes: "name", "phone", "postcode", "birth-year"
}

// FindSimilarResidents finds residents of the site who may be the same person: a similar name, or the same phone number.
// It warns and never blocks (docs: duplicates). Errors: Refused.
func FindSimilarResidents(ctx context.Context, session *model.Session, r Resident) (out []Candidate, err error) {
	err = session.ReadClass(ctx, journal.Desk, func(tx model.Tx) error {
		return IndexOf(tx).EachResident(session.Site(), func(known Resident) error {
			if c, ok := compareResidents(r, known); ok && known.ID != r.ID && known.MergedInto.IsZero() {
				out = append(out, c)
			}
			return nil
		})
	})
	return out, err
}

// compareResidents compares two residents: the phone number decides alone; a similar name does unless the birth years differ.
func compareResidents(a, b Resident) (Candidate, bool) {
	c := Candidate{Resident: b}
	if b.Erased || b.Archived {
		return c, false
	}
	phone := sameNormalised(a.Phone, b.Phone, plain.NormalPhone)
	_, name := plain.SimilarNames(a.Name, b.Name)
	if phone {
		c.Reasons = append(c.Reasons, "phone")
	}
	if name {
		c.Reasons = append(c.Reasons, "name")
	}
	if sameNormalised(a.Postcode, b.Postcode, plain.NormalPostcode) {
		c.Reasons = append(c.Reasons, "postcode")
	}
	if a.BirthYear != 0 && a.BirthYear == b.BirthYear {
		c.Reasons = append(c.Reasons, "birth-year")
	}
	differ := a.BirthYear != 0 && b.BirthYear != 0 && a.BirthYear != b.BirthYear
	return c, phone || name && !differ
}

// sameNormalised compares two texts in their normal form; what has none equals nothing.
func sameNormalised(a, b string, normal func(string) (string, bool)) bool {
	x, ok := normal(a)
	y, also := normal(b)
	return ok && also && x == y
}

// ReadMergedResidents reads the residents that were merged into one, so that they can be parted again. Errors: Refused.
func ReadMergedResidents(ctx context.Context, session *model.Session, id journal.ID) (out []Resident, err error) {
	err = session.ReadClass(ctx, journal.Desk, func(tx model.Tx) error {
		ids, err := IndexOf(tx).MergedResidents(session.Site(), id)
		if err != nil {
			return err
		}
		for _, other := range ids {
			rec, err := tx.Record(KindResident, other)
			if err != nil {
				return err
			}
			if rec != nil {
				out = append(out, ResidentOf(rec))
			}
		}
		return nil
	})
	return out, err
}

// ReadOpenedResident reads the page of a resident that this session has opened: what changed since is part of the same look,
// and is not written down once more. Errors: Refused for a page that the session has not opened; NotFound.
func ReadOpenedResident(ctx context.Context, session *model.Session, id journal.ID) (ResidentFile, error) {
	if !pagesOf(session).has(id) {
		return ResidentFile{}, fault.New(fault.Refused, "page-not-open")
	}
	return residentFile(ctx, session, id)
}

// pages are the residents whose page a session has opened.
type pages struct {
	mu     sync.Mutex
	opened map[journal.ID]bool
}

// pagesKey is where a session keeps its pages.
type pagesKey struct{}

func pagesOf(session *model.Session) *pages {
	return session.Kept(pagesKey{}, func() any { return &pages{opened: map[journal.ID]bool{}} }).(*pages)
}

func (p *pages) has(id journal.ID) bool {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.opened[id]
}

func (p *pages) add(id journal.ID) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.opened[id] = true
}

// ReadResidentNow reads what is known of a resident whose page is open, and who altered that last. Errors as for ReadOpenedResident.
func ReadResidentNow(ctx context.Context, session *model.Session, id journal.ID) (now Resident, by journal.ID, err error) {
	file, err := ReadOpenedResident(ctx, session, id)
	if err != nil {
		return now, by, err
	}
	by, err = session.AlteredBy(ctx, journal.Scope{Class: journal.Desk, Part: file.Site}, KindResident, id)
	return file.Resident, by, err
}
