package placement

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"leerbalie/model"
	"leerbalie/model/directory"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/model/partner"
)

// mostTold is of how many a sentence says who they are.
const mostTold = 5

// Follow keeps a partner from ending or from being put away while students are placed there, until whoever does so was told who they are and until
// when. What was placed stays; the board shows it as something to settle.
func Follow(d *model.Doing, event any) error {
	if e, ok := event.(partner.Refers); ok {
		return listed(d, e.Organization)
	}
	e, ok := event.(partner.Ending)
	if !ok || e.Told {
		return nil
	}
	today, err := d.Today()
	if err != nil {
		return err
	}
	all, err := all(d, func(rec *journal.Record) (*Placement, error) { p := Of(rec, nil); return &p, nil })
	if err != nil {
		return err
	}
	var last time.Time
	var names []string
	n := 0
	for i := range all {
		p := &all[i]
		if p.Partner != e.Partner.ID || p.State(today) == Ended {
			continue
		}
		n++
		last = later(last, p.Last())
		student, err := d.Person(p.Student)
		if err != nil && fault.KindOf(err) != fault.NotFound {
			return err
		}
		if err == nil && !student.Erased && SightOf(d.Clearance(), student, p).Read {
			names = append(names, student.Name+" ("+shownDay(p.Last())+")")
		}
	}
	if n == 0 {
		return nil
	}
	slices.Sort(names)
	if len(names) > mostTold {
		names = append(names[:mostTold], "+"+strconv.Itoa(len(names)-mostTold))
	}
	if len(names) == 0 {
		return fault.New(fault.Conflict, "partner-placed-n", "name", e.Partner.Name, "n", n, "until", shownDay(last))
	}
	return fault.New(fault.Conflict, "partner-placed", "name", e.Partner.Name, "n", n, "until", shownDay(last), "who", strings.Join(names, ", "))
}

// listed refuses an organisation that the directory lacks.
func listed(d *model.Doing, id journal.ID) error {
	rec, err := d.Record(directory.KindOrganization, id)
	if err == nil && (rec == nil || rec.Archived()) {
		err = fault.New(fault.NotFound, "partner-organization", "name", id.String())
	}
	return err
}
