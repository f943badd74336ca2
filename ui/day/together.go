package day

import (
	"context"
	"time"

	"leerbalie/model"
	"leerbalie/model/community"
	"leerbalie/model/journal"
	"leerbalie/ui/screen"
)

// readAsks reads what of the community asks for whoever sits here, but for what asks everybody, and meetings, which have rows of their own.
func (f *found) readAsks(ctx context.Context, session *model.Session, today time.Time) error {
	all, err := community.Mine(ctx, session, today)
	for i := range all {
		if why := all[i].Why; why != community.MeetingAnswer && why != community.QuestionOpen {
			f.asks = append(f.asks, all[i])
		}
	}
	return err
}

// arrangeAsks puts it into rows. They are in the order in which they press, which is not that of their days.
func (d *Day) arrangeAsks() {
	w := d.Env.Words
	for i := range d.data.asks {
		a := &d.data.asks[i]
		text := w.Say("day.together.row", "title", a.Title, "why", w.Asks(a, d.data.names))
		d.rows = append(d.rows, row{about: journal.KeyedID("day", string(a.Why), a.ID.String(), a.Step.String()), group: together, text: text, asks: a})
	}
}

// toAsks opens the page of screen 6 on which it stands, at it.
func toAsks(a *community.Asks) screen.Open {
	return screen.Open{Name: screen.Community, With: screen.AtPage{Page: a.Page(), With: a.ID}}
}
