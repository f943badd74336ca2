// Package mention finds where else somebody is named in whatever was written: what an erasure leaves.
package mention

import (
	"context"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/model/journal"
	"leerbalie/model/plain"
)

// Mention is a place that an erasure leaves, where somebody is named who may be the resident.
type Mention struct {
	Kind    string     // of the entity, as scripts have it: "request", "dossier"; "draft" and "setting" are of this machine alone
	ID      journal.ID // the entity; of a draft or setting the person whose it is, zero for one of the machine
	Number  string     // of a request
	Field   string     // where on it, as scripts have it: "summary", "memo"; of a draft or setting its key
	Text    string     // a short piece of what stands there
	By      journal.ID // who wrote it
	At      time.Time  // when
	Earlier bool       // it has been replaced since, and stands in the history alone
	Own     bool       // it is on a request of the resident's, in a place that stays: such as a code, kept as it was written
}

// Local tells whether the place is on this machine alone.
func (m Mention) Local() bool { return m.Kind == "draft" || m.Kind == "setting" }

// mentionsAtOnce is how many changes are read in one transaction: a writer waits for some milliseconds at most.
const mentionsAtOnce = 20_000

// maxMentions is how many places are told.
const maxMentions = 1000

// FindMentions finds where else a resident is named, by the names, telephone numbers and e-mail addresses under which the resident is
// known: in whatever anybody ever wrote, as a draft or for good, but for what an erasure of the resident takes. It has to be asked
// before the erasure, which takes the name along. more tells that there are more places than are given. Errors: NotFound; Conflict
// for who was erased; Refused for who may not erase.
func FindMentions(ctx context.Context, session *model.Session, id journal.ID) (out []Mention, more bool, err error) {
	if err := session.Clearance().CheckWrite(journal.Scope{Class: journal.Trust, Part: journal.Organisation()}); err != nil {
		return nil, false, err
	}
	f := &mentionFinder{}
	return f.find(ctx, session, func(tx model.Tx) error { return f.begin(tx, id) })
}

// Seeking is whom to look for: under which names, numbers and addresses, and what goes anyhow.
type Seeking struct {
	Names, Phones, Mails []string
	Family               map[string]bool // family names that others bear as well: alone they tell nothing
	Goes                 map[journal.ID]bool
}

// FindNamed finds where somebody who is no resident is named, as FindMentions does of a resident; begin tells whom to look for. The
// caller has checked that the session may.
func FindNamed(ctx context.Context, session *model.Session, begin func(model.Tx) (Seeking, error)) ([]Mention, bool, error) {
	f := &mentionFinder{}
	return f.find(ctx, session, func(tx model.Tx) error {
		s, err := begin(tx)
		f.goes, f.seen = s.Goes, map[Mention]bool{}
		f.sought = plain.Seek(s.Names, s.Phones, s.Mails, func(family string) bool { return !s.Family[family] })
		return err
	})
}

func (f *mentionFinder) find(ctx context.Context, session *model.Session, begin func(model.Tx) error) (out []Mention, more bool, err error) {
	err = session.ReadClass(ctx, journal.Desk, func(tx model.Tx) error {
		if err := begin(tx); err != nil {
			return err
		}
		return f.local(tx)
	})
	for from, first := "", true; err == nil && (first || from != "") && len(f.out) <= maxMentions; first = false {
		if err = ctx.Err(); err == nil {
			err = session.ReadClass(ctx, journal.Desk, func(tx model.Tx) error {
				var err error
				from, err = desk.IndexOf(tx).EachChange(from, mentionsAtOnce, func(c *journal.Change) error { return f.change(tx, c) })
				return err
			})
		}
	}
	if err != nil {
		return nil, false, err
	}
	slices.SortStableFunc(f.out, func(a, b Mention) int { return b.At.Compare(a.At) })
	return f.out[:min(len(f.out), maxMentions)], len(f.out) > maxMentions, nil
}

// mentionFinder looks for one resident.
type mentionFinder struct {
	sought *plain.Sought
	goes   map[journal.ID]bool // what an erasure takes
	seen   map[Mention]bool
	out    []Mention
}

// begin reads whom to look for.
func (f *mentionFinder) begin(tx model.Tx, id journal.ID) error {
	residents, requests, err := desk.ErasedWith(tx, id)
	if err != nil {
		return err
	}
	f.goes, f.seen = map[journal.ID]bool{}, map[Mention]bool{}
	for _, id := range slices.Concat(residents, requests) {
		f.goes[id] = true
	}
	var names, phones, mails []string
	var site journal.ID
	for _, id := range residents {
		rec, err := tx.Record(desk.KindResident, id)
		if err != nil {
			return err
		}
		if rec == nil {
			continue
		}
		r := desk.ResidentOf(rec)
		names, phones, mails, site = append(names, r.Name), append(phones, r.Phone), append(mails, r.Email), r.Site
	}
	borne := map[string]bool{}
	err = desk.IndexOf(tx).EachResident(site, func(r desk.Resident) error {
		if !f.goes[r.ID] {
			borne[plain.KeyOfName(r.Name).Family] = true
		}
		return nil
	})
	f.sought = plain.Seek(names, phones, mails, func(family string) bool { return !borne[family] })
	return err
}

// change looks at what one change wrote.
func (f *mentionFinder) change(tx model.Tx, c *journal.Change) (err error) {
	if c.Kind == journal.KindReplica || f.goes[c.Entity] && c.Takes(tx.Kinds()) {
		return nil
	}
	for _, w := range c.Writes {
		w.Value.EachText(func(text string) {
			if from, to, found := f.sought.In(text); found && err == nil {
				err = f.add(tx, c, w.Field, piece(text, from, to))
			}
		})
	}
	return err
}

func (f *mentionFinder) add(tx model.Tx, c *journal.Change, field journal.Field, text string) error {
	place := c
	if of := c.Fields().Get(journal.FieldPartOf).Stamps(); c.Item == journal.ItemWords && len(of) == 1 {
		if whole, err := tx.Change(journal.Stream{Replica: of[0].Replica, Scope: c.Stream.Scope}, of[0].Seq); err == nil {
			place = whole
		}
	}
	m := Mention{Kind: tx.Kinds().Name(c.Kind), ID: c.Entity, Field: tx.Kinds().Place(place, field), Text: text, By: c.Actor, At: journal.Moment(c.Wall),
		Own: f.goes[c.Entity]}
	rec, err := tx.Record(c.Kind, c.Entity)
	if err != nil {
		return err
	}
	if rec != nil {
		if c.Kind == desk.KindRequest {
			m.Number = rec.Get(desk.RequestNumber).Text()
		}
		m.Earlier = c.Op == journal.OpSet && !slices.Contains(rec.Live(field), c.Stamp())
	}
	f.put(m)
	return nil
}

func (f *mentionFinder) put(m Mention) {
	if !f.seen[m] {
		f.seen[m] = true
		f.out = append(f.out, m)
	}
}

// local looks at what this machine keeps for itself.
func (f *mentionFinder) local(tx model.Tx) error {
	err := desk.IndexOf(tx).EachDraft(func(d model.Draft) error {
		if from, to, found := f.sought.In(d.Text); found && !f.goes[d.About] && !f.goes[d.Owner] {
			f.put(Mention{Kind: "draft", ID: d.Owner, Field: d.Key, Text: piece(d.Text, from, to), By: d.Owner, At: d.SavedAt})
		}
		return nil
	})
	if err != nil {
		return err
	}
	return desk.IndexOf(tx).EachSetting(func(key, value string) error {
		if from, to, found := f.sought.In(value); found {
			name, owner, _ := strings.Cut(key, "/")
			who, _ := journal.ParseID(owner)
			if f.goes[who] {
				return nil
			}
			f.put(Mention{Kind: "setting", ID: who, Field: name, Text: piece(value, from, to), By: who})
		}
		return nil
	})
}

// piece is a short piece of a text, in one line, around what stands from one byte to another.
func piece(text string, from, to int) string {
	const before, after = 40, 60
	start, end := max(from-before, 0), min(to+after, len(text))
	for start > 0 && !utf8.RuneStart(text[start]) {
		start--
	}
	for end < len(text) && !utf8.RuneStart(text[end]) {
		end++
	}
	out := strings.Join(strings.Fields(text[start:end]), " ")
	if start > 0 {
		out = "…" + out
	}
	if end < len(text) {
		out += "…"
	}
	return out
}
