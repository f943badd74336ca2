package incoming

import (
	"context"
	"slices"

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/model/journal"
	"leerbalie/model/meeting"
	"leerbalie/model/trust"
)

// Options say how an import is taken back.
type Options struct {
	// Erase says that the residents that it brought, and nobody else uses, are erased for good, with what was asked about them in it. Who may
	// not erase puts them away.
	Erase    bool
	Progress func(done, total int) // in changes; may be nil
}

// Outcome is what became of taking an import back.
type Outcome struct {
	Import        // as it is now
	Took   Taken  // this time
	All    []Left // what stays, named
}

// mostLeft bounds how many of what stays is noted, as lists of the journal are bounded; those further on are counted by nobody.
const mostLeft = 5000

// one is how many people, groups or residents are taken back in one transaction: a resident takes its requests along.
const one = 200

// Undo takes back what an import brought, as far as nobody built on it, from any session and in as many transactions as it had. What each
// of them took back is noted with it, so that one that was stopped, by the context or by a power cut, is finished by another. What stays
// is tried again by another as well.
//
// Errors, beside what was done before: NotFound; Refused for who may not bring files in, or may not write what it brought; Conflict where
// all of it is taken back; the context's.
func Undo(ctx context.Context, session *model.Session, id journal.ID, o Options) (out Outcome, err error) {
	u := &undoing{ctx: model.Vouching(ctx), session: session, o: o}
	defer func() {
		u.im.Left = nil
		if now, err := Show(context.WithoutCancel(ctx), session, id); err == nil {
			u.im = now
		}
		out = Outcome{Import: u.im, Took: u.took, All: u.im.Left}
	}()
	if err := u.prepare(id); err != nil {
		return out, err
	}
	if err := u.rows(); err != nil {
		return out, err
	}
	for _, kind := range []journal.Kind{model.KindPerson, model.KindGroup, desk.KindResident} {
		if err := u.made(kind); err != nil {
			return out, err
		}
	}
	if u.took.All() > 0 || u.im.State != Undone || !slices.EqualFunc(u.left, u.im.Left, func(a, b Left) bool { return a.ID == b.ID }) {
		if _, err := session.DoQuietly(u.ctx, &takeBack{u: u, last: true}); err != nil {
			return out, err
		}
	}
	session.Undid(id)
	return out, nil
}

// undoing is an import that is being taken back.
type undoing struct {
	ctx     context.Context
	session *model.Session
	o       Options
	im      Import
	late    map[journal.Kind][]unit // people, groups and residents, whose turn is last; without what was written on them
	used    map[journal.ID]journal.ID
	came    map[journal.ID]journal.ID // by meeting, who noted that somebody came; nil before it is asked
	erases  bool
	asked   map[journal.ID][]journal.ID // by resident, the requests of the import about each
	took    Taken
	left    []Left
	done    int
	total   int
}

// last tells whether something of a kind is taken back after all else: others may be about it.
func last(kind journal.Kind) bool {
	return kind == model.KindPerson || kind == model.KindGroup || kind == desk.KindResident
}

// rows takes back the batches, the last first: what they made of requests and the like, and what they altered.
func (u *undoing) rows() error {
	for i := len(u.im.parts) - 1; i >= 0; i-- {
		if err := u.do(&takeBack{u: u, wrote: u.im.parts[i].wrote}); err != nil {
			return err
		}
		for _, s := range u.im.parts[i].wrote {
			u.done += s.Len()
		}
		u.tell()
	}
	return nil
}

// made takes back what the import made of one of the kinds whose turn is last.
func (u *undoing) made(kind journal.Kind) error {
	for all := u.late[kind]; len(all) > 0; {
		some := all[:min(len(all), one)]
		all = all[len(some):]
		if err := u.do(&takeBack{u: u, units: some}); err != nil {
			return err
		}
		u.tell()
	}
	return nil
}

func (u *undoing) tell() {
	if u.o.Progress != nil {
		u.o.Progress(u.done, u.total)
	}
}

// do carries out a part in a transaction of its own.
func (u *undoing) do(t *takeBack) error {
	if err := u.ctx.Err(); err != nil {
		return err
	}
	if _, err := u.session.DoQuietly(u.ctx, t); err != nil {
		return err
	}
	u.took.add(t.took)
	u.left = append(u.left, t.left...)
	u.im.back = append(u.im.back, t.back...)
	for whom, asked := range t.asked {
		u.asked[whom] = append(u.asked[whom], asked...)
	}
	return nil
}

// takeBack takes a part of an import back: a batch, or some of what is taken back last.
type takeBack struct {
	u     *undoing
	wrote []model.Stretch // of a batch
	units []unit
	last  bool // nothing is left to be done: that is noted

	took Taken
	left []Left
	back []model.Stretch
	// asked are, by resident, the requests of the import about each
	asked map[journal.ID][]journal.ID
}

// Name is the code of the words for this action.
func (*takeBack) Name() string { return "act-import-undo" }

// Do takes back what nobody built on, and notes it on the import.
func (t *takeBack) Do(d *model.Doing) error {
	if err := d.Clearance().CheckRight(model.ToBringIn); err != nil {
		return err
	}
	if t.last {
		return t.end(d)
	}
	t.took, t.left, t.back, t.asked = Taken{}, nil, nil, map[journal.ID][]journal.ID{}
	l, units := newLook(d, &t.u.im, d.Clearance()), t.units
	if units == nil {
		var err error
		if units, err = unitsOf(d, t.wrote, func(journal.Kind) bool { return true }); err != nil {
			return err
		}
	}
	free := make([]found, 0, len(units)) // all is looked at before anything is written: what is looked up follows what is written
	for _, of := range slices.Backward(units) {
		f, err := l.find(of)
		if err != nil {
			return err
		}
		if ok, err := t.isFree(d, l, &f); err != nil {
			return err
		} else if ok {
			free = append(free, f)
		}
	}
	for i := range free {
		f := &free[i]
		if err := d.Granted(model.Grant{Dossiers: dossiersOf(f)}, func() error { return t.one(d, f) }); err != nil {
			return err
		}
	}
	if t.took.All() == 0 {
		return nil
	}
	t.back = d.Wrote()
	return t.note(d, stretchFields(t.back))
}

// dossiersOf is the group in whose dossiers something lies.
func dossiersOf(f *found) journal.ID {
	if f.rec.Class == journal.Learning {
		return f.rec.Part
	}
	return journal.ID{}
}

// isFree tells whether what the import did to an entity can be taken back now, and notes it where it has to stay.
func (t *takeBack) isFree(d *model.Doing, l look, f *found) (bool, error) {
	switch {
	case f.rec == nil || f.rec.Erased, len(f.items) == 0:
		return false, nil
	case t.units == nil && last(f.kind) && f.fresh: // its turn comes
		return false, nil
	case !f.fresh && l.back(f):
		return false, nil
	}
	if f.fresh && f.kind == desk.KindRequest {
		if whom := f.rec.Get(desk.RequestResident).ID(); !whom.IsZero() {
			t.asked[whom] = append(t.asked[whom], f.id)
		}
	}
	if f.gone && !(f.kind == desk.KindResident && slices.ContainsFunc(f.rec.Live(journal.FieldArchived), func(s journal.Stamp) bool { return model.Holds(l.undone, f.rec.Scope(), s) })) {
		return false, nil
	}
	if t.units != nil {
		whole, err := l.whole(f.kind, f.id)
		if err != nil {
			return false, err
		}
		f.changes = slices.DeleteFunc(whole.changes, func(c *journal.Change) bool { return model.Holds(l.undone, c.Stream.Scope, c.Stamp()) })
	}
	by, built := l.builtOn(f)
	if !built && f.fresh {
		var err error
		if by, built, err = t.isUsed(d, l, f); err != nil {
			return false, err
		}
	}
	if built {
		why := Built
		if by.IsZero() {
			why = Used
		}
		t.stays(f, by, why)
	}
	return !built, nil
}

// one takes back what the import did to one entity.
func (t *takeBack) one(d *model.Doing, f *found) error {
	if !f.fresh {
		if f.kind == model.KindPerson {
			t.took.People++
		} else {
			t.took.Other++
		}
		return d.TakeBackChanges(f.kind, f.id, f.changes)
	}
	switch f.kind {
	case desk.KindResident:
		return t.resident(d, f)
	case desk.KindRequest:
		t.took.Requests++
	case model.KindPerson:
		t.took.People++
	case model.KindGroup:
		t.took.Groups++
	default:
		t.took.Other++
	}
	return putAway(d, f)
}

// putAway takes something off every list.
func putAway(d *model.Doing, f *found) error {
	return d.Set(f.kind, f.id, f.rec.Part, journal.Fields{journal.FieldArchived.Is(journal.Bool(true))})
}

// isUsed tells who uses something that the import made.
func (t *takeBack) isUsed(d *model.Doing, l look, f *found) (by journal.ID, used bool, err error) {
	switch f.kind {
	case desk.KindRequest, desk.KindResident:
		return l.usedElsewhere(f)
	case model.KindPerson:
		if by, used = t.u.used[f.id]; used {
			return by, true, nil
		}
		mine, err := desk.IndexOf(d).Mine(f.id) // since the journal was looked through
		return by, len(mine) > 0, err
	case meeting.KindMeeting:
		return t.u.attended(d, f.id)
	case model.KindGroup:
		if by, used = t.u.used[f.id]; used {
			return by, true, nil
		}
		err = d.Each(model.KindPerson, func(rec *journal.Record) error {
			p := model.PersonOf(rec)
			used = used || !p.Archived && slices.Contains(p.Groups, f.id)
			return nil
		})
	}
	return by, used, err
}

// stays notes that something stays.
func (t *takeBack) stays(f *found, by journal.ID, why Why) {
	t.left = append(t.left, Left{Kind: f.kind, ID: f.id, By: by, Why: why})
}

// resident erases a resident that the import brought, puts him away for somebody who may erase, or leaves him as nobody asked for it.
func (t *takeBack) resident(d *model.Doing, f *found) error {
	switch here := trust.CheckHere(d) == nil; {
	case t.u.o.Erase && t.u.erases && here:
		t.took.Residents++
		return t.erase(d, f)
	case f.rec.Archived():
		t.stays(f, journal.ID{}, Waits)
		return nil
	case !t.u.o.Erase:
		t.stays(f, journal.ID{}, Kept)
		return nil
	}
	t.took.Away++
	t.stays(f, journal.ID{}, Waits)
	return putAway(d, f)
}

// erase erases a resident with all that was asked about him in the import: the words of these requests stand in the journal still, though
// nobody finds them any more.
func (t *takeBack) erase(d *model.Doing, f *found) error {
	if err := (desk.EraseResident{ID: f.id}).Do(d); err != nil {
		return err
	}
	for _, id := range t.u.asked[f.id] {
		if _, err := d.Add(journal.KindErasure, id, journal.Organisation(), journal.ItemErase, nil); err != nil {
			return err
		}
	}
	return nil
}

// end notes that nothing is left to be done, and what stays.
func (t *takeBack) end(d *model.Doing) error {
	all := t.u.left[:min(len(t.u.left), mostLeft)]
	kinds, ids, by, why := make([]journal.Value, len(all)), make([]journal.ID, len(all)), make([]journal.Value, len(all)), make([]string, len(all))
	for i, l := range all {
		kinds[i], ids[i], by[i], why[i] = journal.Int(int64(l.Kind)), l.ID, journal.Bytes(string(l.By[:])), string(l.Why)
	}
	return t.note(d, journal.Fields{backLast.Is(journal.Bool(true)), leftKinds.Is(journal.List(kinds...)), leftIDs.Is(journal.Refs(ids)),
		leftBy.Is(journal.List(by...)), leftWhy.Is(journal.Texts(why))})
}

// note notes on the import what was taken back.
func (t *takeBack) note(d *model.Doing, fields journal.Fields) error {
	n := func(f journal.Field, n int) journal.FieldValue { return f.Is(journal.Int(int64(n))) }
	fields = append(fields, n(backRequests, t.took.Requests), n(backPeople, t.took.People), n(backGroups, t.took.Groups),
		n(backResidents, t.took.Residents), n(backAway, t.took.Away), n(backOther, t.took.Other))
	d.About(t.u.im.ID, "")
	_, err := d.Add(KindImport, t.u.im.ID, t.u.im.Site, ItemTakenBack, fields.Sorted())
	return err
}
