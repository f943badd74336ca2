package model

import (
	"strings"

	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/model/plain"
)

// AddSite opens a site: a service point.
type AddSite struct {
	Site Site // its ID and Home are given by the store
}

// Name is the code of the words for this action.
func (AddSite) Name() string { return "act-add-site" }

// Do adds the site. Errors: Invalid for a missing name or a code that is not two to four letters or digits; Conflict for
// a code that another site has.
func (a AddSite) Do(d *Doing) error {
	s := a.Site
	if err := Required(&s.Name, "site"); err != nil {
		return err
	}
	s.Code = strings.ToUpper(strings.TrimSpace(s.Code))
	if !validCode(s.Code) {
		return fault.New(fault.Invalid, "site-code", "code", s.Code)
	}
	taken := false
	if err := d.Each(KindSite, func(r *journal.Record) error {
		taken = taken || plain.SameCode(SiteOf(r).Code, s.Code)
		return nil
	}); err != nil {
		return err
	}
	if taken {
		return fault.New(fault.Conflict, "site-code-taken", "code", s.Code)
	}
	id, err := d.NewID(d.Now())
	if err != nil {
		return err
	}
	home := d.Replica()
	d.Made(id, "")
	return d.Set(KindSite, id, journal.Organisation(), journal.Fields{
		SiteName.Is(journal.Text(s.Name)), SiteCode.Is(journal.Text(s.Code)), SiteHome.Is(journal.Bytes(string(home[:]))), SiteZone.Is(journal.Text(s.Zone)),
	})
}

func validCode(code string) bool {
	if len(code) < 2 || len(code) > 4 {
		return false
	}
	for _, c := range code {
		if (c < 'A' || c > 'Z') && (c < '0' || c > '9') {
			return false
		}
	}
	return true
}

// AddGroup makes a group of students.
type AddGroup struct {
	Group Group
}

// Name is the code of the words for this action.
func (AddGroup) Name() string { return "act-add-group" }

// Do adds the group. Errors: Invalid for a missing name, Conflict for one that exists.
func (a AddGroup) Do(d *Doing) error {
	g := a.Group
	if err := Required(&g.Name, "group"); err != nil {
		return err
	}
	taken := false
	if err := d.Each(KindGroup, func(r *journal.Record) error {
		taken = taken || !r.Archived() && plain.FoldText(GroupOf(r).Name) == plain.FoldText(g.Name)
		return nil
	}); err != nil {
		return err
	}
	if taken {
		return fault.New(fault.Conflict, "group-taken", "name", g.Name)
	}
	id := g.ID
	if id.IsZero() {
		var err error
		if id, err = d.NewID(d.Now()); err != nil {
			return err
		}
	}
	d.Made(id, "")
	return d.Set(KindGroup, id, journal.Organisation(), journal.Fields{GroupName.Is(journal.Text(g.Name)), GroupSite.Is(journal.Ref(g.Site))})
}
