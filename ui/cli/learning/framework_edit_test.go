package learning_test

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"leerbalie/ui/cli/clitest"
	"leerbalie/ui/cli/learning"
)

// readList reads a framework as it is now.
func readList(t *testing.T, b *clitest.Program, name string) (f learning.FrameworkJSON, codes []string) {
	t.Helper()
	if err := json.Unmarshal([]byte(b.Must("framework", "show", name, "--json")), &f); err != nil {
		t.Fatal(err)
	}
	for _, n := range f.Nodes {
		codes = append(codes, n.Code)
	}
	return f, codes
}

// TestEditsOfAList: parts are added, renamed, moved and taken out; what makes no sense is refused with what to do.
func TestEditsOfAList(t *testing.T) {
	b := clitest.New(t)
	const name = "leerbalie:mbo-2-helpende-25960"
	first, _ := readList(t, b, name)
	at := func(code string) int {
		_, codes := readList(t, b, name)
		return slices.Index(codes, code)
	}
	for _, args := range [][]string{
		{"W5.3", "--add", "--under", "W5", "--title", "Nieuw", "--english", "New", "--theme", "armoede", "--text", "meer"}, {"W5.3", "--title", "Anders"},
		{"W5.3", "--before", "W1.2"}, {"W2", "--remove", "--below"},
	} {
		b.Must(append([]string{"framework", "node", name}, args...)...)
	}
	now, _ := readList(t, b, name)
	i := at("W5.3")
	n := now.Nodes[i]
	if at("W1.1") != i-1 || at("W1.2") != i+1 || *n.Parent != now.Nodes[at("W1")].ID || n.Title != "Anders" || n.English != "New" || n.Text != "meer" ||
		!slices.Equal(n.Themes, []string{"poverty"}) || at("W2.1") >= 0 || now.Version != 5 || now.English != first.English {
		t.Errorf("%d %+v, version %d, %q", i, n, now.Version, now.English)
	}
	if out := b.Must("framework", "node", name, "W5.3", "--title", "Anders", "--lang", "nl"); !strings.Contains(out, "was al zo") {
		t.Error(out)
	}
	for want, args := range map[string][]string{
		"2 Zeg wat er anders moet":     {"W1"},
		"2 --add en --remove":          {"W1", "--add", "--remove"},
		"2 Kies uit: loneliness":       {"W1", "--theme", "onzin"},
		"1 W9 staat niet in":           {"W9", "--title", "x"},
		"1 Onder W1 staan nog":         {"W1", "--remove"},
		"1 W1 staat er twee keer in":   {"W3", "--code", "W1"},
		"1 W3.1 staat er twee keer in": {"W3.1", "--add", "--title", "x"},
		"1 W3 staat onder zichzelf":    {"W3", "--under", "W3.1"},
		"1 staat onder zichzelf":       {"B1-K1", "--before", "W3.1"},
		"1 W3.1 heeft geen naam":       {"W3.1", "--title", " "},
		"1 ▯▯▯▯▯▯▯▯▯\" lijkt een BSN":  {"W3.1", "--title", "111222333"},
		"1 Er is geen schaal 2":        {"W3.1", "--scale", "2"},
		"1 W9.9 staat niet in Mbo-2":   {"W3.1", "--under", "W9.9"},
	} {
		status, _, errs := b.Run(append([]string{"framework", "node", name, "--lang", "nl"}, args...)...)
		if status != int(want[0]-'0') || !strings.Contains(errs, want[2:]) {
			t.Errorf("%v: %d %s, want %s", args, status, errs, want)
		}
	}
	if again, _ := readList(t, b, name); again.Version != 5 {
		t.Errorf("version %d", again.Version)
	}
	b.Must("framework", "archive", name)
	b.Must("group", "add", "2B")
	if status, _, errs := b.Run("framework", "use", "2B", name, "--lang", "nl"); status != 1 || !strings.Contains(errs, "opgeborgen") {
		t.Errorf("%d %s", status, errs)
	}
	if out := b.Must("framework", "archive", name, "--back", "--lang", "nl"); !strings.Contains(out, "teruggehaald") {
		t.Error(out)
	}
}

// TestScalesOfAList: scales are data, and can be altered here as well.
func TestScalesOfAList(t *testing.T) {
	b := clitest.New(t)
	const name = "leerbalie:mbo-2-helpende-25960"
	for _, args := range [][]string{
		{"--levels", "onvoldoende,bijna,voldoende,goed", "--values", "0,0.5,1,2"},
		{"--add", "--name", "vinkje", "--levels", "niet voldaan,voldaan", "--english", "not met,met", "--enough", "met"},
		{"--add", "--levels", `"ja, graag",nee`}, {"--remove", "--number", "3"}, {"--enough", ""},
	} {
		b.Must(append([]string{"framework", "scale", name}, args...)...)
	}
	b.Must("framework", "node", name, "W5", "--scale", "vinkje")
	f, codes := readList(t, b, name)
	s := f.Scales[0]
	if len(f.Scales) != 2 || len(s.Levels) != 4 || s.Levels[1].Value != 0.5 || s.Levels[3].English != "good" || s.Proficient != nil || *f.Scales[1].Proficient != 1 ||
		f.Scales[1].Levels[1].English != "met" || f.Nodes[slices.Index(codes, "W5")].Scale != 1 || f.Version != 7 {
		t.Errorf("%+v", f)
	}
	var used []learning.ScaleUseJSON
	if err := json.Unmarshal([]byte(b.Must("framework", "scale", name, "--json")), &used); err != nil || len(used) != 2 || used[1].Nodes != 1 || used[1].Number != 2 {
		t.Errorf("%v %+v", err, used)
	}
	if out := b.Must("framework", "scale", name, "--lang", "nl"); !strings.Contains(out, "2  Schaal: n niet voldaan, v voldaan +") {
		t.Error(out)
	}
	for want, args := range map[string][]string{
		"1 Kies met --enough uit: a, b":      {"--number", "2", "--levels", "a,b"},
		"1 Er is geen schaal 3":              {"--number", "3", "--enough", "x"},
		`1 De schaal "ja, ja" klopt niet`:    {"--add", "--levels", "ja,ja"},
		`1 De schaal "ja" klopt niet`:        {"--add", "--levels", "ja"},
		"1 Schaal 2 kan niet weg":            {"--number", "2", "--remove"},
		"2 Bij --values staan er 1":          {"--values", "1"},
		"2 --values kan niet \"NaN\"":        {"--number", "2", "--values", "1,NaN"},
		"1 beter is geen stap van deze scha": {"--enough", "beter"},
	} {
		status, _, errs := b.Run(append([]string{"framework", "scale", name, "--lang", "nl"}, args...)...)
		if status != int(want[0]-'0') || !strings.Contains(errs, want[2:]) {
			t.Errorf("%v: %d %s, want %s", args, status, errs, want)
		}
	}
}
