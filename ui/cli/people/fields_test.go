package people_test

import (
	"fmt"
	"reflect"
	"strings"
	"testing"
	"time"
	"unicode"

	"leerbalie/model"
	"leerbalie/model/journal"
	"leerbalie/model/modeltest"
	"leerbalie/ui/cli/clitest"
)

// notInScripts are the fields of a student that scripts do not get of one.
func notInScripts() map[string]string {
	return map[string]string{
		"Roles": "everybody in the list is a student", "Supervisor": "stands in the list of people",
		"Waiting": "scripts get since when somebody really waits, which counts a pair that ended",
	}
}

// key is the name of a field as scripts have it.
func key(name string) string {
	if own := map[string]string{"DayParts": "dayparts", "SourceID": "source_id"}[name]; own != "" {
		return own
	}
	var b strings.Builder
	for i, r := range name {
		if unicode.IsUpper(r) && i > 0 {
			b.WriteByte('_')
		}
		b.WriteRune(unicode.ToLower(r))
	}
	return b.String()
}

func TestScriptsGetEveryFieldOfAStudent(t *testing.T) {
	b := clitest.New(t)
	session := b.Session("")
	add := func(a model.Action) journal.ID {
		r, err := session.Do(t.Context(), a)
		if err != nil {
			t.Fatal(err)
		}
		return r.Entity
	}
	p := modeltest.FilledStudent(0)
	p.Site, p.Study.Travel = session.Site(), []journal.ID{add(model.AddSite{Site: model.Site{Name: "Oost", Code: "OO", Zone: "Europe/Amsterdam"}})}
	p.Groups = []journal.ID{add(model.AddGroup{Group: model.Group{Name: "2B", Site: session.Site()}})}
	p.Study.Start = time.Date(2026, 2, 1, 0, 0, 0, 0, time.UTC) // before the program's now
	add(model.AddPerson{Person: p})
	list := clitest.JSON[[]map[string]any](b, "student", "list")
	if len(list) != 1 {
		t.Fatal(list)
	}
	look := func(of any, names []string) {
		for _, name := range names {
			if notInScripts()[name] != "" {
				continue
			}
			want := ""
			switch f := reflect.ValueOf(of).FieldByName(name).Interface().(type) {
			case time.Time:
				want = f.Format(time.DateOnly)
			case model.DayParts:
				want = fmt.Sprint(f.Codes())
			case []journal.ID:
				want = f[0].String()
			default:
				want = fmt.Sprint(f)
			}
			if got := fmt.Sprint(list[0][key(name)]); !strings.Contains(got, want) {
				t.Errorf("%s is %s, want %s", key(name), got, want)
			}
		}
	}
	look(p, modeltest.PersonFields())
	look(p.Study, modeltest.StudyFields())
	if got := fmt.Sprint(list[0]["groups"]); !strings.Contains(got, "name:2B") {
		t.Errorf("the groups are %s", got)
	}
}
