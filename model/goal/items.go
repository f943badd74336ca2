package goal

import (
	"slices"
	"strings"
	"time"

	"leerbalie/model"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/model/together"
)

// The kinds of item of a goal. Numbers are on disk and never reused.
const (
	ItemStep   journal.ItemKind = 96
	ItemResult journal.ItemKind = 97 // a small one, on the way
	ItemNeed   journal.ItemKind = 98 // what the community still has to learn
	ItemOffer  journal.ItemKind = 99 // who offers that
)

// The fields of these items. Numbers are on disk and never reused. The second tells what an item is a version of: a later one replaces it.
const (
	itemKey  journal.Field = 2
	itemText journal.Field = 3
	itemGone journal.Field = 9 // it is taken away

	stepBy     journal.Field = 4 // days since 1970
	stepPerson journal.Field = 5
	stepDone   journal.Field = 6 // days since 1970

	resultDay journal.Field = 4 // days since 1970

	needMet journal.Field = 4 // days since 1970

	offerNeed   journal.Field = 4
	offerPerson journal.Field = 5
)

// Noted is what every line that stands on a goal has.
type Noted struct {
	Key  journal.ID // what it is called by; zero for a new one
	Text string
	By   journal.ID // who added it
	At   time.Time  // when
	Gone bool       // it is taken away
}

// Step is a step on the way.
type Step struct {
	Noted
	Until  time.Time  // until when; zero: not said
	Person journal.ID // on whom it is; zero: nobody
	Done   time.Time  // the day it was done; zero: not yet
}

// Result is a small result, to be celebrated.
type Result struct {
	Noted
	Day time.Time
}

// Need is what the community still has to learn for a goal, with who offers it.
type Need struct {
	Noted
	Met    time.Time // the day it was learned; zero: not yet
	Offers []Offer
}

// Offer is who offers what is still to be learned.
type Offer struct {
	Noted
	Need   journal.ID
	Person journal.ID // zero: somebody who is only named in the text
}

// items are what stands on a goal. Any member adds; what somebody added is altered by her, by whoever it is on, and by who may alter the goal.
func itemKinds() []together.ItemKind[Goal] {
	may := func(g *Goal, by *model.Person, f journal.Fields) bool {
		n, on := g.noted(f.Get(itemKey).ID())
		return n == nil || n.By == by.ID || !on.IsZero() && on == by.ID
	}
	return []together.ItemKind[Goal]{
		{Kind: ItemStep, Said: "step", Version: itemKey, May: may}, {Kind: ItemResult, Said: "goal-result", Version: itemKey, May: may},
		{Kind: ItemNeed, Said: "need", Version: itemKey, May: may}, {Kind: ItemOffer, Said: "offer", Version: itemKey, May: may},
	}
}

// noted is the line of a key, and on whom it is; nil for none.
func (g *Goal) noted(key journal.ID) (*Noted, journal.ID) {
	for i := range g.Steps {
		if g.Steps[i].Key == key {
			return &g.Steps[i].Noted, g.Steps[i].Person
		}
	}
	for i := range g.Results {
		if g.Results[i].Key == key {
			return &g.Results[i].Noted, journal.ID{}
		}
	}
	for i := range g.Needs {
		if g.Needs[i].Key == key {
			return &g.Needs[i].Noted, journal.ID{}
		}
		for j := range g.Needs[i].Offers {
			if o := &g.Needs[i].Offers[j]; o.Key == key {
				return &o.Noted, o.Person
			}
		}
	}
	return nil, journal.ID{}
}

// take reads what stands on a goal, the oldest first.
func take(g *Goal, items []journal.Item) {
	var steps []Step
	var results []Result
	var needs []Need
	var offers []Offer
	for _, it := range items {
		f := it.Fields
		n := Noted{Key: f.Get(itemKey).ID(), Text: f.Get(itemText).Text(), By: it.Actor, At: journal.Moment(it.Wall), Gone: f.Get(itemGone).Bool()}
		switch it.Kind {
		case ItemStep:
			put(&steps, Step{n, journal.CalendarDay(f.Get(stepBy).Int()), f.Get(stepPerson).ID(), journal.CalendarDay(f.Get(stepDone).Int())}, func(s *Step) *Noted { return &s.Noted })
		case ItemResult:
			put(&results, Result{n, journal.CalendarDay(f.Get(resultDay).Int())}, func(r *Result) *Noted { return &r.Noted })
		case ItemNeed:
			put(&needs, Need{Noted: n, Met: journal.CalendarDay(f.Get(needMet).Int())}, func(r *Need) *Noted { return &r.Noted })
		case ItemOffer:
			put(&offers, Offer{n, f.Get(offerNeed).ID(), f.Get(offerPerson).ID()}, func(o *Offer) *Noted { return &o.Noted })
		}
	}
	g.Steps = slices.DeleteFunc(steps, func(s Step) bool { return s.Gone })
	g.Results = slices.DeleteFunc(results, func(r Result) bool { return r.Gone })
	for _, n := range needs {
		if n.Gone {
			continue
		}
		for _, o := range offers {
			if o.Need == n.Key && !o.Gone {
				n.Offers = append(n.Offers, o)
			}
		}
		g.Needs = append(g.Needs, n)
	}
}

// put puts a line in the place of the one that it is a version of, which keeps who added it and when, or behind all others.
func put[T any](all *[]T, is T, noted func(*T) *Noted) {
	for i := range *all {
		if was := noted(&(*all)[i]); was.Key == noted(&is).Key {
			noted(&is).By, noted(&is).At = was.By, was.At
			(*all)[i] = is
			return
		}
	}
	*all = append(*all, is)
}

// mostText is how long a line that stands on a goal can be, in characters.
const mostText = 500

// line tidies a line that is to be written, and gives it a key. was is the one that it replaces.
func (g *Goal) line(d *model.Doing, n *Noted, field string) (err error) {
	n.Text = strings.Join(strings.Fields(n.Text), " ")
	if !n.Gone {
		if err := model.Required(&n.Text, field); err != nil {
			return err
		}
		if len([]rune(n.Text)) > mostText {
			return fault.New(fault.Invalid, "together-long", "field", field, "most", mostText)
		}
	}
	if n.Key.IsZero() {
		n.Key, err = d.NewID(d.Now())
		return err
	}
	was, _ := g.noted(n.Key)
	if was == nil {
		return fault.New(fault.NotFound, "goal-line-unknown", "title", g.Title)
	}
	if n.Gone {
		n.Text = was.Text
	}
	return nil
}

func (n *Noted) fields() journal.Fields {
	f := journal.Fields{itemKey.Is(journal.Ref(n.Key)), itemText.Is(journal.Text(n.Text))}
	if n.Gone {
		f = append(f, itemGone.Is(journal.Bool(true)))
	}
	return f
}

func day(on journal.Field, t time.Time) journal.FieldValue {
	return on.Is(journal.Int(journal.DayNumber(t)))
}

// StepTable is the fields of a step that people fill in; they stand in no record.
func StepTable() model.Table[Step] {
	return model.Table[Step]{model.TextField(0, "goal-step", func(s *Step) *string { return &s.Text }), model.EntityField(0, "goal-step-on", func(s *Step) *journal.ID { return &s.Person }),
		model.DayField(0, "goal-by", func(s *Step) *time.Time { return &s.Until })}
}

// LineTable is the field of a line that people fill in, under a name.
func LineTable(name string) model.Table[Noted] {
	return model.Table[Noted]{model.TextField(0, name, func(n *Noted) *string { return &n.Text })}
}

// OfferTable is the fields of an offer that people fill in.
func OfferTable() model.Table[Offer] {
	return model.Table[Offer]{model.EntityField(0, "goal-offer", func(o *Offer) *journal.ID { return &o.Person }), model.TextField(0, "goal-offer-what", func(o *Offer) *string { return &o.Text })}
}
