package page

import (
	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/ui/dialog"
	"leerbalie/ui/keys"
	"leerbalie/ui/screen"
)

// Standard are the actions that every page has.
func Standard[R any](name string, scope keys.Scope) screen.Actions[*Page[R]] {
	id := func(what string) keys.ID { return keys.ID(name + "-" + what) }
	return append(screen.Actions[*Page[R]]{
		{ID: id("open"), Scope: scope, Keys: []string{"enter"}, Word: "key.page.open", When: func(p *Page[R]) bool { return p.Chosen() != nil && !p.open }, Do: (*Page[R]).enter},
		{ID: id("search"), Scope: scope, Keys: []string{"/"}, Word: "key.page.search", When: func(p *Page[R]) bool { return !p.Opened() && p.known }, Do: func(p *Page[R]) tea.Cmd { p.search.Start(); return nil }},
		{ID: keys.Back, When: func(p *Page[R]) bool { return p.open || p.search.Shows() }, Do: (*Page[R]).back},
	}, dialog.Undoing[*Page[R]](scope, id("undo"), id("redo"))...)
}

func (p *Page[R]) enter() tea.Cmd {
	if p.kind.Goes != nil {
		return p.kind.Goes(p, p.Chosen())
	}
	p.open, p.fact, p.scroll = true, 0, 0
	return nil
}

// back gives the keys to the list again, or ends searching.
func (p *Page[R]) back() tea.Cmd {
	if p.open {
		p.open = false
		return nil
	}
	p.search.Clear()
	p.sift()
	return nil
}

// Keys gives what keys do something now.
func (p *Page[R]) Keys() []keys.ID {
	switch {
	case p.Host.Open() != nil:
		return p.Host.Keys()
	case p.search.Typing:
		return append(p.search.Keys(), keys.Up, keys.Down)
	}
	first := append([]keys.ID{keys.Back, keys.ID(p.kind.Name + "-open")}, p.kind.First...)
	return append(p.actions.Now(p, append(first, p.kind.New, keys.ID(p.kind.Name+"-search"))...), keys.Up, keys.Down)
}
