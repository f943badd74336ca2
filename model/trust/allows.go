package trust

import (
	"slices"

	"leerbalie/model"
	"leerbalie/model/journal"
)

// Allows tells whether the holder of a replica may write what a change does, "" when it may, whatever the program on that machine let
// through. The roles are those that the store has now, and the groups and sites also those of which the replica might hold the
// stream before: whoever worked with a class until yesterday did so rightly. That somebody left here counts from when the replica
// is revoked, or its scopes end. What is written about keys is for the centre alone.
func Allows(tx model.Tx, m Replica, c *journal.Change) (Reason, error) {
	scope := c.Stream.Scope
	class, known := tx.Kinds().Class(c.Kind)
	switch {
	case scope.Class == journal.Trust || known && class == journal.Trust:
		return Overreach, nil
	case !known || c.MinReader > journal.SchemaVersion || c.Op == journal.OpAdd && !tx.Kinds().Item(c.Kind, c.Item):
		return Newer, nil
	case c.Actor.IsZero() || !m.Person.IsZero() && c.Actor != m.Person:
		return Overreach, nil
	}
	rec, err := tx.Record(model.KindPerson, c.Actor)
	if err != nil || rec == nil {
		return Overreach, err
	}
	may, err := tx.Kinds().Reaches(tx, m.writer(model.PersonOf(rec), scope), c)
	if err == nil && may && c.Op == journal.OpAdd && (c.Item == journal.ItemRetract || c.Item == journal.ItemVouch) {
		may, err = answersOwn(tx, c)
	}
	if err != nil || may {
		return "", err
	}
	return Overreach, nil
}

// writer is in whose hand a change of a replica is, where it may be the person's.
func (m Replica) writer(p model.Person, scope journal.Scope) journal.Writer {
	l, held := m.limits[scope]
	held = held && !l.added
	p.Archived = false
	if held && scope.Class == journal.Desk {
		p.Site = scope.Part
	}
	return journal.Writer{Person: p.ID, Table: model.ClearanceOf(p).MayWrite(scope), Held: held}
}

// answersOwn tells whether a change takes back, or vouches for, nothing but what the same person wrote.
func answersOwn(tx model.Tx, c *journal.Change) (bool, error) {
	items, err := tx.Items(c.Kind, c.Entity)
	if err != nil {
		return false, err
	}
	own := map[journal.Stamp]bool{}
	for i := range items {
		own[items[i].Stamp] = items[i].Actor == c.Actor
	}
	targets := c.Fields().Get(journal.FieldTarget).Stamps()
	return !c.Erased && !slices.ContainsFunc(targets, func(s journal.Stamp) bool { return !own[s] }), nil
}

// ScopesFor are the scopes that a copy of a person's own may hold, by the table of classes; none for who only learns here, since
// students have no copy, and for who has left.
func ScopesFor(p model.Person, sites, groups []journal.ID) (out []journal.Scope) {
	if !p.Has(model.RoleDesk, model.RoleTeacher, model.RoleSupervisor, model.RoleCoordinator, model.RoleAdmin) {
		return nil
	}
	may := model.ClearanceOf(p).MayRead
	add := func(class journal.Class, parts ...journal.ID) {
		for _, part := range parts {
			if s := (journal.Scope{Class: class, Part: part}); may(s) {
				out = append(out, s)
			}
		}
	}
	add(journal.Trust, journal.Organisation())
	add(journal.People, journal.Organisation())
	add(journal.Private, journal.Organisation())
	add(journal.Desk, sites...)
	add(journal.Learning, append([]journal.ID{journal.Organisation()}, groups...)...)
	slices.SortFunc(out, compareScopes)
	return out
}

// ScopesIn is ScopesFor with the sites and groups of a store, archived ones among them.
func ScopesIn(tx model.Tx, p model.Person) ([]journal.Scope, error) {
	var sites, groups []journal.ID
	for kind, ids := range map[journal.Kind]*[]journal.ID{model.KindSite: &sites, model.KindGroup: &groups} {
		if err := tx.Each(kind, func(r *journal.Record) error { *ids = append(*ids, r.ID); return nil }); err != nil {
			return nil, err
		}
	}
	return ScopesFor(p, sites, groups), nil
}
