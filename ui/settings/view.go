package settings

import (
	"strings"

	"leerbalie/ui/keys"
	"leerbalie/ui/screen"
	"leerbalie/ui/theme"
	"leerbalie/ui/widget/cell"
)

// sideBySide is the width from which the setting in full stands beside the list.
const sideBySide = 100

// Typing reports whether keys are text now, or have to wait.
func (s *Settings) Typing() bool {
	_, list := s.Open().(*codeList)
	return s.Waits() || s.Open() != nil && !list
}

// Keys gives what keys do something now.
func (s *Settings) Keys() []keys.ID {
	if s.Open() != nil {
		return s.Host.Keys()
	}
	return s.actions.Now(s)
}

// Head gives the line above the body.
func (s *Settings) Head(size screen.Size) screen.Head {
	w := s.Env.Words
	h := screen.Head{Left: w.Say("screen.settings") + " · " + cell.Short(s.Env.Site.Name, 40) + " (" + s.Env.Site.Code + ")", Divider: s.divider(size)}
	if s.IsApart(s.Env.Site.ID) {
		h.Right = s.Env.Theme.Today.On(w.Say("conflicts.site", "sign", theme.ClashSign, "key", s.Env.Keys.Label(keys.Conflicts)))
	}
	if !s.mayWrite() {
		h.Right = s.Env.Theme.Today.On(w.Say("settings.read-only.short"))
	}
	return h
}

func (s *Settings) divider(size screen.Size) int {
	if size.Width < sideBySide {
		return 0
	}
	return size.Width * 60 / 100
}

// listHeight is how many rows of the list show; below sideBySide the last line explains the setting.
func (s *Settings) listHeight() int {
	if s.size.Width < sideBySide {
		return max(s.size.Height-1, 1)
	}
	return max(s.size.Height, 1)
}

// View draws the body.
func (s *Settings) View(size screen.Size) string { return s.Over(s.body(size), size) }

func (s *Settings) body(size screen.Size) string {
	th, rows := s.Env.Theme, s.rows()
	left := size.Width
	var right []string
	at := min(s.cursor, len(rows)-1)
	if d := s.divider(size); d > 0 {
		left = d
		right = s.beside(rows[at], size.Width-d-3)
	}
	height := s.listHeight()
	out := make([]string, 0, size.Height)
	for y := range height {
		line := ""
		if i := s.top + y; i < len(rows) {
			line = s.line(rows[i], i == at, left)
		}
		if left < size.Width {
			line = cell.Pad(line, left) + th.Faint.On(theme.SplitSign)
			if y < len(right) && right[y] != "" {
				line += " " + right[y]
			}
		}
		out = append(out, line)
	}
	if left == size.Width {
		out = append(out, "   "+th.Faint.On(cell.Cut(s.about(rows[at].id), size.Width-4)))
	}
	return strings.Join(out, "\n")
}

// line draws a row: headings faint, the value at a column of its own.
func (s *Settings) line(r row, on bool, width int) string {
	th := s.Env.Theme
	if r.id == "" {
		return " " + th.Faint.On(cell.Cut(r.label, width-1))
	}
	label := min(34, width/2)
	text := cell.Fit(r.label, label) + " " + cell.Fit(r.value, max(width-label-5, 1))
	if on {
		return th.Cursor.Over(th.Info.On(theme.CursorSign) + "  " + text)
	}
	return "   " + text
}

// about explains a setting in a sentence.
func (s *Settings) about(id string) string { return s.Env.Words.Say("settings." + id + ".about") }

// beside draws the setting that the cursor is on in full.
func (s *Settings) beside(r row, width int) []string {
	th := s.Env.Theme
	out := []string{th.Strong.On(cell.Cut(r.label, width))}
	for _, line := range cell.Wrap(s.about(r.id), width, 5) {
		out = append(out, th.Faint.On(line))
	}
	out = append(out, "")
	for _, line := range s.whole(r.id) {
		out = append(out, cell.Short(line, width))
	}
	return out
}

// whole gives all lines of a setting of the site.
func (s *Settings) whole(id string) (out []string) {
	w, site := s.Env.Words, s.Env.Site
	switch id {
	case rowName:
		return []string{site.Name}
	case rowHours:
		for _, d := range week() {
			hours := hoursOf(site, d)
			if hours == "" {
				hours = w.Say("settings.closed")
			}
			out = append(out, cell.Pad(s.day(d), 12)+hours)
		}
		if len(site.Hours) == 0 {
			return []string{w.Say("settings.hours.none")}
		}
	case rowThemes:
		return w.Labels(site.ThemeCodes())
	case rowTags:
		return w.Labels(site.Tags)
	case rowUrgencies:
		return w.Labels(site.UrgencyCodes())
	case rowAges:
		return s.ageLines()
	case rowSmall:
		return []string{w.Say(smallWord(site.Exact))}
	case rowSelf:
		return []string{w.Say(selfWord(site.SelfShown))}
	case rowOffers:
		return []string{w.Say(offersWord(site.OffersOff))}
	case rowTeaches:
		return s.teachesLines()
	case rowSteps:
		for _, c := range site.Checklists {
			out = append(out, w.Name(site.ThemeCodes(), c.Theme))
			for _, step := range c.Steps {
				out = append(out, "  "+theme.Dash+" "+step)
			}
		}
	}
	return out
}

// hoursShort gives the opening hours on one line: two letters of each day that is open.
func (s *Settings) hoursShort() string {
	days := s.openDays()
	if len(days) == 0 {
		return s.Env.Words.Say("settings.hours.none")
	}
	for i, day := range days {
		days[i] = strings.ToLower(string([]rune(day)[:2]))
	}
	return strings.Join(days, " ")
}

// openDays gives the days that are open.
func (s *Settings) openDays() (days []string) {
	for _, d := range week() {
		if hoursOf(s.Env.Site, d) != "" {
			days = append(days, s.day(d))
		}
	}
	return days
}

// amount says how long a list is, and that it is still the one to start from.
func (s *Settings) amount(own, n int) string {
	if own == 0 {
		return s.Env.Words.Say("settings.start", "n", n)
	}
	return s.Env.Words.Count("settings.own", n)
}

func (s *Settings) tagsShort() string {
	if len(s.Env.Site.Tags) == 0 {
		return s.Env.Words.Say("settings.tags.free")
	}
	return s.Env.Words.Count("settings.own", len(s.Env.Site.Tags))
}

func (s *Settings) urgenciesShort() string {
	return strings.Join(s.Env.Words.Labels(s.Env.Site.UrgencyCodes()), " · ")
}

func (s *Settings) stepsShort() string {
	n := len(s.Env.Site.Checklists)
	if n == 0 {
		return s.Env.Words.Say("settings.steps.none")
	}
	return s.Env.Words.Count("settings.steps.themes", n)
}
