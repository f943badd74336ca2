package demo

import (
	"context"
	"time"

	"leerbalie/model"
	"leerbalie/model/days"
	"leerbalie/model/desk"
	"leerbalie/model/journal"
	"leerbalie/model/notification"
	"leerbalie/model/paths"
	"leerbalie/model/value"
)

// goal is what a resident learns for themselves, step by step.
type goal struct {
	kind, title string
	steps       []string
}

func goals() []goal {
	return []goal{
		{"digid", "zelf inloggen met DigiD", []string{"DigiD aangevraagd", "de app staat op de telefoon", "samen ingelogd bij de Belastingdienst", "alleen ingelogd"}},
		{"language", "een gesprek bij de huisarts in het Nederlands", []string{"zit op het Taalcafé", "belt zelf voor een afspraak", "ging alleen naar de huisarts"}},
		{"form", "zelf zorgtoeslag wijzigen", []string{"weet waar de brief over gaat", "heeft het formulier gevonden", "heeft het zelf ingevuld"}},
		{"paperwork", "post op orde", []string{"alle post in een map", "elke week een vaste middag", "drie maanden niets te laat"}},
		{"health", "elke week een half uur wandelen", []string{"kent een route in de buurt", "loopt met de wandelgroep mee", "loopt zelf, vier weken achter elkaar"}},
		{"device", "beeldbellen met de familie", []string{"tablet ingesteld", "belde een keer samen", "belt zelf"}},
	}
}

// How many residents of a site are on a path, and after how many days each thing of a notification was done.
const (
	pathsFirst = 12
	pathsOther = 5

	planAfter        = 5
	investigateAfter = 30
	applyAfter       = 34
	decideAfter      = 45
)

// worth is what shows what the centre does beside its questions: paths of residents, formal notifications, and prices, which are said to be
// an example. It has its own dice and is played last, so that all the rest is as it was without.
func (f *fill) worth(ctx context.Context, seed int64) error {
	d := newDice(seed + 3_000_017)
	f.stage.clock = f.calendar.now
	today := days.Of(f.calendar.now, f.calendar.now.Location())
	boss, err := f.view(ctx, f.me)
	if err != nil {
		return err
	}
	return f.stage.together(ctx, func() error {
		for i, s := range f.sites {
			there, err := boss.At(ctx, s.id)
			if err != nil {
				return err
			}
			left := map[bool]int{true: pathsFirst, false: pathsOther}[i == 0]
			for n, r := range s.residents {
				if left == 0 {
					break
				}
				if !r.known || n%4 != 1 {
					continue
				}
				left--
				if err := f.path(ctx, d, there, s, r.ID, today); err != nil {
					return err
				}
			}
			if err := f.notify(ctx, there, i, today); err != nil {
				return err
			}
		}
		return f.price(ctx, boss)
	})
}

// path is a path of a resident: some steps were reached, and some paths have come to their goal.
func (f *fill) path(ctx context.Context, d *dice, there *model.Session, s *site, resident journal.ID, today time.Time) error {
	g := one(d, goals())
	did, err := there.DoQuietly(ctx, paths.Add{Path: paths.Path{Title: g.title, Kind: g.kind, Resident: resident, Helpers: []journal.ID{one(d, s.team.desk)}}})
	if err != nil {
		return err
	}
	reached, ago := d.between(0, len(g.steps)), d.between(60, 150)
	for i, text := range g.steps {
		step := paths.AddStep{ID: did.Entity, Text: text}
		if i < reached {
			step.Reached = today.AddDate(0, 0, -ago)
			ago = max(ago-d.between(7, 40), 1)
		}
		if _, err := there.DoQuietly(ctx, step); err != nil {
			return err
		}
	}
	if reached == len(g.steps) {
		_, err = there.DoQuietly(ctx, paths.EndPath{ID: did.Entity, Outcome: paths.OutcomeReached, Day: today.AddDate(0, 0, -ago)})
	}
	return err
}

// notify reports some questions to the municipality: at each site one that is decided and one that runs, and at the second site one of which
// the investigation is late.
func (f *fill) notify(ctx context.Context, there *model.Session, at int, today time.Time) error {
	page, err := desk.ReadPage(ctx, there, desk.PageQuery{View: desk.ViewAll})
	if err != nil {
		return err
	}
	for _, n := range []struct {
		from, to int // of how many days ago the question is
		steps    map[notification.Step]int
	}{
		{80, 200, map[notification.Step]int{notification.Plan: planAfter, notification.Investigated: investigateAfter, notification.Applied: applyAfter, notification.Decided: decideAfter}},
		{10, 35, map[notification.Step]int{notification.Plan: planAfter}},
		{50, 75, map[notification.Step]int{notification.Plan: planAfter}},
	} {
		if n.from == 50 && at != 1 {
			continue
		}
		for i := range page.Rows {
			row := &page.Rows[i]
			day := days.Of(row.Created, f.calendar.now.Location())
			if row.Theme != "independent-living" || day.Before(today.AddDate(0, 0, -n.to)) || day.After(today.AddDate(0, 0, -n.from)) {
				continue
			}
			did, err := there.DoQuietly(ctx, notification.Report{Request: row.ID, Day: day})
			if err != nil {
				return err
			}
			for _, step := range notification.Steps() {
				if after, ok := n.steps[step]; ok {
					if _, err := there.DoQuietly(ctx, notification.Note{ID: did.Created[0], Step: step, Day: day.AddDate(0, 0, after)}); err != nil {
						return err
					}
				}
			}
			break
		}
	}
	return nil
}

// price puts prices on the list, which say that they are made up.
func (f *fill) price(ctx context.Context, boss *model.Session) error {
	const source = "Voorbeeld: verzonnen cijfer van de demo, neem je eigen bron"
	for _, p := range []value.Price{
		{Unit: value.Hour, Low: 1200, Base: 1800, High: 2600}, {Unit: value.Request, Low: 2500, Base: 4000, High: 7000}, {Unit: value.Visit, Low: 1500, Base: 2500, High: 4000},
	} {
		p.Source, p.Year = source, f.calendar.now.Year()
		if _, err := boss.DoQuietly(ctx, value.Add{Price: p}); err != nil {
			return err
		}
	}
	return nil
}
