package report

import (
	"slices"
	"strings"
	"testing"
	"time"

	"leerbalie/model"
	"leerbalie/model/learning"
	"leerbalie/model/learning/agreement"
	"leerbalie/model/learning/competence"
	"leerbalie/ui/text"
)

// TestNobodyIsLeftOut: a print names all who have no evidence, and each piece that is to be talked over.
func TestNobodyIsLeftOut(t *testing.T) {
	f := competence.BuiltinFrameworks()[0]
	x := learning.Matrix{Framework: f, Columns: []competence.Node{f.Nodes[0]}}
	for i := range 25 {
		x.Rows = append(x.Rows, learning.MatrixRow{Student: model.Person{Name: "Student " + string(rune('A'+i))}, Cells: []learning.NodeState{{Level: -1}}})
	}
	a := learning.Concordance{Framework: f, ByNode: []learning.NodeAgreement{{Node: f.Nodes[1]}}, Differing: []learning.Difference{
		{Student: x.Rows[3].Student, Evidence: learning.Evidence{Title: "Brief over huur", Day: time.Date(2026, 11, 2, 0, 0, 0, 0, time.UTC)}, Node: f.Nodes[1], LevelA: 0, LevelB: 2}}}
	d := maker("nl").Class(&x, &a)
	s := d.Markdown()
	for i := range 25 {
		if name := x.Rows[i].Student.Name; strings.Count(s, name) < 2 {
			t.Errorf("%s is not among those without evidence", name)
		}
	}
	if !strings.Contains(s, "| 02-11-2026 | Brief over huur |") {
		t.Errorf("what is to be talked over is not named:\n%s", s)
	}
	for _, want := range []string{"Fleiss' kappa"} {
		if !strings.Contains(s, want) {
			t.Errorf("the kappa of parts is not called %s", want)
		}
	}
}

// TestFewIsMarked: a figure that few judgements stand behind says so, also in the tables by part and by pair; one that
// cannot be determined says that and no more.
func TestFewIsMarked(t *testing.T) {
	some := agreement.Compare([][]int{{0, 0}, {1, 2}, {2, 2}}, 3, nil)
	many := agreement.Compare(slices.Repeat([][]int{{0, 0}, {1, 2}, {2, 2}}, 20), 3, nil)
	same := agreement.Compare([][]int{{1, 1}}, 3, nil)
	a := learning.Concordance{Framework: competence.BuiltinFrameworks()[0], Whole: many}
	a.ByNode = []learning.NodeAgreement{{Node: a.Framework.Nodes[1], Report: some}, {Node: a.Framework.Nodes[2], Report: same}}
	a.ByAssessors = []learning.AssessorAgreement{{A: model.Person{Name: "A"}, B: model.Person{Name: "B"}, Report: some}}
	for lang, want := range map[text.Lang][]string{"nl": {`0,67 (0,21–0,94) \* |`, "niet te bepalen |", `\* te weinig oordelen`}, "en": {`0.67 (0.21–0.94) \* |`, "cannot be determined |", `\* too few`}} {
		d := Document{}
		maker(lang).Agreement(&d, &a)
		for _, w := range want {
			if s := d.Markdown(); !strings.Contains(s, w) {
				t.Errorf("%s lacks %s:\n%s", lang, w, s)
			}
		}
		a.Whole, d = some, Document{} // said once, for all
		maker(lang).Agreement(&d, &a)
		if s := d.Markdown(); strings.Contains(s, `\*`) {
			t.Errorf("%s says it twice:\n%s", lang, s)
		}
		a.Whole, d = agreement.Report{}, Document{} // every part has a scale of its own
		maker(lang).Agreement(&d, &a)
		if s := d.Markdown(); !strings.Contains(s, "C1.1") {
			t.Errorf("%s:\n%s", lang, s)
		}
		a.Whole = many
	}
}
