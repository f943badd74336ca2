package report

import (
	"bytes"
	"encoding/json"
	"slices"
	"strings"
	"testing"
	"time"

	"leerbalie/model"
	"leerbalie/model/journal"
	"leerbalie/model/learning"
	"leerbalie/model/learning/competence"
	"leerbalie/ui/text"
)

// odd is a student with a name that tries everything, and evidence with words of the same kind.
func odd() *learning.Progress {
	f := competence.BuiltinFrameworks()[0]
	at := time.Date(2026, 3, 2, 23, 30, 0, 0, time.UTC)
	p := &learning.Progress{Framework: f, Tree: f.Tree(), State: map[journal.ID]learning.NodeState{}, Student: model.Person{ID: journal.ID{7}, Name: "=HYPERLINK(\"x\") \x1b[31m<img src=//x>\u202e| O'Brien"}}
	for i, n := range f.Nodes {
		level := 2
		if i >= 6 {
			level = -1
		}
		p.State[n.ID] = learning.NodeState{Level: level}
	}
	var given []learning.Given
	for _, n := range f.Nodes[:6] {
		given = append(given, learning.Given{Node: n.ID, Level: 2})
	}
	p.Evidence = []learning.Evidence{
		{Kind: learning.EvidenceCourse, Title: "@cmd\n<script>alert(1)</script>", Note: "-1+1 `code` [x](http://x)", Nodes: []journal.ID{f.Nodes[0].ID, {9}},
			Assessments: []learning.Assessment{{Mark: journal.Mark{At: at}, As: learning.AssessorSchool, Framework: f.ID, Given: given, Reason: "+31 6\ttab"}}},
		{Kind: learning.EvidenceRequest, Theme: "poverty", Minutes: 30},
	}
	p.Strays = map[journal.ID]competence.Node{{9}: {}}
	p.Decisions = []learning.Decision{{Mark: journal.Mark{At: at}, Kind: learning.DecisionExam, Met: true, Sound: true, Framework: f.ID, Hash: "ab"}}
	return p
}

func write(t *testing.T, d Document, format string) string {
	t.Helper()
	var b bytes.Buffer
	if err := d.Write(&b, format); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// TestOddNames: whatever is in a name or a text, it stays text on a terminal, in a browser, on paper and in a spreadsheet.
func TestOddNames(t *testing.T) {
	for _, lang := range []text.Lang{"nl", "en"} {
		d := maker(lang).Student(odd())
		for _, format := range Formats() {
			out := write(t, d, format)
			if strings.ContainsAny(out, "\x1b\u202e\u0007") || strings.Contains(out, "report.") || format != "csv" && (strings.Contains(out, "<script") || strings.Contains(out, "<img")) {
				t.Errorf("%s:\n%s", format, out)
			}
		}
		page := write(t, d, "html")
		for _, never := range []string{"src=\"", "href=", "url(", "@import", "<link"} {
			if strings.Contains(page, never) {
				t.Errorf("the page has %s", never)
			}
		}
		for _, want := range []string{"<!doctype html>", "<head>", "</head>\n<body>", "<tbody>", "</body>\n</html>", `<th scope="col" class="n">`, "  "} {
			if !strings.Contains(page, want) {
				t.Errorf("the page lacks %q", want)
			}
		}
	}
}

// TestSheet: a spreadsheet gets every line, and each judgement as a row with what it is of.
func TestSheet(t *testing.T) {
	r := sheet(write(t, maker("nl").Student(odd()), "csv"))
	rows, err := r.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	has := func(want ...string) bool {
		return slices.ContainsFunc(rows, func(row []string) bool { return slices.Equal(row, want) })
	}
	if !has("Lijst: Hbo Social Work in vijf competenties, versie 0") && !has("Lijst: Hbo Social Work in vijf competenties, versie 1") {
		t.Errorf("the lines are not there: %q", rows[:6])
	}
	if !has("", "Vraag over armoede", "vraag", "30", "", "", "", "", "", "") || !has("", "'@cmd\n<script>alert(1)</script>", "cursus", "0", "C1, iets wat er niet meer is", "iemand",
		"school", "02-03-2026", "C1 goed, C1.1 goed, C1.2 goed, C1.3 goed, C1.4 goed, C1.5 goed", "'+31 6\ttab") {
		t.Errorf("%q", rows[len(rows)-4:])
	}
	for _, row := range rows {
		for _, c := range row {
			if strings.IndexAny(c, "=+-@\t\r\n") == 0 {
				t.Errorf("%q can act", c)
			}
		}
	}
}

// TestBadges: every badge has what the data model of Open Badges 3.0 asks for, and was reached when it was judged.
func TestBadges(t *testing.T) {
	b, err := json.Marshal(maker("en").Badges(odd(), model.Site{ID: journal.ID{1}, Name: "Zuidwest"}))
	if err != nil {
		t.Fatal(err)
	}
	var all []struct {
		Context           []string `json:"@context"`
		ID, Name          string
		Type              []string
		Description       string
		Issuer            struct{ ID, Name string }
		ValidFrom         time.Time
		CredentialSubject struct {
			Type        []string
			Identifier  []struct{ Type, IdentityType string }
			Achievement struct {
				ID, Name, Description, AchievementType string
				Type                                   []string
				Criteria                               struct{ Narrative string }
			}
		}
	}
	if err := json.Unmarshal(b, &all); err != nil || len(all) != 2 {
		t.Fatal(err, len(all))
	}
	for _, x := range all {
		a := x.CredentialSubject.Achievement
		if len(x.Context) != 2 || !strings.HasPrefix(x.ID, "urn:uuid:") || !slices.Contains(x.Type, "OpenBadgeCredential") || !strings.Contains(x.Name, "not signed") ||
			x.Issuer.ID == "" || x.Issuer.Name != "Zuidwest" || x.CredentialSubject.Identifier[0].Type != "IdentityObject" || a.ID == "" || a.Name == "" ||
			a.Description == "" || a.Criteria.Narrative == "" || !slices.Contains(a.Type, "Achievement") {
			t.Errorf("%+v", x)
		}
	}
	if at := all[0].ValidFrom; !at.Equal(time.Date(2026, 3, 2, 23, 30, 0, 0, time.UTC)) {
		t.Errorf("reached on %v", at)
	}
}

// TestCalendarOfJudging: an appointment keeps its name when its day moves, and a day is the day at the site.
func TestCalendarOfJudging(t *testing.T) {
	m := maker("nl")
	m.Zone = time.FixedZone("", 3600)
	p := *odd()
	p.Placement.End = time.Date(2026, 6, 30, 0, 0, 0, 0, time.UTC)
	first := m.Calendar([]learning.Progress{p})
	p.Placement.End = p.Placement.End.AddDate(0, 1, 0)
	second := m.Calendar([]learning.Progress{p})
	if len(first.Events) != 2 || first.Events[0].ID != second.Events[0].ID || first.Events[1].Start.Format(time.DateOnly) != "2026-03-03" {
		t.Errorf("%+v", first.Events)
	}
}

// TestDecisionsThatContradict: nothing is given on them, once on two that agree, and every report tells that they contradict.
func TestDecisionsThatContradict(t *testing.T) {
	badges := func(p *learning.Progress) (n int) {
		for _, b := range maker("en").Badges(p, model.Site{ID: journal.ID{1}, Name: "Zuidwest"}) {
			if slices.Contains(b.Subject.Achievement.Type, "Achievement") && b.Subject.Achievement.Kind == "Assessment" {
				n++
			}
		}
		return n
	}
	p := odd()
	decision := func(met, contested bool, hash string) learning.Decision {
		return learning.Decision{Framework: p.Framework.ID, Kind: learning.DecisionExam, Met: met, Sound: true, Contested: contested, Hash: hash}
	}
	p.Decisions = []learning.Decision{decision(true, false, "a"), decision(true, false, "b")}
	if n := badges(p); n != 1 {
		t.Errorf("two that agree give %d", n)
	}
	p.Decisions = []learning.Decision{decision(true, true, "a"), decision(false, true, "b")}
	if n := badges(p); n != 0 {
		t.Errorf("two that contradict each other give %d", n)
	}
	said := maker("nl").Words.Say("decision.contested")
	if out := write(t, maker("nl").Student(p), "md"); strings.Count(out, said) != 2 {
		t.Errorf("the report says it %d times", strings.Count(out, said))
	}
	c := maker("nl").Calendar([]learning.Progress{*p})
	for _, e := range c.Events {
		if e.Title != "" && strings.Contains(e.Title, "besl") && e.Text != said {
			t.Errorf("the calendar says %q", e.Text)
		}
	}
}
