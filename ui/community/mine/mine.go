// Package mine is the first page of screen 6: what of the community asks for whoever sits there, the most pressing first. Enter opens the page on
// which it stands, at it.
package mine

import (
	"context"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model"
	"leerbalie/model/community"
	"leerbalie/model/journal"
	"leerbalie/ui/community/page"
	"leerbalie/ui/dialog"
	"leerbalie/ui/keys"
	documents "leerbalie/ui/report"
	reports "leerbalie/ui/report/community"
	"leerbalie/ui/screen"
)

// Scope is where the keys of this page work.
const Scope keys.Scope = "mine"

// row is one thing that asks, with why in words.
type row struct {
	asks community.Asks
	why  string
}

// New makes the page.
func New(env screen.Env) screen.Screen { return page.New(env, kind(), actions()) }

// Keys gives the keys of this page.
func Keys() []keys.Key { return page.Keys(kind(), actions()) }

// Report is what writes the half-year report.
const Report keys.ID = "mine-report"

// actions are those of this page, beside what every page has.
func actions() screen.Actions[*page.Page[row]] {
	return screen.Actions[*page.Page[row]]{{ID: Report, Scope: Scope, Keys: []string{"e"}, Word: "key.mine.report", Do: report}}
}

// report shows what the community did in the half year up to today, and keeps it as a file from there.
func report(p *page.Page[row]) tea.Cmd {
	today := dayOf(p.Env)
	return dialog.Look(&p.Host, func(ctx context.Context, session *model.Session) (community.Half, error) {
		return community.HalfYear(ctx, session, today.AddDate(0, -6, 1), today, today)
	}, func(h community.Half) tea.Cmd {
		m := reports.Maker{Maker: documents.Maker{Words: p.Env.Words, Zone: p.Env.Zone, Now: p.Env.Now()}}
		doc := m.HalfYear(&h)
		return p.Host.Show(&dialog.Reading{Document: doc, WriteKey: Report, Write: func() tea.Cmd {
			return p.WriteFile(dialog.DocumentWriting(p.Env.Words.Say("half.file"), doc))
		}})
	})
}

// dayOf is the calendar day on which somebody looks.
func dayOf(env screen.Env) time.Time {
	y, m, d := env.Local(env.Now()).Date()
	return time.Date(y, m, d, 0, 0, 0, 0, time.UTC)
}

func kind() page.Kind[row] {
	return page.Kind[row]{
		Name: "mine", Scope: Scope, Read: read,
		ID: func(r *row) journal.ID {
			return journal.KeyedID("mine", string(r.asks.Why), r.asks.ID.String(), r.asks.Step.String())
		},
		Title: func(r *row) string { return r.asks.Title },
		Right: func(p *page.Page[row], r *row) string { return p.Env.Words.AsksShort(&r.asks) },
		Words: func(r *row) []string { return []string{r.why} },
		Facts: func(_ *page.Page[row], r *row) []page.Fact { return []page.Fact{{Text: r.why}} },
		Goes: func(_ *page.Page[row], r *row) tea.Cmd {
			return screen.Send(screen.Open{Name: screen.Community, With: screen.AtPage{Page: r.asks.Page(), With: r.asks.ID}})
		},
		Empty: "mine.page.none", Count: "mine.page.count", New: "community-page", First: []keys.ID{Report},
	}
}

func read(ctx context.Context, session *model.Session, env screen.Env) (out []row, err error) {
	all, err := community.Mine(ctx, session, dayOf(env))
	if err != nil || len(all) == 0 {
		return nil, err
	}
	names, err := session.PersonNames(ctx, "")
	for i := range all {
		out = append(out, row{all[i], env.Words.Asks(&all[i], names)})
	}
	return out, err
}
