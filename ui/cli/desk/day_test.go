package desk_test

import (
	"strings"
	"testing"
	"time"

	"leerbalie/ui/cli/clitest"
	"leerbalie/ui/cli/command"
	"leerbalie/ui/cli/desk"
)

func TestADayByCommand(t *testing.T) {
	b := clitest.New(t)
	b.Do(command.Done, "person", "add", "Noor Visser", "--role", "desk")
	b.Do(command.Done, "person", "add", "Tine Vos", "--role", "teacher")
	if empty := clitest.JSON[desk.DayJSON](b, "request", "day"); empty.Requests == nil || empty.Promises == nil || empty.Messages == nil || empty.CheckIns == nil {
		t.Errorf("%+v", empty)
	}
	b.Do(command.Done, "request", "add", "Brief van Stedin")
	b.Do(command.Done, "request", "add", "Huurtoeslag")
	b.Do(command.Done, "request", "claim", "ZW-0001")
	b.Do(command.Done, "request", "claim", "ZW-0002", "--for", "Noor")
	_, told := b.Do(command.Done, "request", "promise", "ZW-0001", "bellen", "over", "Stedin")
	if !strings.Contains(told, "No time was given.") {
		t.Error(told)
	}
	b.Do(command.Done, "request", "promise", "ZW-0002", "nakijken", "--task", "--at", "tomorrow 9:00", "--on", "Samira")
	b.Do(command.Misused, "request", "promise", "ZW-0002", "nakijken", "--at", "ooit")
	b.Do(command.CouldNot, "request", "promise", "ZW-0002", "bsn 123456782")
	b.Do(command.Done, "request", "inform", "ZW-0002", "--to", "Noor", "--text", "kijk jij?")
	b.Do(command.Done, "request", "time", "ZW-0001", "25")
	d := clitest.JSON[desk.DayJSON](b, "request", "day")
	if len(d.Requests) != 1 || d.Requests[0].Number != "ZW-0001" || d.Requests[0].GivenBy != nil || d.Minutes != 25 || len(d.Promises) != 2 || d.Late != 0 {
		t.Errorf("%+v", d)
	}
	for _, p := range d.Promises {
		if p.DueAt == nil || p.Late {
			t.Errorf("%+v", p)
		}
		if _, err := time.Parse(time.RFC3339, *p.DueAt); err != nil {
			t.Error(err)
		}
	}
	hers := clitest.JSON[desk.DayJSON](b, "request", "day", "--as", "Noor")
	if len(hers.Requests) != 1 || hers.Requests[0].GivenBy == nil || hers.Requests[0].GivenBy.Name != "Samira" || len(hers.Messages) != 1 || hers.Minutes != 0 {
		t.Errorf("%+v", hers)
	}
	b.Do(command.CouldNot, "request", "day", "--as", "Tine")
	out, _ := b.Do(command.Done, "request", "day")
	for _, said := range []string{"ZW-0001", "call back: bellen over Stedin", "25 minutes today"} {
		if !strings.Contains(out, said) {
			t.Errorf("%q is not said:\n%s", said, out)
		}
	}
}

func TestHandingOverByCommand(t *testing.T) {
	b := clitest.New(t)
	b.Do(command.Done, "person", "add", "Noor Visser", "--role", "desk")
	b.Do(command.Done, "student", "add", "Ali Yildiz", "--level", "mbo-3")
	b.Do(command.Done, "resident", "add", "Jan de Vries")
	b.Do(command.Done, "request", "add", "Brief", "--resident", "Jan de Vries")
	b.Do(command.Done, "request", "add", "Streng", "--supervision", "professional")
	for _, number := range []string{"ZW-0001", "ZW-0002"} {
		b.Do(command.Done, "request", "claim", number)
	}
	b.Do(command.Done, "request", "promise", "ZW-0001", "bellen")
	b.Do(command.Done, "request", "memo", "ZW-0001", "hij spreekt Turks")
	b.Do(command.Misused, "request", "handover")
	b.Do(command.CouldNot, "request", "handover", "--to", "Samira")
	b.Do(command.CouldNot, "request", "handover", "--to", "Noor", "ZW-9999")
	b.Do(command.CouldNot, "request", "handover", "--to", "Noor", "--note", "bsn 123456782")

	out, _ := b.Do(command.Done, "report", "handover")
	for _, said := range []string{"# Handover from Samira", "ZW-0001", "call back: bellen", "resident: Jan de Vries", "hij spreekt Turks"} {
		if !strings.Contains(out, said) {
			t.Errorf("the sheet does not say %q:\n%s", said, out)
		}
	}
	if html, _ := b.Do(command.Done, "report", "handover", "--format", "html"); !strings.Contains(html, "<h3>ZW-0001") {
		t.Error(html)
	}
	sheet := clitest.JSON[desk.SheetJSON](b, "report", "handover", "--person", "Samira", "--as", "Noor")
	if len(sheet.Requests) != 2 || sheet.Person.Name != "Samira" || sheet.Requests[0].Resident != "Jan de Vries" || len(sheet.Requests[0].Promises) != 1 || len(sheet.Requests[0].Notes) != 1 {
		t.Errorf("%+v", sheet)
	}
	if looks, _ := b.Do(command.Done, "resident", "access", "--json"); !strings.Contains(looks, "Noor Visser") {
		t.Errorf("that names of residents were looked at is not noted:\n%s", looks)
	}

	went := clitest.JSON[desk.HandedJSON](b, "request", "handover", "--to", "Ali", "--note", "succes")
	if len(went.Requests) != 1 || went.Requests[0].Number != "ZW-0001" || went.Promises != 1 || len(went.Kept) != 1 || went.Kept[0].Number != "ZW-0002" || went.Kept[0].Why == "" || went.To[0].Name != "Ali Yildiz" {
		t.Errorf("%+v", went)
	}
	if m := clitest.JSON[[]desk.WaitingJSON](b, "messages", "--as", "Ali"); len(m) != 1 || m[0].Text != "succes" {
		t.Errorf("%+v", m)
	}
	out, told := b.Do(command.Done, "request", "handover", "--to", "Noor", "ZW-0002", "ZW-0001")
	if !strings.Contains(out, "1 question handed over to Noor Visser.") || !strings.Contains(told, "Stays: ZW-0001.") {
		t.Errorf("%s%s", out, told)
	}
	b.Do(command.CouldNot, "request", "handover", "--to", "Noor")
}
