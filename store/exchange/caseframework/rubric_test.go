package caseframework

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"leerbalie/model/learning/competence"
)

// withRubrics is a package of two items with rubrics.
func withRubrics(rubrics string) string {
	return `{"CFDocument":{"identifier":"d","title":"L"},"CFItems":[{"identifier":"a","fullStatement":"een"},{"identifier":"b","fullStatement":"twee"}],
		"CFAssociations":[],"CFRubrics":` + rubrics + `}`
}

func criterion(item string, levels ...string) string {
	for i, l := range levels {
		levels[i] = fmt.Sprintf(`{"identifier":"l%d","quality":%q,"position":%d,"score":%d}`, i, l, len(levels)-i, (len(levels)-i)*10)
	}
	return fmt.Sprintf(`{"identifier":"c","CFItemURI":{"identifier":%q},"weight":1.50,"CFRubricCriterionLevels":[%s]}`, item, strings.Join(levels, ","))
}

// TestRubricsAreScales: the levels of a rubric's criterion are the scale of its item, in the order of their positions; what
// the rubric says beside them goes back as it came.
func TestRubricsAreScales(t *testing.T) {
	file := withRubrics(`[{"identifier":"r","title":"Rubriek","CFRubricCriteria":[` + criterion("b", "goed", "matig", "slecht") + `,` + criterion("weg", "x", "y") + `]}]`)
	r, err := Read(strings.NewReader(file))
	if err != nil || len(r.Framework.Scales) != 2 {
		t.Fatalf("%v %+v", err, r.Framework.Scales)
	}
	s := r.Framework.Scales[r.Framework.Nodes[1].Scale]
	if got := fmt.Sprint(s); got != "{Rubriek [{slecht map[] 10} {matig map[] 20} {goed map[] 30}] -1}" || r.Framework.Nodes[0].Scale != 0 {
		t.Errorf("%s %+v", got, r.Framework.Nodes)
	}
	if got := fmt.Sprint(r.Remarks[len(r.Remarks)-1].Msg); got != "framework.rubric-threshold" {
		t.Error(got)
	}
	write := func(f competence.Framework) (string, string) {
		t.Helper()
		var b bytes.Buffer
		said, err := Write(&b, &f, now())
		if err != nil {
			t.Fatal(err)
		}
		return b.String(), fmt.Sprint(said)
	}
	if out, said := write(r.Framework); !strings.Contains(out, `"weight": 1.50`) || strings.Contains(said, "scale") {
		t.Errorf("%s\n%s", said, out)
	}
	other := r.Framework.Renamed("L")
	other.Scales[1].Proficient = 1 // a foreign rubric has no room for that, and is not ours to write over
	if out, said := write(other); !strings.Contains(out, `"weight": 1.50`) || !strings.Contains(said, "framework.lost.scale") {
		t.Errorf("%s\n%s", said, out)
	}
}

// TestRubricsThatAreNone: what holds no scale is kept and said, and our own follow what is altered.
func TestRubricsThatAreNone(t *testing.T) {
	for rubrics, want := range map[string]string{
		`[]`: "1", `null`: "1", `7`: "1", `[null,3]`: "1", `[{"CFRubricCriteria":[{}]}]`: "1",
		`[{"CFRubricCriteria":[` + criterion("a", "x") + `]}]`:                                                       "1 framework.bad-rubric",
		`[{"CFRubricCriteria":[` + criterion("a", "x", "x") + `]}]`:                                                  "1 framework.bad-rubric",
		`[{"CFRubricCriteria":[` + criterion("a", "x", "111222333") + `]}]`:                                          "1 framework.left-bsn",
		`[{"CFRubricCriteria":[` + criterion("", "x", "y") + `]}]`:                                                   "1 framework.rubric-threshold",
		`[{"description":"Leerbalie: enough from position 2","CFRubricCriteria":[` + criterion("", "x", "y") + `]}]`: "1",
		`[{"description":"Leerbalie: enough from position 9","CFRubricCriteria":[` + criterion("", "x", "y") + `]}]`: "1 framework.rubric-threshold",
	} {
		r, err := Read(strings.NewReader(withRubrics(rubrics)))
		if err != nil {
			t.Fatal(err)
		}
		got := fmt.Sprint(len(r.Framework.Scales))
		for _, m := range r.Remarks {
			if m.Msg != "framework.no-parent" {
				got += " " + m.Msg
			}
		}
		if got != want {
			t.Errorf("%s: %s, want %s", rubrics, got, want)
		}
	}
	ours := withRubrics(`[{"description":"Leerbalie: enough from position 2","CFRubricCriteria":[` + criterion("", "x", "y", "z") + `]}]`)
	r, err := Read(strings.NewReader(ours))
	if err != nil || r.Framework.Scales[0].Proficient != 1 {
		t.Fatalf("%v %+v", err, r.Framework.Scales)
	}
	r.Framework.Scales[0].Proficient = 2
	if back := again(t, r.Framework); back.Scales[0].Proficient != 2 {
		t.Errorf("%+v", back.Scales)
	}
}
