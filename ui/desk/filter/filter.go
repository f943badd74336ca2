// Package filter is what a list of requests is narrowed down to: a status, a theme, a colleague, a period and the like, how
// that is said, and the list in which people choose it.
package filter

import (
	"strings"
	"time"

	"leerbalie/model"
	"leerbalie/model/days"
	"leerbalie/model/desk"
	"leerbalie/model/journal"
)

// Filter is a filter as people choose it. It is kept with own views, so who is "me" and what is "this week" stay words.
type Filter struct {
	Status   string `json:"status,omitempty"`
	Urgency  string `json:"urgency,omitempty"`
	Theme    string `json:"theme,omitempty"`
	Channel  string `json:"channel,omitempty"`
	Outcome  string `json:"outcome,omitempty"`
	Language string `json:"language,omitempty"`
	Holder   string `json:"holder,omitempty"` // an id, or Me
	Period   string `json:"period,omitempty"` // a word of periods, or two days: 2026-09-01/2026-09-30, the second may lack
}

// Me is the holder who acts.
const Me = "me"

// IsZero tells whether nothing is narrowed down.
func (f Filter) IsZero() bool { return f == Filter{} }

// Open tells whether nothing that is closed can pass.
func (f Filter) Open() bool { return f.Status != "" && f.Status != string(desk.StatusClosed) }

// Parts are the ways to filter, in the order in which they are offered and shown.
func Parts() []string {
	return []string{"status", "urgency", "theme", "holder", "period", "channel", "outcome", "language"}
}

// Part points at one of the parts.
func (f *Filter) Part(name string) *string {
	switch name {
	case "status":
		return &f.Status
	case "urgency":
		return &f.Urgency
	case "theme":
		return &f.Theme
	case "channel":
		return &f.Channel
	case "outcome":
		return &f.Outcome
	case "language":
		return &f.Language
	case "holder":
		return &f.Holder
	}
	return &f.Period
}

// Toggle chooses a value of a part, or lets it go when it was chosen already.
func (f *Filter) Toggle(name, value string) {
	if p := f.Part(name); *p == value {
		*p = ""
	} else {
		*p = value
	}
}

// Query is the filter in terms of the model, for a person at a moment.
func (f Filter) Query(who journal.ID, now time.Time, zone *time.Location) desk.Filter {
	q := desk.Filter{Theme: f.Theme, Channel: f.Channel, Outcome: f.Outcome, Language: f.Language,
		Urgency: model.Urgency(f.Urgency), Status: desk.Status(f.Status)}
	if f.Holder == Me {
		q.Holder = who
	} else if id, err := journal.ParseID(f.Holder); err == nil {
		q.Holder = id
	}
	q.Since, q.Until = bounds(f.Period, now, zone)
	return q
}

// periods are the periods that have a name.
func periods() []string { return []string{"today", "week", "30-days", "month", "year"} }

// bounds gives the beginning and the end of a period; zero where it is open.
func bounds(period string, now time.Time, zone *time.Location) (since, until time.Time) {
	y, m, d := now.In(zone).Date()
	day := func(y int, m time.Month, d int) time.Time {
		return days.Start(time.Date(y, m, d, 0, 0, 0, 0, time.UTC), zone)
	}
	switch period {
	case "":
		return since, until
	case "today":
		return day(y, m, d), until
	case "week":
		return day(y, m, d-(int(now.In(zone).Weekday())+6)%7), until
	case "30-days":
		return day(y, m, d-29), until
	case "month":
		return day(y, m, 1), until
	case "year":
		return day(y, 1, 1), until
	}
	from, to, _ := strings.Cut(period, "/")
	if t, err := time.Parse(time.DateOnly, from); err == nil {
		since = days.Start(t, zone)
	}
	if t, err := time.Parse(time.DateOnly, to); err == nil {
		until = days.Start(t.AddDate(0, 0, 1), zone)
	}
	return since, until
}
