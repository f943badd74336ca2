package desk_test

import (
	"fmt"
	"strings"
	"testing"

	"leerbalie/ui/cli/clitest"
	"leerbalie/ui/cli/command"
)

// TestMinutesAreOfPersons: a number is of each who has the question, names say it of each, and the sum is that of the persons.
func TestMinutesAreOfPersons(t *testing.T) {
	b := clitest.New(t)
	for i, name := range []string{"Ali Yilmaz", "Boer, Noor de", "Ali Zaki"} {
		b.Do(command.Done, "student", "add", name, "--level", []string{"mbo-3", "hbo"}[i%2], "--dayparts", "ma-ochtend")
	}
	b.Do(command.Done, "pair", "publish", "--pair", "Ali Yilmaz+Noor")
	minutes := func(args ...string) string {
		t.Helper()
		b.Do(command.Done, "request", "add", "samen")
		number := clitest.JSON[[]struct{ Number string }](b, "request", "list")[0].Number
		b.Do(command.Done, "request", "claim", number, "--as", "Ali Yilmaz")
		for i, a := range args {
			args[i] = strings.ReplaceAll(a, "NR", number)
		}
		out := clitest.JSON[struct {
			Minutes int
			By      []struct {
				Person  struct{ Name string }
				Minutes int
			} `json:"minutes_by"`
		}](b, args...)
		by := map[string]int{}
		for _, one := range out.By {
			by[one.Person.Name[:4]] += one.Minutes
		}
		b.Do(command.Done, "request", "release", number)
		return fmt.Sprint(out.Minutes, by)
	}
	for _, c := range []struct{ want, args string }{
		{"40 map[Ali :20 Boer:20]", "request time NR 20"},
		{"45 map[Ali :20 Boer:25]", "request time NR Ali=20,Noor=25"},
		{"45 map[Ali :20 Boer:25]", "request time NR Ali=20 Noor=25"},
		{"27 map[Ali :20 Boer:7]", "request time NR 20 Noor=7"},
		{"9 map[Boer:9]", "request time NR 9 --for Noor"},
		{"18 map[Ali :9 Boer:9]", "request time NR 9 --for Noor --for Ali"},
		{"9 map[Boer:9]", "request time NR 9 --person Noor"},
	} {
		if got := minutes(strings.Fields(c.args)...); got != c.want {
			t.Errorf("%s: %s, want %s", c.args, got, c.want)
		}
	}
	if got := minutes("request", "time", "NR", "Boer, Noor de=8,Ali=3"); got != "11 map[Ali :3 Boer:8]" {
		t.Errorf("a comma in a name: %s", got)
	}
	b.Do(command.Done, "request", "add", "klaar")
	number := clitest.JSON[[]struct{ Number string }](b, "request", "list")[0].Number
	b.Do(command.Done, "request", "claim", number, "--as", "Ali Yilmaz")
	for _, wrong := range []string{"x", "-5", "Ali=x", "Ali=-1", "=5x"} {
		b.Do(command.Misused, "request", "close", number, "--outcome", "referred", "--minutes="+wrong)
	}
	b.Do(command.Misused, "request", "time", number, "0")
	b.Do(command.Misused, "request", "time", number, "Ali=4", "--for", "Noor")
	if _, said := b.Do(command.CouldNot, "request", "close", number, "--outcome", "referred", "--minutes", "Niemand=4"); !strings.Contains(said, "Niemand") {
		t.Error(said)
	}
	if _, said := b.Do(command.Done, "request", "close", number, "--outcome", "referred", "--minutes", "20", "--lang", "nl"); !strings.Contains(said, "Ali Yilmaz 20") || !strings.Contains(said, "Noor de 20") {
		t.Errorf("it is not said for whom: %s", said)
	}
}
