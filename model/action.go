package model

import (
	"slices"
	"strings"

	"leerbalie/model/fault"
	"leerbalie/model/journal"
)

// Action is one thing that a person does. Do checks it against what is known and then writes it; an action that is
// refused has written nothing. Every edit goes through one.
type Action interface {
	// Name is the code of the words that tell what was done, for the history and for "undone: …".
	Name() string
	Do(*Doing) error
}

// Doing is an action under way: who acts, when, on what state, and the way to write.
type Doing struct {
	WriteTx
	Actor       Person
	Responsible journal.ID // who answers for the actor
	clearance   Clearance
	receipt     *Receipt
	site        journal.ID
	vouches     bool            // the actor says that numbers that are asked about are something else; see Vouching
	vouched     bool            // he had to, in what is being written
	stands      []string        // see Stands
	seen        *journal.Record // see SetFrom
	settles     *settled        // see Settling
}

// Clearance is what the actor may read and write, at this moment of the action.
func (d *Doing) Clearance() Clearance { return d.clearance }

// Site is where the session works.
func (d *Doing) Site() journal.ID { return d.site }

// Receipt tells what a commit did.
type Receipt struct {
	Name    string     // of the first action; see Action.Name
	Entity  journal.ID // what was made, or else what was changed
	Number  string     // of the request that was made or changed
	Created []journal.ID
	For     journal.ID   // whom it was for, such as who was informed; zero where that is nobody in particular
	Count   int          // of what was done to many at once, to how many; 0 for anything else
	Left    []journal.ID // of many that were taken back at once: those that stay as they are, since somebody built on them
	steps   []step
	again   []broughtBack // by an undo
	ends    []int         // of what was done to many at once, where the steps of each end
}

// groups are the steps, those of each of many together.
func (r *Receipt) groups() [][]step {
	if r.ends == nil {
		return [][]step{r.steps}
	}
	out, from := make([][]step, 0, len(r.ends)), 0
	for _, end := range r.ends {
		if end = min(end, len(r.steps)); end > from { // fewer where something cannot be taken back
			out = append(out, r.steps[from:end:end])
		}
		from = end
	}
	return out
}

// Undoable tells whether there is something to undo: what was so already is not written again, and an erasure, a decision
// and a look at others' judgements stay.
func (r Receipt) Undoable() bool { return len(r.steps) > 0 }

// step is one written change and what undoing it needs.
type step struct {
	kind  journal.Kind
	id    journal.ID
	part  journal.ID // of its scope
	stamp journal.Stamp
	item  bool
	// for fields: what was shown before, with its siblings
	fields []before
	fresh  bool  // the entity did not exist before
	grant  Grant // under which it was written
}

// Set writes fields of an entity, those that say something new. Personal fields go into a change of their own. A field that is
// handed in as it is shown is nobody's edit of it: where people wrote apart in it, that stays to be settled.
func (d *Doing) Set(kind journal.Kind, id, part journal.ID, fields journal.Fields) error {
	if err := d.Allowed(kind, part); err != nil {
		return err
	}
	rec, err := d.Record(kind, id)
	if err != nil {
		return err
	}
	if rec != nil && rec.MinReader > journal.SchemaVersion {
		return fault.New(fault.Newer, "update-needed")
	}
	for _, f := range fields {
		var was journal.Value
		if rec != nil {
			was = rec.Get(f.Field)
		}
		if err := d.checkValue(kind, f, was); err != nil {
			return err
		}
	}
	before := len(d.receipt.steps)
	for _, personal := range []bool{false, true} {
		if rec != nil && rec.Erased && personal {
			continue
		}
		if err := d.set(kind, id, part, rec, fields, personal); err != nil {
			return err
		}
	}
	return d.vouch(kind, id, part, d.receipt.steps[before:])
}

func (d *Doing) set(kind journal.Kind, id, part journal.ID, rec *journal.Record, fields journal.Fields, personal bool) error {
	c := d.NewChange(kind, id, part, journal.OpSet)
	room := len(fields)
	if rec == nil {
		room = fields.Held()
	}
	c.Writes = make([]journal.Write, 0, room)
	st := step{kind: kind, id: id, part: part, fresh: rec == nil, grant: d.clearance.grant}
	for _, f := range fields {
		if rec == nil && f.Value.IsNone() || d.Kinds().Personal(kind, f.Field) != personal {
			continue
		}
		w := journal.Write{Field: f.Field, Value: f.Value}
		if rec != nil {
			over := d.settles.is(kind, id, f.Field)
			if !over && d.leaves(rec, f) {
				continue
			}
			b, err := d.before(rec, f.Field, over)
			if err != nil {
				return err
			}
			if over && len(b.left)+len(b.base) < 2 && rec.Get(f.Field).Equal(f.Value) {
				continue
			}
			w.Base = b.base
			st.fields = append(st.fields, b)
		}
		c.Writes = append(c.Writes, w)
	}
	if len(c.Writes) == 0 {
		return nil
	}
	if err := d.Emit(c); err != nil {
		return err
	}
	st.stamp = c.Stamp()
	d.receipt.steps = append(d.receipt.steps, st)
	return nil
}

// Add puts an immutable item on an entity and returns its stamp. Free words beside what stays go into an item of their own.
func (d *Doing) Add(kind journal.Kind, id, part journal.ID, item journal.ItemKind, fields journal.Fields) (journal.Stamp, error) {
	if err := d.Allowed(kind, part); err != nil {
		return journal.Stamp{}, err
	}
	return d.add(kind, id, part, item, fields)
}

func (d *Doing) add(kind journal.Kind, id, part journal.ID, item journal.ItemKind, fields journal.Fields) (journal.Stamp, error) {
	for _, f := range fields {
		if err := d.checkValue(kind, f, journal.Value{}); err != nil {
			return journal.Stamp{}, err
		}
	}
	rec, err := d.Record(kind, id)
	if err != nil {
		return journal.Stamp{}, err
	}
	if rec != nil && rec.MinReader > journal.SchemaVersion {
		return journal.Stamp{}, fault.New(fault.Newer, "update-needed")
	}
	if key, ok := d.Kinds().Version(kind, item); ok && fields.Get(journal.FieldSaw).IsNone() {
		items, err := d.Items(kind, id)
		if err != nil {
			return journal.Stamp{}, err
		}
		of := journal.Value{}
		if key != 0 {
			of = fields.Get(key)
		}
		fields = append(slices.Clip(fields), journal.Saw(items, item, key, of)).Sorted()
	}
	stays, words := d.Kinds().Split(item, fields)
	if rec != nil && rec.Erased && (len(words) > 0 || d.Kinds().PersonalItem(item)) {
		return journal.Stamp{}, fault.New(fault.Refused, "erased")
	}
	before := len(d.receipt.steps)
	stamp, err := d.emitItem(kind, id, part, item, stays)
	if err == nil && len(words) > 0 {
		_, err = d.emitItem(kind, id, part, journal.ItemWords, append(words, journal.FieldPartOf.Is(journal.Stamps([]journal.Stamp{stamp}))))
	}
	if err != nil {
		return journal.Stamp{}, err
	}
	return stamp, d.vouch(kind, id, part, d.receipt.steps[before:])
}

func (d *Doing) emitItem(kind journal.Kind, id, part journal.ID, item journal.ItemKind, fields journal.Fields) (journal.Stamp, error) {
	c := d.NewChange(kind, id, part, journal.OpAdd)
	c.Item = item
	c.Writes = make([]journal.Write, 0, len(fields))
	for _, f := range fields {
		if !f.Value.IsNone() {
			c.Writes = append(c.Writes, journal.Write{Field: f.Field, Value: f.Value})
		}
	}
	if err := d.Emit(c); err != nil {
		return journal.Stamp{}, err
	}
	d.receipt.steps = append(d.receipt.steps, step{kind: kind, id: id, part: part, stamp: c.Stamp(), item: true, grant: d.clearance.grant})
	return c.Stamp(), nil
}

// NewChange begins a change of an entity by who acts, now; whoever asks for it fills in what it writes.
func (d *Doing) NewChange(kind journal.Kind, id, part journal.ID, op journal.Op) *journal.Change {
	class, _ := d.Kinds().Class(kind)
	return &journal.Change{
		Stream: journal.Stream{Scope: journal.Scope{Class: class, Part: part}}, Kind: kind, Entity: id, Op: op, Wall: d.Now().UnixMilli(),
		Actor: d.Actor.ID, Responsible: d.Responsible, Schema: journal.SchemaVersion, MinReader: 1,
	}
}

// Granted does a part of an action under a grant.
func (d *Doing) Granted(g Grant, do func() error) error {
	was := d.clearance.grant
	d.clearance.grant = g
	err := do()
	d.clearance.grant = was
	return err
}

// Allowed refuses to write where the actor's clearance does not reach.
func (d *Doing) Allowed(kind journal.Kind, part journal.ID) error {
	class, ok := d.Kinds().Class(kind)
	if !ok {
		return fault.New(fault.Internal, "unknown-kind", "kind", kind)
	}
	return d.clearance.CheckWrite(journal.Scope{Class: class, Part: part})
}

// Follower acts on what happens in another room of the house, within the same transaction. It looks at the type of the event.
type Follower func(d *Doing, event any) error

// Tell tells the followers what has happened: what they write is part of the same action.
func (d *Doing) Tell(event any) error {
	for _, follow := range d.Followers() {
		if err := follow(d, event); err != nil {
			return err
		}
	}
	return nil
}

// Made notes a new entity on the receipt.
func (d *Doing) Made(id journal.ID, number string) {
	d.receipt.Created = append(d.receipt.Created, id)
	d.About(id, number)
}

// AddMade notes another new thing on the receipt, such as a part of an entity.
func (d *Doing) AddMade(id journal.ID) { d.receipt.Created = append(d.receipt.Created, id) }

// For notes on the receipt whom this is for, unless an earlier action said so.
func (d *Doing) For(person journal.ID) {
	if d.receipt.For.IsZero() {
		d.receipt.For = person
	}
}

// AboutNext lets the receipt be about what is made or changed next, whatever it was about until now.
func (d *Doing) AboutNext() { d.receipt.Entity = journal.ID{} }

// Permanent says that nothing of what has been done so far can be taken back.
func (d *Doing) Permanent() { d.receipt.steps = nil }

// About notes on the receipt which entity this is about, unless an earlier action said so.
func (d *Doing) About(id journal.ID, number string) {
	if d.receipt.Entity.IsZero() {
		d.receipt.Entity, d.receipt.Number = id, number
	}
}

// Person reads somebody who works or learns here. Errors: NotFound.
func (d *Doing) Person(id journal.ID) (Person, error) {
	rec, err := d.Record(KindPerson, id)
	if err != nil {
		return Person{}, err
	}
	if rec == nil {
		return Person{}, fault.New(fault.NotFound, "person-unknown", "name", id.String())
	}
	return PersonOf(rec), nil
}

// Required refuses an empty text, after taking the blanks around it away.
func Required(text *string, field string) error {
	*text = strings.TrimSpace(*text)
	if *text == "" {
		return fault.New(fault.Invalid, "missing", "field", field)
	}
	return nil
}

// Student reads somebody who learns here. Errors: NotFound; Refused for one whose records were erased, Invalid for somebody who
// does not learn.
func (d *Doing) Student(id journal.ID) (Person, error) {
	p, err := d.Person(id)
	if err == nil && p.Erased {
		return p, fault.New(fault.Refused, "student-erased")
	}
	if err == nil && !p.Has(RoleStudent) {
		err = fault.New(fault.Invalid, "no-student", "name", p.Name)
	}
	return p, err
}
