package dialog

import (
	"context"
	"errors"
	"strings"
	"testing"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/model/fault"
	"leerbalie/ui/keys"
	"leerbalie/ui/say"
	"leerbalie/ui/screen"
	"leerbalie/ui/widget"
)

// letters is a dialog in which each key means something by itself; "x" ends it.
type letters struct{ took string }

func (d *letters) Update(h *Host, msg tea.KeyMsg) tea.Cmd {
	if d.took += string(msg.Runes); msg.String() == "x" {
		return h.Show(nil)
	}
	return nil
}
func (*letters) View(*Host, int, int) []string { return []string{"letters"} }
func (*letters) Said(*Host) say.Lines          { return say.Lines{{ID: "letters", Text: "letters"}} }
func (*letters) Refused(*Host, error)          {}
func (*letters) Keys() []keys.ID               { return nil }
func (*letters) OneByOne()                     {}

func typed(text string) tea.KeyMsg { return tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune(text)} }

// TestKeysThatComeInOneReadAreTakenOneByOne: what stands behind the key that ends a dialog is for what shows then.
func TestKeysThatComeInOneReadAreTakenOneByOne(t *testing.T) {
	h, d := newHosted(t), &letters{}
	h.do(h.Show(d))
	rest := ""
	waiting := []tea.KeyMsg{typed("axbc")}
	for len(waiting) > 0 {
		msg := waiting[0]
		if cmd, took := h.Update(msg); took {
			h.do(cmd)
		} else {
			rest += string(msg.Runes)
		}
		waiting = append(waiting[1:], h.Released()...)
	}
	if d.took != "ax" || rest != "bc" {
		t.Errorf("the dialog took %q, the screen %q", d.took, rest)
	}
}

// TestKeysWaitForWhatADialogNeeds: also when the screen shows something new meanwhile; what cannot be read is said.
func TestKeysWaitForWhatADialogNeeds(t *testing.T) {
	h, read := newHosted(t), 0
	h.Reload = func() tea.Cmd { read++; return nil }
	var fail error
	look := func() tea.Cmd {
		return Look(h.Host, func(context.Context, *model.Session) (int, error) { return 7, fail }, func(n int) tea.Cmd {
			return h.Show(line("", strings.Repeat("z", n)))
		})
	}
	cmd := look()
	h.Arrived()
	if _, took := h.Update(typed("a")); !took || h.Open() != nil || !h.Busy() {
		t.Error("the key did not wait")
	}
	h.do(cmd)
	if d, ok := h.Open().(*Prompt); !ok || d.Input.Text() != "zzzzzzz" || h.Busy() {
		t.Fatalf("%#v is open", h.Open())
	}
	if held := h.Released(); len(held) != 1 || held[0].String() != "a" {
		t.Errorf("released %v", held)
	}
	h.open, fail = nil, fault.New(fault.NotFound, "no-request")
	h.do(look())
	if h.Open() != nil || read != 1 || len(h.said) != 1 || h.said[0].Tone != screen.Fault {
		t.Errorf("read anew %d times, said %v", read, h.said)
	}
}

// TestWhatFollowsADeed: its own words in the place of the usual ones, and its own answer to a refusal.
func TestWhatFollowsADeed(t *testing.T) {
	h, read := newHosted(t), 0
	h.Reload = func() tea.Cmd { read++; return nil }
	var done model.Receipt
	h.do(h.Perform(Deed{
		Act:  Doing(desk.AddRequest{Request: desk.Request{Summary: "Stroom lekt", Channel: "desk", Urgency: model.UrgencyRoutine, Supervision: model.SupervisionAlone}}),
		Done: func(r model.Receipt) tea.Cmd { done = r; return h.SayDone("In de rij.") },
	}))
	if done.Number == "" || read != 0 || len(h.said) != 1 || !strings.HasPrefix(h.said[0].Text, "In de rij.  ") {
		t.Errorf("done %+v, read anew %d times, said %v", done, read, h.said)
	}
	if !h.Waits() {
		t.Error("keys do not wait for what the deed reads")
	}
	h.Arrived()

	ownWords := errors.New("of another kind")
	for _, own := range []bool{true, false} {
		h.said, read = nil, 0
		h.do(h.Perform(Deed{
			Act: func(context.Context, *model.Session) (model.Receipt, error) { return model.Receipt{}, ownWords },
			Refused: func(err error) (tea.Cmd, bool) {
				return screen.Say(screen.Note, "zelf"), own && errors.Is(err, ownWords)
			},
		}))
		if got := h.said[0].Text == "zelf"; got != own || (read == 1) == own {
			t.Errorf("its own answer %t: said %v, read anew %d times", own, h.said, read)
		}
	}
}

// TestAFaultOfAFieldStandsThere: in the words it brings, and it is no fault of the disk.
func TestAFaultOfAFieldStandsThere(t *testing.T) {
	h := newHosted(t)
	d := &Sheet{Form: widget.Form{Entries: []widget.Entry{widget.TextEntry("who", "Wie", "Jan", 1), widget.TextEntry("note", "Memo", "nr 111222333", 1)}}}
	var err error = FieldError{Field: "note", Text: "Kies eerst."}
	d.Submit = func(*widget.Form) tea.Cmd {
		return h.Perform(Deed{Act: func(context.Context, *model.Session) (model.Receipt, error) { return model.Receipt{}, err }})
	}
	h.do(h.Fill(d))
	h.do(d.Submit(&d.Form))
	if d.Form.FaultAt != "note" || d.Form.Fault != "Kies eerst." || len(h.told) > 0 {
		t.Errorf("%q at %q, told the root %v", d.Form.Fault, d.Form.FaultAt, h.told)
	}
	d.Form.Focus("who")
	err = fault.New(fault.Invalid, "bsn", "where", "na ▯▯▯▯▯▯▯▯▯")
	h.do(d.Submit(&d.Form))
	if d.Form.FaultAt != "note" || !strings.Contains(d.Form.Fault, "na ▯▯▯▯▯▯▯▯▯") {
		t.Errorf("%q at %q", d.Form.Fault, d.Form.FaultAt)
	}
}

// TestAFormThatOpensFilledIsADraft: what was typed elsewhere goes on in it, so it counts as typed.
func TestAFormThatOpensFilledIsADraft(t *testing.T) {
	for _, typed := range []bool{true, false} {
		h := newHosted(t)
		h.do(h.Fill(&Sheet{Key: "new", Typed: typed, Form: widget.Form{Entries: []widget.Entry{widget.TextEntry("summary", "Vraag", "Stroom lekt", 1)}}}))
		h.do(h.Shut())
		if kept := h.Unsent("new") != nil; kept != typed {
			t.Errorf("it counts as typed %t: kept %t", typed, kept)
		}
	}
}

// TestShortDialogsLeaveRoom: at the bottom where the screen wants that, in the middle elsewhere.
func TestShortDialogsLeaveRoom(t *testing.T) {
	h := newHosted(t)
	size := screen.Size{Width: 60, Height: 12}
	body := strings.Repeat("lijst\n", 11) + "lijst"
	h.do(h.Show(line("", "x")))
	for _, below := range []bool{true, false} {
		h.ShortBelow = below
		lines := strings.Split(h.Over(body, size), "\n")
		if got := !strings.HasPrefix(lines[len(lines)-1], "lijst"); got != below {
			t.Errorf("below %t:\n%s", below, strings.Join(lines, "\n"))
		}
	}
}
