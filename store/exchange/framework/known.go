package framework

import (
	"context"

	"leerbalie/model"
	"leerbalie/model/journal"
	"leerbalie/model/learning/competence"
	"leerbalie/model/plain"
)

// known gives a list from a file, and its parts, the ids under which they are kept here already: keys are one by plain.ID, and what came in
// before they were compared so has the id of its key as it was written then. Errors: the disk's.
func known(ctx context.Context, session *model.Session, f *competence.Framework) error {
	all, err := competence.ReadFrameworks(ctx, session, true)
	if err != nil {
		return err
	}
	var here *competence.Framework
	for i := range all {
		if o := &all[i]; o.ID == f.ID {
			here = o
			break
		} else if o.Key != "" && plain.ID(o.Key) == plain.ID(f.Key) {
			here = o
		}
	}
	if here == nil {
		return nil
	}
	f.ID = here.ID
	kept, taken, now := map[string]journal.ID{}, map[journal.ID]bool{}, map[journal.ID]journal.ID{}
	for i := range here.Nodes {
		n := &here.Nodes[i]
		taken[n.ID] = true
		if n.Key != "" {
			kept[plain.ID(n.Key)] = n.ID
		}
	}
	for i := range f.Nodes {
		n := &f.Nodes[i]
		if id, is := kept[plain.ID(n.Key)]; is && !taken[n.ID] {
			now[n.ID], n.ID = id, id
		}
	}
	for i := range f.Nodes {
		if id, is := now[f.Nodes[i].Parent]; is {
			f.Nodes[i].Parent = id
		}
	}
	return nil
}
