package pairs_test

import (
	"io"
	"strings"
	"testing"

	"leerbalie/model/journal"
	modelpairs "leerbalie/model/pairs"
	"leerbalie/model/transfer"
	"leerbalie/ui/cli/clitest"
	"leerbalie/ui/cli/command"
	"leerbalie/ui/cli/output"
	"leerbalie/ui/cli/pairs"
)

// student is what this test reads of a student.
type student struct {
	ID, Level, Status string
	DayParts, Themes  []string
	Pair              *string
}

// TestPairsFromTheCommandLine goes from students to a rematch.
func TestPairsFromTheCommandLine(t *testing.T) {
	b := clitest.New(t)
	b.Powers.Calendar = func(dst io.Writer, c transfer.Calendar) error {
		for _, e := range c.Events {
			if _, err := io.WriteString(dst, e.Title+"\n"); err != nil {
				return err
			}
		}
		return nil
	}
	id := map[string]string{}
	for i, name := range []string{"Ali", "Noor", "Sem", "Eva", "Bo", "Iris"} {
		level := []string{"mbo-3", "hbo"}[i%2]
		s := clitest.JSON[student](b, "student", "add", name, "--level", level, "--year", "2", "--dayparts", "ma-ochtend,di-middag", "--theme", "taal", "--number", name+"1")
		if s.Level != level || len(s.DayParts) != 2 || s.Themes[0] != "literacy" || s.Status != "active" {
			t.Fatalf("%+v", s)
		}
		id[name] = s.ID
	}
	first := clitest.JSON[pairs.ProposalJSON](b, "pair", "propose")
	if len(first.Pairs) != 3 || first.Unmatched == nil || len(first.Pairs[0].Reasons) != 7 || first.Without != 0 {
		t.Fatalf("%+v", first)
	}
	sum := 0.0
	for _, r := range first.Pairs[0].Reasons {
		sum += r.Points
	}
	if diff := sum - first.Pairs[0].Score; diff > 0.001 || diff < -0.001 {
		t.Errorf("reasons add up to %v, the score is %v", sum, first.Pairs[0].Score)
	}
	flags := []string{"--lock", id["Ali"] + "," + id["Eva"], "--lock", "Sem1+Noor", "--forbid", "Bo,Noor"}
	held := clitest.JSON[pairs.ProposalJSON](b, append([]string{"pair", "propose"}, flags...)...)
	if len(held.Pairs) != 3 || len(held.Overrides) != 3 || !held.Pairs[0].Locked && !held.Pairs[1].Locked {
		t.Fatalf("%+v", held)
	}
	if out, _ := b.Do(command.Done, append([]string{"pair", "propose", "--lang", "nl"}, flags...)...); !strings.Contains(out, "vast") || !strings.Contains(out, "kost") {
		t.Error(out)
	}
	for _, wrong := range [][]string{
		{"--lock", "Ali,Noor", "--lock", "Ali,Eva"}, {"--lock", "Ali,Noor", "--forbid", "Ali,Noor"}, {"--lock", "Ali,Sem"}, {"--lock", "niemand,Ali"},
	} {
		if _, said := b.Do(command.CouldNot, append([]string{"pair", "propose"}, wrong...)...); !strings.Contains(said, "Ali") && !strings.Contains(said, "niemand") {
			t.Errorf("%v: %s", wrong, said)
		}
	}
	for _, wrong := range [][]string{{"--objective", "x"}, {"--weight", "x=1"}, {"--weight", "themes=99"}, {"--forbid", "Ali,Noor,Sem"}, {"--date", "morgen"}} {
		b.Do(command.Misused, append([]string{"pair", "propose"}, wrong...)...)
	}
	made := clitest.JSON[[]output.Pair](b, append([]string{"pair", "publish"}, flags...)...)
	if len(made) != 3 || made[0].Status != "running" || made[0].NextCheckInAt == nil {
		t.Fatalf("%+v", made)
	}
	if pairs := clitest.JSON[[]output.Pair](b, "pair", "list"); len(pairs) != 3 {
		t.Fatalf("%+v", pairs)
	}
	if p := clitest.JSON[output.Pair](b, "pair", "checkin", "Ali", "--mood", "goed", "--note", "samen op pad"); len(p.CheckIns) != 1 || !p.Good {
		t.Errorf("%+v", p)
	}
	clitest.JSON[output.Pair](b, "pair", "agree", "Ali+Eva", "--person", "Ali", "--for", "brieven")
	clitest.JSON[output.Pair](b, "pair", "evaluate", "Ali", "--month", "3", "--result", "go-on")
	clitest.JSON[output.Pair](b, "pair", "fit", "Ali", "--person", "Ali", "--answer", "good")
	if out, _ := b.Do(command.Done, "export", "checkins"); !strings.Contains(out, "Ali") {
		t.Error(out)
	}
	if s := clitest.JSON[student](b, "student", "end", "Eva", "--outcome", "left"); s.Status != "ended" || s.Pair != nil {
		t.Errorf("%+v", s)
	}
	clitest.JSON[student](b, "student", "time-out", "Bo", "--reason", "thuis")
	next := clitest.JSON[pairs.ProposalJSON](b, "pair", "propose", "--rematch")
	for _, p := range next.Pairs {
		if strings.Join(p.Names, "") == "SemNoor" && p.Kept == nil {
			t.Errorf("%+v", p)
		}
	}
	b.Do(command.Done, "pair", "forbid", "Ali", "Iris")
	b.Do(command.CouldNot, "pair", "forbid", "Ali", "Iris")
	if w := clitest.JSON[map[string]int](b, "pair", "weights", "--weight", "languages=9", "--min-shared", "2"); w["languages"] != 9 || w["min_shared"] != 2 {
		t.Errorf("%v", w)
	}
	clitest.JSON[output.Pair](b, "pair", "end", "Noor", "--reason", "no-fit")
	for _, args := range [][]string{{"student", "list"}, {"student", "show", "Ali"}, {"pair", "list", "--status", "all"}, {"pair", "weights"}, {"pair", "propose"}} {
		for _, lang := range []string{"nl", "en"} {
			if out, _ := b.Do(command.Done, append(args, "--lang", lang)...); strings.Contains(out, "cli.") || out == "" {
				t.Errorf("%v: %s", args, out)
			}
		}
	}
}

// TestADayOfACheckIn is a day at the site: the day on which the pair began is one, the day before it is none.
func TestADayOfACheckIn(t *testing.T) {
	b := clitest.School(t)
	session := b.Session("Samira")
	made, err := session.Do(t.Context(), modelpairs.PublishPairs{Pairs: []modelpairs.NewPair{{Members: []journal.ID{b.Session("Noor").Me().ID, b.Session("Ali").Me().ID}}}})
	if err != nil || len(made.Created) != 1 {
		t.Fatal(err)
	}
	b.Do(command.CouldNot, "pair", "checkin", "Noor", "--day", "2026-03-08")
	p := clitest.JSON[output.Pair](b, "pair", "checkin", "Noor", "--day", "2026-03-09")
	if len(p.CheckIns) != 1 || !strings.HasPrefix(*p.CheckIns[0].At, "2026-03-09T14:00:0") {
		t.Errorf("%+v", p.CheckIns)
	}
}
