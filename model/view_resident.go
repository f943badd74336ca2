package model

import "context"

// Residents finds residents of the site by words of their name, phone or street; all of them, newest first, without words.
// Errors: Refused.
func (v *View) Residents(ctx context.Context, text string, limit int) (out []Resident, err error) {
	err = v.ReadClass(ctx, Desk, func(tx Tx) error {
		out, err = IndexOf(tx).Residents(ctx, v.Site(), text, limit)
		return err
	})
	return out, err
}

// ResidentName is what a list shows of a resident without opening the page; "" for nobody, or somebody erased.
func (v *View) ResidentName(ctx context.Context, id ID) (name string, err error) {
	if id.IsZero() {
		return "", nil
	}
	err = v.ReadClass(ctx, Desk, func(tx Tx) error {
		rec, err := tx.Record(KindResident, id)
		if err == nil && rec != nil && v.Clearance().MayRead(Scope{Desk, rec.Part}) {
			name = rec.Get(ResidentName).Text()
		}
		return err
	})
	return name, err
}

// ResidentFile is a resident with all requests.
type ResidentFile struct {
	Resident
	Requests []RequestRow // newest first
	Opened   []Mark       // who opened this page when
}

// OpenResident reads a resident's page, and notes in the journal that this person did. Errors: NotFound, Refused.
func (v *View) OpenResident(ctx context.Context, id ID) (f ResidentFile, err error) {
	if _, err := v.DoQuietly(ctx, OpenedResident{id}); err != nil {
		return f, err
	}
	pagesOf(v).add(id)
	return v.residentFile(ctx, id)
}

func (v *View) residentFile(ctx context.Context, id ID) (f ResidentFile, err error) {
	err = v.ReadClass(ctx, Desk, func(tx Tx) error {
		rec, err := tx.Record(KindResident, id)
		if err != nil {
			return err
		}
		if rec == nil || !v.Clearance().MayRead(Scope{Desk, rec.Part}) {
			return Fail(NotFound, "resident-unknown", "name", id.String())
		}
		f.Resident = ResidentOf(rec)
		if f.Requests, err = IndexOf(tx).RequestsOf(rec.Part, id); err != nil {
			return err
		}
		if err := names(tx, f.Requests); err != nil {
			return err
		}
		items, err := tx.Items(KindResident, id)
		for i := range items {
			if items[i].Kind == ItemOpened {
				f.Opened = append(f.Opened, items[i].mark(0))
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

// Similar finds residents of the site who may be the same person: a similar name, or the same phone number.
// It warns and never blocks (docs: duplicates). Errors: Refused.
func (v *View) Similar(ctx context.Context, r Resident) (out []Candidate, err error) {
	err = v.ReadClass(ctx, Desk, func(tx Tx) error {
		return IndexOf(tx).EachResident(v.Site(), func(known Resident) error {
			if c, ok := same(r, known); ok && known.ID != r.ID && known.MergedInto.IsZero() {
				out = append(out, c)
			}
			return nil
		})
	})
	return out, err
}

// same compares two residents: the phone number decides alone; a similar name does unless the birth years differ.
func same(a, b Resident) (Candidate, bool) {
	c := Candidate{Resident: b}
	if b.Erased || b.Archived {
		return c, false
	}
	phone := equal(a.Phone, b.Phone, NormalPhone)
	_, name := SimilarNames(a.Name, b.Name)
	if phone {
		c.Reasons = append(c.Reasons, "phone")
	}
	if name {
		c.Reasons = append(c.Reasons, "name")
	}
	if equal(a.Postcode, b.Postcode, NormalPostcode) {
		c.Reasons = append(c.Reasons, "postcode")
	}
	if a.BirthYear != 0 && a.BirthYear == b.BirthYear {
		c.Reasons = append(c.Reasons, "birth-year")
	}
	differ := a.BirthYear != 0 && b.BirthYear != 0 && a.BirthYear != b.BirthYear
	return c, phone || name && !differ
}

// equal compares two texts in their normal form; what has none equals nothing.
func equal(a, b string, normal func(string) (string, bool)) bool {
	x, ok := normal(a)
	y, also := normal(b)
	return ok && also && x == y
}
