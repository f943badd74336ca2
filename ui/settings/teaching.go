package settings

import (
	"context"
	"slices"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model"
	"leerbalie/ui/keys"
	"leerbalie/ui/screen"
	"leerbalie/ui/theme"
	"leerbalie/ui/widget"
	"leerbalie/ui/widget/cell"
)

// fetchLists reads the frameworks, those put away among them.
func (s *Settings) fetchLists() tea.Cmd {
	view := s.env.View
	return screen.Ask(s.env.Ctx, s.list.Next(), func(ctx context.Context) ([]model.Framework, error) { return view.Frameworks(ctx, true) })
}

// inUse are the frameworks that were not put away.
func (s *Settings) inUse() []model.Framework {
	return slices.DeleteFunc(slices.Clone(s.lists), func(f model.Framework) bool { return f.Archived })
}

// offer changes whether waiting requests are offered, or what work on a theme trains. The action writes both: the site is
// read again first, so that neither wipes out the other, nor what a colleague altered meanwhile.
func (s *Settings) offer(change func(*model.SetOffers), then func(*Settings) tea.Cmd) tea.Cmd {
	id := s.env.Site.ID
	return s.write(then, func(ctx context.Context, v *model.View) (model.Receipt, error) {
		site, err := v.SiteByID(ctx, id)
		if err != nil {
			return model.Receipt{}, err
		}
		a := model.SetOffers{Site: id, Off: site.OffersOff, Teaches: site.Teaches}
		change(&a)
		return v.Do(ctx, a)
	})
}

// offersPage switches the offers on or off.
func (s *Settings) offersPage(title string) page {
	w := s.env.Words
	var list []widget.Choice
	for _, off := range []bool{false, true} {
		c := widget.Choice{ID: offersWord(off), Label: w.Say(offersWord(off))}
		if off == s.env.Site.OffersOff {
			c.Right = w.Say("settings.now")
		}
		list = append(list, c)
	}
	return &choosing{picker: s.picker(title, list), choose: func(s *Settings, id string) tea.Cmd {
		return s.offer(func(a *model.SetOffers) { a.Off = id == offersWord(true) }, nil)
	}}
}

func offersWord(off bool) string {
	if off {
		return "settings.offers.off"
	}
	return "settings.offers.on"
}

// lessons are the themes that work can be about: those of the site, and others that its own table names.
func (s *Settings) lessons() (out []string) {
	for _, c := range s.env.Site.ThemeCodes() {
		out = append(out, c.Code)
	}
	for _, t := range s.env.Site.Teaches {
		if !slices.Contains(out, t.Theme) {
			out = append(out, t.Theme)
		}
	}
	return out
}

// applies says what work on a theme trains now, by the short names of the nodes; own tells whether the site said so itself
// for some framework. For the others what they say goes on to hold.
func (s *Settings) applies(lesson string) (text string, own bool) {
	var mine, rest []string
	for _, f := range s.inUse() {
		nodes, here := s.env.Site.Taught(&f, lesson)
		to := &rest
		if here {
			to, own = &mine, true
		}
		for _, id := range nodes {
			n, _ := f.Node(id)
			if name := cell.Safe(n.Short(), 12); !slices.Contains(*to, name) {
				*to = append(*to, name)
			}
		}
	}
	w := s.env.Words
	switch {
	case len(mine)+len(rest) == 0:
		return theme.Dash, false
	case len(mine) == 0:
		return strings.Join(rest, " "), false
	case len(rest) == 0:
		return w.Say("settings.teaches.own", "nodes", strings.Join(mine, " ")), true
	}
	return w.Say("settings.teaches.both", "own", strings.Join(mine, " "), "nodes", strings.Join(rest, " ")), true
}

// teachesPage lets a theme be chosen; beside each stands what applies to it now.
func (s *Settings) teachesPage(title string) *choosing {
	w, lang := s.env.Words, string(s.env.Words.Lang())
	var list []widget.Choice
	for _, t := range s.lessons() {
		names, _ := s.applies(t)
		list = append(list, widget.Choice{ID: t, Label: cell.Short(s.env.Site.ThemeLabel(t, lang), 32), Right: cell.Short(names, boxWidth(s.size)-42)})
	}
	p := &choosing{picker: s.picker(title, list)}
	p.picker.Hint = w.Say("settings.teaches.hint")
	p.choose = func(s *Settings, theme string) tea.Cmd {
		s.page = s.ticksPage(theme, p)
		return nil
	}
	return p
}

// ticking is what work on one theme trains: nodes of the frameworks in use, ticked by the site itself. None ticked leaves
// it to the frameworks.
type ticking struct {
	theme  string
	picker widget.Picker
	ticked []model.ID
	said   []model.ID // by the frameworks
	back   page
}

func (s *Settings) ticksPage(theme string, back page) page {
	w := s.env.Words
	p := &ticking{theme: theme, back: back}
	bare := s.env.Site
	bare.Teaches = nil
	for _, f := range s.inUse() {
		if nodes, own := s.env.Site.Taught(&f, theme); own {
			p.ticked = append(p.ticked, nodes...)
		}
		nodes, _ := bare.Taught(&f, theme)
		p.said = append(p.said, nodes...)
	}
	p.picker = widget.Picker{Title: w.Say("settings.teaches.of", "theme", s.env.Site.ThemeLabel(theme, string(w.Lang()))), Empty: w.Say("pick.none"),
		Hint: w.Say("settings.teaches.tick", "tick", s.env.Keys.Label(Tick), "save", s.env.Keys.Label(keys.Save))}
	p.offer(s)
	return p
}

// offer lists the nodes directly above indicators, and others that are ticked or named; below the name of their framework.
func (p *ticking) offer(s *Settings) {
	w, lang := s.env.Words, string(s.env.Words.Lang())
	p.picker.Choices = nil
	for _, f := range s.inUse() {
		title, columns := cell.Safe(f.LabelIn(lang), 70), f.Tree().Columns()
		p.picker.Choices = append(p.picker.Choices, widget.Choice{Head: true, Label: title})
		for _, n := range f.Nodes {
			ticked, said := slices.Contains(p.ticked, n.ID), slices.Contains(p.said, n.ID)
			if !ticked && !said && !slices.Contains(columns, n.ID) {
				continue
			}
			c := widget.Choice{ID: n.ID.String(), Label: "[ ] " + cell.Safe(n.Short(), 12) + "  " + cell.Safe(n.LabelIn(lang), 60), Also: title + " " + n.English + " " + n.Title}
			if ticked {
				c.Label = "[x]" + strings.TrimPrefix(c.Label, "[ ]")
			}
			if said {
				c.Right = w.Say("settings.teaches.said")
			}
			p.picker.Choices = append(p.picker.Choices, c)
		}
	}
}

func (p *ticking) update(s *Settings, msg tea.KeyMsg) tea.Cmd {
	switch set := s.env.Keys; {
	case set.Is(msg, keys.Save):
		return p.save(s)
	case set.Is(msg, Tick):
		if c, ok := p.picker.Chosen(); ok {
			if id, err := model.ParseID(c.ID); err == nil {
				p.turn(id)
				p.offer(s)
			}
		}
		return nil
	}
	if reply, _ := p.picker.Update(msg, s.env.Keys); reply == widget.Declined {
		s.page = p.back
	}
	return nil
}

// turn ticks a node, or takes the tick away.
func (p *ticking) turn(id model.ID) {
	if i := slices.Index(p.ticked, id); i >= 0 {
		p.ticked = slices.Delete(p.ticked, i, i+1)
	} else {
		p.ticked = append(p.ticked, id)
	}
}

// save keeps the line. Nodes of frameworks that were put away stay in it; those that no framework has any more go.
func (p *ticking) save(s *Settings) tea.Cmd {
	var shown, hidden []model.Node
	for _, f := range s.lists {
		if f.Archived {
			hidden = append(hidden, f.Nodes...)
		} else {
			shown = append(shown, f.Nodes...)
		}
	}
	has := func(list []model.Node, id model.ID) bool {
		return slices.ContainsFunc(list, func(n model.Node) bool { return n.ID == id })
	}
	return s.offer(func(a *model.SetOffers) {
		line, rest := model.Teaches{Theme: p.theme, Nodes: slices.Clone(p.ticked)}, []model.Teaches(nil)
		for _, t := range a.Teaches {
			if t.Theme != p.theme {
				rest = append(rest, t)
				continue
			}
			for _, n := range t.Nodes {
				if has(hidden, n) && !has(shown, n) {
					line.Nodes = append(line.Nodes, n)
				}
			}
		}
		if len(line.Nodes) > 0 {
			rest = append(rest, line)
		}
		a.Teaches = rest
	}, func(s *Settings) tea.Cmd {
		list := s.teachesPage(s.env.Words.Say("settings." + rowTeaches))
		list.picker.Wheel(slices.Index(s.lessons(), p.theme))
		s.page = list
		return screen.Say(screen.Done, s.env.Words.Say("settings.saved", "key", s.env.Keys.Label(Undo)))
	})
}

func (p *ticking) view(s *Settings, size screen.Size) []string {
	return p.picker.View(s.env.Theme, boxWidth(size), min(size.Height, max(len(p.picker.Choices)+4, 6)))
}

func (p *ticking) keys() []keys.ID { return []keys.ID{Tick, keys.Save, keys.Cancel} }
func (p *ticking) typing() bool    { return true }
func (p *ticking) refused(_ *Settings, why string) bool {
	p.picker.Fault = why
	return true
}

// teachesShort says for how many themes the site has a line of its own.
func (s *Settings) teachesShort() string {
	n := 0
	for _, t := range s.lessons() {
		if _, own := s.applies(t); own {
			n++
		}
	}
	if n == 0 {
		return s.env.Words.Say("settings.teaches.lists")
	}
	return s.env.Words.Count("settings.teaches.themes", n)
}

// teachesLines give for each theme what applies now.
func (s *Settings) teachesLines() (out []string) {
	lang := string(s.env.Words.Lang())
	for _, t := range s.lessons() {
		names, _ := s.applies(t)
		out = append(out, cell.Fit(s.env.Site.ThemeLabel(t, lang), 20)+" "+names)
	}
	return out
}
