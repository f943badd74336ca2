package pairs

import "leerbalie/ui/keys"

// Scope is where the keys of this screen work.
const Scope keys.Scope = "pairs"

// What keys do among pairs.
const (
	Open     keys.ID = "pairs-open"
	Propose  keys.ID = "pairs-propose"
	Weights  keys.ID = "pairs-weights"
	Lock     keys.ID = "pairs-lock"
	Forbid   keys.ID = "pairs-forbid"
	Swap     keys.ID = "pairs-swap"
	Rematch  keys.ID = "pairs-rematch"
	Reopen   keys.ID = "pairs-reopen"
	Publish  keys.ID = "pairs-publish"
	Keep     keys.ID = "pairs-keep"
	Kept     keys.ID = "pairs-kept"
	Afresh   keys.ID = "pairs-afresh"
	CheckIn  keys.ID = "pairs-check-in"
	Evaluate keys.ID = "pairs-evaluate"
	Agree    keys.ID = "pairs-agree"
	Fit      keys.ID = "pairs-fit"
	End      keys.ID = "pairs-end"
	Never    keys.ID = "pairs-never"
	Search   keys.ID = "pairs-search"
	NextTab  keys.ID = "pairs-next-tab"
	PrevTab  keys.ID = "pairs-prev-tab"
	Pane     keys.ID = "pairs-pane"
	Undo     keys.ID = "pairs-undo"
	Redo     keys.ID = "pairs-redo"

	Less    keys.ID = "pairs-less"
	More    keys.ID = "pairs-more"
	KeepSet keys.ID = "pairs-keep-set"
)

// Keys gives the keys of this screen.
func Keys() []keys.Key {
	return []keys.Key{
		{ID: Propose, Scope: Scope, Keys: []string{"p"}, Word: "key.pairs.propose"},
		{ID: Lock, Scope: Scope, Keys: []string{"l", " "}, Word: "key.pairs.lock"},
		{ID: Forbid, Scope: Scope, Keys: []string{"x"}, Word: "key.pairs.forbid"},
		{ID: Swap, Scope: Scope, Keys: []string{"s"}, Word: "key.pairs.swap"},
		{ID: Weights, Scope: Scope, Keys: []string{"w"}, Word: "key.pairs.weights"},
		{ID: Publish, Scope: Scope, Keys: []string{"P"}, Word: "key.pairs.publish"},
		{ID: Rematch, Scope: Scope, Keys: []string{"r"}, Word: "key.pairs.rematch"},
		{ID: Reopen, Scope: Scope, Keys: []string{"o"}, Word: "key.pairs.reopen"},
		{ID: Keep, Scope: Scope, Keys: []string{"S"}, Word: "key.pairs.keep"},
		{ID: Kept, Scope: Scope, Keys: []string{"v"}, Word: "key.pairs.kept"},
		{ID: Afresh, Scope: Scope, Keys: []string{"R"}, Word: "key.pairs.afresh"},
		{ID: CheckIn, Scope: Scope, Keys: []string{"c"}, Word: "key.pairs.check-in"},
		{ID: Evaluate, Scope: Scope, Keys: []string{"e"}, Word: "key.pairs.evaluate"},
		{ID: Agree, Scope: Scope, Keys: []string{"a"}, Word: "key.pairs.agree"},
		{ID: Fit, Scope: Scope, Keys: []string{"f"}, Word: "key.pairs.fit"},
		{ID: End, Scope: Scope, Keys: []string{"X"}, Word: "key.pairs.end"},
		{ID: Never, Scope: Scope, Keys: []string{"N"}, Word: "key.pairs.never"},
		{ID: Search, Scope: Scope, Keys: []string{"/"}, Word: "key.pairs.search"},
		{ID: NextTab, Scope: Scope, Keys: []string{"right"}, Word: "key.pairs.next-tab"},
		{ID: PrevTab, Scope: Scope, Keys: []string{"left"}, Word: "key.pairs.prev-tab"},
		{ID: Open, Scope: Scope, Keys: []string{"enter"}, Word: "key.pairs.open"},
		{ID: Pane, Scope: Scope, Keys: []string{"tab"}, Word: "key.pairs.pane"},
		{ID: Undo, Scope: Scope, Keys: []string{"u"}, Word: "key.pairs.undo"},
		{ID: Redo, Scope: Scope, Keys: []string{"ctrl+r"}, Word: "key.pairs.redo"},
		{ID: Less, Scope: "pairs-slider", Keys: []string{"left", "-"}, Word: "key.pairs.less"},
		{ID: More, Scope: "pairs-slider", Keys: []string{"right", "+", "="}, Word: "key.pairs.more"},
		{ID: KeepSet, Scope: "pairs-slider", Keys: []string{"s"}, Word: "key.pairs.keep-set"},
	}
}
