package frameworks

import (
	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model"
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
		if msg.Has(model.KindFramework) || msg.Has(model.KindGroup) || msg.Has(model.KindPerson) && !p.pastOf().IsZero() {
			return p.read()
		}
	case screen.Mouse:
		return p.mouse(msg)
	case screen.Answer[library]:
		return p.took(msg)
	}
	return cmd
}

// key does what a key means where the screen stands now.
func (p *Frameworks) key(msg tea.KeyMsg) tea.Cmd {
	set, g := p.Env.Keys, p.at()
	switch {
	case p.typing:
		return p.searchKey(msg)
	case set.Is(msg, keys.Back):
		return p.back()
	case p.lists == nil:
		return nil
	case set.Is(msg, Search):
		p.typing, p.focus = true, false
		return nil
	case set.Is(msg, NextTab, PrevTab) && g.kind == shelf:
		p.archived, p.focus, p.scroll = !p.archived, false, 0
		p.fill(g)
		return nil
	case set.Is(msg, Open):
		return p.open()
	case set.Is(msg, Pane):
		p.focus, p.scroll = !p.focus && g.list.Len() > 0, 0
		return nil
	case set.Is(msg, Undo):
		return p.TakeBack(false, nil)
	case set.Is(msg, Redo):
		return p.TakeBack(true, nil)
	}
	if p.move(msg) {
		return nil
	}
	return p.act(msg)
}

// back leaves what lies on top: the details, what was searched for, the page, the screen.
func (p *Frameworks) back() tea.Cmd {
	switch g := p.at(); {
	case p.focus:
		p.focus = false
	case g.search.Text() != "":
		g.search.Set("")
		p.sieve(g)
	case len(p.pages) > 1:
		p.pop()
	default:
		return screen.Send(screen.Close{})
	}
	return nil
}

// open shows what the cursor is on.
func (p *Frameworks) open() tea.Cmd {
	r, ok := p.current()
	switch {
	case !ok:
		return nil
	case p.at().kind == shelf:
		return p.push(&page{kind: tree, framework: r.id})
	case p.at().kind == versions:
		return p.push(&page{kind: tree, framework: r.id, version: r.version})
	}
	p.focus, p.scroll = true, 0
	return nil
}

// act does what a key asks for with the list or the part that the cursor is on.
func (p *Frameworks) act(msg tea.KeyMsg) tea.Cmd {
	set, f := p.Env.Keys, p.about()
	switch {
	case set.Is(msg, Import):
		return p.startImport()
	case set.Is(msg, Add) && p.at().kind == shelf:
		return p.startNew()
	case f == nil:
		return nil
	case set.Is(msg, Export):
		return p.startExport(f)
	case set.Is(msg, Versions) && p.at().kind != versions:
		return p.openVersions(f.ID)
	case p.at().kind == versions:
		return nil
	case set.Is(msg, Archive):
		return p.startArchive(f)
	case set.Is(msg, Groups):
		return p.startGroups(f)
	}
	start := p.edit(msg)
	if start == nil {
		return nil
	}
	if why := p.barred(f); why != "" {
		return screen.Say(screen.Fault, why)
	}
	r, ok := p.current()
	if !ok { // nothing fits what was searched for
		return screen.Say(screen.Note, p.Env.Words.Say("frames.part-first"))
	}
	return start(f, r)
}

// edit is what a key alters, nil for one that alters nothing here.
func (p *Frameworks) edit(msg tea.KeyMsg) func(f *model.Framework, r *row) tea.Cmd {
	set := p.Env.Keys
	switch {
	case set.Is(msg, Edit):
		return p.startEdit
	case set.Is(msg, Scales):
		return p.startScales
	case p.at().kind != tree:
		return nil
	case set.Is(msg, Add):
		return p.startBelow
	case set.Is(msg, Beside):
		return p.startBeside
	}
	part := func(start func(*model.Framework, *row) tea.Cmd) func(*model.Framework, *row) tea.Cmd {
		return func(f *model.Framework, r *row) tea.Cmd {
			if r.node < 0 {
				return screen.Say(screen.Note, p.Env.Words.Say("frames.part-first"))
			}
			return start(f, r)
		}
	}
	switch {
	case set.Is(msg, Lower):
		return part(func(f *model.Framework, r *row) tea.Cmd { return p.shift(f, r, true) })
	case set.Is(msg, Raise):
		return part(func(f *model.Framework, r *row) tea.Cmd { return p.shift(f, r, false) })
	case set.Is(msg, Under):
		return part(p.startMove)
	case set.Is(msg, Remove):
		return part(p.startRemove)
	}
	return nil
}

func (p *Frameworks) searchKey(msg tea.KeyMsg) tea.Cmd {
	set, g := p.Env.Keys, p.at()
	switch {
	case set.Is(msg, keys.Cancel):
		p.typing = false
		g.search.Set("")
	case set.Is(msg, keys.Accept):
		p.typing = false
		return nil
	case msg.Type == tea.KeyDown || msg.Type == tea.KeyUp || msg.Type == tea.KeyPgDown || msg.Type == tea.KeyPgUp:
		p.move(msg)
		return nil
	default:
		if changed, _ := g.search.Update(msg); !changed {
			return nil
		}
	}
	p.sieve(g)
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
