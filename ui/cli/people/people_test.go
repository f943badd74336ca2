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
