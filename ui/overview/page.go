package overview

import (
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model/overview"
	"leerbalie/model/overview/signal"
	"leerbalie/ui/dialog"
	"leerbalie/ui/text"
	"leerbalie/ui/widget"
)

// page is one of the things to look at.
type page uint8

// The pages, in the order in which they are shown.
const (
	today page = iota
	week
	year
	own    // days that somebody chose; shown once they did
	became // of students
	signals
	people
	money
	pages
)

// word is the id of what a page is called.
func (p page) word() string {
	return [...]string{"overview.page.today", "overview.page.week", "overview.page.year", "overview.page.own", "overview.page.outcomes", "overview.page.signals", "overview.page.hands", "overview.page.value"}[p]
}

// shown are the pages that can be turned to now.
func (o *Overview) shown() (out []page) {
	for p := range pages {
		if (p != own || o.chosen != (overview.Period{})) && (p != became || o.mayCount()) {
			out = append(out, p)
		}
	}
	return out
}

// turn goes so many pages on.
func (o *Overview) turn(steps int) tea.Cmd {
	all := o.shown()
	at := 0
	for i, p := range all {
		if p == o.page {
			at = i
		}
	}
	return o.show(all[(at+steps+len(all))%len(all)], time.Time{})
}

// show shows a page, of the days around one; a zero one is today.
func (o *Overview) show(p page, day time.Time) tea.Cmd {
	o.page, o.day, o.top, o.known, o.failed, o.lines = p, day, 0, false, "", nil
	o.fetch.Drop()
	o.reading, o.again = false, false
	o.Hold()
	return o.read()
}

// anchor is a day of the period that shows.
func (o *Overview) anchor() time.Time {
	if o.day.IsZero() {
		return o.today()
	}
	return o.day
}

// today is the day of the calendar of the site, at midnight UTC.
func (o *Overview) today() time.Time {
	y, m, d := o.Env.Local(o.now).Date()
	return time.Date(y, m, d, 0, 0, 0, 0, time.UTC)
}

// period is the days that show, of those of a week or a year also the ones to come.
func (o *Overview) period() overview.Period {
	day := o.anchor()
	switch o.page {
	case week:
		monday := day.AddDate(0, 0, -(int(day.Weekday())+6)%7)
		return overview.Period{From: monday, Until: monday.AddDate(0, 0, 6)}
	case year:
		return overview.Period{From: time.Date(day.Year(), 1, 1, 0, 0, 0, 0, time.UTC), Until: time.Date(day.Year(), 12, 31, 0, 0, 0, 0, time.UTC)}
	case own:
		return o.chosen
	case signals:
		return overview.Period{From: day.AddDate(0, 0, 1-7*signal.Weeks), Until: day}
	case money:
		return overview.Period{From: time.Date(day.Year(), 1, 1, 0, 0, 0, 0, time.UTC), Until: time.Date(day.Year(), 12, 31, 0, 0, 0, 0, time.UTC)}
	}
	return overview.Period{From: day, Until: day}
}

// running tells whether today is among the days that show.
func (o *Overview) running() bool {
	p, now := o.period(), o.today()
	return !now.Before(p.From) && !now.After(p.Until)
}

// past goes a period back or on; what is to come is not shown.
func (o *Overview) past(steps int) tea.Cmd {
	if o.page == became {
		return o.turnCohort(steps)
	}
	p := o.period()
	if o.page == own {
		days := p.Days() * steps
		o.chosen = overview.Period{From: p.From.AddDate(0, 0, days), Until: p.Until.AddDate(0, 0, days)}
		return o.show(own, time.Time{})
	}
	day := p.From.AddDate(0, 0, steps)
	switch o.page {
	case week:
		day = p.From.AddDate(0, 0, 7*steps)
	case year, money:
		day = p.From.AddDate(steps, 0, 0)
	case signals:
		day = p.Until.AddDate(0, 0, 7*signal.Weeks*steps)
	}
	if byYear := o.page == year || o.page == money; !day.Before(o.today()) || o.page == week && day.AddDate(0, 0, 6).After(o.today()) || byYear && day.Year() == o.today().Year() {
		day = time.Time{}
	}
	return o.show(o.page, day)
}

// canBack tells whether there are periods to go through, canOn whether there is a later one than shows.
func (o *Overview) canBack() bool { return o.page != people && (o.page != became || o.hasOlder()) }
func (o *Overview) canOn() bool {
	return o.page != people && o.page != became && o.period().Until.Before(o.today()) || o.page == became && o.cohort != ""
}

// ask asks which days to show.
func (o *Overview) ask() tea.Cmd {
	w, p := o.Env.Words, o.period()
	return o.Fill(&dialog.Sheet{Form: widget.Form{Title: w.Say("overview.own.title"), Entries: []widget.Entry{
		widget.TextEntry("from", w.Say("overview.own.from"), p.From.Format("02-01-2006"), 1).Hinted(w.Say("overview.own.hint")),
		widget.TextEntry("until", w.Say("overview.own.until"), p.Until.Format("02-01-2006"), 1).Hinted(w.Say("overview.own.hint")),
	}}, Submit: func(f *widget.Form) tea.Cmd {
		var days [2]time.Time
		for i, entry := range []string{"from", "until"} {
			day, ok := text.ReadDay(f.Text(entry))
			if !ok {
				f.Blame(entry, w.Say("overview.own.fault"))
				return nil
			}
			days[i] = day
		}
		chosen := overview.Period{From: days[0], Until: days[1]}
		if err := chosen.Check(); err != nil {
			f.Blame("until", w.Error(err))
			return nil
		}
		o.chosen = chosen
		return tea.Batch(o.Show(nil), o.show(own, time.Time{}))
	}})
}

// toNow shows the page as of today; of days of one's own the year.
func (o *Overview) toNow() tea.Cmd {
	o.cohort = ""
	if o.page == own {
		return o.show(year, time.Time{})
	}
	return o.show(o.page, time.Time{})
}
