package learning

import (
	"slices"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/ui/dialog"
	"leerbalie/ui/keys"
	"leerbalie/ui/learning/judging"
	"leerbalie/ui/screen"
)

// Scope is where the keys of this screen work; the pages and judging have their own beside it.
const Scope keys.Scope = "learning"

// What keys do among checklists.
const (
	Judge      keys.ID = "learning-judge"
	Add        keys.ID = "learning-add"
	Reflect    keys.ID = "learning-reflect"
	Point      keys.ID = "learning-point"
	Self       keys.ID = "learning-self"
	Look       keys.ID = "learning-look"
	Decide     keys.ID = "learning-decide"
	Withdraw   keys.ID = "learning-withdraw"
	Report     keys.ID = "learning-report"
	Agreement  keys.ID = "learning-agreement"
	Frameworks keys.ID = "learning-frameworks"
	Group      keys.ID = "learning-group"
	Framework  keys.ID = "learning-framework"
	Attention  keys.ID = "learning-attention"
	Order      keys.ID = "learning-order"
	Without    keys.ID = "learning-without"
	Search     keys.ID = "learning-search"
	Open       keys.ID = "learning-open"
	Pane       keys.ID = "learning-pane"
	Write      keys.ID = "learning-write"
	Undo       keys.ID = "learning-undo"
	Redo       keys.ID = "learning-redo"
	Talk       keys.ID = "learning-talk"
	TalkAnew   keys.ID = "learning-talk-anew"
	Attach     keys.ID = "learning-attach"
	SaveFile   keys.ID = "learning-save-file"
	Observe    keys.ID = "learning-observe"
	Take       keys.ID = "learning-take"
	Return     keys.ID = "learning-return"

	NextColumn keys.ID = "learning-next-column"
	PrevColumn keys.ID = "learning-prev-column"
	NextTab    keys.ID = "learning-next-tab"
	PrevTab    keys.ID = "learning-prev-tab"
)

// Keys gives the keys of this screen, and of judging.
func Keys() []keys.Key { return append(actions().Keys(), judging.Keys()...) }

type action = screen.Action[*Learning]

// actions is all that can be done on this screen, whichever page shows.
func actions() screen.Actions[*Learning] {
	return slices.Concat(screen.Actions[*Learning]{
		perPage(action{ID: Judge, Scope: Scope, Keys: []string{"b"}, Word: "key.learning.judge", Why: (*Learning).whyNotJudge},
			on((*class).canJudge, (*class).judge), on((*learner).canJudge, (*learner).judge), on((*piece).canJudge, (*piece).judge)),
		perPage(action{ID: Add, Scope: Scope, Keys: []string{"n"}, Word: "key.learning.add"},
			on((*learner).canAdd, (*learner).startAdd)),
		{ID: Reflect, Scope: Scope, Keys: []string{"r"}, Word: "key.learning.reflect", When: seen((*Learning).isOwn), Do: withSeen((*Learning).reflect)},
		{ID: Point, Scope: Scope, Keys: []string{"p"}, Word: "key.learning.point", When: seen((*Learning).canPoint), Do: withSeen((*Learning).point)},
		{ID: Self, Scope: Scope, Keys: []string{"s"}, Word: "key.learning.self", When: seen((*Learning).canJudgeSelf), Do: withSeen((*Learning).judgeSelf)},
		{ID: Look, Scope: Scope, Keys: []string{"l"}, Word: "key.learning.look", When: seen((*Learning).canLook), Do: withSeen((*Learning).startLook)},
		{ID: Talk, Scope: Scope, Keys: []string{"c"}, Word: "key.learning.say", When: seen((*Learning).canTalk), Do: withSeen((*Learning).say)},
		{ID: TalkAnew, Scope: Scope, Keys: []string{"C"}, Word: "key.learning.say-anew", When: seen((*Learning).canSayAnew), Do: withSeen((*Learning).sayAnew)},
		{ID: Attach, Scope: Scope, Keys: []string{"a"}, Word: "key.learning.attach", When: seen((*Learning).canAttach), Do: withSeen((*Learning).attach)},
		{ID: SaveFile, Scope: Scope, Keys: []string{"x"}, Word: "key.learning.save-file", When: seen((*Learning).canSave), Do: withSeen((*Learning).save)},
		perPage(action{ID: Observe, Scope: Scope, Keys: []string{"O"}, Word: "key.learning.observe"},
			on((*class).canObserve, (*class).observe)),
		perPage(action{ID: Decide, Scope: Scope, Keys: []string{"d"}, Word: "key.learning.decide"},
			on((*learner).canDecide, (*learner).startDecide)),
		perPage(action{ID: Withdraw, Scope: Scope, Keys: []string{"w"}, Word: "key.learning.withdraw"},
			on((*learner).canWithdraw, (*learner).startWithdraw)),
		perPage(action{ID: Report, Scope: Scope, Keys: []string{"R"}, Word: "key.learning.report"},
			on(nil, (*class).openReport), on((*learner).shows, (*learner).openReport)),
		perPage(action{ID: Agreement, Scope: Scope, Keys: []string{"A"}, Word: "key.learning.agreement"},
			on(nil, (*class).openAgreement)),
		perPage(action{ID: Take, Scope: Scope, Keys: []string{"m"}, Word: "key.learning.take"},
			on((*class).mayTake, (*class).takeAway)),
		perPage(action{ID: Return, Scope: Scope, Keys: []string{"t"}, Word: "key.learning.return"},
			on((*class).mayTake, (*class).bringIn)),
		{ID: Frameworks, Scope: Scope, Keys: []string{"F"}, Word: "key.learning.frameworks", Do: func(*Learning) tea.Cmd { return screen.Send(screen.Open{Name: screen.Frameworks}) }},
		perPage(action{ID: Group, Scope: Scope, Keys: []string{"g"}, Word: "key.learning.group"},
			on(nil, (*class).chooseGroup)),
		perPage(action{ID: Framework, Scope: Scope, Keys: []string{"f"}, Word: "key.learning.framework"},
			on(nil, func(k *class) tea.Cmd { return k.c.startFrameworks() }), on((*learner).shows, func(l *learner) tea.Cmd { return l.c.startFrameworks() })),
		perPage(action{ID: Attention, Scope: Scope, Keys: []string{"K"}, Word: "key.learning.attention"},
			on((*class).hasAttention, (*class).toAttention)),
		perPage(action{ID: Order, Scope: Scope, Keys: []string{"o"}, Word: "key.learning.order"},
			on(nil, (*class).nextOrder)),
		perPage(action{ID: Without, Scope: Scope, Keys: []string{"z"}, Word: "key.learning.without"},
			on(nil, (*class).onlyWithout)),
		perPage(action{ID: Search, Scope: Scope, Keys: []string{"/"}, Word: "key.learning.search"},
			on(nil, (*class).startSearch)),
		perPage(action{ID: Open, Scope: Scope, Keys: []string{"enter"}, Word: "key.learning.open"},
			on((*class).hasRows, (*class).open), on((*learner).hasRows, (*learner).open), on((*agreementPage).hasRows, (*agreementPage).open)),
		perPage(action{ID: Pane, Scope: Scope, Keys: []string{"tab"}, Word: "key.learning.pane"},
			on((*learner).hasDetails, (*learner).toDetails)),
		perPage(action{ID: Write, Scope: Scope, Keys: []string{"e"}, Word: "key.learning.write"},
			on((*documentPage).shows, (*documentPage).write), on((*agreementPage).shows, (*agreementPage).write)),
	}, dialog.Undoing[*Learning](Scope, Undo, Redo), screen.Actions[*Learning]{
		perPage(action{ID: NextColumn, Scope: "learning-class", Keys: []string{"right"}, Word: "key.learning.next-column"},
			on(nil, func(k *class) tea.Cmd { return k.turn(1) })),
		perPage(action{ID: PrevColumn, Scope: "learning-class", Keys: []string{"left"}, Word: "key.learning.prev-column"},
			on(nil, func(k *class) tea.Cmd { return k.turn(-1) })),
		perPage(action{ID: NextTab, Scope: "learning-student", Keys: []string{"right"}, Word: "key.learning.next-tab"},
			on((*learner).shows, func(l *learner) tea.Cmd { return l.turn(l.tab + 1) }), on((*agreementPage).shows, (*agreementPage).turn)),
		perPage(action{ID: PrevTab, Scope: "learning-student", Keys: []string{"left"}, Word: "key.learning.prev-tab"},
			on((*learner).shows, func(l *learner) tea.Cmd { return l.turn(l.tab - 1 + tabs) }), on((*agreementPage).shows, (*agreementPage).turn)),
		perPage(action{ID: keys.Back}, on((*class).narrowed, (*class).showAll), on((*learner).canLeave, (*learner).leave),
			on(nil, (*piece).leave), on(nil, (*documentPage).leave), on(nil, (*agreementPage).leave)),
	})
}
