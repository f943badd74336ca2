package checklist

import "leerbalie/ui/keys"

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

// Keys gives the keys of this screen.
func Keys() []keys.Key {
	return []keys.Key{
		{ID: Judge, Scope: Scope, Keys: []string{"b"}, Word: "key.checklist.judge"},
		{ID: Add, Scope: Scope, Keys: []string{"n"}, Word: "key.checklist.add"},
		{ID: Reflect, Scope: Scope, Keys: []string{"r"}, Word: "key.checklist.reflect"},
		{ID: Point, Scope: Scope, Keys: []string{"p"}, Word: "key.checklist.point"},
		{ID: Self, Scope: Scope, Keys: []string{"s"}, Word: "key.checklist.self"},
		{ID: Look, Scope: Scope, Keys: []string{"l"}, Word: "key.checklist.look"},
		{ID: Decide, Scope: Scope, Keys: []string{"d"}, Word: "key.checklist.decide"},
		{ID: Withdraw, Scope: Scope, Keys: []string{"w"}, Word: "key.checklist.withdraw"},
		{ID: Report, Scope: Scope, Keys: []string{"R"}, Word: "key.checklist.report"},
		{ID: Agreement, Scope: Scope, Keys: []string{"A"}, Word: "key.checklist.agreement"},
		{ID: Frameworks, Scope: Scope, Keys: []string{"F"}, Word: "key.checklist.frameworks"},
		{ID: Group, Scope: Scope, Keys: []string{"g"}, Word: "key.checklist.group"},
		{ID: Framework, Scope: Scope, Keys: []string{"f"}, Word: "key.checklist.framework"},
		{ID: Order, Scope: Scope, Keys: []string{"o"}, Word: "key.checklist.order"},
		{ID: Without, Scope: Scope, Keys: []string{"z"}, Word: "key.checklist.without"},
		{ID: Search, Scope: Scope, Keys: []string{"/"}, Word: "key.checklist.search"},
		{ID: Open, Scope: Scope, Keys: []string{"enter"}, Word: "key.checklist.open"},
		{ID: Pane, Scope: Scope, Keys: []string{"tab"}, Word: "key.checklist.pane"},
		{ID: Write, Scope: Scope, Keys: []string{"e"}, Word: "key.checklist.write"},
		{ID: Undo, Scope: Scope, Keys: []string{"u"}, Word: "key.undo"},
		{ID: Redo, Scope: Scope, Keys: []string{"ctrl+r"}, Word: "key.redo"},
		{ID: NextColumn, Scope: "checklist-class", Keys: []string{"right"}, Word: "key.checklist.next-column"},
		{ID: PrevColumn, Scope: "checklist-class", Keys: []string{"left"}, Word: "key.checklist.prev-column"},
		{ID: NextTab, Scope: "checklist-student", Keys: []string{"right"}, Word: "key.checklist.next-tab"},
		{ID: PrevTab, Scope: "checklist-student", Keys: []string{"left"}, Word: "key.checklist.prev-tab"},
		{ID: Why, Scope: "checklist-judging", Keys: []string{"tab"}, Word: "key.checklist.why"},
		{ID: Clear, Scope: "checklist-judging", Keys: []string{"backspace", "delete"}, Word: "key.checklist.clear"},
		{ID: Skip, Scope: "checklist-judging", Keys: []string{"right"}, Word: "key.checklist.skip"},
		{ID: Prior, Scope: "checklist-judging", Keys: []string{"left"}, Word: "key.checklist.prior"},
	}
}
