package screen

import "leerbalie/model/journal"

// Place is where somebody was in the app: enough to go on there in another process, once it has the store. What was typed and not
// sent is no part of it, that stands in drafts.
type Place struct {
	Who     journal.ID `json:"who"` // who sat there
	Screens []Spot     `json:"screens"`
}

// Spot is one open screen, and where it was, as that screen says it.
type Spot struct {
	Name  Name   `json:"name"`
	Where string `json:"where,omitempty"`
}

// Placed is a screen that can say where it is, and go back there: see Return.
type Placed interface {
	// Where is where the screen is, as text that means something to this screen alone. It is asked after every message and must be
	// cheap; "" is how the screen begins.
	Where() string
}

// Return tells a screen that was just opened to go where it was; what does not exist any longer is passed over.
type Return struct{ Where string }
