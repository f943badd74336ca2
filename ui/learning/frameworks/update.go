package frameworks

import (
	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model"
	"leerbalie/model/learning/competence"
	"leerbalie/ui/keys"
	"leerbalie/ui/screen"
)

// Update takes in a message.
func (p *Frameworks) Update(msg tea.Msg) (screen.Screen, tea.Cmd) { return p, p.take(msg) }

func (p *Frameworks) take(msg tea.Msg) tea.Cmd {
	cmd, took := p.Host.Update(msg)
	if took {
		return cmd
	}
	switch msg := msg.(type) {
	case tea.KeyMsg:
		return p.key(msg)
	case screen.Resized:
		p.size = msg.Size
		for _, g := range p.pages {
			g.list.Resize(p.rowsHeight())
		}
	case screen.Renewed:
		p.arrange()
	case screen.Changed:
		if msg.Has(competence.KindFramework) || msg.Has(model.KindGroup) || msg.Has(model.KindPerson) && !p.pastOf().IsZero() {
			return tea.Batch(cmd, p.read())
		}
	case screen.Mouse:
		return p.mouse(msg)
	case screen.Answer[data]:
		return p.took(msg)
	}
	return cmd
}

// key does what a key means where the screen stands now.
func (p *Frameworks) key(msg tea.KeyMsg) tea.Cmd {
	set := p.Env.Keys
	switch {
	case p.at().search.Typing:
		return p.searchKey(msg)
	case p.lists == nil && set.Is(msg, keys.Back):
		return p.back()
	case p.lists == nil:
		return nil
	}
	if cmd, took := p.actions.Press(set, p, msg); took {
		return cmd
	}
	p.move(msg)
	return nil
}

func (p *Frameworks) startSearch() tea.Cmd {
	p.focus = false
	p.at().search.Start()
	return nil
}

// turn shows the lists that were put away, or those in use again.
func (p *Frameworks) turn() tea.Cmd {
	p.archived, p.focus, p.scroll = !p.archived, false, 0
	p.fill(p.at())
	return nil
}

// toDetails gives the keys to the details, or takes them back.
func (p *Frameworks) toDetails() tea.Cmd {
	p.focus, p.scroll = !p.focus, 0
	return nil
}

// back leaves what lies on top: the details, what was searched for, the page, the screen.
func (p *Frameworks) back() tea.Cmd {
	switch g := p.at(); {
	case p.focus:
		p.focus = false
	case g.search.Text() != "":
		g.search.Clear()
		p.narrow(g)
	case len(p.pages) > 1:
		p.pop()
	default:
		return screen.Send(screen.Close{})
	}
	return nil
}

// open shows what the cursor is on.
func (p *Frameworks) open() tea.Cmd {
	r, _ := p.current()
	switch p.at().kind {
	case listsPage:
		return p.push(&page{kind: treePage, framework: r.id})
	case versionsPage:
		return p.push(&page{kind: treePage, framework: r.id, version: r.version})
	}
	p.focus, p.scroll = true, 0
	return nil
}

// searchKey takes a key while something is searched for.
func (p *Frameworks) searchKey(msg tea.KeyMsg) tea.Cmd {
	g := p.at()
	altered, took := g.search.Update(p.Env.Keys, msg)
	switch {
	case !took:
		p.move(msg)
	case altered:
		p.narrow(g)
	}
	return nil
}

// move handles the keys that move the cursor, or the details where those have the keys.
func (p *Frameworks) move(msg tea.KeyMsg) bool {
	list := &p.at().list
	steps, ok := p.Env.Keys.Steps(msg, list.Height())
	if !ok {
		return false
	}
	if p.focus {
		p.scroll = max(p.scroll+steps, 0)
		return true
	}
	p.scroll = 0
	list.Go(steps)
	return true
}

// mouse puts the cursor on the row that is clicked; a click on the row that has it opens it.
func (p *Frameworks) mouse(m screen.Mouse) tea.Cmd {
	if p.Waits() || p.Open() != nil {
		return nil
	}
	list := &p.at().list
	inDetails := p.focus && !p.wide() || p.wide() && m.X > p.divider()
	switch {
	case m.Wheel != 0 && inDetails:
		p.scroll = max(p.scroll+m.Wheel, 0)
	case m.Wheel != 0:
		p.scroll = 0
		list.Move(m.Wheel)
	case inDetails:
		p.focus = list.Len() > 0
	case m.Y > 0:
		_, before, _ := list.Cursor()
		if list.Click(m.Y - 1) {
			p.scroll, p.focus = 0, false
			if _, now, _ := list.Cursor(); now == before {
				return p.open()
			}
		}
	}
	return nil
}
