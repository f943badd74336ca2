package settings

import (
	"fmt"
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

// codesPage edits one of the site's own lists: its themes or its result tags.
type codesPage struct {
	title  string
	id     string // rowThemes or rowTags
	cursor int
	top    int
}

// list gives the list as it is now: the site's own, or the one to start from.
func (p *codesPage) list(site model.Site) model.Codes {
	if p.id == rowTags {
		return site.Tags
	}
	return site.ThemeCodes()
}

// set gives the site a list of its own.
func (p *codesPage) set(site *model.Site, list model.Codes) {
	if p.id == rowTags {
		site.Tags = list
	} else {
		site.Themes = list
	}
}

func (p *codesPage) update(s *Settings, msg tea.KeyMsg) tea.Cmd {
	set, list := s.env.Keys, p.list(s.env.Site)
	p.cursor = max(min(p.cursor, len(list)-1), 0)
	switch {
	case set.Is(msg, keys.Back):
		s.page = nil
	case set.Is(msg, keys.Up):
		p.cursor--
	case set.Is(msg, keys.Down):
		p.cursor++
	case set.Is(msg, keys.PageUp, keys.First):
		p.cursor -= max(s.size.Height-5, 1)
	case set.Is(msg, keys.PageDown, keys.Last):
		p.cursor += max(s.size.Height-5, 1)
	case set.Is(msg, Add):
		s.page = p.naming(s, model.Code{})
	case set.Is(msg, Undo):
		return s.undo(false)
	case set.Is(msg, Redo):
		return s.undo(true)
	case len(list) == 0:
	case set.Is(msg, Rename):
		s.page = p.naming(s, list[p.cursor])
	case set.Is(msg, Remove):
		s.page = p.removing(s, list[p.cursor], len(list) == 1)
	case set.Is(msg, Raise):
		return p.shift(s, list[p.cursor].Code, -1)
	case set.Is(msg, Lower):
		return p.shift(s, list[p.cursor].Code, 1)
	}
	p.cursor = max(min(p.cursor, len(list)-1), 0)
	return nil
}

// naming asks for the name of an entry in both languages; an entry without a code is a new one.
func (p *codesPage) naming(s *Settings, c model.Code) page {
	w := s.env.Words
	title := "settings." + p.id + ".new"
	if c.Code != "" {
		title = "settings." + p.id + ".rename"
	}
	nl, en := widget.TextEntry("nl", w.Say("settings.in-dutch"), c.NL, 1), widget.TextEntry("en", w.Say("settings.in-english"), c.EN, 1)
	en.Hint = w.Say("settings.english.hint")
	return &filling{back: p, form: widget.Form{Title: w.Say(title), Entries: []widget.Entry{nl, en}}, submit: func(s *Settings, f *filling) tea.Cmd {
		named := model.Code{Code: c.Code, NL: f.form.Text("nl"), EN: f.form.Text("en"), Also: c.Also}
		if named.NL == "" {
			named.NL = named.EN
		}
		if named.EN == "" {
			named.EN = named.NL
		}
		if named.NL == "" {
			f.form.Blame("nl", s.env.Words.Say("settings.need-name"))
			return nil
		}
		if twin, ok := p.twin(s.env.Site, named); ok {
			f.form.Blame("nl", s.env.Words.Say("settings.twice", "name", twin))
			return nil
		}
		at := p.cursor
		return s.alter(func(site *model.Site) {
			list := slices.Clone(p.list(*site))
			if i := slices.IndexFunc(list, func(other model.Code) bool { return other.Code == c.Code && c.Code != "" }); i >= 0 {
				list[i] = named
			} else {
				named.Code = freeCode(named.NL, list)
				list = append(list, named)
				at = len(list) - 1
			}
			p.set(site, list)
		}, func(s *Settings) tea.Cmd {
			p.cursor = at
			return f.done(s)
		})
	}}
}

// twin looks for another entry that has the same name.
func (p *codesPage) twin(site model.Site, c model.Code) (string, bool) {
	for _, other := range p.list(site) {
		if other.Code != c.Code && (model.FoldText(other.NL) == model.FoldText(c.NL) || model.FoldText(other.EN) == model.FoldText(c.EN)) {
			return other.NL, true
		}
	}
	return "", false
}

// freeCode makes a code of a name: its words with hyphens, and a number behind it where that code was ever in use here.
func freeCode(name string, list model.Codes) string {
	base := strings.Join(model.Fold(name), "-")
	if base == "" {
		base = "own"
	}
	known := append(slices.Clone(list), model.Themes()...)
	code := base
	for n := 2; ; n++ {
		if _, taken := known.Get(code); !taken {
			return code
		}
		code = fmt.Sprintf("%s-%d", base, n)
	}
}

// removing asks before an entry is taken off the list.
func (p *codesPage) removing(s *Settings, c model.Code, last bool) page {
	w := s.env.Words
	name := c.Label(string(w.Lang()))
	ask := []string{w.Say("settings."+p.id+".remove", "name", name)}
	if last {
		ask = append(ask, w.Say("settings."+p.id+".last"))
	}
	return &asking{back: p, confirm: widget.Confirm{
		Title: w.Say("settings.remove.title"), Lines: ask, Yes: w.Say("settings.remove.yes"), No: w.Say("confirm.no"), YesKeys: "jy",
	}, yes: func(s *Settings) tea.Cmd {
		return s.alter(func(site *model.Site) {
			p.set(site, slices.DeleteFunc(slices.Clone(p.list(*site)), func(other model.Code) bool { return other.Code == c.Code }))
		}, nil)
	}}
}

// shift moves an entry up or down.
func (p *codesPage) shift(s *Settings, code string, by int) tea.Cmd {
	at := p.cursor + by
	if at < 0 || at >= len(p.list(s.env.Site)) {
		return nil
	}
	return s.alter(func(site *model.Site) {
		list := slices.Clone(p.list(*site))
		i := slices.IndexFunc(list, func(c model.Code) bool { return c.Code == code })
		if j := i + by; i >= 0 && j >= 0 && j < len(list) {
			list[i], list[j] = list[j], list[i]
		}
		p.set(site, list)
	}, func(s *Settings) tea.Cmd {
		p.cursor = at
		return nil
	})
}

func (p *codesPage) view(s *Settings, size screen.Size) []string {
	th, w, list := s.env.Theme, s.env.Words, p.list(s.env.Site)
	width, lang := boxWidth(size), string(w.Lang())
	hint := w.Say("settings." + p.id + ".hint")
	if p.id == rowThemes && len(s.env.Site.Themes) == 0 {
		hint = w.Say("settings.start-list")
	}
	room := max(size.Height-3, 1)
	p.cursor = max(min(p.cursor, len(list)-1), 0)
	p.top = max(min(p.top, p.cursor), p.cursor-room+1, 0)
	p.top = max(min(p.top, len(list)-room), 0)
	var out []string
	for i := p.top; i < min(p.top+room, len(list)); i++ {
		other := list[i].NL
		if lang == "nl" {
			other = list[i].EN
		}
		line := cell.Ends(cell.Short(list[i].Label(lang), width-8), cell.Short(other, max(width/3, 10)), width-6)
		if i == p.cursor {
			line = th.Cursor.Over(th.Info.On(theme.CursorSign) + " " + line)
		} else {
			line = "  " + line
		}
		out = append(out, line)
	}
	if len(list) == 0 {
		out = append(out, "  "+th.Faint.On(w.Say("settings.tags.none", "key", s.env.Keys.Label(Add))))
	}
	return widget.Box(th, p.title, append(out, th.Faint.On(cell.Cut(hint, width-4))), width)
}

func (p *codesPage) keys() []keys.ID {
	return []keys.ID{Add, Rename, Remove, Raise, Lower, Undo, keys.Back}
}

func (p *codesPage) refused(*Settings, string) bool { return false }
func (p *codesPage) typing() bool                   { return false }
