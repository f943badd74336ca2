// Package overview is screen 5: what the site does, today, this week, this year, or in days of one's own: who waits and how long, what came
// in by the hour, what was handled, about what, how it ended, how it came in, and where people were sent on to.
//
// The figures are those of the command report site. They are read anew when something changed here or elsewhere, one
// reading at a time, and with the clock where today is among them.
package overview

import (
	"context"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/model/journal"
	"leerbalie/model/ledger"
	"leerbalie/model/outcome"
	"leerbalie/model/overview"
	"leerbalie/model/overview/hands"
	"leerbalie/model/overview/signal"
	"leerbalie/model/overview/worth"
	"leerbalie/model/paths"
	"leerbalie/model/upward"
	"leerbalie/model/value"
	"leerbalie/model/visits"
	"leerbalie/ui/dialog"
	"leerbalie/ui/report"
	"leerbalie/ui/screen"
	"leerbalie/ui/widget"
)

// Overview is the screen.
type Overview struct {
	dialog.Host
	actions screen.Actions[*Overview]
	size    screen.Size
	now     time.Time // waiting times are counted to here

	page   page
	day    time.Time       // a day of the period that shows; zero: today
	chosen overview.Period // of the page own
	cohort string          // of the page became; "": all of them

	data   figures
	known  bool   // something was read
	failed string // why there is nothing to show

	fetch   screen.Tickets
	reading bool // figures are being read
	again   bool // something changed meanwhile

	blocks []block  // what there is to read, at the width there is
	lines  []string // the blocks as they are drawn
	top    int      // the first line that shows
}

// figures is what was read for a page.
type figures struct {
	report.Printed
	themes  []trend
	signals *signal.Themes
	sent    map[string][]upward.Signal // by theme: what was signalled upward about it
	names   map[journal.ID]string
	hands   *hands.Hands
	sheet   *worth.Sheet
	prices  []value.Price
	became  *outcome.Report
	beside  []outcome.Comparison
}

var (
	_ screen.Screen = (*Overview)(nil)
	_ screen.Holder = (*Overview)(nil)
)

// New makes the screen.
func New(env screen.Env) screen.Screen {
	o := &Overview{actions: actions(), now: env.Now(), Host: dialog.Host{Env: env, Name: string(screen.Overview), UndoKey: Undo, RedoKey: Redo}}
	o.Reload = o.read
	return o
}

// Init reads what the screen shows first.
func (o *Overview) Init() tea.Cmd { return o.read() }

// read reads the figures of the page; while that is being done, it notes that they have to be read once more.
func (o *Overview) read() tea.Cmd {
	if o.reading {
		o.again = true
		return nil
	}
	o.reading = true
	session, p, now, until := o.Env.Session, o.period(), o.Env.Now(), o.today()
	read := readFigures
	switch o.page {
	case signals:
		read = readSignals
	case people:
		read = readHands
	case money:
		read = readWorth
	case became:
		read = readOutcomes(o.cohort)
	}
	return screen.Ask(o.Env.Ctx, o.fetch.Next(), func(ctx context.Context) (figures, error) { return read(ctx, session, p, now, until) })
}

func readFigures(ctx context.Context, session *model.Session, p overview.Period, now, until time.Time) (out figures, err error) {
	f, err := overview.ReadFigures(ctx, session, p, now)
	if err != nil {
		return out, err
	}
	out.Figures, out.By = &f, report.Cut(p)
	if out.Series, err = overview.ReadSeries(ctx, session, p, out.By); err != nil {
		return out, err
	}
	went, err := visits.ReadCounts(ctx, session, p.From, p.Until)
	if err != nil {
		return out, err
	}
	out.Visits = &went
	if out.Paths, err = paths.ReadCounts(ctx, session, p.From, p.Until, f.Site.Location()); err != nil {
		return out, err
	}
	out.themes, err = readTrends(ctx, session, p, until)
	return out, err
}

// took takes figures in, and reads on where something changed since they were asked for.
func (o *Overview) took(a screen.Answer[figures]) tea.Cmd {
	if !o.fetch.Fits(a.Ticket) {
		return nil
	}
	o.reading = false
	o.Arrived()
	if a.Err != nil {
		o.failed = o.Env.Words.Error(a.Err)
	} else {
		o.failed, o.known, o.data = "", true, a.Value
	}
	o.arrange()
	if o.again {
		o.again = false
		return o.read()
	}
	return nil
}

// concerns tells whether a change can have touched the figures: a request, who asks it, who is a student, what the site calls its themes.
func concerns(c screen.Changed) bool {
	return c.Has(value.KindPrice) || c.Has(upward.KindSignal) || c.Has(ledger.KindLedger) || c.Has(outcome.KindComparison) || c.Has(visits.KindArrangement) || c.Has(paths.KindPath) || c.Has(desk.KindRequest) || c.Has(desk.KindResident) || c.Has(model.KindPerson) || c.Has(model.KindSite)
}

// shows tells whether there are figures to see.
func (o *Overview) shows() bool { return o.known && o.failed == "" }

// handled tells whether something was handled.
func (o *Overview) handled() bool {
	return o.shows() && o.data.Figures != nil && o.data.Figures.Handled > 0
}

// maker puts what is known into words, exactly: this is a screen.
func (o *Overview) maker() report.Maker {
	m := report.Maker{Words: o.Env.Words, Zone: o.Env.Zone, Now: o.Env.Now(), Exact: true}
	if o.data.Figures != nil {
		m.Themes = o.data.Figures.Site.ThemeCodes()
	}
	return m
}

// document is what shows, to print: without small numbers, unless the site wants them.
func (o *Overview) document() report.Document {
	m := o.maker()
	m.Exact = o.Env.Site.Exact
	return o.told(m)
}

// write keeps the report of what shows as a file.
func (o *Overview) write() tea.Cmd {
	return o.WriteFile(dialog.DocumentWriting(o.Env.Words.Say("overview.file"), o.document()))
}

// look shows the report as it would be printed.
func (o *Overview) look() tea.Cmd {
	return o.Show(&dialog.Reading{Document: o.document(), WriteKey: Write, Write: o.write})
}

// behind asks of which theme to see the questions that came in, or to see what was closed, and goes to the desk.
func (o *Overview) behind() tea.Cmd {
	w, p, f := o.Env.Words, o.period(), o.data.Figures
	list := []widget.Choice{{ID: "", Label: w.Say("overview.all"), Right: itoa(f.Handled)}}
	for _, t := range f.CameInByTheme {
		if t.Code != "" {
			list = append(list, widget.Choice{ID: t.Code, Label: w.Name(f.Site.ThemeCodes(), t.Code), Right: itoa(t.Handled)})
		}
	}
	return o.Show(&dialog.Choice{Picker: widget.Picker{Title: w.Say("overview.behind"), Empty: w.Say("pick.none"), Hint: w.Say("pick.hint"), Choices: list},
		Choose: func(theme string) tea.Cmd {
			at := screen.AtList{List: desk.ViewClosed, Theme: theme, From: p.From, Until: p.Until}
			return tea.Batch(o.Show(nil), screen.Send(screen.Open{Name: screen.Desk, With: at}))
		}})
}
