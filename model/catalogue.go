package model

import (
	"slices"
	"sync"
)

// Followers are those who are told what happens while something is done: each room that has to act on another's events.
func Followers() []Follower { return []Follower{followHandled} }

// Catalogue is the one list of the kinds of entity: each room adds the rows of its own.
func Catalogue() *Kinds { return catalogue() }

var catalogue = sync.OnceValue(func() *Kinds {
	return NewKinds(slices.Concat(
		[]KindRow{{Kind: KindReplica, Class: Trust}, {Kind: KindErasure, Class: Trust, Items: []ItemKind{ItemErase}}},
		PeopleKinds(), DeskKinds(), PairKinds(), LearningKinds(),
	)...)
})
