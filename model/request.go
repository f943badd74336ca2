package model

import "time"

// The fields of a request. Numbers are on disk and never reused.
const (
	RequestNumber        Field = 1
	RequestSummary       Field = 2
	RequestUrgency       Field = 3
	RequestSupervision   Field = 4
	RequestChannel       Field = 5
	RequestTheme         Field = 6
	RequestLifeDomain    Field = 7
	RequestResident      Field = 8
	RequestAsker         Field = 9
	RequestAgeBand       Field = 10
	RequestLanguage      Field = 11
	RequestCreated       Field = 12 // milliseconds since 1970
	RequestSource        Field = 13
	RequestNeighbourhood Field = 14
	// 15 is FieldArchived
	RequestOrigin   Field = 16
	RequestFollowUp Field = 17 // milliseconds since 1970
)

// Urgency is how soon a request needs somebody. A site may rename the three, not add logic.
type Urgency string

// The urgencies: crisis, safety, no gas or light tonight; today; and the rest.
const (
	UrgencyNow     Urgency = "now"
	UrgencyToday   Urgency = "today"
	UrgencyRoutine Urgency = "routine"
)

// rank orders the queue: the most urgent first.
func (u Urgency) rank() byte {
	switch u {
	case UrgencyNow:
		return 0
	case UrgencyToday:
		return 1
	}
	return 2
}

// Supervision is who may handle a request.
type Supervision string

// The kinds of supervision: anybody alone, students only as a pair, a professional.
const (
	SupervisionAlone        Supervision = "alone"
	SupervisionPair         Supervision = "pair"
	SupervisionProfessional Supervision = "professional"
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
	ID            ID
	Site          ID
	Number        string // for people, e.g. ZW-0412
	Summary       string
	Details       string // the latest version; earlier ones stand in the history
	Urgency       Urgency
	Supervision   Supervision
	Channel       string // a code of Channels, or as it was written elsewhere
	Theme         string
	LifeDomain    string
	Neighbourhood string
	Resident      ID // zero: anonymous, or erased
	Asker         string
	AgeBand       string
	Language      string // BCP 47 tag
	Created       time.Time
	Source        string // the id it had where it was imported from
	Origin        ID     // the request it was split from
	FollowUp      time.Time
	Status        Status
	Claims        []Claim // standing claims, the holder's first; the others were overtaken
	Parked        *Mark
	Closed        *Closing
	Closings      []Closing // more than one: closed by two people apart from each other
	Merged        *Merge    // it was found to be the same as another
	Ticks         []Tick    // steps of the theme's checklist that are done
	Memos         []Memo
	Contacts      []Contact
	Tasks         []Task
	Referrals     []Referral
	Times         []TimeEntry
	Minutes       int // the sum of Times
	Changed       time.Time
	Siblings      []Sibling // fields that two people changed apart from each other
	Archived      bool
	Erased        bool
	ReadOnly      bool // changed by a newer version of the program
}

// Mark is who did something when.
type Mark struct {
	Stamp       Stamp
	At          time.Time
	By          ID
	Responsible ID
}

// Claim is somebody taking up a request, for themselves or for others.
type Claim struct {
	Mark
	For []ID // one person, or a pair's two or three
}

// Closing is how a request ended.
type Closing struct {
	Mark
	Outcome string
	Tags    []string
}

// Merge says that a request is the same as another one, which goes on.
type Merge struct {
	Mark
	Into ID
}

// OutcomeMerged is the outcome that a merged request shows; nobody chooses it.
const OutcomeMerged = "merged"

// Tick is a step of a checklist that somebody did.
type Tick struct {
	Mark
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
	Mark
	Text   string
	Erased bool
}

// Contact is one recognisable event with a resident. Its text must be fit to show to that resident.
type Contact struct {
	Mark
	Channel string
	Text    string
	Erased  bool
}

// Task is something promised, with a due time and somebody it is on.
type Task struct {
	Mark
	What     string
	Due      time.Time // zero: none
	On       ID        // zero: whoever holds the request
	CallBack bool
	Done     *Mark
	Fact     string // what came of it
	Erased   bool
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
	Mark
	To      string
	Warm    bool // handed over in person
	Consent bool // the resident agreed
	State   ReferralState
	Reason  string // of a refusal
	Since   Mark   // who brought it into this state, when
}

// Open tells whether somebody still has to do something for the referral.
func (r Referral) Open() bool {
	return r.State == ReferralProposed || r.State == ReferralSent || r.State == ReferralAccepted
}

// TimeEntry is minutes that somebody spent.
type TimeEntry struct {
	Mark
	Person  ID
	Minutes int
	Day     time.Time // the day it was spent, UTC midnight
}

// Sibling is a value that was written apart from the one that is shown.
type Sibling struct {
	Field Field
	Mark
	Value Value
}

// Holder is whom the request is with: those of the earliest standing claim.
func (r Request) Holder() []ID {
	if len(r.Claims) == 0 {
		return nil
	}
	return r.Claims[0].For
}

// Contested tells whether two people claimed or closed the request apart from each other, or fields clash.
func (r Request) Contested() bool {
	return len(r.Claims) > 1 || len(r.Closings) > 1 || len(r.Siblings) > 0
}

// OpenTasks counts the tasks that are not done.
func (r Request) OpenTasks() (n int) {
	for _, t := range r.Tasks {
		if t.Done == nil && !t.Erased {
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
