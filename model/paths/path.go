// Package paths is what residents learn for themselves: a path is a goal of one resident, with the steps to it, who helps, and when each
// step was reached. Counts of them name nobody.
package paths

import (
	"cmp"
	"slices"
	"sync"
	"time"

	"leerbalie/model"
	"leerbalie/model/journal"
)

// The fields of a path and of its items. Numbers are on disk and never reused.
const (
	PathTitle    journal.Field = 1
	PathKind     journal.Field = 2
	PathResident journal.Field = 3
	PathHelpers  journal.Field = 4

	stepText journal.Field = 2

	reachedDay journal.Field = 2 // days since 1970

	endOutcome journal.Field = 2
	endText    journal.Field = 3
	endDay     journal.Field = 4 // days since 1970
)

// Path is a goal of a resident.
type Path struct {
	ID       journal.ID
	Site     journal.ID
	Title    string
	Kind     string // a code of Site.PathKindCodes
	Resident journal.ID
	Helpers  []journal.ID // people who help
	Since    journal.Mark // who wrote it down, when
	Steps    []Step       // in the order in which they were written
	Ended    *End         // the latest that nobody took back
	Changed  time.Time    // when something was last written
	Erased   bool         // its resident's words are gone
	seen     *journal.Record
	ends     []journal.Stamp // all that stand
}

// Step is something on the way to the goal.
type Step struct {
	journal.Mark
	Text    string
	Reached *Reached // the earliest day on which it was: it counts once, however many wrote that down
	Erased  bool
	reaches []journal.Stamp // all that stand
}

// Reached says when a step was reached, and who wrote that down.
type Reached struct {
	journal.Mark
	Day time.Time // UTC midnight
}

// End says how a path ended.
type End struct {
	journal.Mark
	Outcome string // a code of Outcomes
	Text    string
	Day     time.Time // UTC midnight
	Erased  bool
}

// The ways in which a path ends.
const (
	OutcomeReached = "reached" // the goal
	OutcomePartly  = "partly"
	OutcomeStopped = "stopped"
)

// Outcomes are how a path can end.
func Outcomes() model.Codes {
	return model.Listed("path-outcome",
		model.Entry(OutcomeReached, "doel bereikt", "goal reached", "bereikt", "gehaald"),
		model.Entry(OutcomePartly, "deels bereikt", "partly reached", "deels"),
		model.Entry(OutcomeStopped, "gestopt", "stopped", "afgebroken"),
	)
}

var pathTable = sync.OnceValue(func() model.Table[Path] {
	return model.Table[Path]{
		model.TextField(PathTitle, "path-title", func(p *Path) *string { return &p.Title }).AboutPerson(),
		model.CodeField(PathKind, "path-kind", model.Site.PathKindCodes, func(p *Path) *string { return &p.Kind }),
		model.EntityField(PathResident, "resident", func(p *Path) *journal.ID { return &p.Resident }),
		model.EntitiesField(PathHelpers, "helpers", func(p *Path) *[]journal.ID { return &p.Helpers }),
	}
})

var numbered = sync.OnceValue(func() model.Numbered[Path] { return pathTable().Numbered() })

// Table is every field of a path.
func Table() model.Table[Path] { return pathTable() }

// Of reads a path from its record and its items. The answer depends on which items there are, never on the order in which they came.
func Of(r *journal.Record, items []journal.Item) Path {
	p := Path{ID: r.ID, Site: r.Part, Erased: r.Erased, seen: r}
	numbered().Read(&p, r)
	if len(items) > 0 {
		p.Since, p.Changed = items[0].Mark(0), items[len(items)-1].Told()
	}
	standing := journal.Standing(items)
	gone := map[journal.Stamp]bool{}
	for i := range standing {
		if k := standing[i].Kind; k == ItemBack || k == ItemResumed {
			for _, s := range standing[i].Fields.Get(journal.FieldTarget).Stamps() {
				gone[s] = true
			}
		}
	}
	for i := range standing {
		if it := &standing[i]; !gone[it.Stamp] {
			p.take(it)
		}
	}
	return p
}

func (p *Path) take(it *journal.Item) {
	switch it.Kind {
	case ItemStep:
		p.Steps = append(p.Steps, Step{Mark: it.Mark(0), Text: it.Fields.Get(stepText).Text(), Erased: it.Erased || p.Erased})
	case ItemReached:
		r := Reached{it.Mark(0), journal.CalendarDay(it.Fields.Get(reachedDay).Int())}
		for _, s := range it.Fields.Get(journal.FieldTarget).Stamps() {
			i := slices.IndexFunc(p.Steps, func(step Step) bool { return step.Stamp == s })
			if i < 0 {
				continue
			}
			step := &p.Steps[i]
			step.reaches = append(step.reaches, it.Stamp)
			if step.Reached == nil || r.Day.Before(step.Reached.Day) {
				step.Reached = &r
			}
		}
	case ItemEnded:
		p.ends = append(p.ends, it.Stamp)
		p.Ended = &End{it.Mark(0), it.Fields.Get(endOutcome).Text(), it.Fields.Get(endText).Text(), journal.CalendarDay(it.Fields.Get(endDay).Int()), it.Erased || p.Erased}
	}
}

// Running tells whether somebody still walks the path.
func (p *Path) Running() bool { return p.Ended == nil }

// Done is how many of the steps are reached.
func (p *Path) Done() (n int) {
	for i := range p.Steps {
		if p.Steps[i].Reached != nil {
			n++
		}
	}
	return n
}

// Next is the first step that is not reached; nil where all are.
func (p *Path) Next() *Step {
	for i := range p.Steps {
		if p.Steps[i].Reached == nil {
			return &p.Steps[i]
		}
	}
	return nil
}

// step is a step by its stamp; nil where there is none.
func (p *Path) step(s journal.Stamp) *Step {
	if i := slices.IndexFunc(p.Steps, func(step Step) bool { return step.Stamp == s }); i >= 0 {
		return &p.Steps[i]
	}
	return nil
}

// order puts what runs first, and of these and of those the newest.
func order(a, b Path) int {
	if a.Running() != b.Running() {
		if a.Running() {
			return -1
		}
		return 1
	}
	return cmp.Compare(b.ID.String(), a.ID.String())
}
