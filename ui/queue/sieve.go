package queue

import (
	"slices"
	"strings"
	"time"

	"leerbalie/model"
	"leerbalie/ui/widget/cell"
)

// sieve is a filter as people choose it. It is kept with own views, so who is "me" and what is "this week" stay words.
type sieve struct {
	Status   string `json:"status,omitempty"`
	Urgency  string `json:"urgency,omitempty"`
	Theme    string `json:"theme,omitempty"`
	Channel  string `json:"channel,omitempty"`
	Outcome  string `json:"outcome,omitempty"`
	Language string `json:"language,omitempty"`
	Holder   string `json:"holder,omitempty"` // an id, or me
	Period   string `json:"period,omitempty"` // a word of periods, or two days: 2026-09-01/2026-09-30, the second may lack
}

const me = "me"

func (s sieve) isZero() bool { return s == sieve{} }

// parts are the ways to filter, in the order in which they are offered and shown.
func parts() []string {
	return []string{"status", "urgency", "theme", "holder", "period", "channel", "outcome", "language"}
}

// part points at one of the parts.
func (s *sieve) part(name string) *string {
	switch name {
	case "status":
		return &s.Status
	case "urgency":
		return &s.Urgency
	case "theme":
		return &s.Theme
	case "channel":
		return &s.Channel
	case "outcome":
		return &s.Outcome
	case "language":
		return &s.Language
	case "holder":
		return &s.Holder
	}
	return &s.Period
}

// toggle chooses a value of a part, or lets it go when it was chosen already.
func (s *sieve) toggle(name, value string) {
	if p := s.part(name); *p == value {
		*p = ""
	} else {
		*p = value
	}
}

// filter is the sieve in terms of the model, for a person at a moment.
func (s sieve) filter(who model.ID, now time.Time, zone *time.Location) model.Filter {
	f := model.Filter{Theme: s.Theme, Channel: s.Channel, Outcome: s.Outcome, Language: s.Language,
		Urgency: model.Urgency(s.Urgency), Status: model.Status(s.Status)}
	if s.Holder == me {
		f.Holder = who
	} else if id, err := model.ParseID(s.Holder); err == nil {
		f.Holder = id
	}
	f.Since, f.Until = stretchOf(s.Period, now, zone)
	return f
}

// periods are the periods that have a name.
func periods() []string { return []string{"today", "week", "30-days", "month", "year"} }

// stretchOf gives the beginning and the end of a period; zero where it is open.
func stretchOf(period string, now time.Time, zone *time.Location) (since, until time.Time) {
	y, m, d := now.In(zone).Date()
	day := func(y int, m time.Month, d int) time.Time { return time.Date(y, m, d, 0, 0, 0, 0, zone) }
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
	if t, err := time.ParseInLocation(time.DateOnly, from, zone); err == nil {
		since = t
	}
	if t, err := time.ParseInLocation(time.DateOnly, to, zone); err == nil {
		until = t.AddDate(0, 0, 1)
	}
	return since, until
}

// valueWord gives a value of a part in words.
func (q *Queue) valueWord(part, value string) string {
	w := q.env.Words
	switch part {
	case "status":
		return w.Say("status." + value)
	case "urgency":
		return w.Name(q.env.Site.UrgencyCodes(), value)
	case "theme":
		return q.themeLabel(value)
	case "channel":
		return w.Code("channel", value)
	case "outcome":
		return q.outcomeWord(value)
	case "language":
		return languageName(w, value)
	case "holder":
		if value == me {
			return w.Say("person.you")
		}
		id, _ := model.ParseID(value)
		return q.name(id)
	}
	if slices.Contains(periods(), value) {
		return w.Say("period." + value)
	}
	from, to, _ := strings.Cut(value, "/")
	since, err := time.Parse(time.DateOnly, from)
	if err != nil {
		return value
	}
	until, err := time.Parse(time.DateOnly, to)
	if err != nil {
		return w.Say("period.since", "day", since.Format("02-01-2006"))
	}
	return w.Say("period.from-to", "from", since.Format("02-01-2006"), "to", until.Format("02-01-2006"))
}

// outcomeWord gives how a request ended in words.
func (q *Queue) outcomeWord(code string) string {
	if code == model.OutcomeMerged {
		return q.env.Words.Say("outcome.merged")
	}
	return q.env.Words.Code("outcome", code)
}

// sieveChips shows what the list is narrowed down to.
func (q *Queue) sieveChips() []string {
	var out []string
	for _, part := range parts() {
		if v := *q.sieve.part(part); v != "" {
			out = append(out, "‹"+cell.Short(q.valueWord(part, v), 24)+"›")
		}
	}
	if q.order != model.OrderNewest {
		out = append(out, "‹"+q.env.Words.Say("order."+string(q.order))+"›")
	}
	return out
}
