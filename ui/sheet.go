package ui

import (
	"strconv"
	"strings"

	"leerbalie/ui/keys"
	"leerbalie/ui/text"
)

// KeyGroups gives every key of the app in the words of a language: what works everywhere first, then screen by screen.
// The cheat sheets in docs/ and the command keys are made of it.
func KeyGroups(w text.Words) []keys.Group {
	set := AllKeys()
	var screens keys.Group
	screens.Title = w.Say("help.screens")
	for _, r := range routes() {
		if r.Digit > 0 {
			screens.Lines = append(screens.Lines, keys.Line{Keys: []string{strconv.Itoa(r.Digit)}, Does: w.Say("palette.open", "screen", w.Say(r.Word))})
		}
	}
	groups := []keys.Group{screens}
	at := map[string]int{}
	for _, k := range sorted(set) {
		title := scopeTitle(w, k.Scope)
		i, there := at[title]
		if !there {
			i = len(groups)
			at[title] = i
			groups = append(groups, keys.Group{Title: title})
		}
		line := keys.Line{ID: k.ID, Does: w.Say(k.Word)}
		for _, name := range k.Keys {
			line.Keys = append(line.Keys, keys.Show(name))
		}
		groups[i].Lines = append(groups[i].Lines, line)
	}
	return groups
}

// sorted gives the keys with those first that work on every screen.
func sorted(set keys.Set) []keys.Key {
	out := set.In(keys.Global)
	out = append(out, set.In(keys.Move)...)
	out = append(out, set.In(keys.Field, keys.OneLine)...)
	for _, k := range set.All() {
		switch k.Scope {
		case keys.Global, keys.Move, keys.Field, keys.OneLine:
		default:
			out = append(out, k)
		}
	}
	return out
}

// scopeTitle names where a key works: a scope that begins with the name of a screen belongs to that screen.
func scopeTitle(w text.Words, scope keys.Scope) string {
	switch scope {
	case keys.Global, keys.Move, keys.Field:
		return w.Say("help." + string(scope))
	case keys.OneLine:
		return w.Say("help.field")
	}
	name, _, _ := strings.Cut(string(scope), "-")
	return w.Or("screen."+name, w.Say("help.else"))
}

// KeySheet writes the cheat sheet of a language.
func KeySheet(w text.Words) string {
	return keys.Markdown(w.Say("sheet.title"), w.Say("sheet.note"), w.Say("sheet.key"), w.Say("sheet.does"), KeyGroups(w))
}
