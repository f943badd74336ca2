// Package partner is the organisations that give students a place, what they can give (places, hours of supervision, period, levels), how far the
// agreement with each is, and the networks of small ones that are one community. Who is placed where stands with each student, see
// model/placement.
package partner

import (
	"context"
	"time"

	"leerbalie/model"
	"leerbalie/model/journal"
	"leerbalie/model/together"
)

// KindPartner is the kind of a partner. Its number is on disk and never reused.
const KindPartner journal.Kind = 36

// The fields of a partner. Numbers are on disk and never reused; 15 is FieldArchived, 16 together.FieldAddedBy.
const (
	PartnerName         journal.Field = 1
	PartnerOrganization journal.Field = 2
	PartnerNetwork      journal.Field = 3
	PartnerState        journal.Field = 4
	PartnerPlaces       journal.Field = 5
	PartnerSupervision  journal.Field = 6
	PartnerFrom         journal.Field = 7
	PartnerTo           journal.Field = 8
	PartnerLevels       journal.Field = 9
	PartnerWork         journal.Field = 10
	PartnerGuides       journal.Field = 11
	PartnerContact      journal.Field = 12
	PartnerSector       journal.Field = 13
	PartnerNote         journal.Field = 14
	PartnerAgreed       journal.Field = 17
	PartnerTerms        journal.Field = 18
	PartnerSourceID     journal.Field = 19
)

// State is how far a partner is.
type State string

// The states.
const (
	Contact State = "contact"
	Agreed  State = "agreed"
	Running State = "running"
	Ended   State = "ended"
)

// States are those that can be chosen, in their order.
func States() []State { return []State{Contact, Agreed, Running, Ended} }

// Partner is one.
type Partner struct {
	together.Base
	Name         string
	Organization journal.ID // its entry in the directory; zero: none
	Network      journal.ID // that it belongs to; zero: none
	State        State
	Places       int // at one time
	Supervision  int // hours a week, in minutes
	From         time.Time
	To           time.Time
	Levels       []string     // of the students it can guide, as model.Levels; none: all
	Work         []string     // the kinds of work; codes of together.WorkKinds
	Guides       []journal.ID // who guide there and are known here
	Contact      string       // who is spoken to, and how
	Sector       string
	Note         string
	Agreed       time.Time // when it was agreed
	Terms        string    // what both expect of each other
	SourceID     string    // in the file that it is from; "" for none

	Notes []Note // the oldest first
}

var partners = together.Room[Partner, *Partner]{
	Kind: KindPartner, Name: "partner", Title: func(p *Partner) string { return p.Name },
	Owners: func(p *Partner) []journal.ID { return p.Guides },
	Hidden: []journal.Field{PartnerSourceID},
	Check:  checkPartner,
	Items:  itemKinds(), Take: take,
	Fields: func() model.Table[Partner] {
		return model.Table[Partner]{
			model.TextField(PartnerName, "partner-name", func(p *Partner) *string { return &p.Name }),
			model.EntityField(PartnerOrganization, "partner-organization", func(p *Partner) *journal.ID { return &p.Organization }),
			model.EntityField(PartnerNetwork, "partner-network", func(p *Partner) *journal.ID { return &p.Network }),
			model.TextField(PartnerState, "partner-state", func(p *Partner) *State { return &p.State }),
			model.NumberField(PartnerPlaces, "partner-places", func(p *Partner) *int { return &p.Places }),
			model.NumberField(PartnerSupervision, "partner-supervision", func(p *Partner) *int { return &p.Supervision }),
			model.DayField(PartnerFrom, "partner-from", func(p *Partner) *time.Time { return &p.From }),
			model.DayField(PartnerTo, "partner-to", func(p *Partner) *time.Time { return &p.To }),
			model.TextsField(PartnerLevels, "partner-levels", func(p *Partner) *[]string { return &p.Levels }),
			model.TextsField(PartnerWork, "partner-work", func(p *Partner) *[]string { return &p.Work }),
			model.EntitiesField(PartnerGuides, "partner-guides", func(p *Partner) *[]journal.ID { return &p.Guides }),
			model.TextField(PartnerContact, "partner-contact", func(p *Partner) *string { return &p.Contact }),
			model.TextField(PartnerSector, "partner-sector", func(p *Partner) *string { return &p.Sector }),
			model.TextField(PartnerNote, "partner-note", func(p *Partner) *string { return &p.Note }),
			model.DayField(PartnerAgreed, "partner-agreed", func(p *Partner) *time.Time { return &p.Agreed }),
			model.TextField(PartnerTerms, "partner-terms", func(p *Partner) *string { return &p.Terms }),
			model.TextField(PartnerSourceID, "partner-source", func(p *Partner) *string { return &p.SourceID }),
		}
	},
}

// Kinds are the rows of these kinds.
func Kinds() []journal.KindRow { return []journal.KindRow{partners.Row(), networks.Row()} }

// FilledIn are the fields that people fill in of these kinds.
func FilledIn(k journal.Kind) []model.Filled {
	if k == KindNetwork {
		return networks.FilledIn(k)
	}
	return partners.FilledIn(k)
}

// Shared are the rooms of this package, as those ask that go over all rooms of the community.
func Shared() []together.Shared { return []together.Shared{&partners, &networks} }

// Table is every field of a partner.
func Table() model.Table[Partner] { return partners.Table() }

// Of reads a partner from its record and what stands on it.
func Of(rec *journal.Record, items []journal.Item) Partner { return partners.Of(rec, items) }

// AsSeenIn is it, written by who saw what stood in another reading: an edit replaces nothing that came after that.
func (p Partner) AsSeenIn(was Partner) Partner {
	p.Base.AsSeenIn(&was.Base)
	return p
}

// MayEdit tells whether somebody may alter it.
func (p *Partner) MayEdit(by model.Person) bool { return partners.MayEdit(by, p) }

// All reads all that were not put away, by what they are called. They must not be altered. Errors: Refused.
func All(ctx context.Context, session *model.Session) ([]Partner, error) {
	return partners.All(ctx, session)
}

// AllIn is All on a state of the store; it asks nobody whether that may be.
func AllIn(ctx context.Context, session *model.Session, tx model.Tx) ([]Partner, error) {
	return partners.AllIn(ctx, session, tx)
}

// One reads one. Errors: NotFound, Refused.
func One(ctx context.Context, session *model.Session, id journal.ID) (Partner, error) {
	return partners.One(ctx, session, id)
}

// In is one as it stands, put away or not; it asks nobody whether that may be. Errors: NotFound.
func In(tx model.Tx, id journal.ID) (Partner, error) { return partners.In(tx, id) }
