package upward

import (
	"slices"
	"strings"
	"time"

	"leerbalie/model"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
)

// Add adds a signal.
type Add struct{ Signal Signal }

// Name is the code of the words for this action.
func (Add) Name() string { return "act-signal-add" }

// Do adds it. Errors: Invalid for what cannot be, and a citizen service number; Refused for who may not read the community's.
func (a Add) Do(d *model.Doing) error { return signals.Add(d, a.Signal) }

// Edit alters a signal as a form that was filled in with it.
type Edit struct{ Signal Signal }

// Name is the code of the words for this action.
func (Edit) Name() string { return "act-signal-edit" }

// Do writes what differs. Errors: NotFound; Refused for what is somebody else's; those of Add.
func (a Edit) Do(d *model.Doing) error { return signals.Edit(d, a.Signal) }

// Archive puts a signal away.
type Archive struct{ ID journal.ID }

// Name is the code of the words for this action.
func (Archive) Name() string { return "act-signal-archive" }

// Do puts it away. Errors: NotFound; Refused for what is somebody else's.
func (a Archive) Do(d *model.Doing) error { return signals.Archive(d, a.ID) }

// check tidies and refuses what cannot be kept.
func check(d *model.Doing, now, was *Signal) error {
	if err := model.Required(&now.Text, "signal-text"); err != nil {
		return err
	}
	if now.State == "" {
		now.State = Open
	}
	if !slices.Contains(States(), now.State) {
		return fault.New(fault.Invalid, "signal-state", "text", string(now.State))
	}
	if now.About == "" {
		now.About = Other
	}
	if !slices.Contains(Abouts(), now.About) {
		return fault.New(fault.Invalid, "signal-about", "text", string(now.About))
	}
	now.Where, now.Theme, now.Answer = strings.TrimSpace(now.Where), strings.TrimSpace(now.Theme), strings.TrimSpace(now.Answer)
	if now.To.IsZero() {
		return fault.New(fault.Invalid, "missing", "field", "signal-to")
	}
	if now.To != was.To {
		p, err := d.Person(now.To)
		if err != nil {
			return err
		}
		if p.Archived || p.IsBoard() {
			return fault.New(fault.Invalid, "signal-to-left", "name", p.Name)
		}
	}
	if err := counts(d, now, was); err != nil {
		return err
	}
	if err := turned(d, now, was); err != nil {
		return err
	}
	if said(now) != said(was) && !was.ID.IsZero() && !was.MayWord(d.Actor) && was.AddedBy == d.Actor.ID {
		return fault.New(fault.Refused, "signal-taken", "title", was.Text)
	}
	return nil
}

// turned notes the days on which a signal was taken up and answered, and asks what came of one that is done or declined.
func turned(d *model.Doing, now, was *Signal) error {
	if now.State == Done || now.State == Declined {
		if err := model.Required(&now.Answer, "signal-answer"); err != nil {
			return err
		}
	}
	if now.State == was.State || was.State == "" && now.State == Open {
		return nil
	}
	today, err := d.Today()
	if err != nil {
		return err
	}
	switch now.State {
	case Open:
		now.TakenOn, now.AnsweredOn = time.Time{}, time.Time{}
	case Taken:
		now.TakenOn, now.AnsweredOn = today, time.Time{}
	default:
		now.AnsweredOn = today
	}
	return nil
}

// said is what a signal says, for who added it to alter while it is open.
func said(s *Signal) [4]string { return [4]string{s.Text, s.Where, s.Theme, string(s.About)} }

// mostWeeks is in how many weeks cases can be counted: ten years.
const mostWeeks = 520

// counts refuses counts that cannot be. Those of a site's figures that are altered are no longer that.
func counts(d *model.Doing, now, was *Signal) error {
	for _, n := range [...]struct {
		field string
		is    int
		most  int
	}{{"signal-cases", now.Cases, 1e6}, {"signal-weeks", now.Weeks, mostWeeks}, {"signal-before", now.Before, 1e6}} {
		if n.is < 0 || n.is > n.most {
			return fault.New(fault.Invalid, "signal-count", "field", n.field, "n", n.is, "most", n.most)
		}
	}
	if now.Cases == 0 && (now.Weeks > 0 || now.Before > 0) {
		return fault.New(fault.Invalid, "missing", "field", "signal-cases")
	}
	if !now.Since.Equal(was.Since) {
		if err := d.Happened(now.Since, "signal-since"); err != nil {
			return err
		}
	}
	if was.Counted() && (now.Cases != was.Cases || now.Weeks != was.Weeks || now.Before != was.Before || !now.Since.Equal(was.Since)) {
		now.Site = journal.ID{}
	}
	return nil
}
