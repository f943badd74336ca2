package people_test

import (
	"strings"
	"testing"

	"leerbalie/ui/cli/clitest"
	"leerbalie/ui/cli/command"
	"leerbalie/ui/cli/people"
)

func names(b *clitest.Program, args ...string) string {
	var out []string
	for _, p := range clitest.JSON[[]people.PersonJSON](b, append([]string{"person", "list"}, args...)...) {
		out = append(out, p.Name+" "+p.State)
	}
	return strings.Join(out, ", ")
}

func TestSomebodyIsEditedEndsAndComesBackByCommand(t *testing.T) {
	b := clitest.New(t)
	b.Must("person", "add", "Noor Visser", "--role", "desk", "--email", "noor@x.nl")
	b.Must("person", "edit", "noor@x.nl", "--role", "desk,student", "--name", "Noor de Boer", "--level", "hbo", "--company", "Wijkz", "--number", "0012")
	p := clitest.JSON[people.PersonJSON](b, "person", "show", "0012")
	if p.Name != "Noor de Boer" || strings.Join(p.Roles, " ") != "desk student" || p.Level != "hbo" || p.Email != "noor@x.nl" || p.State != "here" {
		t.Errorf("%+v", p)
	}
	if company := clitest.JSON[map[string]any](b, "student", "show", "Noor")["company"]; company != "Wijkz" {
		t.Errorf("the company is %v", company)
	}
	b.Do(command.Misused, "person", "edit", "Noor", "--role", "baas")
	b.Do(command.CouldNot, "person", "end", "Noor", "--on", "2099-01-01")
	b.Must("person", "end", "Noor", "--why", "verhuisd")
	if got := names(b) + "; " + names(b, "--gone"); got != "Samira here; Noor de Boer left" {
		t.Error(got)
	}
	if out, _ := b.Do(command.Done, "person", "show", "Noor"); !strings.Contains(out, "verhuisd") {
		t.Errorf("why is not told: %s", out)
	}
	b.Must("person", "back", "Noor")
	b.Do(command.CouldNot, "person", "back", "Noor")
	b.Must("student", "end", "Noor", "--outcome", "left")
	b.Must("student", "back", "Noor")
	b.Do(command.CouldNot, "student", "back", "Noor")
	if status := clitest.JSON[map[string]any](b, "student", "show", "Noor")["status"]; status != "active" {
		t.Errorf("the student is %v", status)
	}
}

func TestWhoShouldNeverHaveComeInIsTakenAway(t *testing.T) {
	b := clitest.New(t)
	b.Must("student", "add", "Points Possible", "--level", "mbo-2")
	b.Must("student", "add", "Ali", "--level", "mbo-2")
	b.Must("request", "add", "vraag", "--as", "Ali")
	b.Do(command.Misused, "person", "remove", "Points Possible")
	b.Do(command.CouldNot, "person", "remove", "Points Possible", "--why", "geen mens", "--as", "Ali")
	if _, said := b.Do(command.CouldNot, "person", "remove", "Ali", "--why", "dubbel"); !strings.Contains(said, "person end") {
		t.Errorf("it says %q", said)
	}
	b.Must("person", "remove", "Points Possible", "--why", "geen mens")
	if got := names(b) + "; " + names(b, "--gone"); got != "Ali here, Samira here; Points Possible removed" {
		t.Error(got)
	}
	if out, _ := b.Do(command.Done, "person", "show", "Points Possible"); !strings.Contains(out, "geen mens") || !strings.Contains(out, "Samira") {
		t.Errorf("why, and by whom, is not told: %s", out)
	}
	parts := clitest.JSON[struct{ Parts []struct{ Due bool } }](b, "student", "erase", "Points Possible", "--dry-run").Parts
	for _, part := range parts {
		if !part.Due {
			t.Errorf("its records have to wait: %+v", parts)
		}
	}
	b.Must("person", "back", "Points Possible")
	if got := names(b, "--gone"); got != "" {
		t.Error(got)
	}
	b.Must("pair", "publish", "--pair", "Points Possible,Ali")
	b.Do(command.CouldNot, "person", "remove", "Points Possible", "--why", "toch niet")
}
