package question_test

import (
	"strings"
	"testing"

	"leerbalie/ui/cli/clitest"
)

type who struct{ ID, Name string }

type said struct {
	ID, Title, Details, Theme, State, Kept string
	By                                     who
	To                                     []who
	Kept_by, Course                        *who
	Answers                                []struct {
		ID, Text string
		By       who
		Accepted bool
		Earlier  []string
	}
}

// TestAQuestionByCommand: asked, answered, corrected, chosen, kept, found and made a course; the JSON has the names that scripts count on.
func TestAQuestionByCommand(t *testing.T) {
	b := clitest.School(t)
	q := clitest.JSON[said](b, "question", "add", "Hoe begin je over schulden?", "--theme", "armoede", "--to", "Theo", "--details", "Aan de balie", "--as", "Noor")
	if q.State != "open" || q.By.Name != "Noor" || len(q.To) != 1 || q.To[0].Name != "Theo" || q.Details != "Aan de balie" || q.Theme != "armoede" {
		t.Fatalf("%+v", q)
	}
	b.Must("question", "answer", "schulden", "Vraag of het schikt", "--as", "Theo")
	b.Must("question", "answer", q.ID, "Met de brief")
	b.Must("question", "answer", "schulden", "Vraag of het hier schikt", "--correct", "1", "--as", "Theo")
	b.Do(1, "question", "answer", "schulden", "x", "--correct", "1")
	b.Do(1, "question", "accept", "schulden", "9", "--as", "Noor")
	b.Do(2, "question", "accept", "schulden", "--as", "Noor")
	q = clitest.JSON[said](b, "question", "accept", "schulden", "1", "--as", "Noor")
	if q.State != "answered" || len(q.Answers) != 2 || !q.Answers[0].Accepted || q.Answers[1].Accepted || q.Answers[0].Text != "Vraag of het hier schikt" || q.Answers[0].Earlier[0] != "Vraag of het schikt" {
		t.Errorf("%+v", q)
	}
	b.Do(1, "question", "course", "schulden", "--dates", "2026-05-01")
	b.Must("question", "keep", "schulden", "Vraag altijd eerst of het schikt", "--as", "Theo")
	q = clitest.JSON[said](b, "question", "course", "schulden", "--dates", "2026-05-01,2026-05-08")
	if q.Kept == "" || q.Kept_by.Name != "Theo" || q.Course == nil || q.Course.Name != "Hoe begin je over schulden?" {
		t.Errorf("%+v", q)
	}
	b.Must("question", "add", "Wie opent zaterdag?")
	for flags, n := range map[string]int{"": 2, "--open": 1, "--kept": 1, "--search brief": 1, "--search SCHUL": 1, "--search niets": 0, "--to Theo": 1, "--theme Armoede": 1} {
		if all := clitest.JSON[[]said](b, append([]string{"question", "list"}, strings.Fields(flags)...)...); len(all) != n {
			t.Errorf("%s: %d, want %d", flags, len(all), n)
		}
	}
	if all := clitest.JSON[[]said](b, "question", "list"); all[0].Title != "Wie opent zaterdag?" {
		t.Error("the newest is not first")
	}
	out := b.Must("question", "show", "schulden", "--lang", "nl")
	for _, want := range []string{"beantwoord", "1. Theo", "dit is het antwoord", "Vraag altijd eerst"} {
		if !strings.Contains(out, want) {
			t.Errorf("%q is not in\n%s", want, out)
		}
	}
	b.Must("question", "list", "--lang", "en")
	b.Must("question", "unsay", "schulden", "2")
	b.Must("question", "edit", "zaterdag", "--title", "Wie opent er zaterdag?")
	b.Must("question", "close", "zaterdag")
	b.Do(1, "question", "answer", "zaterdag", "Ik")
	b.Must("question", "reopen", "zaterdag")
	b.Must("question", "archive", "zaterdag")
	if all := clitest.JSON[[]said](b, "question", "list"); len(all) != 1 || len(all[0].Answers) != 1 {
		t.Errorf("%+v", all)
	}
}
