package queue

import (
	"slices"
	"strings"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model"
	"leerbalie/ui/keys"
	"leerbalie/ui/screen"
	"leerbalie/ui/widget"
)

// Update takes in a message.
func (q *Queue) Update(msg tea.Msg) (screen.Screen, tea.Cmd) { return q, q.take(msg) }

func (q *Queue) take(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case tea.KeyMsg:
		if q.waits() {
			q.held = append(q.held, msg)
			return nil
		}
		return q.key(msg)
	case screen.Resized:
		q.size = msg.Size
		q.list.Resize(msg.Size.Height - 1)
		return q.more()
	case screen.AtRequest:
		return q.showRequest(msg.ID)
	case screen.Renewed:
		q.env = msg.Env
		q.markOffers()
	case screen.Tick:
		q.now = msg.Now
		if !q.hour(q.now).Equal(q.offering.hour) {
			return q.fetchOffers()
		}
	case screen.Changed:
		return q.changed(msg)
	case screen.Rest:
		return q.passed(msg)
	case screen.Mouse:
		return q.mouse(msg)
	case screen.Pasted:
		if q.dialog == nil && !q.waits() {
			return q.startIntake(strings.TrimSpace(msg.Text))
		}
	case screen.Leaving, screen.Keep:
		return q.keep()
	case screen.Answer[stretch]:
		return q.took(msg)
	case screen.Answer[model.Counts]:
		if q.count.Fits(msg.Ticket) && msg.Err == nil {
			q.counts = msg.Value
		}
	case screen.Answer[[]model.Person]:
		if q.crew.Fits(msg.Ticket) && msg.Err == nil {
			q.people = make(map[model.ID]model.Person, len(msg.Value))
			for _, p := range msg.Value {
				q.people[p.ID] = p
			}
		}
	case screen.Answer[[]model.Pair]:
		if q.twos.Fits(msg.Ticket) && msg.Err == nil {
			q.pairs = nil
			for _, p := range msg.Value {
				if p.Ended == nil && !p.Forbidden && !p.Archived {
					q.pairs = append(q.pairs, p.Members)
				}
			}
		}
	case screen.Answer[map[model.ID][]model.PairOffer]:
		return q.tookOffers(msg)
	case screen.Answer[file]:
		return q.tookFile(msg)
	case screen.Answer[[]model.RequestRow]:
		if d, ok := q.dialog.(*merging); ok && d.ask.Fits(msg.Ticket) {
			d.found(msg)
		}
	case screen.Answer[result]:
		return q.tookFound(msg)
	case screen.Answer[[]model.Resident]:
		if d, ok := q.dialog.(*intake); ok {
			d.found(msg)
		}
	case screen.Answer[[]model.Candidate]:
		if d, ok := q.dialog.(*sheet); ok && d.similar != nil && d.similar.ask.Fits(msg.Ticket) {
			d.similar.found(q, &d.form, msg.Value)
		}
	case screen.Answer[[]own]:
		q.tookOwn(msg)
	case pageRead:
		q.tookAgain(msg)
	case pageOpened:
		return q.tookPage(msg)
	case acted:
		return q.tookActed(msg)
	case edited:
		return q.tookEdited(msg)
	case looked:
		return q.tookLooked(msg)
	case draftsMsg:
		return q.tookDrafts(msg)
	case safeMsg:
		q.safely(msg)
	}
	return nil
}

// waits tells whether keys wait for something that decides what they are about.
func (q *Queue) waits() bool { return q.hold || q.acting }

// Released gives the keys that waited for something that is done now.
func (q *Queue) Released() []tea.KeyMsg {
	if q.waits() || len(q.held) == 0 {
		return nil
	}
	held := q.held
	q.held = nil
	return held
}

// passed is a moment that passed: the cursor rests, or a draft is due.
func (q *Queue) passed(msg screen.Rest) tea.Cmd {
	switch {
	case q.rest.Fits(msg.Ticket):
		if id, ok := q.currentID(); ok && (q.wide() || q.focus) {
			return q.fetchFile(id)
		}
	case q.due.Fits(msg.Ticket):
		return q.keep()
	}
	return nil
}

func (q *Queue) tookFile(a screen.Answer[file]) tea.Cmd {
	if !q.file.Fits(a.Ticket) {
		return nil
	}
	if a.Err != nil {
		q.shown = nil
		return nil
	}
	if q.shown == nil || q.shown.request.ID != a.Value.request.ID {
		q.scroll = 0
	}
	q.shown = &a.Value
	return nil
}

// key does what a key means where the screen stands now.
func (q *Queue) key(msg tea.KeyMsg) tea.Cmd {
	switch {
	case q.dialog != nil:
		if cmd, ok := q.outside(msg); ok {
			return cmd
		}
		return q.dialog.update(q, msg)
	case q.choosing:
		return q.choose(msg)
	case q.typing:
		return q.searchKey(msg)
	}
	set := q.env.Keys
	switch {
	case set.Is(msg, Intake):
		return q.startIntake("")
	case set.Is(msg, Search):
		q.typing, q.focus = true, false
		if !q.finding {
			q.search.Set("")
		}
		return nil
	case set.Is(msg, Filter):
		return q.startFilter()
	case set.Is(msg, SaveView):
		return q.startSaveView()
	case set.Is(msg, AlterView):
		return q.startAlterView()
	case set.Is(msg, Views):
		q.choosing = true
		return nil
	case set.Is(msg, Undo):
		return q.undo(false)
	case set.Is(msg, Redo):
		return q.undo(true)
	case set.Is(msg, Drafts):
		return q.startDrafts()
	case set.Is(msg, keys.Back):
		return q.back()
	case set.Is(msg, Pane):
		q.focus = !q.focus && q.list.Len() > 0
		return q.openFile()
	}
	if cmd, ok := q.move(msg); ok {
		return cmd
	}
	row, ok := q.current()
	if !ok {
		return nil
	}
	switch {
	case set.Is(msg, Claim):
		return q.claim(row)
	case set.Is(msg, Assign):
		return q.startAssign(row)
	case set.Is(msg, Evidence):
		return q.putEvidence(row)
	case set.Is(msg, Memo):
		return q.startMemo(row)
	case set.Is(msg, Contact):
		return q.startContact(row)
	case set.Is(msg, Minutes):
		return q.startMinutes(row)
	case set.Is(msg, Park):
		return q.park(row)
	case set.Is(msg, CloseIt):
		return q.startClose(row)
	case set.Is(msg, Edit):
		return q.startEdit(row)
	case set.Is(msg, Refer):
		return q.startRefer(row)
	case set.Is(msg, Task):
		return q.startTask(row)
	case set.Is(msg, Split):
		return q.startSplit(row)
	case set.Is(msg, Part) && row.Outcome == model.OutcomeMerged:
		return q.startPart(row)
	case set.Is(msg, Merge):
		return q.startMerge(row)
	case set.Is(msg, Resident):
		return q.look(row, startResident)
	case set.Is(msg, Steps):
		return q.startSteps(row)
	case set.Is(msg, Copy):
		return q.look(row, startCopy)
	case set.Is(msg, History):
		return q.look(row, startHistory)
	case set.Is(msg, Settle):
		return q.look(row, startSettle)
	case set.Is(msg, Detail):
		q.focus = true
		return q.openFile()
	}
	return nil
}

// openFile reads the request the cursor is on, unless it shows already.
func (q *Queue) openFile() tea.Cmd {
	id, ok := q.currentID()
	if !ok || !q.focus || q.shown != nil && q.shown.request.ID == id {
		return nil
	}
	return q.fetchFile(id)
}

// back leaves the detail pane, then the search.
func (q *Queue) back() tea.Cmd {
	switch {
	case q.focus:
		q.focus = false
	case q.finding:
		return q.findLess()
	}
	return nil
}

// move handles the keys that move the cursor, or the detail where that has the keys.
func (q *Queue) move(msg tea.KeyMsg) (tea.Cmd, bool) {
	steps, ok := q.env.Keys.Steps(msg, q.list.Height())
	switch {
	case !ok:
		return nil, false
	case q.focus:
		q.scroll = max(q.scroll+steps, 0)
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
		q.hold = true
		return q.fetch(want)
	case want != widget.Nothing && !q.loading:
		return tea.Batch(q.fetch(want), q.rested())
	}
	return q.rested()
}

// mouse puts the cursor on the row that is clicked; a click on the row that has it opens the request.
func (q *Queue) mouse(m screen.Mouse) tea.Cmd {
	if q.waits() || q.dialog != nil {
		return nil
	}
	q.choosing = false
	inDetail := q.focus && !q.wide() || q.wide() && m.X > q.divider()
	switch {
	case m.Wheel != 0 && inDetail:
		q.scroll = max(q.scroll+m.Wheel, 0)
	case m.Wheel != 0:
		return q.went(q.list.Move(m.Wheel))
	case inDetail:
		q.focus = q.list.Len() > 0
		return q.openFile()
	case m.Y > 0:
		before, _ := q.currentID()
		if !q.list.Click(m.Y - 1) {
			return nil
		}
		q.focus = false
		if id, _ := q.currentID(); id == before {
			q.focus = !q.wide()
			return q.openFile()
		}
		return q.went(q.list.Wants())
	}
	return nil
}

// crewByName gives the colleagues in order of name.
func (q *Queue) crewByName() []model.Person {
	out := make([]model.Person, 0, len(q.people))
	for _, p := range q.people {
		out = append(out, p)
	}
	slices.SortFunc(out, func(a, b model.Person) int { return strings.Compare(model.FoldText(a.Name), model.FoldText(b.Name)) })
	return out
}

func (q *Queue) zone() *time.Location {
	if q.env.Zone == nil {
		return time.UTC
	}
	return q.env.Zone
}
