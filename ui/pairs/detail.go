package pairs

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"leerbalie/model"
	"leerbalie/model/journal"
	"leerbalie/model/pairs"
	"leerbalie/model/pairs/match"
	"leerbalie/ui/text"
	"leerbalie/ui/theme"
	"leerbalie/ui/widget/cell"
)

// details collects lines of details.
type details struct {
	p     *Pairs
	width int
	lines []string
}

func (g *details) head(text string) {
	if len(g.lines) > 0 {
		g.lines = append(g.lines, "")
	}
	g.lines = append(g.lines, g.p.Env.Theme.Strong.On(cell.Cut(text, g.width)))
}

func (g *details) say(text string) { g.lines = append(g.lines, cell.Wrap(text, g.width, 6)...) }

func (g *details) fact(word, value string) {
	if value == "" {
		return
	}
	label := g.p.Env.Words.Say(word)
	lines := cell.Wrap(value, max(g.width-16, 10), 4)
	for i, line := range lines {
		lead := cell.Space(16)
		if i == 0 {
			lead = g.p.Env.Theme.Faint.On(cell.Fit(label, 15)) + " "
		}
		g.lines = append(g.lines, lead+line)
	}
}

// details draws what the cursor is on.
func (p *Pairs) details(width, height int) []string {
	g := &details{p: p, width: width}
	if r, ok := p.current(); ok {
		switch r.kind {
		case pairRow:
			g.pair(r)
		case freeRow:
			g.student(r.student)
		case proposedRow:
			g.proposed(r)
		case leftRow:
			g.left(r)
		case overrideRow:
			g.override(r.price)
		}
	}
	return p.Env.Window(g.lines, &p.scroll, height, "")
}

// points draws what each wish gave, as bars.
func (g *details) points(points match.Points, weights match.Weights) {
	w, th := g.p.Env.Words, g.p.Env.Theme
	full := weights.Shares()
	for i, rule := range match.WishRules() {
		bar := ""
		if full[i] > 0 {
			n := (points[i]*10 + full[i]/2) / full[i]
			bar = th.Info.On(strings.Repeat(theme.BarFull, n)) + th.Faint.On(strings.Repeat(theme.BarEmpty, 10-n))
		} else {
			bar = cell.Space(10)
		}
		g.lines = append(g.lines, cell.Ends(cell.Fit(w.Rule(rule), max(g.width-20, 8)), bar+" "+cell.Right(w.Score(points[i]), 5), g.width))
	}
}

func (g *details) proposed(r *row) {
	p, w := g.p, g.p.Env.Words
	g.head(p.book.Names(r.proposed.Members))
	g.lines = append(g.lines, cell.Ends(w.Say("pairs.score"), p.Env.Theme.Strong.On(w.Score(r.proposed.Score)), g.width))
	g.points(r.proposed.Points, p.choice.Weights)
	g.head(w.Say("pairs.why"))
	g.fact("field.dayparts", w.DayParts(r.facts.Parts))
	var languages []string
	for _, tag := range r.facts.Languages {
		languages = append(languages, w.Language(tag))
	}
	g.fact("field.languages", strings.Join(languages, ", "))
	g.fact("field.themes", strings.Join(w.Names(p.Env.Site.ThemeCodes(), r.facts.Themes), ", "))
	for _, gift := range r.facts.Gives {
		g.fact("rule.competences", w.Say("pairs.gives", "from", p.short([]journal.ID{gift.From}), "what", gift.What, "to", p.short([]journal.ID{gift.To})))
	}
	for _, wish := range r.facts.Wishes {
		g.fact("rule.wishes", w.Say("pairs.wished", "to", p.short([]journal.ID{wish.To}), "what", wish.What))
	}
	if r.facts.Days >= 0 {
		g.fact("rule.again", w.Count("pairs.again", r.facts.Days))
	}
	if !r.proposed.Joined.IsZero() {
		g.say(w.Say("pairs.joined", "name", p.book.Name(r.proposed.Joined), "points", w.Score(r.proposed.Cost)))
	}
	if !r.proposed.Running.IsZero() {
		g.say(w.Say("pairs.stays.why"))
	}
	for _, id := range r.proposed.Members {
		if s, ok := p.book.Person(id); ok {
			g.student(s)
		}
	}
}

func (g *details) left(r *row) {
	p, w := g.p, g.p.Env.Words
	g.student(r.student)
	g.head(w.Say("pairs.left.title"))
	g.say(w.Why(r.left.Reason, r.student.Study.DayParts))
	for _, x := range r.left.Relax {
		g.say(theme.Dot + " " + w.Relax(x, p.pairNames(x.With)))
	}
}

func (g *details) override(price *match.Price) {
	p, w := g.p, g.p.Env.Words
	g.head(p.book.Names(price.Members))
	id := "pairs.price.forbid-long"
	if price.Lock {
		id = "pairs.price.lock-long"
	}
	g.say(w.Say(id, "points", w.Score(price.Points), "pairs", price.Pairs))
	for _, list := range []struct {
		word   string
		shifts []match.Shift
	}{{"pairs.worse", price.Worse}, {"pairs.better", price.Better}} {
		if len(list.shifts) == 0 {
			continue
		}
		g.head(w.Say(list.word))
		for _, s := range list.shifts {
			g.lines = append(g.lines, cell.Ends(p.book.Name(s.Student), w.Score(s.From)+" → "+w.Score(s.To), g.width))
		}
	}
}

// student tells what is known of a student, as far as it matters for a pair.
func (g *details) student(s model.Person) {
	p, w := g.p, g.p.Env.Words
	g.head(s.Name)
	level := s.Level
	if s.Study.Year > 0 {
		level += ", " + w.Say("cli.student.year", "year", s.Study.Year)
	}
	g.fact("field.level", level)
	if status := s.Study.At(p.today()); status != model.StudyActive {
		g.fact("field.status", w.Say("study."+string(status)))
	}
	g.fact("field.programme", s.Study.Programme)
	g.fact("field.school", s.Study.School)
	g.fact("field.dayparts", w.DayParts(s.Study.DayParts))
	var languages []string
	for _, tag := range s.Languages {
		languages = append(languages, w.Language(tag))
	}
	g.fact("field.languages", strings.Join(languages, ", "))
	g.fact("field.themes", strings.Join(w.Names(p.Env.Site.ThemeCodes(), s.Study.Themes), ", "))
	g.fact("field.strong", strings.Join(s.Study.Strong, ", "))
	g.fact("field.open", strings.Join(s.Study.Open, ", "))
	g.fact("field.wishes", strings.Join(s.Study.Wishes, ", "))
	if s.Study.NormHours > 0 {
		g.fact("field.norm-hours", strconv.Itoa(s.Study.NormHours))
	}
	var before []string
	for i := range p.book.Pairs {
		pair := &p.book.Pairs[i]
		if pair.Ended != nil && pair.Has(s.ID) {
			before = append(before, p.short(pair.Members)+" ("+p.Env.Day(pair.Started)+" – "+p.Env.Day(pair.Ended.At)+")")
		}
	}
	g.fact("field.before", strings.Join(before, "; "))
}

// pair tells the life of a pair.
func (g *details) pair(r *row) {
	p, w := g.p, g.p.Env.Words
	pair := r.pair
	g.head(p.book.Names(pair.Members))
	g.lines = append(g.lines, p.ApartLines(pair.ID, g.width)...)
	if pair.ReadOnly {
		g.say(theme.WarnSign + " " + w.Say("error.update-needed"))
	}
	g.fact("field.since", p.Env.Day(pair.Started))
	if pair.Ended != nil {
		g.fact("field.until", p.Env.Day(pair.Ended.At))
		g.fact("field.reason", w.Code("end-reason", pair.Ended.Reason))
		g.fact("field.note", pair.Ended.Note)
	} else {
		g.fact("field.status", w.Standing(r.stand))
		g.fact("field.next-check-in", text.Day(r.stand.NextCheckIn))
		if !r.stand.NextEvaluation.IsZero() {
			g.fact("field.next-evaluation", text.Day(r.stand.NextEvaluation)+" ("+w.Say("pairs.months", "n", r.stand.Month)+")")
		}
		if p.workOfShown.pair == pair.ID {
			g.fact("field.load", w.Count("pairs.load", len(p.workOfShown.Running), "closed", p.workOfShown.Closed, "hours", fmt.Sprintf("%d:%02d", p.workOfShown.Minutes/60, p.workOfShown.Minutes%60)))
			for _, q := range p.workOfShown.Running {
				g.say("  " + theme.Dot + " " + q.Number + " " + q.Summary)
			}
		}
	}
	if pair.Score > 0 {
		g.fact("pairs.score", w.Score(pair.Score))
	}
	if len(pair.Agreements) > 0 {
		g.head(w.Say("pairs.agreements"))
		for _, a := range pair.Agreements {
			g.say(p.book.Name(a.Person))
			g.fact("field.agree-for", a.For)
			g.fact("field.agree-adds", a.Adds)
		}
	}
	if len(pair.CheckIns)+len(pair.Evaluations) > 0 {
		g.head(w.Say("pairs.contacts"))
		for i := len(pair.CheckIns) - 1; i >= 0; i-- {
			c := pair.CheckIns[i]
			said := w.Code("mood", string(c.Mood))
			if c.Silent {
				said = w.Say("pairs.heard.no")
			}
			g.event(c.At, said, c.Note)
		}
		for _, e := range pair.Evaluations {
			g.event(e.At, w.Say("pairs.months", "n", e.Month)+": "+w.Code("evaluation", e.Result), e.Note)
		}
	}
	var fits []pairs.Fit
	for _, f := range p.book.Fits {
		if f.Pair == pair.ID {
			fits = append(fits, f)
		}
	}
	if len(fits) > 0 {
		g.head(w.Say("pairs.fits"))
		for _, f := range fits {
			g.event(f.At, p.book.Name(f.Person)+": "+w.Code("fit", string(f.Answer)), f.Note)
		}
	}
	for _, id := range p.book.InOrder(pair.Members) {
		if s, ok := p.book.Person(id); ok {
			g.student(s)
		}
	}
}

func (g *details) event(at time.Time, what, note string) {
	if note != "" {
		what += ": " + note
	}
	for i, line := range cell.Wrap(what, max(g.width-12, 10), 4) {
		lead := cell.Space(12)
		if i == 0 {
			lead = g.p.Env.Theme.Faint.On(cell.Fit(g.p.Env.Day(at), 11)) + " "
		}
		g.lines = append(g.lines, lead+line)
	}
}
