package desk

import (
	"time"

	"leerbalie/model"
	"leerbalie/model/journal"
)

// The fields of a request. Numbers are on disk and never reused.
const (
	RequestDetails       journal.Field = 0 // in no record: each version of them is an item
	RequestNumber        journal.Field = 1
	RequestSummary       journal.Field = 2
	RequestUrgency       journal.Field = 3
	RequestSupervision   journal.Field = 4
	RequestChannel       journal.Field = 5
	RequestTheme         journal.Field = 6
	RequestLifeDomain    journal.Field = 7
	RequestResident      journal.Field = 8
	RequestAsker         journal.Field = 9
	RequestAgeBand       journal.Field = 10
	RequestLanguage      journal.Field = 11
	RequestCreated       journal.Field = 12 // milliseconds since 1970
	RequestSource        journal.Field = 13
	RequestNeighbourhood journal.Field = 14
	// 15 is FieldArchived
	RequestOrigin   journal.Field = 16
	RequestFollowUp journal.Field = 17 // milliseconds since 1970
	RequestAskedBy  journal.Field = 18
	RequestRelation journal.Field = 19
)

// Status is where a request stands. It follows from what was done and is never written by itself.
type Status string

// The statuses.
const (
	StatusWaiting Status = "waiting"
	StatusClaimed Status = "claimed"
	StatusParked  Status = "parked"
	StatusClosed  Status = "closed"
)

// Statuses lists every status in the order in which they are shown.
func Statuses() []Status { return []Status{StatusWaiting, StatusClaimed, StatusParked, StatusClosed} }

// Request is what a resident asks, with all that was done about it.
type Request struct {
	ID            journal.ID
	Site          journal.ID
	Number        string // for people, e.g. ZW-0412
	Summary       string
	Details       string // the latest version; earlier ones stand in the history
	Urgency       model.Urgency
	Supervision   model.Supervision
	Channel       string // a code of Channels, or as it was written elsewhere
	Theme         string
	LifeDomain    string
	Neighbourhood string
	Resident      journal.ID // zero: anonymous, or erased
	Asker         string
	AskedBy       journal.ID // the contact person who asks for the resident; zero: nobody does, or nobody known
	Relation      string     // of whoever asks to the resident, such as daughter; also of somebody unknown
	AgeBand       string
	Language      string // BCP 47 tag
	Created       time.Time
	Source        string     // the id it had where it was imported from
	Origin        journal.ID // the request it was split from
	FollowUp      time.Time
	Status        Status
	Claims        []Claim // standing claims, the holder's first; the others were overtaken
	Parked        *journal.Mark
	Closed        *Closing
	Closings      []Closing  // more than one: closed by two people apart from each other
	Merged        *Merge     // it was found to be the same as another
	Merges        []Merge    // those that nobody took back, Merged among them: more than one, or one that does not hold, where people merged apart
	TakenIn       []TakenIn  // the others that were merged into it, by what stands on it
	Joined        []*Request // those that lead to it, where it was read with them: what was done about them stands beside its own
	Own           *Request   // of one that was merged, where it was read with that: itself, with what counts elsewhere
	Removed       *Removal   // it was taken away, since it should never have been there
	Ticks         []Tick     // steps of the theme's checklist that are done
	Memos         []Memo
	Contacts      []Contact
	Tasks         []Task
	Referrals     []Referral
	Messages      []Message // to colleagues, in order
	Noted         []Noted   // what people saw of it, see Notice
	Times         []TimeEntry
	Minutes       int // the sum of Times
	Changed       time.Time
	Siblings      []Sibling // fields that two people changed apart from each other
	Archived      bool
	Erased        bool
	ReadOnly      bool            // changed by a newer version of the program
	hurried       journal.Mark    // who made it as urgent as it is, when
	taken         time.Time       // when somebody first took it up
	parks         []stretch       // each time that it was parked
	seen          *journal.Record // what it was read from, so that an edit replaces nothing that its writer had not seen
}

// Hurried is who made the request as urgent as it is, and when.
func (r *Request) Hurried() journal.Mark { return r.hurried }

// Merge says that a request is the same as another one, which goes on.
type Merge struct {
	journal.Mark
	Into journal.ID
	On   string        // the number of the request that goes on, which may be further than Into; where it was read with that
	saw  journal.Value // who had been merged into the request by then, as far as its writer knew; none: of before that was noted
}

// TakenIn says on a request that another one was merged into it.
type TakenIn struct {
	journal.Mark
	From journal.ID
}

// Removal says that a request should not have been there, and why.
type Removal struct {
	journal.Mark
	Why    string
	Erased bool
}

// OutcomeMerged is the outcome that a merged request shows; nobody chooses it.
const OutcomeMerged = "merged"

// Tick is a step of a checklist that somebody did.
type Tick struct {
	journal.Mark
	Step string
}

// Due is when somebody has to do something next: the earliest open task, or the follow-up date of an open request.
func (r Request) Due() (due time.Time) {
	if r.Status != StatusClosed {
		due = r.FollowUp
	}
	for _, t := range r.Tasks {
		if t.Done == nil && !t.Due.IsZero() && (due.IsZero() || t.Due.Before(due)) {
			due = t.Due
		}
	}
	return due
}

// Memo is a note to colleagues.
type Memo struct {
	journal.Mark
	Text   string
	Erased bool
	Of     journal.ID // the request that it stands on, where that was merged into this one; zero: this one
}

// Contact is one recognisable event with a resident. Its text must be fit to show to that resident.
type Contact struct {
	journal.Mark
	Channel string
	Text    string
	Erased  bool
	Of      journal.ID // the request that it stands on, where that was merged into this one; zero: this one
}

// Task is something promised, with a due time and somebody it is on.
type Task struct {
	journal.Mark
	What     string
	Due      time.Time  // zero: none
	On       journal.ID // zero: whoever holds the request
	CallBack bool
	Done     *journal.Mark
	Fact     string // what came of it
	Erased   bool
	Of       journal.ID // the request that it stands on, where that was merged into this one; zero: this one
}

// ReferralState is where a referral stands.
type ReferralState string

// The states of a referral.
const (
	ReferralProposed  ReferralState = "proposed"
	ReferralSent      ReferralState = "sent"
	ReferralAccepted  ReferralState = "accepted"
	ReferralDeclined  ReferralState = "declined"
	ReferralDone      ReferralState = "done"
	ReferralWithdrawn ReferralState = "withdrawn"
)

// Referral is a hand-over to another organisation.
type Referral struct {
	journal.Mark
	To      string
	Warm    bool   // handed over in person
	With    string // whom, for a warm one
	Consent bool   // the resident agreed
	State   ReferralState
	Reason  string       // of a refusal
	Since   journal.Mark // who brought it into this state, when
	Service journal.ID   // of the directory; zero: it was only named
	Of      journal.ID   // the request that it stands on, where that was merged into this one; zero: this one
}

// Open tells whether somebody still has to do something for the referral.
func (r Referral) Open() bool {
	return r.State == ReferralProposed || r.State == ReferralSent || r.State == ReferralAccepted
}

// TimeEntry is minutes that somebody spent.
type TimeEntry struct {
	journal.Mark
	Person  journal.ID
	Minutes int
	Day     time.Time  // the day it was spent, UTC midnight
	Of      journal.ID // the request that it stands on, where that was merged into this one; zero: this one
}

// Sibling is a value that was written apart from the one that is shown.
type Sibling struct {
	Field journal.Field
	journal.Mark
	Value journal.Value
}

// Holder is whom the request is with: those of the earliest standing claim.
func (r Request) Holder() []journal.ID {
	if len(r.Claims) == 0 {
		return nil
	}
	return r.Claims[0].For
}

// Contested tells whether two people claimed, closed or merged the request apart from each other, or fields clash.
func (r Request) Contested() bool {
	return len(r.Claims) > 1 || len(r.Closings) > 1 || len(r.Siblings) > 0 || len(r.Merges) > 1 || r.Merged == nil && len(r.Merges) > 0
}

// OpenTasks counts the tasks that are not done.
func (r Request) OpenTasks() (n int) {
	for i := range r.Tasks {
		if r.Tasks[i].Open() {
			n++
		}
	}
	return n
}

// OpenReferrals counts the referrals that wait for somebody.
func (r Request) OpenReferrals() (n int) {
	for _, f := range r.Referrals {
		if f.Open() {
			n++
		}
	}
	return n
}
