package question

import (
	"slices"
	"strings"

	"leerbalie/model"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
)

// Add adds a question.
type Add struct{ Question Question }

// Name is the code of the words for this action.
func (Add) Name() string { return "act-question-add" }

// Do adds it. Errors: Invalid for what cannot be, and a citizen service number; Refused for who may not read the community's.
func (a Add) Do(d *model.Doing) error { return questions.Add(d, a.Question) }

// Edit alters a question as a form that was filled in with it.
type Edit struct{ Question Question }

// Name is the code of the words for this action.
func (Edit) Name() string { return "act-question-edit" }

// Do writes what differs. Errors: NotFound; Refused for what is somebody else's; those of Add.
func (a Edit) Do(d *model.Doing) error { return questions.Edit(d, a.Question) }

// Archive puts a question away.
type Archive struct{ ID journal.ID }

// Name is the code of the words for this action.
func (Archive) Name() string { return "act-question-archive" }

// Do puts it away. Errors: NotFound; Refused for what is somebody else's.
func (a Archive) Do(d *model.Doing) error { return questions.Archive(d, a.ID) }

// check tidies and refuses what cannot be kept.
func check(d *model.Doing, now, was *Question) error {
	if err := model.Required(&now.Title, "question-title"); err != nil {
		return err
	}
	if now.State == "" {
		now.State = Open
	}
	if !slices.Contains(States(), now.State) {
		return fault.New(fault.Invalid, "question-state", "text", string(now.State))
	}
	for _, id := range now.To {
		if slices.Contains(was.To, id) {
			continue
		}
		if _, err := d.Person(id); err != nil {
			return err
		}
	}
	if !now.KeptBy.IsZero() && now.KeptBy != was.KeptBy {
		if _, err := d.Person(now.KeptBy); err != nil {
			return err
		}
	}
	now.Details, now.Theme, now.Kept = strings.TrimSpace(now.Details), strings.TrimSpace(now.Theme), strings.TrimSpace(now.Kept)
	return nil
}
