package pairs

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"leerbalie/model"
	"leerbalie/model/journal"
	"leerbalie/model/pairs"
	"leerbalie/model/pairs/match"
	"leerbalie/model/plain"
	"leerbalie/ui/screen"
	"leerbalie/ui/text"
	"leerbalie/ui/theme"
	"leerbalie/ui/widget/cell"
)

type rowKind uint8

// The kinds of row.
const (
	pairRow     rowKind = iota // a pair that runs, or ran
	freeRow                    // a student without a pair
	proposedRow                // a proposed pair
	leftRow                    // a student for whom the proposal has no pair
	overrideRow                // a lock or a prohibition with its price
)

// row is one line of a list.
type row struct {
	kind     rowKind
	key      string
	pair     *pairs.Pair
	stand    pairs.PairStanding
	student  model.Person
	proposed *match.Pair
	facts    match.Facts
	left     *match.Left
	price    *match.Price
	fresh    bool // a proposed pair that the kept proposal does not have
}

func proposedKey(members []journal.ID) string {
	sorted := slices.Clone(members)
	slices.SortFunc(sorted, func(a, b journal.ID) int { return slices.Compare(a[:], b[:]) })
	var b strings.Builder
	for _, id := range sorted {
		b.WriteString(id.String())
	}
	return b.String()
}

// arrange fills the list that shows.
func (p *Pairs) arrange() {
	p.rows = nil
	if p.book == nil {
		return
	}
	switch p.tab {
	case running, ended:
		p.arrangePairs()
	case proposed:
		p.arrangeProposal()
	}
	if terms := plain.TermsOf(p.search.Text()); len(terms) > 0 {
		p.rows = slices.DeleteFunc(p.rows, func(r row) bool { return !terms.In(plain.Searched(p.namesOf(&r))) })
	}
	keys := make([]string, len(p.rows))
	for i := range p.rows {
		keys[i] = p.rows[i].key
	}
	p.list().Load(keys, false, false)
}

// arrangePairs lists pairs: those that ask for something first, and who has none below.
func (p *Pairs) arrangePairs() {
	now := p.Env.Now()
	for i := range p.book.Pairs {
		pair := &p.book.Pairs[i]
		switch {
		case pair.Forbidden, (p.tab == running) != pair.Running():
			continue
		case p.tab == running:
			p.rows = append(p.rows, row{kind: pairRow, key: pair.ID.String(), pair: pair, stand: pair.Standing(now)})
		default:
			p.rows = append(p.rows, row{kind: pairRow, key: pair.ID.String(), pair: pair})
		}
	}
	if p.tab != running {
		return
	}
	p.tally = tally{pairs: len(p.rows)}
	for i := range p.rows {
		if p.rows[i].stand.Paused {
			p.tally.pairs--
			p.tally.paused++
		}
		if p.rows[i].stand.Late {
			p.tally.overdue++
		}
	}
	slices.SortStableFunc(p.rows, func(a, b row) int { return cmp.Compare(trouble(b.stand), trouble(a.stand)) })
	free := p.unpaired()
	for _, s := range free {
		if s.Study.At(p.today()) == model.StudyActive && s.Study.Begun(p.today()) {
			p.tally.unpaired++
		}
		p.rows = append(p.rows, row{kind: freeRow, key: s.ID.String(), student: s})
	}
}

// trouble ranks how much a pair asks for.
func trouble(s pairs.PairStanding) int {
	switch {
	case s.Warn:
		return 3
	case s.Late:
		return 2
	case s.EvaluationLate:
		return 1
	}
	return 0
}

// unpaired are the students who learn here now and have no pair, who waits longest first.
func (p *Pairs) unpaired() (out []model.Person) {
	busy := map[journal.ID]bool{}
	for i := range p.book.Pairs {
		if pair := &p.book.Pairs[i]; pair.Running() {
			for _, id := range pair.Members {
				busy[id] = true
			}
		}
	}
	since := map[journal.ID]time.Time{}
	for _, s := range p.book.Students {
		if s.Study.At(p.today()) != model.StudyEnded && !busy[s.ID] {
			out = append(out, s)
			since[s.ID] = pairs.WaitingSince(s, p.book.Pairs, p.book.Zone)
		}
	}
	slices.SortStableFunc(out, func(a, b model.Person) int { return since[a.ID].Compare(since[b.ID]) })
	return out
}

func (p *Pairs) arrangeProposal() {
	if p.made == nil {
		return
	}
	for i := range p.made.prices {
		price := &p.made.prices[i]
		p.rows = append(p.rows, row{kind: overrideRow, key: "override " + proposedKey(price.Members), price: price})
	}
	for i := range p.made.proposal.Pairs {
		pair := &p.made.proposal.Pairs[i]
		r := row{kind: proposedRow, key: proposedKey(pair.Members), proposed: pair, facts: p.made.facts[i]}
		if p.comparedWith != nil {
			r.fresh = !slices.ContainsFunc(p.comparedWith.Pairs, func(o match.Pair) bool { return sameMembers(o.Members, pair.Members) })
		}
		p.rows = append(p.rows, r)
	}
	for i := range p.made.proposal.Left {
		l := &p.made.proposal.Left[i]
		s, _ := p.book.Person(l.Student)
		p.rows = append(p.rows, row{kind: leftRow, key: l.Student.String(), left: l, student: s})
	}
}

// namesOf is what a row is searched by.
func (p *Pairs) namesOf(r *row) string {
	switch r.kind {
	case pairRow:
		return p.book.Names(r.pair.Members)
	case proposedRow:
		return p.book.Names(r.proposed.Members)
	case overrideRow:
		return p.book.Names(r.price.Members)
	}
	return r.student.Name
}

// pairNames names a pair as a list shows it: Ali Y. (mbo-3) + Noor V. (hbo).
func (p *Pairs) pairNames(ids []journal.ID) string {
	out := make([]string, len(ids))
	for i, id := range p.book.InOrder(ids) {
		s, ok := p.book.Person(id)
		if !ok {
			out[i] = p.Env.Words.Say("person.gone")
			continue
		}
		out[i] = p.who(s)
	}
	return strings.Join(out, " + ")
}

func (p *Pairs) who(s model.Person) string {
	name := screen.ShortName(s.Name)
	if s.Level != "" {
		name += " (" + s.Level + ")"
	}
	return name
}

// columns are the widths of a row: names, score where the list has one, what it is about; the sign takes the rest.
func (p *Pairs) columns(width int) (names, score, about, sign int) {
	sign, score = 7, 7
	names = min(44, max(30, (width-2)*54/100))
	if p.tab != proposed {
		score = 0
		if width < narrow {
			names = 26
		}
	}
	about = max(width-2-names-score-sign-2, 8)
	return names, score, about, sign
}

// narrow is the width below which names give room to how a pair is doing.
const narrow = 66

// told is what a row says, in the parts of which its line is drawn.
type told struct {
	who, points, what, mark string
	alone                   bool // who has no buddy
	sign                    string
	paint                   theme.Paint
}

// tell puts a row into words.
func (p *Pairs) tell(r *row, w text.Words) (t told) {
	th := p.Env.Theme
	t.paint = th.Plain
	switch r.kind {
	case pairRow:
		t.who = p.pairNames(r.pair.Members)
		if r.pair.Ended != nil {
			t.what = w.Code("end-reason", r.pair.Ended.Reason)
			t.mark = r.pair.Ended.At.In(p.Env.Zone).Format("02-01")
			break
		}
		t.what = w.Standing(r.stand)
		if !r.stand.NextCheckIn.IsZero() {
			t.mark = r.stand.NextCheckIn.Format("02-01")
		}
		switch {
		case r.stand.Warn:
			t.sign, t.paint = theme.NowSign, th.Now
		case r.stand.Late || r.stand.EvaluationLate:
			t.sign, t.paint = theme.TodaySign, th.Today
		case r.stand.Good:
			t.sign, t.paint = theme.DoneSign, th.Good
		}
		if p.IsApart(r.pair.ID) {
			t.sign, t.paint = strings.TrimSpace(theme.ClashSign+" "+t.sign), th.Today
		}
	case freeRow:
		t.who, t.alone, t.what = p.who(r.student), true, w.Count("pairs.free", p.book.Waited(r.student, p.today()))
		if r.student.Study.At(p.today()) != model.StudyActive {
			t.what = w.Say("study." + string(r.student.Study.At(p.today())))
		}
	case proposedRow:
		t.who, t.points, t.what = p.pairNames(r.proposed.Members), w.Score(r.proposed.Score), w.Facts(r.facts)
		switch {
		case r.proposed.Locked:
			t.mark, t.paint = w.Say("pairs.locked"), th.Mine
		case !r.proposed.Running.IsZero():
			t.mark = w.Say("pairs.stays")
		case r.fresh:
			t.mark = w.Say("pairs.other")
		case len(r.proposed.Members) == 3:
			t.mark = w.Say("pairs.trio")
		}
	case leftRow:
		t.who, t.alone, t.what, t.paint = p.who(r.student), true, p.whyLeft(r.left, w), th.Today
	case overrideRow:
		t.who, t.what, t.paint = p.pairNames(r.price.Members), p.priceText(r.price), th.Faint
	}
	return t
}

// line draws a row of width cells.
func (p *Pairs) line(r *row, on bool, width int) string {
	th := p.Env.Theme
	names, score, about, sign := p.columns(width)
	t := p.tell(r, p.Env.Words)
	who, points := t.who, t.points
	if t.alone {
		who, points = who+" + ?", theme.Dash
	}
	if score == 0 {
		points = ""
	}
	what := strings.TrimSpace(t.sign + " " + t.what)
	if r.kind == pairRow && cell.Width(what) > about { // what is late is told whole; its day stands in the details
		t.mark = ""
	}
	if t.mark == "" && (r.kind == leftRow || r.kind == freeRow || r.kind == pairRow) {
		about += sign + 1
	}
	text := cell.Fit(who, names) + cell.Right(points, score) + " " + cell.Fit(what, about)
	if t.mark != "" {
		text += " " + cell.Fit(t.mark, sign)
	}
	text = cell.Line(text, width-2)
	if on {
		return th.Cursor.On(theme.CursorSign + " " + text)
	}
	return "  " + t.paint.On(text)
}

// whyLeft tells in one line what stands in somebody's way, and what would help.
func (p *Pairs) whyLeft(l *match.Left, w text.Words) string {
	s, _ := p.book.Person(l.Student)
	said := w.Why(l.Reason, s.Study.DayParts)
	if len(l.Relax) > 0 {
		said += "; " + w.Relax(l.Relax[0], p.short(l.Relax[0].With))
	}
	return said
}

// short names students by their short names.
func (p *Pairs) short(ids []journal.ID) string {
	out := make([]string, len(ids))
	for i, id := range p.book.InOrder(ids) {
		out[i] = screen.ShortName(p.book.Name(id))
	}
	return strings.Join(out, " + ")
}
