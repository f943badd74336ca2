package model

import (
	"fmt"
	"slices"
	"strings"
	"time"
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
func (a AddRequest) Do(d *Doing) error {
	r := a.Request
	if r.Site.IsZero() {
		r.Site = d.Site()
	}
	if r.Created.IsZero() {
		r.Created = d.Now()
	}
	if err := notAfter(r.Created, d.Now(), "created"); err != nil {
		return err
	}
	if err := required(&r.Summary, "summary"); err != nil {
		return err
	}
	if err := r.check(d.Kinds()); err != nil {
		return err
	}
	if err := d.allowed(KindRequest, r.Site); err != nil {
		return err
	}
	site, err := d.Record(KindSite, r.Site)
	if err != nil {
		return err
	}
	if site == nil {
		return Fail(NotFound, "site-unknown", "name", r.Site.String())
	}
	if !r.Resident.IsZero() {
		if _, err := d.resident(r.Resident); err != nil {
			return err
		}
	}
	if r.Source != "" {
		known, err := IndexOf(d).BySource(r.Site, r.Source)
		if err != nil {
			return err
		}
		if !known.IsZero() {
			return Fail(Conflict, "source-known", "source", r.Source)
		}
	}
	if r.ID.IsZero() {
		if r.ID, err = d.NewID(r.Created); err != nil {
			return err
		}
	}
	if r.Number, err = d.number(SiteOf(site)); err != nil {
		return err
	}
	d.made(r.ID, r.Number)
	if err := d.Set(KindRequest, r.ID, r.Site, r.fields()); err != nil {
		return err
	}
	if strings.TrimSpace(r.Details) != "" {
		_, err = d.Add(KindRequest, r.ID, r.Site, ItemDetails, Fields{memoText.Is(Text(r.Details))})
	}
	return err
}

// number is the next number of a site: its code, this replica's tag unless the site began here, and a count.
func (d *Doing) number(s Site) (string, error) {
	n, err := d.NextNumber(s.ID)
	if err != nil {
		return "", err
	}
	if s.Home == d.Replica() {
		return fmt.Sprintf("%s-%04d", s.Code, n), nil
	}
	return fmt.Sprintf("%s-%s-%04d", s.Code, d.Tag(), n), nil
}

// EditRequest alters the fields of a request; nil leaves one as it is.
type EditRequest struct {
	ID            ID
	Summary       *string
	Details       *string // adds a new version
	Urgency       *Urgency
	Supervision   *Supervision
	Channel       *string
	Theme         *string
	LifeDomain    *string
	Neighbourhood *string
	Resident      *ID
	Asker         *string
	AgeBand       *string
	Language      *string
	FollowUp      *time.Time // zero: none
}

// Name is the code of the words for this action.
func (EditRequest) Name() string { return "act-edit-request" }

// Do writes what differs. Errors: NotFound; Invalid as for AddRequest. A student cannot lower the supervision.
func (a EditRequest) Do(d *Doing) error {
	r, err := d.Request(ID{}, a.ID)
	if err != nil {
		return err
	}
	was := *r
	put(&r.Summary, a.Summary)
	put(&r.Urgency, a.Urgency)
	put(&r.Supervision, a.Supervision)
	put(&r.Channel, a.Channel)
	put(&r.Theme, a.Theme)
	put(&r.LifeDomain, a.LifeDomain)
	put(&r.Neighbourhood, a.Neighbourhood)
	put(&r.Resident, a.Resident)
	put(&r.Asker, a.Asker)
	put(&r.AgeBand, a.AgeBand)
	put(&r.Language, a.Language)
	put(&r.Details, a.Details)
	put(&r.FollowUp, a.FollowUp)
	if a.Summary != nil {
		if err := required(&r.Summary, "summary"); err != nil {
			return err
		}
	}
	if err := r.check(d.Kinds()); err != nil {
		return err
	}
	if r.Supervision != was.Supervision && d.Actor.OnlyStudent() && was.Supervision != SupervisionAlone {
		return Fail(Refused, "supervision-change", "number", r.Number)
	}
	if !r.Resident.IsZero() && r.Resident != was.Resident {
		if _, err := d.resident(r.Resident); err != nil {
			return err
		}
	}
	if err := d.Set(KindRequest, r.ID, r.Site, r.fields()); err != nil {
		return err
	}
	if r.Details != was.Details {
		_, err = d.Add(KindRequest, r.ID, r.Site, ItemDetails, Fields{memoText.Is(Text(r.Details))})
	}
	return err
}

func put[T any](to *T, from *T) {
	if from != nil {
		*to = *from
	}
}

// Settle picks one of the values that were written apart from each other.
type Settle struct {
	ID    ID
	Field Field
	Value Value
}

// Name is the code of the words for this action.
func (Settle) Name() string { return "act-settle" }

// Do writes the value over all versions. Errors: NotFound; Conflict when nothing clashes any more.
func (a Settle) Do(d *Doing) error {
	r, err := d.Request(ID{}, a.ID)
	if err != nil {
		return err
	}
	if !slices.ContainsFunc(r.Siblings, func(s Sibling) bool { return s.Field == a.Field }) {
		return Fail(Conflict, "nothing-clashes")
	}
	return d.Set(KindRequest, r.ID, r.Site, Fields{a.Field.Is(a.Value)})
}

func (r *Request) check(kinds *Kinds) error {
	switch r.Urgency {
	case "":
		r.Urgency = UrgencyRoutine
	case UrgencyNow, UrgencyToday, UrgencyRoutine:
	default:
		return Fail(Invalid, "unknown-urgency", "urgency", string(r.Urgency))
	}
	switch r.Supervision {
	case "":
		r.Supervision = SupervisionAlone
	case SupervisionAlone, SupervisionPair, SupervisionProfessional:
	default:
		return Fail(Invalid, "unknown-supervision", "supervision", string(r.Supervision))
	}
	if err := CheckText(r.Details, false); err != nil {
		return err
	}
	return CheckFields(kinds, KindRequest, r.fields())
}

func (r *Request) fields() Fields {
	f := Fields{
		RequestNumber.Is(Text(r.Number)), RequestSummary.Is(Text(r.Summary)), RequestUrgency.Is(Text(string(r.Urgency))),
		RequestSupervision.Is(Text(string(r.Supervision))), RequestChannel.Is(Text(r.Channel)), RequestTheme.Is(Text(r.Theme)),
		RequestLifeDomain.Is(Text(r.LifeDomain)), RequestResident.Is(Ref(r.Resident)), RequestAsker.Is(Text(r.Asker)),
		RequestAgeBand.Is(Text(r.AgeBand)), RequestLanguage.Is(Text(r.Language)), RequestCreated.Is(Int(millis(r.Created))),
		RequestSource.Is(Text(r.Source)), RequestNeighbourhood.Is(Text(r.Neighbourhood)), RequestOrigin.Is(Ref(r.Origin)),
		RequestFollowUp.Is(Int(millis(r.FollowUp))),
	}
	return f
}
