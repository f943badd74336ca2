// Package wording puts what the desk works with in words: people, urgencies, themes, outcomes, and how long something
// waits.
package wording

import (
	"slices"
	"strings"
	"time"

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/model/journal"
	"leerbalie/model/plain"
	"leerbalie/ui/presence"
	"leerbalie/ui/screen"
	"leerbalie/ui/text"
	"leerbalie/ui/theme"
	"leerbalie/ui/widget/cell"
)

// Wording is what is needed to say things at the desk. The screen keeps it up to date; it is shared by its rooms.
type Wording struct {
	themes   map[string]string
	themesOf themesOf

	Env    *screen.Env
	People map[journal.ID]model.Person // who works here
	Erased map[journal.ID]bool         // students whose records were erased
	Now    time.Time                   // waiting times are counted to here
	Others []presence.Present          // who else is at work, and on what
}

// Name gives the name of somebody who works here.
func (w *Wording) Name(id journal.ID) string {
	return w.named(id, func(name string) string { return name })
}

// ShortName gives the name of somebody who works here as colleagues say it.
func (w *Wording) ShortName(id journal.ID) string { return w.named(id, screen.ShortName) }

// Altered names whoever altered something last, as a form says it.
func (w *Wording) Altered(by journal.ID) string {
	if by == w.Env.User.ID {
		return w.Env.Words.Say("meanwhile.you")
	}
	return cell.Safe(w.ShortName(by), 40)
}

func (w *Wording) named(id journal.ID, wording func(string) string) string {
	if id.IsZero() {
		return w.Env.Words.Say("person.unknown")
	}
	if p, ok := w.People[id]; ok {
		return wording(p.Name)
	}
	if w.Erased[id] {
		return w.Env.Words.Say("person.removed")
	}
	return w.Env.Words.Say("person.gone")
}

// Names gives the names of several who handle a request together.
func (w *Wording) Names(ids []journal.ID) string {
	var names []string
	for _, id := range ids {
		names = append(names, w.ShortName(id))
	}
	return Joined(names)
}

// Holders names those who handle a request, the acting person as "you".
func (w *Wording) Holders(r *desk.RequestRow) string {
	names := slices.Clone(r.HolderNames)
	for i, id := range r.Holder {
		if i < len(names) && id == w.Env.User.ID {
			names[i] = w.Env.Words.Say("person.you")
			names[0], names[i] = names[i], names[0]
		}
		if i < len(names) && names[i] == "" {
			names[i] = w.Name(id)
		}
	}
	return Joined(names)
}

// Joined writes the names of those who handle a request: "Ali + Noor", first names where there are several.
func Joined(names []string) string {
	if len(names) == 1 {
		return names[0]
	}
	short := make([]string, len(names))
	for i, n := range names {
		short[i], _, _ = strings.Cut(n, " ")
	}
	return strings.Join(short, "+")
}

// Mine reports whether the acting person is among the holders.
func (w *Wording) Mine(holder []journal.ID) bool { return slices.Contains(holder, w.Env.User.ID) }

// Colleagues gives who works here in order of name.
func (w *Wording) Colleagues() []model.Person {
	out := make([]model.Person, 0, len(w.People))
	for _, p := range w.People {
		out = append(out, p)
	}
	slices.SortFunc(out, func(a, b model.Person) int { return strings.Compare(plain.FoldText(a.Name), plain.FoldText(b.Name)) })
	return out
}

// Urgency gives an urgency as a sign and a word.
func (w *Wording) Urgency(u model.Urgency) string {
	word := w.Env.Words.Say("urgency." + string(u))
	if own := w.Env.Site.Urgencies; len(own) > 0 {
		word = w.Env.Words.Name(own, string(u))
	}
	return strings.TrimSpace(urgencySign(u) + " " + word)
}

// ColouredUrgency is Urgency in its colour.
func (w *Wording) ColouredUrgency(u model.Urgency) string {
	switch u {
	case model.UrgencyNow:
		return w.Env.Theme.Now.On(w.Urgency(u))
	case model.UrgencyToday:
		return w.Env.Theme.Today.On(w.Urgency(u))
	}
	return w.Urgency(u)
}

func urgencySign(u model.Urgency) string {
	switch u {
	case model.UrgencyNow:
		return theme.NowSign
	case model.UrgencyToday:
		return theme.TodaySign
	}
	return ""
}

// Theme gives the name of a theme.
func (w *Wording) Theme(code string) string {
	of := themesOf{lang: w.Env.Words.Lang(), count: len(w.Env.Site.Themes)}
	if of.count > 0 {
		of.first = &w.Env.Site.Themes[0]
	}
	if w.themes == nil || w.themesOf != of {
		w.themes, w.themesOf = map[string]string{}, of
	}
	name, known := w.themes[code]
	if !known {
		name = w.Env.Words.Label(w.Env.Site.Theme(code))
		w.themes[code] = name
	}
	return name
}

// themesOf is of which list, in which language, the names of themes are: they are looked up once, and not in every frame.
type themesOf struct {
	lang  text.Lang
	first *model.Code
	count int
}

// Outcome gives how a request ended in words.
func (w *Wording) Outcome(code string) string {
	if code == desk.OutcomeMerged {
		return w.Env.Words.Say("outcome.merged")
	}
	return w.Env.Words.Code("outcome", code)
}

// Wait gives how long ago something was: minutes, hours or days, rounded down.
func (w *Wording) Wait(since time.Time) string { return w.Env.Wait(since, w.Now) }

// Age says that something waits long by the limits of the site; "" where it does not.
func (w *Wording) Age(age model.Age) string {
	switch age {
	case model.AgeLong:
		return w.Env.Words.Say("age.long")
	case model.AgeTooLong:
		return w.Env.Words.Say("age.too-long")
	}
	return ""
}

// SaidWait is Wait in full words.
func (w *Wording) SaidWait(since time.Time) string { return w.Env.SaidWait(since, w.Now) }

// Around says who else has a request before them: who types about it, and who reads it; "" for nobody.
func (w *Wording) Around(request journal.ID) (types, reads string) {
	said := func(id string, typing bool) string {
		var who []string
		for _, p := range presence.At(w.Others, request) {
			if p.Typing == typing {
				who = append(who, cell.Safe(screen.ShortName(p.Name), 40))
			}
		}
		if len(who) == 0 {
			return ""
		}
		return w.Env.Words.Count(id, len(who), "who", strings.Join(who, ", "))
	}
	return said("around.types", true), said("around.reads", false)
}

// Zone is the site's time zone.
func (w *Wording) Zone() *time.Location {
	if w.Env.Zone == nil {
		return time.UTC
	}
	return w.Env.Zone
}
