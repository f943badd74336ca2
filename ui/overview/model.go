// Package overview is screen 5: what the site does today, counted from midnight in its own time zone: who waits now and
// how long, what was handled, about what, how it ended and how it came in.
//
// The figures are those of the command report site. They are read anew when something changed here or elsewhere, one
// reading at a time, and when a new day begins; waiting times go with the clock.
package overview

import (
	"context"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/model/overview"
	"leerbalie/ui/dialog"
	"leerbalie/ui/report"
	"leerbalie/ui/screen"
)

// Overview is the screen.
type Overview struct {
	dialog.Host
	actions screen.Actions[*Overview]
	size    screen.Size
	now     time.Time // waiting times are counted to here

	data   overview.SiteReport
	known  bool   // something was read
	failed string // why there is nothing to show

	fetch   screen.Tickets
	reading bool // figures are being read
	again   bool // something changed meanwhile

	lines []string // what there is to read, at the width there is
	top   int      // the first line that shows
}

var (
	_ screen.Screen = (*Overview)(nil)
	_ screen.Holder = (*Overview)(nil)
)

// New makes the screen.
func New(env screen.Env) screen.Screen {
	o := &Overview{actions: actions(), now: env.Now(), Host: dialog.Host{Env: env, Name: string(screen.Overview)}}
	o.Reload = o.read
	return o
}

// Init reads what the screen shows first.
func (o *Overview) Init() tea.Cmd { return o.read() }

// read reads the figures of today; while that is being done, it notes that they have to be read once more.
func (o *Overview) read() tea.Cmd {
	if o.reading {
		o.again = true
		return nil
	}
	o.reading = true
	session, since := o.Env.Session, o.Env.Midnight(o.Env.Now())
	return screen.Ask(o.Env.Ctx, o.fetch.Next(), func(ctx context.Context) (overview.SiteReport, error) {
		return overview.ReadSiteReport(ctx, session, since)
	})
}

// took takes figures in, and reads on where something changed since they were asked for.
func (o *Overview) took(a screen.Answer[overview.SiteReport]) tea.Cmd {
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

// concerns tells whether a change can have touched the figures: a request, who is a student, what the site calls its themes.
func concerns(c screen.Changed) bool {
	return c.Has(desk.KindRequest) || c.Has(model.KindPerson) || c.Has(model.KindSite)
}

// stale tells whether the figures are of another day than the clock shows.
func (o *Overview) stale() bool { return o.known && !o.data.Since.Equal(o.Env.Midnight(o.now)) }

// shows tells whether there are figures to see.
func (o *Overview) shows() bool { return o.known && o.failed == "" }

// handled tells whether something was handled today.
func (o *Overview) handled() bool { return o.shows() && o.data.Handled > 0 }

// maker puts what is known into words.
func (o *Overview) maker() report.Maker {
	return report.Maker{Words: o.Env.Words, Zone: o.Env.Zone, Now: o.Env.Now(), Themes: o.data.Site.ThemeCodes()}
}

// write keeps the figures that show as a file.
func (o *Overview) write() tea.Cmd {
	return o.WriteFile(dialog.DocumentWriting(o.Env.Words.Say("overview.file"), o.maker().Site(&o.data)))
}
