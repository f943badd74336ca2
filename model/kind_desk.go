package model

// The kinds of entity of the desk. Numbers are on disk and never reused.
const (
	KindResident Kind = 5
	KindRequest  Kind = 6
)

// The kinds of item of the desk. Numbers are on disk and never reused.
const (
	ItemClaim         ItemKind = 2
	ItemRelease       ItemKind = 3
	ItemPark          ItemKind = 4
	ItemRecall        ItemKind = 5
	ItemMemo          ItemKind = 6
	ItemTime          ItemKind = 7
	ItemClose         ItemKind = 8
	ItemReopen        ItemKind = 9
	ItemContact       ItemKind = 10
	ItemTask          ItemKind = 11
	ItemTaskDone      ItemKind = 12
	ItemReferral      ItemKind = 13
	ItemReferralState ItemKind = 14
	ItemDetails       ItemKind = 15
	ItemOpened        ItemKind = 16
	ItemMerge         ItemKind = 18
	ItemTick          ItemKind = 19
	ItemUntick        ItemKind = 20
)

// DeskKinds are the rows of these kinds.
func DeskKinds() []KindRow {
	return []KindRow{
		{Kind: KindResident, Class: Desk, Personal: personalOfResident, Codes: []Field{ResidentPhone}, Items: []ItemKind{ItemOpened}},
		{Kind: KindRequest, Class: Desk, Personal: personalOfRequest, Codes: []Field{RequestNumber, RequestSource},
			Items: []ItemKind{ItemClaim, ItemRelease, ItemPark, ItemRecall, ItemMemo, ItemTime, ItemClose, ItemReopen, ItemContact, ItemTask,
				ItemTaskDone, ItemReferral, ItemReferralState, ItemDetails, ItemMerge, ItemTick, ItemUntick},
			Words: []ItemKind{ItemMemo, ItemContact, ItemTask, ItemTaskDone, ItemDetails}},
	}
}

func personalOfResident(f Field) bool {
	return f != FieldArchived && f != ResidentKeep && f != ResidentTold && f != ResidentRegular && f != ResidentMergedInto
}

func personalOfRequest(f Field) bool { return f == RequestSummary || f == RequestResident }
