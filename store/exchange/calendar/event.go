package calendar

import (
	"strconv"
	"strings"
	"time"

	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/model/plain"
	"leerbalie/store/exchange/calendar/line"
	"leerbalie/store/exchange/calendar/repeat"
)

// refuse notes the first thing for which an appointment is refused.
func (e *event) refuse(at int, err error) {
	if e.wrong == nil {
		e.wrong, e.wrongLine = err, at
	}
}

// take takes a line of an appointment in. What it says of nothing that is kept is passed over.
func (e *event) take(p *line.Prop) {
	if e == nil {
		return
	}
	one := func() stamp {
		s, err := stampOf(p, p.Value)
		if err != nil {
			e.refuse(p.Line, err)
		}
		s.zone = strings.Clone(s.zone)
		return s
	}
	switch p.Name {
	case "UID":
		e.uid = uidOf(p.Value)
	case "RECURRENCE-ID":
		e.instance = one()
		e.following = strings.EqualFold(p.Param("RANGE"), "THISANDFUTURE")
	case "DTSTART":
		e.start = one()
	case "DTEND":
		e.end = one()
	case "DURATION":
		var err error
		if e.long, err = spanOf(p.Value); err != nil {
			e.refuse(p.Line, err)
		}
		e.hasLong = err == nil
	case "RRULE":
		e.rules = e.rule(p, e.rules)
	case "EXRULE":
		e.not = e.rule(p, e.not)
	case "RDATE":
		e.also = e.times(p, e.also)
	case "EXDATE":
		e.without = e.times(p, e.without)
	case "SUMMARY":
		e.title = words(p.Value)
	case "LOCATION":
		e.place = words(p.Value)
	case "STATUS":
		e.cancelled = strings.EqualFold(strings.TrimSpace(p.Value), "CANCELLED")
	case "CLASS":
		v := strings.TrimSpace(p.Value)
		e.private = strings.EqualFold(v, "PRIVATE") || strings.EqualFold(v, "CONFIDENTIAL")
	case "ATTENDEE", "ORGANIZER":
		e.people = true
	case "SEQUENCE":
		e.sequence, _ = strconv.Atoi(strings.TrimSpace(p.Value))
	case "LAST-MODIFIED":
		if s, err := stampOf(p, p.Value); err == nil {
			e.changed, e.dated = s.wall, true
		}
	case "DTSTAMP": // where nothing else says when it was altered
		if s, err := stampOf(p, p.Value); err == nil && !e.dated {
			e.changed = s.wall
		}
	case "X-MICROSOFT-CDO-ALLDAYEVENT":
		e.wholeDay = strings.EqualFold(strings.TrimSpace(p.Value), "TRUE")
	}
}

func (e *event) rule(p *line.Prop, to []repeat.Rule) []repeat.Rule {
	r, err := repeat.Parse(p.Value)
	switch {
	case err != nil:
		e.refuse(p.Line, err)
		return to
	case len(to) == mostRules:
		e.refuse(p.Line, fault.New(fault.Invalid, "calendar.rules", "most", mostRules))
		return to
	}
	return append(to, r)
}

// times reads a list of times. Of a stretch of time its beginning counts.
func (e *event) times(p *line.Prop, to []stamp) []stamp {
	for _, v := range strings.Split(p.Value, ",") {
		v, _, _ = strings.Cut(v, "/")
		if strings.TrimSpace(v) == "" {
			continue
		}
		s, err := stampOf(p, v)
		if err == nil && e.dates == mostDates {
			err = fault.New(fault.Invalid, "calendar.dates", "most", mostDates)
		}
		if err != nil {
			e.refuse(p.Line, err)
			return to
		}
		e.dates++
		s.zone = strings.Clone(s.zone)
		to = append(to, s)
	}
	return to
}

// uidOf is a name by which a program knows an appointment; one that is very long is known by what it comes to.
func uidOf(value string) string {
	uid := strings.TrimSpace(plain.Harmless(value))
	if len(uid) > mostUID {
		return journal.KeyedID("ical-uid", uid).String()
	}
	return strings.Clone(uid)
}

// words is a value as one line of plain text, as long as a name may be.
func words(value string) string {
	text := strings.Join(strings.Fields(plain.Harmless(line.Text(value))), " ")
	n := 0
	for i := range text {
		if n++; n > mostWords {
			return text[:i] + "…"
		}
	}
	return strings.Clone(text)
}

// named gives an appointment without a name one: the same for the same.
func (e *event) named() {
	if e.uid == "" {
		e.made, e.uid = true, journal.KeyedID("ical", e.title, e.place, e.start.wall.Format(time.RFC3339), e.start.zone, e.end.wall.Format(time.RFC3339)).String()
	}
}
