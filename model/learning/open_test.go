package learning

import (
	"testing"
	"time"

	"leerbalie/model"
	"leerbalie/model/journal"
	"leerbalie/model/learning/competence"
)

// TestOpenMeansOneThing: the class, a part, a student, and what waits count the same pieces as open, for the same, whoever reads. There were
// two meanings: a piece that its student still had to look back on was open for the school in the class and not in what asks for attention, and
// one that was judged on another list was open for a part and not for the student.
func TestOpenMeansOneThing(t *testing.T) {
	f := grown(3, func(int) int { return -1 })
	tree, node, teacher := f.Tree(), f.Nodes[0].ID, competence.NodeID("person", "teacher")
	judged := func(framework journal.ID) []Assessment {
		return []Assessment{{Mark: journal.Mark{By: teacher}, Framework: framework, As: AssessorSchool, Given: []Given{{node, 1}}, Latest: true}}
	}
	looked := &Reflection{Reflection: "geleerd"}
	for name, c := range map[string]struct {
		piece Evidence
		want  AssessorKind
	}{
		"nothing said of it":          {Evidence{Kind: EvidenceRequest}, AssessorSelf},
		"not looked back on":          {Evidence{Kind: EvidenceRequest, Nodes: []journal.ID{node}}, AssessorSelf},
		"ready":                       {Evidence{Kind: EvidenceRequest, Nodes: []journal.ID{node}, Reflection: looked}, AssessorSchool},
		"looked back on, not to read": {Evidence{Kind: EvidenceRequest, Nodes: []journal.ID{node}, reflected: true}, AssessorSchool},
		"judged by practice":          {Evidence{Kind: EvidenceRequest, Nodes: []journal.ID{node}, Reflection: looked, Assessments: []Assessment{{As: AssessorPractice}}}, AssessorSchool},
		"judged":                      {Evidence{Kind: EvidenceRequest, Nodes: []journal.ID{node}, Reflection: looked, Assessments: judged(f.ID)}, ""},
		"judged on another list":      {Evidence{Kind: EvidenceRequest, Nodes: []journal.ID{node}, Reflection: looked, Assessments: judged(competence.NodeID("list", "other"))}, ""},
		"judged out of sight":         {Evidence{Kind: EvidenceRequest, Nodes: []journal.ID{node}, Reflection: looked, blindTo: map[AssessorKind]int{AssessorSchool: 1}}, ""},
		"judged before looked back":   {Evidence{Kind: EvidenceRequest, Nodes: []journal.ID{node}, Assessments: judged(f.ID)}, ""},
	} {
		e := c.piece
		e.ID, e.Day = competence.NodeID("piece", name), time.Date(2026, 9, 1, 0, 0, 0, 0, time.UTC)
		want := Open{}
		switch c.want {
		case AssessorSchool:
			want.School = 1
		case AssessorSelf:
			want.Student = 1
		}
		dossiers := []*Dossier{{Evidence: []Evidence{e}}}
		if got := e.OpenFor(); got != c.want {
			t.Errorf("%s: open for %q, want %q", name, got, c.want)
		}
		row := matrixRow(model.Person{}, tree, []journal.ID{node}, dossiers, Sight{Read: true}, journal.ID{})
		if row.Open != want {
			t.Errorf("%s: in the class %+v, want %+v", name, row.Open, want)
		}
		if got := row.Cells[0].Open; len(e.Nodes) > 0 && got != want {
			t.Errorf("%s: of the part %+v, want %+v", name, got, want)
		}
		if got := (&Progress{Evidence: []Evidence{e}}).Open(); got != want {
			t.Errorf("%s: of the student %+v, want %+v", name, got, want)
		}
		if _, waiting := waits(model.Person{}, e, Sight{MayJudgeAs: []AssessorKind{AssessorSelf}}, journal.ID{}); waiting != (c.want == AssessorSelf) {
			t.Errorf("%s: waits for the student: %v", name, waiting)
		}
		if _, waiting := waits(model.Person{}, e, Sight{MayJudgeAs: []AssessorKind{AssessorSchool}}, journal.ID{}); c.want != "" && waiting != (c.want == AssessorSchool) {
			t.Errorf("%s: waits for the school: %v", name, waiting)
		}
	}
}
