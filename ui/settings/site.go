package settings

import (
	"slices"
	"strconv"
	"strings"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model"
	"leerbalie/ui/dialog"
	"leerbalie/ui/keys"
	"leerbalie/ui/widget"
	"leerbalie/ui/widget/cell"
)

// startName asks for the site's name.
func (s *Settings) startName(title string) tea.Cmd {
	w := s.Env.Words
	return s.Fill(&dialog.Sheet{Key: rowName, Form: widget.Form{Title: title, Entries: []widget.Entry{
		widget.TextEntry("name", w.Say("settings.name"), s.Env.Site.Name, 1).Hinted(w.Say("settings.name.hint", "code", s.Env.Site.Code)),
	}}, Submit: func(f *widget.Form) tea.Cmd {
		name := f.Text("name")
		return s.alter(nil, func(site *model.Site) { site.Name = name })
	}})
}

// week gives the days as people here count them, Monday first.
func week() []time.Weekday {
	return []time.Weekday{time.Monday, time.Tuesday, time.Wednesday, time.Thursday, time.Friday, time.Saturday, time.Sunday}
}

func (s *Settings) day(d time.Weekday) string {
	return s.Env.Words.Say("weekday." + strconv.Itoa(int(d)))
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

// startHours asks for the opening hours, a line for each day.
func (s *Settings) startHours(title string) tea.Cmd {
	w := s.Env.Words
	form := widget.Form{Title: title}
	for _, d := range week() {
		form.Entries = append(form.Entries, widget.TextEntry(strconv.Itoa(int(d)), s.day(d), hoursOf(s.Env.Site, d), 1).Hinted(w.Say("settings.hours.hint")))
	}
	return s.Fill(&dialog.Sheet{Key: rowHours, Form: form, Submit: func(f *widget.Form) tea.Cmd {
		var all []model.Hours
		for _, d := range week() {
			id := strconv.Itoa(int(d))
			hours, err := readHours(d, f.Text(id))
			if err != nil {
				f.Blame(id, s.Env.Words.Error(err))
				return nil
			}
			all = append(all, hours...)
		}
		return s.alter(nil, func(site *model.Site) { site.Hours = all })
	}})
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

// startUrgencies asks for the names of the three urgencies in every language.
func (s *Settings) startUrgencies(title string) tea.Cmd {
	w := s.Env.Words
	form := widget.Form{Title: title}
	for i, c := range s.Env.Site.UrgencyCodes() {
		sign := []string{"!!", "! ", "  "}[min(i, 2)]
		for _, e := range nameEntries(w, c, c.Code+"/", sign+" ") {
			e.Spoken = w.Name(model.Urgencies(), c.Code) + ", " + strings.TrimPrefix(e.Label, sign+" ")
			form.Entries = append(form.Entries, e.Hinted(w.Say("settings.urgency.hint")))
		}
	}
	return s.Fill(&dialog.Sheet{Key: rowUrgencies, Form: form, Submit: func(f *widget.Form) tea.Cmd {
		list := slices.Clone(model.Urgencies())
		for i, c := range list {
			list[i] = model.Code{Code: c.Code, Labels: namesIn(w, f, c.Code+"/")}
			if len(list[i].Labels) == 0 {
				f.Blame(c.Code+"/"+w.Catalogue()[0].Tag, w.Say("settings.need-name"))
				return nil
			}
		}
		return s.alter(nil, func(site *model.Site) { site.Urgencies = list })
	}})
}

// startSteps lets a theme be chosen, whose steps are then written one on a line.
func (s *Settings) startSteps(title string) tea.Cmd {
	w := s.Env.Words
	var list []widget.Choice
	themes := s.Env.Site.ThemeCodes()
	for _, c := range themes {
		list = append(list, widget.Choice{ID: c.Code, Label: cell.Short(w.Label(c), 50), Right: s.stepCount(len(s.Env.Site.Steps(c.Code)))})
	}
	for _, c := range s.Env.Site.Checklists {
		if _, known := themes.Get(c.Theme); !known {
			list = append(list, widget.Choice{ID: c.Theme, Label: cell.Short(c.Theme, 50), Right: s.stepCount(len(c.Steps))})
		}
	}
	return s.choose(title, list, func(theme string) tea.Cmd {
		return s.Fill(&dialog.Sheet{Key: rowSteps + "/" + theme, Form: widget.Form{Title: w.Say("settings.steps.of", "theme", w.Name(themes, theme)), Entries: []widget.Entry{
			widget.TextEntry("steps", w.Say("settings.steps.each"), strings.Join(s.Env.Site.Steps(theme), "\n"), 7).Hinted(w.Say("settings.steps.hint", "key", s.Env.Keys.Label(keys.Save))),
		}}, Submit: func(f *widget.Form) tea.Cmd {
			steps := lines(f.Text("steps"))
			return s.alter(nil, func(site *model.Site) { setSteps(site, theme, steps) })
		}})
	})
}

func (s *Settings) stepCount(n int) string {
	if n == 0 {
		return ""
	}
	return s.Env.Words.Count("settings.steps.count", n)
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
