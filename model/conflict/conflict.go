package conflict

import (
	"encoding/base32"
	"slices"
	"strings"

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/model/journal"
	"leerbalie/model/learning"
	"leerbalie/model/learning/competence"
	"leerbalie/model/ledger"
	"leerbalie/model/meeting"
	"leerbalie/model/pairs"
	"leerbalie/model/question"
	"leerbalie/model/rooms"
	"leerbalie/model/visits"
)

// Conflict is a place where what people wrote apart from each other does not go together.
type Conflict struct {
	ID     string // the same on every replica for as long as the same values stand against each other
	Kind   journal.Kind
	Entity journal.ID // where it is; of several entities the first
	Scope  journal.Scope
	About  journal.ID // the student of a dossier, the person of a time-out, the resident of an arrangement; otherwise Entity
	Sort   string     // the name of Kind in scripts
	Title  string     // what people call it; "" where nobody has a word for it
	Code   string     // what sort of conflict it is
	Field  string     // in scripts; the same as Code where it is no field
	On     journal.Field
	Item   journal.ItemKind // of versions of a text
	Of     journal.ID       // of versions, what they are versions of, such as a piece of evidence; zero: of the entity
	Values []Value          // the one that is shown first
	Settle bool             // the session that asked may settle it
}

// The sorts of conflict between entities; those within one are named where they are found, see journal.Clash.
const (
	Decisions = "decisions"
	Members   = "pairs"
	Merged    = "merged"
)

// Touches tells whether a conflict has to do with something: it is on it, or about it.
func (c *Conflict) Touches(id journal.ID) bool {
	return !id.IsZero() && (c.Entity == id || c.About == id || c.Of == id || slices.ContainsFunc(c.Values, func(v Value) bool { return v.Entity == id }))
}

// Value is one of what stands against each other.
type Value struct {
	journal.Mark // who wrote it, when; Stamp.Replica is the computer
	Value        journal.Value
	Fields       journal.Fields // of a version: what it says
	Note         string         // the reason that was given with it
	Named        []string       // what people call what it names
	Who          string         // the name of who wrote it
	Machine      string         // what the computer that it was written on is called; "" for this one
	Kind         journal.Kind
	Entity       journal.ID // which says so
}

// Staked is a stake with the entity that says so.
type Staked struct {
	journal.Stake
	Kind   journal.Kind
	Entity journal.ID
}

// Index is what a store keeps ready: where something clashes. Every Tx of a store answers these questions.
type Index interface {
	model.Tx
	// Contested visits the entities on which something clashes, in an order that stays.
	Contested(visit func(journal.Kind, journal.ID) error) error
	// Rivals visits the stakes that are about the same and say different things, those about one thing together.
	Rivals(visit func([]Staked) error) error
	// StakesLike are all stakes about what one is about.
	StakesLike(journal.Stake) ([]Staked, error)
}

// IndexOf is a transaction as this room asks it.
func IndexOf(tx model.Tx) Index { return tx.Own().(Index) }

// All are the conflicts there are, whoever may see them.
func All(tx model.Tx) (out []Conflict, err error) {
	x := IndexOf(tx)
	if err := x.Contested(func(k journal.Kind, id journal.ID) error {
		own, err := within(tx, k, id)
		out = append(out, own...)
		return err
	}); err != nil {
		return nil, err
	}
	err = x.Rivals(func(rivals []Staked) error {
		c, err := between(tx, rivals)
		out = append(out, c)
		return err
	})
	return out, err
}

// Of are the conflicts that an entity has a part in, whoever may see them.
func Of(tx model.Tx, kind journal.Kind, id journal.ID) ([]Conflict, error) {
	out, err := within(tx, kind, id)
	if err != nil {
		return nil, err
	}
	rec, items, err := read(tx, kind, id)
	if err != nil || rec == nil {
		return nil, err
	}
	var asked []journal.Stake
	for _, s := range tx.Kinds().Stakes(rec, func() []journal.Item { return items }) {
		if slices.ContainsFunc(asked, s.Same) {
			continue
		}
		asked = append(asked, s)
		rivals, err := IndexOf(tx).StakesLike(s)
		if err != nil {
			return nil, err
		}
		if Differ(rivals) {
			c, err := between(tx, rivals)
			if err != nil {
				return nil, err
			}
			out = append(out, c)
		}
	}
	return out, nil
}

// Differ tells whether stakes about the same say different things.
func Differ(rivals []Staked) bool {
	return slices.ContainsFunc(rivals, func(s Staked) bool { return s.Says != rivals[0].Says })
}

// Arisen are the conflicts that were not there before.
func Arisen(before, after []Conflict) (out []Conflict) {
	for _, c := range after {
		if !slices.ContainsFunc(before, func(o Conflict) bool { return o.ID == c.ID }) {
			out = append(out, c)
		}
	}
	return out
}

// versionNames are the names in scripts of what there can be several versions of.
var versionNames = map[journal.ItemKind]string{desk.ItemDetails: "details", desk.ItemReferralState: "referral", pairs.ItemAgreement: "agreement", visits.ItemVisitGiven: "visit-given", visits.ItemVisitsEnded: "visits-ended",
	ledger.ItemPresence: "presence", ledger.ItemResult: "result", ledger.ItemOwn: "own-hours", ledger.ItemConfirmed: "hours-confirmed", ledger.ItemOutcome: "student-outcome",
	meeting.ItemAnswer: "answer", meeting.ItemCame: "came",
	question.ItemAnswer: "question-answer", question.ItemAccept: "question-accepted",
	competence.ItemFrameworkVersion: "version", learning.ItemEvidenceNodes: "nodes", learning.ItemReflection: "reflection", learning.ItemEvidenceNote: "note"}

func read(tx model.Tx, kind journal.Kind, id journal.ID) (*journal.Record, []journal.Item, error) {
	rec, err := tx.Record(kind, id)
	if err != nil || rec == nil {
		return nil, nil, err
	}
	items, err := tx.Items(kind, id)
	return rec, journal.Whole(items), err
}

// within are the conflicts on one entity.
func within(tx model.Tx, kind journal.Kind, id journal.ID) (out []Conflict, err error) {
	rec, items, err := read(tx, kind, id)
	if err != nil || rec == nil {
		return nil, err
	}
	for _, clash := range tx.Kinds().Clashes(rec, func() []journal.Item { return items }) {
		c := Conflict{Kind: kind, Entity: id, Scope: rec.Scope(), Code: clash.Code, Field: clash.Code, On: clash.Field, Item: clash.Item, Of: clash.Of.ID()}
		switch clash.Code {
		case journal.ClashField:
			c.Field = tx.Kinds().Filled(kind, clash.Field)
		case journal.ClashVersion:
			if c.Field = versionNames[clash.Item]; c.Field == "" {
				if room := rooms.Of(kind); room != nil {
					c.Field = room.Row().Said[clash.Item]
				}
			}
		}
		for _, v := range clash.Versions {
			value := Value{Kind: kind, Entity: id, Value: v.Value, Mark: journal.Mark{Stamp: v.Stamp}}
			if it := itemAt(items, v.Stamp); it != nil {
				value.Mark = it.Mark(0)
				if clash.Code == journal.ClashVersion {
					value.Fields = it.Fields
				}
			}
			if clash.Code == journal.ClashField {
				if value.Mark, err = origin(tx, rec, items, clash, v, value.Mark); err != nil {
					return nil, err
				}
			}
			names := namesIn
			if kind == ledger.KindLedger {
				names = func(tx model.Tx, v Value) ([]string, error) { return ledgerNames(tx, clash.Item, v) }
			}
			if value.Named, err = names(tx, value); err != nil {
				return nil, err
			}
			c.Values = append(c.Values, value)
		}
		if err := c.describe(tx, rec); err != nil {
			return nil, err
		}
		c.name(journal.KeyedID(string(id[:]), string([]byte{byte(kind)}), clash.Code, string([]byte{byte(clash.Field >> 8), byte(clash.Field), byte(clash.Item)}), clash.Of.Raw()),
			clash.Versions)
		out = append(out, c)
	}
	return out, nil
}

// between is the conflict of stakes that say different things.
func between(tx model.Tx, rivals []Staked) (c Conflict, err error) {
	slices.SortStableFunc(rivals, func(a, b Staked) int { return b.Stamp.Compare(a.Stamp) })
	s := rivals[0]
	c = Conflict{Kind: s.Kind, Entity: s.Entity}
	switch s.Code {
	case learning.StakeDecision:
		c.Code = Decisions
	case pairs.StakeMember:
		c.Code = Members
	case desk.StakeMergedRequest, desk.StakeMergedResident:
		c.Code = Merged
	}
	c.Field = c.Code
	var versions []journal.Version
	for _, s := range rivals {
		rec, items, err := read(tx, s.Kind, s.Entity)
		if err != nil {
			return c, err
		}
		v := Value{Kind: s.Kind, Entity: s.Entity, Value: journal.Text(s.Says), Mark: journal.Mark{Stamp: s.Stamp}}
		if it := itemAt(items, s.Stamp); it != nil {
			v.Mark = it.Mark(0)
			if c.Code == Decisions {
				var kind learning.DecisionKind
				kind, v.Note = learning.DecisionSaid(it.Fields)
				c.Field = "decision-" + string(kind)
			}
		}
		if c.Code == Members {
			v.Named, err = namesIn(tx, Value{Value: journal.Ref(s.Entity)})
		} else if c.Code == Merged {
			v.Named, err = namesIn(tx, Value{Value: journal.Refs([]journal.ID{s.Entity, intoOf(rec, items, s.Stamp)})})
		}
		if err != nil {
			return c, err
		}
		if c.Values = append(c.Values, v); len(c.Values) == 1 {
			c.Scope = rec.Scope()
			if err := c.describe(tx, rec); err != nil {
				return c, err
			}
		}
		versions = append(versions, journal.Version{Stamp: s.Stamp})
	}
	if c.Code != Decisions {
		c.About = s.Of
		if c.Title, err = titleOf(tx, map[string]journal.Kind{Members: model.KindPerson, Merged: s.Kind}[c.Code], s.Of); err != nil {
			return c, err
		}
	}
	c.name(journal.KeyedID(string([]byte{s.Code}), string(s.Of[:]), string(s.In[:])), versions)
	return c, nil
}

// name gives the conflict its id: of where it is, and of what stands there. When another value joins it is another conflict, so
// that nobody settles what he has not seen.
func (c *Conflict) name(place journal.ID, versions []journal.Version) {
	parts := []string{"conflict", string(place[:])}
	for _, v := range versions {
		s := journal.Stamps([]journal.Stamp{v.Stamp}).List()[0].Raw()
		parts = append(parts, s)
	}
	slices.Sort(parts[2:])
	id := journal.KeyedID(parts...)
	c.ID = strings.ToLower(base32.StdEncoding.EncodeToString(id[:5]))
}

func itemAt(items []journal.Item, s journal.Stamp) *journal.Item {
	i, ok := slices.BinarySearchFunc(items, s, func(it journal.Item, s journal.Stamp) int { return it.Stamp.Compare(s) })
	if !ok {
		return nil
	}
	return &items[i]
}

// origin is who first wrote a value that an undo brought back: only an undo writes several values of one field in one go. What
// settled a conflict is passed over.
func origin(tx model.Tx, rec *journal.Record, items []journal.Item, c journal.Clash, v journal.Version, mark journal.Mark) (journal.Mark, error) {
	type written struct {
		item  *journal.Item
		txn   uint64
		write journal.Write
	}
	var all []written // of the field, the last first
	for i := range slices.Backward(items) {
		it := &items[i]
		if it.Kind != journal.ItemSet || it.Erased || it.Stamp.Compare(v.Stamp) > 0 && it.Stamp.Replica != v.Stamp.Replica {
			continue
		}
		change, err := tx.Change(journal.Stream{Replica: it.Stamp.Replica, Scope: rec.Scope()}, it.Stamp.Seq)
		if err != nil {
			return mark, err
		}
		for _, w := range change.Writes {
			if w.Field == c.Field {
				all = append(all, written{it, change.Txn, w})
			}
		}
	}
	restored := func(x written) bool {
		return slices.ContainsFunc(all, func(o written) bool {
			return o.item != x.item && o.txn == x.txn && o.item.Stamp.Replica == x.item.Stamp.Replica
		})
	}
	i := slices.IndexFunc(all, func(x written) bool { return x.item.Stamp == v.Stamp })
	if i < 0 || !restored(all[i]) {
		return mark, nil
	}
	for _, x := range all[i+1:] {
		if x.write.Value.Equal(v.Value) && len(x.write.Base) < 2 && !restored(x) {
			return x.item.Mark(0), nil
		}
	}
	return mark, nil
}
