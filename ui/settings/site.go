package settings

import (
	"slices"
	"strconv"
	"strings"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model"
	"leerbalie/ui/widget"
	"leerbalie/ui/widget/cell"
)

// namePage asks for the site's name.
func (s *Settings) namePage(title string) page {
	w := s.env.Words
	e := widget.TextEntry("name", w.Say("settings.name"), s.env.Site.Name, 1)
	e.Hint = w.Say("settings.name.hint", "code", s.env.Site.Code)
	return &filling{form: widget.Form{Title: title, Entries: []widget.Entry{e}}, submit: func(s *Settings, p *filling) tea.Cmd {
		name := p.form.Text("name")
		return s.alter(func(site *model.Site) { site.Name = name }, p.done)
	}}
}

// week gives the days as people here count them, Monday first.
func week() []time.Weekday {
	return []time.Weekday{time.Monday, time.Tuesday, time.Wednesday, time.Thursday, time.Friday, time.Saturday, time.Sunday}
}

func (s *Settings) day(d time.Weekday) string {
	return s.env.Words.Say("weekday." + strconv.Itoa(int(d)))
}

// hoursOf gives the hours of one day as they are typed.
func hoursOf(site model.Site, d time.Weekday) string {
	var out []string
	for _, h := range site.Hours {
		if h.Day == d {
			out = append(out, h.String())
		}
	}
	return strings.Join(out, ", ")
}

// hoursPage asks for the opening hours, a line for each day.
func (s *Settings) hoursPage(title string) page {
	w := s.env.Words
	form := widget.Form{Title: title}
	for _, d := range week() {
		e := widget.TextEntry(strconv.Itoa(int(d)), s.day(d), hoursOf(s.env.Site, d), 1)
		e.Hint = w.Say("settings.hours.hint")
		form.Entries = append(form.Entries, e)
	}
	return &filling{form: form, submit: func(s *Settings, p *filling) tea.Cmd {
		var all []model.Hours
		for _, d := range week() {
			id := strconv.Itoa(int(d))
			hours, err := readHours(d, p.form.Text(id))
			if err != nil {
				p.form.Blame(id, s.env.Words.Error(err))
				return nil
			}
			all = append(all, hours...)
		}
		return s.alter(func(site *model.Site) { site.Hours = all }, p.done)
	}}
}

// readHours reads the hours of a day as people type them: "9-12.30, 13:00 – 17:00"; none for a day that is closed.
// Errors: Invalid.
func readHours(d time.Weekday, typed string) (out []model.Hours, err error) {
	typed = strings.NewReplacer("–", "-", "—", "-", ".", ":", " - ", "-", "- ", "-", " -", "-", ";", ",").Replace(typed)
	for _, part := range strings.FieldsFunc(typed, func(r rune) bool { return r == ',' || r == ' ' }) {
		from, to, _ := strings.Cut(part, "-")
		h, err := model.ParseHours(d, onTheHour(from)+"-"+onTheHour(to))
		if err != nil {
			return nil, err
		}
		out = append(out, h)
	}
	slices.SortFunc(out, func(a, b model.Hours) int { return a.From - b.From })
	return out, nil
}

func onTheHour(s string) string {
	if s != "" && !strings.Contains(s, ":") {
		s += ":00"
	}
	return s
}

// urgenciesPage asks for the names of the three urgencies in both languages.
func (s *Settings) urgenciesPage(title string) page {
	w := s.env.Words
	form := widget.Form{Title: title}
	for i, c := range s.env.Site.UrgencyCodes() {
		sign := []string{"!!", "! ", "  "}[min(i, 2)]
		nl := widget.TextEntry(c.Code+"/nl", sign+" "+w.Say("settings.in-dutch"), c.NL, 1)
		en := widget.TextEntry(c.Code+"/en", sign+" "+w.Say("settings.in-english"), c.EN, 1)
		nl.Hint, en.Hint = w.Say("settings.urgency.hint"), w.Say("settings.urgency.hint")
		form.Entries = append(form.Entries, nl, en)
	}
	return &filling{form: form, submit: func(s *Settings, p *filling) tea.Cmd {
		list := slices.Clone(model.Urgencies())
		for i, c := range list {
			list[i] = model.Code{Code: c.Code, NL: p.form.Text(c.Code + "/nl"), EN: p.form.Text(c.Code + "/en")}
			if list[i].NL == "" {
				p.form.Blame(c.Code+"/nl", s.env.Words.Say("settings.need-name"))
				return nil
			}
			if list[i].EN == "" {
				list[i].EN = list[i].NL
			}
		}
		return s.alter(func(site *model.Site) { site.Urgencies = list }, p.done)
	}}
}

// stepsPage lets a theme be chosen, whose steps are then written one on a line.
func (s *Settings) stepsPage(title string) page {
	w, lang := s.env.Words, string(s.env.Words.Lang())
	var list []widget.Choice
	themes := s.env.Site.ThemeCodes()
	for _, c := range themes {
		list = append(list, widget.Choice{ID: c.Code, Label: cell.Short(c.Label(lang), 50), Right: s.stepCount(len(s.env.Site.Steps(c.Code)))})
	}
	for _, c := range s.env.Site.Checklists {
		if _, known := themes.Get(c.Theme); !known {
			list = append(list, widget.Choice{ID: c.Theme, Label: cell.Short(c.Theme, 50), Right: s.stepCount(len(c.Steps))})
		}
	}
	return &choosing{picker: s.picker(title, list), choose: func(s *Settings, theme string) tea.Cmd {
		e := widget.TextEntry("steps", w.Say("settings.steps.each"), strings.Join(s.env.Site.Steps(theme), "\n"), 7)
		e.Hint = w.Say("settings.steps.hint", "key", s.env.Keys.Label("save"))
		s.page = &filling{form: widget.Form{Title: w.Say("settings.steps.of", "theme", themes.Label(theme, lang)), Entries: []widget.Entry{e}}, submit: func(s *Settings, p *filling) tea.Cmd {
			steps := lines(p.form.Text("steps"))
			return s.alter(func(site *model.Site) { setSteps(site, theme, steps) }, p.done)
		}}
		return nil
	}}
}

func (s *Settings) stepCount(n int) string {
	if n == 0 {
		return ""
	}
	return s.env.Words.Count("settings.steps.count", n)
}

// lines gives the lines that hold something; a tab would part a step in two.
func lines(text string) (out []string) {
	for _, line := range strings.Split(text, "\n") {
		if line = strings.TrimSpace(strings.ReplaceAll(line, "\t", " ")); line != "" {
			out = append(out, line)
		}
	}
	return out
}

func setSteps(site *model.Site, theme string, steps []string) {
	site.Checklists = slices.DeleteFunc(slices.Clone(site.Checklists), func(c model.Checklist) bool { return c.Theme == theme })
	if len(steps) > 0 {
		site.Checklists = append(site.Checklists, model.Checklist{Theme: theme, Steps: steps})
	}
}
