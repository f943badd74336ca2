package research

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"leerbalie/model"
	"leerbalie/model/goal"
	"leerbalie/model/journal"
	"leerbalie/model/plain"
	"leerbalie/model/project"
	"leerbalie/model/together"
)

// Row is a piece of research as lists show it, with names.
type Row struct {
	Research
	People map[journal.ID]model.Person // of all who ever were here; shared by all rows
	Serves string                      // the project or the goal that it serves; "" for none
}

// NameOf is what somebody is called; "" for nobody.
func (r *Row) NameOf(id journal.ID) string {
	p := r.People[id]
	return p.Name
}

// Names are those who look into it.
func (r *Row) Names() string {
	var out []string
	for _, id := range r.Students {
		out = append(out, r.NameOf(id))
	}
	return strings.Join(out, ", ")
}

// List reads all research, what runs first, then by when it began. Errors: Refused for who may not read the community's.
func List(ctx context.Context, session *model.Session) (out []Row, err error) {
	err = session.ReadClass(ctx, journal.Community, func(tx model.Tx) error {
		all, err := AllIn(ctx, session, tx)
		if err != nil {
			return err
		}
		people, err := together.People(tx)
		if err != nil {
			return err
		}
		projects, err := project.AllIn(ctx, session, tx)
		if err != nil {
			return err
		}
		goals, err := goal.AllIn(ctx, session, tx)
		if err != nil {
			return err
		}
		called := map[journal.ID]string{}
		for _, p := range projects {
			called[p.ID] = p.Title
		}
		for _, g := range goals {
			called[g.ID] = g.Title
		}
		for _, r := range all {
			row := Row{Research: r, People: people, Serves: called[r.Project]}
			if row.Serves == "" {
				row.Serves = called[r.Goal]
			}
			out = append(out, row)
		}
		return nil
	})
	slices.SortStableFunc(out, func(a, b Row) int {
		return cmp.Or(cmp.Compare(rank(a.State), rank(b.State)), b.From.Compare(a.From), strings.Compare(plain.FoldText(a.Question), plain.FoldText(b.Question)))
	})
	return out, err
}

func rank(s State) int { return slices.Index(States(), s) }
