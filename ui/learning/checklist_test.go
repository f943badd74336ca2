package learning_test

import (
	"context"
	"io"
	"strings"
	"testing"
	"time"

	"leerbalie/model"
	"leerbalie/model/attachment"
	"leerbalie/model/desk"
	"leerbalie/model/journal"
	"leerbalie/model/learning"
	"leerbalie/model/learning/competence"
	"leerbalie/ui/screen"
	"leerbalie/ui/text"
	"leerbalie/ui/theme"
	"leerbalie/ui/uitest"
)

// school is a group with two teachers and three students, of whom Noor has handled and looked back on two questions, and
// Bo on one; all of them wait to be judged.
type school struct {
	bundles            uitest.Bundles
	t                  *testing.T
	group              journal.ID
	theo, tine         journal.ID
	noor, bo, kim      journal.ID
	supervisor         journal.ID
	first, second, bos journal.ID // pieces of evidence
	files              map[string]string
	altered            bool // files that were put with evidence are others by now
	hbo                competence.Framework
	desk               *uitest.Desk
	founder            journal.ID
}

func (s *school) do(session *model.Session, actions ...model.Action) model.Receipt {
	s.t.Helper()
	r, err := session.DoQuietly(context.Background(), actions...)
	if err != nil {
		s.t.Fatal(err)
	}
	return r
}

// fill makes the school and says who acts.
func (s *school) fill(as func(*school) journal.ID) func(*uitest.Desk, *model.Session) journal.ID {
	return func(d *uitest.Desk, session *model.Session) journal.ID {
		ctx := context.Background()
		s.desk, s.founder = d, session.Me().ID
		s.group = s.do(session, model.AddGroup{Group: model.Group{Name: "Klas 2B"}}).Entity
		add := func(p model.Person) journal.ID {
			p.Site = session.Site()
			return s.do(session, model.AddPerson{Person: p}).Entity
		}
		teacher := []model.Role{model.RoleTeacher}
		s.theo = add(model.Person{Name: "Theo Bakker", Roles: teacher, Groups: []journal.ID{s.group}})
		s.tine = add(model.Person{Name: "Tine Smit", Roles: teacher, Groups: []journal.ID{s.group}})
		s.supervisor = add(model.Person{Name: "Sanne Vos", Roles: []model.Role{model.RoleSupervisor}})
		student := func(name string) journal.ID {
			return add(model.Person{Name: name, Roles: []model.Role{model.RoleStudent}, Level: "hbo", Groups: []journal.ID{s.group}, Supervisor: s.supervisor,
				Study: model.Study{NormHours: 120, Start: uitest.Start().AddDate(0, -5, 0), End: uitest.Start().AddDate(0, 0, 24)}})
		}
		s.noor, s.bo, s.kim = student("Noor van Dijk"), student("Bo Smit"), student("Kim de Wit")
		s.first = s.handled(d, session, "Afsluiting stroom dreigt bij de Vries", "poverty", s.noor, s.bo)
		s.second = s.handled(d, session, "Brief van de Belastingdienst", "literacy", s.noor)
		for _, who := range []journal.ID{s.noor, s.bo} {
			me := d.As(who)
			p, err := learning.ReadProgress(ctx, me, who, journal.ID{})
			if err != nil {
				s.t.Fatal(err)
			}
			s.hbo = p.Framework
			for i, e := range p.Evidence {
				if who == s.bo {
					s.bos = e.ID
				}
				nodes := []journal.ID{p.Tree.Columns()[i]}
				s.do(me, learning.Reflect{Evidence: e.ID, Nodes: nodes, Reflection: learning.Reflection{Situation: "Iemand kreeg een brief.", Reflection: "Eerst luisteren."}})
			}
		}
		return as(s)
	}
}

// handled takes a question up for students and closes it; what comes back is the evidence of the first.
func (s *school) handled(d *uitest.Desk, session *model.Session, summary, theme string, who ...journal.ID) journal.ID {
	id := s.do(session, desk.AddRequest{Request: desk.Request{Summary: summary, Theme: theme, Channel: "desk"}}).Entity
	s.do(session, desk.ClaimRequest{ID: id, For: who}, desk.LogTime{ID: id, Person: who[0], Minutes: 25}, desk.CloseRequest{ID: id, Outcome: "handled-directly"})
	return learning.EvidenceID(id, who[0])
}

// open starts the app for somebody of the school, on screen 3.
func open(t *testing.T, lang text.Lang, size screen.Size, as func(*school) journal.ID) (*uitest.Desk, *school) {
	t.Helper()
	s := &school{t: t, files: map[string]string{}}
	d := uitest.Open(t, uitest.Options{Lang: lang, Size: size, Theme: theme.Bare(), Act: s.fill(as), With: func(e *screen.Env) {
		e.Bundles = s.bundles.Power()
		e.Files = &screen.LocalFiles{Home: "/home/theo", Write: func(_ context.Context, path string, write func(io.Writer) error) error {
			var b strings.Builder
			err := write(&b)
			s.files[path] = b.String()
			return err
		}, List: func(context.Context, string) (string, []screen.FileEntry, error) {
			return "/home/theo", []screen.FileEntry{{Name: "verslag.txt", Size: 11}}, nil
		}, LookAt: func(_ context.Context, path string) (attachment.File, error) {
			b := []byte("een verslag")
			return attachment.File{Name: "verslag.txt", Path: path, Size: 11, Dated: time.Date(2026, 11, 20, 9, 0, 0, 0, time.UTC), Hash: attachment.HashOf(b), Bytes: b}, nil
		}, Altered: func(learning.Attached) (bool, bool) { return s.altered, true }}
	}})
	d.Press("3")
	return d, s
}

func theo(s *school) journal.ID { return s.theo }
func tine(s *school) journal.ID { return s.tine }
func noor(s *school) journal.ID { return s.noor }

// theoAfter acts after both teachers have judged a piece, on which they differ, and something was decided.
func theoAfter(s *school) journal.ID {
	leaves := s.hbo.Tree().Leaves(s.hbo.Tree().Columns()[0])
	for i, who := range []journal.ID{s.theo, s.tine} {
		var given []learning.Given
		for n, leaf := range leaves {
			given = append(given, learning.Given{Node: leaf, Level: 1 + i*(n%2)})
		}
		s.do(s.desk.As(who), learning.Assess{Student: s.noor, Evidence: s.second, Given: given, Reason: "vraagt door en vat samen"})
	}
	s.do(s.desk.As(s.tine), learning.Decide{Student: s.noor, Kind: learning.DecisionPlacement, Met: true, Reason: "uren en werk in orde"})
	return s.theo
}

func wide(t *testing.T, as func(*school) journal.ID) (*uitest.Desk, *school) {
	return open(t, "nl", screen.Size{Width: 120, Height: 40}, as)
}

// piece reads a piece of evidence as somebody sees it.
func (s *school) piece(d *uitest.Desk, as, student, evidence journal.ID) learning.Evidence {
	s.t.Helper()
	p, err := learning.ReadPiece(context.Background(), d.As(as), student, evidence)
	if err != nil {
		s.t.Fatal(err)
	}
	return p.Evidence
}

func TestViews(t *testing.T) {
	for _, lang := range []text.Lang{"nl", "en"} {
		for _, size := range []screen.Size{{Width: 80, Height: 24}, {Width: 120, Height: 40}} {
			v := map[text.Lang]string{"nl": "v", "en": "s"}[lang]
			all := strings.Repeat(v, 5)
			d, _ := open(t, lang, size, theoAfter)
			look := func(what string, press ...string) {
				d.Press(press...)
				d.Picture(what, lang)
			}
			look("class")
			look("judge", "b", v)
			look("reason", all[1:], "vraagt door")
			look("student", "<esc>", "<esc>", "<end>", "<enter>")
			look("evidence", "<right>")
			look("piece", "<enter>")
			look("growth", "<esc>", "<right>")
			look("decide", "d", "<tab>", "<tab>", "uren nog niet", "<tab>")
			look("decisions", "<esc>", "<right>")
			look("frozen", "<enter>")
			look("write", "e")
			look("agreement", "<esc>", "<esc>", "<esc>", "<esc>", "A")
			look("talk", "<right>")
			own, _ := open(t, lang, size, noor)
			own.Press("<right>", "r")
			own.Picture("reflect", lang)
			own.Press("<esc>", "p")
			own.Picture("point", lang)
		}
	}
}

// TestTheWholeWay does by keys alone what teachers do: one judges all that waits, the other judges blind, they talk over
// what differs, agreement appears, and a decision is frozen, printed and withdrawn.
func TestTheWholeWay(t *testing.T) {
	d, s := wide(t, theo)
	d.Shows("Klas 2B", "3 studenten", "3 wachten op jou")
	d.Press("b")
	for range 3 {
		d.Shows("Beoordelen (school)")
		d.Press("v", "v", "v", "v", "v", "zo", " ", "gezien", "<enter>")
	}
	d.Shows("3 stuks langsgelopen")
	d.Hides("wachten")
	for _, of := range []struct{ student, evidence journal.ID }{{s.noor, s.first}, {s.noor, s.second}, {s.bo, s.bos}} {
		e := s.piece(d, s.theo, of.student, of.evidence)
		if len(e.Assessments) != 1 || e.Assessments[0].Reason != "zo gezien" || len(e.Assessments[0].Given) == 0 {
			t.Fatalf("%+v", e.Assessments)
		}
	}

	two := d
	two.Sit(s.tine)
	two.Press("3", "b")
	two.Shows("Je bent de tweede", "1 van 3")
	two.Hides("zo gezien", "Theo")
	two.Press("g", "v", "v", "v", "v", "anders", "<enter>")
	two.Shows("Om te bespreken", "Theo Bakker: voldoende", "Tine Smit: goed", "zo gezien", "anders")
	two.Press("<enter>", "v", "v", "v", "v", "v", "ja", "<enter>")
	two.Shows("3 van 3")
	two.Press("v", "v", "v", "v", "v", "<enter>")
	two.Shows("3 stuks langsgelopen")
	two.Press("A")
	two.Shows("oordelen die 2 beoordelaars apart gaven", "Cohens kappa")
	two.Press("<right>")
	two.Shows("Theo B.: voldoende", "Tine S.: goed")
	two.Press("<enter>")
	two.Shows("≠", "zonder het andere oordeel te zien")
	two.Press("<esc>", "<esc>", "<end>", "<enter>", "d", "<right>", "<tab>", "<right>", "<tab>", "uren en werk", "<ctrl+s>")
	two.Shows("Besluiten", "voldaan", "onveranderd sinds het besluit")
	two.Press("<enter>")
	two.Shows("Besluit over Noor van Dijk", "SHA-256")
	two.Press("<end>")
	two.Shows("zo gezien")
	two.Press("e", "<ctrl+s>")
	two.Shows("Bewaard: /home/theo/leerbalie-besluit-")
	for path, written := range s.files {
		if !strings.HasSuffix(path, ".html") || !strings.Contains(written, "SHA-256") || strings.Contains(written, "Afsluiting") {
			t.Errorf("%s: %.200s", path, written)
		}
	}
	two.Press("<esc>", "w", "verkeerde student", "<enter>")
	two.Shows("ingetrokken")
}

// TestSelfAndPeer: a student looks back, says what the work shows, judges the own work, and that of a fellow student.
func TestSelfAndPeer(t *testing.T) {
	d, s := wide(t, func(s *school) journal.ID { return s.bo })
	d.Shows("Bo Smit")
	d.Hides("Noor van Dijk")
	d.Press("<right>", "s", "v", "v", "v", "v", "v", "ging goed", "<enter>")
	d.Shows("zelf")
	e := s.piece(d, s.bo, s.bo, s.bos)
	if len(e.Assessments) != 1 || e.Assessments[0].As != learning.AssessorSelf {
		t.Fatalf("%+v", e.Assessments)
	}
	d.Press("b")
	d.Shows("Beoordelen (medestudent)", "Noor van Dijk")
	d.Hides("Eerst luisteren")
	d.Press("g", "g", "g", "g", "g", "fijn maatje", "<enter>")
	e = s.piece(d, s.theo, s.noor, s.first)
	if len(e.Assessments) != 1 || e.Assessments[0].As != learning.AssessorPeer {
		t.Fatalf("%+v", e.Assessments)
	}
}

// TestReflectingMarksPersonalData: what looks like personal data is pointed at while typing, refused, and sent only after
// the student says that nobody can be recognised; a citizen service number is never taken.
func TestReflectingMarksPersonalData(t *testing.T) {
	d, s := wide(t, noor)
	d.Press("<right>", "r", "<tab>", "bel mevrouw de Vries op 06-12345678")
	d.Pass(time.Second)
	d.Shows("Lijkt herkenbaar", "06-12345678 (telefoon)", "Vries (naam)")
	d.Press("<ctrl+s>")
	d.Shows("Is niemand herkenbaar?")
	d.Press("<enter>")
	d.Shows("Terugkijken:")
	if e := s.piece(d, s.noor, s.noor, s.second); strings.Contains(e.Reflection.Text(), "06-1234") {
		t.Fatal("sent without asking")
	}
	d.Press("<ctrl+s>", "j")
	d.Shows("De reflectie is bewaard")
	d.Press("r", "<tab>", " 111222333", "<ctrl+s>")
	d.Shows("111222333")
	d.Hides("Is niemand herkenbaar?")
}

// TestNothingTypedIsLost: levels and words survive Esc, and the end of the app.
func TestNothingTypedIsLost(t *testing.T) {
	d, _ := wide(t, theo)
	d.Press("b", "g", "<tab>", "half een ", "<esc>", "<esc>", "b")
	d.Shows("[g]", "half een")
	d.Press("<tab>", "zin")
	d.Pass(time.Second)
	d.Again()
	d.Press("3", "b")
	d.Shows("[g]", "half een zin")
	d.Press("<right>", "<left>")
	d.Shows("[g]", "half een zin")
	d.Press("<ctrl+s>", "<esc>", "b")
	d.Hides("half een zin")
}

// TestFastTypingIsSplit: levels that arrive in one read are one key each, and what follows the last is the reason.
func TestFastTypingIsSplit(t *testing.T) {
	d, s := wide(t, theo)
	d.Press("b")
	d.Burst("vgvovgoed gedaan")
	d.Shows("goed gedaan")
	d.Press("<enter>")
	e := s.piece(d, s.theo, s.noor, s.first)
	if len(e.Assessments) != 1 || len(e.Assessments[0].Given) != 5 || e.Assessments[0].Given[3].Level != 0 || e.Assessments[0].Reason != "goed gedaan" {
		t.Fatalf("%+v", e.Assessments)
	}
}

// TestLookingEndsBlindness: who looks at others' judgements first is told so, and is no second assessor any more.
func TestLookingEndsBlindness(t *testing.T) {
	d, s := wide(t, tine)
	s.do(d.As(s.theo), learning.Assess{Student: s.noor, Evidence: s.first, Given: []learning.Given{{Node: s.leaf(s.first), Level: 0}}, Reason: "te vroeg"})
	d.News()
	d.Press("<end>", "<enter>", "<right>", "<end>")
	d.Shows("jij als tweede")
	d.Hides("te vroeg")
	d.Press("l")
	d.Shows("niet als apart gegeven")
	d.Press("<esc>")
	d.Hides("te vroeg")
	d.Press("l", "j")
	d.Shows("te vroeg")
}

// leaf is an indicator that a piece can be judged on.
func (s *school) leaf(journal.ID) journal.ID {
	t := s.hbo.Tree()
	return t.Leaves(t.Columns()[0])[0]
}

// TestObservation: a teacher puts down what was seen, and judges it at once.
func TestObservation(t *testing.T) {
	d, s := wide(t, theo)
	d.Press("<down>", "<enter>", "<down>", "n", "gesprek aan de balie", "<tab>", "<tab>", "0:20", "<ctrl+s>")
	d.Shows("Beoordelen (school)", "Kim de Wit", "gesprek aan de balie")
	d.Press("g", "<ctrl+s>")
	p, err := learning.ReadProgress(context.Background(), d.As(s.theo), s.kim, journal.ID{})
	if err != nil || len(p.Evidence) != 1 || p.Evidence[0].Minutes != 20 || len(p.Evidence[0].Assessments) != 1 {
		t.Fatalf("%v %+v", err, p.Evidence)
	}
	d.Press("n", "x", "<tab>", "gisteren", "<ctrl+s>")
	d.Shows("Schrijf de dag als")
}

// TestClassFindsWhoIsStuck: orders, the filter for who has no evidence, and searching.
func TestClassFindsWhoIsStuck(t *testing.T) {
	d, _ := wide(t, theo)
	if !strings.Contains(d.On(), "Bo Smit") {
		t.Error(d.On())
	}
	d.Shows("! Bo Smit") // the placement ends in three weeks, and there are parts without evidence
	d.Press("z")
	d.Hides("Bo Smit", "Noor")
	d.Shows("Kim de Wit")
	d.Press("z", "o")
	d.Shows("het meest nog moet laten zien")
	d.Press("o")
	d.Shows("langst niets liet zien")
	if !strings.Contains(lineAfter(d, "laatste"), "Kim") {
		t.Error(lineAfter(d, "laatste"))
	}
	d.Press("/", "noor", "<enter>")
	d.Hides("Kim")
	d.Press("<esc>")
	d.Shows("Kim")
}

func lineAfter(d *uitest.Desk, word string) string {
	_, rest, _ := strings.Cut(d.Frame(), word)
	lines := strings.Split(rest, "\n")
	return lines[1]
}

// TestNeedToKnow: the desk is told why it sees nothing, a student sees the own checklist only, and no resident or word of a
// question shows anywhere.
func TestNeedToKnow(t *testing.T) {
	d, _ := wide(t, func(s *school) journal.ID { return s.noor })
	for _, press := range []string{"<right>", "<enter>"} {
		d.Press(press)
		d.Hides("Vries", "Belastingdienst", "stroom", "Kim")
	}
	desk, _ := wide(t, func(s *school) journal.ID { return s.supervisor })
	desk.Shows("Noor van Dijk")
	desk.Press("b")
	desk.Shows("Beoordelen (praktijk)")
	closed := uitest.Open(t, uitest.Options{Lang: "nl", Act: func(d *uitest.Desk, _ *model.Session) journal.ID { return d.Noor }})
	closed.Press("3")
	closed.Shows("De balie ziet het niet")
}

// TestChangesOfOthersShow: the class follows what somebody else does, and the cursor stays on its student.
func TestChangesOfOthersShow(t *testing.T) {
	d, s := wide(t, theo)
	d.Press("<end>")
	on := d.On()
	s.do(d.As(s.kim), learning.AddEvidence{Evidence: learning.Evidence{Kind: learning.EvidenceCourse, Title: "Gesprekken", Nodes: []journal.ID{s.hbo.Nodes[0].ID}}})
	d.News()
	d.Shows("4 wachten op jou")
	if d.On() != on {
		t.Errorf("the cursor went from %q to %q", on, d.On())
	}
}
