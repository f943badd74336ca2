package laptops

import (
	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/ui/keys"
	"leerbalie/ui/screen"
)

// Scope is where the keys of this screen work.
const Scope keys.Scope = "laptops"

// What keys do here.
const (
	Take     keys.ID = "laptops-take"
	Return   keys.ID = "laptops-return"
	Revoke   keys.ID = "laptops-revoke"
	Accept   keys.ID = "laptops-accept"
	Exchange keys.ID = "laptops-exchange"
	Stop     keys.ID = "laptops-stop"

	Browse keys.ID = "laptops-browse"
	Texts  keys.ID = "laptops-texts"
	Goes   keys.ID = "laptops-goes"
	Stays  keys.ID = "laptops-stays"
	Have   keys.ID = "laptops-have"
	Settle keys.ID = "laptops-settle"
)

// Keys gives the keys of this screen, and those of its dialogs.
func Keys() []keys.Key {
	return append(actions().Keys(),
		keys.Key{ID: Browse, Scope: "laptops-take", Keys: []string{"ctrl+b"}, Word: "key.laptops.browse"},
		keys.Key{ID: Texts, Scope: "laptops-take", Keys: []string{"ctrl+t"}, Word: "key.laptops.texts"},
		keys.Key{ID: Goes, Scope: "laptops-text", Keys: []string{"m"}, Word: "key.laptops.goes"},
		keys.Key{ID: Stays, Scope: "laptops-text", Keys: []string{"t"}, Word: "key.laptops.stays"},
		keys.Key{ID: Have, Scope: "laptops-code", Keys: []string{"w"}, Word: "key.laptops.have"},
		keys.Key{ID: Settle, Scope: "laptops-report", Keys: []string{"c"}, Word: "key.laptops.settle"},
		keys.Key{ID: Stop, Scope: "laptops-work", Keys: []string{"x"}, Word: "key.files.stop"},
	)
}

// actions is all that can be done on this screen.
func actions() screen.Actions[*Laptops] {
	allowed := func(l *Laptops) bool { return l.barred() == "" }
	return screen.Actions[*Laptops]{
		{ID: Take, Scope: Scope, Keys: []string{"m"}, Word: "key.laptops.take", When: allowed, Do: func(l *Laptops) tea.Cmd { return l.startTake(screen.AtTake{}) }, Why: (*Laptops).whyBarred},
		{ID: Return, Scope: Scope, Keys: []string{"t"}, Word: "key.laptops.return", When: allowed, Do: (*Laptops).startReturn, Why: (*Laptops).whyBarred},
		{ID: Accept, Scope: Scope, Keys: []string{"a"}, Word: "key.laptops.accept", When: (*Laptops).canDecide, Do: (*Laptops).startAccept, Why: (*Laptops).whyNotDecide},
		{ID: Revoke, Scope: Scope, Keys: []string{"i"}, Word: "key.laptops.revoke", When: (*Laptops).canRevoke, Do: (*Laptops).startRevoke, Why: (*Laptops).whyNotRevoke},
		{ID: Exchange, Scope: Scope, Keys: []string{"s"}, Word: "key.laptops.exchange", When: (*Laptops).canExchange, Do: (*Laptops).startExchange, Why: (*Laptops).whyNotExchange},
		{ID: keys.Choose, When: (*Laptops).isThere, Do: (*Laptops).takeFor},
		{ID: keys.Back, Do: func(*Laptops) tea.Cmd { return screen.Send(screen.Close{}) }},
	}
}

func (l *Laptops) whyBarred() string { return l.Env.Words.Say(l.barred()) }
