// Package together is what the rooms of a learning community have in common. What they keep is of the class community: everybody reads it, any
// member adds to it, and whoever added or owns something alters it, as coordinators do with all. A room says what is its own in a Room: the
// fields, who owns, what is checked, and which items stand on it.
package together

import (
	"slices"
	"sync"

	"leerbalie/model"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
)

// FieldAddedBy is the field with whoever added something, in every kind of these rooms; 15 is FieldArchived.
const FieldAddedBy journal.Field = 16

// Mine is the grant under which who may not write all of the class adds something, and alters what is the own.
var Mine = model.Grant{Common: true}

// Scope is where it is kept: everybody reads it.
func Scope() journal.Scope {
	return journal.Scope{Class: journal.Community, Part: journal.Organisation()}
}

// Base is what everything of these rooms has beside its own fields. A room embeds it.
type Base struct {
	ID       journal.ID
	AddedBy  journal.ID
	Archived bool
	ReadOnly bool            // changed by a newer version of the program
	seen     *journal.Record // what it was read from; see model.Doing.SetFrom
}

// Entity is what a room keeps, by its address.
type Entity interface{ base() *Base }

func (b *Base) base() *Base { return b }

// ItemKind is a kind of item that stands on a room's entities.
type ItemKind[T any] struct {
	Kind journal.ItemKind
	Said string // the item's name in scripts
	// Version is the field by which a later item replaces an earlier one; 0: each item counts by itself.
	Version journal.Field
	// May tells who adds one beside whoever may alter the entity; nil: nobody. The fields are those of the item.
	May func(of *T, by *model.Person, f journal.Fields) bool
}

// Anybody is an ItemKind.May for what every member adds.
func Anybody[T any](*T, *model.Person, journal.Fields) bool { return true }

// Room is what a room says of its kind; T is its reading, and E the address of one.
type Room[T any, E interface {
	*T
	Entity
}] struct {
	Kind   journal.Kind
	Name   string                // the kind's name in scripts; NAME-unknown and NAME-not-yours are the codes of its sentences
	Fields func() model.Table[T] // but who added it
	Title  func(*T) string       // what people call it
	Owners func(*T) []journal.ID // who alters it beside whoever added it and coordinators; nil: nobody
	Hidden []journal.Field       // those of Fields that the program keeps for itself
	// Writes tells who writes a field of one, where that is not everybody who alters it; nil: they do. alters tells whether somebody does. It
	// asks nothing that another may alter meanwhile but who owns it.
	Writes func(of *T, by *model.Person, f journal.Field, alters bool) bool
	Items  []ItemKind[T]                           // what stands on it
	Take   func(*T, []journal.Item)                // reads what stands on it, the oldest first, without what was taken back; nil where nothing does
	Check  func(d *model.Doing, now, was *T) error // refuses what cannot be, and tidies now; was is empty for what is new

	made made[T]
}

// made is what is worked out of a room once.
type made[T any] struct {
	once     sync.Once
	table    model.Table[T]
	numbered model.Numbered[T]
}

func (r *Room[T, E]) make() *made[T] {
	r.made.once.Do(func() {
		r.made.table = append(slices.Clone(r.Fields()), model.EntityField(FieldAddedBy, "added-by", func(t *T) *journal.ID { return &E(t).base().AddedBy }))
		r.made.numbered = r.made.table.Numbered()
	})
	return &r.made
}

// Table is every field, with who added it.
func (r *Room[T, E]) Table() model.Table[T] { return r.make().table }

func (r *Room[T, E]) numbered() model.Numbered[T] { return r.make().numbered }

// FilledIn are the fields that people fill in of this kind.
func (r *Room[T, E]) FilledIn(k journal.Kind) []model.Filled {
	if k != r.Kind {
		return nil
	}
	return slices.DeleteFunc(r.Table().Filled(), func(f model.Filled) bool { return f.On == FieldAddedBy || slices.Contains(r.Hidden, f.On) })
}

// Row is the row of this kind. A room adds to it what only it has.
func (r *Room[T, E]) Row() journal.KindRow {
	row := journal.KindRow{Kind: r.Kind, Name: r.Name, Class: journal.Community, Fields: r.numbered().Name, Filled: model.FilledNames(r.FilledIn(r.Kind)), Reach: r.reaches}
	for _, it := range r.Items {
		row.Items = append(row.Items, it.Kind)
		if row.Said == nil {
			row.Said = map[journal.ItemKind]string{}
		}
		row.Said[it.Kind] = it.Said
		if it.Version != 0 {
			if row.Versions == nil {
				row.Versions = map[journal.ItemKind]journal.Field{}
			}
			row.Versions[it.Kind] = it.Version
		}
	}
	return row
}

// Of reads one from its record and what stands on it.
func (r *Room[T, E]) Of(rec *journal.Record, items []journal.Item) (t T) {
	*E(&t).base() = Base{ID: rec.ID, Archived: rec.Archived() || rec.Erased, ReadOnly: rec.MinReader > journal.SchemaVersion, seen: rec}
	r.numbered().Read(&t, rec)
	if r.Take != nil {
		r.Take(&t, journal.Standing(items))
	}
	return t
}

// AsSeenIn makes an edit one of who saw what stood in another reading: it replaces nothing that came after that.
func (b *Base) AsSeenIn(was *Base) { b.seen = was.seen }

// MayEdit tells whether a person may alter something: coordinators all, others what they own or added.
func (r *Room[T, E]) MayEdit(p model.Person, t *T) bool {
	may := model.ClearanceOf(p)
	return may.MayWrite(Scope()) || may.MayRead(Scope()) && !p.ID.IsZero() && (E(t).base().AddedBy == p.ID || r.Owners != nil && slices.Contains(r.Owners(t), p.ID))
}

// Add adds one. Errors: those of Check; Refused for who may not read the community's.
func (r *Room[T, E]) Add(d *model.Doing, t T) (err error) {
	if err := d.Clearance().CheckRead(Scope()); err != nil {
		return err
	}
	if r.Check != nil {
		var none T
		if err := r.Check(d, &t, &none); err != nil {
			return err
		}
	}
	b := E(&t).base()
	if b.ID.IsZero() {
		if b.ID, err = d.NewID(d.Now()); err != nil {
			return err
		}
	}
	b.AddedBy = d.Actor.ID
	d.Made(b.ID, "")
	return d.Granted(Mine, func() error { return d.Set(r.Kind, b.ID, Scope().Part, r.numbered().Values(&t)) })
}

// Edit writes what differs from what whoever edits saw. Errors: NotFound; Refused for what is somebody else's; those of Check.
func (r *Room[T, E]) Edit(d *model.Doing, t T) error {
	now, err := r.Found(d, E(&t).base().ID)
	if err != nil {
		return err
	}
	if r.Writes == nil && !r.MayEdit(d.Actor, &now) {
		return r.notYours(d, &now)
	}
	table := r.Table()
	for i := range table {
		if f := &table[i]; f.On == FieldAddedBy || slices.Contains(r.Hidden, f.On) {
			f.Put(&t, f.Get(&now))
		}
	}
	if r.Check != nil {
		if err := r.Check(d, &t, &now); err != nil {
			return err
		}
	}
	if err := r.written(d, &t, &now); err != nil {
		return err
	}
	return r.Write(d, &t)
}

// written refuses what differs from what was seen in a field that is not the actor's to write.
func (r *Room[T, E]) written(d *model.Doing, t, now *T) error {
	if r.Writes == nil {
		return nil
	}
	was := *now
	if seen := E(t).base().seen; seen != nil {
		was = r.Of(seen, nil)
	}
	table, alters := r.Table(), r.MayEdit(d.Actor, now)
	for i := range table {
		f := &table[i]
		if f.On == FieldAddedBy || slices.Contains(r.Hidden, f.On) {
			continue
		}
		if !f.Get(t).Equal(f.Get(&was)) && !r.Writes(now, &d.Actor, f.On, alters) {
			return r.notYours(d, now)
		}
	}
	return nil
}

// Write writes one as it is now, for an action of the room that has seen for itself that its actor may.
func (r *Room[T, E]) Write(d *model.Doing, t *T) error {
	b := E(t).base()
	d.About(b.ID, "")
	return d.Granted(Mine, func() error { return d.SetFrom(b.seen, r.Kind, b.ID, Scope().Part, r.numbered().Values(t)) })
}

// Archive puts one away. Errors: NotFound; Refused for what is somebody else's.
func (r *Room[T, E]) Archive(d *model.Doing, id journal.ID) error {
	t, err := r.Meant(d, id)
	if err != nil {
		return err
	}
	if r.Writes != nil && !r.Writes(&t, &d.Actor, journal.FieldArchived, true) {
		return r.notYours(d, &t)
	}
	d.About(id, "")
	return d.Granted(Mine, func() error {
		return d.Set(r.Kind, id, Scope().Part, journal.Fields{journal.FieldArchived.Is(journal.Bool(true))})
	})
}

// Note adds an item to one. Errors: Refused for who may not, of a kind of item that is not everybody's.
func (r *Room[T, E]) Note(d *model.Doing, t *T, kind journal.ItemKind, f journal.Fields) (at journal.Stamp, err error) {
	if !r.mayNote(d.Actor, t, kind, f) {
		return at, r.notYours(d, t)
	}
	d.About(E(t).base().ID, "")
	err = d.Granted(Mine, func() (err error) {
		at, err = d.Add(r.Kind, E(t).base().ID, Scope().Part, kind, f)
		return err
	})
	return at, err
}

func (r *Room[T, E]) mayNote(by model.Person, t *T, kind journal.ItemKind, f journal.Fields) bool {
	i := slices.IndexFunc(r.Items, func(it ItemKind[T]) bool { return it.Kind == kind })
	return i >= 0 && model.ClearanceOf(by).MayRead(Scope()) && (r.MayEdit(by, t) || r.Items[i].May != nil && r.Items[i].May(t, &by, f))
}

func (r *Room[T, E]) notYours(d *model.Doing, t *T) error {
	return fault.New(fault.Refused, r.Name+"-not-yours", "name", d.Actor.Name, "title", r.Title(t))
}

// Found reads what an action is about. Errors: NotFound; Refused for who may not read the community's.
func (r *Room[T, E]) Found(d *model.Doing, id journal.ID) (t T, err error) {
	if err := d.Clearance().CheckRead(Scope()); err != nil {
		return t, err
	}
	t, err = r.In(d, id)
	if err == nil && E(&t).base().Archived {
		err = fault.New(fault.NotFound, r.Name+"-unknown", "name", id.String())
	}
	return t, err
}

// Meant is Found for what is altered. Errors: Refused for what is somebody else's.
func (r *Room[T, E]) Meant(d *model.Doing, id journal.ID) (t T, err error) {
	t, err = r.Found(d, id)
	if err == nil && !r.MayEdit(d.Actor, &t) {
		err = r.notYours(d, &t)
	}
	return t, err
}
