package notification

import (
	"slices"
	"time"
)

// Term is until when a step may take, and whether it was done.
type Term struct {
	Step Step
	Due  time.Time // the last day, at midnight UTC
	Done time.Time // the day on which it was done; zero: not yet
	Late bool      // it is not done, it has to be, and the last day is over
	Over bool      // it is not done, it did not have to be, and the last day is over: no plan was handed in
	Runs bool      // it still counts: neither it nor what ends it was done
}

// Terms are the terms of a notification on a day at its site, in the order of the law. That of the decision is there once the resident
// applied, that of urgent help where the notification is urgent.
func (n Notification) Terms(today time.Time) (out []Term) {
	if n.Urgent {
		out = append(out, n.term(Helped, n.Reported, today))
	}
	out = append(out, n.term(Plan, n.Reported.AddDate(0, 0, PlanDays), today), n.term(Investigated, n.Reported.AddDate(0, 0, InvestigateDays), today))
	if !n.Applied.IsZero() {
		out = append(out, n.term(Decided, n.Applied.AddDate(0, 0, DecideDays), today))
	}
	return out
}

func (n Notification) term(s Step, due, today time.Time) Term {
	t := Term{Step: s, Due: due, Done: n.On(s)}
	if t.Runs = n.Running() && t.Done.IsZero(); !t.Runs {
		return t
	}
	passed := today.After(due)
	if s == Plan { // the resident may hand it in until then and need not; once there was an investigation it is too late
		t.Over = passed
		t.Runs = !passed && n.Investigated.IsZero()
		return t
	}
	t.Late = passed
	return t
}

// Late are the terms that are over on a day at its site.
func (n Notification) Late(today time.Time) []Term {
	return slices.DeleteFunc(n.Terms(today), func(t Term) bool { return !t.Late })
}

// Next is the term that ends first of those that still count; ok is false where none does.
func (n Notification) Next(today time.Time) (next Term, ok bool) {
	for _, t := range n.Terms(today) {
		if t.Runs && (!ok || t.Due.Before(next.Due)) {
			next, ok = t, true
		}
	}
	return next, ok
}

// MayApply is the first day on which the resident can apply: that of the investigation, or the day after its term. Article 2.3.2,
// ninth paragraph.
func (n Notification) MayApply() time.Time {
	if after := n.Reported.AddDate(0, 0, InvestigateDays+1); n.Investigated.IsZero() || n.Investigated.After(after) {
		return after
	}
	return n.Investigated
}
