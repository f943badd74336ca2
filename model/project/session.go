package project

import (
	"strings"
	"time"

	"leerbalie/model"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/model/learning"
	"leerbalie/model/ledger"
)

// NoteSession notes a session of a project; with the ID of one it corrects that, and with Off takes it back.
type NoteSession struct {
	Project journal.ID
	Session Session
	Off     bool
}

// Name is the code of the words for this action.
func (a NoteSession) Name() string {
	switch {
	case a.Off:
		return "act-project-session-off"
	case !a.Session.ID.IsZero():
		return "act-project-session-edit"
	}
	return "act-project-session"
}

// Do notes it. Where it was noted already that students were there, their minutes follow. Errors: NotFound; Invalid for no day, one to come, and
// numbers out of reach; Conflict where a day loses its only session and it was noted who was there; Refused for who does not lead the project.
func (a NoteSession) Do(d *model.Doing) error {
	p, err := projects.Meant(d, a.Project)
	if err != nil {
		return err
	}
	s := a.Session
	var was Session
	if !s.ID.IsZero() {
		had := false
		if was, had = p.Session(s.ID); !had {
			return fault.New(fault.NotFound, "project-session-unknown", "title", p.Title)
		}
	}
	if a.Off {
		if s = was; s.ID.IsZero() {
			return fault.New(fault.NotFound, "project-session-unknown", "title", p.Title)
		}
	} else if err := s.keepable(d, &p); err != nil {
		return err
	}
	if s.ID.IsZero() {
		if len(p.Sessions) >= mostSessions {
			return fault.New(fault.Invalid, "project-many", "field", "project-sessions", "most", mostSessions)
		}
		if s.ID, err = d.NewID(d.Now()); err != nil {
			return err
		}
	}
	fields := journal.Fields{itemKey.Is(journal.Ref(s.ID)), sessionDay.Is(dayValue(s.Day)), sessionCame.Is(journal.Int(int64(s.Came))), sessionMinutes.Is(journal.Int(int64(s.Minutes))),
		sessionWhat.Is(journal.Text(s.What))}
	if a.Off {
		fields = append(fields, itemOff.Is(journal.Bool(true)))
	}
	if _, err := projects.Note(d, &p, ItemSession, fields); err != nil {
		return err
	}
	d.AddMade(s.ID)
	if was.ID.IsZero() {
		return nil
	}
	now, err := projects.In(d, p.ID)
	if err != nil {
		return err
	}
	return follow(d, &p, &now, was.Day)
}

func (s *Session) keepable(d *model.Doing, p *Project) error {
	if s.Day.IsZero() {
		return fault.New(fault.Invalid, "missing", "field", "project-session-day")
	}
	if err := d.Happened(s.Day, "project-session-day"); err != nil {
		return err
	}
	if s.Came < 0 || s.Came > mostCame {
		return fault.New(fault.Invalid, "project-came", "number", s.Came, "most", mostCame)
	}
	if s.Minutes < 0 || s.Minutes > model.MaxMinutes {
		return fault.New(fault.Invalid, "minutes", "minutes", s.Minutes, "limit", model.MaxMinutes)
	}
	s.What = strings.TrimSpace(s.What)
	return nil
}

// follow lets what was noted of a day follow a session that was corrected or taken back. Errors: Conflict where nothing of the day is left.
func follow(d *model.Doing, was, now *Project, day time.Time) error {
	before, after := was.counts(day), now.counts(day)
	if now.Has(day) && before == after {
		return nil
	}
	people, err := ledgersIn(d, nil)
	if err != nil {
		return err
	}
	for i := range people {
		for _, l := range people[i].ledgers {
			p, ok := l.At(now.ID, day)
			switch {
			case !ok:
			case !now.Has(day):
				return fault.New(fault.Conflict, "project-day-noted", "day", day.Format(time.DateOnly), "title", now.Title)
			case p.State == ledger.Present && p.Minutes == before && !people[i].Erased && now.mayNote(d.Clearance(), people[i].Person, learning.HomeGroup(people[i].Person)):
				if err := ledger.NotePresence(d, people[i].Person, ledger.Presence{Of: now.ID, Day: day, State: ledger.Present, Minutes: after}); err != nil {
					return err
				}
			}
		}
	}
	d.About(now.ID, "")
	return nil
}

// counts is for how many minutes having been there on a day counts.
func (p *Project) counts(day time.Time) int {
	if p.NoHours {
		return 0
	}
	return p.Minutes(day)
}

// NoteResult notes what came of a project on the way; with the ID of one it corrects that, and with Off takes it back.
type NoteResult struct {
	Project journal.ID
	Result  Result
	Off     bool
}

// Name is the code of the words for this action.
func (a NoteResult) Name() string {
	if a.Off {
		return "act-project-result-off"
	}
	return "act-project-result"
}

// Do notes it. Errors: NotFound; Invalid for no words and a day to come; Refused for what somebody else wrote, and for a guest who is not named.
func (a NoteResult) Do(d *model.Doing) error {
	p, err := projects.Found(d, a.Project)
	if err != nil {
		return err
	}
	r, had := a.Result, false
	for _, was := range p.Results {
		if was.ID == r.ID {
			if had = true; a.Off {
				r = was
			}
		}
	}
	if (a.Off || !r.ID.IsZero()) && !had {
		return fault.New(fault.NotFound, "project-result-unknown", "title", p.Title)
	}
	if r.Day.IsZero() {
		if r.Day, err = d.Today(); err != nil {
			return err
		}
	}
	if err := d.Happened(r.Day, "project-result-day"); err != nil {
		return err
	}
	fields := journal.Fields{resultDay.Is(dayValue(r.Day))}
	if err := worded(&r.Text, "project-result"); err != nil {
		return err
	}
	return own(d, &p, ItemResult, r.ID, append(fields, resultText.Is(journal.Text(r.Text))), a.Off)
}

// NoteNote notes something of a session; with the ID of a note it corrects that, and with Off takes it back.
type NoteNote struct {
	Project journal.ID
	Note    Note
	Off     bool
}

// Name is the code of the words for this action.
func (a NoteNote) Name() string {
	if a.Off {
		return "act-project-note-off"
	}
	return "act-project-note"
}

// Do notes it. Errors: those of NoteResult; NotFound for an unknown session.
func (a NoteNote) Do(d *model.Doing) error {
	p, err := projects.Found(d, a.Project)
	if err != nil {
		return err
	}
	n, had := a.Note, false
	for _, was := range p.Notes {
		if was.ID == n.ID {
			if had = true; a.Off || n.Session.IsZero() {
				n.Session = was.Session
			}
			if a.Off {
				n = was
			}
		}
	}
	if (a.Off || !n.ID.IsZero()) && !had {
		return fault.New(fault.NotFound, "project-result-unknown", "title", p.Title)
	}
	if _, ok := p.Session(n.Session); !ok && !a.Off {
		return fault.New(fault.NotFound, "project-session-unknown", "title", p.Title)
	}
	if err := worded(&n.Text, "project-note"); err != nil {
		return err
	}
	return own(d, &p, ItemNote, n.ID, journal.Fields{noteOf.Is(journal.Ref(n.Session)), noteText.Is(journal.Text(n.Text))}, a.Off)
}

func worded(text *string, field string) error {
	*text = strings.TrimSpace(*text)
	return model.Required(text, field)
}

// own writes what somebody adds, by its id, or by a new one.
func own(d *model.Doing, p *Project, kind journal.ItemKind, id journal.ID, f journal.Fields, off bool) (err error) {
	if id.IsZero() {
		if id, err = d.NewID(d.Now()); err != nil {
			return err
		}
	}
	f = append(journal.Fields{itemKey.Is(journal.Ref(id))}, f...)
	if off {
		f = append(f, itemOff.Is(journal.Bool(true)))
	}
	_, err = projects.Note(d, p, kind, f)
	d.AddMade(id)
	return err
}
