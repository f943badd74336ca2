package desk

import (
	"slices"
	"time"

	"leerbalie/model"
	"leerbalie/model/days"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
)

// Spent is how many minutes one person spent.
type Spent struct {
	Person  journal.ID // zero: who acts
	Minutes int
}

// Worked are those whose minutes are asked for: who handles the request, each of a pair; who asks, where nobody does.
func (r Request) Worked(me journal.ID) []journal.ID { return WorkedOn(r.Holder(), me) }

// WorkedOn is Worked for whoever holds a request.
func WorkedOn(holder []journal.ID, me journal.ID) []journal.ID {
	if len(holder) == 0 {
		return []journal.ID{me}
	}
	return holder
}

// spent is what a closing logs, for each who worked.
func (r *Request) spent(a CloseRequest, me journal.ID) []Spent {
	if len(a.Spent) > 0 {
		return a.Spent
	}
	return Each(r.Worked(me), a.Minutes)
}

// Each is the same minutes for each of some people.
func Each(of []journal.ID, minutes int) []Spent {
	out := make([]Spent, len(of))
	for i, id := range of {
		out[i] = Spent{id, minutes}
	}
	return out
}

// Logs are the actions that write down what each spent on a request, those who spent nothing left out.
func Logs(id journal.ID, spent []Spent, day time.Time) (out []model.Action) {
	for _, s := range spent {
		if s.Minutes > 0 {
			out = append(out, LogTime{ID: id, Minutes: s.Minutes, Person: s.Person, Day: day})
		}
	}
	return out
}

// MinutesBy sums the minutes of each person, in the order in which they first logged some; those of nobody in particular stand
// under the zero id. Together they are Minutes: each hour of each person counts, so an hour that two worked together is two.
func (r Request) MinutesBy() (out []Spent) {
	for _, t := range r.Times {
		if i := slices.IndexFunc(out, func(s Spent) bool { return s.Person == t.Person }); i >= 0 {
			out[i].Minutes += t.Minutes
		} else {
			out = append(out, Spent{t.Person, t.Minutes})
		}
	}
	return out
}

// LogTime writes down minutes that were spent on a request.
type LogTime struct {
	ID      journal.ID
	Minutes int
	Person  journal.ID // zero: who acts
	Nobody  bool       // the minutes are known, but not whose they were: an import
	Day     time.Time  // a moment of that day; zero: now
}

// Name is the code of the words for this action.
func (LogTime) Name() string { return "act-time" }

// Do adds the minutes, on the day of the moment at the site of the request. Errors: NotFound; Invalid for less than one minute, more than a day or a day in the future.
func (a LogTime) Do(d *model.Doing) error {
	if a.Minutes < 1 || a.Minutes > model.MaxMinutes {
		return fault.New(fault.Invalid, "minutes", "minutes", a.Minutes, "limit", model.MaxMinutes)
	}
	if err := d.Happened(a.Day, "day"); err != nil {
		return err
	}
	r, err := standingRequestFor(d, a.ID)
	if err != nil {
		return err
	}
	return a.write(d, r)
}

// write is Do for a request that has been read.
func (a LogTime) write(d *model.Doing, r *Request) error {
	switch {
	case a.Nobody:
		a.Person = journal.ID{}
	case a.Person.IsZero():
		a.Person = d.Actor.ID
	case a.Person != d.Actor.ID:
		if _, err := d.Person(a.Person); err != nil {
			return err
		}
	}
	if a.Day.IsZero() {
		a.Day = d.Now()
	}
	zone, err := model.ZoneAt(d, r.Site)
	if err != nil {
		return err
	}
	days := journal.DayNumber(days.Of(a.Day, zone))
	_, err = d.Add(KindRequest, r.ID, r.Site, ItemTime,
		journal.Fields{timePerson.Is(journal.Ref(a.Person)), timeMinutes.Is(journal.Int(int64(a.Minutes))), timeDay.Is(journal.Int(days))})
	return err
}
