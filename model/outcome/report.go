package outcome

import (
	"cmp"
	"context"
	"slices"
	"strings"
	"time"

	"leerbalie/model"
	"leerbalie/model/days"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/model/ledger"
	"leerbalie/model/plain"
)

// FewestForShare is of how many students a share is told at all: of fewer it is said as so many of so many. Of nine, one student more or less is
// eleven percent, and the interval is half the scale wide.
const FewestForShare = 10

// Query says of whom outcomes are counted; what is left open is everybody.
type Query struct {
	Cohort    string
	Programme string // its name or code
	Group     journal.ID
	Today     time.Time // a calendar day
}

// Row is one outcome.
type Row struct {
	Outcome   string
	N, Of     int     // of so many students, so many came to it: of those who are done here; of what one comes to on the way, of all
	Low, High float64 // the 95 % interval of the share, see Interval
	Compared  *Comparison
}

// Share is the share from 0 to 1; 0 of nobody.
func (r Row) Share() float64 {
	if r.Of == 0 {
		return 0
	}
	return float64(r.N) / float64(r.Of)
}

// Few tells whether there are too few students to tell a share of.
func (r Row) Few() bool { return r.Of < FewestForShare }

// Report is what became of the students of a cohort, as far as somebody may see them.
type Report struct {
	Query
	In      model.Group // zero where it is of no one group
	Rows    []Row       // of every outcome, in the order of Kinds
	Of      int         // students who are done here
	Going   int         // students who are still here: they count for what one comes to on the way
	Erased  int         // of Of, those whose records were erased: counted, without a name and without a programme
	found   bool        // there is a student among those who are asked for
	Cohorts []string    // the cohorts there are among all whom somebody may see, the latest first
}

// ReadReport counts what became of students. Counted are those who are done: their end has come, their study was ended, or something is written
// that ends it, such as a qualification. Who is still here may come to anything yet. An excellence programme and modules are on the way, and are
// counted of all students, those who are still here among them. Each student counts once for an outcome, whether the ledger says it, the end of the study, or
// both. Errors: NotFound for an unknown group, and for a cohort or programme of nobody; Refused for who may see no student.
func ReadReport(ctx context.Context, session *model.Session, q Query) (out Report, err error) {
	me := session.Me()
	if !me.Has(model.RoleTeacher, model.RoleSupervisor, model.RoleCoordinator, model.RoleAdmin) {
		return out, fault.New(fault.Refused, "outcomes-closed", "name", me.Name)
	}
	err = session.ReadClass(ctx, journal.People, func(tx model.Tx) error {
		out = Report{Query: q}
		if !q.Group.IsZero() {
			rec, err := tx.Record(model.KindGroup, q.Group)
			if err != nil {
				return err
			}
			if rec == nil {
				return fault.New(fault.NotFound, "group-unknown", "name", q.Group.String())
			}
			out.In = model.GroupOf(rec)
		}
		figures, err := comparisonsIn(tx)
		if err != nil {
			return err
		}
		for _, k := range Kinds() {
			out.Rows = append(out.Rows, Row{Outcome: k.Code, Compared: newest(figures, k.Code)})
		}
		r, err := ledger.NewReading(session, tx)
		if err != nil {
			return err
		}
		if err := tx.Each(model.KindPerson, func(rec *journal.Record) error { return out.count(r, model.PersonOf(rec)) }); err != nil {
			return err
		}
		for i := range out.Rows {
			row := &out.Rows[i]
			if row.Of = out.Of; onTheWay(row.Outcome) {
				row.Of += out.Going
			}
			row.Low, row.High = Interval(row.N, row.Of)
		}
		switch { // what was asked for is there, or is said not to be
		case out.found || q.Cohort == "" && q.Programme == "":
		case q.Programme == "":
			return fault.New(fault.NotFound, "no-cohort", "name", q.Cohort)
		default:
			return fault.New(fault.NotFound, "no-programme", "name", q.Programme)
		}
		slices.SortFunc(out.Cohorts, func(a, b string) int { return cmp.Compare(b, a) })
		return nil
	})
	return out, err
}

// count takes a student in.
func (r *Report) count(reading *ledger.Reading, p model.Person) error {
	if !p.Has(model.RoleStudent) || p.Archived && !p.Erased {
		return nil
	}
	l, ok, err := reading.Of(p)
	if err != nil || !ok {
		return err
	}
	if c := p.Study.Cohort; c != "" && !slices.Contains(r.Cohorts, c) {
		r.Cohorts = append(r.Cohorts, c)
	}
	if !r.Query.means(p) {
		return nil
	}
	r.found = true
	outcomes := of(p, l)
	done := over(p.Study, r.Today) || slices.ContainsFunc(outcomes, func(o Outcome) bool { return !onTheWay(o.Kind) })
	switch {
	case !done:
		r.Going++
	case p.Erased:
		r.Erased++
		fallthrough
	default:
		r.Of++
	}
	for _, o := range outcomes {
		r.Rows[place(o.Kind)].N++
	}
	return nil
}

// onTheWay tells whether one comes to an outcome while learning here goes on.
func onTheWay(kind string) bool { return kind == Excellence || kind == Modules }

// means tells whether a student is among those who are asked for.
func (q Query) means(p model.Person) bool {
	same := func(asked string, is ...string) bool {
		return asked == "" || slices.ContainsFunc(is, func(s string) bool { return plain.FoldText(s) == plain.FoldText(strings.TrimSpace(asked)) })
	}
	return (q.Group.IsZero() || slices.Contains(p.Groups, q.Group)) && same(q.Cohort, p.Study.Cohort) && same(q.Programme, p.Study.Programme, p.Study.Crebo)
}

// over tells whether a study is done on a calendar day: it was ended, or its last day is past.
func over(s model.Study, today time.Time) bool {
	return s.Status == model.StudyEnded || !s.End.IsZero() && days.Between(s.End, today) > 0
}
