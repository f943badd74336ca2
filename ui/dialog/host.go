package dialog

import (
	tea "github.com/charmbracelet/bubbletea"
	"leerbalie/model/conflict"

	"leerbalie/model/journal"
	"leerbalie/ui/keys"
	"leerbalie/ui/say"
	"leerbalie/ui/screen"
	"leerbalie/ui/widget"
)

// Dialog lies over a screen and has the keys.
type Dialog interface {
	Update(h *Host, msg tea.KeyMsg) tea.Cmd
	// View draws a box of at most width × height cells.
	View(h *Host, width, height int) []string
	// Said gives all of it as structure, for those who do not see it: a heading with an id, and what is below it.
	Said(h *Host) say.Lines
	// Refused shows why what was sent could not be done; the dialog stays open.
	Refused(h *Host, err error)
	Keys() []keys.ID
}

// Drafted is a dialog in which text is typed that must not get lost.
type Drafted interface {
	// Draft gives the key of the draft, what it is about, and what was typed: nil while that is nothing. No key, no draft.
	Draft() (key string, about journal.ID, typed Fields)
}

// Worded is a dialog that may have the focus on a longer text, which can go to the person's own program.
type Worded interface {
	// LongText is the field for a longer text that has the focus; nil when there is none.
	LongText() *widget.Input
}

// Asking is a dialog that asks something while it is open, such as who is meant by what is typed.
type Asking interface {
	// Answered takes in an answer; took is false for one that this dialog did not ask for.
	Answered(h *Host, msg tea.Msg) (cmd tea.Cmd, took bool)
}

// Nested is a dialog that makes place for another when it was left or what it asked for was done: the one below it, or itself.
type Nested interface {
	// Next is the dialog that shows then; nil for the screen.
	Next() Dialog
}

// Short is a dialog of a few lines: a question, a line to type.
type Short interface{ Short() }

// OneByOne is a dialog in which each key means something by itself: those that come in one read are taken one by one, and
// the rest goes to what shows then.
type OneByOne interface{ OneByOne() }

// Host holds the dialog of a screen. The exported fields are set by the screen; the zero value of the rest is right.
type Host struct {
	Env     screen.Env
	Name    string         // begins the keys of the screen's drafts
	UndoKey keys.ID        // of the screen, for the hints
	RedoKey keys.ID        // of the screen
	Reload  func() tea.Cmd // reads again what the screen shows
	NameOf  NameOf         // may be nil
	// ShortBelow lets short dialogs lie at the bottom of the screen, so that what they are about stays in view.
	ShortBelow bool

	// Insert lists texts to put into the field that is being typed in, in a form about something; Inserted puts one in. May be nil.
	Insert func(about journal.ID) tea.Cmd

	// OfShown tells whether a key is about what shows, such as a row; one that was pressed before anything did is dropped, with a word. May be nil.
	OfShown func(tea.KeyMsg) bool

	Recalled func() tea.Cmd // follows once it is known what was left half typed; may be nil

	open        Dialog
	hold        bool // what is being read decides what the next key is about
	busy        int  // how much is under way that keys wait for, whatever the screen reads meanwhile
	arrived     bool // the screen shows something
	recalls     bool // what was left half typed is being read
	held        []tea.KeyMsg
	early       int                    // how many of those were pressed before the screen showed anything
	lost        string                 // the key that was dropped for that, with whatever came behind it
	draftStates map[string]*draftState // the drafts, by their keys
	failed      bool                   // the last write of a draft did
	due         screen.Tickets
	work        *Work // that runs
	saving      bool  // a draft is due

	apart []conflict.Conflict // see screen.TwoWays
}

// Open is the dialog that lies over the screen; nil when there is none.
func (h *Host) Open() Dialog { return h.open }

// Show puts a dialog over the screen; nil takes it away. What was typed in the one before is kept, and what was typed in
// this one earlier is not put back: that is what Fill does.
func (h *Host) Show(d Dialog) tea.Cmd {
	cmd := h.Keep()
	h.open = d
	return cmd
}

// Shut leaves the dialog, and says so where something typed is kept: once it is on disk.
func (h *Host) Shut() tea.Cmd {
	cmd := h.Keep()
	if s := h.draftStates[h.Drafting()]; s != nil && s.draft.Fields != nil {
		if s.announce = !s.saved; s.saved {
			cmd = tea.Batch(cmd, h.sayKept())
		}
	}
	h.open = h.next()
	return cmd
}

// next is what shows when the open dialog goes; nil for the screen.
func (h *Host) next() Dialog {
	if d, ok := h.open.(Nested); ok {
		return d.Next()
	}
	return nil
}

// Drafting is the key of the draft that the open dialog has; "" for none.
func (h *Host) Drafting() string {
	if d, ok := h.open.(Drafted); ok {
		key, _, _ := d.Draft()
		return key
	}
	return ""
}

// Update takes in a message; took tells that it was for the dialog, or waits for something that is under way.
func (h *Host) Update(msg tea.Msg) (cmd tea.Cmd, took bool) {
	switch msg := msg.(type) {
	case tea.KeyMsg:
		if h.Waits() {
			if h.held = append(h.held, msg); !h.arrived {
				h.early = len(h.held)
			}
			return nil, true
		}
		if h.open != nil {
			if cmd, out := h.outside(msg); out {
				return cmd, true
			}
			if cmd, took := h.inserts(msg); took {
				return cmd, true
			}
			return h.open.Update(h, h.first(msg)), true
		}
	case screen.Renewed:
		h.Env = msg.Env
	case screen.Changed:
		return tea.Batch(h.lookAgain(), h.lookLeft(msg)), false
	case left:
		if msg.to == h {
			return h.tookLeft(msg), true
		}
	case screen.TwoWays:
		h.apart = msg.All
	case screen.Elapsed:
		if h.due.Fits(msg.Ticket) {
			h.saving = false
			return h.Keep(), true
		}
		if cmd, took := h.looked(msg.Ticket); took {
			return cmd, true
		}
	case screen.Leaving:
		return tea.Batch(h.finish(), h.quit()), false
	case screen.Keep:
		return h.finish(), false
	case worked:
		if msg.to == h {
			return h.tookWorked(msg), true
		}
	case acted:
		if msg.to == h {
			return h.tookActed(msg), true
		}
	case read:
		if msg.to == h {
			return h.tookRead(msg), true
		}
	case recalled:
		if msg.to == h {
			return h.tookRecalled(msg), true
		}
	case wrote:
		if msg.to == h {
			return h.tookWrote(), true
		}
	case readNow:
		if msg.to == h {
			return h.tookNow(msg), true
		}
	case edited:
		if msg.to == h {
			return h.tookEdited(msg), true
		}
	case filed:
		if msg.to == h {
			return h.tookFiled(msg), true
		}
	}
	if d, ok := h.open.(Asking); ok {
		return d.Answered(h, msg)
	}
	return nil, false
}

// first is the first of the keys that came in one read; where the dialog takes them one by one, the others wait.
func (h *Host) first(msg tea.KeyMsg) tea.KeyMsg {
	if _, ok := h.open.(OneByOne); !ok || msg.Type != tea.KeyRunes || len(msg.Runes) < 2 {
		return msg
	}
	for _, r := range msg.Runes[1:] {
		h.held = append(h.held, tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune{r}})
	}
	msg.Runes = msg.Runes[:1]
	return msg
}

// Busy tells whether something is being done, or read for a dialog: what the screen reads meanwhile may show it already,
// while it is not known yet what that was.
func (h *Host) Busy() bool { return h.busy > 0 }

// Waits tells whether keys have to wait: nothing shows yet, what was half typed is not known yet, or something is under way.
func (h *Host) Waits() bool { return h.hold || h.busy > 0 || h.recalls || !h.arrived || h.awaits() }

// Hold makes keys wait until Arrived.
func (h *Host) Hold() { h.hold = true }

// Arrived says that the screen shows what it had to read: keys go on.
func (h *Host) Arrived() { h.hold, h.arrived = false, true }

// Released gives the keys that waited, once they need not any more.
func (h *Host) Released() []tea.KeyMsg {
	if h.Waits() || len(h.held) == 0 {
		return nil
	}
	held := h.held
	if at := h.unseen(held[:min(h.early, len(held))]); at >= 0 {
		h.lost = held[at].String()
		held = append(held[:at:at], held[h.early:]...)
	}
	h.held, h.early = nil, 0
	return held
}

// Keys gives the keys of the open dialog.
func (h *Host) Keys() []keys.ID {
	out := h.open.Keys()
	if h.Env.Edit != nil && h.longText() != nil {
		out = append(out[:len(out):len(out)], keys.Editor)
	}
	if h.Insert != nil && h.note() != nil {
		out = append(out[:len(out):len(out)], keys.Block)
	}
	return out
}

// Over draws the open dialog over a body.
func (h *Host) Over(body string, size screen.Size) string {
	if h.open == nil {
		return body
	}
	box := h.open.View(h, size.Width, size.Height)
	if _, short := h.open.(Short); short && h.ShortBelow {
		return widget.Bottom(body, box, size.Width, size.Height)
	}
	return widget.Centre(body, box, size.Width, size.Height)
}
