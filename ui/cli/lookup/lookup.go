package lookup

import (
	"context"
	"strings"

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/model/plain"
	"leerbalie/ui/widget/cell"
)

// One picks what a name means: exactly that name, or else the only one that begins so, or else the only one in which its words
// stand, in any order, by the rule of searching. Nothing and several are errors of kind NotFound and Conflict, which name the
// candidates: for nothing those that are nearly called that.
func One[T any](text string, of []T, id func(T) journal.ID, name func(T) string) (T, error) {
	var none T
	want, terms := plain.FoldText(text), plain.TermsOf(text)
	var hits []T
	for _, fits := range []func(T) bool{
		func(t T) bool { return id(t).String() == plain.ID(text) },
		func(t T) bool { return plain.FoldText(name(t)) == want },
		func(t T) bool { return strings.HasPrefix(plain.FoldText(name(t))+" ", want+" ") },
		func(t T) bool { return strings.HasPrefix(plain.FoldText(name(t)), want) },
		func(t T) bool { return terms.In(plain.FoldText(name(t))) },
	} {
		if hits = Where(of, fits); want == "" || len(hits) > 0 {
			break
		}
	}
	switch len(hits) {
	case 0:
		if near, some := terms.Nearly(); some {
			if meant := Where(of, func(t T) bool { return near.In(plain.FoldText(name(t))) }); len(meant) > 0 {
				return none, fault.New(fault.NotFound, "cli-nobody-near", "name", text, "candidates", candidates(meant, id, name))
			}
		}
		return none, fault.New(fault.NotFound, "cli-nobody", "name", text)
	case 1:
		return hits[0], nil
	}
	return none, fault.New(fault.Conflict, "cli-several", "name", text, "candidates", candidates(hits, id, name))
}

func candidates[T any](hits []T, id func(T) journal.ID, name func(T) string) string {
	var list []string
	for _, t := range hits[:min(len(hits), 5)] {
		list = append(list, cell.Safe(name(t), 60)+" ("+id(t).String()+")")
	}
	return strings.Join(list, ", ")
}

// Where gives those of a list that are to be kept.
func Where[T any](of []T, keep func(T) bool) (out []T) {
	for _, t := range of {
		if keep(t) {
			out = append(out, t)
		}
	}
	return out
}

func personID(p model.Person) journal.ID { return p.ID }

func personName(p model.Person) string { return p.Name }

func residentID(p desk.Resident) journal.ID { return p.ID }

func residentName(p desk.Resident) string { return p.Name }

func groupID(g model.Group) journal.ID { return g.ID }

func groupName(g model.Group) string { return g.Name }

func siteID(s model.Site) journal.ID { return s.ID }

// Person finds somebody who works or learns here, by name, number, e-mail address or id.
func Person(ctx context.Context, session *model.Session, text string) (model.Person, error) {
	people, err := session.People(ctx)
	if err != nil {
		return model.Person{}, err
	}
	for _, p := range people {
		if plain.SameCode(p.Number, text) || p.Email != "" && strings.EqualFold(p.Email, text) {
			return p, nil
		}
	}
	return One(text, people, personID, personName)
}

// Learner is findPerson for somebody who learns here. Errors: as there, and Invalid for somebody who does not.
func Learner(ctx context.Context, session *model.Session, text string) (model.Person, error) {
	p, err := Person(ctx, session, text)
	if err == nil && !p.Has(model.RoleStudent) {
		err = fault.New(fault.Invalid, "no-student", "name", p.Name)
	}
	return p, err
}

// Group finds a group by its name or its id.
func Group(ctx context.Context, session *model.Session, text string) (model.Group, error) {
	groups, err := session.Groups(ctx)
	if err != nil {
		return model.Group{}, err
	}
	return One(text, groups, groupID, groupName)
}

// Site finds a site by its code, its name or its id.
func Site(ctx context.Context, session *model.Session, text string) (model.Site, error) {
	sites, err := session.Sites(ctx)
	if err != nil {
		return model.Site{}, err
	}
	for _, s := range sites {
		if plain.SameCode(s.Code, text) {
			return s, nil
		}
	}
	return One(text, sites, siteID, func(s model.Site) string { return s.Name })
}

// Resident finds a resident by name, telephone number or id: exactly that name before one that begins so, and that before whoever is
// found by these words elsewhere.
func Resident(ctx context.Context, session *model.Session, text string) (desk.Resident, error) {
	residents, err := desk.FindResidents(ctx, session, text, 0)
	if err != nil {
		return desk.Resident{}, err
	}
	if id, err := journal.ParseID(plain.ID(text)); err == nil {
		return desk.Resident{ID: id}, nil
	}
	if _, is := plain.NormalPhone(text); is && len(residents) == 1 {
		return residents[0], nil
	}
	if len(residents) == 0 {
		if residents, err = desk.FindNearResidents(ctx, session, text, 20); err != nil {
			return desk.Resident{}, err
		}
	}
	return One(text, residents, residentID, residentName)
}

// GroupNames are the names of all groups by their ids.
func GroupNames(ctx context.Context, session *model.Session) (map[journal.ID]string, error) {
	groups, err := session.Groups(ctx)
	out := map[journal.ID]string{}
	for _, g := range groups {
		out[g.ID] = g.Name
	}
	return out, err
}
