package learning_test

import (
	"context"
	"strings"
	"testing"

	"leerbalie/model/journal"
	"leerbalie/model/learning"
	"leerbalie/ui/say"
	"leerbalie/ui/screen"
	"leerbalie/ui/uitest"
)

// friday acts as a teacher with sixty pieces of evidence to judge beside what the school has: each of five lines.
func friday(s *school) journal.ID {
	columns := s.hbo.Tree().Columns()
	for n := range 57 {
		who := []journal.ID{s.noor, s.bo, s.kim}[n%3]
		s.do(s.desk.As(who), learning.AddEvidence{Evidence: learning.Evidence{Kind: learning.EvidenceProject, Title: "Werk", Day: uitest.Start().AddDate(0, 0, -60+n), Nodes: []journal.ID{columns[n%2]}}})
	}
	return s.theo
}

// counted presses keys, and counts them: what is typed is a key a letter.
type counted struct {
	*uitest.Desk
	keys int
}

func (c *counted) press(press ...string) {
	c.keys += len(press)
	c.Press(press...)
}

func (c *counted) types(text string) {
	for _, r := range text {
		c.press(string(r))
	}
}

// TestSixtyPiecesInAHundredAndFiftyKeys judges a Friday's work by keys alone: most pieces all alike, some with an exception upward,
// some with one that is not enough and why, one all of the next level.
func TestSixtyPiecesInAHundredAndFiftyKeys(t *testing.T) {
	d, s := open(t, "nl", screen.Size{Width: 80, Height: 24}, friday)
	c := &counted{Desk: d}
	c.press("b")
	want := map[string]int{} // how many lines got which level
	lines := func() int { return len(c.Heard(say.Row)) }
	for n := range 60 {
		here := lines()
		if here == 0 {
			t.Fatalf("piece %d: nothing to judge:\n%s", n, c.Frame())
		}
		c.press("=")
		switch n {
		case 10, 40: // better than the rest on the first line
			c.press("g", "<enter>")
			want["goed"]++
			want["voldoende"] += here - 1
		case 20: // all of it good
			c.press("=", "<enter>")
			want["goed"] += here
		case 30, 50: // too little on the first line: Enter asks why, and Enter goes on
			c.press("o", "<enter>")
			c.Shows("Waarom is", "moet erbij")
			c.types("te vroeg")
			c.press("<enter>")
			want["onvoldoende"]++
			want["voldoende"] += here - 1
		default:
			c.press("<enter>")
			want["voldoende"] += here
		}
	}
	d.Shows("60 stuks langsgelopen")
	if c.keys > 150 {
		t.Errorf("%d keys for sixty pieces", c.keys)
	}
	t.Logf("%d keys", c.keys)
	got := map[string]int{}
	judged, reasons := 0, ""
	for _, who := range []journal.ID{s.noor, s.bo, s.kim} {
		p, err := learning.ReadProgress(context.Background(), d.As(s.theo), who, journal.ID{})
		if err != nil {
			t.Fatal(err)
		}
		for _, e := range p.Evidence {
			for _, a := range e.Assessments {
				judged++
				reasons += a.Reason
				for _, x := range a.Said(p.Tree) {
					got[x.Level.Name]++
				}
			}
		}
	}
	if judged != 60 || reasons != "te vroegte vroeg" || len(got) != 3 {
		t.Errorf("%d judged, reasons %q, %v", judged, reasons, got)
	}
	for level, n := range want {
		if got[level] != n {
			t.Errorf("%s: %d lines, want %d", level, got[level], n)
		}
	}
}

// TestAllAlikeDoesNothingByAccident: the key gives only what is open, the next press the next level and only then; it sends nothing, and it
// is a letter where a reason is typed.
func TestAllAlikeDoesNothingByAccident(t *testing.T) {
	d, s := open(t, "nl", screen.Size{Width: 80, Height: 24}, theo)
	levels := func() (out []string) {
		for _, row := range d.Heard(say.Row) {
			_, level, _ := strings.Cut(row, ": ")
			out = append(out, strings.SplitN(level, ",", 2)[0])
		}
		return out
	}
	same := func(what string, want ...string) {
		t.Helper()
		if got := strings.Join(levels(), " "); got != strings.Join(want, " ") {
			t.Errorf("%s: %s", what, got)
		}
	}
	d.Press("b", "o", "=")
	same("what is judged stays", "onvoldoende", "voldoende", "voldoende", "voldoende", "voldoende")
	d.HearsOne(say.Note, "4 regels: voldoende. Nog eens =: goed. Enter: verder.")
	d.Press("=")
	same("the next level", "onvoldoende", "goed", "goed", "goed", "goed")
	d.Press("<up>", "=") // another key lay between: nothing is open
	same("nothing is open", "onvoldoende", "goed", "goed", "goed", "goed")
	d.Shows("Geen regel is nog open.")
	d.Press("<down>", "<backspace>", "=")
	same("one was taken away", "onvoldoende", "voldoende", "goed", "goed", "goed")
	if e := s.piece(d, s.theo, s.noor, s.first); len(e.Assessments) != 0 {
		t.Errorf("it was sent: %+v", e.Assessments)
	}
	d.Press("<enter>") // a line is not enough: why
	d.Shows("Waarom is C2.1 nog niet genoeg?")
	d.Press("<enter>")
	d.Shows("Schrijf eerst waarom C2.1")
	d.Press("1", "=", "2", "<enter>")
	var said []string
	for _, e := range []journal.ID{s.first, s.second} {
		for _, a := range s.piece(d, s.theo, s.noor, e).Assessments {
			said = append(said, a.Reason)
		}
	}
	if strings.Join(said, "") != "1=2" {
		t.Errorf("%q", said)
	}
}

// TestEnterOverAnOwnJudgementDoesNotSendItAgain: what stands is not given anew by going on.
func TestEnterOverAnOwnJudgementDoesNotSendItAgain(t *testing.T) {
	d, s := open(t, "nl", screen.Size{Width: 80, Height: 24}, theo)
	var given []learning.Given
	for _, leaf := range s.hbo.Tree().Leaves(s.hbo.Tree().Columns()[0]) {
		given = append(given, learning.Given{Node: leaf, Level: 1})
	}
	s.do(d.As(s.theo), learning.Assess{Student: s.noor, Evidence: s.first, Given: given}, learning.Assess{Student: s.noor, Evidence: s.second, Given: given})
	d.News()
	d.Press("<end>", "<enter>", "<right>", "b", "<enter>")
	if e := s.piece(d, s.theo, s.noor, s.first); len(e.Assessments) != 1 {
		t.Errorf("%d judgements", len(e.Assessments))
	}
	d.Shows("Waarom?")
}

// TestTheStudentsOwnJudgementWaits: nobody but the student sees it before the school has judged, through whatever is read; who judges as well
// sees it after the own judgement, or a look; a decision ends it, and a site may have it otherwise.
func TestTheStudentsOwnJudgementWaits(t *testing.T) {
	d, s := open(t, "nl", screen.Size{Width: 80, Height: 24}, theo)
	leaf := s.leaf(s.first)
	give := func(level int) []learning.Given { return []learning.Given{{Node: leaf, Level: level}} }
	s.do(d.As(s.noor), learning.Assess{Student: s.noor, Evidence: s.first, Given: give(2), Reason: "ik kan dit al"})
	doors := func(as journal.ID) (seen int, said bool) {
		t.Helper()
		ctx, session := context.Background(), d.As(as)
		p, err := learning.ReadProgress(ctx, session, s.noor, journal.ID{})
		if err != nil {
			t.Fatal(err)
		}
		m, err := learning.ReadMatrix(ctx, session, s.group, journal.ID{})
		if err != nil && as != s.noor {
			t.Fatal(err)
		}
		list := append([]learning.Evidence{s.piece(d, as, s.noor, s.first)}, p.Evidence...)
		waits, err := learning.ReadWaiting(ctx, session)
		if err != nil {
			t.Fatal(err)
		}
		for _, w := range waits {
			list = append(list, w.Evidence)
		}
		for _, e := range list {
			said = said || e.SelfHidden
			for _, a := range e.Assessments {
				if a.As == learning.AssessorSelf {
					seen++
				}
			}
		}
		if p.State[leaf].ByAssessor[0] >= 0 {
			seen++
		}
		for _, row := range m.Rows {
			for _, c := range row.Cells {
				if c.ByAssessor[0] >= 0 {
					seen++
				}
			}
		}
		return seen, said
	}
	check := func(what string, shown map[journal.ID]bool) {
		t.Helper()
		for who, want := range shown {
			if seen, said := doors(who); seen > 0 != want || said == want {
				t.Errorf("%s: %v sees it %d times, told that it is hidden: %v", what, who, seen, said)
			}
		}
	}
	check("nobody of the school has judged", map[journal.ID]bool{s.noor: true, s.theo: false, s.tine: false, s.supervisor: false, s.founder: false})
	s.do(d.As(s.supervisor), learning.Assess{Student: s.noor, Evidence: s.first, Given: give(1)})
	check("practice has", map[journal.ID]bool{s.theo: false, s.supervisor: false, s.founder: false})
	s.do(d.As(s.theo), learning.Assess{Student: s.noor, Evidence: s.first, Given: give(1)})
	check("one of the school has", map[journal.ID]bool{s.noor: true, s.theo: true, s.tine: false, s.supervisor: true, s.founder: true})
	s.do(d.As(s.tine), learning.LookAtJudgements{Student: s.noor, Evidence: s.first})
	check("the other has looked", map[journal.ID]bool{s.tine: true})

	// the other piece: a decision freezes all there is
	s.do(d.As(s.noor), learning.Assess{Student: s.noor, Evidence: s.second, Given: []learning.Given{{Node: s.leaf(s.second), Level: 2}}})
	if e := s.piece(d, s.theo, s.noor, s.second); !e.SelfHidden || len(e.Assessments) != 0 {
		t.Errorf("%+v", e)
	}
	s.do(d.As(s.founder), learning.ShowSelf{Site: d.Session.Site(), Shown: true})
	if e := s.piece(d, s.theo, s.noor, s.second); e.SelfHidden || len(e.Assessments) != 1 {
		t.Errorf("the site shows it: %+v", e)
	}
	s.do(d.As(s.founder), learning.ShowSelf{Site: d.Session.Site()})
	s.do(d.As(s.tine), learning.Decide{Student: s.noor, Kind: learning.DecisionPlacement, Met: true})
	if e := s.piece(d, s.theo, s.noor, s.second); e.SelfHidden || len(e.Assessments) != 1 {
		t.Errorf("what was decided on: %+v", e)
	}
}
