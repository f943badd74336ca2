package desk_test

import (
	"strings"
	"testing"

	"leerbalie/model/desk"
	"leerbalie/ui/screen"
)

// TestAnErasureReachesWhatIsOpen holds that the words of who was erased by somebody else stay in no form that stands open, and in no draft
// that is written when the session ends: what the form showed is not kept as what stood there before.
func TestAnErasureReachesWhatIsOpen(t *testing.T) {
	for _, press := range [][]string{{"e"}, {"e", " vrijdag"}, {"m", "belt mw. de Vries terug"}} {
		d := open(t)
		id := d.Requests[2]
		d.Do(d.As(d.Noor), desk.EditRequest{ID: id, Alter: func(r *desk.Request) { r.Resident, r.Summary = d.Resident, "vraag van mw. de Vries" }})
		d.Press(press...)
		d.Do(d.As(d.Env.User.ID), desk.EraseResident{ID: d.Resident})
		d.Hides("de Vries")
		d.Send(screen.Leaving{})
		drafts, err := d.Env.Session.Drafts(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		for _, draft := range drafts {
			if strings.Contains(draft.Text, "de Vries") {
				t.Errorf("%v: a draft holds %q", press, draft.Text)
			}
		}
	}
}
