package pairs

import (
	"slices"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/ui/dialog"
	"leerbalie/ui/keys"
	"leerbalie/ui/screen"
)

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
func Keys() []keys.Key { return append(actions().Keys(), sliderActions().Keys()...) }

// actions is all that can be done on this screen.
func actions() screen.Actions[*Pairs] {
	return slices.Concat(screen.Actions[*Pairs]{
		{ID: Propose, Scope: Scope, Keys: []string{"p"}, Word: "key.pairs.propose", When: (*Pairs).canPropose, Do: (*Pairs).begin},
		{ID: Lock, Scope: Scope, Keys: []string{"l", " "}, Word: "key.pairs.lock", When: (*Pairs).onOverridable, Do: (*Pairs).lock, Why: (*Pairs).whyNotLock},
		{ID: Forbid, Scope: Scope, Keys: []string{"x"}, Word: "key.pairs.forbid", When: (*Pairs).onOverridable, Do: (*Pairs).forbid, Why: (*Pairs).whyNotLock},
		{ID: Swap, Scope: Scope, Keys: []string{"s"}, Word: "key.pairs.swap", When: (*Pairs).canSwap, Do: (*Pairs).startSwap},
		{ID: Weights, Scope: Scope, Keys: []string{"w"}, Word: "key.pairs.weights", Do: func(p *Pairs) tea.Cmd { return tea.Batch(p.begin(), p.startSliders()) }},
		{ID: Publish, Scope: Scope, Keys: []string{"P"}, Word: "key.pairs.publish", When: (*Pairs).canPublish, Do: (*Pairs).publish, Why: (*Pairs).whyNotPublish},
		{ID: Rematch, Scope: Scope, Keys: []string{"r"}, Word: "key.pairs.rematch", Do: (*Pairs).rematch},
		{ID: Reopen, Scope: Scope, Keys: []string{"o"}, Word: "key.pairs.reopen", When: func(p *Pairs) bool { return !p.runningPair().IsZero() }, Do: (*Pairs).reopen},
		{ID: Keep, Scope: Scope, Keys: []string{"S"}, Word: "key.pairs.keep", When: (*Pairs).canPublish, Do: (*Pairs).startKeep, Why: (*Pairs).whyNotLed},
		{ID: Kept, Scope: Scope, Keys: []string{"v"}, Word: "key.pairs.kept", Do: (*Pairs).startKept},
		{ID: Afresh, Scope: Scope, Keys: []string{"R"}, Word: "key.pairs.afresh", When: func(p *Pairs) bool { return p.tab == proposed }, Do: (*Pairs).afresh},
		{ID: CheckIn, Scope: Scope, Keys: []string{"c"}, Word: "key.pairs.check-in", When: (*Pairs).onOwnPair, Do: withPair((*Pairs).startCheckIn), Why: (*Pairs).whyNotOwn},
		{ID: Evaluate, Scope: Scope, Keys: []string{"e"}, Word: "key.pairs.evaluate", When: (*Pairs).onLedPair, Do: withPair((*Pairs).startEvaluation), Why: (*Pairs).whyNotLed},
		{ID: Agree, Scope: Scope, Keys: []string{"a"}, Word: "key.pairs.agree", When: (*Pairs).onOwnPair, Do: withPair((*Pairs).startAgree), Why: (*Pairs).whyNotOwn},
		{ID: Fit, Scope: Scope, Keys: []string{"f"}, Word: "key.pairs.fit", When: (*Pairs).onOwnPair, Do: withPair((*Pairs).startFit), Why: (*Pairs).whyNotOwn},
		{ID: End, Scope: Scope, Keys: []string{"X"}, Word: "key.pairs.end", When: (*Pairs).onLedPair, Do: withPair((*Pairs).startEnd), Why: (*Pairs).whyNotLed},
		{ID: Never, Scope: Scope, Keys: []string{"N"}, Word: "key.pairs.never", When: (*Pairs).canSayNever, Do: (*Pairs).startNever, Why: (*Pairs).whyNotLed},
		{ID: Search, Scope: Scope, Keys: []string{"/"}, Word: "key.pairs.search", Do: (*Pairs).startSearch},
		{ID: NextTab, Scope: Scope, Keys: []string{"right"}, Word: "key.pairs.next-tab", Do: func(p *Pairs) tea.Cmd { return p.show(p.tab + 1) }},
		{ID: PrevTab, Scope: Scope, Keys: []string{"left"}, Word: "key.pairs.prev-tab", Do: func(p *Pairs) tea.Cmd { return p.show(p.tab - 1) }},
		{ID: Open, Scope: Scope, Keys: []string{"enter"}, Word: "key.pairs.open", When: (*Pairs).hasDetails, Do: (*Pairs).openDetails},
		{ID: Pane, Scope: Scope, Keys: []string{"tab"}, Word: "key.pairs.pane", When: (*Pairs).hasDetails, Do: (*Pairs).toDetails},
	}, dialog.Undoing[*Pairs](Scope, Undo, Redo), screen.Actions[*Pairs]{
		{ID: keys.Back, When: (*Pairs).canGoBack, Do: (*Pairs).back},
	})
}

// keyLine is what matters most where the screen stands now, for the key line.
func (p *Pairs) keyLine() []keys.ID {
	var out []keys.ID
	if p.focus || p.search.Text() != "" {
		out = append(out, keys.Back)
	}
	switch {
	case !p.leads():
		out = append(out, CheckIn, Agree, Fit, Propose, Weights)
	case p.tab != proposed:
		out = append(out, CheckIn, Propose, Agree, Evaluate, Fit, End, Swap, Rematch, Reopen, Weights, Kept)
	}
	return out
}
