package desk

import (
	"slices"

	"leerbalie/model"
	"leerbalie/model/journal"
	"leerbalie/model/pairs"
)

// The fields of a request's items. Numbers are on disk and never reused; FieldTarget is 1.
const (
	claimFor     journal.Field = 2
	claimOffered journal.Field = 3

	memoText journal.Field = 2
	memoAt   journal.Field = 3

	contactText    journal.Field = 2
	contactChannel journal.Field = 3
	contactAt      journal.Field = 4

	timePerson  journal.Field = 2
	timeMinutes journal.Field = 3
	timeDay     journal.Field = 4 // days since 1970

	taskWhat     journal.Field = 2
	taskDue      journal.Field = 3
	taskOn       journal.Field = 4
	taskCallBack journal.Field = 5
	taskFact     journal.Field = 2

	referralTo      journal.Field = 2
	referralWarm    journal.Field = 3
	referralConsent journal.Field = 4
	referralService journal.Field = 5 // of the directory
	referralWith    journal.Field = 6
	referralState   journal.Field = 2
	referralReason  journal.Field = 3

	mergeInto journal.Field = 2
	mergeSaw  journal.Field = 3 // the ItemJoined that stood on the request by then: a List of stamps, or 1 where there were none
	takenFrom journal.Field = 2
	tickStep  journal.Field = 2

	awayWhy journal.Field = 2 // none on what puts a request back, which names what took it away

	informTo   journal.Field = 2
	informText journal.Field = 3
	informWith journal.Field = 4

	moveDue      journal.Field = 2 // milliseconds since 1970
	moveOn       journal.Field = 3
	moveToHolder journal.Field = 4
)

// RequestOf reads a request from its record and its items. The answer depends on which items there are, never on the
// order in which they arrived.
func RequestOf(rec *journal.Record, items []journal.Item) *Request {
	r := &Request{ID: rec.ID, Site: rec.Part, Archived: rec.Archived(), Erased: rec.Erased, ReadOnly: rec.MinReader > journal.SchemaVersion}
	numberedRequest().Read(r, rec)
	r.seen = rec
	if r.Urgency == "" {
		r.Urgency = model.UrgencyRoutine
	}
	if r.Supervision == "" {
		r.Supervision = model.SupervisionAlone
	}
	standing := journal.Standing(items)
	r.siblings(rec, items)
	if reg := rec.Register(RequestUrgency); reg != nil && len(reg.Live) > 0 {
		r.hurried = markOf(items, reg.Live[0].Stamp)
	}
	ended := ended(standing)
	for i := range standing {
		r.take(&standing[i], ended)
	}
	if len(r.TakenIn) > 0 { // it was taken away by who did not know: with it the other would be gone
		r.Archived, r.Removed = false, nil
	}
	r.Merged = r.merged()
	if n := len(items); n > 0 {
		r.Changed = items[n-1].Told()
	}
	switch {
	case r.Merged != nil:
		r.Status, r.Closed = StatusClosed, &Closing{Mark: r.Merged.Mark, Outcome: OutcomeMerged}
	case len(r.Closings) > 0:
		r.Status, r.Closed = StatusClosed, &r.Closings[0]
	case r.Parked != nil:
		r.Status = StatusParked
	case len(r.Claims) > 0:
		r.Status = StatusClaimed
	default:
		r.Status = StatusWaiting
	}
	return r
}

// ended is what a release, a recall, a reopening, an un-tick, a parting or a putting back names.
func ended(items []journal.Item) map[journal.Stamp]bool {
	var out map[journal.Stamp]bool
	for i := range items {
		switch items[i].Kind {
		case ItemRelease, ItemRecall, ItemReopen, ItemUntick, ItemLetGo, ItemAway:
			if out == nil {
				out = map[journal.Stamp]bool{}
			}
			for _, s := range items[i].Fields.Get(journal.FieldTarget).Stamps() {
				out[s] = true
			}
		}
	}
	return out
}

func (r *Request) take(it *journal.Item, ended map[journal.Stamp]bool) {
	switch it.Kind {
	case ItemClaim:
		if r.taken.IsZero() {
			r.taken = it.Told()
		}
		if !ended[it.Stamp] {
			r.Claims = append(r.Claims, Claim{it.Mark(0), it.Fields.Get(claimFor).IDs(), pairs.Offered(it.Fields.Get(claimOffered).Int())})
		}
	case ItemPark:
		r.parks = append(r.parks, stretch{stamp: it.Stamp, from: it.Told()})
		if !ended[it.Stamp] && r.Parked == nil {
			m := it.Mark(0)
			r.Parked = &m
		}
	case ItemRecall:
		for _, s := range it.Fields.Get(journal.FieldTarget).Stamps() {
			if i := slices.IndexFunc(r.parks, func(p stretch) bool { return p.stamp == s }); i >= 0 && r.parks[i].till.IsZero() {
				r.parks[i].till = it.Told()
			}
		}
	case ItemClose:
		if !ended[it.Stamp] {
			r.Closings = append(r.Closings, Closing{Mark: it.Mark(closeAt)})
			for _, f := range it.Fields {
				numberedClosing().Put(&r.Closings[len(r.Closings)-1], f.Field, f.Value)
			}
		}
	case ItemMerge:
		if !ended[it.Stamp] {
			r.Merges = append(r.Merges, Merge{Mark: it.Mark(0), Into: it.Fields.Get(mergeInto).ID(), saw: it.Fields.Get(mergeSaw)})
		}
	case ItemJoined:
		if !ended[it.Stamp] {
			r.TakenIn = append(r.TakenIn, TakenIn{it.Mark(0), it.Fields.Get(takenFrom).ID()})
		}
	case ItemAway:
		if !ended[it.Stamp] && it.Fields.Get(journal.FieldTarget).IsNone() {
			r.Removed = &Removal{it.Mark(0), it.Fields.Get(awayWhy).Text(), it.Erased}
		}
	case ItemTick:
		if !ended[it.Stamp] && !it.Erased {
			r.Ticks = append(r.Ticks, Tick{it.Mark(0), it.Fields.Get(tickStep).Text()})
		}
	case ItemMemo:
		r.Memos = append(r.Memos, Memo{Mark: it.Mark(memoAt), Text: it.Fields.Get(memoText).Text(), Erased: it.Erased})
	case ItemContact:
		r.Contacts = append(r.Contacts, Contact{Mark: it.Mark(contactAt), Channel: it.Fields.Get(contactChannel).Text(), Text: it.Fields.Get(contactText).Text(), Erased: it.Erased})
	case ItemDetails:
		r.Details = it.Fields.Get(memoText).Text()
	case ItemTime:
		t := TimeEntry{Mark: it.Mark(0), Person: it.Fields.Get(timePerson).ID(), Minutes: int(it.Fields.Get(timeMinutes).Int()),
			Day: journal.CalendarDay(it.Fields.Get(timeDay).Int())}
		r.Times = append(r.Times, t)
		r.Minutes += t.Minutes
	case ItemTask:
		r.Tasks = append(r.Tasks, Task{Mark: it.Mark(0), What: it.Fields.Get(taskWhat).Text(), Due: journal.Moment(it.Fields.Get(taskDue).Int()),
			On: it.Fields.Get(taskOn).ID(), CallBack: it.Fields.Get(taskCallBack).Bool(), Erased: it.Erased})
	case ItemTaskDone:
		for _, target := range it.Fields.Get(journal.FieldTarget).Stamps() {
			if i := slices.IndexFunc(r.Tasks, func(t Task) bool { return t.Stamp == target }); i >= 0 && r.Tasks[i].Done == nil {
				m := it.Mark(0)
				r.Tasks[i].Done, r.Tasks[i].Fact = &m, it.Fields.Get(taskFact).Text()
			}
		}
	case ItemTaskMove:
		r.takeMove(it)
	case ItemInform:
		r.Messages = append(r.Messages, Message{Mark: it.Mark(0), To: it.Fields.Get(informTo).ID(), Text: it.Fields.Get(informText).Text(), With: it.Fields.Get(informWith).IDs(), Erased: it.Erased})
	case ItemSeen:
		r.takeSeen(it)
	case ItemNoted:
		r.Noted = append(r.Noted, Noted{it.Mark(0), it.Fields.Get(journal.FieldTarget).Stamps()})
	case ItemReferral:
		if it.Erased {
			return
		}
		r.Referrals = append(r.Referrals, Referral{Mark: it.Mark(0), To: it.Fields.Get(referralTo).Text(), Warm: it.Fields.Get(referralWarm).Bool(), With: it.Fields.Get(referralWith).Text(),
			Consent: it.Fields.Get(referralConsent).Bool(), State: ReferralProposed, Since: it.Mark(0), Service: it.Fields.Get(referralService).ID()})
	case ItemReferralState:
		for _, target := range it.Fields.Get(journal.FieldTarget).Stamps() {
			if i := slices.IndexFunc(r.Referrals, func(f Referral) bool { return f.Stamp == target }); i >= 0 {
				r.Referrals[i].State = ReferralState(it.Fields.Get(referralState).Text())
				r.Referrals[i].Reason, r.Referrals[i].Since = it.Fields.Get(referralReason).Text(), it.Mark(0)
			}
		}
	}
}

// siblings collects the values that were written apart, with who wrote them.
func (r *Request) siblings(rec *journal.Record, items []journal.Item) {
	for i := range rec.Registers {
		reg := &rec.Registers[i]
		for _, v := range reg.Siblings() {
			r.Siblings = append(r.Siblings, Sibling{Field: reg.Field, Value: v.Value, Mark: markOf(items, v.Stamp)})
		}
	}
}

// markOf is who wrote what has a stamp, and when: as far as the items, which stand in order, tell.
func markOf(items []journal.Item, of journal.Stamp) journal.Mark {
	if i, ok := slices.BinarySearchFunc(items, of, func(it journal.Item, st journal.Stamp) int { return it.Stamp.Compare(st) }); ok {
		return items[i].Mark(0)
	}
	return journal.Mark{Stamp: of}
}
