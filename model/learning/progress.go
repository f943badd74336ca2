package learning

import (
	"context"
	"slices"
	"time"

	"leerbalie/model"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/model/learning/competence"
	"leerbalie/model/plain"
)

// Progress is how one student stands on one framework, as the session may see it.
type Progress struct {
	Student    model.Person
	Framework  competence.Framework
	Tree       *competence.Tree
	State      map[journal.ID]NodeState
	Evidence   []Evidence     // the newest first
	Decisions  []Decision     // the newest first
	MayJudgeAs []AssessorKind // in which the session may judge
	Write      bool           // the session may write in the dossier
	Growth     []GrowthPoint
	Missing    []competence.Node              // columns without any evidence
	Placement  Placement                      // see there: model/hours fills it in
	Strays     map[journal.ID]competence.Node // what evidence points at and the framework lacks
}

// ReadProgress reads how a student stands on a framework; a zero framework is what the student is assessed on. Errors: NotFound;
// Refused for a dossier that is closed to the session.
func ReadProgress(ctx context.Context, session *model.Session, student, framework journal.ID) (c Progress, err error) {
	err = session.ReadClass(ctx, journal.People, func(tx model.Tx) error {
		if c.Student, err = learnerIn(tx, student); err != nil {
			return err
		}
		groups, err := allGroups(tx)
		if err != nil {
			return err
		}
		dossiers, sight, err := readDossiers(session, tx, c.Student, groups)
		if err != nil {
			return err
		}
		if !sight.Read {
			return fault.New(fault.Refused, "dossier-closed", "name", session.Me().Name, "student", c.Student.Name)
		}
		if framework.IsZero() {
			if framework, err = ChosenFrameworkIn(tx, c.Student); err != nil {
				return err
			}
		}
		f, err := competence.FrameworkIn(tx, framework)
		if err != nil {
			return err
		}
		w := NewVersionConverter(tx, f.Tree(), true)
		if err := w.Dossiers(dossiers); err != nil {
			return err
		}
		zone, err := model.ZoneAt(tx, session.Site())
		if err != nil {
			return err
		}
		c.fill(w.now, dossiers, sight, zone)
		c.Strays, err = w.strays(c.Evidence)
		return err
	})
	return c, err
}

// fill works everything out from the dossiers.
func (c *Progress) fill(t *competence.Tree, dossiers []*Dossier, sight Sight, zone *time.Location) {
	c.Framework, c.Tree, c.MayJudgeAs, c.Write = *t.Framework, t, sight.MayJudgeAs, sight.Write
	c.State = StateOf(c.Tree, dossiers).byNode()
	for _, x := range dossiers {
		c.Evidence = append(c.Evidence, x.Evidence...)
		c.Decisions = append(c.Decisions, x.Decisions...)
	}
	slices.SortStableFunc(c.Evidence, func(a, b Evidence) int {
		if n := b.Day.Compare(a.Day); n != 0 {
			return n
		}
		return b.Stamp.Compare(a.Stamp)
	})
	contested(c.Decisions)
	slices.SortStableFunc(c.Decisions, func(a, b Decision) int { return b.Stamp.Compare(a.Stamp) })
	for _, id := range c.Tree.Columns() {
		if c.State[id].Evidence == 0 {
			c.Missing = append(c.Missing, c.Tree.Node(id))
		}
	}
	c.Growth = growth(c.Tree, c.State, zone)
}

// learnerIn reads a student. Errors: NotFound.
func learnerIn(tx model.Tx, id journal.ID) (model.Person, error) {
	rec, err := tx.Record(model.KindPerson, id)
	if err != nil {
		return model.Person{}, err
	}
	if rec == nil || !model.PersonOf(rec).Has(model.RoleStudent) {
		return model.Person{}, fault.New(fault.NotFound, "person-unknown", "name", id.String())
	}
	return model.PersonOf(rec), nil
}

// seenBy is the dossier as a person may see it: who may be the second assessor does not see the first's judgement until
// both are in, and nobody the student's own before the school's unless it is shown. The dossier itself is not altered.
func (d *Dossier) seenBy(me journal.ID, s Sight, selfShown bool) *Dossier {
	school, practice := slices.Contains(s.MayJudgeAs, AssessorSchool), slices.Contains(s.MayJudgeAs, AssessorPractice)
	out := *d
	out.Evidence = slices.Clone(d.Evidence)
	for i := range out.Evidence {
		e := &out.Evidence[i]
		e.Looked = d.lookedAt(e.ID, me)
		e.Mine = slices.ContainsFunc(e.Assessments, func(a Assessment) bool { return a.By == me })
		if me != d.Student && !selfShown {
			d.hideSelf(e, school || practice)
		}
		if e.Mine || e.Looked || !school && !practice {
			continue
		}
		hidden := func(a Assessment) bool { return a.As == AssessorSchool || a.As == AssessorPractice && !school }
		if slices.ContainsFunc(e.Assessments, hidden) {
			all := e.Assessments
			e.Assessments, e.blindTo = nil, map[AssessorKind]int{}
			for _, a := range all {
				if hidden(a) {
					e.Hidden++
					if a.Latest {
						e.blindTo[a.As]++
					}
				} else {
					e.Assessments = append(e.Assessments, a)
				}
			}
		}
	}
	return &out
}

// ReadLearners reads the students whose dossier the session may read, by name.
func ReadLearners(ctx context.Context, session *model.Session) ([]model.Person, error) {
	people, err := session.People(ctx)
	c := session.Clearance()
	return slices.DeleteFunc(people, func(p model.Person) bool {
		return !p.Has(model.RoleStudent) || !SightOf(c, p, HomeGroup(p)).Read
	}), err
}

// ReadClassProgress reads how every student of a group stands on what they are assessed on; a zero group is everybody whose
// dossier the session may read. Errors: as Progress.
func ReadClassProgress(ctx context.Context, session *model.Session, group journal.ID) (out []Progress, err error) {
	learners, err := ReadLearners(ctx, session)
	for _, p := range learners {
		if err != nil {
			break
		}
		if !group.IsZero() && !slices.Contains(p.Groups, group) {
			continue
		}
		var one Progress
		if one, err = ReadProgress(ctx, session, p.ID, journal.ID{}); err == nil {
			out = append(out, one)
		}
	}
	return out, err
}

// FindPersonal marks what in a text looks like personal data: names of residents of the session's site, and what
// FindPersonal knows. Who may not see the desk gets no residents' names marked.
func FindPersonal(ctx context.Context, session *model.Session, text string) (out []plain.Trace, err error) {
	known := plain.Names{}
	if session.Clearance().MayRead(journal.Scope{Class: journal.Desk, Part: session.Site()}) {
		err = session.ReadScope(ctx, journal.Scope{Class: journal.Desk, Part: session.Site()}, func(tx model.Tx) error {
			known, err = knownNames(tx, model.Person{Site: session.Site()})
			return err
		})
	}
	return plain.FindPersonal(text, known), err
}
