// Package laptops is the screen for copies that leave the house: who holds one since when, what waits of them and why, and the three
// things that are done with a bundle: take one away, bring one in, and say that a machine may exchange no longer.
//
// What a bundle is, and every file, is main's: the screen asks its powers (screen.Bundles) and puts the answers into words. Work
// runs in a command with a bar, and can be stopped; nothing is half done then.
package laptops

import (
	"context"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model"
	"leerbalie/model/journal"
	"leerbalie/model/transfer"
	"leerbalie/ui/dialog"
	"leerbalie/ui/screen"
	"leerbalie/ui/widget"
)

// sideBySide is the width from which list and details stand beside each other.
const sideBySide = 100

// Laptops is the screen.
type Laptops struct {
	dialog.Host
	size    screen.Size
	actions screen.Actions[*Laptops]
	asked   screen.Tickets
	data    known
	read    bool   // data is what is there
	failed  string // why it could not be read
	list    widget.List[place]
	scroll  int // of the details
	owed    tea.Msg
}

// known is what the screen shows, as it was read.
type known struct {
	machines []transfer.Machine
	standing transfer.Standing
	peers    []transfer.Peer // computers to exchange with directly
	people   map[journal.ID]string
	groups   map[journal.ID]string
	sites    map[journal.ID]string
}

// place is a row: a machine, or one of the things of it that wait. Both are indexes; waiting is -1 for the machine.
type place struct{ machine, waiting int }

var (
	_ screen.Screen = (*Laptops)(nil)
	_ screen.Holder = (*Laptops)(nil)
)

// New makes the screen.
func New(env screen.Env) screen.Screen {
	l := &Laptops{Host: dialog.Host{Env: env, Name: string(screen.Laptops)}, actions: actions()}
	l.Reload = l.look
	return l
}

// Init reads what is there.
func (l *Laptops) Init() tea.Cmd { return l.look() }

// barred says why whoever sits here may do nothing here, "" when that is allowed.
func (l *Laptops) barred() string {
	switch {
	case l.Env.Bundles == nil || l.Env.Session == nil:
		return "laptops.no-power"
	case !l.Env.Bundles.MayTake(l.Env.Session.Clearance()):
		return "laptops.not-you"
	}
	return ""
}

// look reads who holds what, and the names that go with it.
func (l *Laptops) look() tea.Cmd {
	if l.barred() != "" {
		l.Arrived()
		return nil
	}
	powers, session := l.Env.Bundles, l.Env.Session
	return screen.Ask(l.Env.Ctx, l.asked.Next(), func(ctx context.Context) (k known, err error) {
		if k.machines, err = powers.Machines(ctx, session); err != nil {
			return k, err
		}
		if k.standing, err = powers.Standing(ctx, session); err != nil {
			return k, err
		}
		if powers.Peers != nil {
			if k.peers, err = powers.Peers(ctx, session); err != nil {
				return k, err
			}
		}
		return k, k.name(ctx, session)
	})
}

// name reads how people, groups and sites are called.
func (k *known) name(ctx context.Context, session *model.Session) error {
	people, err := session.People(ctx)
	if err != nil {
		return err
	}
	groups, err := session.Groups(ctx)
	if err != nil {
		return err
	}
	sites, err := session.Sites(ctx)
	if err != nil {
		return err
	}
	k.people, k.groups, k.sites = map[journal.ID]string{}, map[journal.ID]string{}, map[journal.ID]string{}
	for _, p := range people {
		k.people[p.ID] = p.Name
	}
	for _, g := range groups {
		k.groups[g.ID] = g.Name
	}
	for _, s := range sites {
		k.sites[s.ID] = s.Name
	}
	return nil
}

// took shows what was read.
func (l *Laptops) took(a screen.Answer[known]) tea.Cmd {
	if !l.asked.Fits(a.Ticket) {
		return nil
	}
	l.Arrived()
	if a.Err != nil {
		l.failed, l.owed = l.Env.Words.Error(a.Err), nil
		return nil
	}
	l.data, l.read, l.failed = a.Value, true, ""
	var rows []place
	for i, m := range l.data.machines {
		rows = append(rows, place{i, -1})
		for j := range m.Waiting {
			rows = append(rows, place{i, j})
		}
	}
	l.list.Load(rows, false, false)
	if owed := l.owed; owed != nil {
		l.owed = nil
		return l.begin(owed)
	}
	return nil
}

// current is the machine the cursor is on, and what waits of it there; waiting is nil on the machine itself.
func (l *Laptops) current() (m *transfer.Machine, waiting *transfer.Waiting) {
	_, at, ok := l.list.Cursor()
	if !ok {
		return nil, nil
	}
	m = &l.data.machines[at.machine]
	if at.waiting >= 0 {
		waiting = &m.Waiting[at.waiting]
	}
	return m, waiting
}
