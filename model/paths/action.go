package paths

import (
	"slices"
	"strings"
	"time"

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
)

// Add writes a new path down for a resident.
type Add struct {
	Path  Path     // its title, kind, resident and helpers
	Steps []string // the first ones
}

// Name is the code of the words for this action.
func (Add) Name() string { return "act-path-add" }

// Do adds the path. Errors: NotFound for an unknown resident or helper; Refused for an erased one, and for who may not; Invalid for a
// missing title, an unknown kind, and a citizen service number.
func (a Add) Do(d *model.Doing) error {
	p := a.Path
	rec, err := d.Record(desk.KindResident, p.Resident)
	switch {
	case err != nil:
		return err
	case rec == nil || !d.Clearance().MayRead(rec.Scope()):
		return fault.New(fault.NotFound, "resident-unknown", "name", p.Resident.String())
	case rec.Erased:
		return fault.New(fault.Refused, "erased")
	}
	page, err := desk.PageOf(desk.ResidentOf(rec), func(id journal.ID) (*journal.Record, error) { return d.Record(desk.KindResident, id) })
	if err != nil {
		return err
	}
	p.Resident, p.Site = page.ID, page.Site
	if err := keepable(d, &p); err != nil {
		return err
	}
	if p.ID, err = d.NewID(d.Now()); err != nil {
		return err
	}
	d.Made(p.ID, "")
	if err := d.Set(KindPath, p.ID, p.Site, numbered().Values(&p)); err != nil {
		return err
	}
	for _, text := range a.Steps {
		if err := addStep(d, p, text, time.Time{}); err != nil {
			return err
		}
	}
	return nil
}

// keepable checks the fields of a path that is to be written.
func keepable(d *model.Doing, p *Path) error {
	if err := model.Required(&p.Title, "path-title"); err != nil {
		return err
	}
	p.Title = strings.Join(strings.Fields(p.Title), " ")
	site, err := d.Record(model.KindSite, p.Site)
	if err != nil {
		return err
	}
	kinds := model.PathKinds()
	if site != nil {
		kinds = model.SiteOf(site).PathKindCodes()
	}
	if _, ok := kinds.Get(p.Kind); !ok && (p.seen == nil || p.seen.Get(PathKind).Text() != p.Kind) {
		return fault.New(fault.Invalid, "path-kind", "kind", p.Kind)
	}
	for _, id := range p.Helpers {
		h, err := d.Person(id)
		if err != nil {
			return err
		}
		if h.Archived && (p.seen == nil || !slices.Contains(p.seen.Get(PathHelpers).IDs(), id)) {
			return fault.New(fault.Refused, "person-left", "name", h.Name)
		}
	}
	return nil
}

// Edit alters the title, the kind and who helps, as a form that was filled in with the path.
type Edit struct{ Path Path }

// Name is the code of the words for this action.
func (Edit) Name() string { return "act-path-edit" }

// Do writes what differs. Errors: those of Add; Refused for a path whose resident was erased.
func (a Edit) Do(d *model.Doing) error {
	now, err := meant(d, a.Path.ID)
	if err != nil {
		return err
	}
	p := now
	p.Title, p.Kind, p.Helpers = a.Path.Title, a.Path.Kind, a.Path.Helpers
	if err := keepable(d, &p); err != nil {
		return err
	}
	d.About(p.ID, "")
	return d.SetFrom(a.Path.seen, KindPath, p.ID, p.Site, numbered().Values(&p))
}

// AddStep puts a step on a path.
type AddStep struct {
	ID      journal.ID
	Text    string
	Reached time.Time // the day on which it was reached already; zero: not yet
}

// Name is the code of the words for this action.
func (AddStep) Name() string { return "act-path-step" }

// Do adds the step. Errors: NotFound; Refused for a path that has ended or was erased; Invalid for a missing text and a day to come.
func (a AddStep) Do(d *model.Doing) error {
	p, err := running(d, a.ID)
	if err != nil {
		return err
	}
	d.About(p.ID, "")
	return addStep(d, p, a.Text, a.Reached)
}

func addStep(d *model.Doing, p Path, text string, reached time.Time) error {
	if err := model.Required(&text, "step"); err != nil {
		return err
	}
	if err := past(d, reached); err != nil {
		return err
	}
	stamp, err := d.Add(KindPath, p.ID, p.Site, ItemStep, journal.Fields{stepText.Is(journal.Text(text))})
	if err != nil || reached.IsZero() {
		return err
	}
	return reach(d, p, stamp, reached)
}

func reach(d *model.Doing, p Path, step journal.Stamp, day time.Time) error {
	_, err := d.Add(KindPath, p.ID, p.Site, ItemReached, journal.Fields{journal.FieldTarget.Is(journal.Stamps([]journal.Stamp{step})), reachedDay.Is(journal.Int(journal.DayNumber(day)))})
	return err
}

// past refuses a day that has begun nowhere yet.
func past(d *model.Doing, day time.Time) error {
	if day.After(d.Now().UTC().Add(14 * time.Hour)) {
		return fault.New(fault.Invalid, "path-day", "day", day.Format(time.DateOnly))
	}
	return nil
}

// ReachStep says that a step was reached.
type ReachStep struct {
	ID   journal.ID
	Step journal.Stamp
	Day  time.Time // UTC midnight of the day where the person is
}

// Name is the code of the words for this action.
func (ReachStep) Name() string { return "act-path-reach" }

// Do writes it down. Errors: NotFound; Conflict for a step that was reached already; Refused for a path that has ended or was erased;
// Invalid for a missing day, and one to come.
func (a ReachStep) Do(d *model.Doing) error {
	p, err := running(d, a.ID)
	if err != nil {
		return err
	}
	step := p.step(a.Step)
	switch {
	case step == nil:
		return fault.New(fault.NotFound, "path-step-unknown")
	case step.Reached != nil:
		return fault.New(fault.Conflict, "path-step-reached", "step", step.Text, "day", step.Reached.Day.Format(time.DateOnly))
	case a.Day.IsZero():
		return fault.New(fault.Invalid, "missing", "field", "reached")
	}
	if err := past(d, a.Day); err != nil {
		return err
	}
	d.About(p.ID, "")
	return reach(d, p, a.Step, a.Day)
}

// TakeBack says that a step was not reached after all, or with Away that it should not be there.
type TakeBack struct {
	ID   journal.ID
	Step journal.Stamp
	Away bool
}

// Name is the code of the words for this action.
func (a TakeBack) Name() string {
	if a.Away {
		return "act-path-away"
	}
	return "act-path-back"
}

// Do writes it down. Errors: NotFound; Conflict for a step that was not reached; Refused for a path that has ended or was erased.
func (a TakeBack) Do(d *model.Doing) error {
	p, err := running(d, a.ID)
	if err != nil {
		return err
	}
	step := p.step(a.Step)
	if step == nil {
		return fault.New(fault.NotFound, "path-step-unknown")
	}
	targets := step.reaches
	if a.Away {
		targets = append([]journal.Stamp{step.Stamp}, targets...)
	}
	if len(targets) == 0 {
		return fault.New(fault.Conflict, "path-step-open", "step", step.Text)
	}
	d.About(p.ID, "")
	_, err = d.Add(KindPath, p.ID, p.Site, ItemBack, journal.Fields{journal.FieldTarget.Is(journal.Stamps(targets))})
	return err
}

// End ends a path.
type EndPath struct {
	ID      journal.ID
	Outcome string // a code of Outcomes
	Text    string
	Day     time.Time // UTC midnight of the day where the person is
}

// Name is the code of the words for this action.
func (EndPath) Name() string { return "act-path-end" }

// Do ends it. Errors: NotFound; Refused for a path that has ended or was erased; Invalid for an unknown outcome, a missing day, and one
// to come.
func (a EndPath) Do(d *model.Doing) error {
	p, err := running(d, a.ID)
	if err != nil {
		return err
	}
	if _, ok := Outcomes().Get(a.Outcome); !ok {
		return fault.New(fault.Invalid, "path-outcome", "outcome", a.Outcome)
	}
	if a.Day.IsZero() {
		return fault.New(fault.Invalid, "missing", "field", "ended")
	}
	if err := past(d, a.Day); err != nil {
		return err
	}
	d.About(p.ID, "")
	_, err = d.Add(KindPath, p.ID, p.Site, ItemEnded, journal.Fields{endOutcome.Is(journal.Text(a.Outcome)), endText.Is(journal.Text(strings.TrimSpace(a.Text))), endDay.Is(journal.Int(journal.DayNumber(a.Day)))})
	return err
}

// Resume lets a path that has ended go on.
type Resume struct{ ID journal.ID }

// Name is the code of the words for this action.
func (Resume) Name() string { return "act-path-resume" }

// Do lets it go on. Errors: NotFound; Conflict for one that runs; Refused for one that was erased.
func (a Resume) Do(d *model.Doing) error {
	p, err := meant(d, a.ID)
	if err != nil {
		return err
	}
	if p.Running() {
		return fault.New(fault.Conflict, "path-runs", "title", p.Title)
	}
	d.About(p.ID, "")
	_, err = d.Add(KindPath, p.ID, p.Site, ItemResumed, journal.Fields{journal.FieldTarget.Is(journal.Stamps(p.ends))})
	return err
}

// meant reads the path that an action is about. Errors: NotFound; Refused for one whose resident was erased.
func meant(d *model.Doing, id journal.ID) (Path, error) {
	p, err := one(d, d.Clearance(), id)
	if err == nil && p.Erased {
		err = fault.New(fault.Refused, "erased")
	}
	return p, err
}

// running is meant for a path that has not ended.
func running(d *model.Doing, id journal.ID) (Path, error) {
	p, err := meant(d, id)
	if err == nil && !p.Running() {
		err = fault.New(fault.Refused, "path-ended", "title", p.Title, "day", p.Ended.Day.Format(time.DateOnly))
	}
	return p, err
}
