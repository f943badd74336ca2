package training

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"leerbalie/model"
	"leerbalie/model/journal"
	"leerbalie/model/partner"
	"leerbalie/model/plain"
	"leerbalie/model/together"
)

// Row is a training as lists show it, with names.
type Row struct {
	Training
	Everybody map[journal.ID]model.Person // of all who ever were here; shared by all rows
	Asks      string                      // who asks: the partner, or who is named
}

// Names are those who give it.
func (r *Row) Names() string {
	var out []string
	for _, id := range r.Givers {
		p := r.Everybody[id]
		out = append(out, p.Name)
	}
	return strings.Join(out, ", ")
}

// List reads all trainings: those that are only asked first, the longest first, then what is planned by day, then what is over, the last first. Errors:
// Refused for who may not read the community's.
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
		partners, err := partner.AllIn(ctx, session, tx)
		for _, t := range all {
			row := Row{Training: t, Everybody: people, Asks: t.Asker}
			for _, p := range partners {
				if p.ID == t.Partner {
					row.Asks = p.Name
				}
			}
			out = append(out, row)
		}
		return err
	})
	slices.SortStableFunc(out, func(a, b Row) int {
		by := a.Asked.Compare(b.Asked)
		switch {
		case a.State != b.State:
		case a.State == Planned:
			by = a.Day.Compare(b.Day)
		case a.State != Asked:
			by = b.Day.Compare(a.Day)
		}
		return cmp.Or(cmp.Compare(rank(a.State), rank(b.State)), by, strings.Compare(plain.FoldText(a.What), plain.FoldText(b.What)))
	})
	return out, err
}

func rank(s State) int { return slices.Index(States(), s) }
