package attachment_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/model/journal"
	"leerbalie/model/learning"
	"leerbalie/model/learning/dialogue"
)

// told is what was said about Noor's piece as somebody reads it.
func (h *house) told(s *model.Session) string {
	var out []string
	for _, l := range h.read(s, h.noor, h.piece).Talk {
		text := string(l.As) + " " + l.Text
		for _, w := range l.Earlier {
			text += " (was " + w.Text + ")"
		}
		out = append(out, text)
	}
	return strings.Join(out, "; ")
}

// TestWhoReadsWhatIsSaid: student, practice and school read all of it, and who only leads too; a fellow who did the work reads the own words and what
// was said for the fellows, also after that was narrowed; nobody else anything.
func TestWhoReadsWhatIsSaid(t *testing.T) {
	h := open(t, 1)
	say := func(who journal.ID, text string, shared bool) {
		h.do(h.as(0, who), dialogue.Say{Student: h.noor, Evidence: h.piece, Text: text, Shared: shared})
	}
	say(h.noor, "Lastig", false)
	say(h.theo, "Wat deed je?", true)
	say(h.esra, "Ik zag het", false)
	say(h.bo, "We wachtten samen", false)
	whole := "self Lastig; school Wat deed je?; practice Ik zag het; peer We wachtten samen"
	for who, want := range map[journal.ID]string{h.noor: whole, h.theo: whole, h.esra: whole, h.sam: whole, h.bo: "school Wat deed je?; peer We wachtten samen"} {
		if got := h.told(h.as(0, who)); got != want {
			t.Errorf("%s reads %q, want %q", h.as(0, who).Me().Name, got, want)
		}
	}
	for _, who := range []journal.ID{h.kim, h.tine} {
		if _, err := learning.ReadPiece(t.Context(), h.as(0, who), h.noor, h.piece); codeOf(err) != "dossier-closed" {
			t.Errorf("%s: %v", h.as(0, who).Me().Name, err)
		}
		if got := h.code(h.as(0, who), dialogue.Say{Student: h.noor, Evidence: h.piece, Text: "x"}); got != "dossier-closed" {
			t.Errorf("%s says something: %s", h.as(0, who).Me().Name, got)
		}
	}
	if got := h.code(h.as(0, h.sam), dialogue.Say{Student: h.noor, Evidence: h.piece, Text: "x"}); got != "dossier-closed" {
		t.Errorf("who only leads says something: %s", got)
	}
	theos := h.read(h.as(0, h.theo), h.noor, h.piece).Talk[1].ID
	h.do(h.as(0, h.theo), dialogue.Say{Student: h.noor, Evidence: h.piece, Line: theos, Text: "Voor jou alleen"})
	if got := h.told(h.as(0, h.bo)); got != "peer We wachtten samen" {
		t.Errorf("the fellow still reads %q", got)
	}
	h.do(h.as(0, h.theo), dialogue.Say{Student: h.noor, Evidence: h.piece, Line: theos, Text: "Voor allen", Shared: true})
	if got := h.told(h.as(0, h.bo)); got != "school Voor allen; peer We wachtten samen" {
		t.Errorf("the fellow reads what was not for fellows: %q", got)
	}
}

// TestWordsAreTheOwn: only who said something corrects it or takes it back; what stood there stays, and undoing goes step by step.
func TestWordsAreTheOwn(t *testing.T) {
	h := open(t, 1)
	noor := h.as(0, h.noor)
	h.do(noor, dialogue.Say{Student: h.noor, Evidence: h.piece, Text: "Lastig"})
	line := h.read(noor, h.noor, h.piece).Talk[0].ID
	for _, a := range []model.Action{dialogue.Say{Student: h.noor, Evidence: h.piece, Line: line, Text: "Makkelijk"}, dialogue.Unsay{Student: h.noor, Evidence: h.piece, Line: line}} {
		if got := h.code(h.as(0, h.theo), a); got != "line-not-own" {
			t.Errorf("%T: %s", a, got)
		}
	}
	h.do(noor, dialogue.Say{Student: h.noor, Evidence: h.piece, Line: line, Text: "Eerst lastig"})
	if got := h.told(noor); got != "self Eerst lastig (was Lastig)" {
		t.Error(got)
	}
	before := len(h.stores[0].Journal())
	h.do(noor, dialogue.Say{Student: h.noor, Evidence: h.piece, Line: line, Text: "Eerst lastig"})
	if len(h.stores[0].Journal()) != before {
		t.Error("the same words were written again")
	}
	if _, err := noor.Undo(t.Context()); err != nil {
		t.Fatal(err)
	}
	if got := h.told(noor); got != "self Lastig" {
		t.Error(got)
	}
	h.do(noor, dialogue.Say{Student: h.noor, Evidence: h.piece, Line: line, Text: "Toch niet"})
	h.do(noor, dialogue.Unsay{Student: h.noor, Evidence: h.piece, Line: line})
	if got := h.told(noor); got != "" {
		t.Error(got)
	}
	if _, err := noor.Undo(t.Context()); err != nil {
		t.Fatal(err)
	}
	if got := h.told(noor); got != "self Toch niet (was Lastig)" {
		t.Error(got)
	}
}

// TestNobodyIsNamed: words in which a resident may be known are refused until somebody says to have read them, and a citizen service number always.
func TestNobodyIsNamed(t *testing.T) {
	h := open(t, 1)
	h.do(h.as(0, h.sam), desk.AddResident{Resident: desk.Resident{Name: "Willemijn Achterberg"}})
	theo := h.as(0, h.theo)
	a := dialogue.Say{Student: h.noor, Evidence: h.piece, Text: "Mevrouw Achterberg was boos"}
	if got := h.code(theo, a); got != "text-personal" {
		t.Error(got)
	}
	a.Cleaned = true
	h.do(theo, a)
	a.Text = "Haar nummer is 111222333"
	if got := h.code(theo, a); got != "bsn" {
		t.Error(got)
	}
}

// TestNewUntilRead: what others said is new until somebody says something there or has read it, one by one; the own never is.
func TestNewUntilRead(t *testing.T) {
	h := open(t, 1)
	unread := func(who journal.ID) int {
		all, err := learning.ReadUnheard(t.Context(), h.as(0, who))
		if err != nil {
			t.Fatal(err)
		}
		n := 0
		for _, w := range all {
			n += len(w.Evidence.New(who))
		}
		return n
	}
	see := func(want ...int) {
		t.Helper()
		if got := []int{unread(h.noor), unread(h.theo), unread(h.esra), unread(h.bo), unread(h.kim)}; !slices.Equal(got, want) {
			t.Errorf("unread %v, want %v", got, want)
		}
	}
	h.do(h.as(0, h.theo), dialogue.Say{Student: h.noor, Evidence: h.piece, Text: "Wat deed je?"})
	see(1, 0, 1, 0, 0)
	h.do(h.as(0, h.theo), dialogue.Say{Student: h.noor, Evidence: h.piece, Text: "En toen?", Shared: true})
	see(2, 0, 2, 1, 0)
	h.do(h.as(0, h.noor), dialogue.Hear{Student: h.noor, Evidence: h.piece})
	see(0, 0, 2, 1, 0)
	h.do(h.as(0, h.esra), dialogue.Say{Student: h.noor, Evidence: h.piece, Text: "Ik was erbij"})
	see(1, 1, 0, 1, 0)
	h.do(h.as(0, h.bo), dialogue.Hear{Student: h.noor, Evidence: h.piece})
	see(1, 1, 0, 0, 0)
	before := len(h.stores[0].Journal())
	h.do(h.as(0, h.bo), dialogue.Hear{Student: h.noor, Evidence: h.piece})
	if len(h.stores[0].Journal()) != before {
		t.Error("reading nothing new was written")
	}
}

// TestVoicesApartAreAllKept: whatever people say, correct and take back on three replicas apart from each other, all of it is kept, in one order on
// each of them, and everybody's own stays the own.
func TestVoicesApartAreAllKept(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		h := open(t, 3)
		said, gone := map[string]bool{}, map[string]bool{}
		for n := range rapid.IntRange(1, 14).Draw(rt, "steps") {
			at := rapid.IntRange(0, 2).Draw(rt, "at")
			who := []journal.ID{h.noor, h.theo, h.esra, h.bo}[rapid.IntRange(0, 3).Draw(rt, "who")]
			s := h.as(at, who)
			var own []learning.Line
			for _, l := range h.read(s, h.noor, h.piece).Talk {
				if l.By == who {
					own = append(own, l)
				}
			}
			text := fmt.Sprint("woord ", n)
			switch step := rapid.IntRange(0, 4).Draw(rt, "step"); {
			case step == 0:
				h.meet()
			case step == 1 && len(own) > 0:
				gone[own[0].Text] = true
				h.do(s, dialogue.Say{Student: h.noor, Evidence: h.piece, Line: own[0].ID, Text: text})
				said[text] = true
			case step == 2 && len(own) > 0:
				h.do(s, dialogue.Unsay{Student: h.noor, Evidence: h.piece, Line: own[0].ID})
				for _, w := range append(own[0].Earlier, learning.Words{Text: own[0].Text}) {
					gone[w.Text] = true
				}
			default:
				h.do(s, dialogue.Say{Student: h.noor, Evidence: h.piece, Text: text, Shared: step == 3})
				said[text] = true
			}
		}
		h.meet()
		first := h.read(h.as(0, h.theo), h.noor, h.piece).Talk
		for i := range h.stores {
			if got := h.told(h.as(i, h.theo)); got != h.told(h.as(0, h.theo)) {
				rt.Fatalf("replica %d: %q, and the first %q", i, got, h.told(h.as(0, h.theo)))
			}
		}
		for text := range said {
			stands := slices.ContainsFunc(first, func(l learning.Line) bool {
				return l.Text == text || slices.ContainsFunc(l.Earlier, func(w learning.Words) bool { return w.Text == text })
			})
			if !stands && !gone[text] {
				rt.Fatalf("%q is lost: %q", text, h.told(h.as(0, h.theo)))
			}
		}
		if !slices.IsSortedFunc(first, func(a, b learning.Line) int { return a.Stamp.Compare(b.Stamp) }) {
			rt.Fatalf("out of order: %q", h.told(h.as(0, h.theo)))
		}
	})
}
