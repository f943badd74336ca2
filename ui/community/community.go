// Package community is screen 6, Samen: what a learning community does together. It shows one page at a time, each a screen with a room of
// its own; this room turns them, names them above the body, and hands each what is for it.
package community

import (
	"fmt"
	"slices"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/ui/community/attention"
	"leerbalie/ui/community/courses"
	"leerbalie/ui/community/goals"
	"leerbalie/ui/community/hours"
	"leerbalie/ui/community/meetings"
	"leerbalie/ui/community/mine"
	"leerbalie/ui/community/partners"
	"leerbalie/ui/community/projects"
	"leerbalie/ui/community/questions"
	"leerbalie/ui/community/research"
	"leerbalie/ui/community/signals"
	"leerbalie/ui/community/trainings"
	"leerbalie/ui/dialog"
	"leerbalie/ui/keys"
	"leerbalie/ui/say"
	"leerbalie/ui/screen"
	"leerbalie/ui/widget"
	"leerbalie/ui/widget/cell"
)

// Page is one page: the name by which screen.AtPage opens it, its word, how it is made, its keys, and whether whoever sits here has it.
// A page draws its own body; of its head, what is at the right shows.
type Page struct {
	Name string
	Word string
	New  func(screen.Env) screen.Screen
	Keys func() []keys.Key
	Has  func(screen.Env) bool // nil: everybody
}

// pages are the pages, in the order in which they are turned: what asks for whoever sits here, then agenda, meetings, questions, courses, projects,
// partners, signals, research, trainings, hours and attention.
func pages() []Page {
	return []Page{
		{Name: "mine", Word: "community.page.mine", New: mine.New, Keys: mine.Keys},
		{Name: "goals", Word: "community.page.goals", New: goals.New, Keys: goals.Keys},
		{Name: "meetings", Word: "community.page.meetings", New: meetings.New, Keys: meetings.Keys},
		{Name: "questions", Word: "community.page.questions", New: questions.New, Keys: questions.Keys},
		{Name: "courses", Word: "community.page.courses", New: courses.New, Keys: courses.Keys},
		{Name: "projects", Word: "community.page.projects", New: projects.New, Keys: projects.Keys},
		{Name: "partners", Word: "community.page.partners", New: partners.New, Keys: partners.Keys},
		{Name: "signals", Word: "community.page.signals", New: signals.New, Keys: signals.Keys},
		{Name: "research", Word: "community.page.research", New: research.New, Keys: research.Keys},
		{Name: "trainings", Word: "community.page.trainings", New: trainings.New, Keys: trainings.Keys},
		{Name: "hours", Word: "community.page.hours", New: hours.New, Keys: hours.Keys, Has: func(env screen.Env) bool { return !env.User.IsGuest() }},
		{Name: "attention", Word: "community.page.attention", New: attention.New, Keys: attention.Keys, Has: attention.Has},
	}
}

// Community is the screen.
type Community struct {
	env     screen.Env
	actions screen.Actions[*Community]
	size    screen.Size
	pages   []Page
	made    map[string]screen.Screen // those that were opened
	shown   string
	host    dialog.Host // of the list in which a page is chosen
}

var (
	_ screen.Screen = (*Community)(nil)
	_ screen.Holder = (*Community)(nil)
)

// New makes the screen, on its first page.
func New(env screen.Env) screen.Screen { return of(env, pages()) }

func of(env screen.Env, all []Page) *Community {
	c := &Community{env: env, actions: actions(), pages: all, made: map[string]screen.Screen{}, host: dialog.Host{Env: env, Name: "community"}}
	c.host.Arrived() // it has nothing of its own to read
	c.shown = c.held()[0].Name
	return c
}

// held are the pages that whoever sits here has.
func (c *Community) held() []Page {
	return slices.DeleteFunc(slices.Clone(c.pages), func(p Page) bool { return p.Has != nil && !p.Has(c.env) })
}

// Init reads what the first page shows.
func (c *Community) Init() tea.Cmd { return c.open(c.shown) }

// open shows a page, as it was left or new.
func (c *Community) open(name string) tea.Cmd {
	i := slices.IndexFunc(c.held(), func(p Page) bool { return p.Name == name })
	if i < 0 {
		return nil
	}
	c.shown = name
	if c.made[name] != nil {
		return c.hand(name, screen.Resized{Size: c.size})
	}
	s := c.held()[i].New(c.env)
	c.made[name] = s
	return tea.Batch(s.Init(), c.hand(name, screen.Resized{Size: c.size}))
}

// turn goes so many pages on.
func (c *Community) turn(steps int) tea.Cmd {
	at, of := c.place()
	return c.leave(c.held()[(at+steps+of)%of].Name)
}

// leave goes to another page; what was half typed on this one is kept.
func (c *Community) leave(name string) tea.Cmd {
	return tea.Batch(c.hand(c.shown, screen.Keep{}), c.open(name))
}

// place is which of how many pages shows.
func (c *Community) place() (at, of int) {
	all := c.held()
	return slices.IndexFunc(all, func(p Page) bool { return p.Name == c.shown }), len(all)
}

// choose lists the pages; letters that are typed narrow the list down.
func (c *Community) choose() tea.Cmd {
	w := c.env.Words
	p := widget.Picker{Title: w.Say("community.choose"), Empty: w.Say("pick.none"), Hint: w.Say("pick.hint")}
	for _, page := range c.held() {
		p.Choices = append(p.Choices, widget.Choice{ID: page.Name, Label: w.Say(page.Word)})
	}
	return c.host.Show(&dialog.Choice{Picker: p, Choose: c.leave})
}

// page is the page that shows.
func (c *Community) page() screen.Screen { return c.made[c.shown] }

func (c *Community) hand(name string, msg tea.Msg) tea.Cmd {
	s, cmd := c.made[name].Update(msg)
	c.made[name] = s
	return cmd
}

// Update takes in a message: a key is for the page that shows, anything else for each that was opened.
func (c *Community) Update(msg tea.Msg) (screen.Screen, tea.Cmd) {
	switch msg := msg.(type) {
	case tea.KeyMsg:
		if c.host.Open() != nil {
			cmd, _ := c.host.Update(msg)
			return c, cmd
		}
		if !c.page().Typing() {
			if cmd, took := c.actions.Press(c.env.Keys, c, msg); took {
				return c, cmd
			}
		}
		return c, c.hand(c.shown, msg)
	case screen.Mouse, screen.Pasted:
		if c.host.Open() != nil {
			cmd, _ := c.host.Update(msg)
			return c, cmd
		}
		return c, c.hand(c.shown, msg)
	case screen.AtPage:
		cmd := c.open(msg.Page)
		if msg.With != nil && c.shown == msg.Page {
			cmd = tea.Batch(cmd, c.hand(c.shown, msg.With))
		}
		return c, cmd
	case screen.Resized:
		c.size = msg.Size
	case screen.Renewed:
		c.env, c.host.Env = msg.Env, msg.Env
		if !slices.ContainsFunc(c.held(), func(p Page) bool { return p.Name == c.shown }) { // somebody else sits here now
			return c, tea.Batch(c.host.Show(nil), c.tell(msg), c.open(c.held()[0].Name))
		}
	}
	return c, c.tell(msg)
}

// tell hands a message to every page that was opened.
func (c *Community) tell(msg tea.Msg) tea.Cmd {
	var cmds []tea.Cmd
	for _, p := range c.pages {
		if c.made[p.Name] != nil {
			cmds = append(cmds, c.hand(p.Name, msg))
		}
	}
	return tea.Batch(cmds...)
}

// View gives the body of the page.
func (c *Community) View(size screen.Size) string { return c.host.Over(c.page().View(size), size) }

// Head gives the pages, the one that shows between brackets, and what that page has above its body. Where they do not fit, it gives the one that
// shows with its place.
func (c *Community) Head(size screen.Size) screen.Head {
	h := c.page().Head(size)
	names, one := c.names()
	h.Left = strings.Join(names, "  ")
	if size.Width < cell.Width(h.Left)+cell.Width(h.Right)+4 {
		at, of := c.place()
		h.Left = one + " " + c.env.Theme.Faint.On(fmt.Sprintf("%d/%d", at+1, of))
	}
	return h
}

// names are those of the pages, and of the one that shows.
func (c *Community) names() (all []string, shown string) {
	for _, p := range c.held() {
		name := c.env.Words.Say(p.Word)
		if p.Name == c.shown {
			name = c.env.Theme.Strong.On("[" + name + "]")
			shown = name
		}
		all = append(all, name)
	}
	return all, shown
}

// Said gives the pages and what the one that shows has.
func (c *Community) Said() (l say.Lines) {
	if l, over := c.host.OverSaid(); over {
		return l
	}
	at, of := c.place()
	l.Text(c.env.Words.Say("community.said", "page", c.env.Words.Say(c.held()[at].Word), "n", at+1, "of", of))
	l.Add(c.page().Said())
	return l
}

// Keys gives what keys do something now: those of the page, and those that turn pages.
func (c *Community) Keys() []keys.ID {
	if c.host.Open() != nil {
		return c.host.Keys()
	}
	all := c.page().Keys()
	if c.page().Typing() {
		return all
	}
	return append(all, c.actions.Now(c)...)
}

// Typing reports whether keys are text now.
func (c *Community) Typing() bool { return c.host.Open() != nil || c.page().Typing() }

// Released gives the keys that waited on the page that shows.
func (c *Community) Released() []tea.KeyMsg {
	if h, ok := c.page().(screen.Holder); ok {
		return h.Released()
	}
	return nil
}

// Lost tells of keys that were pressed before the page showed anything.
func (c *Community) Lost() tea.Cmd {
	if h, ok := c.page().(screen.Holder); ok {
		return h.Lost()
	}
	return nil
}
