// Package pairs is screen 2: the pairs that run, the proposal for new ones with its reasons, and the pairs there have been.
//
// A proposal is worked out in a command from what was read and what the coordinator chose; every change of a weight, a
// lock or a rule asks for a new one, and an answer that comes too late is dropped. Nothing changes until it is published.
package pairs

import (
	"context"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model"
	"leerbalie/model/journal"
	"leerbalie/model/loop/pairing"
	"leerbalie/model/pairs"
	"leerbalie/model/pairs/match"
	"leerbalie/ui/dialog"
	"leerbalie/ui/screen"
	"leerbalie/ui/widget"
)

// sideBySide is the width from which list and details stand beside each other.
const sideBySide = 100

// The lists of this screen.
const (
	running = iota
	proposed
	ended
	tabs
)

// Pairs is the screen.
type Pairs struct {
	dialog.Host
	actions screen.Actions[*Pairs]
	size    screen.Size

	tab   int
	lists [tabs]widget.List[string]
	rows  []row // of the tab that shows
	tally tally

	book   *pairing.Book // nil until it was read
	kept   []pairs.Proposal
	failed string

	choice       pairing.Choice
	chosen       bool // the choice was begun
	made         *made
	comparedWith *match.Proposal // a kept proposal that this one is compared with
	name         string          // of the kept proposal that was taken up
	from         journal.ID      // its id
	work         bool            // a proposal is being worked out
	lastLock     bool            // what was decided last was a lock
	decided      bool            // the price of what was decided last is not told yet
	stuck        bool            // nothing is left to take back
	stop         context.CancelFunc

	fetch, calc, cost, compare, workload screen.Tickets

	workOfShown workOf // what the pair that shows has in hand

	focus  bool
	scroll int
	search dialog.Search
}

// made is a proposal with what belongs to it.
type made struct {
	in       match.Input
	proposal *match.Proposal
	facts    []match.Facts // of each pair
	prices   []match.Price
}

// tally is the numbers above the running pairs.
type tally struct{ pairs, paused, unpaired, overdue int }

// data is what the screen shows, as it was read.
type data struct {
	book *pairing.Book
	kept []pairs.Proposal
}

var (
	_ screen.Screen = (*Pairs)(nil)
	_ screen.Holder = (*Pairs)(nil)
)

// New makes the screen.
func New(env screen.Env) screen.Screen {
	p := &Pairs{actions: actions(), Host: dialog.Host{Env: env, Name: string(screen.Pairs), UndoKey: Undo, RedoKey: Redo}}
	p.Reload = p.read
	return p
}

// Init reads what the screen shows first.
func (p *Pairs) Init() tea.Cmd { return tea.Batch(p.read(), p.Recall()) }

// read reads the students, the pairs and what was kept.
func (p *Pairs) read() tea.Cmd {
	session := p.Env.Session
	return screen.Ask(p.Env.Ctx, p.fetch.Next(), func(ctx context.Context) (l data, err error) {
		if l.book, err = pairing.Read(ctx, session); err != nil {
			return l, err
		}
		l.kept, err = pairs.ReadProposals(ctx, session)
		return l, err
	})
}

func (p *Pairs) took(a screen.Answer[data]) tea.Cmd {
	if !p.fetch.Fits(a.Ticket) {
		return nil
	}
	p.Arrived()
	if a.Err != nil {
		p.failed = p.Env.Words.Error(a.Err)
		return nil
	}
	p.failed, p.book, p.kept = "", a.Value.book, a.Value.kept
	if !p.chosen {
		p.choice, p.chosen = p.book.Choice(p.today()), true
	}
	p.arrange()
	p.workOfShown = workOf{}
	if p.made != nil || p.tab == proposed {
		return tea.Batch(p.propose(), p.look())
	}
	return p.look()
}

// leads tells whether the acting person may make pairs.
func (p *Pairs) leads() bool { return p.Env.User.Has(model.RoleCoordinator, model.RoleAdmin) }

func (p *Pairs) list() *widget.List[string] { return &p.lists[p.tab] }

// current is the row the cursor is on.
func (p *Pairs) current() (*row, bool) {
	i, _, ok := p.list().Cursor()
	if !ok || i >= len(p.rows) {
		return nil, false
	}
	return &p.rows[i], true
}

func (p *Pairs) wide() bool { return p.size.Width >= sideBySide }

func (p *Pairs) divider() int {
	if !p.wide() {
		return 0
	}
	return p.size.Width * 60 / 100
}
