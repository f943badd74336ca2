// Package page is what the pages of a learning community have in common: a list that is searched as somebody types, with what is known of the
// one that the cursor is on beside it, or alone where it is narrow; lines of that which the cursor can be on; and forms made of a room's table
// of fields. A page says what is its own in a Kind.
package page

import (
	"context"
	"slices"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model"
	"leerbalie/model/journal"
	"leerbalie/model/plain"
	"leerbalie/ui/dialog"
	"leerbalie/ui/keys"
	"leerbalie/ui/screen"
)

// Fact is a line of what is known of one: a label with a text, a heading, or something that the cursor can be on.
type Fact struct {
	Label string
	Text  string
	Head  bool
	Warn  bool // it asks for attention
	Is    any  // what the cursor is on here; nil: it cannot be
}

// Kind is what a page says of itself. R is what it lists, ready to be shown: with the names of people in it.
type Kind[R any] struct {
	Name   string // begins the ids of its keys and of its drafts: NAME-open, NAME-search, NAME-undo, NAME-redo
	Scope  keys.Scope
	Read   func(ctx context.Context, session *model.Session, env screen.Env) ([]R, error)
	ID     func(*R) journal.ID
	Title  func(*R) string
	Right  func(*Page[R], *R) string   // what stands at the right of a row; may be nil
	Group  func(*Page[R], *R) string   // the heading that rows of one kind stand under, which follow one another; may be nil
	Warn   func(*Page[R], *R) bool     // it asks for attention; may be nil
	Past   func(*R) bool               // it is over, and faint; may be nil
	Words  func(*R) []string           // by which it is found beside its title; may be nil
	Facts  func(*Page[R], *R) []Fact   // all that is known of it
	Empty  string                      // the sentence where there is none, with {key} of New
	Count  string                      // how many there are, with {n}
	New    keys.ID                     // the key that adds one
	First  []keys.ID                   // the keys that come first on the key line
	Wanted func(*Page[R], any) tea.Cmd // takes in what another screen asks beside an id; may be nil
	Goes   func(*Page[R], *R) tea.Cmd  // where enter goes instead of to what is known of it; may be nil
}

// Page is a page.
type Page[R any] struct {
	dialog.Host
	kind    Kind[R]
	actions screen.Actions[*Page[R]]
	size    screen.Size

	all    []row[R]
	found  []int // the places in all of those that fit what is searched for
	lines  []line
	known  bool
	failed string
	on     journal.ID // the one that the cursor is on
	at     int        // its place in found
	top    int
	search dialog.Search

	open   bool // what is known of it has the keys
	fact   int  // the cursor, among the facts that it can be on
	scroll int

	fetch   screen.Tickets
	reading bool
	again   bool
	wants   journal.ID // to be opened once it was read
}

// row is one with the words by which it is found.
type row[R any] struct {
	is    R
	words string
}

// line is a line of the list: a heading, or the row at a place of found.
type line struct {
	head string
	row  int
}

type answer[R any] struct{ all []row[R] }

// New makes a page. actions are its own, beside those that every page has.
func New[R any](env screen.Env, kind Kind[R], actions screen.Actions[*Page[R]]) *Page[R] {
	p := &Page[R]{kind: kind, actions: append(Standard[R](kind.Name, kind.Scope), actions...),
		Host: dialog.Host{Env: env, Name: kind.Name, UndoKey: keys.ID(kind.Name + "-undo"), RedoKey: keys.ID(kind.Name + "-redo")}}
	p.Reload = p.read
	p.OfShown = func(msg tea.KeyMsg) bool { return p.actions.OfShown(p.Env.Keys, msg) }
	return p
}

// Keys gives the keys of a page, for the list of all.
func Keys[R any](kind Kind[R], actions screen.Actions[*Page[R]]) []keys.Key {
	return append(Standard[R](kind.Name, kind.Scope), actions...).Keys()
}

// Init reads what the page shows first.
func (p *Page[R]) Init() tea.Cmd { return tea.Batch(p.read(), p.Recall()) }

func (p *Page[R]) read() tea.Cmd {
	if p.reading {
		p.again = true
		return nil
	}
	p.reading = true
	session, kind, env := p.Env.Session, p.kind, p.Env
	return screen.Ask(p.Env.Ctx, p.fetch.Next(), func(ctx context.Context) (a answer[R], err error) {
		all, err := kind.Read(ctx, session, env)
		a.all = make([]row[R], len(all))
		for i := range all {
			words := []string{kind.Title(&all[i])}
			if kind.Words != nil {
				words = append(words, kind.Words(&all[i])...)
			}
			a.all[i] = row[R]{all[i], plain.FoldText(strings.Join(words, " \u00b7 "))}
		}
		return a, err
	})
}

func (p *Page[R]) took(a screen.Answer[answer[R]]) tea.Cmd {
	if !p.fetch.Fits(a.Ticket) {
		return nil
	}
	p.reading = false
	if p.again {
		p.again = false
		return p.read()
	}
	p.Arrived()
	if a.Err != nil {
		p.failed = p.Env.Words.Error(a.Err)
		return nil
	}
	p.failed, p.known, p.all = "", true, a.Value.all
	p.sift()
	if !p.wants.IsZero() {
		p.show(p.wants)
	}
	if p.Chosen() == nil {
		p.open = false
	}
	return nil
}

// sift finds those that fit what is searched for, and lays out their lines.
func (p *Page[R]) sift() {
	p.found, p.lines = p.found[:0], p.lines[:0]
	terms, head := plain.TermsOf(p.search.Text()), ""
	for i := range p.all {
		if p.search.Text() != "" && !terms.In(p.all[i].words) {
			continue
		}
		if p.kind.Group != nil {
			if is := p.kind.Group(p, &p.all[i].is); is != head {
				if head = is; head != "" {
					p.lines = append(p.lines, line{head: head, row: -1})
				}
			}
		}
		p.lines = append(p.lines, line{row: len(p.found)})
		p.found = append(p.found, i)
	}
	p.at = slices.IndexFunc(p.found, func(i int) bool { return p.kind.ID(&p.all[i].is) == p.on })
	if p.at < 0 {
		p.goTo(0)
	}
}

// show brings the cursor to one and opens it.
func (p *Page[R]) show(id journal.ID) {
	p.wants = journal.ID{}
	if p.search.Text() != "" {
		p.search.Clear()
		p.sift()
	}
	for at, i := range p.found {
		if p.kind.ID(&p.all[i].is) == id {
			p.goTo(at)
			p.open, p.fact, p.scroll = true, 0, 0
		}
	}
}

func (p *Page[R]) goTo(at int) {
	was := p.on
	p.on = journal.ID{}
	if p.at = max(min(at, len(p.found)-1), 0); p.at < len(p.found) {
		p.on = p.kind.ID(&p.all[p.found[p.at]].is)
	}
	if p.on != was {
		p.fact, p.scroll = 0, 0
	}
}

// Chosen is the one that the cursor is on; nil where there is none.
func (p *Page[R]) Chosen() *R {
	if !p.known || p.failed != "" || p.at >= len(p.found) {
		return nil
	}
	return &p.all[p.found[p.at]].is
}

// Opened tells whether what is known of it has the keys.
func (p *Page[R]) Opened() bool { return p.open && p.Chosen() != nil }

// Fact is what the cursor is on in what is known of it; nil where it is on nothing, or the list has the keys.
func (p *Page[R]) Fact() any {
	if !p.Opened() {
		return nil
	}
	var on []any
	for _, f := range p.kind.Facts(p, p.Chosen()) {
		if f.Is != nil {
			on = append(on, f.Is)
		}
	}
	if len(on) == 0 {
		return nil
	}
	return on[max(min(p.fact, len(on)-1), 0)]
}

// Known tells whether it shows what was read.
func (p *Page[R]) Known() bool { return p.known && p.failed == "" }

// Put brings the cursor of the list to one.
func (p *Page[R]) Put(id journal.ID) tea.Cmd {
	if p.show(id); p.on == id {
		p.open = false
	}
	return nil
}

// All are all that were read, whatever is searched for.
func (p *Page[R]) All(visit func(*R)) {
	for i := range p.all {
		visit(&p.all[i].is)
	}
}

// Show brings the cursor to one and opens it, now or once it was read.
func (p *Page[R]) Show(id journal.ID) tea.Cmd {
	if !p.known || !slices.ContainsFunc(p.all, func(r row[R]) bool { return p.kind.ID(&r.is) == id }) {
		p.wants = id
		p.Hold()
		return p.read()
	}
	p.show(id)
	return nil
}

// Arrive brings the cursor to what an action made, once it was read: it is a dialog's Then.
func (p *Page[R]) Arrive(r model.Receipt) tea.Cmd {
	if !r.Entity.IsZero() {
		p.on = r.Entity
		p.search.Clear()
	}
	return tea.Batch(p.Say(r), p.read())
}

// Stays says what was done; the cursor stays where it is. It is a dialog's Then.
func (p *Page[R]) Stays(r model.Receipt) tea.Cmd { return tea.Batch(p.Say(r), p.read()) }

// Update takes in a message.
func (p *Page[R]) Update(msg tea.Msg) (screen.Screen, tea.Cmd) {
	cmd, took := p.Host.Update(msg)
	if took {
		return p, cmd
	}
	switch msg := msg.(type) {
	case tea.KeyMsg:
		return p, p.key(msg)
	case screen.Resized:
		p.size = msg.Size
	case screen.Changed, screen.Renewed:
		return p, tea.Batch(cmd, p.read())
	case screen.Answer[answer[R]]:
		return p, p.took(msg)
	case screen.Mouse:
		if p.Host.Open() == nil && msg.Wheel != 0 {
			p.step(msg.Wheel)
		}
	case journal.ID: // another screen opens one
		return p, tea.Batch(cmd, p.Show(msg))
	default:
		if p.kind.Wanted != nil {
			return p, tea.Batch(cmd, p.kind.Wanted(p, msg))
		}
	}
	return p, cmd
}

func (p *Page[R]) key(msg tea.KeyMsg) tea.Cmd {
	if p.search.Typing {
		altered, took := p.search.Update(p.Env.Keys, msg)
		if altered {
			p.sift()
			p.goTo(0)
		}
		if took {
			return nil
		}
	} else if cmd, took := p.actions.Press(p.Env.Keys, p, msg); took {
		return cmd
	}
	if steps, ok := p.Env.Keys.Steps(msg, max(p.size.Height-4, 1)); ok {
		p.step(steps)
	}
	return nil
}

func (p *Page[R]) step(steps int) {
	switch {
	case !p.Opened():
		p.goTo(p.at + steps)
	case p.Fact() != nil:
		p.fact = max(min(p.fact+steps, p.facts()-1), 0)
	default:
		p.scroll = max(p.scroll+steps, 0)
	}
}

// facts is on how many the cursor can be.
func (p *Page[R]) facts() (n int) {
	for _, f := range p.kind.Facts(p, p.Chosen()) {
		if f.Is != nil {
			n++
		}
	}
	return n
}

// Typing reports whether keys are text now, or have to wait.
func (p *Page[R]) Typing() bool { return p.Host.Open() != nil || p.Waits() || p.search.Typing }
