package desk

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"leerbalie/model"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
)

// AddRequest takes a question in.
type AddRequest struct {
	Request Request // Site zero: the session's; Created zero: now; Number and what follows from items are given by the store
}

// Name is the code of the words for this action.
func (AddRequest) Name() string { return "act-add-request" }

// Do adds the request with the next number of its site. Errors: Invalid for an empty summary, an unknown urgency or
// supervision, a moment in the future, or a citizen service number in a text; NotFound for an unknown site or resident;
// Conflict when the same source was imported before.
func (a AddRequest) Do(d *model.Doing) error {
	r := a.Request
	if r.Site.IsZero() {
		r.Site = d.Site()
	}
	if r.Created.IsZero() {
		r.Created = d.Now()
	}
	if err := d.Happened(r.Created, "created"); err != nil {
		return err
	}
	if err := model.Required(&r.Summary, "summary"); err != nil {
		return err
	}
	if err := d.Planned(r.FollowUp, "follow-up"); err != nil {
		return err
	}
	if err := r.check(); err != nil {
		return err
	}
	if err := d.Allowed(KindRequest, r.Site); err != nil {
		return err
	}
	site, err := d.Record(model.KindSite, r.Site)
	if err != nil {
		return err
	}
	if site == nil {
		return fault.New(fault.NotFound, "site-unknown", "name", r.Site.String())
	}
	if err := r.checkPeople(d, &Request{}); err != nil {
		return err
	}
	if r.Source != "" {
		known, err := IndexOf(d).BySource(r.Site, r.Source)
		if err != nil {
			return err
		}
		if !known.IsZero() {
			return fault.New(fault.Conflict, "source-known", "source", r.Source)
		}
	}
	if r.ID.IsZero() {
		if r.ID, err = d.NewID(r.Created); err != nil {
			return err
		}
	}
	if r.Number, err = nextNumber(d, model.SiteOf(site)); err != nil {
		return err
	}
	d.Made(r.ID, r.Number)
	if err := d.Set(KindRequest, r.ID, r.Site, r.fields()); err != nil {
		return err
	}
	if strings.TrimSpace(r.Details) != "" {
		_, err = d.Add(KindRequest, r.ID, r.Site, ItemDetails, journal.Fields{memoText.Is(journal.Text(r.Details))})
	}
	return err
}

// nextNumber is the next number of a site that no request has: a count that was lost must not give one out twice.
func nextNumber(d *model.Doing, s model.Site) (string, error) {
	prefix := NumberPrefix(s, d.Replica(), d.Tag())
	for {
		n, err := d.NextNumber(s.ID)
		if err != nil {
			return "", err
		}
		number := numbered(prefix, n)
		if has, err := IndexOf(d).ByNumber(number); err != nil || has.IsZero() {
			return number, err
		}
	}
}

func numbered(prefix string, n uint64) string { return fmt.Sprintf("%s%04d", prefix, n) }

// NumberOf is the number that a replica gives a request at a site by its count.
func NumberOf(s model.Site, replica journal.Replica, tag string, n uint64) string {
	return numbered(NumberPrefix(s, replica, tag), n)
}

// NumberPrefix is what stands before the count in the numbers that a replica gives out at a site: the site's code, and the
// replica's tag unless the site began there.
func NumberPrefix(s model.Site, replica journal.Replica, tag string) string {
	if s.Home == replica {
		return s.Code + "-"
	}
	return s.Code + "-" + tag + "-"
}

// CountIn is the count in a number with a prefix; ok is false for a number of another replica or site.
func CountIn(number, prefix string) (n uint64, ok bool) {
	count, ours := strings.CutPrefix(number, prefix)
	n, err := strconv.ParseUint(count, 10, 64)
	return n, ours && err == nil
}

// EditRequest alters the fields of a request that people can alter; see RequestFields.
type EditRequest struct {
	ID    journal.ID
	Alter func(*Request) // is given the request as it stands, and leaves alone what is to stay; other details are a new version
}

// Name is the code of the words for this action.
func (EditRequest) Name() string { return "act-edit-request" }

// Do writes what differs. Errors: NotFound; Invalid as for AddRequest. A student cannot lower the supervision.
func (a EditRequest) Do(d *model.Doing) error {
	r, err := RequestFor(d, journal.ID{}, a.ID)
	if err != nil {
		return err
	}
	if r.Archived {
		return fault.New(fault.Conflict, "request-removed", "number", r.Number)
	}
	was, altered := *r, *r
	a.Alter(&altered)
	editable().Over(r, &was, &altered)
	if r.Summary != was.Summary {
		if err := model.Required(&r.Summary, "summary"); err != nil {
			return err
		}
	}
	if !r.FollowUp.Equal(was.FollowUp) {
		if err := d.Planned(r.FollowUp, "follow-up"); err != nil {
			return err
		}
	}
	if err := r.check(); err != nil {
		return err
	}
	if r.Supervision != was.Supervision && d.Actor.OnlyStudent() && was.Supervision != model.SupervisionAlone {
		return fault.New(fault.Refused, "supervision-change", "number", r.Number)
	}
	if err := r.checkPeople(d, &was); err != nil {
		return err
	}
	if err := d.SetFrom(altered.seen, KindRequest, r.ID, r.Site, r.fields()); err != nil {
		return err
	}
	if r.Details != was.Details {
		d.Stands(was.Details)
		_, err = d.Add(KindRequest, r.ID, r.Site, ItemDetails, journal.Fields{memoText.Is(journal.Text(r.Details))})
	}
	return err
}

// Settle picks one of the values that were written apart from each other.
type Settle struct {
	ID    journal.ID
	Field journal.Field
	Value journal.Value
}

// Name is the code of the words for this action.
func (Settle) Name() string { return "act-settle" }

// Do writes the value over all versions. Errors: NotFound; Conflict when nothing clashes any more.
func (a Settle) Do(d *model.Doing) error {
	r, err := RequestFor(d, journal.ID{}, a.ID)
	if err != nil {
		return err
	}
	if !slices.ContainsFunc(r.Siblings, func(s Sibling) bool { return s.Field == a.Field }) {
		return fault.New(fault.Conflict, "nothing-clashes")
	}
	return d.Settling(KindRequest, r.ID, a.Field, func() error {
		return d.Set(KindRequest, r.ID, r.Site, journal.Fields{a.Field.Is(a.Value)})
	})
}

func (r *Request) check() error {
	switch r.Urgency {
	case "":
		r.Urgency = model.UrgencyRoutine
	case model.UrgencyNow, model.UrgencyToday, model.UrgencyRoutine:
	default:
		return fault.New(fault.Invalid, "unknown-urgency", "urgency", string(r.Urgency))
	}
	switch r.Supervision {
	case "":
		r.Supervision = model.SupervisionAlone
	case model.SupervisionAlone, model.SupervisionPair, model.SupervisionProfessional:
	default:
		return fault.New(fault.Invalid, "unknown-supervision", "supervision", string(r.Supervision))
	}
	return nil
}

// checkPeople refuses a resident or a contact person who was not there before, and whom nobody knows or who was erased.
func (r *Request) checkPeople(d *model.Doing, was *Request) error {
	for _, who := range [...][2]journal.ID{{r.Resident, was.Resident}, {r.AskedBy, was.AskedBy}} {
		if who[0].IsZero() || who[0] == who[1] {
			continue
		}
		if _, err := residentFor(d, who[0]); err != nil {
			return err
		}
	}
	return nil
}

func (r *Request) fields() journal.Fields { return numberedRequest().Values(r) }
