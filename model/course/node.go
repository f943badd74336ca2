package course

import (
	"context"
	"slices"
	"strings"

	"leerbalie/model"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/model/learning/competence"
	"leerbalie/model/plain"
)

// Named is a part of a list of competences.
type Named struct {
	ID    journal.ID
	Code  string
	Title string
	List  string // the title of its list
}

// ReadNodes tells what parts are called, in the order in which they are given. Those that no list has any more are left out.
func ReadNodes(ctx context.Context, session *model.Session, ids []journal.ID) (out []Named, err error) {
	err = session.ReadClass(ctx, journal.Community, func(tx model.Tx) error {
		all, err := competence.FrameworksIn(tx)
		if err != nil {
			return err
		}
		for _, id := range ids {
			for i := range all {
				if n, ok := all[i].Node(id); ok {
					out = append(out, Named{id, n.Name(), n.Title, all[i].Title})
					break
				}
			}
		}
		return nil
	})
	return out, err
}

// FindNodes are the parts that codes mean: of the lists by which the groups are judged, or else of the only list that has such a code. LIST:CODE names
// the list by its key or its title. Errors: NotFound; Conflict where several lists have the code.
func FindNodes(ctx context.Context, session *model.Session, codes []string, groups []journal.ID) (out []journal.ID, err error) {
	err = session.ReadClass(ctx, journal.Community, func(tx model.Tx) error {
		all, err := competence.FrameworksIn(tx)
		if err != nil {
			return err
		}
		all = slices.DeleteFunc(all, func(f competence.Framework) bool { return f.Archived })
		var theirs []journal.ID
		for _, g := range groups {
			rec, err := tx.Record(model.KindGroup, g)
			if err != nil {
				return err
			}
			if rec != nil {
				theirs = append(theirs, model.GroupOf(rec).Frameworks...)
			}
		}
		for _, code := range codes {
			id, err := nodeOf(all, theirs, code)
			if err != nil {
				return err
			}
			if !slices.Contains(out, id) {
				out = append(out, id)
			}
		}
		return nil
	})
	return out, err
}

func nodeOf(all []competence.Framework, theirs []journal.ID, code string) (id journal.ID, err error) {
	var lists []string
	for _, pass := range []func(*competence.Framework) bool{
		func(f *competence.Framework) bool { return slices.Contains(theirs, f.ID) }, func(*competence.Framework) bool { return true },
	} {
		var found []journal.ID
		lists = nil
		for i := range all {
			if !pass(&all[i]) {
				continue
			}
			for _, n := range all[i].Nodes {
				if means(&all[i], &n, code) {
					found, lists = append(found, n.ID), append(lists, all[i].Title)
					break
				}
			}
		}
		if len(found) == 1 {
			return found[0], nil
		}
	}
	if len(lists) > 1 {
		return id, fault.New(fault.Conflict, "course-node-several", "code", code, "names", strings.Join(lists, ", "))
	}
	return id, fault.New(fault.NotFound, "course-node", "code", code)
}

// means tells whether a code means a part of a list.
func means(f *competence.Framework, n *competence.Node, code string) bool {
	if n.ID.String() == code || plain.FoldText(n.Code) == plain.FoldText(code) || n.Key != "" && n.Key == code {
		return true
	}
	at := strings.LastIndex(code, ":")
	if at < 0 || plain.FoldText(code[at+1:]) != plain.FoldText(n.Code) {
		return false
	}
	list := code[:at]
	return list == f.Key || plain.FoldText(list) == plain.FoldText(f.Title)
}
