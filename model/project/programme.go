package project

import (
	"slices"
	"strings"
	"time"

	"leerbalie/model"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/model/partner"
	"leerbalie/model/plain"
)

// Agree notes that somebody agrees with the programme of a project as it is now, or with Off that somebody does not after all. Whoever does so for
// themselves may; who leads the project notes it of others.
type Agree struct {
	ID    journal.ID
	Who   journal.ID // somebody who works, learns or takes part here, or a partner; zero: who acts
	Party Party
	For   string    // the school or the organisation, in words
	On    time.Time // zero: today
	Off   bool
}

// Name is the code of the words for this action.
func (a Agree) Name() string {
	if a.Off {
		return "act-project-disagree"
	}
	return "act-project-agree"
}

// Do notes it. Errors: NotFound for somebody that there is not; Invalid for an unknown party and a day to come; Conflict where there is no programme,
// where it was agreed already, and where nobody agreed of whom it is taken back; Refused for who neither does it for themselves nor leads the project.
func (a Agree) Do(d *model.Doing) error {
	p, err := projects.Found(d, a.ID)
	if err != nil {
		return err
	}
	if a.Who.IsZero() {
		a.Who = d.Actor.ID
	}
	if !slices.Contains(Parties(), a.Party) {
		return fault.New(fault.Invalid, "project-party", "text", string(a.Party))
	}
	key := journal.KeyedID("agreed", string(a.Who[:]), string(a.Party))
	if err := d.CheckNew(a.For, plain.InWords); err != nil {
		return err
	}
	had := false
	for _, was := range p.Agreed {
		if was.Who == a.Who && was.Party == a.Party {
			if had = true; was.Current && !a.Off {
				return fault.New(fault.Conflict, "project-agreed", "title", p.Title)
			}
		}
	}
	fields := journal.Fields{itemKey.Is(journal.Ref(key)), agreedWho.Is(journal.Ref(a.Who))}
	if a.Off {
		if !had {
			return fault.New(fault.Conflict, "project-not-agreed", "title", p.Title)
		}
		_, err = projects.Note(d, &p, ItemAgreed, append(fields, itemOff.Is(journal.Bool(true))))
		return err
	}
	if strings.TrimSpace(p.Programme) == "" {
		return fault.New(fault.Conflict, "project-no-programme", "title", p.Title)
	}
	rec, err := d.Record(partner.KindPartner, a.Who)
	if err != nil {
		return err
	}
	if rec == nil || rec.Archived() {
		if _, err := d.Person(a.Who); err != nil {
			return err
		}
	}
	if a.On.IsZero() {
		if a.On, err = d.Today(); err != nil {
			return err
		}
	}
	if err := d.Happened(a.On, "project-agreed-on"); err != nil {
		return err
	}
	_, err = projects.Note(d, &p, ItemAgreed, append(fields, agreedParty.Is(journal.Text(string(a.Party))), agreedFor.Is(journal.Text(strings.TrimSpace(a.For))), agreedOn.Is(dayValue(a.On)),
		agreedProgramme.Is(journal.Ref(programmeOf(p.Programme)))))
	return err
}
