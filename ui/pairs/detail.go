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
	"leerbalie/ui/say"
	"leerbalie/ui/text"
	"leerbalie/ui/theme"
	"leerbalie/ui/widget/cell"
)

// details collects what there is to know of a row: lines to draw, or words to say.
type details struct {
	p     *Pairs
	w     text.Words
	width int
	lines []string
	said  *say.Lines // where the words go when nothing is drawn; nil: lines are
}

func (g *details) head(text string) {
	if g.said != nil {
		g.said.Aside(text)
		return
	}
	if len(g.lines) > 0 {
		g.lines = append(g.lines, "")
	}
	g.lines = append(g.lines, g.p.Env.Theme.Strong.On(cell.Cut(text, g.width)))
}

func (g *details) say(text string) {
	if g.said != nil {
		g.said.Aside(text)
		return
	}
	g.lines = append(g.lines, cell.Wrap(text, g.width, 6)...)
}

func (g *details) fact(word, value string) {
	if value == "" {
		return
	}
	if g.said != nil {
		g.said.Aside(say.Pair(g.w.Say(word), value))
		return
	}
	g.led(g.w.Say(word), value, 16)
}

// led draws a text behind what it is called, which takes room cells.
func (g *details) led(name, value string, room int) {
	lead := g.p.Env.Theme.Faint.On(cell.Fit(name, room-1)) + " "
	for _, line := range cell.Wrap(value, max(g.width-room, 10), 4) {
		g.lines = append(g.lines, lead+line)
		lead = cell.Space(room)
	}
}

// ends tells a value at the end of the line of its name.
func (g *details) ends(name, value string, paint theme.Paint) {
	if g.said != nil {
		g.said.Aside(say.Pair(name, value))
		return
	}
	g.lines = append(g.lines, cell.Ends(name, paint.On(value), g.width))
}

// details draws what the cursor is on.
func (p *Pairs) details(width, height int) []string {
	g := &details{p: p, w: p.Env.Words, width: width}
	g.current()
	return p.Env.Window(g.lines, &p.scroll, height, "")
}

// current tells of what the cursor is on.
func (g *details) current() {
	r, ok := g.p.current()
	if !ok {
		return
	}
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

// points draws what each wish gave, as bars.
func (g *details) points(points, full match.Points, wishers int) {
	w, th := g.w, g.p.Env.Theme
	for i, rule := range match.WishRules() {
		if rule == match.Wishes && wishers == 0 {
			continue // nobody had any
		}
		if g.said != nil {
			g.said.Aside(say.Pair(w.Rule(rule), w.Say("say.of", "part", w.Score(points[i]), "whole", w.Score(full[i]))))
			continue
		}
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
	p, w := g.p, g.w
	g.head(p.book.Names(r.proposed.Members))
	g.ends(w.Say("pairs.score"), w.Score(r.proposed.Score), p.Env.Theme.Strong)
	g.points(r.proposed.Points, r.proposed.Shares, r.facts.Wishers)
	g.head(w.Say("pairs.why"))
	g.fact("field.dayparts", w.DayParts(r.facts.Parts))
	var languages []string
	for _, tag := range r.facts.Languages {
		languages = append(languages, w.Language(tag))
	}
	g.fact("field.languages", strings.Join(languages, ", "))
	g.fact("field.themes", strings.Join(w.Names(p.Env.Site.ThemeCodes(), r.facts.Themes), ", "))
	for _, gift := range r.facts.Gives {
		g.fact("rule.competences", w.Say("pairs.gives", "from", p.short([]journal.ID{gift.From}), "what", w.Gift(gift), "to", p.short([]journal.ID{gift.To})))
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
	p, w := g.p, g.w
	g.student(r.student)
	g.head(w.Say("pairs.left.title"))
	g.say(w.Why(r.left.Reason, r.student.Study.DayParts))
	for _, x := range r.left.Relax {
		g.say(theme.Dot + " " + w.Relax(x, p.pairNames(x.With)))
	}
}

func (g *details) override(price *match.Price) {
	p, w := g.p, g.w
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
			g.shift(p.book.Name(s.Student), w.Score(s.From), w.Score(s.To))
		}
	}
}

// shift tells from which score somebody goes to which.
func (g *details) shift(name, from, to string) {
	if g.said != nil {
		g.said.Aside(say.Pair(name, g.w.Say("say.from-to", "from", from, "to", to)))
		return
	}
	g.ends(name, from+" → "+to, g.p.Env.Theme.Plain)
}

// apart tells what people wrote apart from each other on something.
func (g *details) apart(id journal.ID) {
	if g.said != nil {
		g.said.Aside(g.p.ApartSaid(id)...)
		return
	}
	g.lines = append(g.lines, g.p.ApartLines(id, g.width)...)
}

// student tells what is known of a student, as far as it matters for a pair.
func (g *details) student(s model.Person) {
	p, w := g.p, g.w
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
			before = append(before, p.short(pair.Members)+" ("+p.Env.Day(pair.Started)+" – "+p.Env.Day(pair.Ended.At)+", "+w.Code("end-reason", pair.Ended.Reason)+")")
		}
	}
	g.fact("field.before", strings.Join(before, "; "))
}

// pair tells the life of a pair.
func (g *details) pair(r *row) {
	p, w := g.p, g.w
	pair := r.pair
	g.head(p.book.Names(pair.Members))
	g.apart(pair.ID)
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
	if g.said != nil {
		g.said.Aside(say.Join(g.p.Env.Day(at), what))
		return
	}
	g.led(g.p.Env.Day(at), what, 12)
}
