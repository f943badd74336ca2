package settings

import (
	"context"
	"slices"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model"
	"leerbalie/model/journal"
	"leerbalie/model/learning/competence"
	"leerbalie/model/loop"
	"leerbalie/ui/dialog"
	"leerbalie/ui/keys"
	"leerbalie/ui/theme"
	"leerbalie/ui/widget"
	"leerbalie/ui/widget/cell"
)

// inUse are the frameworks that were not put away.
func (s *Settings) inUse() []competence.Framework {
	return slices.DeleteFunc(slices.Clone(s.lists), func(f competence.Framework) bool { return f.Archived })
}

// offer changes whether waiting requests are offered, or what work on a theme trains. The action writes both: the site is
// read again first, so that neither wipes out the other, nor what a colleague altered meanwhile.
func (s *Settings) offer(follow func() tea.Cmd, change func(*loop.SetOffers)) tea.Cmd {
	id := s.Env.Site.ID
	return s.change(follow, func(ctx context.Context, session *model.Session) (model.Receipt, error) {
		site, err := session.SiteByID(ctx, id)
		if err != nil {
			return model.Receipt{}, err
		}
		a := loop.SetOffers{Site: id, Off: site.OffersOff, Teaches: site.Teaches}
		change(&a)
		return session.Do(ctx, a)
	})
}

// startOffers lets the offers be switched on or off.
func (s *Settings) startOffers(title string) tea.Cmd {
	w := s.Env.Words
	var list []widget.Choice
	for _, off := range []bool{false, true} {
		c := widget.Choice{ID: offersWord(off), Label: w.Say(offersWord(off))}
		if off == s.Env.Site.OffersOff {
			c.Right = w.Say("settings.now")
		}
		list = append(list, c)
	}
	return s.choose(title, list, func(id string) tea.Cmd {
		return s.offer(nil, func(a *loop.SetOffers) { a.Off = id == offersWord(true) })
	})
}

func offersWord(off bool) string {
	if off {
		return "settings.offers.off"
	}
	return "settings.offers.on"
}

// themes are the themes that work can be about: those of the site, and others that its own table names.
func (s *Settings) themes() (out []string) {
	for _, c := range s.Env.Site.ThemeCodes() {
		out = append(out, c.Code)
	}
	for _, t := range s.Env.Site.Teaches {
		if !slices.Contains(out, t.Theme) {
			out = append(out, t.Theme)
		}
	}
	return out
}

// applies says what work on a theme trains now, by the short names of the nodes; own tells whether the site said so itself
// for some framework. For the others what they say goes on to hold.
func (s *Settings) applies(code string) (text string, own bool) {
	var mine, rest []string
	for _, f := range s.inUse() {
		nodes, here := loop.Taught(s.Env.Site, &f, code)
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
	w := s.Env.Words
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

// teachesChoice lets a theme be chosen; beside each stands what applies to it now.
func (s *Settings) teachesChoice(title string) *dialog.Choice {
	w := s.Env.Words
	var list []widget.Choice
	for _, t := range s.themes() {
		names, _ := s.applies(t)
		list = append(list, widget.Choice{ID: t, Label: cell.Short(w.Label(s.Env.Site.Theme(t)), 32), Right: cell.Short(names, min(s.size.Width-2, boxWidth)-42)})
	}
	d := &dialog.Choice{Picker: s.picker(title, list)}
	d.Picker.Hint = w.Say("settings.teaches.hint")
	d.Choose = func(theme string) tea.Cmd { return s.startTeaches(theme, d) }
	return d
}

// startTeaches lets be ticked what work on one theme trains: nodes directly above indicators, and others that are ticked or
// named, below the name of their framework. None ticked leaves it to the frameworks.
func (s *Settings) startTeaches(theme string, back dialog.Dialog) tea.Cmd {
	w, lang := s.Env.Words, string(s.Env.Words.Lang())
	d := &dialog.Ticks{Back: back, Picker: widget.Picker{Title: w.Say("settings.teaches.of", "theme", w.Label(s.Env.Site.Theme(theme))), Empty: w.Say("pick.none"),
		Hint: w.Say("settings.teaches.tick", "tick", s.Env.Keys.Label(keys.Tick), "save", s.Env.Keys.Label(keys.Accept))}}
	bare := s.Env.Site
	bare.Teaches = nil
	for _, f := range s.inUse() {
		title, columns := cell.Safe(f.LabelIn(lang), 70), f.Tree().Columns()
		d.Picker.Choices = append(d.Picker.Choices, widget.Choice{Head: true, Label: title})
		said, _ := loop.Taught(bare, &f, theme)
		var ticked []journal.ID
		if nodes, own := loop.Taught(s.Env.Site, &f, theme); own {
			ticked = nodes
		}
		for _, n := range f.Nodes {
			if !slices.Contains(ticked, n.ID) && !slices.Contains(said, n.ID) && !slices.Contains(columns, n.ID) {
				continue
			}
			c := widget.Choice{ID: n.ID.String(), Label: cell.Safe(n.Short(), 12) + "  " + cell.Safe(n.LabelIn(lang), 60), Also: strings.Join(append(n.Titles.All(), title, n.Title), " ")}
			if slices.Contains(ticked, n.ID) {
				d.On = append(d.On, c.ID)
			}
			if slices.Contains(said, n.ID) {
				c.Right = w.Say("settings.teaches.said")
			}
			d.Picker.Choices = append(d.Picker.Choices, c)
		}
	}
	d.Accept = func(on []string) tea.Cmd { return s.teach(theme, on) }
	return s.Show(d)
}

// teach keeps the nodes that were ticked for a theme, by their ids, and shows the themes again. Nodes of frameworks that were
// put away stay in the line; those that no framework has any more go.
func (s *Settings) teach(theme string, on []string) tea.Cmd {
	var shown, hidden []competence.Node
	for _, f := range s.lists {
		if f.Archived {
			hidden = append(hidden, f.Nodes...)
		} else {
			shown = append(shown, f.Nodes...)
		}
	}
	has := func(list []competence.Node, id journal.ID) bool {
		return slices.ContainsFunc(list, func(n competence.Node) bool { return n.ID == id })
	}
	var ticked []journal.ID
	for _, n := range shown {
		if slices.Contains(on, n.ID.String()) {
			ticked = append(ticked, n.ID)
		}
	}
	return s.offer(func() tea.Cmd {
		list := s.teachesChoice(s.Env.Words.Say("settings." + rowTeaches))
		list.Picker.Wheel(slices.Index(s.themes(), theme))
		return s.Show(list)
	}, func(a *loop.SetOffers) {
		line, rest := model.Teaches{Theme: theme, Nodes: slices.Clone(ticked)}, []model.Teaches(nil)
		for _, t := range a.Teaches {
			if t.Theme != theme {
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
	})
}

// teachesShort says for how many themes the site has a line of its own.
func (s *Settings) teachesShort() string {
	n := 0
	for _, t := range s.themes() {
		if _, own := s.applies(t); own {
			n++
		}
	}
	if n == 0 {
		return s.Env.Words.Say("settings.teaches.lists")
	}
	return s.Env.Words.Count("settings.teaches.themes", n)
}

// teachesLines give for each theme what applies now.
func (s *Settings) teachesLines() (out []string) {
	w := s.Env.Words
	for _, t := range s.themes() {
		names, _ := s.applies(t)
		out = append(out, cell.Fit(w.Label(s.Env.Site.Theme(t)), 20)+" "+names)
	}
	return out
}
