package learning

import (
	"leerbalie/model"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/model/learning/competence"
)

// SaveFramework keeps a framework: a new one, or a new version of one that is known. What is the same as the version that
// counts changes nothing.
type SaveFramework struct {
	Framework competence.Framework
	Goes      bool // parts and levels that it leaves out may go, with what hangs on them
}

// Name is the code of the words for this action.
func (SaveFramework) Name() string { return "act-save-framework" }

// Do writes the version. Errors: Invalid for a missing title, a broken tree, a scale with fewer than two levels or a text
// that may not be kept; Conflict for one that leaves out parts or levels on which something hangs, unless they may go; Refused by the clearance; Newer for one that a newer program changed.
func (a SaveFramework) Do(d *model.Doing) error {
	f := a.Framework
	if err := f.Check(); err != nil {
		return err
	}
	if f.ID.IsZero() {
		id, err := d.NewID(d.Now())
		if err != nil {
			return err
		}
		f.ID = id
	}
	now, err := competence.FrameworkIn(d, f.ID)
	switch {
	case fault.KindOf(err) == fault.NotFound:
		d.Made(f.ID, "")
	case err != nil:
		return err
	case now.SameAs(&f):
		d.About(f.ID, "")
		return nil
	default:
		if err := d.Allowed(competence.KindFramework, journal.Organisation()); err != nil { // before anything is counted for him
			return err
		}
		if !a.Goes {
			if err := shrinks(d, now, &f); err != nil {
				return err
			}
		}
	}
	d.About(f.ID, "")
	return competence.KeepVersion(d, now, &f)
}
