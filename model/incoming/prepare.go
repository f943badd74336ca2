package incoming

import (
	"slices"

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
)

// prepare reads what there is to take back, and refuses what may not be.
func (u *undoing) prepare(id journal.ID) error {
	u.late, u.used, u.asked = map[journal.Kind][]unit{}, map[journal.ID]journal.ID{}, map[journal.ID][]journal.ID{}
	return reading(u.ctx, u.session, func(tx model.Tx) error {
		var err error
		if u.im, err = importIn(tx, u.session.Site(), id); err != nil {
			return err
		}
		if u.im.State == Undone && len(u.im.Left) == 0 {
			return fault.New(fault.Conflict, "import-undone")
		}
		c := u.session.Clearance()
		u.erases = c.MayWrite(journal.Scope{Class: journal.Trust, Part: journal.Organisation()})
		known, fresh := map[journal.ID]bool{}, map[journal.ID]bool{}
		l := newLook(tx, &u.im, c)
		for _, p := range u.im.parts {
			for _, s := range p.wrote {
				if s.Scope.Class != journal.Learning {
					if err := c.CheckWrite(s.Scope); err != nil {
						return err
					}
				}
				u.total += s.Len()
			}
			units, err := unitsOf(tx, p.wrote, last)
			if err != nil {
				return err
			}
			for _, of := range units {
				if known[of.id] {
					continue
				}
				known[of.id] = true
				f, err := l.find(unit{kind: of.kind, id: of.id})
				if err != nil {
					return err
				}
				if f.fresh && (!f.gone || of.kind == desk.KindResident) {
					u.late[of.kind] = append(u.late[of.kind], unit{kind: of.kind, id: of.id})
					if of.kind != desk.KindResident {
						fresh[of.id] = true
					}
				}
			}
		}
		return u.findUses(tx, l, fresh)
	})
}

// findUses looks through the journal for what people and groups that the import made did, and for what is about them and still stands.
func (u *undoing) findUses(tx model.Tx, l look, fresh map[journal.ID]bool) error {
	if len(fresh) == 0 {
		return nil
	}
	index := desk.IndexOf(tx)
	for from := ""; ; {
		next, err := index.EachChange(from, 5000, func(c *journal.Change) error {
			if model.Holds(l.own, c.Stream.Scope, c.Stamp()) || fresh[c.Entity] {
				return u.ctx.Err()
			}
			whom := c.Actor
			if !fresh[whom] {
				whom = c.Stream.Scope.Part // a group has dossiers of its own
			}
			if !fresh[whom] {
				whom = mentioned(c, fresh)
			}
			if _, known := u.used[whom]; whom.IsZero() || known {
				return u.ctx.Err()
			}
			stands, err := stands(tx, c)
			if stands {
				u.used[whom] = c.Actor
			}
			return err
		})
		if err != nil || next == "" {
			return err
		}
		from = next
	}
}

// mentioned is the one of ids that a change names; zero for none.
func mentioned(c *journal.Change, ids map[journal.ID]bool) (whom journal.ID) {
	var in func(v journal.Value)
	in = func(v journal.Value) {
		if id := v.ID(); ids[id] {
			whom = id
		}
		for _, e := range v.List() {
			in(e)
		}
	}
	for _, w := range c.Writes {
		in(w.Value)
	}
	return whom
}

// stands tells whether what a change did still shows.
func stands(tx model.Tx, c *journal.Change) (bool, error) {
	rec, err := tx.Record(c.Kind, c.Entity)
	if err != nil || rec == nil || rec.Archived() {
		return false, err
	}
	if c.Op == journal.OpSet {
		return slices.ContainsFunc(c.Writes, func(w journal.Write) bool { return slices.Contains(rec.Live(w.Field), c.Stamp()) }), nil
	}
	items, err := tx.Items(c.Kind, c.Entity)
	return c.Item != journal.ItemRetract && slices.ContainsFunc(journal.Standing(items), func(it journal.Item) bool { return it.Stamp == c.Stamp() }), err
}
