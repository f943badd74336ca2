package people

import (
	"context"
	"slices"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/model/directory"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/ui/screen"
	"leerbalie/ui/widget"
)

// similarDelay is how long typing rests before known residents are compared with the one being typed.
const similarDelay = 150 * time.Millisecond

// mostResidents is how many residents one list holds; more are found by typing, not by looking on.
const mostResidents = 5000

// foundResidents is the residents that were read, the newest first.
type foundResidents struct {
	residents []desk.Resident
	near      bool // nobody is called what was typed: these nearly are
	below     bool
}

// Init reads the first residents, everybody who works or learns here, and what was left half done.
func (p *People) Init() tea.Cmd {
	return tea.Batch(p.fetchResidents(), p.fetchOrganisation(), p.fetchServices(), p.Recall())
}

// fetchResidents reads the residents that show; the reading before it is broken off.
func (p *People) fetchResidents() tea.Cmd {
	if p.cancel != nil {
		p.cancel()
	}
	ctx, cancel := context.WithCancel(p.Env.Ctx)
	p.cancel, p.reading = cancel, true
	session, words := p.Env.Session, ""
	if p.finding {
		words = p.search.Text()
	}
	n := max(p.limit, 4*max(p.lists[residents].Height(), 20))
	return screen.Ask(ctx, p.find.Next(), func(ctx context.Context) (foundResidents, error) {
		found, near, err := desk.ListNearestResidents(ctx, session, words, n+1)
		s := foundResidents{residents: found, near: near, below: len(found) > n}
		if s.below {
			s.residents = found[:n]
		}
		return s, err
	})
}

func (p *People) tookResidents(a screen.Answer[foundResidents]) tea.Cmd {
	if !p.find.Fits(a.Ticket) {
		return nil
	}
	p.read, p.reading, p.searching, p.refused = true, false, false, ""
	switch {
	case fault.KindOf(a.Err) == fault.Refused:
		p.refused = p.Env.Words.Say("people.no-residents")
	case a.Err != nil:
		p.refused = p.Env.Words.Error(a.Err)
	}
	p.residents, p.near, p.below = a.Value.residents, a.Value.near, a.Value.below
	ids := make([]journal.ID, len(p.residents))
	for i := range p.residents {
		ids[i] = p.residents[i].ID
	}
	list := &p.lists[residents]
	list.Load(ids, false, a.Value.below && len(ids) < mostResidents)
	p.arrived()
	if list.Wants() == widget.Below {
		return p.more(widget.Below)
	}
	return nil
}

// arrived lets keys go on once all that is being read shows.
func (p *People) arrived() {
	if p.read && p.organisation.known && !p.reading && !p.asking {
		p.Arrived()
	}
}

// more reads further residents where the cursor comes near the end of those that were read.
func (p *People) more(want widget.Want) tea.Cmd {
	if p.kind() != residents || p.reading && want != widget.Tail {
		return nil
	}
	switch want {
	case widget.Below:
		p.limit = min(2*len(p.residents), mostResidents)
	case widget.Tail:
		p.limit = mostResidents
		p.Hold()
	default:
		return nil
	}
	return p.fetchResidents()
}

// fetchOrganisation reads everybody who works or learns here.
func (p *People) fetchOrganisation() tea.Cmd {
	p.asking = true
	session := p.Env.Session
	return screen.Ask(p.Env.Ctx, p.loading.Next(), func(ctx context.Context) (c organisation, err error) {
		if c.people, err = session.People(ctx); err != nil {
			return c, err
		}
		if c.gone, err = session.PeopleWhoLeft(ctx); err != nil {
			return c, err
		}
		if c.groups, err = session.Groups(ctx); err != nil {
			return c, err
		}
		if c.sites, err = session.Sites(ctx); err != nil {
			return c, err
		}
		c.timeOuts, err = readTimeOuts(ctx, session)
		return c, err
	})
}

func (p *People) tookOrganisation(a screen.Answer[organisation]) tea.Cmd {
	if !p.loading.Fits(a.Ticket) {
		return nil
	}
	known := p.organisation.known
	if a.Err == nil {
		p.organisation = a.Value
	}
	p.organisation.known, p.asking = true, false
	p.choose()
	p.arrived()
	if a.Err != nil && !known {
		return screen.Say(screen.Fault, p.Env.Words.Error(a.Err))
	}
	return nil
}

// choose fills the list of a tab of people or groups with those that fit what was typed.
func (p *People) choose() {
	fits := p.fits()
	var ids []journal.ID
	switch k := p.kind(); k {
	case residents, services:
		return
	case groups:
		p.groups = nil
		for _, g := range p.organisation.groups {
			if fits(p.groupText(g)) {
				p.groups, ids = append(p.groups, g), append(ids, g.ID)
			}
		}
	default:
		p.people = nil
		for _, q := range p.persons(k) {
			if fits(p.personText(q)) {
				p.people, ids = append(p.people, q), append(ids, q.ID)
			}
		}
	}
	p.list().Load(ids, false, false)
}

// persons are all the people of a tab.
func (p *People) persons(k kind) []model.Person {
	if k == left {
		return slices.DeleteFunc(slices.Clone(p.organisation.gone), func(q model.Person) bool { return q.Erased })
	}
	return slices.DeleteFunc(slices.Clone(p.organisation.people), func(q model.Person) bool {
		if k == students {
			return !q.Has(model.RoleStudent)
		}
		return len(q.Roles) == 1 && q.Has(model.RoleStudent)
	})
}

// refresh reads again what changed.
func (p *People) refresh(c screen.Changed) tea.Cmd {
	var cmds []tea.Cmd
	if c.Has(model.KindPerson) || c.Has(model.KindGroup) || c.Has(model.KindSite) {
		cmds = append(cmds, p.fetchOrganisation())
	}
	if c.Has(desk.KindResident) || c.Has(journal.KindErasure) {
		cmds = append(cmds, p.fetchResidents())
	}
	if c.Has(desk.KindResident) || c.Has(desk.KindRequest) || c.Has(journal.KindErasure) {
		cmds = append(cmds, p.readPage())
	}
	if c.Has(directory.KindService) || c.Has(directory.KindOrganization) || c.Has(directory.KindLocation) || c.Has(desk.KindRequest) {
		cmds = append(cmds, p.fetchServices())
	}
	return tea.Batch(cmds...)
}

// reload reads everything again.
func (p *People) reload() tea.Cmd { return p.refresh(screen.Changed{}) }
