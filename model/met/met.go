// Package met is what a student has met of what the community works on: the themes of the site, by requests and visits that were handled, courses
// and projects, and the target groups of the projects; and what of it the student has not met yet. It is kept nowhere: evidence (model/learning),
// presence (model/ledger), courses and projects are what it is worked out from. The page of hours and the command student themes show it.
package met

import (
	"context"
	"slices"
	"strings"
	"time"

	"leerbalie/model"
	"leerbalie/model/code"
	"leerbalie/model/course"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/model/learning"
	"leerbalie/model/ledger"
	"leerbalie/model/plain"
	"leerbalie/model/project"
)

// By is by how much of each sort of work a student met something.
type By struct{ Handled, Courses, Projects int }

// Times is all of it together.
func (b By) Times() int { return b.Handled + b.Courses + b.Projects }

// Theme is a theme of the site, met or not, or one in words that the site's list lacks, which was met.
type Theme struct {
	Code string // of the site's list; "" for what the list lacks
	Word string // of what the list lacks
	By
}

// Target is a target group that a project of the community names.
type Target struct {
	Word string // as the project says it
	By
}

// Student is what one student met.
type Student struct {
	Person  model.Person
	Themes  []Theme  // the site's list in its order, and then the others by their words
	Targets []Target // of all projects here, by their words
	// Unsaid is by how much work of which it is not known about what it was: nothing of it counts above.
	Unsaid By
	// Hidden tells that something lies in a group of which the session may not see it.
	Hidden bool
}

// Missing are the codes of the site's themes that were not met.
func (s *Student) Missing() (out []string) {
	for _, t := range s.Themes {
		if t.Code != "" && t.Times() == 0 {
			out = append(out, t.Code)
		}
	}
	return out
}

// Unmet are the target groups that were not met.
func (s *Student) Unmet() (out []string) {
	for _, t := range s.Targets {
		if t.Times() == 0 {
			out = append(out, t.Word)
		}
	}
	return out
}

// Read tells what a student has met until a day, as far as the session may see what counts of the student. A project counts for who was there, and
// where nothing was noted for who takes part in it or did; one that is only planned does not. themes are those of the site, which words are read by.
// Errors: NotFound; Refused for who may see nothing of it.
func Read(ctx context.Context, session *model.Session, student journal.ID, themes code.Codes, today time.Time) (out *Student, err error) {
	err = session.ReadClass(ctx, journal.People, func(tx model.Tx) error {
		rec, err := tx.Record(model.KindPerson, student)
		if err != nil {
			return err
		}
		if rec == nil || !model.PersonOf(rec).Has(model.RoleStudent) {
			return fault.New(fault.NotFound, "person-unknown", "name", student.String())
		}
		p := model.PersonOf(rec)
		in := reading{session: session, tx: tx, student: p, find: themes.Finder(), today: today, out: &Student{Person: p}, at: map[string]int{}, target: map[string]int{}}
		for _, c := range themes {
			in.at[c.Code] = len(in.out.Themes)
			in.out.Themes = append(in.out.Themes, Theme{Code: c.Code})
		}
		if out = in.out; !ledger.SightOf(session.Clearance(), p, learning.HomeGroup(p)).Read {
			return fault.New(fault.Refused, "dossier-closed", "name", session.Me().Name, "student", p.Name)
		}
		return in.read(ctx)
	})
	if err != nil {
		return nil, err
	}
	return out, nil
}

// reading puts together what one student met.
type reading struct {
	session *model.Session
	tx      model.Tx
	student model.Person
	find    code.Finder
	today   time.Time
	out     *Student
	at      map[string]int // of themes, by their codes or their words
	target  map[string]int
}

func (r *reading) read(ctx context.Context) error {
	groups, err := r.groups()
	if err != nil {
		return err
	}
	dossiers, err := learning.Worked(r.session, r.tx, r.student, groups)
	if err != nil {
		return err
	}
	there, noted := map[journal.ID]bool{}, map[journal.ID]bool{}
	for _, g := range groups {
		l, err := ledger.In(r.session, r.tx, r.student.ID, g)
		if err != nil {
			return err
		}
		if l == nil {
			continue
		}
		for _, p := range l.Presences {
			noted[p.Of] = noted[p.Of] || p.State != ""
			there[p.Of] = there[p.Of] || p.State == ledger.Present
		}
	}
	for _, d := range dossiers {
		for i := range d.Evidence {
			if e := &d.Evidence[i]; e.Kind.Work() {
				r.take(e.Theme, By{Handled: 1})
			}
		}
	}
	if err := r.tx.Each(course.KindCourse, func(rec *journal.Record) error {
		if there[rec.ID] {
			r.take(course.Of(rec).Theme, By{Courses: 1})
		}
		return nil
	}); err != nil {
		return err
	}
	all, err := project.AllIn(ctx, r.session, r.tx)
	if err != nil {
		return err
	}
	for i := range all {
		p, by := &all[i], By{}
		if r.part(p, there[p.ID], noted[p.ID]) {
			by.Projects = 1
			r.take(p.Theme, by)
		}
		r.aim(p.Target, by)
	}
	inWords(r.out.Themes[len(r.out.Themes)-r.others():], func(t Theme) string { return t.Word })
	inWords(r.out.Targets, func(t Target) string { return t.Word })
	return nil
}

// groups are those of whose dossiers and ledgers the session may see what is in them; that there are others with something in them is noted.
func (r *reading) groups() (out []journal.ID, err error) {
	all := []journal.ID{journal.Organisation()}
	if err := r.tx.Each(model.KindGroup, func(rec *journal.Record) error { all = append(all, rec.ID); return nil }); err != nil {
		return nil, err
	}
	for _, g := range all {
		if ledger.SightOf(r.session.Clearance(), r.student, g).Read {
			out = append(out, g)
			continue
		}
		for kind, id := range map[journal.Kind]journal.ID{learning.KindDossier: learning.DossierID(r.student.ID, g), ledger.KindLedger: ledger.ID(r.student.ID, g)} {
			mark, err := r.tx.ItemsMark(kind, id)
			if err != nil {
				return nil, err
			}
			r.out.Hidden = r.out.Hidden || mark != 0
		}
	}
	return out, nil
}

// part tells whether the student took part in a project.
func (r *reading) part(p *project.Project, there, noted bool) bool {
	if noted {
		return there
	}
	m, takes := p.Of(r.student.ID)
	return takes && p.State != project.Planned && !m.Since.After(r.today)
}

// take counts a theme by its code or in words.
func (r *reading) take(said string, by By) {
	said = strings.TrimSpace(said)
	if said == "" {
		r.out.Unsaid.add(by)
		return
	}
	key, word := "word "+plain.FoldText(said), said
	if c, ok := r.find.Find(said); ok {
		key = c.Code
	}
	i, known := r.at[key]
	if !known {
		i = len(r.out.Themes)
		r.at[key] = i
		r.out.Themes = append(r.out.Themes, Theme{Word: word})
	}
	r.out.Themes[i].add(by)
}

// aim counts the target groups of a project: several are written apart by commas.
func (r *reading) aim(said string, by By) {
	for word := range strings.FieldsFuncSeq(said, func(c rune) bool { return c == ',' || c == ';' }) {
		word = strings.TrimSpace(word)
		if word == "" {
			continue
		}
		i, known := r.target[plain.FoldText(word)]
		if !known {
			i = len(r.out.Targets)
			r.target[plain.FoldText(word)] = i
			r.out.Targets = append(r.out.Targets, Target{Word: word})
		}
		r.out.Targets[i].add(by)
	}
}

// others is how many themes are in words that the site's list lacks.
func (r *reading) others() (n int) {
	for _, t := range r.out.Themes {
		if t.Code == "" {
			n++
		}
	}
	return n
}

func (b *By) add(o By) {
	b.Handled, b.Courses, b.Projects = b.Handled+o.Handled, b.Courses+o.Courses, b.Projects+o.Projects
}

func inWords[T any](all []T, word func(T) string) {
	slices.SortStableFunc(all, func(a, b T) int { return strings.Compare(plain.FoldText(word(a)), plain.FoldText(word(b))) })
}
