package together

import (
	"slices"
	"strings"

	"leerbalie/model"
	"leerbalie/model/fault"
)

// WorkKinds are the kinds of work of a goal, a project and what partners offer, beside a theme. What people read of them stands in ui/text.
func WorkKinds() model.Codes {
	return model.Listed("work",
		model.Entry("service", "dienstverlening", "dienst", "service"),
		model.Entry("analysis", "analyse", "onderzoek", "analysis"),
		model.Entry("project", "project"),
		model.Entry("training", "training", "scholing"),
	)
}

// Work is the code of a kind of work, by its code or by a way in which it is written; none for "". What stood there before stays, also where it is no
// kind that is known. Errors: Invalid.
func Work(text string, was ...string) (string, error) {
	text = strings.TrimSpace(text)
	if text == "" || slices.Contains(was, text) {
		return text, nil
	}
	c, ok := WorkKinds().Find(text)
	if !ok {
		return "", fault.New(fault.Invalid, "work-unknown", "text", text)
	}
	return c.Code, nil
}
