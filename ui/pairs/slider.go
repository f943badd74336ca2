package pairs

import (
	"strconv"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model/journal"
	"leerbalie/model/pairs"
	"leerbalie/model/pairs/match"
	"leerbalie/ui/dialog"
	"leerbalie/ui/keys"
	"leerbalie/ui/screen"
	"leerbalie/ui/theme"
	"leerbalie/ui/widget"
	"leerbalie/ui/widget/cell"
)

// sliders shows the weights and rules of the proposal; each key alters one, and the proposal beside it changes at once.
type sliders struct {
	p     *Pairs
	at    int
	fault string
}

// dial is one line of the sliders: its name, all that it can stand at, in the order in which it turns, how it stands, and how it moves.
type dial struct {
	name    string
	options []string
	at      int // of options
	weight  bool
	turn    func(by int)
}

func (d *dial) value() string { return d.options[d.at] }

// number is a dial for a whole number from 0 to most, which turns by steps.
func number(name string, n, most, step int, set func(int)) dial {
	d := dial{name: name, at: min(n/step, most/step), turn: func(by int) { set(max(0, min(n+step*by, most))) }}
	for i := 0; i <= most; i += step {
		d.options = append(d.options, strconv.Itoa(i))
	}
	d.options[d.at] = strconv.Itoa(n)
	return d
}

// choice is a dial for one of some values, which turns round.
func choice[T comparable](name string, is T, list []T, word func(T) string, set func(T)) dial {
	d := dial{name: name}
	for i, t := range list {
		d.options = append(d.options, word(t))
		if t == is {
			d.at = i
		}
	}
	d.turn = func(by int) { set(list[(d.at+by+len(list))%len(list)]) }
	return d
}

func (p *Pairs) startSliders() tea.Cmd {
	return p.Show(&sliders{p: p})
}

// dials lists all that can be turned.
func (p *Pairs) dials() []dial {
	w, c := p.Env.Words, &p.choice
	var out []dial
	for i, rule := range match.WishRules() {
		d := number(w.Rule(rule), c.Weights[i], match.MaxWeight, 1, func(to int) { c.Weights[i] = to })
		d.weight = true
		out = append(out, d)
	}
	out = append(out,
		number(w.Say("pairs.min-stated"), c.Limits.Stated, 10, 1, func(to int) { c.Limits.Stated = to }),
		number(w.Say("pairs.min-shared"), c.Limits.Shared, 10, 1, func(to int) { c.Limits.Shared = to }),
		choice(w.Say("pairs.mode"), c.Mode, []match.Mode{match.Across, match.Mixed},
			func(m match.Mode) string { return w.Say("pairs.mode." + string(m)) }, func(m match.Mode) { c.Mode = m }),
		choice(w.Say("pairs.objective"), c.Objective, []match.Objective{match.Total, match.Worst},
			func(o match.Objective) string { return w.Say("pairs.objective." + string(o)) }, func(o match.Objective) { c.Objective = o }),
		choice(w.Say("pairs.trios"), c.Trios, []match.Trios{match.NoTrio, match.OneTrio, match.AllTrios},
			func(t match.Trios) string { return w.Say(trioWord(t)) }, func(t match.Trios) { c.Trios = t }),
		p.siteDial())
	if c.Rematch != nil {
		out = append(out, number(w.Say("pairs.price"), c.Rematch.Price, 1000, 25, func(to int) {
			re := *c.Rematch
			re.Price = to
			c.Rematch = &re
		}))
	}
	return out
}

// siteDial chooses the site whose students take part, or all.
func (p *Pairs) siteDial() dial {
	w, c := p.Env.Words, &p.choice
	list, names := []journal.ID{{}}, map[journal.ID]string{{}: w.Say("people.site.all")}
	for _, s := range p.book.Sites {
		list, names[s.ID] = append(list, s.ID), s.Name
	}
	return choice(w.Say("field.site"), c.Site, list, func(id journal.ID) string { return names[id] }, func(id journal.ID) { c.Site = id })
}

func trioWord(t match.Trios) string {
	if t == match.OneTrio {
		return "pairs.trios.odd"
	}
	return "pairs.trios." + string(t)
}

// sliderActions is what keys do with the sliders.
func sliderActions() screen.Actions[*sliders] {
	const scope = "pairs-slider"
	return screen.Actions[*sliders]{
		{ID: Less, Scope: scope, Keys: []string{"left", "-"}, Word: "key.pairs.less", Do: func(d *sliders) tea.Cmd { return d.turn(-1) }},
		{ID: More, Scope: scope, Keys: []string{"right", "+", "=", " "}, Word: "key.pairs.more", Do: func(d *sliders) tea.Cmd { return d.turn(1) }},
		{ID: keys.Up, Do: func(d *sliders) tea.Cmd { return d.move(-1) }},
		{ID: keys.Down, Do: func(d *sliders) tea.Cmd { return d.move(1) }},
		{ID: KeepSet, Scope: scope, Keys: []string{"s"}, Word: "key.pairs.keep-set", Do: (*sliders).keep},
		{ID: keys.Cancel, Do: func(d *sliders) tea.Cmd { return d.p.Show(nil) }},
	}
}

// Update turns a slider.
func (d *sliders) Update(_ *dialog.Host, msg tea.KeyMsg) tea.Cmd {
	p, set := d.p, d.p.Env.Keys
	d.fault = ""
	if cmd, took := sliderActions().Press(set, d, msg); took {
		return cmd
	}
	by, digit := keys.Digit(msg)
	switch {
	case set.Is(msg, keys.Choose):
		return p.Show(nil)
	case set.Is(msg, keys.PrevField):
		return d.move(-1)
	case set.Is(msg, keys.NextField):
		return d.move(1)
	case digit && d.at < len(match.WishRules()):
		p.choice.Weights[d.at] = by
		return p.asked()
	}
	return nil
}

// move goes to another slider.
func (d *sliders) move(by int) tea.Cmd {
	n := len(d.p.dials())
	d.at = (d.at + by + n) % n
	return nil
}

// turn turns the slider that the cursor is on.
func (d *sliders) turn(by int) tea.Cmd {
	d.p.dials()[d.at].turn(by)
	return d.p.asked()
}

// keep keeps the weights and limits for the next proposals.
func (d *sliders) keep() tea.Cmd {
	c := &d.p.choice
	return d.p.Do(nil, pairs.SetMatching{Weights: c.Weights.Keep(), Limits: c.Limits})
}

// View draws the sliders.
func (d *sliders) View(_ *dialog.Host, width, height int) []string {
	p := d.p
	w, th := p.Env.Words, p.Env.Theme
	width = min(width, 52)
	inner := width - 4
	var lines []string
	dials := p.dials()
	d.at = min(d.at, len(dials)-1)
	for i, x := range dials {
		if i == len(match.WishRules()) && height > len(dials)+7 {
			lines = append(lines, "")
		}
		right := x.value()
		if x.weight {
			right = strings.Repeat(theme.BarFull, x.at) + strings.Repeat(theme.BarEmpty, match.MaxWeight-x.at) + " " + cell.Right(x.value(), 2)
		}
		if i == d.at {
			lines = append(lines, th.Cursor.Over(theme.CursorSign+" "+cell.Ends(x.name, right, inner-2)))
			continue
		}
		if x.weight {
			right = th.Info.On(strings.Repeat(theme.BarFull, x.at)) + th.Faint.On(strings.Repeat(theme.BarEmpty, match.MaxWeight-x.at)) + " " + cell.Right(x.value(), 2)
		}
		lines = append(lines, "  "+cell.Ends(x.name, right, inner-2))
	}
	below := []string{"", th.Strong.On(p.summary())}
	if d.fault != "" {
		below = append(below, th.Now.On(theme.WarnSign+" "+cell.Cut(d.fault, inner-2)))
	}
	below = append(below, th.Faint.On(cell.Cut(d.hint(), inner)))
	if room := max(height-2-len(below), 1); len(lines) > room { // those around the cursor
		from := max(0, min(d.at-room/2, len(lines)-room))
		lines = lines[from : from+room]
	}
	lines = append(lines, below...)
	return widget.Box(th, w.Say("pairs.sliders.title"), lines, width)
}

// hint says what the keys do.
func (d *sliders) hint() string {
	set := d.p.Env.Keys
	return d.p.Env.Words.Say("pairs.sliders.hint", "keep", set.Label(KeepSet), "close", set.Label(keys.Cancel))
}

// Refused shows why the weights cannot be kept.
func (d *sliders) Refused(h *dialog.Host, err error) { d.fault = h.Env.Words.Error(err) }

// Keys gives the keys of the sliders.
func (d *sliders) Keys() []keys.ID { return sliderActions().Now(d) }

// summary tells the proposal in one line.
func (p *Pairs) summary() string {
	w := p.Env.Words
	if p.made == nil {
		return w.Say("pairs.working")
	}
	m := p.made.proposal
	said := w.Count("pairs.proposal", len(m.Pairs), "score", w.Score(m.Average()))
	if p.choice.Objective == match.Worst {
		said = w.Count("pairs.proposal.worst", len(m.Pairs), "score", w.Score(m.Average()), "worst", w.Score(m.Worst))
	}
	if n := m.Without(); n > 0 {
		said += " " + theme.Dot + " " + w.Say("pairs.without", "n", n)
	}
	return said
}

// startKeep asks under which name the proposal is kept for review.
func (p *Pairs) startKeep() tea.Cmd {
	w := p.Env.Words
	if p.work {
		return screen.Say(screen.Note, w.Say("pairs.working"))
	}
	name := p.name
	if name == "" {
		name = w.Say("pairs.keep.name", "day", p.choice.Day.Format("02-01-2006"))
	}
	return p.Show(&dialog.Prompt{Prompt: widget.Prompt{Title: w.Say("pairs.keep.title"), Input: widget.NewInput(name, 1)}, Submit: p.keepAs})
}
