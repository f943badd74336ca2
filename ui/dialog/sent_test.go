package dialog

import (
	"testing"

	tea "github.com/charmbracelet/bubbletea"
	"pgregory.net/rapid"

	"leerbalie/model"
	"leerbalie/model/desk"
)

// TestWhatWasSentIsNotHalfTyped: when the program is stopped at the moment that something was saved, nobody finds it still half typed,
// and saves it again; what was refused stands there. A writing of the draft may come before the saving, after it, or not at all.
func TestWhatWasSentIsNotHalfTyped(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := newHosted(t)
		d.do(d.Show(line("a", "een")))
		if rapid.Bool().Draw(t, "written before") {
			d.do(d.Keep())
			d.open.(*Prompt).Input.Set("een twee")
		}
		under := d.Keep()
		action := desk.AddRequest{Request: desk.Request{Summary: "een twee"}}
		refused := rapid.Bool().Draw(t, "refused")
		if refused {
			action.Request.Summary = ""
		}
		send := d.Do(nil, action)
		var answers []tea.Msg
		for _, cmd := range rapid.Permutation([]tea.Cmd{under, send}).Draw(t, "in which order") {
			if cmd != nil {
				answers = append(answers, cmd())
			}
		}
		if !refused {
			d.again() // as after a power cut
			if left := d.Unsent("a"); left != nil {
				t.Fatalf("%v was sent and is still half typed", left)
			}
			return
		}
		for _, msg := range answers {
			cmd, _ := d.Update(msg)
			d.do(cmd)
		}
		if len(d.told) != 0 {
			t.Fatalf("told %v", d.told)
		}
		want := d.open.(*Prompt).Input.Text()
		if got := d.stored(t, "a"); got != want {
			t.Fatalf("%q is on disk, %q was typed and refused", got, want)
		}
	})
}

// TestAnActionSendsTheDraftOfItsDialog: a key that asks nothing sends no draft.
func TestAnActionSendsTheDraftOfItsDialog(t *testing.T) {
	d := newHosted(t)
	d.do(d.Show(line("a", "een")))
	d.do(d.Keep())
	d.open = nil
	d.do(d.Do(nil, desk.AddRequest{Request: desk.Request{Summary: "iets anders"}}))
	d.again()
	if d.Unsent("a") == nil {
		t.Error("what somebody typed elsewhere went with it")
	}
	if model.Sending(t.Context(), "") != t.Context() {
		t.Error("no draft is sent without its name")
	}
}
