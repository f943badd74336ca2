package demo

import (
	"context"

	"leerbalie/model"
	"leerbalie/model/days"
	"leerbalie/model/outcome"
)

// became is what became of the students who are done here, beside how their study ended, and a figure to lay beside it that is said to be an
// example. It is played last, without dice, so that all the rest is as it was without.
func (f *fill) became(ctx context.Context) error {
	f.stage.clock = f.calendar.now
	today := days.Of(f.calendar.now, f.calendar.now.Location())
	boss, err := f.view(ctx, f.me)
	if err != nil {
		return err
	}
	people, err := boss.People(ctx)
	if err != nil {
		return err
	}
	turns := [][]string{{outcome.Job, outcome.Modules}, {outcome.Excellence}, {outcome.Bridging}}
	return f.stage.together(ctx, func() error {
		at := 0
		for _, p := range people {
			if p.Study.Status != model.StudyEnded || !p.Has(model.RoleStudent) || p.Study.Outcome == "left" {
				continue
			}
			for _, kind := range turns[at%len(turns)] {
				if _, err := boss.DoQuietly(ctx, outcome.Add{Student: p.ID, Kind: kind, Day: today.AddDate(0, 0, -1-at)}); err != nil {
					return err
				}
			}
			at++
		}
		_, err := boss.DoQuietly(ctx, outcome.Compare{Comparison: outcome.Comparison{Outcome: outcome.Qualification, Rate: 7000, Year: today.Year() - 1,
			Source: "Voorbeeld: verzonnen cijfer van de demo, neem je eigen bron"}})
		return err
	})
}
