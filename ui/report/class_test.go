package report

import (
	"slices"
	"strings"
	"testing"

	"leerbalie/model"
	"leerbalie/model/learning"
	"leerbalie/model/learning/agreement"
	"leerbalie/ui/text"
)

// TestFewIsMarked: a figure that few judgements stand behind says so, also in the tables by part and by pair; one that
// cannot be determined says that and no more.
func TestFewIsMarked(t *testing.T) {
	some := agreement.Compare([][]int{{0, 0}, {1, 2}, {2, 2}}, 3, nil)
	many := agreement.Compare(slices.Repeat([][]int{{0, 0}, {1, 2}, {2, 2}}, 20), 3, nil)
	same := agreement.Compare([][]int{{1, 1}}, 3, nil)
	a := learning.Concordance{Framework: learning.BuiltinFrameworks()[0], Whole: many}
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
