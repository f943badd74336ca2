package desk

import (
	"leerbalie/model/journal"
	"leerbalie/model/plain"
)

// The kinds of entity of the desk. Numbers are on disk and never reused.
const (
	KindResident journal.Kind = 5
	KindRequest  journal.Kind = 6
	KindLook     journal.Kind = 13 // at a list of residents
)

// The kinds of item of the desk. Numbers are on disk and never reused.
const (
	ItemClaim         journal.ItemKind = 2
	ItemRelease       journal.ItemKind = 3
	ItemPark          journal.ItemKind = 4
	ItemRecall        journal.ItemKind = 5
	ItemMemo          journal.ItemKind = 6
	ItemTime          journal.ItemKind = 7
	ItemClose         journal.ItemKind = 8
	ItemReopen        journal.ItemKind = 9
	ItemContact       journal.ItemKind = 10
	ItemTask          journal.ItemKind = 11
	ItemTaskDone      journal.ItemKind = 12
	ItemReferral      journal.ItemKind = 13
	ItemReferralState journal.ItemKind = 14
	ItemDetails       journal.ItemKind = 15
	ItemOpened        journal.ItemKind = 16
	ItemMerge         journal.ItemKind = 18
	ItemTick          journal.ItemKind = 19
	ItemUntick        journal.ItemKind = 20
	ItemInform        journal.ItemKind = 25
	ItemSeen          journal.ItemKind = 26
	ItemTaskMove      journal.ItemKind = 27
	ItemNoted         journal.ItemKind = 28
	ItemAway          journal.ItemKind = 29
	ItemJoined        journal.ItemKind = 33
	ItemLetGo         journal.ItemKind = 34
)

// Kinds are the rows of these kinds.
func Kinds() []journal.KindRow {
	return []journal.KindRow{
		{Kind: KindResident, Name: "resident", Class: journal.Desk, Fields: numberedResident().Name, Personal: numberedResident().Personal(true), Numbers: residentTable().In(plain.InNumber), Owns: true, Items: []journal.ItemKind{ItemOpened}, Looks: []journal.ItemKind{ItemOpened}, Stakes: residentStakes},
		{Kind: KindLook, Name: "look", Class: journal.Desk, Fields: lookPlace, Personal: func(f journal.Field) bool { return f == LookSearch }, Numbers: []journal.Field{LookSearch}},
		{Kind: KindRequest, Name: "request", Class: journal.Desk, Fields: numberedRequest().Name, Personal: numberedRequest().Personal(false), Codes: requestTable().In(plain.InCode), Numbers: requestTable().In(plain.InNumber),
			Items: []journal.ItemKind{ItemClaim, ItemRelease, ItemPark, ItemRecall, ItemMemo, ItemTime, ItemClose, ItemReopen, ItemContact, ItemTask,
				ItemTaskDone, ItemReferral, ItemReferralState, ItemDetails, ItemMerge, ItemTick, ItemUntick, ItemInform, ItemSeen, ItemTaskMove, ItemNoted, ItemAway, ItemJoined, ItemLetGo},
			Looks: []journal.ItemKind{ItemNoted},
			Said: map[journal.ItemKind]string{ItemMemo: "memo", ItemContact: "contact", ItemTask: "task", ItemTaskDone: "task", ItemTaskMove: "task", ItemDetails: "details",
				ItemInform: "message", ItemReferral: "referral", ItemReferralState: "referral", ItemClose: "closing", ItemAway: "reason", ItemTick: "checklist", ItemUntick: "checklist"},
			Versions: map[journal.ItemKind]journal.Field{ItemDetails: 0, ItemReferralState: journal.FieldTarget}, Apart: requestApart, Stakes: requestStakes,
			Words:   []journal.ItemKind{ItemMemo, ItemContact, ItemTask, ItemTaskDone, ItemDetails, ItemInform, ItemReferral, ItemReferralState, ItemTick},
			WordsIn: map[journal.ItemKind][]journal.Field{ItemAway: {awayWhy}}},
	}
}
