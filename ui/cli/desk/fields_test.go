package desk_test

import (
	"context"
	"fmt"
	"reflect"
	"strings"
	"testing"
	"time"
	"unicode"

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/model/journal"
	"leerbalie/model/modeltest"
	"leerbalie/ui/cli/clitest"
	"leerbalie/ui/text"
)

// parted is the name of a field as scripts and flags have it: life_domain, life-domain.
func parted(name, by string) string {
	var b strings.Builder
	for i, r := range name {
		if unicode.IsUpper(r) && i > 0 {
			b.WriteString(by)
		}
		b.WriteRune(unicode.ToLower(r))
	}
	return b.String()
}

// notInLists are the fields of a request that scripts get of one request and not of a list.
func notInLists() map[string]string {
	return map[string]string{
		"Details": "too long for a list", "Neighbourhood": "as in the lists for people", "Asker": "as in the lists for people",
		"AskedBy": "as in the lists for people", "Relation": "as in the lists for people",
		"AgeBand": "as in the lists for people", "FollowUp": "as in the lists for people",
	}
}

// notAFlag are the fields of a request that no flag of the command that adds one gives.
func notAFlag() map[string]string {
	return map[string]string{
		"Summary":  "it is the argument",
		"FollowUp": "a date to look back on is agreed once something was done",
	}
}

// asJSON is a field as JSON has it.
func asJSON(of any, name string) any {
	switch v := reflect.ValueOf(of).FieldByName(name).Interface().(type) {
	case time.Time:
		zone, _ := time.LoadLocation("Europe/Amsterdam")
		return v.In(zone).Format(time.RFC3339)
	case journal.ID:
		return v.String()
	case int:
		return float64(v)
	case bool:
		return v
	default:
		return fmt.Sprint(v)
	}
}

// inStore works in the store of a program beside its commands.
func inStore(t *testing.T, b *clitest.Program, do func(reads func(number string) desk.Request, add func(model.Action) journal.ID)) {
	t.Helper()
	session := b.Session("")
	do(func(number string) desk.Request {
		r, err := desk.ReadRequestByNumber(context.Background(), session, number)
		if err != nil {
			t.Fatal(err)
		}
		return r
	}, func(a model.Action) journal.ID {
		r, err := session.Do(context.Background(), a)
		if err != nil {
			t.Fatal(err)
		}
		return r.Entity
	})
}

func TestScriptsGetEveryFieldOfARequest(t *testing.T) {
	b := clitest.New(t)
	var r desk.Request
	inStore(t, b, func(_ func(string) desk.Request, add func(model.Action) journal.ID) {
		r = modeltest.FilledRequest(0, add(desk.AddResident{Resident: modeltest.FilledResident(0)}))
		add(desk.AddRequest{Request: r})
	})
	one := clitest.JSON[map[string]any](b, "request", "show", "ZW-0001")
	list := clitest.JSON[[]map[string]any](b, "request", "list")
	for _, name := range modeltest.RequestFields() {
		key := parted(name, "_")
		got, want := one[key], asJSON(r, name)
		if by, _ := one["asked_by"].(map[string]any); name == "AskedBy" {
			got = by["id"]
		} else if name == "Relation" {
			got = by["relation"]
		}
		if got != want {
			t.Errorf("%s is %v in JSON, want %v", key, got, want)
		}
		_, left := notInLists()[name]
		if got, there := list[0][key]; there == left || there && got != asJSON(r, name) {
			t.Errorf("%s is %v in the JSON of a list; left out: %t", key, got, left)
		}
	}
	if one["resident_name"] != modeltest.FilledResident(0).Name {
		t.Errorf("the resident is called %v", one["resident_name"])
	}
}

func TestEveryFlagOfARequestFillsItsOwnField(t *testing.T) {
	b := clitest.New(t)
	var want desk.Request
	inStore(t, b, func(_ func(string) desk.Request, add func(model.Action) journal.ID) {
		want = modeltest.FilledRequest(0, add(desk.AddResident{Resident: modeltest.FilledResident(0)}))
	})
	args := []string{"request", "add", want.Summary}
	for _, name := range modeltest.RequestFields() {
		if notAFlag()[name] != "" {
			continue
		}
		flag, value := "--"+parted(name, "-"), fmt.Sprint(reflect.ValueOf(want).FieldByName(name))
		switch name {
		case "AgeBand":
			flag = "--age"
		case "Resident", "AskedBy":
			value = modeltest.FilledResident(0).Name
		}
		args = append(args, flag, value)
	}
	b.Must(args...)
	want.FollowUp = time.Time{}
	inStore(t, b, func(read func(string) desk.Request, _ func(model.Action) journal.ID) {
		if apart := modeltest.Apart(modeltest.RequestFields(), read("ZW-0001"), want); len(apart) > 0 {
			t.Error(strings.Join(apart, "; "))
		}
	})
}

func TestScriptsGetAndGiveEveryFieldOfAClosing(t *testing.T) {
	b := clitest.New(t)
	b.Must("request", "add", "Een vraag")
	how := modeltest.FilledClosing(0)
	args := []string{"request", "close", "ZW-0001"}
	for _, f := range desk.ClosingTable() {
		if v := f.Get(&how); f.Name == "tags" { // a flag for each
			args = append(args, "--tag", v.Texts()[0])
		} else {
			args = append(args, "--"+f.Name, v.Text())
		}
	}
	b.Must(args...)
	inStore(t, b, func(read func(string) desk.Request, _ func(model.Action) journal.ID) {
		if apart := modeltest.ClosingsApart(*read("ZW-0001").Closed, how); len(apart) > 0 {
			t.Error(strings.Join(apart, "; "))
		}
	})
	shown := clitest.JSON[map[string]any](b, "request", "show", "ZW-0001")
	told := b.Must("request", "show", "ZW-0001")
	for _, f := range desk.ClosingTable() {
		v := f.Get(&how)
		got, want, said := shown[parted(modeltest.GoName(f.Name), "_")], any(v.Text()), v.Text()
		switch f.Kind {
		case model.OfTexts:
			want, said = []any{v.Texts()[0]}, v.Texts()[0]
		case model.OfCode:
			said = text.All().For("en").Name(f.Codes(model.Site{}), v.Text())
		}
		if !reflect.DeepEqual(got, want) || !strings.Contains(told, said) {
			t.Errorf("%s is %v in JSON, want %v, and %q in\n%s", f.Name, got, want, said, told)
		}
	}
}

func TestScriptsGetAndGiveEveryFieldOfAResident(t *testing.T) {
	b := clitest.New(t)
	p := modeltest.FilledResident(0)
	args := []string{"resident", "add", p.Name}
	for _, name := range modeltest.ResidentFields() {
		if name != "Name" { // the argument
			args = append(args, fmt.Sprintf("--%s=%v", parted(name, "-"), reflect.ValueOf(p).FieldByName(name)))
		}
	}
	b.Must(args...)
	shown := clitest.JSON[map[string]any](b, "resident", "show", p.Name)
	for _, name := range modeltest.ResidentFields() {
		if got, want := shown[parted(name, "_")], asJSON(p, name); got != want {
			t.Errorf("%s is %v in JSON, want %v", name, got, want)
		}
	}
}
