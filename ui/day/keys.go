package day

import (
	"context"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model"
	"leerbalie/model/desk"
	modelhandover "leerbalie/model/desk/handover"
	"leerbalie/model/desk/notice"
	"leerbalie/model/journal"
	"leerbalie/ui/dialog"
	"leerbalie/ui/dialog/handover"
	"leerbalie/ui/keys"
	"leerbalie/ui/screen"
	"leerbalie/ui/widget"
)

// Scope is where the keys of this screen work.
const Scope keys.Scope = "day"

// What keys do here.
const (
	Open     keys.ID = "day-open"
	Done     keys.ID = "day-done"
	Move     keys.ID = "day-move"
	Take     keys.ID = "day-take"
	Handover keys.ID = "day-handover"
	Sheet    keys.ID = "day-sheet"
	Write    keys.ID = "day-write"
	Visits   keys.ID = "day-visits"
	Undo     keys.ID = "day-undo"
	Redo     keys.ID = "day-redo"
)

// Keys gives the keys of this screen.
func Keys() []keys.Key { return actions().Keys() }

// actions is all that can be done on this screen.
func actions() screen.Actions[*Day] {
	return append(screen.Actions[*Day]{
		{ID: Open, Scope: Scope, Keys: []string{"enter"}, Word: "key.day.open", When: func(d *Day) bool { return d.chosen() != nil }, Do: (*Day).open},
		{ID: Done, Scope: Scope, Keys: []string{"b"}, Word: "key.day.done", When: (*Day).onTask, Do: (*Day).done, Why: (*Day).whyNoTask},
		{ID: Take, Scope: Scope, Keys: []string{"t"}, Word: "key.day.take", When: (*Day).onUntimed, Do: (*Day).takeTime, Why: (*Day).whyTimed},
		{ID: Move, Scope: Scope, Keys: []string{"w"}, Word: "key.day.move", When: (*Day).onPromise, Do: (*Day).move, Why: (*Day).whyNoTask},
		{ID: Visits, Scope: Scope, Keys: []string{"v"}, Word: "key.day.visits", Do: func(*Day) tea.Cmd { return screen.Send(screen.Open{Name: screen.Visits}) }},
		{ID: Handover, Scope: Scope, Keys: []string{"O"}, Word: "key.day.handover", When: (*Day).has, Do: (*Day).handOver, Why: (*Day).whyNothing},
		{ID: Sheet, Scope: Scope, Keys: []string{"s"}, Word: "key.day.sheet", When: (*Day).has, Do: (*Day).sheet, Why: (*Day).whyNothing},
		{ID: Write, Scope: Scope, Keys: []string{"e"}, Word: "key.day.write", When: (*Day).has, Do: (*Day).write, Why: (*Day).whyNothing},
		{ID: keys.Back, Do: func(*Day) tea.Cmd { return screen.Send(screen.Close{}) }},
	}, dialog.Undoing[*Day](Scope, Undo, Redo)...)
}

// has tells whether something that can be handed over is on whoever sits here.
func (d *Day) has() bool {
	return d.known && d.failed == "" && len(d.data.day.Requests)+len(d.data.day.Promises) > 0
}

func (d *Day) whyNothing() string {
	if d.known {
		return d.Env.Words.Say("error.handover-nothing")
	}
	return ""
}

// onPromise tells whether the cursor is on something promised.
func (d *Day) onPromise() bool {
	r := d.chosen()
	return r != nil && r.promise != nil
}

// onTask tells whether that is a task or a call-back, and no date of a request.
func (d *Day) onTask() bool { return d.onPromise() && d.chosen().promise.Kind != desk.PromiseFollowUp }

func (d *Day) whyNoTask() string {
	if d.chosen() == nil {
		return ""
	}
	return d.Env.Words.Say("day.no-task")
}

// onUntimed tells whether no time was agreed on.
func (d *Day) onUntimed() bool { return d.onTask() && d.chosen().promise.Due.IsZero() }

func (d *Day) whyTimed() string {
	if d.onPromise() {
		return d.Env.Words.Say("day.timed", "key", d.Env.Keys.Label(Move))
	}
	return d.whyNoTask()
}

// open goes to the request of the row that the cursor is on, and notes that its messages were seen; of an appointment to the pairs.
func (d *Day) open() tea.Cmd {
	r := *d.chosen()
	if r.visit != nil {
		return screen.Send(screen.Open{Name: screen.Visits})
	}
	if r.asks != nil {
		return screen.Send(toAsks(r.asks))
	}
	if r.page != "" {
		return screen.Send(toPage(r.page))
	}
	if r.request.IsZero() {
		return screen.Send(screen.Open{Name: screen.Pairs})
	}
	toRequest := screen.Send(screen.Open{Name: screen.Desk, With: screen.AtRequest{ID: r.request}})
	if !r.message {
		return toRequest
	}
	session, ctx := d.Env.Session, d.Env.Ctx
	return tea.Sequence(func() tea.Msg {
		if _, err := session.DoQuietly(ctx, notice.SeeMessages{ID: r.request}); err != nil {
			return screen.Saved{Err: err}
		}
		return nil
	}, toRequest)
}

// done asks what came of a promise.
func (d *Day) done() tea.Cmd {
	p := d.chosen().promise
	w := d.Env.Words
	return d.Type(&dialog.Prompt{Key: "fact/" + p.Request.String(), About: p.Request, Prompt: widget.Prompt{Title: w.Say("task.fact") + " · " + p.Number, Input: widget.NewInput("", 2)},
		Help: func(string) []string { return []string{d.Env.Theme.Faint.On(w.Say("task.fact.hint"))} },
		Submit: func(text string) tea.Cmd {
			return d.Do(nil, desk.FinishTask{ID: p.Request, Task: p.Task, Fact: text})
		}})
}

// takeTime gives a promise without a time the one that is proposed.
func (d *Day) takeTime() tea.Cmd {
	p := d.chosen().promise
	return d.Do(nil, desk.MoveTask{ID: p.Request, Task: p.Task, Due: desk.ProposedTime(d.Env.Now(), d.Env.Local(d.now).Location())})
}

// move asks another time: Enter takes the one that is proposed.
func (d *Day) move() tea.Cmd {
	p, w := d.chosen().promise, d.Env.Words
	zone := d.Env.Local(d.now).Location()
	at := desk.ProposedTime(d.Env.Now(), zone)
	if at.Equal(p.Due) {
		at = desk.ProposedTime(at, zone)
	}
	prompt := &dialog.Prompt{Prompt: widget.Prompt{Title: w.Say("day.move") + " · " + p.Number, Input: widget.NewInput("", 1)},
		Help: func(string) []string {
			return []string{d.Env.Theme.Faint.On(w.Say("day.move.hint", "when", d.Env.When(at)))}
		}}
	prompt.Submit = func(text string) tea.Cmd {
		due, ok := at, true
		if text != "" {
			due, ok = w.Moment(text, d.Env.Now(), zone)
		}
		if !ok {
			prompt.Fault = w.Say("task.due.fault")
			return nil
		}
		if p.Kind == desk.PromiseFollowUp {
			return d.Do(nil, desk.EditRequest{ID: p.Request, Alter: func(r *desk.Request) { r.FollowUp = due }})
		}
		return d.Do(nil, desk.MoveTask{ID: p.Request, Task: p.Task, Due: due})
	}
	return d.Type(prompt)
}

// handOver gives all that is on whoever sits here to somebody else.
func (d *Day) handOver() tea.Cmd { return handover.Handing{Host: &d.Host}.Start() }

// sheetRead reads the sheet for handing over.
func (d *Day) sheetRead(then func(modelhandover.Sheet) tea.Cmd) tea.Cmd {
	return dialog.Look(&d.Host, func(ctx context.Context, session *model.Session) (modelhandover.Sheet, error) {
		return modelhandover.ReadSheet(ctx, session, journal.ID{})
	}, then)
}

// sheet shows it.
func (d *Day) sheet() tea.Cmd {
	return d.sheetRead(func(s modelhandover.Sheet) tea.Cmd {
		doc := d.maker().Handover(&s)
		return d.Show(&dialog.Reading{Document: doc, WriteKey: Write, Write: func() tea.Cmd { return d.keep(&s) }})
	})
}

// write keeps it as a file.
func (d *Day) write() tea.Cmd {
	return d.sheetRead(func(s modelhandover.Sheet) tea.Cmd { return d.keep(&s) })
}

func (d *Day) keep(s *modelhandover.Sheet) tea.Cmd {
	return d.WriteFile(dialog.DocumentWriting(d.Env.Words.Say("handover.file"), d.maker().Handover(s)))
}
