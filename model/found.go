package model

import (
	"context"
	"strings"

	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/model/plain"
)

// Founding is what a new store begins with: its first site and the first person, who is coordinator and administrator.
type Founding struct {
	Site  string
	Code  string // "": made from the site's name
	Me    string
	Roles []Role // none: coordinator and administrator
}

// Found begins a store that holds nothing yet, and returns its first person. Errors: Conflict when it has begun already;
// Invalid as for AddSite and AddPerson.
func Found(ctx context.Context, b Backend, f Founding) (journal.ID, error) {
	if strings.TrimSpace(f.Code) == "" {
		f.Code = CodeOf(f.Site)
	}
	if len(f.Roles) == 0 {
		f.Roles = []Role{RoleCoordinator, RoleAdmin}
	}
	var me journal.ID
	err := b.Write(ctx, func(tx WriteTx) error {
		begun := false
		if err := tx.Each(KindPerson, func(*journal.Record) error { begun = true; return nil }); err != nil {
			return err
		}
		if begun {
			return fault.New(fault.Conflict, "store-begun")
		}
		id, err := tx.NewID(tx.Now())
		if err != nil {
			return err
		}
		me = id
		founder := Person{ID: id, Name: f.Me, Roles: f.Roles}
		r := &Receipt{}
		d := &Doing{WriteTx: tx, Actor: founder, clearance: ClearanceOf(Person{Roles: []Role{RoleAdmin}}), receipt: r, vouches: vouches(ctx)}
		if err := (&founder).check(); err != nil {
			return err
		}
		if err := (AddSite{Site{Name: f.Site, Code: f.Code}}).Do(d); err != nil {
			return err
		}
		founder.Site = r.Entity
		return AddPerson{founder}.Do(d)
	})
	return me, err
}

// CodeOf suggests a site's code: the first letters of its words, or of its name.
func CodeOf(name string) string {
	words := plain.Fold(name)
	var code strings.Builder
	for _, w := range words {
		code.WriteString(w[:1])
	}
	if len(words) == 1 {
		code.WriteString(words[0][1:])
	}
	out := strings.ToUpper(code.String())
	return out[:min(len(out), 2)]
}
