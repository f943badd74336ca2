package desk

import (
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/model/desk/notice"
	"leerbalie/model/journal"
	"leerbalie/model/loop"
	"leerbalie/model/pairs"
	"leerbalie/ui/desk/column"
	"leerbalie/ui/desk/detail"
	"leerbalie/ui/screen"
	"leerbalie/ui/widget"
)

// Update takes in a message.
func (q *Queue) Update(msg tea.Msg) (screen.Screen, tea.Cmd) {
	cmd, took := q.Host.Update(msg)
	if !took {
		cmd = tea.Batch(cmd, q.take(msg))
	}
	return q, tea.Batch(cmd, q.tookPostponed())
}

func (q *Queue) take(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case tea.KeyMsg:
		return q.key(msg)
	case screen.Resized:
		q.size, q.work.Width = msg.Size, msg.Size.Width
		q.list.Resize(msg.Size.Height - 1)
		return q.more()
	case screen.AtList:
		return q.showNamed(msg)
	case screen.AtRequest:
		return q.showRequest(msg.ID)
	case screen.AtReferral:
		return q.referTo(msg)
	case screen.Return:
		return q.goBack(msg.Where)
	case screen.Renewed:
		q.offers.Mark()
		q.measure()
	case screen.Around:
		q.wording.Others = msg.Others
	case screen.Tick:
		q.wording.Now = msg.Now
		return tea.Batch(q.offers.Passed(msg.Now), q.inbox.Fetch())
	case screen.Changed:
		return q.changed(msg)
	case screen.Elapsed:
		if id, ok := q.currentID(); ok && q.tickets.rest.Fits(msg.Ticket) && (q.wide() || q.focus) {
			return q.fetchRequest(id)
		}
	case screen.Mouse:
		return q.mouse(msg)
	case screen.Pasted:
		if q.Open() == nil && !q.Waits() {
			return q.intake.Start(strings.TrimSpace(msg.Text))
		}
	case screen.Answer[rowWindow]:
		return q.tookRows(msg)
	case screen.Answer[desk.Counts]:
		if q.tickets.counts.Fits(msg.Ticket) && msg.Err == nil {
			q.counts = msg.Value
		}
	case screen.Answer[[]model.Person]:
		q.tookPeople(msg)
	case screen.Answer[[]pairs.Pair]:
		q.tookPairs(msg)
	case screen.Answer[map[journal.ID][]loop.PairOffer]:
		return q.offers.Took(msg)
	case screen.Answer[detail.Request]:
		q.tookRequest(msg)
	case screen.Answer[[]notice.Notice]:
		return q.inbox.Took(msg)
	case screen.Answer[found]:
		return q.tookFound(msg)
	case screen.Answer[[]ownView]:
		q.tookOwnViews(msg)
	case screen.Answer[map[string]column.Layout]:
		return q.tookLayouts(msg)
	}
	return nil
}

// key does what a key means where the screen stands now.
func (q *Queue) key(msg tea.KeyMsg) tea.Cmd {
	switch {
	case q.choosing:
		return q.choose(msg)
	case q.typing:
		return q.searchKey(msg)
	}
	if cmd, took := q.actions.Press(q.Env.Keys, q, msg); took {
		return cmd
	}
	cmd, _ := q.move(msg)
	return cmd
}

func (q *Queue) startSearch() tea.Cmd {
	q.typing, q.focus = true, false
	if !q.finding {
		q.search.Set("")
	}
	return nil
}

// startChoosing lists the views; the next key chooses one.
func (q *Queue) startChoosing() tea.Cmd {
	q.choosing = true
	return nil
}

// edit opens the form of the request that the cursor is on.
func (q *Queue) edit() tea.Cmd {
	row, _ := q.current()
	return q.intake.Edit(row)
}

// toDetail gives the keys to the detail, or takes them back.
func (q *Queue) toDetail() tea.Cmd {
	q.focus = !q.focus
	return q.openDetail()
}

// showDetail gives the keys to the detail.
func (q *Queue) showDetail() tea.Cmd {
	q.focus = true
	id, _ := q.currentID()
	return tea.Batch(q.openDetail(), q.inbox.See(id))
}

// openResident opens the page of a request's resident.
func (q *Queue) openResident(r detail.Request) tea.Cmd {
	return q.residents.Open(r.Resident, r.ID)
}

// openDetail reads the request the cursor is on, unless it shows already.
func (q *Queue) openDetail() tea.Cmd {
	id, ok := q.currentID()
	if !ok || !q.focus || q.detail.Shows(id) {
		return nil
	}
	return q.fetchRequest(id)
}

// back leaves the detail pane, then the marks, then the search.
func (q *Queue) back() tea.Cmd {
	switch {
	case q.focus:
		q.focus = false
	case q.stretch != nil:
		q.stretch = nil
	case q.marks.Count() > 0:
		return q.dropMarks()
	case q.finding:
		return q.findLess()
	}
	return nil
}

// move handles the keys that move the cursor, or the detail where that has the keys.
func (q *Queue) move(msg tea.KeyMsg) (tea.Cmd, bool) {
	steps, ok := q.Env.Keys.Steps(msg, q.list.Height())
	switch {
	case !ok:
		return nil, false
	case q.focus:
		q.detail.Scroll(steps)
		return nil, true
	}
	return q.went(q.list.Go(steps)), true
}

// went is what follows a move of the cursor: more rows where they are needed, and the detail once it rests.
func (q *Queue) went(want widget.Want) tea.Cmd {
	if q.finding {
		return tea.Batch(q.findMore(want), q.rested())
	}
	switch {
	case want == widget.Head || want == widget.Tail:
		q.Hold()
		return q.fetch(want)
	case want != widget.Nothing && !q.reading:
		return tea.Batch(q.fetch(want), q.rested())
	}
	return q.rested()
}

// mouse puts the cursor on the row that is clicked; a click on the row that has it opens the request.
func (q *Queue) mouse(m screen.Mouse) tea.Cmd {
	if q.Waits() || q.Open() != nil {
		return nil
	}
	q.choosing = false
	inDetail := q.focus && !q.wide() || q.wide() && m.X > q.divider()
	switch {
	case m.Wheel != 0 && inDetail:
		q.detail.Scroll(m.Wheel)
	case m.Wheel != 0:
		return q.went(q.list.Move(m.Wheel))
	case inDetail:
		q.focus = q.list.Len() > 0
		return q.openDetail()
	case m.Y > 0:
		before, _ := q.currentID()
		if !q.list.Click(m.Y - 1) {
			return nil
		}
		q.focus = false
		if id, _ := q.currentID(); id == before {
			q.focus = !q.wide()
			return q.openDetail()
		}
		return q.went(q.list.Wants())
	}
	return nil
}
