package settings

import (
	"fmt"
	"slices"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model"
	"leerbalie/model/plain"
	"leerbalie/ui/dialog"
	"leerbalie/ui/keys"
	"leerbalie/ui/text"
	"leerbalie/ui/theme"
	"leerbalie/ui/widget"
	"leerbalie/ui/widget/cell"
)

// boxWidth is the widest that a box of this screen gets.
const boxWidth = 90

// codeList is the dialog that edits one of the site's own lists: its themes or its result tags. It stays until it is left.
type codeList struct {
	s      *Settings
	title  string
	id     string // rowThemes or rowTags
	cursor int
	top    int
	fault  string // why a change could not be; until the next key
}

// list gives the list as it is now: the site's own, or the one to start from.
func (p *codeList) list(site model.Site) model.Codes {
	if p.id == rowTags {
		return site.Tags
	}
	return site.ThemeCodes()
}

// set gives the site a list of its own.
func (p *codeList) set(site *model.Site, list model.Codes) {
	if p.id == rowTags {
		site.Tags = list
	} else {
		site.Themes = list
	}
}

// Next is the list itself: it shows what was done, and waits for more.
func (p *codeList) Next() dialog.Dialog { return p }

// Refused shows why a change could not be.
func (p *codeList) Refused(h *dialog.Host, err error) { p.fault = h.Env.Words.Error(err) }

// Keys gives what keys do with the list now.
func (p *codeList) Keys() []keys.ID { return listActions().Now(p, Add) }

// codes are the entries of the list.
func (p *codeList) codes() model.Codes { return p.list(p.s.Env.Site) }

// Update takes a key press.
func (p *codeList) Update(h *dialog.Host, msg tea.KeyMsg) tea.Cmd {
	p.fault = ""
	p.move(0)
	if cmd, took := listActions().Press(h.Env.Keys, p, msg); took {
		return cmd
	}
	if rows, ok := h.Env.Keys.Steps(msg, p.s.size.Height-4); ok {
		p.move(rows)
	}
	return nil
}

// move moves the cursor by some rows, and keeps it on the list.
func (p *codeList) move(rows int) { p.cursor = max(min(p.cursor+rows, len(p.codes())-1), 0) }

// startNew asks for the name of a new entry.
func (p *codeList) startNew() tea.Cmd { return p.startName(model.Code{}) }

// startName asks for the name of an entry in every language; an entry without a code is a new one.
func (p *codeList) startName(c model.Code) tea.Cmd {
	s, w := p.s, p.s.Env.Words
	title, key := "settings."+p.id+".new", p.id+"/"
	if c.Code != "" {
		title, key = "settings."+p.id+".rename", p.id+"/"+c.Code
	}
	first, entries := w.Catalogue()[0].Tag, nameEntries(w, c, "", "")
	for i := range entries[1:] {
		entries[i+1].Hint = w.Say("settings.language.hint")
	}
	return s.Fill(&dialog.Sheet{Key: key, Back: p, Form: widget.Form{Title: w.Say(title), Entries: entries}, Submit: func(f *widget.Form) tea.Cmd {
		named := model.Code{Code: c.Code, List: c.List, Labels: namesIn(w, f, ""), Also: c.Also}
		if len(named.Labels) == 0 {
			f.Blame(first, w.Say("settings.need-name"))
			return nil
		}
		if twin, ok := p.twin(named); ok {
			f.Blame(first, w.Say("settings.twice", "name", twin))
			return nil
		}
		return p.keep(c.Code, named)
	}})
}

// keep puts an entry in the place of the one that has a code, or at the end where none has, and the cursor on it.
func (p *codeList) keep(code string, named model.Code) tea.Cmd {
	at := p.cursor
	return p.s.alter(func() tea.Cmd {
		p.cursor = at
		return nil
	}, func(site *model.Site) {
		list := slices.Clone(p.list(*site))
		if i := slices.IndexFunc(list, func(other model.Code) bool { return other.Code == code && code != "" }); i >= 0 {
			list[i] = named
		} else {
			named.Code = freeCode(firstName(p.s.Env.Words, named.Labels), list)
			list = append(list, named)
			at = len(list) - 1
		}
		p.set(site, list)
	})
}

// twin looks for another entry that has the same name.
func (p *codeList) twin(c model.Code) (string, bool) {
	w := p.s.Env.Words
	for _, other := range p.list(p.s.Env.Site) {
		called := w.Catalogue().Labels(other)
		for tag, name := range c.Labels {
			if other.Code != c.Code && plain.FoldText(called[tag]) == plain.FoldText(name) {
				return w.Label(other), true
			}
		}
	}
	return "", false
}

// firstName is what an entry is called in the first language that names it.
func firstName(w text.Words, names model.Labels) string {
	for _, tag := range w.Catalogue().Tags() {
		if names[tag] != "" {
			return names[tag]
		}
	}
	return ""
}

// nameEntries ask what an entry is called, in each language. Their ids are the tags, behind a prefix.
func nameEntries(w text.Words, c model.Code, id, label string) (out []widget.Entry) {
	called := w.Catalogue().Labels(c)
	for _, tag := range w.Catalogue().Tags() {
		out = append(out, widget.TextEntry(id+tag, label+w.Say("language.in", "language", w.Language(tag)), called[tag], 1))
	}
	return out
}

// namesIn reads what was answered to nameEntries.
func namesIn(w text.Words, f *widget.Form, id string) model.Labels {
	out := model.Labels{}
	for _, tag := range w.Catalogue().Tags() {
		if name := f.Text(id + tag); name != "" {
			out[tag] = name
		}
	}
	return out
}

// freeCode makes a code of a name: its words with hyphens, and a number behind it where that code was ever in use here.
func freeCode(name string, list model.Codes) string {
	base := strings.Join(plain.Fold(name), "-")
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

// startRemove asks before the entry that the cursor is on is taken off the list.
func (p *codeList) startRemove() tea.Cmd {
	s, w, c := p.s, p.s.Env.Words, p.codes()[p.cursor]
	ask := []string{w.Say("settings."+p.id+".remove", "name", w.Label(c))}
	if len(p.codes()) == 1 {
		ask = append(ask, w.Say("settings."+p.id+".last"))
	}
	return s.Ask(w.Say("settings.remove.title"), ask, w.Say("settings.remove.yes"), func() tea.Cmd {
		return s.alter(nil, func(site *model.Site) {
			p.set(site, slices.DeleteFunc(slices.Clone(p.list(*site)), func(other model.Code) bool { return other.Code == c.Code }))
		})
	})
}

// shift moves the entry that the cursor is on up or down.
func (p *codeList) shift(by int) tea.Cmd {
	at, list := p.cursor+by, p.codes()
	if at < 0 || at >= len(list) {
		return nil
	}
	code := list[p.cursor].Code
	return p.s.alter(func() tea.Cmd {
		p.cursor = at
		return nil
	}, func(site *model.Site) {
		list := slices.Clone(p.list(*site))
		i := slices.IndexFunc(list, func(c model.Code) bool { return c.Code == code })
		if j := i + by; i >= 0 && j >= 0 && j < len(list) {
			list[i], list[j] = list[j], list[i]
		}
		p.set(site, list)
	})
}

// View draws the entries that fit, the names in the other languages at the right.
func (p *codeList) View(h *dialog.Host, width, height int) []string {
	th, w, list := h.Env.Theme, h.Env.Words, p.list(h.Env.Site)
	width = min(width-2, boxWidth)
	room := max(height-3, 1)
	p.cursor = p.at()
	p.top = max(min(p.top, p.cursor), p.cursor-room+1, 0)
	p.top = max(min(p.top, len(list)-room), 0)
	var out []string
	for i := p.top; i < min(p.top+room, len(list)); i++ {
		line := cell.Ends(cell.Short(w.Label(list[i]), width-8), cell.Short(strings.Join(others(w, list[i]), " · "), max(width/3, 10)), width-6)
		if i == p.cursor {
			line = th.Cursor.Over(th.Info.On(theme.CursorSign) + " " + line)
		} else {
			line = "  " + line
		}
		out = append(out, line)
	}
	if len(list) == 0 {
		out = append(out, "  "+th.Faint.On(p.empty(h)))
	}
	if p.fault != "" {
		for _, line := range cell.Wrap(p.fault, width-6, 3) {
			out = append(out, th.Now.On(theme.WarnSign+" "+line))
		}
	}
	return widget.Box(th, p.title, append(out, th.Faint.On(cell.Cut(p.hint(h), width-4))), width)
}

// at is where the cursor is, on the list.
func (p *codeList) at() int { return max(min(p.cursor, len(p.codes())-1), 0) }

// empty says how an entry comes on the list.
func (p *codeList) empty(h *dialog.Host) string {
	return h.Env.Words.Say("settings.tags.none", "key", h.Env.Keys.Label(Add))
}

// hint says what the list is for, and whose it is.
func (p *codeList) hint(h *dialog.Host) string {
	if p.id == rowThemes && len(h.Env.Site.Themes) == 0 {
		return h.Env.Words.Say("settings.start-list")
	}
	return h.Env.Words.Say("settings." + p.id + ".hint")
}

// others are what an entry is called in the languages that are not shown.
func others(w text.Words, c model.Code) (out []string) {
	called := w.Catalogue().Labels(c)
	for _, tag := range w.Catalogue().Tags() {
		if name := called[tag]; name != "" && tag != string(w.Lang()) {
			out = append(out, name)
		}
	}
	return out
}
