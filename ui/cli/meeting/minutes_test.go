package meeting_test

import (
	"strings"
	"testing"

	"leerbalie/ui/cli/clitest"
)

type came struct {
	Note                      string
	Goals, Questions, Signals []struct{ ID, Title, State string }
}

// TestMinutes: what came out of a meeting is written in one go, taken back in one go as far as nobody built on it, and shown with the meeting.
func TestMinutes(t *testing.T) {
	b := clitest.School(t)
	b.Must("meeting", "add", "Overleg", "--date", "2026-03-06")
	got := clitest.JSON[came](b, "meeting", "minutes", "Overleg", "--note", "druk gesproken", "--goal", "Taalcafe", "--goal", "Eten", "--owner", "Sam", "--owner", "Noor", "--question", "Wie kent de school?", "--signal", "Geen les over schulden", "--to", "Sam")
	if got.Note != "druk gesproken" || len(got.Goals) != 2 || len(got.Questions) != 1 || len(got.Signals) != 1 || got.Signals[0].State != "open" {
		t.Errorf("%+v", got)
	}
	goals := clitest.JSON[[]struct {
		Title   string
		Owner   struct{ Name string }
		Meeting string
	}](b, "goal", "list")
	if len(goals) != 2 || goals[0].Meeting == "" || goals[0].Owner.Name == goals[1].Owner.Name {
		t.Errorf("%+v", goals)
	}
	b.Must("resident", "add", "Fatma Yilmaz", "--keep", "register", "--told")
	for _, args := range [][]string{{"meeting", "minutes", "Overleg", "--question", "Wie helpt Fatma Yilmaz?"}, {"goal", "step", "Taalcafe", "Fatma Yilmaz bellen"}, {"goal", "add", "Voor Fatma Yilmaz", "--owner", "Sam"}} {
		if _, told := b.Do(0, args...); !strings.Contains(told, "Fatma Yilmaz") {
			t.Errorf("%v does not point at a resident's name: %q", args, told)
		}
	}
	b.Do(2, "meeting", "minutes", "Overleg", "--goal", "a", "--goal", "b", "--owner", "Sam")
	b.Do(2, "meeting", "minutes", "Overleg", "--signal", "a")
	b.Do(1, "meeting", "minutes", "Overleg", "--goal", "Half", "--question", "", "--note", "x")
	if again := clitest.JSON[came](b, "meeting", "minutes", "Overleg"); len(again.Goals) != 2 || len(again.Questions) != 2 || again.Note != "druk gesproken" {
		t.Errorf("half of it was written: %+v", again)
	}
}
