package model

import (
	"context"
	"slices"
	"strings"

	"leerbalie/model/fault"
	"leerbalie/model/journal"
)

// PeopleWhoLeft are those who worked or learned here and left, by name.
func (s *Session) PeopleWhoLeft(ctx context.Context) ([]Person, error) {
	out, err := ReadAll(ctx, s, KindPerson, PersonOf)
	out = slices.DeleteFunc(out, func(p Person) bool { return !p.Archived })
	SortPeople(out)
	return out, err
}

// Sites are the organisation's sites, by code.
func (s *Session) Sites(ctx context.Context) ([]Site, error) {
	out, err := ReadAll(ctx, s, KindSite, SiteOf)
	out = slices.DeleteFunc(out, func(s Site) bool { return s.Archived })
	slices.SortFunc(out, func(a, b Site) int { return strings.Compare(a.Code, b.Code) })
	return out, err
}

// SiteByID reads one site. Errors: NotFound.
func (s *Session) SiteByID(ctx context.Context, id journal.ID) (site Site, err error) {
	err = s.ReadOwn(ctx, func(tx Tx) error {
		rec, err := tx.Record(KindSite, id)
		if err != nil {
			return err
		}
		if rec == nil {
			return fault.New(fault.NotFound, "site-unknown", "name", id.String())
		}
		site = SiteOf(rec)
		return nil
	})
	return site, err
}

// People are all who work or learn here and have not left, by name.
func (s *Session) People(ctx context.Context) ([]Person, error) {
	out, err := ReadAll(ctx, s, KindPerson, PersonOf)
	out = slices.DeleteFunc(out, func(p Person) bool { return p.Archived })
	SortPeople(out)
	return out, err
}

// Groups are the organisation's groups, by name.
func (s *Session) Groups(ctx context.Context) ([]Group, error) {
	out, err := ReadAll(ctx, s, KindGroup, GroupOf)
	out = slices.DeleteFunc(out, func(g Group) bool { return g.Archived })
	SortByName(out, func(g *Group) string { return g.Name })
	return out, err
}

// ReadAll reads all entities of a kind that is of the class people, archived ones among them; a guest gets sites, groups and what people are called. Errors: Refused.
func ReadAll[T any](ctx context.Context, session *Session, kind journal.Kind, of func(*journal.Record) T) (out []T, err error) {
	me := session.Me()
	err = session.readAs(ctx, kind, func(tx Tx) error {
		return tx.Each(kind, func(r *journal.Record) error {
			out = append(out, of(seenBy(me, r)))
			return nil
		})
	})
	return out, err
}

// PersonNames are the names of all who work or learn here, by their ids; removed stands for each student whose records were erased.
func (s *Session) PersonNames(ctx context.Context, removed string) (map[journal.ID]string, error) {
	people, err := ReadAll(ctx, s, KindPerson, PersonOf)
	out := make(map[journal.ID]string, len(people))
	for _, p := range people {
		switch {
		case p.Erased:
			out[p.ID] = removed
		case !p.Archived:
			out[p.ID] = p.Name
		}
	}
	return out, err
}

// PeopleAndErased are all who work or learn here, and after them, without a name, the students whose records were erased: what they
// did stays.
func (s *Session) PeopleAndErased(ctx context.Context) ([]Person, error) {
	people, err := s.People(ctx)
	if err != nil {
		return nil, err
	}
	gone, err := s.PeopleWhoLeft(ctx)
	return append(people, slices.DeleteFunc(gone, func(p Person) bool { return !p.Erased })...), err
}
