package conflict

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/model/learning"
	"leerbalie/model/ledger"
	"leerbalie/model/meeting"
	"leerbalie/model/pairs"
	"leerbalie/model/rooms"
	"leerbalie/model/visits"
)

// Settle says which of what people wrote apart holds. Whoever may write where it stands may settle it, by the rules of an edit, and
// it is undone like any edit: then both stand again.
type Settle struct {
	Kind   journal.Kind
	Entity journal.ID
	ID     string        // of the conflict: what was seen
	Take   journal.Stamp // of the value that holds; zero: Words
	Words  string        // something else that holds, for a field
	Reason string        // why a decision is withdrawn
}

// Name is the code of the words for this action.
func (Settle) Name() string { return "act-settle" }

// Do settles. Errors: Conflict when it was settled already, or something else stands there by now; Invalid for a value that the
// field cannot hold, or none; Refused for whom it is not to say.
func (a Settle) Do(d *model.Doing) error {
	all, err := Of(d, a.Kind, a.Entity)
	if err != nil {
		return err
	}
	if all, err = seenBy(d, d.Clearance(), all); err != nil {
		return err
	}
	i := slices.IndexFunc(all, func(c Conflict) bool { return c.ID == a.ID })
	if i < 0 {
		return fault.New(fault.Conflict, "nothing-clashes")
	}
	c := all[i]
	if !c.Settle {
		return fault.New(fault.Refused, "not-to-settle", "name", d.Actor.Name)
	}
	i = slices.IndexFunc(c.Values, func(v Value) bool { return v.Stamp == a.Take })
	if i < 0 && (a.Words == "" || c.Code != journal.ClashField) {
		return fault.New(fault.Invalid, "missing", "field", "value")
	}
	d.About(c.About, c.Title)
	if i < 0 {
		v, err := valueOf(FieldOf(c.Kind, c.On), a.Words)
		if err != nil {
			return err
		}
		return settleField(d, &c, v)
	}
	chosen, rest := c.Values[i], slices.Delete(slices.Clone(c.Values), i, i+1)
	chosen.Value.EachText(func(t string) { d.Stands(t) }) // it stands there already
	for _, f := range chosen.Fields {
		f.Value.EachText(func(t string) { d.Stands(t) })
	}
	switch c.Code {
	case journal.ClashField:
		return settleField(d, &c, chosen.Value)
	case journal.ClashVersion:
		return settleVersion(d, &c, chosen)
	case Decisions:
		return settleDecisions(d, &c, chosen, a.Reason)
	case Members:
		for _, v := range rest {
			if err := (pairs.EndPair{ID: v.Entity, Reason: "rematch"}).Do(d); err != nil {
				return err
			}
		}
		return nil
	case Merged:
		return settleMerged(d, &c, chosen)
	case pairs.ClashEnds:
		_, err = d.Add(c.Kind, c.Entity, c.Scope.Part, journal.ItemRetract, journal.Fields{journal.FieldTarget.Is(journal.Stamps(stamps(rest)))})
	case desk.ClashMerges:
		_, err = d.Add(c.Kind, c.Entity, c.Scope.Part, desk.ItemReopen, journal.Fields{journal.FieldTarget.Is(journal.Stamps(stamps(rest)))})
	case desk.ClashClaims:
		err = desk.ClaimRequest{ID: c.Entity, For: chosen.Value.IDs(), Over: true}.Do(d)
	case desk.ClashClosings:
		err = settleClosings(d, &c, chosen.Stamp)
	case visits.ClashVisit:
		err = visits.Settle(d, c.Entity, chosen.Stamp)
	}
	return err
}

func stamps(values []Value) (out []journal.Stamp) {
	for _, v := range values {
		out = append(out, v.Stamp)
	}
	return out
}

// valueOf reads what somebody typed for a field.
func valueOf(f model.Filled, words string) (journal.Value, error) {
	words = strings.TrimSpace(words)
	bad := fault.New(fault.Invalid, "conflict-value", "field", f.Name, "value", words)
	switch f.Kind {
	case model.OfText, model.OfCode, model.OfLanguage:
		return journal.Text(words), nil
	case model.OfTexts:
		var texts []string
		for t := range strings.SplitSeq(words, ",") {
			texts = append(texts, strings.TrimSpace(t))
		}
		return journal.Texts(texts), nil
	case model.OfNumber:
		n, err := strconv.Atoi(words)
		if err != nil {
			return journal.Value{}, bad
		}
		return journal.Int(int64(n)), nil
	case model.OfDay:
		day, err := time.Parse(time.DateOnly, words)
		if err != nil {
			return journal.Value{}, bad
		}
		return journal.Int(journal.DayNumber(day)), nil
	}
	return journal.Value{}, bad
}

// settleField writes a value over all versions of a field, by the rules of an edit of it.
func settleField(d *model.Doing, c *Conflict, v journal.Value) error {
	return d.Settling(c.Kind, c.Entity, c.On, func() error {
		rec, err := d.Record(c.Kind, c.Entity)
		if err != nil {
			return err
		}
		switch c.Kind {
		case desk.KindRequest:
			if row := desk.Editable().On(c.On); row != nil {
				return desk.EditRequest{ID: c.Entity, Alter: func(r *desk.Request) { row.Put(r, v) }}.Do(d)
			}
		case desk.KindResident:
			if row := desk.ResidentTable().On(c.On); row != nil {
				r := desk.ResidentOf(rec)
				row.Put(&r, v)
				return desk.EditResident{Resident: r}.Do(d)
			}
		case visits.KindArrangement:
			if row := visits.Table().On(c.On); row != nil {
				a := visits.Of(rec, nil)
				row.Put(&a, v)
				return visits.Edit{Arrangement: a}.Do(d)
			}
		case meeting.KindMeeting:
			return meeting.Settle(d, rec, c.On, v)
		case model.KindPerson:
			p := model.PersonOf(rec)
			if row := model.PersonTable().On(c.On); row != nil {
				row.Put(&p, v)
				return model.EditPerson{Person: p}.Do(d)
			}
			if c.On == journal.FieldArchived {
				if err := mayPutAway(d, p, v.Bool()); err != nil {
					return err
				}
			}
		}
		if room := rooms.Of(c.Kind); room != nil {
			return room.Settle(d, rec, c.On, v)
		}
		if row := FieldOf(c.Kind, c.On); row.Name == "name" && v.IsNone() {
			return fault.New(fault.Invalid, "missing", "field", row.Name)
		}
		return d.Set(c.Kind, c.Entity, rec.Part, journal.Fields{c.On.Is(v)})
	})
}

// mayPutAway refuses what leaving and coming back refuse.
func mayPutAway(d *model.Doing, p model.Person, away bool) error {
	if !away {
		return d.MayGrant(nil, p.Roles)
	}
	if p.ID == d.Actor.ID {
		return fault.New(fault.Refused, "leave-self")
	}
	if err := d.MayGrant(p.Roles, nil); err != nil {
		return err
	}
	return d.CheckAdminRemains(p)
}

// settleVersion writes a version once more, over all of them.
func settleVersion(d *model.Doing, c *Conflict, chosen Value) (err error) {
	fields := slices.DeleteFunc(slices.Clone(chosen.Fields), func(f journal.FieldValue) bool { return f.Field == journal.FieldSaw })
	if c.Kind == learning.KindDossier {
		_, err = learning.AddItem(d, c.About, c.Scope.Part, c.Item, fields)
		return err
	}
	if c.Kind == ledger.KindLedger {
		return ledger.Again(d, c.About, c.Scope.Part, c.Item, fields)
	}
	if c.Kind == meeting.KindMeeting {
		return meeting.Again(d, c.Entity, c.Item, fields)
	}
	if room := rooms.Of(c.Kind); room != nil {
		return room.Again(d, c.Entity, c.Item, fields)
	}
	_, err = d.Add(c.Kind, c.Entity, c.Scope.Part, c.Item, fields)
	return err
}

// settleDecisions withdraws the decisions that say something else than the one that holds.
func settleDecisions(d *model.Doing, c *Conflict, chosen Value, reason string) error {
	for _, v := range c.Values {
		if v.Value.Equal(chosen.Value) {
			continue
		}
		if err := (learning.WithdrawDecision{Student: c.About, Decision: v.Stamp, Reason: reason, Settles: true}).Do(d); err != nil {
			return err
		}
	}
	return nil
}

// settleMerged parts what was merged into something that is merged itself: one of the two merges holds.
func settleMerged(d *model.Doing, c *Conflict, chosen Value) error {
	for _, v := range c.Values {
		if v.Value.Equal(chosen.Value) {
			continue
		}
		var err error
		if v.Kind == desk.KindResident {
			err = desk.MergeResident{ID: v.Entity}.Do(d)
		} else {
			err = desk.ReopenRequest{ID: v.Entity}.Do(d)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// settleClosings closes the request once more as one of the closings did.
func settleClosings(d *model.Doing, c *Conflict, s journal.Stamp) error {
	r, err := desk.RequestFor(d, journal.ID{}, c.Entity)
	if err != nil {
		return err
	}
	for _, closing := range r.Closings {
		if closing.Stamp != s {
			continue
		}
		if err := (desk.ReopenRequest{ID: r.ID}).Do(d); err != nil {
			return err
		}
		return closing.Again(r.ID).Do(d)
	}
	return fault.New(fault.Conflict, "nothing-clashes")
}
