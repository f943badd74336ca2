package overview

import (
	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model/desk"
	"leerbalie/ui/keys"
	"leerbalie/ui/screen"
)

// Scope is where the keys of this screen work.
const Scope keys.Scope = "overview"

// What keys do here.
const (
	NextPage  keys.ID = "overview-next-page"
	PrevPage  keys.ID = "overview-prev-page"
	Earlier   keys.ID = "overview-earlier"
	Later     keys.ID = "overview-later"
	Now       keys.ID = "overview-now"
	Days      keys.ID = "overview-days"
	Write     keys.ID = "overview-write"
	Look      keys.ID = "overview-look"
	Closed    keys.ID = "overview-closed"
	Waiting   keys.ID = "overview-waiting"
	AddPrice  keys.ID = "overview-add-price"
	EditPrice keys.ID = "overview-edit-price"
	DropPrice keys.ID = "overview-drop-price"
	Compare   keys.ID = "overview-compare"
	Uncompare keys.ID = "overview-uncompare"
	Send      keys.ID = "overview-send"
	Undo      keys.ID = "overview-undo"
	Redo      keys.ID = "overview-redo"
)

// Keys gives the keys of this screen.
func Keys() []keys.Key { return actions().Keys() }

// actions is all that can be done on this screen.
func actions() screen.Actions[*Overview] {
	return screen.Actions[*Overview]{
		{ID: NextPage, Scope: Scope, Keys: []string{"tab"}, Word: "key.overview.next-page", Do: func(o *Overview) tea.Cmd { return o.turn(1) }},
		{ID: Earlier, Scope: Scope, Keys: []string{"left"}, Word: "key.overview.earlier", When: (*Overview).canBack, Do: func(o *Overview) tea.Cmd { return o.past(-1) }},
		{ID: Later, Scope: Scope, Keys: []string{"right"}, Word: "key.overview.later", When: (*Overview).canOn, Do: func(o *Overview) tea.Cmd { return o.past(1) }},
		{ID: Closed, Scope: Scope, Keys: []string{"enter"}, Word: "key.overview.closed", When: (*Overview).handled, Do: (*Overview).behind},
		{ID: AddPrice, Scope: Scope, Keys: []string{"n"}, Word: "key.overview.add-price", When: (*Overview).mayPrice, Do: (*Overview).addPrice, Why: (*Overview).whyNotPrice},
		{ID: EditPrice, Scope: Scope, Keys: []string{"m"}, Word: "key.overview.edit-price", When: (*Overview).canPrice, Do: (*Overview).editPrice, Why: (*Overview).whyNotPrice},
		{ID: DropPrice, Scope: Scope, Keys: []string{"delete"}, Word: "key.overview.drop-price", When: (*Overview).canPrice, Do: (*Overview).dropPrice, Why: (*Overview).whyNotPrice},
		{ID: Compare, Scope: Scope, Keys: []string{"c"}, Word: "key.overview.compare", When: (*Overview).mayCompare, Do: (*Overview).askFigure, Why: (*Overview).whyNotCompare},
		{ID: Uncompare, Scope: Scope, Keys: []string{"x"}, Word: "key.overview.uncompare", When: (*Overview).canUncompare, Do: (*Overview).dropFigure, Why: (*Overview).whyNotCompare},
		{ID: Send, Scope: Scope, Keys: []string{"s"}, Word: "key.overview.send", When: (*Overview).canSend, Do: (*Overview).send, Why: (*Overview).whyNotSend},
		{ID: Waiting, Scope: Scope, Keys: []string{"w"}, Word: "key.overview.waiting", When: (*Overview).shows, Do: to(desk.ViewWaiting)},
		{ID: Write, Scope: Scope, Keys: []string{"e"}, Word: "key.overview.write", When: (*Overview).shows, Do: (*Overview).write},
		{ID: Days, Scope: Scope, Keys: []string{"p"}, Word: "key.overview.days", Do: (*Overview).ask},
		{ID: Look, Scope: Scope, Keys: []string{"o"}, Word: "key.overview.look", When: (*Overview).shows, Do: (*Overview).look},
		{ID: Now, Scope: Scope, Keys: []string{"t"}, Word: "key.overview.now", When: (*Overview).canOn, Do: (*Overview).toNow},
		{ID: PrevPage, Scope: Scope, Keys: []string{"shift+tab"}, Word: "key.overview.prev-page", Do: func(o *Overview) tea.Cmd { return o.turn(-1) }},
		{ID: Undo, Scope: Scope, Keys: []string{"u"}, Word: "key.undo", When: (*Overview).mayAlter, Do: func(o *Overview) tea.Cmd { return o.TakeBack(false, nil) }},
		{ID: Redo, Scope: Scope, Keys: []string{"ctrl+r"}, Word: "key.redo", When: (*Overview).mayAlter, Do: func(o *Overview) tea.Cmd { return o.TakeBack(true, nil) }},
	}
}

// to goes to a list of the desk.
func to(list desk.QueueView) func(*Overview) tea.Cmd {
	return func(*Overview) tea.Cmd {
		return screen.Send(screen.Open{Name: screen.Desk, With: screen.AtList{List: list}})
	}
}
