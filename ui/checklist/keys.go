package checklist

import (
	"slices"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/ui/dialog"
	"leerbalie/ui/keys"
	"leerbalie/ui/screen"
)

// Scope is where the keys of this screen work; the pages and judging have their own beside it.
const Scope keys.Scope = "checklist"

// What keys do among checklists.
const (
	Judge      keys.ID = "checklist-judge"
	Add        keys.ID = "checklist-add"
	Reflect    keys.ID = "checklist-reflect"
	Point      keys.ID = "checklist-point"
	Self       keys.ID = "checklist-self"
	Look       keys.ID = "checklist-look"
	Decide     keys.ID = "checklist-decide"
	Withdraw   keys.ID = "checklist-withdraw"
	Report     keys.ID = "checklist-report"
	Agreement  keys.ID = "checklist-agreement"
	Frameworks keys.ID = "checklist-frameworks"
	Group      keys.ID = "checklist-group"
	Framework  keys.ID = "checklist-framework"
	Order      keys.ID = "checklist-order"
	Without    keys.ID = "checklist-without"
	Search     keys.ID = "checklist-search"
	Open       keys.ID = "checklist-open"
	Pane       keys.ID = "checklist-pane"
	Write      keys.ID = "checklist-write"
	Undo       keys.ID = "checklist-undo"
	Redo       keys.ID = "checklist-redo"

	NextColumn keys.ID = "checklist-next-column"
	PrevColumn keys.ID = "checklist-prev-column"
	NextTab    keys.ID = "checklist-next-tab"
	PrevTab    keys.ID = "checklist-prev-tab"

	Clear keys.ID = "checklist-clear"
	Skip  keys.ID = "checklist-skip"
	Prior keys.ID = "checklist-prior"
	Why   keys.ID = "checklist-why"
)

// Keys gives the keys of this screen, and of judging.
func Keys() []keys.Key { return append(actions().Keys(), judgeActions().Keys()...) }

type action = screen.Action[*Checklist]

// actions is all that can be done on this screen, whichever page shows.
func actions() screen.Actions[*Checklist] {
	return slices.Concat(screen.Actions[*Checklist]{
		perPage(action{ID: Judge, Scope: Scope, Keys: []string{"b"}, Word: "key.checklist.judge", Why: (*Checklist).whyNotJudge},
			on((*class).canJudge, (*class).judge), on((*learner).canJudge, (*learner).judge), on((*piece).canJudge, (*piece).judge)),
		perPage(action{ID: Add, Scope: Scope, Keys: []string{"n"}, Word: "key.checklist.add"},
			on((*learner).canAdd, (*learner).startAdd)),
		{ID: Reflect, Scope: Scope, Keys: []string{"r"}, Word: "key.checklist.reflect", When: seen((*Checklist).owns), Do: withSeen((*Checklist).reflect)},
		{ID: Point, Scope: Scope, Keys: []string{"p"}, Word: "key.checklist.point", When: seen((*Checklist).canPoint), Do: withSeen((*Checklist).point)},
		{ID: Self, Scope: Scope, Keys: []string{"s"}, Word: "key.checklist.self", When: seen((*Checklist).canJudgeSelf), Do: withSeen((*Checklist).judgeSelf)},
		{ID: Look, Scope: Scope, Keys: []string{"l"}, Word: "key.checklist.look", When: seen((*Checklist).canLook), Do: withSeen((*Checklist).startLook)},
		perPage(action{ID: Decide, Scope: Scope, Keys: []string{"d"}, Word: "key.checklist.decide"},
			on((*learner).canDecide, (*learner).startDecide)),
		perPage(action{ID: Withdraw, Scope: Scope, Keys: []string{"w"}, Word: "key.checklist.withdraw"},
			on((*learner).canWithdraw, (*learner).startWithdraw)),
		perPage(action{ID: Report, Scope: Scope, Keys: []string{"R"}, Word: "key.checklist.report"},
			on(nil, (*class).openReport), on((*learner).shows, (*learner).openReport)),
		perPage(action{ID: Agreement, Scope: Scope, Keys: []string{"A"}, Word: "key.checklist.agreement"},
			on(nil, (*class).openAgreement)),
		{ID: Frameworks, Scope: Scope, Keys: []string{"F"}, Word: "key.checklist.frameworks", Do: func(*Checklist) tea.Cmd { return screen.Send(screen.Open{Name: screen.Frameworks}) }},
		perPage(action{ID: Group, Scope: Scope, Keys: []string{"g"}, Word: "key.checklist.group"},
			on(nil, (*class).chooseGroup)),
		perPage(action{ID: Framework, Scope: Scope, Keys: []string{"f"}, Word: "key.checklist.framework"},
			on(nil, func(k *class) tea.Cmd { return k.c.startFrameworks() }), on((*learner).shows, func(l *learner) tea.Cmd { return l.c.startFrameworks() })),
		perPage(action{ID: Order, Scope: Scope, Keys: []string{"o"}, Word: "key.checklist.order"},
			on(nil, (*class).nextOrder)),
		perPage(action{ID: Without, Scope: Scope, Keys: []string{"z"}, Word: "key.checklist.without"},
			on(nil, (*class).onlyWithout)),
		perPage(action{ID: Search, Scope: Scope, Keys: []string{"/"}, Word: "key.checklist.search"},
			on(nil, (*class).startSearch)),
		perPage(action{ID: Open, Scope: Scope, Keys: []string{"enter"}, Word: "key.checklist.open"},
			on((*class).hasRows, (*class).open), on((*learner).hasRows, (*learner).open), on((*fairness).hasRows, (*fairness).open)),
		perPage(action{ID: Pane, Scope: Scope, Keys: []string{"tab"}, Word: "key.checklist.pane"},
			on((*learner).hasDetails, (*learner).toDetails)),
		perPage(action{ID: Write, Scope: Scope, Keys: []string{"e"}, Word: "key.checklist.write"},
			on((*paper).shows, (*paper).write), on((*fairness).shows, (*fairness).write)),
	}, dialog.Undoing[*Checklist](Scope, Undo, Redo), screen.Actions[*Checklist]{
		perPage(action{ID: NextColumn, Scope: "checklist-class", Keys: []string{"right"}, Word: "key.checklist.next-column"},
			on(nil, func(k *class) tea.Cmd { return k.turn(1) })),
		perPage(action{ID: PrevColumn, Scope: "checklist-class", Keys: []string{"left"}, Word: "key.checklist.prev-column"},
			on(nil, func(k *class) tea.Cmd { return k.turn(-1) })),
		perPage(action{ID: NextTab, Scope: "checklist-student", Keys: []string{"right"}, Word: "key.checklist.next-tab"},
			on((*learner).shows, func(l *learner) tea.Cmd { return l.turn(l.tab + 1) }), on((*fairness).shows, (*fairness).turn)),
		perPage(action{ID: PrevTab, Scope: "checklist-student", Keys: []string{"left"}, Word: "key.checklist.prev-tab"},
			on((*learner).shows, func(l *learner) tea.Cmd { return l.turn(l.tab - 1 + tabs) }), on((*fairness).shows, (*fairness).turn)),
		perPage(action{ID: keys.Back}, on((*class).narrowed, (*class).showAll), on((*learner).canLeave, (*learner).leave),
			on(nil, (*piece).leave), on(nil, (*paper).leave), on(nil, (*fairness).leave)),
	})
}
