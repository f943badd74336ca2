// Package notification is the clock of the Wmo: from the day on which a question becomes a formal notification (melding) to the municipality,
// the law says how long each step may take. It keeps the day of each step, and works out what is due and what is late.
//
// The terms are those of the Wet maatschappelijke ondersteuning 2015: article 2.3.2, first paragraph (an investigation within six weeks
// of the notification) and second (a personal plan within seven days of it); article 2.3.3 (in an urgent case help at once, before the
// investigation is done); article 2.3.5, second paragraph (a decision within two weeks of the application); and article 2.3.2, ninth
// paragraph (no application before the investigation, unless that took more than six weeks).
//
// Days are calendar days of the site. The day of the notification or the application is not counted, the last day is. The Algemene
// termijnenwet moves a last day that is no working day to the next one that is; the clock keeps the earlier day, so that nobody is told too late.
package notification

import (
	"sync"
	"time"

	"leerbalie/model"
	"leerbalie/model/journal"
)

// KindNotification is the kind of a notification. Its number is on disk and never reused. It lives at the desk of its request's site. It
// holds days and no words: what is personal stands on the request, and an erasure of that leaves the days.
const KindNotification journal.Kind = 24

// The fields of a notification. Numbers are on disk and never reused. Days count from 1970.
const (
	fieldRequest      journal.Field = 1
	fieldReported     journal.Field = 2
	fieldUrgent       journal.Field = 3
	fieldBy           journal.Field = 4
	fieldPlan         journal.Field = 5
	fieldHelped       journal.Field = 6
	fieldInvestigated journal.Field = 7
	fieldApplied      journal.Field = 8
	fieldDecided      journal.Field = 9
	fieldWithdrawn    journal.Field = 10
)

// The terms in days. Source: see the package.
const (
	PlanDays        = 7
	InvestigateDays = 6 * 7
	DecideDays      = 2 * 7
)

// Step is a step of the procedure.
type Step string

// The steps, in the order in which the law has them.
const (
	Helped       Step = "helped"       // in an urgent case, help was arranged for the time being
	Plan         Step = "plan"         // the resident handed in a personal plan
	Investigated Step = "investigated" // the municipality investigated what is needed
	Applied      Step = "applied"      // the resident applied for help
	Decided      Step = "decided"      // the municipality decided
	Withdrawn    Step = "withdrawn"    // it does not go on
)

// Steps are the steps in their order.
func Steps() []Step { return []Step{Helped, Plan, Investigated, Applied, Decided, Withdrawn} }

// Notification is a formal notification with the day of each step, at midnight UTC; zero: not yet.
type Notification struct {
	ID           journal.ID
	Site         journal.ID
	Request      journal.ID
	Reported     time.Time
	Urgent       bool
	By           journal.ID // who wrote it down
	Plan         time.Time
	Helped       time.Time
	Investigated time.Time
	Applied      time.Time
	Decided      time.Time
	Withdrawn    time.Time
	Archived     bool
}

var table = sync.OnceValue(func() model.Table[Notification] {
	return model.Table[Notification]{
		model.EntityField(fieldRequest, "request", func(n *Notification) *journal.ID { return &n.Request }),
		model.DayField(fieldReported, "reported", func(n *Notification) *time.Time { return &n.Reported }),
		model.FlagField(fieldUrgent, "urgent", func(n *Notification) *bool { return &n.Urgent }),
		model.EntityField(fieldBy, "reported-by", func(n *Notification) *journal.ID { return &n.By }),
		model.DayField(fieldPlan, "plan", func(n *Notification) *time.Time { return &n.Plan }),
		model.DayField(fieldHelped, "helped", func(n *Notification) *time.Time { return &n.Helped }),
		model.DayField(fieldInvestigated, "investigated", func(n *Notification) *time.Time { return &n.Investigated }),
		model.DayField(fieldApplied, "applied", func(n *Notification) *time.Time { return &n.Applied }),
		model.DayField(fieldDecided, "decided", func(n *Notification) *time.Time { return &n.Decided }),
		model.DayField(fieldWithdrawn, "withdrawn", func(n *Notification) *time.Time { return &n.Withdrawn }),
	}
})

var numbered = sync.OnceValue(func() model.Numbered[Notification] { return table().Numbered() })

// Table is every field of a notification.
func Table() model.Table[Notification] { return table() }

// Of reads a notification from its record.
func Of(r *journal.Record) Notification {
	n := Notification{ID: r.ID, Site: r.Part, Archived: r.Archived()}
	numbered().Read(&n, r)
	return n
}

// On is the day of a step; zero: not yet.
func (n Notification) On(s Step) time.Time {
	if at := n.at(s); at != nil {
		return *at
	}
	return time.Time{}
}

// at is where the day of a step stands; nil for an unknown one.
func (n *Notification) at(s Step) *time.Time {
	switch s {
	case Helped:
		return &n.Helped
	case Plan:
		return &n.Plan
	case Investigated:
		return &n.Investigated
	case Applied:
		return &n.Applied
	case Decided:
		return &n.Decided
	case Withdrawn:
		return &n.Withdrawn
	}
	return nil
}

// Running tells whether the procedure goes on.
func (n Notification) Running() bool { return n.Decided.IsZero() && n.Withdrawn.IsZero() }

// Kinds are the rows of this kind.
func Kinds() []journal.KindRow {
	return []journal.KindRow{{Kind: KindNotification, Name: "notification", Class: journal.Desk, Fields: numbered().Name, Filled: model.FilledNames(table().Filled())}}
}

// FilledIn are the fields that people fill in of this kind.
func FilledIn(k journal.Kind) []model.Filled {
	if k == KindNotification {
		return table().Filled()
	}
	return nil
}
