package settings

import (
	"cmp"
	"strconv"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/ui/dialog"
	"leerbalie/ui/screen"
	"leerbalie/ui/text"
	"leerbalie/ui/widget"
)

// choice is a setting that takes one of a few values.
type choice struct {
	id      string
	setting string
	values  []string
	say     func(w text.Words, value string) string
	now     func(screen.Env) string
}

// choices lists them. The value "" is the default; its word ends in "auto" or "usual".
func choices(w text.Words) []choice {
	// worded says values by a sentence each.
	worded := func(prefix string) func(text.Words, string) string {
		return func(w text.Words, value string) string { return w.Say(prefix + cmp.Or(value, "auto")) }
	}
	return []choice{
		{rowLang, screen.LangSetting, w.Catalogue().Tags(), func(w text.Words, tag string) string { return w.Catalogue().Offer(tag) }, func(e screen.Env) string { return string(e.Preferences.Lang) }},
		{rowBackground, screen.BackgroundSetting, []string{"", screen.Dark, screen.Light}, worded("settings.background."), func(e screen.Env) string { return e.Preferences.Background }},
		{rowSet, screen.ColourSetSetting, []string{"", "safe"}, worded("settings.set."), func(e screen.Env) string { return string(e.Preferences.Set) }},
		{rowAlert, screen.AlertSetting, []string{"", screen.Bell, screen.Notification}, worded("settings.alert."), func(e screen.Env) string { return e.Preferences.Alert }},
		{rowLinear, screen.LinearSetting, []string{"", screen.On}, worded("settings.linear."), func(e screen.Env) string { return e.Preferences.Linear }},
		{rowDepth, screen.DepthSetting, []string{"", screen.Few, screen.None}, worded("settings.depth."), func(e screen.Env) string { return e.Machine.Depth }},
		{rowScroll, screen.ScrollSetting, []string{"", screen.On, screen.Off}, worded("settings.scroll."), func(e screen.Env) string { return e.Machine.Scroll }},
	}
}

func choiceOf(w text.Words, id string) (choice, bool) {
	for _, c := range choices(w) {
		if c.id == id {
			return c, true
		}
	}
	return choice{}, false
}

// startChoice lets one of the values be chosen; the root takes it at once.
func (s *Settings) startChoice(title string, c choice) tea.Cmd {
	var list []widget.Choice
	for _, v := range c.values {
		mark := ""
		if v == c.now(s.Env) {
			mark = s.Env.Words.Say("settings.now")
		}
		list = append(list, widget.Choice{ID: v, Label: c.say(s.Env.Words, v), Right: mark})
	}
	return s.choose(title, list, func(value string) tea.Cmd {
		return screen.Send(screen.Set{Setting: c.setting, Value: value})
	})
}

// choose lets one of a list be chosen; what is chosen is done at once.
func (s *Settings) choose(title string, list []widget.Choice, then func(id string) tea.Cmd) tea.Cmd {
	return s.Show(&dialog.Choice{Picker: s.picker(title, list), Choose: then})
}

func (s *Settings) picker(title string, list []widget.Choice) widget.Picker {
	w := s.Env.Words
	return widget.Picker{Title: title, Empty: w.Say("pick.none"), Hint: w.Say("pick.hint"), Choices: list}
}

// lockTimes are the minutes that are offered, 0 for never. Others can be kept from the command that a later version has.
func lockTimes() []int { return []int{0, 1, 2, 5, 10, 15, 30, 60} }

// startLock lets the minutes be chosen after which the screen is locked.
func (s *Settings) startLock(title string) tea.Cmd {
	w := s.Env.Words
	var list []widget.Choice
	for _, n := range lockTimes() {
		c := widget.Choice{ID: strconv.Itoa(n), Label: w.Count("settings.lock", n)}
		if n == 0 {
			c.ID, c.Label = "", w.Say("settings.lock.never")
		}
		if n == s.Env.Machine.Lock {
			c.Right = w.Say("settings.now")
		}
		list = append(list, c)
	}
	return s.choose(title, list, func(value string) tea.Cmd {
		return screen.Send(screen.Set{Setting: screen.LockSetting, Value: value})
	})
}
