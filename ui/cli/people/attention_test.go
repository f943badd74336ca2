package people_test

import (
	"strings"
	"testing"

	"leerbalie/ui/cli/clitest"
	"leerbalie/ui/cli/command"
)

// TestWhoNeedsAttention by command: with reasons in words and codes, for who may; and who has no evidence for a part shortly before the end.
func TestWhoNeedsAttention(t *testing.T) {
	b := clitest.School(t)
	b.Must("student", "add", "Kees Stil", "--level", "mbo-3", "--group", "2B", "--start", "2026-01-05", "--end", "2026-03-30", "--norm-hours", "200")
	type row struct {
		Student struct{ Name string }
		Since   *string
		Reasons []struct {
			Reason, Text string
			Since        *string
			Weeks, N, Of int
			Nodes        []string
			Themes       []string
		}
	}
	all := clitest.JSON[[]row](b, "group", "attention", "2B", "--as", "Theo", "--lang", "nl")
	if len(all) == 0 || all[0].Student.Name != "Kees Stil" {
		t.Fatalf("%+v", all)
	}
	var sorts []string
	for _, r := range all[0].Reasons {
		sorts = append(sorts, r.Reason)
		if r.Text == "" || r.Since == nil || r.Nodes == nil || r.Themes == nil {
			t.Errorf("%+v", r)
		}
	}
	if got := strings.Join(sorts, " "); got != "stuck hours without not-theme" {
		t.Errorf("%s", got)
	}
	out, _ := b.Do(command.Done, "group", "attention", "--lang", "nl")
	for _, want := range []string{"Kees Stil", "9 weken geen nieuw bewijs", "05-01-2026", "nog 3 weken te gaan", "0:00 van 200 uur"} {
		if !strings.Contains(strings.Join(strings.Fields(out), " "), want) {
			t.Errorf("%q is not in\n%s", want, out)
		}
	}
	type lack struct {
		Student struct{ Name string }
		Node    struct{ Code string }
		End     string
		Left    int `json:"weeks_left"`
	}
	part := all[0].Reasons[2].Nodes[0]
	for _, named := range []string{part, strings.ToLower(part)} {
		lacks := clitest.JSON[[]lack](b, "group", "without", named, "--weeks", "4", "--group", "2B", "--as", "Theo")
		if len(lacks) != 1 || lacks[0].Student.Name != "Kees Stil" || lacks[0].End != "2026-03-30" || lacks[0].Left != 3 {
			t.Errorf("%s: %+v", named, lacks)
		}
	}
	if lacks := clitest.JSON[[]lack](b, "group", "without", part, "--weeks", "2"); len(lacks) != 0 {
		t.Errorf("two weeks before the end: %+v", lacks)
	}
	if out, _ := b.Do(command.Done, "group", "without", part, "--weeks", "0", "--lang", "nl"); strings.Contains(out, "allemaal") || !strings.Contains(out, "geen student") {
		t.Errorf("nobody near the end: %q", out)
	}
	if _, said := b.Do(command.CouldNot, "group", "without", "Onzin", "--lang", "nl"); !strings.Contains(said, "geen onderdeel") {
		t.Errorf("%q", said)
	}
	b.Do(command.Misused, "group", "without", part, "--weeks", "-1")
	if _, said := b.Do(command.CouldNot, "group", "attention", "--as", "Noor", "--lang", "nl"); !strings.Contains(said, "Dat mogen docenten") {
		t.Errorf("%q", said)
	}
}
