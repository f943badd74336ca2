package settings

import (
	"slices"
	"strconv"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model"
	"leerbalie/ui/dialog"
	"leerbalie/ui/widget"
)

// ages are the urgencies for which a site can keep a limit of waiting; "" is every other one.
func ages() []model.Urgency {
	out := []model.Urgency{""}
	for _, c := range model.Urgencies() {
		out = append(out, model.Urgency(c.Code))
	}
	return out
}

// ageEntry names the field of an urgency in the form.
func ageEntry(u model.Urgency) string { return "age-" + string(u) }

// ageOf calls an urgency by what it is called here; "" by what it stands for.
func (s *Settings) ageOf(u model.Urgency) string {
	if u == "" {
		return s.Env.Words.Say("settings.ages.other")
	}
	return s.Env.Words.Name(s.Env.Site.UrgencyCodes(), string(u))
}

// ageTyped is a limit as people type it: 20, 60.
func ageTyped(ages []model.AgeLimit, u model.Urgency) string {
	for _, l := range ages {
		if l.Urgency == u {
			return strconv.Itoa(l.Long) + ", " + strconv.Itoa(l.TooLong)
		}
	}
	return ""
}

// readAge reads two numbers of minutes; none is no limit, and ok is false for anything else.
func readAge(u model.Urgency, typed string) (limits []model.AgeLimit, ok bool) {
	parts := strings.FieldsFunc(typed, func(r rune) bool { return r == ' ' || r == ',' || r == ';' || r == '/' || r == '-' })
	if len(parts) == 0 {
		return nil, true
	}
	if len(parts) != 2 {
		return nil, false
	}
	long, err := strconv.Atoi(parts[0])
	too, also := strconv.Atoi(parts[1])
	return []model.AgeLimit{{Urgency: u, Long: long, TooLong: too}}, err == nil && also == nil && long > 0 && too > long
}

// startAges asks after how many minutes a request waits long, and too long.
func (s *Settings) startAges(title string) tea.Cmd {
	w := s.Env.Words
	form := widget.Form{Title: title}
	for _, u := range ages() {
		form.Entries = append(form.Entries, widget.TextEntry(ageEntry(u), s.ageOf(u), ageTyped(s.Env.Site.Ages, u), 1).Hinted(w.Say("settings.ages.hint")))
	}
	return s.Fill(&dialog.Sheet{Key: rowAges, Form: form, Submit: func(f *widget.Form) tea.Cmd {
		var all []model.AgeLimit
		for _, u := range ages() {
			limits, ok := readAge(u, f.Text(ageEntry(u)))
			if !ok {
				f.Blame(ageEntry(u), w.Say("settings.ages.fault"))
				return nil
			}
			all = append(all, limits...)
		}
		return s.alter(nil, func(site *model.Site) { site.Ages = all })
	}})
}

// ageLines says each limit in words.
func (s *Settings) ageLines() (out []string) {
	for _, u := range ages() {
		for _, l := range s.Env.Site.Ages {
			if l.Urgency == u {
				out = append(out, s.Env.Words.Say("settings.ages.line", "urgency", s.ageOf(u), "long", l.Long, "too", l.TooLong))
			}
		}
	}
	if len(out) == 0 {
		out = []string{s.Env.Words.Say("settings.ages.none")}
	}
	return slices.Clip(out)
}

// agesShort says the limits on one line.
func (s *Settings) agesShort() string { return strings.Join(s.ageLines(), " · ") }
