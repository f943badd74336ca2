package learning

import (
	"context"
	"slices"
	"time"

	"leerbalie/model"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/model/learning/competence"
)

// Matrix is a group on one framework: a row for each student, a column for each node directly above indicators.
type Matrix struct {
	Group     model.Group
	Teachers  []model.Person // of the group, by name; none for everybody
	Framework competence.Framework
	Columns   []competence.Node
	Rows      []MatrixRow
	Waiting   int // pieces that wait for the session, of these students
}

// MatrixRow is one student.
type MatrixRow struct {
	Student   model.Person
	Cells     []NodeState // in the order of the columns
	Last      time.Time   // day of the newest evidence
	Evidence  int
	Open      Open      // of those, whoever reads
	Waiting   int       // pieces that wait for the session
	Placement Placement // see there: model/hours fills it in
	Contested bool      // two decisions that stand say opposite things
}

// ReadMatrix reads how the students of a group stand. A zero group is everybody whose dossier the session may read and who is
// assessed on the framework; a zero framework is the one on which most of the students are assessed. Errors: NotFound;
// Refused for a group that is closed to the session.
func ReadMatrix(ctx context.Context, session *model.Session, group, framework journal.ID) (m Matrix, err error) {
	c, me := session.Clearance(), session.Me()
	err = session.ReadClass(ctx, journal.People, func(tx model.Tx) error {
		m = Matrix{}
		if !group.IsZero() {
			rec, err := tx.Record(model.KindGroup, group)
			if err != nil {
				return err
			}
			if rec == nil {
				return fault.New(fault.NotFound, "group-unknown", "name", group.String())
			}
			m.Group = model.GroupOf(rec)
		}
		students, teachers, closed, err := classOf(tx, group, c)
		if err != nil {
			return err
		}
		m.Teachers = teachers
		if len(students) == 0 && closed {
			return groupClosed(me, m.Group)
		}
		if framework.IsZero() {
			if framework, err = mostUsed(tx, students); err != nil {
				return err
			}
		}
		if group.IsZero() {
			if students, err = assessedOn(tx, students, framework); err != nil {
				return err
			}
		}
		f, err := competence.FrameworkIn(tx, framework)
		if err != nil {
			return err
		}
		m.Framework = *f
		tree := f.Tree()
		columns := tree.Columns()
		for _, id := range columns {
			m.Columns = append(m.Columns, tree.Node(id))
		}
		groups, err := allGroups(tx)
		if err != nil {
			return err
		}
		w := NewVersionConverter(tx, tree, false)
		rules, held := selfRules{}, DossiersHeld(tx)
		m.Rows = make([]MatrixRow, 0, len(students))
		for _, p := range students {
			own, err := held.Groups(p.ID, groups)
			if err != nil {
				return err
			}
			row, err := readRow(session, c, p, w, columns, own, rules)
			if err != nil {
				return err
			}
			m.Waiting += row.Waiting
			m.Rows = append(m.Rows, row)
		}
		return nil
	})
	return m, err
}

// classOf are the students of a group whose dossier is open to a clearance, and the group's teachers, by name; closed tells
// whether there are other students.
func classOf(tx model.Tx, group journal.ID, c model.Clearance) (out, teachers []model.Person, closed bool, err error) {
	err = tx.Each(model.KindPerson, func(r *journal.Record) error {
		p := model.PersonOf(r)
		if p.Archived || !group.IsZero() && !slices.Contains(p.Groups, group) {
			return nil
		}
		if p.Has(model.RoleTeacher) && !group.IsZero() {
			teachers = append(teachers, p)
		}
		if !p.Has(model.RoleStudent) {
			return nil
		}
		g := group
		if g.IsZero() {
			g = HomeGroup(p)
		}
		if SightOf(c, p, g).Read {
			out = append(out, p)
		} else {
			closed = true
		}
		return nil
	})
	model.SortPeople(out)
	model.SortPeople(teachers)
	return out, teachers, closed, err
}

// assessedOn are those of the students who are assessed on a framework.
func assessedOn(tx model.Tx, students []model.Person, framework journal.ID) (out []model.Person, err error) {
	chosen := choices{}
	for _, p := range students {
		id, err := chosen.of(tx, p)
		if err != nil {
			return nil, err
		}
		if id == framework {
			out = append(out, p)
		}
	}
	return out, nil
}

// groupClosed says that all work of a group, or of everybody, is closed to somebody.
func groupClosed(me model.Person, g model.Group) error {
	if g.ID.IsZero() {
		return fault.New(fault.Refused, "dossiers-closed", "name", me.Name)
	}
	return fault.New(fault.Refused, "group-closed", "name", me.Name, "group", g.Name)
}

// mostUsed is the framework on which most of the students are assessed.
func mostUsed(tx model.Tx, students []model.Person) (best journal.ID, err error) {
	count, chosen := map[journal.ID]int{}, choices{}
	for _, p := range students {
		id, err := chosen.of(tx, p)
		if err != nil {
			return best, err
		}
		count[id]++
		if count[id] > count[best] {
			best = id
		}
	}
	if best.IsZero() {
		best = competence.BuiltinFor("")
	}
	return best, nil
}

// readRow is one student's row, as it was before where nothing has changed. groups are those in which the student may have a dossier.
func readRow(session *model.Session, c model.Clearance, p model.Person, w *VersionConverter, columns, groups []journal.ID, rules selfRules) (MatrixRow, error) {
	tx, t := w.tx, w.now
	shown, err := rules.of(tx, p.Site)
	if err != nil {
		return MatrixRow{}, err
	}
	key, err := marksOf(tx, c, p, groups, shown)
	if err != nil {
		return MatrixRow{}, err
	}
	key.framework, key.version = t.Framework.ID, t.Framework.Stamp
	kept := &readBeforeBy(session).rows
	if was, ok := kept.Get(p.ID); ok && was.same(key) {
		row := was.row
		row.Student = p
		return row, nil
	}
	dossiers, sight, err := readDossiers(session, tx, p, groups)
	if err != nil {
		return MatrixRow{}, err
	}
	if err := w.Dossiers(dossiers); err != nil {
		return MatrixRow{}, err
	}
	key.row = matrixRow(p, t, columns, dossiers, sight, c.Person().ID)
	kept.Put(p.ID, key)
	return key.row, nil
}

func matrixRow(p model.Person, t *competence.Tree, columns []journal.ID, dossiers []*Dossier, s Sight, me journal.ID) MatrixRow {
	row := MatrixRow{Student: p, Cells: make([]NodeState, len(columns))}
	state := StateOf(t, dossiers)
	for i, id := range columns {
		if s, ok := state.Of(id); ok {
			row.Cells[i] = *s
		}
	}
	var decisions []Decision
	for _, x := range dossiers {
		decisions = append(decisions, x.Decisions...)
		for _, e := range x.Evidence {
			row.Evidence++
			if e.Day.After(row.Last) {
				row.Last = e.Day
			}
			row.Open.Count(&e)
			if _, ok := waits(p, e, s, me); ok {
				row.Waiting++
			}
		}
	}
	contested(decisions)
	row.Contested = slices.ContainsFunc(decisions, func(d Decision) bool { return d.Contested })
	return row
}
