// Package rooms is the one list of the rooms of a learning community, and what is asked of all of them: who settles what was written apart, and what
// is on somebody.
package rooms

import (
	"leerbalie/model/goal"
	"leerbalie/model/journal"
	"leerbalie/model/partner"
	"leerbalie/model/project"
	"leerbalie/model/question"
	"leerbalie/model/research"
	"leerbalie/model/together"
	"leerbalie/model/training"
	"leerbalie/model/upward"
)

// All are the rooms, in the order in which they are told.
func All() []together.Shared {
	return append([]together.Shared{goal.Shared(), question.Shared(), project.Shared(), upward.Shared(), research.Shared(), training.Shared()}, partner.Shared()...)
}

// Of is the room of a kind; nil for a kind of another sort.
func Of(kind journal.Kind) together.Shared {
	for _, r := range All() {
		if r.Row().Kind == kind {
			return r
		}
	}
	return nil
}
