package cli_test

import (
	"slices"
	"strings"
	"testing"

	"leerbalie/model"
	"leerbalie/ui/cli"
)

// writeSometimes are the commands that are not on the list though no row of doors has them write, with the reason.
var writeSometimes = map[string]string{
	"":                  "the app",
	"assess decision":   "who looks at a decision is noted",
	"bundle return":     "takes in what comes back",
	"bundle take":       "notes what was taken",
	"check":             "opens the store itself",
	"clock":             "says that the clock is right",
	"completion":        "opens no store",
	"bundle accept":     "lets what waits count",
	"bundle revoke":     "takes the right from a computer",
	"messages seen":     "there is none to be seen",
	"person drop-pin":   "there is none to be dropped",
	"person key add":    "there is no such file",
	"person key remove": "there is no such file",
	"sync add":          "keeps a computer",
	"sync now":          "takes in what others have",
	"sync remove":       "forgets a computer",
	"directory import":  "brings in",
	"import calendar":   "brings in",
	"framework import":  "a row of doors tries it without a file",
	"framework map":     "alters them, with arguments",
	"framework scale":   "alters one, with its flags",
	"import requests":   "brings in",
	"import partners":   "brings in",
	"import placements": "brings in",
	"import students":   "brings in",
	"import undo":       "takes back",
	"keys":              "opens no store",
	"man":               "opens no store",
	"pair weights":      "keeps others, with its flags",
	"passphrase change": "opens the store itself",
	"phrase change":     "opens the store itself",
	"phrase new":        "opens the store itself",
	"phrase use":        "opens the store itself",
	"restore":           "opens the store itself",
	"resident due":      "notes who looked, where somebody is due",
	"serve":             "opens the store itself",
}

// TestWhatOnlyReadsIsKnown tries every command: those on the list write nothing, all others write something or have a reason.
func TestWhatOnlyReadsIsKnown(t *testing.T) {
	t.Chdir(t.TempDir())
	reading := cli.Reading()
	if !slices.IsSorted(reading) {
		t.Error("the list is not sorted")
	}
	all := everyCommand()
	for _, path := range reading {
		if all[path] == nil || !slices.ContainsFunc(doors, func(d door) bool { return d.path == path }) {
			t.Errorf("%q is no command with a row in doors", path)
		}
	}
	lead := slices.Index(model.Roles(), model.RoleCoordinator)
	b, evidence := neighbourhood(t)
	wrote, tried, again := map[string]bool{}, map[string]bool{}, false
	for _, d := range doors {
		if d.may[lead] != '+' || strings.Contains(d.args, "CLASH") {
			continue
		}
		if again {
			b, evidence = neighbourhood(t)
		}
		told := 0
		b.Powers.Reads = func() { told++ }
		before := len(b.Store.Journal())
		b.In = "x"
		b.Run(append(filled(d, evidence), "--as=Een coordinator", "--lang=en")...)
		listed := slices.Contains(reading, d.path)
		if listed != (told == 1) {
			t.Errorf("%s: listed %v, and told %d times", d.path, listed, told)
		}
		tried[d.path], again = true, len(b.Store.Journal()) != before
		if again {
			wrote[d.path] = true
		}
		if again && listed {
			t.Errorf("%s %s writes", d.path, d.args)
		}
	}
	for path := range tried {
		if _, known := writeSometimes[path]; !wrote[path] && !known && !slices.Contains(reading, path) {
			t.Errorf("%q wrote nothing: it belongs on the list of those that only read, or among the exceptions", path)
		}
	}
}
