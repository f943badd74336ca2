package kinds

import (
	"slices"
	"sync"

	"leerbalie/model"
	"leerbalie/model/attachment"
	"leerbalie/model/block"
	"leerbalie/model/course"
	"leerbalie/model/desk"
	"leerbalie/model/directory"
	"leerbalie/model/free"
	"leerbalie/model/goal"
	"leerbalie/model/hours"
	"leerbalie/model/incoming"
	"leerbalie/model/journal"
	"leerbalie/model/learning"
	"leerbalie/model/learning/competence"
	"leerbalie/model/ledger"
	"leerbalie/model/loop"
	"leerbalie/model/mapping"
	"leerbalie/model/meeting"
	"leerbalie/model/notification"
	"leerbalie/model/outcome"
	"leerbalie/model/pairs"
	"leerbalie/model/partner"
	"leerbalie/model/paths"
	"leerbalie/model/placement"
	"leerbalie/model/project"
	"leerbalie/model/question"
	"leerbalie/model/research"
	"leerbalie/model/training"
	"leerbalie/model/trust"
	"leerbalie/model/upward"
	"leerbalie/model/value"
	"leerbalie/model/visits"
)

// All is the one list of the kinds of entity: each room adds the rows of its own.
func All() *journal.Kinds { return list() }

var list = sync.OnceValue(func() *journal.Kinds {
	return journal.NewKinds(slices.Concat(
		[]journal.KindRow{{Kind: journal.KindErasure, Class: journal.Trust, Items: []journal.ItemKind{journal.ItemErase}}},
		trust.Kinds(), model.PeopleKinds(), desk.Kinds(), incoming.Kinds(), block.Kinds(), mapping.Kinds(), notification.Kinds(), paths.Kinds(), pairs.Kinds(), competence.Kinds(), learning.Kinds(course.MakesEvidence, project.MakesEvidence), attachment.Kinds(), value.Kinds(), directory.Kinds(),
		visits.Kinds(), course.Kinds(), ledger.Kinds(course.Leads, meeting.LedBy, project.LedBy), outcome.Rows(),
		free.Kinds(), meeting.Kinds(),
		goal.Kinds(), question.Kinds(), project.Kinds(), partner.Kinds(), placement.Kinds(), upward.Kinds(), research.Kinds(), training.Kinds(),
	)...)
})

// Followers are those who are told what happens while something is done: each room that has to act on another's events.
func Followers() []model.Follower { return followers() }

var followers = sync.OnceValue(func() []model.Follower { return []model.Follower{loop.FollowHandled, hours.Follow, placement.Follow} })
