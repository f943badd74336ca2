// Package attention is a page of screen 6: which students need somebody to look, with why and since when, the one with most reasons first. Enter
// opens the student.
package attention

import (
	"context"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model"
	"leerbalie/model/attention"
	"leerbalie/model/journal"
	"leerbalie/model/learning"
	"leerbalie/model/ledger"
	"leerbalie/model/pairs"
	"leerbalie/ui/dialog"
	"leerbalie/ui/report"
	"leerbalie/ui/screen"
	"leerbalie/ui/widget"
	"leerbalie/ui/widget/cell"
)

// Attention is the page.
type Attention struct {
	dialog.Host
	actions screen.Actions[*Attention]
	size    screen.Size

	group  journal.ID // zero: everybody
	data   data
	known  bool
	failed string
	fetch  screen.Tickets
	busy   bool // it is being read
	again  bool // something changed meanwhile

	list  widget.List[journal.ID]
	lines []string // as they are drawn at this width, without the cursor
	at    []int    // the first line of each student, and the end of all
	top   int
}

// data is what was read for the page.
type data struct {
	list   attention.List
	groups []model.Group
	day    time.Time // of which it tells
}

var (
	_ screen.Screen = (*Attention)(nil)
	_ screen.Holder = (*Attention)(nil)
)

// Has tells whether whoever sits here has this page: those who look after students.
func Has(env screen.Env) bool {
	return env.User.Has(model.RoleTeacher, model.RoleSupervisor, model.RoleCoordinator, model.RoleAdmin)
}

// New makes the page: of the own group of a teacher, of everybody for others.
func New(env screen.Env) screen.Screen {
	p := &Attention{actions: actions(), Host: dialog.Host{Env: env, Name: "attention"}}
	p.Reload = p.read
	if own := env.User.Groups; len(own) > 0 && env.User.Has(model.RoleTeacher) {
		p.group = own[0]
	}
	return p
}

// Init reads what the page shows first.
func (p *Attention) Init() tea.Cmd { return p.read() }

func (p *Attention) today() time.Time {
	y, m, d := p.Env.Local(p.Env.Now()).Date()
	return time.Date(y, m, d, 0, 0, 0, 0, time.UTC)
}

// read reads who needs attention; while that is being done, it notes that it has to be read once more.
func (p *Attention) read() tea.Cmd {
	if p.busy {
		p.again = true
		return nil
	}
	p.busy = true
	session, group, now, today := p.Env.Session, p.group, p.Env.Now(), p.today()
	return screen.Ask(p.Env.Ctx, p.fetch.Next(), func(ctx context.Context) (out data, err error) {
		out.day = today
		if out.groups, err = session.Groups(ctx); err != nil {
			return out, err
		}
		out.list, err = attention.Read(ctx, session, group, now, today)
		return out, err
	})
}

func (p *Attention) took(a screen.Answer[data]) tea.Cmd {
	if !p.fetch.Fits(a.Ticket) {
		return nil
	}
	p.busy = false
	p.Arrived()
	if a.Err != nil {
		p.failed = p.Env.Words.Error(a.Err)
	} else {
		p.failed, p.known, p.data = "", true, a.Value
	}
	p.arrange()
	if p.again {
		p.again = false
		return p.read()
	}
	return nil
}

// concerns tells whether a change can have touched the list.
func concerns(c screen.Changed) bool {
	for _, k := range []journal.Kind{learning.KindDossier, ledger.KindLedger, pairs.KindPair, pairs.KindTimeOut, model.KindPerson, model.KindGroup, model.KindSite} {
		if c.Has(k) {
			return true
		}
	}
	return false
}

// Update takes in a message.
func (p *Attention) Update(msg tea.Msg) (screen.Screen, tea.Cmd) { return p, p.take(msg) }

func (p *Attention) take(msg tea.Msg) tea.Cmd {
	cmd, took := p.Host.Update(msg)
	if took {
		return cmd
	}
	switch msg := msg.(type) {
	case tea.KeyMsg:
		if cmd, took := p.actions.Press(p.Env.Keys, p, msg); took {
			return cmd
		}
		if steps, ok := p.Env.Keys.Steps(msg, max(p.size.Height/3, 1)); ok {
			p.list.Go(steps)
		}
	case screen.Resized:
		p.size = msg.Size
		p.arrange()
	case screen.Renewed:
		p.arrange()
		return tea.Batch(cmd, p.read())
	case screen.Tick:
		if p.known && !p.data.day.Equal(p.today()) {
			return tea.Batch(cmd, p.read())
		}
	case screen.Changed:
		if concerns(msg) {
			return tea.Batch(cmd, p.read())
		}
	case screen.Answer[data]:
		return p.took(msg)
	case screen.Mouse:
		if p.Host.Open() == nil && !p.Waits() {
			return p.mouse(msg)
		}
	}
	return cmd
}

func (p *Attention) mouse(m screen.Mouse) tea.Cmd {
	if m.Wheel != 0 {
		p.list.Go(m.Wheel)
		return nil
	}
	line := p.top + m.Y
	for i := range p.data.list.Students {
		if p.shows() && i+1 < len(p.at) && line >= p.at[i] && line < p.at[i+1] {
			p.list.GoTo(p.data.list.Students[i].ID)
		}
	}
	return nil
}

// shows tells whether there is a list to see.
func (p *Attention) shows() bool { return p.known && p.failed == "" }

func (p *Attention) any() bool { return p.shows() && p.list.Len() > 0 }

func (p *Attention) maker() report.Maker {
	return report.Maker{Words: p.Env.Words, Zone: p.Env.Zone, Now: p.Env.Now(), Exact: true}
}

// open shows the student on the screen of competences.
func (p *Attention) open() tea.Cmd {
	_, id, ok := p.list.Cursor()
	if !ok {
		return nil
	}
	return screen.Send(screen.Open{Name: screen.Learning, With: screen.AtStudent{ID: id}})
}

// choose asks of which group to show who needs attention.
func (p *Attention) choose() tea.Cmd {
	w := p.Env.Words
	list := []widget.Choice{{ID: journal.ID{}.String(), Label: w.Say("attention.everybody")}}
	for _, g := range p.data.groups {
		list = append(list, widget.Choice{ID: g.ID.String(), Label: cell.Short(g.Name, 60)})
	}
	return p.Show(&dialog.Choice{Picker: widget.Picker{Title: w.Say("attention.group"), Empty: w.Say("pick.none"), Choices: list},
		Choose: func(id string) tea.Cmd {
			p.group, p.known, p.failed = journal.ID{}, false, ""
			for _, g := range p.data.groups {
				if g.ID.String() == id {
					p.group = g.ID
				}
			}
			p.fetch.Drop()
			p.busy, p.again = false, false
			p.Hold()
			return tea.Batch(p.Show(nil), p.read())
		}})
}

// write keeps the list as a file, for who may see these students.
func (p *Attention) write() tea.Cmd {
	return p.WriteFile(dialog.DocumentWriting(p.Env.Words.Say("attention.file"), p.maker().Attention(&p.data.list)))
}
