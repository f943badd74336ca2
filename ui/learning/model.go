// Package learning is screen 3: how the students of a group stand on what they are assessed on, the checklist and the
// evidence of one of them, judging, and what was decided.
//
// The screen is a stack of pages: a class, a student, a piece of evidence, a document to read. The page on top shows and
// has the keys; the dialogs of ui/dialog lie over it, judging among them. A student sees the own checklist only.
package learning

import (
	"context"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model"
	"leerbalie/model/journal"
	"leerbalie/model/learning/competence"
	"leerbalie/ui/dialog"
	"leerbalie/ui/keys"
	"leerbalie/ui/learning/judging"
	"leerbalie/ui/learning/telling"
	"leerbalie/ui/report"
	"leerbalie/ui/say"
	"leerbalie/ui/screen"
)

// sideBySide is the width from which list and details stand beside each other.
const sideBySide = 100

// Learning is the screen.
type Learning struct {
	dialog.Host
	actions screen.Actions[*Learning]
	size    screen.Size
	pages   []page        // the last one shows
	old     map[page]bool // pages that show what may have changed since
	names   map[journal.ID]string
	named   bool // names is how people are called now

	personal screen.Tickets // what looks like personal data in the open form
	waiting  screen.Tickets // what waits to be judged
	lists    screen.Tickets // the frameworks to choose from
	talking  screen.Tickets // what two assessors have to talk over
	toTalk   bool           // that is being read: keys wait for it
}

// page is one of the pages of the screen.
type page interface {
	// read gives the command that reads what the page shows.
	read() tea.Cmd
	// take takes in an answer; mine tells that it was for this page.
	take(msg tea.Msg) (cmd tea.Cmd, mine bool)
	// move handles the keys that move the cursor, or the lines; ok is false for another key.
	move(msg tea.KeyMsg) (ok bool)
	mouse(m screen.Mouse) tea.Cmd
	head(size screen.Size) screen.Head
	view(size screen.Size) string
	// said is what the page shows as structure.
	said() say.Lines
	// keyLine is what matters most on this page, for the key line.
	keyLine() []keys.ID
	resize(size screen.Size)
}

var (
	_ screen.Screen = (*Learning)(nil)
	_ screen.Holder = (*Learning)(nil)
	_ screen.Placed = (*Learning)(nil)
)

// draftsName begins the keys under which drafts of this screen stand on disk, since the first version.
const draftsName = "checklist"

// New makes the screen.
func New(env screen.Env) screen.Screen {
	c := &Learning{actions: actions(), Host: dialog.Host{Env: env, Name: draftsName, UndoKey: Undo, RedoKey: Redo}}
	c.Reload = c.again
	c.old = map[page]bool{}
	c.NameOf = c.nameOf
	if c.learns() {
		c.pages = []page{newLearner(c, env.User.ID)}
	} else {
		c.pages = []page{newClass(c)}
	}
	return c
}

// Init reads what the screen shows first.
func (c *Learning) Init() tea.Cmd { return tea.Batch(c.top().read(), c.Recall()) }

// learns tells whether the acting person is here as a student only.
func (c *Learning) learns() bool {
	u := c.Env.User
	return u.Has(model.RoleStudent) && !u.Has(model.RoleTeacher, model.RoleSupervisor, model.RoleCoordinator, model.RoleAdmin)
}

func (c *Learning) top() page { return c.pages[len(c.pages)-1] }

// again reads what shows, and marks the pages below it to be read when they come up. While somebody judges, the page waits:
// it cannot be seen.
func (c *Learning) again() tea.Cmd {
	for _, p := range c.pages {
		c.old[p] = true
	}
	return c.renew()
}

// renew reads the page on top, where that may have changed and can be seen.
func (c *Learning) renew() tea.Cmd {
	if c.judging() || !c.old[c.top()] {
		return nil
	}
	delete(c.old, c.top())
	return c.top().read()
}

// judging tells whether judging lies over the page, or what has to be talked over.
func (c *Learning) judging() bool {
	switch c.Open().(type) {
	case *judging.Judge, *judging.Talk:
		return true
	}
	return c.toTalk
}

// push shows a page over the ones there are.
func (c *Learning) push(p page) tea.Cmd {
	c.pages = append(c.pages, p)
	p.resize(c.size)
	c.Hold()
	return p.read()
}

// back leaves the page on top; the one below reads again what it shows where that may have changed.
func (c *Learning) back() tea.Cmd {
	if len(c.pages) == 1 {
		return nil
	}
	delete(c.old, c.top())
	c.pages = c.pages[:len(c.pages)-1]
	cmd := c.renew()
	if cmd != nil {
		c.Hold()
	}
	return cmd
}

// settled says that the page shows what it has read. Where a judgement is being made, keys wait for that as well.
func (c *Learning) settled() {
	if j, ok := c.Open().(*judging.Judge); ok && !j.Ready() || c.toTalk {
		return
	}
	c.Arrived()
}

// maker puts what is known into words.
func (c *Learning) maker() report.Maker {
	return report.Maker{Words: c.Env.Words, Zone: c.Env.Zone, Now: c.Env.Now(), Names: c.names, Themes: c.Env.Site.ThemeCodes()}
}

// ask asks a question together with the names of everybody who may be named, where those are not known.
func ask[T any](c *Learning, t screen.Ticket, question func(ctx context.Context, session *model.Session) (T, error)) tea.Cmd {
	session, names, removed := c.Env.Session, c.names, c.Env.Words.Say("person.removed")
	if !c.named {
		names = nil
	}
	return screen.Ask(c.Env.Ctx, t, func(ctx context.Context) (out named[T], err error) {
		if out.names = names; names == nil {
			if out.names, err = session.PersonNames(ctx, removed); err != nil {
				return out, err
			}
		}
		out.value, err = question(ctx, session)
		return out, err
	})
}

// call takes names in that came with an answer.
func (c *Learning) call(names map[journal.ID]string) { c.names, c.named = names, true }

// named is an answer with the names that belong to it.
type named[T any] struct {
	value T
	names map[journal.ID]string
}

// nameOf is the student that a receipt is about.
func (c *Learning) nameOf(ctx context.Context, session *model.Session, r model.Receipt) string {
	people, err := session.People(ctx)
	for i := range people {
		if err == nil && people[i].ID == r.Entity {
			return people[i].Name
		}
	}
	return ""
}

// letter is a level in one letter, as a matrix shows it.
func (c *Learning) letter(f *competence.Framework, n competence.Node, level int) string {
	return telling.Letter(c.Env.Words, f, n, level)
}

// who is somebody's name, or that it is somebody.
func (c *Learning) who(id journal.ID) string { return telling.Who(c.maker(), id) }

// details collects what a page has, as lines of a width.
func (c *Learning) details(width int) *telling.Details {
	return &telling.Details{Host: &c.Host, Maker: c.maker(), Width: width}
}

// saying collects what a page has, as words.
func (c *Learning) saying(into *say.Lines) *telling.Details {
	return &telling.Details{Host: &c.Host, Maker: c.maker(), Said: into}
}
