package people_test

import (
	"slices"
	"strings"
	"testing"

	"leerbalie/ui/cli/clitest"
	"leerbalie/ui/cli/command"
	"leerbalie/ui/cli/people"
)

func TestPeopleAndGroups(t *testing.T) {
	b := clitest.New(t)
	b.Do(command.Done, "group", "add", "2B")
	b.Do(command.Done, "person", "add", "Ali", "Yilmaz", "--role", "student", "--level", "mbo-3", "--group", "2B", "--language", "tr,nl")
	b.Do(command.Done, "person", "add", "Ali Bakker", "--role", "teacher")
	students := clitest.JSON[[]people.PersonJSON](b, "person", "list", "--role", "student")
	if len(students) != 1 || students[0].Groups[0].Name != "2B" || !slices.Equal(students[0].Languages, []string{"tr", "nl"}) {
		t.Errorf("%+v", students)
	}
	_, said := b.Do(command.CouldNot, "person", "show", "Ali")
	if !strings.Contains(said, "Bakker") || !strings.Contains(said, "Yilmaz") {
		t.Errorf("two people are called Ali: %q", said)
	}
	b.Do(command.CouldNot, "request", "list", "--as", "Ali Bakker") // a teacher sees no residents
	b.Do(command.CouldNot, "request", "list", "--as", "Niemand")
}

func TestAForgottenPINIsDropped(t *testing.T) {
	b := clitest.New(t)
	if out, _ := b.Do(command.Done, "person", "drop-pin", "Samira"); !strings.Contains(out, "had no PIN") {
		t.Errorf("%q", out)
	}
	b.Must("person", "add", "Noor", "--role", "desk")
	if err := b.Session("Noor").KeepPIN(t.Context(), "$argon2id$x"); err != nil {
		t.Fatal(err)
	}
	if out, _ := b.Do(command.Done, "person", "drop-pin", "Noor"); !strings.Contains(out, "Noor has no PIN") {
		t.Errorf("%q", out)
	}
	b.Do(command.CouldNot, "person", "drop-pin", "Nobody")
}

func TestALastPINIsRescued(t *testing.T) {
	b := clitest.New(t)
	b.Must("person", "add", "Noor", "--role", "student", "--level", "hbo")
	for _, name := range []string{"Samira", "Noor"} {
		if err := b.Session(name).KeepPIN(t.Context(), "$argon2id$forgotten"); err != nil {
			t.Fatal(err)
		}
	}
	if _, said := b.Do(command.CouldNot, "person", "drop-pin", "Noor", "--rescue"); !strings.Contains(said, "Samira") {
		t.Errorf("who can do it is not said: %q", said)
	}
	if _, said := b.Do(command.CouldNot, "person", "drop-pin", "Samira"); !strings.Contains(said, "LEERBALIE_PIN_FILE") {
		t.Errorf("%q", said)
	}
	if out, _ := b.Do(command.Done, "person", "drop-pin", "Samira", "--rescue"); !strings.Contains(out, "everybody sees it") {
		t.Errorf("%q", out)
	}
	out, _ := b.Do(command.Done, "person", "show", "Samira")
	if !strings.Contains(out, "PIN taken away") {
		t.Errorf("%q", out)
	}
	type person struct {
		Name    string
		Rescued *string `json:"pin_rescued_at"`
	}
	if p := clitest.JSON[person](b, "person", "show", "Samira"); p.Rescued == nil {
		t.Errorf("%+v", p)
	}
	for _, p := range clitest.JSON[[]person](b, "person", "list") {
		if (p.Rescued != nil) != (p.Name == "Samira") {
			t.Errorf("%+v", p)
		}
	}
	if out, _ := b.Do(command.Done, "person", "drop-pin", "Noor"); !strings.Contains(out, "Noor has no PIN") {
		t.Errorf("%q", out)
	}
}
