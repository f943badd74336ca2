package directory

import (
	"cmp"
	"strings"

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/model/plain"
)

// Refer proposes to hand a request over to a service of the directory, as desk.ReferRequest does to whoever is named.
type Refer struct {
	ID      journal.ID // the request
	Service journal.ID
	To      string // what the referral calls it; "" is Called
	Warm    bool   // handed over in person
	With    string // as desk.ReferRequest has it
	Consent bool   // the resident agreed
}

// Name is the code of the words for this action.
func (Refer) Name() string { return "act-refer" }

// Do adds the referral. Errors: NotFound for an unknown service; Conflict for one that has been retired, or whose organisation has;
// those of desk.ReferRequest.
func (a Refer) Do(d *model.Doing) error {
	s, o, err := serviceIn(d, a.Service)
	if err != nil {
		return err
	}
	if s.Retired != nil || o.Retired != nil {
		return fault.New(fault.Conflict, "directory-retired", "name", s.Name)
	}
	return desk.ReferRequest{ID: a.ID, To: cmp.Or(strings.TrimSpace(a.To), Called(o, s)), Service: a.Service, Warm: a.Warm, With: a.With, Consent: a.Consent}.Do(d)
}

// Called is what a referral calls a service: its organisation and its name, once where one says what the other does.
func Called(o Organization, s Service) string {
	if o.Name == "" || strings.Contains(" "+plain.FoldText(s.Name)+" ", " "+plain.FoldText(o.Name)+" ") {
		return s.Name
	}
	return o.Name + ": " + s.Name
}

// serviceIn reads a service and who offers it; an organisation that is not there is empty. Errors: NotFound.
func serviceIn(tx model.Tx, id journal.ID) (s Service, o Organization, err error) {
	rec, items, err := read(tx, KindService, id)
	if err != nil {
		return s, o, err
	}
	if rec == nil {
		return s, o, fault.New(fault.NotFound, "directory-unknown", "name", id.String())
	}
	s = ServiceOf(rec, items)
	o, err = organizationIn(tx, s.Organization)
	return s, o, err
}

func organizationIn(tx model.Tx, id journal.ID) (o Organization, err error) {
	rec, items, err := read(tx, KindOrganization, id)
	if err == nil && rec != nil {
		o = OrganizationOf(rec, items)
	}
	return o, err
}

// read reads an entry that was not taken away; rec is nil where there is none.
func read(tx model.Tx, kind journal.Kind, id journal.ID) (rec *journal.Record, items []journal.Item, err error) {
	if id.IsZero() {
		return nil, nil, nil
	}
	if rec, err = tx.Record(kind, id); err != nil || rec == nil || rec.Archived() || rec.Erased {
		return nil, nil, err
	}
	items, err = tx.Items(kind, id)
	return rec, items, err
}
