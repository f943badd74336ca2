package community_test

import (
	"bytes"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"leerbalie/model"
	"leerbalie/model/community"
	"leerbalie/model/goal"
	"leerbalie/model/outcome"
	"leerbalie/model/project"
	"leerbalie/model/research"
	"leerbalie/model/training"
	"leerbalie/model/upward"
	"leerbalie/ui/report"
	reports "leerbalie/ui/report/community"
	"leerbalie/ui/text"
	"leerbalie/ui/uitest"
)

func on(s string) time.Time {
	t, err := time.Parse(time.DateOnly, s)
	if err != nil {
		panic(err)
	}
	return t
}

// half is a half-year with something of everything: five goals of five roles, three pairs, three small partners.
func half() community.Half {
	return community.Half{From: on("2026-09-01"), To: on("2027-01-31"), Whole: true,
		Members: []community.Count{{Code: "student", N: 42}, {Code: "teacher", N: 6}, {Code: "supervisor", N: 3}, {Code: "desk", N: 0}, {Code: "coordinator", N: 2}, {Code: "admin", N: 0}, {Code: "guest", N: 5}},
		Goals: []community.GoalLine{
			{Title: "Iedereen vindt het taalcafé", Owner: model.RoleStudent, Phase: "proberen", State: goal.Reached, By: on("2026-12-18"), Ended: on("2026-12-11"), Steps: 4, Done: 4, Results: []string{"Eerste avond met 12 mensen", "De bibliotheek doet mee"}, Came: "Elke donderdag open, en het loopt door"},
			{Title: "Minder mensen wachten langer dan een kwartier", Owner: model.RoleCoordinator, Phase: "verkennen", State: goal.Open, By: on("2027-03-01"), Steps: 3, Done: 1},
			{Title: "Een les over schulden in blok 3", Owner: model.RoleTeacher, State: goal.Open},
			{Title: "Samen eten in Zuid", Owner: model.RoleGuest, State: goal.Open, Steps: 2},
			{Title: "Spreekuur in de avond", State: goal.Dropped, Ended: on("2026-11-02"), Came: "Er kwam niemand"},
		},
		Questions: community.Learned{Asked: 11, Answered: 9, Open: 4, Needs: 3, Offers: 2, Met: 1, Kept: []community.Kept{{Title: "Hoe begin je een gesprek over schulden?", Text: "Vraag eerst of het uitkomt, en ga apart zitten."}}},
		Meetings:  community.Meetings{Held: 18, Cancelled: 2, Came: 160, Noted: 16},
		Courses:   []community.Gathering{{Title: "Omgaan met agressie", Theme: "veiligheid", Dates: 4, Came: 61, People: 20}, {Title: "Rekenen", Dates: 2, Came: 6, People: 3}},
		Projects: []community.ProjectLine{{Title: "Samen eten", District: "Zuid", Theme: "eenzaamheid", State: project.Running, Students: 6, Pairs: 3, Guests: 2, Sessions: 12, Participants: 96, Minutes: 5760, Results: []string{"Twee bewoners koken nu zelf"}},
			{Title: "Taalmaatjes", District: "Zuid", Theme: "taal", State: project.Done, Students: 2, Pairs: 1, Sessions: 3, Participants: 4, Minutes: 600, Came: "Drie vonden een vast maatje"}},
		Partners: community.Partners{ByState: []community.Count{{Code: "contact", N: 1}, {Code: "agreed", N: 0}, {Code: "running", N: 3}, {Code: "ended", N: 1}}, Places: 30, Supervision: 36 * 60, Placed: 22,
			ByLevel: []community.Count{{Code: "mbo-2", N: 3}, {Code: "mbo-3", N: 7}, {Code: "mbo-4", N: 12}}, Networks: []community.NetworkLine{{Name: "Kleine zorgboeren", Partners: 3, Places: 30, Placed: 22}}, Offered: []community.Count{{Code: "job", N: 6}, {Code: "apprenticeship", N: 2}}},
		Signals: []community.SignalLine{
			{Text: "Er is geen les over schulden, en elke week vraagt iemand ernaar", Where: "balie Zuidwest", About: "curriculum", To: model.RoleTeacher, State: upward.Done, Answer: "Komt in blok 3", On: on("2026-10-01"), AnsweredOn: on("2026-10-20")},
			{Text: "=HYPERLINK(\"x\") de deur gaat niet open voor rolstoelen", Where: "ingang", About: "organisation", State: upward.Open, On: on("2026-11-01")},
		},
		Trainings: []community.TrainingLine{{What: "Omgaan met agressie", Asker: "Bibliotheek Zuid", State: training.Given, Asked: on("2026-10-02"), Day: on("2026-11-20"), People: 14, Came: "Ze vragen een vervolg"}},
		Research:  []community.ResearchLine{{Question: "Wie komt er niet, en waarom?", School: "Hogeschool", State: research.Done, Came: "Wie overdag werkt"}},
		Outcomes:  &outcome.Report{Of: 12, Going: 30, Rows: []outcome.Row{{Outcome: "qualification", N: 7, Of: 12, Low: 0.32, High: 0.81}, {Outcome: "job", N: 2, Of: 12, Low: 0.05, High: 0.45}}}}
}

func document(lang text.Lang, exact bool, h community.Half) report.Document {
	m := report.Maker{Words: text.All().For(lang), Zone: time.UTC, Now: on("2027-02-01").Add(9 * time.Hour), Exact: exact}
	return reports.Maker{Maker: m}.HalfYear(&h)
}

// TestTheHalfYear as Markdown and for a browser, in both languages.
func TestTheHalfYear(t *testing.T) {
	for _, lang := range []text.Lang{"nl", "en"} {
		d := document(lang, false, half())
		uitest.Kept(t, filepath.Join("testdata", "half-"+string(lang)+".md"), d.Markdown())
		var b bytes.Buffer
		if err := d.Write(&b, "html"); err != nil {
			t.Fatal(err)
		}
		uitest.Kept(t, filepath.Join("testdata", "half-"+string(lang)+".html"), b.String())
	}
}

// TestSmallNumbersStayOut of people: who were at a course, and by level, so that none can be worked out; with all numbers they are there. Nothing of a
// cell is a formula.
func TestSmallNumbersStayOut(t *testing.T) {
	d := document("nl", false, half())
	md := d.Markdown()
	for _, out := range []string{"| Rekenen |  | 2 | &lt;5 | – |", "| mbo-2 | &lt;5 |", "| mbo-3 | – |", "| praktijkbegeleider | &lt;5 |", "| Taalmaatjes | Zuid | taal | klaar | 3 | &lt;5 | &lt;5 | 1 | – |", "| Leerbaan aangeboden | &lt;5 |"} {
		if !strings.Contains(md, out) {
			t.Errorf("%q is not in\n%s", out, md)
		}
	}
	d = document("nl", true, half())
	if md := d.Markdown(); !strings.Contains(md, "| mbo-2 | 3 |") || strings.Contains(md, "&lt;5") {
		t.Errorf("not exact:\n%s", md)
	}
	var b bytes.Buffer
	if err := d.Write(&b, "csv"); err != nil {
		t.Fatal(err)
	}
	if strings.Contains(b.String(), "\n=") || strings.Contains(b.String(), "\"=HYPERLINK") || strings.Contains(b.String(), ";=") {
		t.Errorf("a formula:\n%s", b.String())
	}
}

// TestWhoMayNotKnowOfAll gets no numbers of students, and is told so; an empty half-year is told as that.
func TestWhoMayNotKnowOfAll(t *testing.T) {
	h := half()
	h.Whole, h.Outcomes = false, nil
	d := document("nl", true, h)
	if md := d.Markdown(); strings.Contains(md, "| 61 |") || strings.Contains(md, "mbo-2") || strings.Contains(md, "96:00") || !strings.Contains(md, "Alleen een coördinator ziet die van iedereen.") {
		t.Errorf("%s", md)
	}
	d = document("en", false, community.Half{From: on("2026-09-01"), To: on("2027-01-31")})
	for _, says := range []string{"There were no goals.", "There were no projects.", "There are no partners.", "No training was asked.", "There was no research."} {
		if !strings.Contains(d.Markdown(), says) {
			t.Errorf("it does not say %q", says)
		}
	}
}
