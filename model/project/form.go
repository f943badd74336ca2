package project

import (
	"time"

	"leerbalie/model"
	"leerbalie/model/journal"
)

// SessionTable is what a form asks of a session.
func SessionTable() model.Table[Session] {
	return model.Table[Session]{
		model.DayField(1, "project-session-day", func(s *Session) *time.Time { return &s.Day }),
		model.NumberField(2, "project-session-came", func(s *Session) *int { return &s.Came }),
		model.NumberField(3, "project-session-minutes", func(s *Session) *int { return &s.Minutes }),
		model.TextField(4, "project-session-what", func(s *Session) *string { return &s.What }),
	}
}

// ResultTable is what a form asks of a result.
func ResultTable() model.Table[Result] {
	return model.Table[Result]{
		model.TextField(1, "project-result", func(r *Result) *string { return &r.Text }),
		model.DayField(2, "project-result-day", func(r *Result) *time.Time { return &r.Day }),
	}
}

// NoteTable is what a form asks of a note.
func NoteTable() model.Table[Note] {
	return model.Table[Note]{model.TextField(1, "project-note", func(n *Note) *string { return &n.Text })}
}

// AgreeTable is what a form asks of an agreement.
func AgreeTable() model.Table[Agree] {
	return model.Table[Agree]{
		model.EntityField(1, "project-agreed-who", func(a *Agree) *journal.ID { return &a.Who }),
		model.TextField(2, "project-party", func(a *Agree) *Party { return &a.Party }),
		model.TextField(3, "project-agreed-for", func(a *Agree) *string { return &a.For }),
		model.DayField(4, "project-agreed-on", func(a *Agree) *time.Time { return &a.On }),
	}
}

// JoinTable is what a form asks of who takes part.
func JoinTable() model.Table[Join] {
	return model.Table[Join]{
		model.EntitiesField(1, "project-members", func(j *Join) *[]journal.ID { return &j.Who }),
		model.DayField(2, "project-since", func(j *Join) *time.Time { return &j.On }),
	}
}

// There is which students were there on a day, as a form asks it.
type There struct{ Students []journal.ID }

// ThereTable is what a form asks of who was there.
func ThereTable() model.Table[There] {
	return model.Table[There]{model.EntitiesField(1, "project-present", func(t *There) *[]journal.ID { return &t.Students })}
}
