package screen

import (
	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model/journal"
	"leerbalie/ui/keys"
	"leerbalie/ui/say"
)

// Size is a number of cells.
type Size struct{ Width, Height int }

// Head is what the frame shows around a screen's body: the two ends of the line above it, and the column at which the
// body is split in two panes (0 for one pane).
type Head struct {
	Left, Right string
	Divider     int
}

// Screen is one room of the app. Its Update answers with itself; the root never looks inside.
type Screen interface {
	// Init gives the commands that fetch what the screen shows first.
	Init() tea.Cmd
	// Update takes in a message. It must not wait: what takes time is a command.
	Update(tea.Msg) (Screen, tea.Cmd)
	// View gives the body: at most Size.Height lines of at most Size.Width cells, joined by newlines. A line that did not
	// change must come back byte for byte the same: only changed lines travel to the terminal.
	View(Size) string
	// Head gives what stands above the body.
	Head(Size) Head
	// Said gives as structure all that the screen has in its head and body, or what lies over it, for those who do not see it. The root has
	// said its name before. It is asked after each key: like View it reads nothing, and costs no more where there are more data.
	Said() say.Lines
	// Keys gives what keys do something now, the most useful first: the key line, the help and the palette show them.
	Keys() []keys.ID
	// Typing reports whether key presses are text now; the root then keeps its own single keys to itself.
	Typing() bool
}

// Holder is a screen that makes keys wait while something is under way that decides what they are about: the cursor goes
// to a new request, and the next key means that one. The root hands the keys in again once they are released.
type Holder interface {
	// Released gives the keys that waited, in order, and forgets them; none while they still have to wait.
	Released() []tea.KeyMsg
	// Lost tells of keys that were pressed before anything showed, and that would have been about what nobody had seen; nil for none.
	Lost() tea.Cmd
}

// Reader is a screen on which one request at a time is read or worked on, so that others can see who is at it.
type Reader interface {
	// Reads gives the request (zero: none), and whether something is being typed about it.
	Reads() (request journal.ID, typing bool)
}

// Name says which screen a message wants opened.
type Name string

// The screens.
const (
	Welcome  Name = "welcome"
	Desk     Name = "desk"
	Pairs    Name = "pairs"
	Learning Name = "learning"
	People   Name = "people"
	Overview Name = "overview"
	Settings Name = "settings"
	Files    Name = "files"
	Laptops  Name = "laptops"

	Day       Name = "day"       // what is on whoever sits here
	Conflicts Name = "conflicts" // what two people altered apart from each other

	Frameworks Name = "frameworks"
	Visits     Name = "visits" // the week of regular clients

	Community Name = "community" // what the learning community does, in pages
)
