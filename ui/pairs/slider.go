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

// dial is one line of the sliders: its name, how it stands, and how it moves.
type dial struct {
	name  string
	value string
	bar   int // 0 to 10, below 0 for none
	turn  func(by int)
}

func (p *Pairs) startSliders() tea.Cmd {
	return p.Show(&sliders{p: p})
}

// dials lists all that can be turned.
func (p *Pairs) dials() []dial {
	w, c := p.Env.Words, &p.choice
	var out []dial
	for i, rule := range match.WishRules() {
		out = append(out, dial{w.Rule(rule), strconv.Itoa(c.Weights[i]), c.Weights[i], func(by int) {
			c.Weights[i] = max(0, min(c.Weights[i]+by, match.MaxWeight))
		}})
	}
	limit := func(word string, n *int, most int) dial {
		return dial{w.Say(word), strconv.Itoa(*n), -1, func(by int) { *n = max(0, min(*n+by, most)) }}
	}
	out = append(out, limit("pairs.min-stated", &c.Limits.Stated, 10), limit("pairs.min-shared", &c.Limits.Shared, 10))
	out = append(out, dial{w.Say("pairs.mode"), w.Say("pairs.mode." + string(c.Mode)), -1, func(int) {
		c.Mode = other(c.Mode, match.Across, match.Mixed)
	}}, dial{w.Say("pairs.objective"), w.Say("pairs.objective." + string(c.Objective)), -1, func(int) {
		c.Objective = other(c.Objective, match.Total, match.Worst)
	}}, dial{w.Say("pairs.trios"), w.Say(trioWord(c.Trios)), -1, func(by int) {
		list := []match.Trios{match.NoTrio, match.OneTrio, match.AllTrios}
		for i, t := range list {
			if t == c.Trios {
				c.Trios = list[(i+by+len(list))%len(list)]
				return
			}
		}
	}}, p.siteDial())
	if c.Rematch != nil {
		price := c.Rematch.Price
		out = append(out, dial{w.Say("pairs.price"), strconv.Itoa(price), -1, func(by int) {
			re := *c.Rematch
			re.Price = max(0, min(re.Price+25*by, 1000))
			c.Rematch = &re
		}})
	}
	return out
}

// siteDial chooses the site whose students take part, or all.
func (p *Pairs) siteDial() dial {
	w, c := p.Env.Words, &p.choice
	d := dial{w.Say("field.site"), w.Say("people.site.all"), -1, nil}
	at := -1
	for i, s := range p.book.Sites {
		if s.ID == c.Site {
			at, d.value = i, s.Name
		}
	}
	d.turn = func(by int) {
		n := len(p.book.Sites) + 1
		if at = (at + 1 + by + n) % n; at == 0 {
			c.Site = journal.ID{}
		} else {
			c.Site = p.book.Sites[at-1].ID
		}
	}
	return d
}

func trioWord(t match.Trios) string {
	if t == match.OneTrio {
		return "pairs.trios.odd"
	}
	return "pairs.trios." + string(t)
}

func other[T comparable](is, one, two T) T {
	if is == one {
		return two
	}
	return one
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
		right := x.value
		if x.bar >= 0 {
			right = strings.Repeat(theme.BarFull, x.bar) + strings.Repeat(theme.BarEmpty, match.MaxWeight-x.bar) + " " + cell.Right(x.value, 2)
		}
		if i == d.at {
			lines = append(lines, th.Cursor.Over(theme.CursorSign+" "+cell.Ends(x.name, right, inner-2)))
			continue
		}
		if x.bar >= 0 {
			right = th.Info.On(strings.Repeat(theme.BarFull, x.bar)) + th.Faint.On(strings.Repeat(theme.BarEmpty, match.MaxWeight-x.bar)) + " " + cell.Right(x.value, 2)
		}
		lines = append(lines, "  "+cell.Ends(x.name, right, inner-2))
	}
	lines = append(lines, "", th.Strong.On(p.summary()))
	if d.fault != "" {
		lines = append(lines, th.Now.On(theme.WarnSign+" "+cell.Cut(d.fault, inner-2)))
	}
	lines = append(lines, th.Faint.On(cell.Cut(w.Say("pairs.sliders.hint", "keep", p.Env.Keys.Label(KeepSet), "close", p.Env.Keys.Label(keys.Cancel)), inner)))
	return widget.Box(th, w.Say("pairs.sliders.title"), lines, width)
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
