package desk_test

import (
	"strings"
	"testing"

	"leerbalie/ui/cli/clitest"
	"leerbalie/ui/cli/command"
	"leerbalie/ui/cli/desk"
)

func TestMessagesByCommand(t *testing.T) {
	b := clitest.New(t)
	b.Do(command.Done, "person", "add", "Noor Visser", "--role", "desk")
	b.Do(command.Done, "person", "add", "Tine Vos", "--role", "teacher")
	b.Do(command.Done, "request", "add", "Brief van Stedin")
	b.Do(command.Done, "request", "add", "Huurtoeslag")
	if none := clitest.JSON[[]desk.WaitingJSON](b, "messages"); none == nil || len(none) != 0 {
		t.Errorf("%+v", none)
	}
	b.Do(command.Misused, "request", "inform", "ZW-0001")
	b.Do(command.CouldNot, "request", "inform", "ZW-0001", "--to", "Samira")
	b.Do(command.CouldNot, "request", "inform", "ZW-0001", "--to", "Tine")
	b.Do(command.CouldNot, "request", "inform", "ZW-0001", "--to", "Noor", "--text", "bsn 123456782")
	b.Do(command.CouldNot, "messages", "--as", "Tine Vos")
	r := clitest.JSON[story](b, "request", "inform", "ZW-0001", "--to", "noor", "--text", "kun jij bellen?")
	if len(r.Messages) != 1 || r.Messages[0].To.Name != "Noor Visser" || r.Messages[0].By.Name != "Samira" || r.Messages[0].Text != "kun jij bellen?" || r.Messages[0].SeenAt != nil {
		t.Errorf("%+v", r.Messages)
	}
	b.Do(command.Done, "request", "inform", "2", "--to", "Noor")
	m := clitest.JSON[[]desk.WaitingJSON](b, "messages", "--as", "Noor Visser")
	if len(m) != 2 || m[0].Number != "ZW-0002" || m[1].Number != "ZW-0001" || m[1].ID != r.ID || m[1].By.Name != "Samira" || m[1].Text != "kun jij bellen?" ||
		m[1].Summary != "Brief van Stedin" || m[1].Status != "waiting" || m[1].Site != r.Site || m[1].At == nil {
		t.Errorf("%+v", m)
	}
	out, _ := b.Do(command.Done, "messages", "--as", "Noor")
	if !strings.Contains(out, "ZW-0001") || !strings.Contains(out, "Samira") || !strings.Contains(out, "kun jij bellen?") {
		t.Error(out)
	}
	b.Do(command.CouldNot, "messages", "seen", "ZW-0001", "ZW-9999", "--as", "Noor") // all or none
	b.Do(command.Done, "messages", "seen", "ZW-0001")                                // not hers to see
	if left := clitest.JSON[[]desk.WaitingJSON](b, "messages", "--as", "Noor"); len(left) != 2 {
		t.Errorf("%+v", left)
	}
	if left := clitest.JSON[[]desk.WaitingJSON](b, "messages", "seen", "ZW-0001", "--as", "Noor"); len(left) != 1 || left[0].Number != "ZW-0002" {
		t.Errorf("%+v", left)
	}
	if r = clitest.JSON[story](b, "request", "show", "ZW-0001"); r.Messages[0].SeenAt == nil {
		t.Errorf("%+v", r.Messages)
	}
	for number, said := range map[string]string{"ZW-0001": "Noor Visser, seen: kun jij bellen?", "ZW-0002": "message to Noor Visser:"} {
		if out, _ := b.Do(command.Done, "request", "show", number); !strings.Contains(out, said) {
			t.Errorf("%s does not say %q:\n%s", number, said, out)
		}
	}
}
