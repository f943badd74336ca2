// Package alike knows which part of one list of competences is about the same as which part of another, so that what
// somebody was judged on by one list can be held against what another still has to show by theirs.
//
// Some of that comes with the program, for the lists that come with it: a place to start from and nobody's official text. A
// site adds to it and takes away from it.
package alike

import (
	"cmp"
	"context"
	"slices"

	"leerbalie/model"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/model/learning/competence"
)

// Part is a part of a list.
type Part struct {
	List journal.ID
	Node journal.ID
}

// Pair is two parts of different lists that are about the same.
type Pair struct {
	One, Other Part
	Shipped    bool // comes with the program
}

// Has tells whether one of the two is of a list.
func (p Pair) Has(list journal.ID) bool { return p.One.List == list || p.Other.List == list }

// Of is the pair as it is told from a list: that list's part first.
func (p Pair) Of(list journal.ID) Pair {
	if p.One.List != list && p.Other.List == list {
		p.One, p.Other = p.Other, p.One
	}
	return p
}

// ordered is the pair in the one order in which it is kept, whichever way round it was said.
func (p Pair) ordered() Pair {
	if compare(p.Other, p.One) < 0 {
		p.One, p.Other = p.Other, p.One
	}
	return p
}

func compare(a, b Part) int {
	return cmp.Or(slices.Compare(a.List[:], b.List[:]), slices.Compare(a.Node[:], b.Node[:]))
}

// The fields of what is kept: which part is about the same as which. Numbers are on disk and never reused; the lower ones are
// those of the versions of a list.
const (
	alikeNode  journal.Field = 10
	alikeList  journal.Field = 11 // the other list
	alikeOther journal.Field = 12 // its part
	alikeGone  journal.Field = 13 // no longer so
)

// in reads what holds: what comes with the program, and what was said since. Of two who said different things the last counts.
func in(tx model.Tx) ([]Pair, error) {
	all := slices.Clone(shipped())
	err := tx.Each(competence.KindFramework, func(r *journal.Record) error {
		items, err := tx.Items(competence.KindFramework, r.ID)
		if err != nil {
			return err
		}
		for _, it := range journal.Standing(items) {
			if it.Kind != competence.ItemFrameworkAlike {
				continue
			}
			p := Pair{One: Part{r.ID, it.Fields.Get(alikeNode).ID()}, Other: Part{it.Fields.Get(alikeList).ID(), it.Fields.Get(alikeOther).ID()}}.ordered()
			at := find(all, p)
			switch gone := it.Fields.Get(alikeGone).Bool(); {
			case gone && at >= 0:
				all = slices.Delete(all, at, at+1)
			case !gone && at < 0:
				all = append(all, p)
			}
		}
		return nil
	})
	slices.SortFunc(all, func(a, b Pair) int { return cmp.Or(compare(a.One, b.One), compare(a.Other, b.Other)) })
	return all, err
}

// find is where a pair stands, whichever way round; -1 for nowhere.
func find(all []Pair, p Pair) int {
	p = p.ordered()
	return slices.IndexFunc(all, func(o Pair) bool { return o.One == p.One && o.Other == p.Other })
}

// Read reads which parts are about the same. Parts that a list has no more are among them: they are there again when the part is.
func Read(ctx context.Context, session *model.Session) (out []Pair, err error) {
	err = session.ReadClass(ctx, journal.People, func(tx model.Tx) error {
		out, err = in(tx)
		return err
	})
	return out, err
}

// Align says that two parts of different lists are about the same, or that they are not.
type Align struct {
	One, Other Part
	Gone       bool
}

// Name is the code of the words for this action.
func (a Align) Name() string {
	if a.Gone {
		return "act-map-parts-off"
	}
	return "act-map-parts"
}

// Do writes it down. What is so already changes nothing. Errors: NotFound for a list or a part, or for two that were not said to be
// about the same; Invalid for two of one list, or a part that stands in no checklist by itself; Refused; Newer.
func (a Align) Do(d *model.Doing) error {
	p := Pair{One: a.One, Other: a.Other}.ordered()
	for _, part := range []Part{a.One, a.Other} {
		f, err := competence.FrameworkIn(d, part.List)
		if err != nil {
			return err
		}
		n, ok := f.Node(part.Node)
		if !ok && !a.Gone {
			return fault.New(fault.NotFound, "node-unknown")
		}
		if ok && !a.Gone && !slices.Contains(f.Tree().Columns(), part.Node) {
			return fault.New(fault.Invalid, "map-part", "key", n.Short(), "title", f.Title)
		}
	}
	if a.One.List == a.Other.List {
		return fault.New(fault.Invalid, "map-one-list")
	}
	d.About(a.One.List, "")
	if err := d.Allowed(competence.KindFramework, journal.Organisation()); err != nil {
		return err
	}
	all, err := in(d)
	if err != nil {
		return err
	}
	switch known := find(all, p) >= 0; {
	case a.Gone && !known:
		return fault.New(fault.NotFound, "map-unknown")
	case !a.Gone && known:
		return nil
	}
	_, err = d.Add(competence.KindFramework, p.One.List, journal.Organisation(), competence.ItemFrameworkAlike, journal.Fields{alikeNode.Is(journal.Ref(p.One.Node)),
		alikeList.Is(journal.Ref(p.Other.List)), alikeOther.Is(journal.Ref(p.Other.Node)), alikeGone.Is(journal.Bool(a.Gone))})
	return err
}
