package upward

import (
	"bytes"
	"context"
	"slices"

	"leerbalie/model"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/model/plain"
	"leerbalie/model/together"
)

// Answer says what comes of a signal: it is taken up, or done, or nothing is done.
type Answer struct {
	ID    journal.ID
	State State
	Text  string     // what came of it; of one that is taken up it may lack
	Goal  journal.ID // that it became; zero: none, or the one that it has
}

// Name is the code of the words for this action.
func (a Answer) Name() string {
	switch a.State {
	case Taken:
		return "act-signal-take"
	case Declined:
		return "act-signal-decline"
	case Open:
		return "act-signal-reopen"
	}
	return "act-signal-answer"
}

// Do writes it, with the day. Errors: NotFound; Invalid for no words where something came of it or nothing does, and for no state; Refused for
// who is neither the one to whom the signal went nor a coordinator.
func (a Answer) Do(d *model.Doing) error {
	s, err := signals.Found(d, a.ID)
	if err != nil {
		return err
	}
	if !s.MayAnswer(d.Actor) {
		return fault.New(fault.Refused, "signal-answer-other", "name", d.Actor.Name, "title", s.Text)
	}
	was := s
	s.State = a.State
	if a.Text != "" {
		s.Answer = a.Text
	}
	if !a.Goal.IsZero() {
		s.Goal = a.Goal
	}
	if err := check(d, &s, &was); err != nil {
		return err
	}
	return signals.Write(d, &s)
}

// MayAnswer tells whether somebody may say what comes of it: the one to whom it went, and coordinators.
func (s *Signal) MayAnswer(by model.Person) bool {
	may := model.ClearanceOf(by)
	return may.MayWrite(together.Scope()) || may.MayRead(together.Scope()) && !by.ID.IsZero() && s.To == by.ID
}

// MayWord tells whether somebody may alter what it says: who added it while it is open, and coordinators.
func (s *Signal) MayWord(by model.Person) bool {
	may := model.ClearanceOf(by)
	return may.MayWrite(together.Scope()) || may.MayRead(together.Scope()) && s.AddedBy == by.ID && s.State == Open
}

// Counted tells whether its counts come from the figures of a site.
func (s *Signal) Counted() bool { return !s.Site.IsZero() }

// Waits tells whether somebody still has to say what comes of it.
func (s *Signal) Waits() bool { return s.State == Open || s.State == Taken }

// Has tells whether a signal is found by what was typed: in its text, where it was seen, its theme and what came of it.
func (s *Signal) Has(terms plain.Terms) bool { return terms.In(s.searched) }

// To reads the signals that went to somebody of which nobody said yet what comes of them, those that wait longest first. Errors: Refused.
func To(ctx context.Context, session *model.Session, person journal.ID) (out []Signal, err error) {
	out, err = Read(ctx, session, Query{State: Open, To: person})
	slices.Reverse(out)
	return out, err
}

// Query is which signals are meant.
type Query struct {
	Waits bool       // open, or taken up
	State State      // "": any
	To    journal.ID // zero: whomever
	Site  journal.ID // from the figures of a site; zero: whatever
	Text  string     // as somebody types it who searches
}

// Read reads the signals that are meant, the newest first. They must not be altered. Errors: Refused.
func Read(ctx context.Context, session *model.Session, ask Query) (out []Signal, err error) {
	all, err := All(ctx, session)
	terms := plain.TermsOf(ask.Text)
	for i := range all {
		s := &all[i]
		if (!ask.Waits || s.Waits()) && (ask.State == "" || s.State == ask.State) && (ask.To.IsZero() || s.To == ask.To) && (ask.Site.IsZero() || s.Site == ask.Site) && s.Has(terms) {
			out = append(out, *s)
		}
	}
	slices.SortStableFunc(out, func(a, b Signal) int { return bytes.Compare(b.ID[:], a.ID[:]) })
	return out, err
}
