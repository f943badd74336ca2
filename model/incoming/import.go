package incoming

import (
	"context"
	"slices"
	"strings"
	"time"

	"leerbalie/model"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
)

// State is how far an import is.
type State string

// The states.
const (
	Unfinished State = "unfinished" // stopped before the end of the file, or under way
	Finished   State = "finished"
	Undoing    State = "undoing" // taking back was stopped, or is under way
	Undone     State = "undone"
)

// Print tells files apart: by what is in them and how they are read.
type Print [16]byte

// Import is one file that was brought in.
type Import struct {
	ID    journal.ID
	Site  journal.ID
	File  string // its name, without a folder; "" where it came from none, or where the name cannot be kept
	What  string // "" for requests, "students"
	By    journal.ID
	At    time.Time
	State State
	// Imported rows, of all runs; what else there was, the run that came to the end counted. Unchanged were known from before.
	Read, Imported, Unchanged, Refused int

	Back Taken  // what was taken back of it
	Left []Left // what stayed when that was done

	print Print
	began journal.Stamp
	parts []part
	back  []model.Stretch // what taking back wrote
}

// part is a batch of an import.
type part struct {
	wrote []model.Stretch
	rows  int
}

// Taken counts what was taken back.
type Taken struct {
	Requests  int
	People    int
	Groups    int
	Residents int // erased
	Away      int // residents that were put away: somebody who may erase has to do that
	Other     int // such as evidence, and residents that were altered
}

// Rows are those of the file that were taken back, as a count for people.
func (t Taken) Rows() int { return t.Requests + t.People }

// All is how much it is.
func (t Taken) All() int { return t.Requests + t.People + t.Groups + t.Residents + t.Away + t.Other }

func (t *Taken) add(o Taken) {
	t.Requests, t.People, t.Groups = t.Requests+o.Requests, t.People+o.People, t.Groups+o.Groups
	t.Residents, t.Away, t.Other = t.Residents+o.Residents, t.Away+o.Away, t.Other+o.Other
}

// Left is something that came in and stays.
type Left struct {
	Kind journal.Kind
	ID   journal.ID
	Name string     // number or name, where whoever asks may know it
	By   journal.ID // who built on it; zero where nobody did
	Why  Why
	gone bool // it was erased since
}

// Why is why something stays.
type Why string

// The reasons.
const (
	Built Why = "built" // somebody built on it
	Kept  Why = "kept"  // a resident of whom nobody said that he is to be erased
	Waits Why = "waits" // a resident that was put away, until somebody who may erase does
	Used  Why = "used"  // something that stays is about it
)

// importOf reads an import from its record and items.
func importOf(rec *journal.Record, items []journal.Item) Import {
	im := Import{ID: rec.ID, Site: rec.Part, File: rec.Get(ImportFile).Text(), What: rec.Get(ImportWhat).Text(), State: Unfinished}
	copy(im.print[:], rec.Get(ImportPrint).Raw())
	for i := range items {
		it := &items[i]
		if i == 0 {
			m := it.Mark(0)
			im.By, im.At, im.began = m.By, m.At, m.Stamp
		}
		f := it.Fields
		switch n := func(on journal.Field) int { return int(f.Get(on).Int()) }; it.Kind {
		case ItemBatch:
			p := part{stretchesOf(f), n(partRows)}
			im.parts, im.Imported = append(im.parts, p), im.Imported+p.rows
		case ItemEnded:
			im.Read, im.Unchanged, im.Refused = n(endRead), n(endUnchanged), n(endRefused)
			im.State = Finished
		case ItemTakenBack:
			im.back = append(im.back, stretchesOf(f)...)
			im.Back.add(Taken{n(backRequests), n(backPeople), n(backGroups), n(backResidents), n(backAway), n(backOther)})
			im.State = Undoing
			if f.Get(backLast).Bool() {
				im.State, im.Left = Undone, leftOf(f)
			}
		}
	}
	if im.State == Unfinished {
		im.Read = im.Imported
	}
	return im
}

func stretchesOf(f journal.Fields) (out []model.Stretch) {
	scopes, from, to := f.Get(partScopes).List(), f.Get(partFrom).Stamps(), f.Get(partTo).Stamps()
	if len(scopes) != len(from) || len(from) != len(to) {
		return nil
	}
	for i, s := range scopes {
		raw := s.Raw()
		if len(raw) != 1+len(journal.ID{}) || from[i].Replica != to[i].Replica || from[i].Seq > to[i].Seq {
			continue
		}
		scope := journal.Scope{Class: journal.Class(raw[0])}
		copy(scope.Part[:], raw[1:])
		out = append(out, model.Stretch{Scope: scope, First: from[i], Last: to[i]})
	}
	return out
}

func stretchFields(all []model.Stretch) journal.Fields {
	scopes, from, to := make([]journal.Value, len(all)), make([]journal.Stamp, len(all)), make([]journal.Stamp, len(all))
	for i, s := range all {
		scopes[i] = journal.Bytes(string(append([]byte{byte(s.Scope.Class)}, s.Scope.Part[:]...)))
		from[i], to[i] = s.First, s.Last
	}
	return journal.Fields{partScopes.Is(journal.List(scopes...)), partFrom.Is(journal.Stamps(from)), partTo.Is(journal.Stamps(to))}
}

func leftOf(f journal.Fields) (out []Left) {
	kinds, ids, by, why := f.Get(leftKinds).List(), f.Get(leftIDs).IDs(), f.Get(leftBy).IDs(), f.Get(leftWhy).Texts()
	for i := range min(len(kinds), len(ids), len(by), len(why)) {
		out = append(out, Left{Kind: journal.Kind(kinds[i].Int()), ID: ids[i], By: by[i], Why: Why(why[i])})
	}
	return out
}

// importIn reads one import of a site. Errors: NotFound.
func importIn(tx model.Tx, site, id journal.ID) (Import, error) {
	rec, err := tx.Record(KindImport, id)
	if err != nil {
		return Import{}, err
	}
	if rec == nil || rec.Part != site {
		return Import{}, fault.New(fault.NotFound, "import-unknown", "text", id.String())
	}
	items, err := tx.Items(KindImport, id)
	return importOf(rec, items), err
}

// reading reads imports of the session's site. Errors: Refused for who may not bring files in.
func reading(ctx context.Context, session *model.Session, fn func(tx model.Tx) error) error {
	if err := session.Check(ctx, model.ToBringIn); err != nil {
		return err
	}
	return session.ReadScope(ctx, journal.Scope{Class: journal.Desk, Part: session.Site()}, fn)
}

// Read reads the imports of the session's site, the newest first. Errors: Refused.
func Read(ctx context.Context, session *model.Session) (out []Import, err error) {
	err = reading(ctx, session, func(tx model.Tx) error {
		return tx.Each(KindImport, func(rec *journal.Record) error {
			if rec.Part != session.Site() {
				return nil
			}
			items, err := tx.Items(KindImport, rec.ID)
			if err == nil && len(items) > 0 {
				out = append(out, importOf(rec, items))
			}
			return err
		})
	})
	slices.SortStableFunc(out, func(a, b Import) int {
		return b.began.Compare(a.began)
	})
	return out, err
}

// Show reads one import, with what stayed named. Errors: NotFound, Refused.
func Show(ctx context.Context, session *model.Session, id journal.ID) (im Import, err error) {
	err = reading(ctx, session, func(tx model.Tx) error {
		if im, err = importIn(tx, session.Site(), id); err != nil {
			return err
		}
		im.Left, err = newLook(tx, &im, session.Clearance()).allNamed(im.Left)
		return err
	})
	return im, err
}

// Last is the word for the import that was brought in last.
const Last = "last"

// Find is the import that somebody means by its id, by the beginning of it or of its end that only one has, or by the word Last. Errors:
// NotFound; Conflict for a beginning that several have.
func Find(ctx context.Context, session *model.Session, text string) (Import, error) {
	all, err := Read(ctx, session)
	if err != nil {
		return Import{}, err
	}
	text = strings.ToLower(strings.TrimSpace(text))
	if text == Last && len(all) > 0 {
		return Show(ctx, session, all[0].ID)
	}
	var found []Import
	for _, im := range all {
		id := im.ID.String()
		if text != "" && (strings.HasPrefix(id, text) || strings.HasPrefix(id[24:], text)) {
			found = append(found, im)
		}
	}
	switch len(found) {
	case 0:
		return Import{}, fault.New(fault.NotFound, "import-unknown", "text", text)
	case 1:
		return Show(ctx, session, found[0].ID)
	}
	return Import{}, fault.New(fault.Conflict, "import-several", "text", text, "n", len(found))
}

// TakenBack tells which of some students an import brought that was taken back since: nobody who left, but somebody who may come in again.
func TakenBack(ctx context.Context, session *model.Session, who []model.Person) (out map[journal.ID]bool, err error) {
	out = map[journal.ID]bool{}
	if len(who) == 0 {
		return out, nil
	}
	err = session.ReadClass(ctx, journal.People, func(tx model.Tx) error {
		var back []model.Stretch
		if err := tx.Each(KindImport, func(rec *journal.Record) error {
			items, err := tx.Items(KindImport, rec.ID)
			if err == nil {
				im := importOf(rec, items)
				back = append(back, im.back...)
			}
			return err
		}); err != nil || len(back) == 0 {
			return err
		}
		for _, p := range who {
			rec, err := tx.Record(model.KindPerson, p.ID)
			if err != nil {
				return err
			}
			out[p.ID] = rec != nil && slices.ContainsFunc(rec.Live(journal.FieldArchived), func(s journal.Stamp) bool { return model.Holds(back, rec.Scope(), s) })
		}
		return nil
	})
	return out, err
}
