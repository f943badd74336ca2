package demo

import (
	"context"

	"leerbalie/model/days"
	"leerbalie/store/demo/together"
)

// community is what the people of the first site do together beside the desk, played last of all.
func (f *fill) community(ctx context.Context) error {
	f.stage.clock = f.calendar.now
	boss, err := f.view(ctx, f.me)
	if err != nil {
		return err
	}
	return f.stage.together(ctx, func() error {
		return together.Play(ctx, together.Stage{Boss: boss, View: f.view, Site: f.sites[0].id, Today: days.Of(f.calendar.now, f.calendar.now.Location())})
	})
}
