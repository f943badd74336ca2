package people_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"leerbalie/model"
	"leerbalie/ui/cli/clitest"
	"leerbalie/ui/cli/command"
)

const publicKey = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIK0wmN/Cr3JXqmLW7u+g9pTh+wyqDHpSQEIQczXkVx9q noor@thuis\n"

type keys []struct {
	Person      struct{ ID, Name string }
	Fingerprint string
	Kind        string
	By          struct{ Name string } `json:"added_by"`
	At          string                `json:"added_at"`
}

func TestKeysOfPeople(t *testing.T) {
	b := clitest.School(t)
	file := filepath.Join(t.TempDir(), "noor.pub")
	if err := os.WriteFile(file, []byte(publicKey), 0o600); err != nil {
		t.Fatal(err)
	}
	if list := clitest.JSON[keys](b, "person", "key", "list"); list == nil || len(list) != 0 {
		t.Errorf("%+v", list)
	}
	out, _ := b.Do(command.Done, "person", "key", "add", "Noor", file)
	if !strings.Contains(out, "Noor") || !strings.Contains(out, "SHA256:") {
		t.Error(out)
	}
	list := clitest.JSON[keys](b, "person", "key", "list", "Noor")
	if len(list) != 1 || list[0].Person.Name != "Noor" || list[0].By.Name != "Samira" || list[0].Kind != "ssh-ed25519" || !strings.HasPrefix(list[0].At, "2026-03-09T") {
		t.Fatalf("%+v", list)
	}
	print := list[0].Fingerprint
	if p, err := model.WhoseKey(t.Context(), b.Store, print); err != nil || p.Name != "Noor" {
		t.Error(p, err)
	}
	if out, _ := b.Do(command.Done, "person", "key", "list"); !strings.Contains(out, print) || strings.Contains(out, "thuis") {
		t.Error(out)
	}
	if out, _ := b.Do(command.Done, "person", "key", "add", "Noor", file); !strings.Contains(out, "already") {
		t.Error(out)
	}
	b.In = publicKey
	if _, said := b.Do(command.CouldNot, "person", "key", "add", "Ali", "-"); !strings.Contains(said, "Noor") {
		t.Errorf("whose key it is is not said: %q", said)
	}
	if _, said := b.Do(command.CouldNot, "person", "key", "remove", "Noor", print, "--as", "Ali"); !strings.Contains(said, "coordinator") {
		t.Error(said)
	}
	done := clitest.JSON[struct{ Changed bool }](b, "person", "key", "remove", "Ali", print)
	if done.Changed {
		t.Error("a key of Noor is taken from Ali")
	}
	b.Do(command.Done, "person", "key", "remove", "Noor", file)
	if list := clitest.JSON[keys](b, "person", "key", "list"); len(list) != 0 {
		t.Errorf("%+v", list)
	}
	b.Do(command.Done, "person", "key", "add", "Ali", "-")
	b.Do(command.Done, "person", "key", "remove", "Ali", print, "--as", "Ali")
}

// TestAPrivateKeyIsNotTaken, nor is a word of it repeated.
func TestAPrivateKeyIsNotTaken(t *testing.T) {
	b := clitest.School(t)
	b.In = "-----BEGIN OPENSSH PRIVATE KEY-----\nkanarie\n-----END OPENSSH PRIVATE KEY-----\n"
	for _, lang := range []string{"nl", "en"} {
		out, said := b.Do(command.CouldNot, "person", "key", "add", "Noor", "-", "--lang", lang)
		if out != "" || strings.Contains(said, "kanarie") || !strings.Contains(said, ".pub") {
			t.Errorf("%q %q", out, said)
		}
	}
	if kept, err := b.Store.Setting(t.Context(), model.EntranceSetting); err != nil || kept != "" {
		t.Errorf("%q %v", kept, err)
	}
	_, said := b.Do(command.CouldNot, "person", "key", "add", "Noor", filepath.Join(t.TempDir(), "none.pub"))
	if !strings.Contains(said, "none.pub") {
		t.Error(said)
	}
}
