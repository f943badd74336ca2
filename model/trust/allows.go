package trust

import (
	"slices"

	"leerbalie/model"
	"leerbalie/model/journal"
)

// Allows tells whether the holder of a replica may write what a change does, "" when it may, whatever the program on that machine let
// through. The roles are those that the person has or had since the replica was admitted, and the groups and sites also those of which
// the replica might hold the stream before: whoever worked with a class until yesterday did so rightly. That somebody left here counts from when the replica
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
	may, err := m.reaches(tx.Kinds(), tx, model.PersonOf(rec), c)
	if err == nil && !may {
		may, err = m.allowedBefore(tx, rec, c)
	}
	if err == nil && may && c.Op == journal.OpAdd && (c.Item == journal.ItemRetract || c.Item == journal.ItemVouch) {
		may, err = answersOwn(tx, c)
	}
	if err != nil || may {
		return "", err
	}
	return Overreach, nil
}

// allowedBefore tells whether the holder of a replica might write what a change does with the roles that the person had at some time
// since the replica was admitted: a laptop hears of other roles later than they are given.
func (m Replica) allowedBefore(tx model.Tx, rec *journal.Record, c *journal.Change) (bool, error) {
	items, err := tx.Items(model.KindPerson, rec.ID)
	if err != nil {
		return false, err
	}
	had := [][]string{rec.Get(model.PersonRoles).Texts()}
	for _, it := range items {
		if it.Kind != journal.ItemSet {
			continue
		}
		was, err := tx.Change(journal.Stream{Replica: it.Stamp.Replica, Scope: rec.Scope()}, it.Stamp.Seq)
		if err != nil {
			return false, err
		}
		for _, w := range was.Writes {
			if w.Field != model.PersonRoles || it.Stamp.Replica == m.Name {
				continue
			}
			if it.Stamp.Compare(m.Since) < 0 {
				had = had[:1] // those that it was admitted with are the last before that
			}
			had = append(had, w.Value.Texts())
		}
	}
	for _, roles := range had[1:] {
		as := *rec
		as.Registers = slices.Clone(rec.Registers)
		if reg := as.Register(model.PersonRoles); reg != nil && len(reg.Live) > 0 {
			list := make([]journal.Value, len(roles))
			for i, role := range roles {
				list[i] = journal.Text(role)
			}
			reg.Live = []journal.Version{{Stamp: reg.Live[0].Stamp, Value: journal.List(list...)}}
		}
		may, err := m.reaches(tx.Kinds(), asWas{tx, &as}, model.PersonOf(&as), c)
		if err != nil || may {
			return may, err
		}
	}
	return false, nil
}

// reaches tells whether a person on a replica may write a change by the rule of its kind. The screen of a waiting room writes nothing.
func (m Replica) reaches(k *journal.Kinds, r journal.Reader, p model.Person, c *journal.Change) (bool, error) {
	if p.IsBoard() {
		return false, nil
	}
	return k.Reaches(r, m.writer(p, c.Stream.Scope), c)
}

// asWas is a store in which one person is as at another time.
type asWas struct {
	journal.Reader
	person *journal.Record
}

func (r asWas) Record(k journal.Kind, id journal.ID) (*journal.Record, error) {
	if k == r.person.Kind && id == r.person.ID {
		return r.person, nil
	}
	return r.Reader.Record(k, id)
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
	add(journal.Community, journal.Organisation())
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
