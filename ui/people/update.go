package people

import (
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model/directory"
	"leerbalie/ui/keys"
	"leerbalie/ui/screen"
	"leerbalie/ui/widget"
)

// Update takes in a message.
func (p *People) Update(msg tea.Msg) (screen.Screen, tea.Cmd) { return p, p.take(msg) }

func (p *People) take(msg tea.Msg) tea.Cmd {
	cmd, took := p.Host.Update(msg)
	if took {
		return cmd
	}
	switch msg := msg.(type) {
	case tea.KeyMsg:
		return p.key(msg)
	case screen.Resized:
		p.size = msg.Size
		for i := range p.lists {
			p.lists[i].Resize(msg.Size.Height - 1)
		}
		return p.more(p.list().Wants())
	case screen.Return:
		return p.goBack(msg.Where)
	case screen.Renewed:
		p.choose()
	case screen.Changed:
		return tea.Batch(cmd, p.refresh(msg))
	case screen.Mouse:
		return p.mouse(msg)
	case screen.Answer[foundResidents]:
		return p.tookResidents(msg)
	case screen.Answer[organisation]:
		return p.tookOrganisation(msg)
	case screen.Answer[[]directory.Hit]:
		return p.tookServices(msg)
	case screen.Answer[page]:
		return p.tookPage(msg)
	case erased:
		return p.tookErased(msg)
	}
	return cmd
}

// key does what a key means where the screen stands now.
func (p *People) key(msg tea.KeyMsg) tea.Cmd {
	switch {
	case p.choosing:
		return p.chooseTab(msg)
	case p.search.Typing:
		return p.searchKey(msg)
	}
	if cmd, took := p.actions.Press(p.Env.Keys, p, msg); took {
		return cmd
	}
	cmd, _ := p.move(msg)
	return cmd
}

func (p *People) startSearch() tea.Cmd {
	p.focus = false
	if !p.finding {
		p.search.Clear()
	}
	p.search.Start()
	return nil
}

// startChoosing lists the tabs; the next key chooses one.
func (p *People) startChoosing() tea.Cmd {
	p.choosing = true
	return nil
}

// turnPane gives the keys to the details, or takes them back.
func (p *People) turnPane() tea.Cmd {
	if p.focus {
		p.focus = false
		return nil
	}
	return p.enter()
}

// edit opens the form of who the cursor is on.
func (p *People) edit() tea.Cmd {
	if r, ok := p.resident(); ok {
		return p.look(r.ID, p.startResidentEdit)
	}
	if h, ok := p.hit(); ok {
		return p.startService(*h)
	}
	q, _ := p.person()
	return p.startPersonEdit(q)
}

// merge asks with whom the resident that the cursor is on is one.
func (p *People) merge() tea.Cmd {
	r, _ := p.resident()
	return p.startMerge(r)
}

// add begins with somebody or something new of the kind that shows.
func (p *People) add() tea.Cmd {
	switch p.kind() {
	case residents:
		return p.startResident()
	case groups:
		return p.startGroup()
	case services:
		return p.startService(directory.Hit{})
	}
	return p.startPerson()
}

// enter opens what the cursor is on: a page, a card, or on a page the request.
func (p *People) enter() tea.Cmd {
	if page, ok := p.opened(); ok && p.focus {
		if row, ok := page.row(); ok {
			return screen.Send(screen.Open{Name: screen.Desk, With: screen.AtRequest{ID: row.ID}})
		}
		return nil
	}
	_, id, ok := p.current()
	if !ok {
		return nil
	}
	if p.kind() == residents {
		return p.open(id)
	}
	p.focus, p.scroll = true, 0
	return nil
}

// back leaves the details, then the search.
func (p *People) back() tea.Cmd {
	switch {
	case p.focus:
		p.focus = false
	case p.finding:
		return p.stopFinding()
	}
	return nil
}

// turn shows another tab.
func (p *People) turn(to int) tea.Cmd {
	n := len(tabs())
	p.tab, p.focus, p.search.Typing, p.scroll = (to+n)%n, false, false, 0
	p.choose()
	return nil
}

// chooseTab takes the digit of a tab; any other key leaves things as they are.
func (p *People) chooseTab(msg tea.KeyMsg) tea.Cmd {
	p.choosing = false
	if n, ok := keys.Digit(msg); ok && n <= len(tabs()) {
		return p.turn(n - 1)
	}
	return nil
}

// searchKey types in the search field; what it finds shows at every key.
func (p *People) searchKey(msg tea.KeyMsg) tea.Cmd {
	altered, took := p.search.Update(p.Env.Keys, msg)
	switch {
	case !took:
		cmd, _ := p.move(msg)
		return cmd
	case altered && strings.TrimSpace(p.search.Text()) == "":
		return p.stopFinding()
	case altered:
		p.finding, p.limit = true, 0
		return p.seek()
	case !p.search.Typing && p.searching: // the next key is about what is found
		p.Hold()
	}
	return nil
}

// stopFinding shows the whole list again.
func (p *People) stopFinding() tea.Cmd {
	was := p.finding
	p.finding, p.limit = false, 0
	if !was {
		return nil
	}
	return p.seek()
}

// seek fills the list that shows with what fits.
func (p *People) seek() tea.Cmd {
	p.choose()
	p.searching = p.kind() == residents
	if !p.searching && !p.seesResidents() {
		return p.fetchServices()
	}
	return tea.Batch(p.fetchServices(), p.fetchResidents())
}

// move handles the keys that move the cursor, or the details where those have the keys.
func (p *People) move(msg tea.KeyMsg) (tea.Cmd, bool) {
	list := p.list()
	steps, ok := p.Env.Keys.Steps(msg, list.Height())
	if !ok {
		return nil, false
	}
	if p.focus {
		p.moveDetails(steps)
		return nil, true
	}
	p.scroll = 0
	return p.more(list.Go(steps)), true
}

// moveDetails goes through the requests of a page, or scrolls.
func (p *People) moveDetails(steps int) {
	if page, ok := p.opened(); ok && len(page.file.Requests) > 0 {
		page.at = max(min(page.at+steps, len(page.file.Requests)-1), 0)
		page.follow = true
		return
	}
	p.scroll = max(p.scroll+steps, 0)
}

// mouse puts the cursor on the row that is clicked; a click on the row that has it opens it.
func (p *People) mouse(m screen.Mouse) tea.Cmd {
	if p.Waits() || p.Open() != nil {
		return nil
	}
	p.choosing = false
	inDetails := p.focus && !p.wide() || p.wide() && m.X > p.divider()
	switch {
	case m.Wheel != 0 && inDetails:
		p.scroll = max(p.scroll+m.Wheel, 0)
	case m.Wheel != 0:
		return p.more(p.list().Move(m.Wheel))
	case inDetails:
		p.focus = p.list().Len() > 0 && (p.kind() != residents || p.page != nil)
	case m.Y > 0:
		_, before, _ := p.current()
		if !p.list().Click(m.Y - 1) {
			return nil
		}
		p.focus = false
		if _, id, _ := p.current(); id == before {
			return p.enter()
		}
		return p.more(widget.Nothing)
	}
	return nil
}
