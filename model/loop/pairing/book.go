// Package pairing turns what is known of students into what matching asks for, and what matching answers into what is
// published. Screens and commands share it, so that the same data, day and choices give the same proposal in both.
package pairing

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
	"leerbalie/model/pairs"
	"leerbalie/model/pairs/match"
	"leerbalie/model/plain"
)

// Book is the students and their pairs, as they are now.
type Book struct {
	Students []model.Person // by name
	Pairs    []pairs.Pair   // the newest first
	Sites    []model.Site
	Zone     *time.Location               // of the session's site
	Matching pairs.Matching               // of the session's site
	Fits     []pairs.Fit                  // what members said in private, as far as the session may read it
	Covers   map[journal.ID][]match.Cover // what students have by the names of other lists, as far as the session may read that
}

// Read reads the book. Errors: Refused; the context's.
func Read(ctx context.Context, session *model.Session) (*Book, error) {
	b := &Book{}
	var err error
	if b.Students, err = pairs.ReadStudents(ctx, session); err != nil {
		return nil, err
	}
	if b.Pairs, err = pairs.Pairs(ctx, session); err != nil {
		return nil, err
	}
	if b.Sites, err = session.Sites(ctx); err != nil {
		return nil, err
	}
	b.Zone = days.Zone(days.DefaultZone)
	if i := slices.IndexFunc(b.Sites, func(s model.Site) bool { return s.ID == session.Site() }); i >= 0 {
		b.Zone = b.Sites[i].Location()
	}
	if b.Matching, err = pairs.ReadMatching(ctx, session, session.Site()); err != nil {
		return nil, err
	}
	if b.Fits, err = pairs.ReadFits(ctx, session); err != nil {
		return nil, err
	}
	return b, b.judge(ctx, session)
}

// Choice is what a coordinator asks of a proposal, beside the data.
type Choice struct {
	Day       time.Time  // a calendar day
	Site      journal.ID // students of this site, or who can travel there; zero: all
	Weights   match.Weights
	Limits    pairs.MatchLimits
	Mode      match.Mode
	Objective match.Objective
	Trios     match.Trios
	Locks     [][]journal.ID
	Forbid    [][2]journal.ID
	Before    [][]journal.ID
	Rematch   *match.Rematch
}

// Overrides are what was decided by hand.
func (c Choice) Overrides() match.Overrides { return match.Overrides{Locks: c.Locks, Forbid: c.Forbid} }

// Choice is what a session's site asks unless somebody says otherwise.
func (b *Book) Choice(day time.Time) Choice {
	return Choice{Day: day, Weights: match.WeightsOf(b.Matching.Weights), Limits: b.Matching.Limits, Mode: match.Across,
		Objective: match.Total, Trios: match.OneTrio}
}

// Input is what matching is asked. Who is done here takes no part.
func (b *Book) Input(c Choice) match.Input {
	in := match.Input{Weights: c.Weights, Limits: c.Limits, Mode: c.Mode, Objective: c.Objective, Trios: c.Trios, Locks: c.Locks,
		Before: c.Before, Rematch: c.Rematch, Forbid: slices.Clone(c.Forbid)}
	here := map[journal.ID]bool{}
	for _, p := range b.Students {
		if p.Study.At(c.Day) == model.StudyEnded || !b.atSite(p, c.Site) {
			continue
		}
		here[p.ID] = true
		in.Students = append(in.Students, b.student(p, c.Day))
	}
	for i := range b.Pairs {
		pair := &b.Pairs[i]
		if !slices.ContainsFunc(pair.Members, func(id journal.ID) bool { return here[id] }) {
			continue
		}
		switch {
		case pair.Forbidden:
			if here[pair.Members[0]] && here[pair.Members[1]] {
				in.Forbid = append(in.Forbid, [2]journal.ID{pair.Members[0], pair.Members[1]})
			}
		case pair.Ended != nil:
			in.Past = append(in.Past, match.Past{Members: pair.Members, Days: max(0, days.Between(days.Of(pair.Ended.At, b.Zone), c.Day)), Failed: pair.Failed()})
		default:
			in.Running = append(in.Running, match.Running{ID: pair.ID, Members: pair.Members, Good: pair.Standing(days.Start(c.Day, b.Zone)).Good && b.fits(pair.ID)})
		}
	}
	// somebody in two running pairs is in the one that was made first
	slices.Reverse(in.Running)
	return in
}

// fits tells whether no member of a pair said that it does not fit.
func (b *Book) fits(pair journal.ID) bool {
	return !slices.ContainsFunc(b.Fits, func(f pairs.Fit) bool { return f.Pair == pair && f.Answer == pairs.FitNot })
}

func (b *Book) atSite(p model.Person, site journal.ID) bool {
	return site.IsZero() || p.Site.IsZero() || p.Site == site || slices.Contains(p.Study.Travel, site)
}

func (b *Book) student(p model.Person, day time.Time) match.Student {
	s := match.Student{ID: p.ID, Name: p.Name, Number: p.Number, Level: p.Level, Parts: p.Study.DayParts, Languages: p.Languages,
		Themes: p.Study.Themes, Wishes: p.Study.Wishes, Strong: p.Study.Strong, Covers: b.Covers[p.ID], Open: p.Study.Open,
		Waiting: b.Waited(p, day), Away: p.Study.At(day) != model.StudyActive || !p.Study.Begun(day), NotBegun: p.Study.At(day) == model.StudyActive && !p.Study.Begun(day)}
	if !p.Site.IsZero() {
		s.Sites = append([]journal.ID{p.Site}, p.Study.Travel...)
	}
	return s
}

// Waited is how many days a student waits for a buddy on a calendar day.
func (b *Book) Waited(p model.Person, day time.Time) int {
	return max(0, days.Between(pairs.WaitingSince(p, b.Pairs, b.Zone), day))
}

// Person is a student of the book.
func (b *Book) Person(id journal.ID) (model.Person, bool) {
	i := slices.IndexFunc(b.Students, func(p model.Person) bool { return p.ID == id })
	if i < 0 {
		return model.Person{}, false
	}
	return b.Students[i], true
}

// Name is a student's name; the id for one who is not in the book.
func (b *Book) Name(id journal.ID) string {
	if p, ok := b.Person(id); ok {
		return p.Name
	}
	return id.String()
}

// Names are the names of some students, in order, with a plus between.
func (b *Book) Names(ids []journal.ID) string {
	out := make([]string, len(ids))
	for i, id := range b.InOrder(ids) {
		out[i] = b.Name(id)
	}
	return strings.Join(out, " + ")
}

// InOrder is students as people name a pair: the lower level first, then by name.
func (b *Book) InOrder(ids []journal.ID) []journal.ID {
	out := slices.Clone(ids)
	slices.SortStableFunc(out, func(x, y journal.ID) int {
		p, _ := b.Person(x)
		q, _ := b.Person(y)
		return cmp.Or(slices.Index(model.Levels(), p.Level)-slices.Index(model.Levels(), q.Level), strings.Compare(p.Name, q.Name))
	})
	return out
}

// Running is the running pair that somebody is in, nil for none.
func (b *Book) Running(id journal.ID) *pairs.Pair {
	for i := len(b.Pairs) - 1; i >= 0; i-- {
		if p := &b.Pairs[i]; p.Running() && p.Has(id) {
			return p
		}
	}
	return nil
}

// Find finds a student by id, by number, by name or by a part of the name that only one has. Errors: NotFound; Conflict
// when several fit, such as two of different schools with one number, with what tells them apart.
func (b *Book) Find(text string) (model.Person, error) {
	text = strings.TrimSpace(text)
	whole, terms := plain.FoldText(text), plain.TermsOf(text)
	for _, fits := range []func(model.Person) bool{
		func(p model.Person) bool { return p.ID.String() == plain.ID(text) },
		func(p model.Person) bool { return plain.SameCode(p.Number, text) },
		func(p model.Person) bool { return whole != "" && plain.FoldText(p.Name) == whole },
		func(p model.Person) bool { return len(terms) > 0 && terms.In(plain.FoldText(p.Name)) },
	} {
		var found []model.Person
		for _, p := range b.Students {
			if fits(p) {
				found = append(found, p)
			}
		}
		switch {
		case len(found) == 1:
			return found[0], nil
		case len(found) > 1:
			names := make([]string, len(found))
			for i, p := range found {
				names[i] = p.Name
				if p.Study.School != "" {
					names[i] += " (" + p.Study.School + ")"
				}
			}
			return model.Person{}, fault.New(fault.Conflict, "student-ambiguous", "name", text, "names", strings.Join(names, ", "))
		}
	}
	return model.Person{}, fault.New(fault.NotFound, "student-unknown", "name", text)
}

// FindAll finds several students. Errors as for Find.
func (b *Book) FindAll(texts []string) ([]journal.ID, error) {
	out := make([]journal.ID, len(texts))
	for i, t := range texts {
		p, err := b.Find(t)
		if err != nil {
			return nil, err
		}
		out[i] = p.ID
	}
	return out, nil
}

// Publication is the action that makes a proposal's new pairs run, and ends the running ones that they replace.
func Publication(p *match.Proposal, proposal journal.ID) pairs.PublishPairs {
	a := pairs.PublishPairs{Proposal: proposal}
	for _, pair := range p.Pairs {
		if !pair.Running.IsZero() {
			continue
		}
		points := make([]pairs.RulePoints, len(pair.Points))
		for i, r := range match.WishRules() {
			points[i] = pairs.RulePoints{Rule: string(r), Points: pair.Points[i]}
		}
		a.Pairs = append(a.Pairs, pairs.NewPair{Members: pair.Members, Score: pair.Score, Points: points})
	}
	for _, e := range p.Ended {
		a.End = append(a.End, e.ID)
	}
	return a
}

// Keep is a choice and its proposal as they are kept for review.
func Keep(c Choice, p *match.Proposal, name string) pairs.Proposal {
	out := pairs.Proposal{Name: name, Site: c.Site, Day: c.Day, Mode: string(c.Mode), Objective: string(c.Objective), Trios: string(c.Trios),
		Weights: c.Weights.Keep(), Limits: c.Limits, Locks: c.Locks, Total: p.Total}
	for _, f := range c.Forbid {
		out.Forbid = append(out.Forbid, f[:])
	}
	for _, pair := range p.Pairs {
		out.Pairs = append(out.Pairs, pair.Members)
	}
	if c.Rematch != nil {
		out.Rematch, out.Price, out.Open = true, c.Rematch.Price, c.Rematch.Open
	}
	return out
}

// Kept is the choice of a kept proposal, so that it can be made again, as like the one that was kept as equals allow.
func Kept(p pairs.Proposal) Choice {
	c := Choice{Day: p.Day, Site: p.Site, Weights: match.WeightsOf(p.Weights), Limits: p.Limits, Mode: match.Mode(p.Mode),
		Objective: match.Objective(p.Objective), Trios: match.Trios(p.Trios), Locks: p.Locks, Before: p.Pairs}
	for _, f := range p.Forbid {
		c.Forbid = append(c.Forbid, [2]journal.ID{f[0], f[1]})
	}
	if p.Rematch {
		c.Rematch = &match.Rematch{Price: p.Price, Open: p.Open}
	}
	return c
}
