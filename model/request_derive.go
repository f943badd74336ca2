package model

import (
	"slices"
	"time"
)

// The fields of a request's items. Numbers are on disk and never reused; FieldTarget is 1.
const (
	claimFor Field = 2

	closeOutcome Field = 2
	closeTags    Field = 3
	closeAt      Field = 4 // milliseconds since 1970, where it was closed at another moment than it was written

	memoText Field = 2
	memoAt   Field = 3

	contactText    Field = 2
	contactChannel Field = 3
	contactAt      Field = 4

	timePerson  Field = 2
	timeMinutes Field = 3
	timeDay     Field = 4 // days since 1970

	taskWhat     Field = 2
	taskDue      Field = 3
	taskOn       Field = 4
	taskCallBack Field = 5
	taskFact     Field = 2

	referralTo      Field = 2
	referralWarm    Field = 3
	referralConsent Field = 4
	referralState   Field = 2
	referralReason  Field = 3

	mergeInto Field = 2
	tickStep  Field = 2
)

func moment(ms int64) time.Time {
	if ms == 0 {
		return time.Time{}
	}
	return time.UnixMilli(ms).UTC()
}

func millis(t time.Time) int64 {
	if t.IsZero() {
		return 0
	}
	return t.UnixMilli()
}

func (it *Item) mark(at Field) Mark {
	m := Mark{it.Stamp, moment(it.Wall), it.Actor, it.Responsible}
	if at != 0 {
		if ms := it.Fields.Get(at).Int(); ms != 0 {
			m.At = moment(ms)
		}
	}
	return m
}

// RequestOf reads a request from its record and its items. The answer depends on which items there are, never on the
// order in which they arrived.
func RequestOf(rec *Record, items []Item) Request {
	r := Request{
		ID: rec.ID, Site: rec.Part, Archived: rec.Archived(), Erased: rec.Erased, ReadOnly: rec.MinReader > SchemaVersion,
		Number:        rec.Get(RequestNumber).Text(),
		Summary:       rec.Get(RequestSummary).Text(),
		Urgency:       Urgency(rec.Get(RequestUrgency).Text()),
		Supervision:   Supervision(rec.Get(RequestSupervision).Text()),
		Channel:       rec.Get(RequestChannel).Text(),
		Theme:         rec.Get(RequestTheme).Text(),
		LifeDomain:    rec.Get(RequestLifeDomain).Text(),
		Neighbourhood: rec.Get(RequestNeighbourhood).Text(),
		Resident:      rec.Get(RequestResident).ID(),
		Asker:         rec.Get(RequestAsker).Text(),
		AgeBand:       rec.Get(RequestAgeBand).Text(),
		Language:      rec.Get(RequestLanguage).Text(),
		Created:       moment(rec.Get(RequestCreated).Int()),
		Source:        rec.Get(RequestSource).Text(),
		Origin:        rec.Get(RequestOrigin).ID(),
		FollowUp:      moment(rec.Get(RequestFollowUp).Int()),
	}
	if r.Urgency == "" {
		r.Urgency = UrgencyRoutine
	}
	if r.Supervision == "" {
		r.Supervision = SupervisionAlone
	}
	standing := Standing(items)
	r.siblings(rec, items)
	ended := ended(standing)
	for i := range standing {
		r.take(&standing[i], ended)
	}
	if n := len(items); n > 0 {
		r.Changed = moment(items[n-1].Wall)
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

// ended is what a release, a recall, a reopening or an un-tick names.
func ended(items []Item) map[Stamp]bool {
	var out map[Stamp]bool
	for i := range items {
		switch items[i].Kind {
		case ItemRelease, ItemRecall, ItemReopen, ItemUntick:
			if out == nil {
				out = map[Stamp]bool{}
			}
			for _, s := range items[i].Fields.Get(FieldTarget).Stamps() {
				out[s] = true
			}
		}
	}
	return out
}

func (r *Request) take(it *Item, ended map[Stamp]bool) {
	switch it.Kind {
	case ItemClaim:
		if !ended[it.Stamp] {
			r.Claims = append(r.Claims, Claim{it.mark(0), it.Fields.Get(claimFor).IDs()})
		}
	case ItemPark:
		if !ended[it.Stamp] && r.Parked == nil {
			m := it.mark(0)
			r.Parked = &m
		}
	case ItemClose:
		if !ended[it.Stamp] {
			r.Closings = append(r.Closings, Closing{it.mark(closeAt), it.Fields.Get(closeOutcome).Text(), it.Fields.Get(closeTags).Texts()})
		}
	case ItemMerge:
		if !ended[it.Stamp] && r.Merged == nil {
			r.Merged = &Merge{it.mark(0), it.Fields.Get(mergeInto).ID()}
		}
	case ItemTick:
		if !ended[it.Stamp] {
			r.Ticks = append(r.Ticks, Tick{it.mark(0), it.Fields.Get(tickStep).Text()})
		}
	case ItemMemo:
		r.Memos = append(r.Memos, Memo{it.mark(memoAt), it.Fields.Get(memoText).Text(), it.Erased})
	case ItemContact:
		r.Contacts = append(r.Contacts, Contact{it.mark(contactAt), it.Fields.Get(contactChannel).Text(), it.Fields.Get(contactText).Text(), it.Erased})
	case ItemDetails:
		r.Details = it.Fields.Get(memoText).Text()
	case ItemTime:
		t := TimeEntry{it.mark(0), it.Fields.Get(timePerson).ID(), int(it.Fields.Get(timeMinutes).Int()),
			time.Unix(it.Fields.Get(timeDay).Int()*86400, 0).UTC()}
		r.Times = append(r.Times, t)
		r.Minutes += t.Minutes
	case ItemTask:
		r.Tasks = append(r.Tasks, Task{Mark: it.mark(0), What: it.Fields.Get(taskWhat).Text(), Due: moment(it.Fields.Get(taskDue).Int()),
			On: it.Fields.Get(taskOn).ID(), CallBack: it.Fields.Get(taskCallBack).Bool(), Erased: it.Erased})
	case ItemTaskDone:
		for _, target := range it.Fields.Get(FieldTarget).Stamps() {
			if i := slices.IndexFunc(r.Tasks, func(t Task) bool { return t.Stamp == target }); i >= 0 && r.Tasks[i].Done == nil {
				m := it.mark(0)
				r.Tasks[i].Done, r.Tasks[i].Fact = &m, it.Fields.Get(taskFact).Text()
			}
		}
	case ItemReferral:
		r.Referrals = append(r.Referrals, Referral{Mark: it.mark(0), To: it.Fields.Get(referralTo).Text(), Warm: it.Fields.Get(referralWarm).Bool(),
			Consent: it.Fields.Get(referralConsent).Bool(), State: ReferralProposed, Since: it.mark(0)})
	case ItemReferralState:
		for _, target := range it.Fields.Get(FieldTarget).Stamps() {
			if i := slices.IndexFunc(r.Referrals, func(f Referral) bool { return f.Stamp == target }); i >= 0 {
				r.Referrals[i].State = ReferralState(it.Fields.Get(referralState).Text())
				r.Referrals[i].Reason, r.Referrals[i].Since = it.Fields.Get(referralReason).Text(), it.mark(0)
			}
		}
	}
}

// siblings collects the values that were written apart, with who wrote them.
func (r *Request) siblings(rec *Record, items []Item) {
	for _, reg := range rec.Registers {
		for _, v := range rec.Siblings(reg.Field) {
			s := Sibling{Field: reg.Field, Value: v.Value, Mark: Mark{Stamp: v.Stamp}}
			if i, ok := slices.BinarySearchFunc(items, v.Stamp, func(it Item, st Stamp) int { return it.Stamp.Compare(st) }); ok {
				s.Mark = items[i].mark(0)
			}
			r.Siblings = append(r.Siblings, s)
		}
	}
}
