package desk_test

import (
	"strings"
	"testing"

	"leerbalie/ui/cli/clitest"
)

// TestADaughterAsksForHerFather, known and anonymous; her own page and what is held about her name the request, and the page says who looked.
func TestADaughterAsksForHerFather(t *testing.T) {
	b := clitest.New(t)
	b.Must("resident", "add", "Cor Vermeer")
	b.Must("resident", "add", "Fatma Vermeer")
	b.Must("request", "add", "DigiD", "--resident", "Cor Vermeer", "--asked-by", "Fatma", "--relation", "dochter")
	b.Must("request", "add", "Brief", "--relation", "buurman")
	b.Must("request", "add", "Fiets")
	type by struct {
		ID             *string
		Name, Relation string
	}
	type request struct {
		AskedBy *by `json:"asked_by"`
	}
	one, two, three := clitest.JSON[request](b, "request", "show", "ZW-0001"), clitest.JSON[request](b, "request", "show", "ZW-0002"), clitest.JSON[request](b, "request", "show", "ZW-0003")
	if one.AskedBy == nil || one.AskedBy.ID == nil || one.AskedBy.Name != "Fatma Vermeer" || one.AskedBy.Relation != "dochter" ||
		two.AskedBy == nil || two.AskedBy.ID != nil || two.AskedBy.Relation != "buurman" || three.AskedBy != nil {
		t.Errorf("%+v, %+v, %+v", one.AskedBy, two.AskedBy, three.AskedBy)
	}
	if out := b.Must("request", "show", "ZW-0001", "--lang=nl"); !strings.Contains(out, "Fatma Vermeer") || !strings.Contains(out, "dochter") {
		t.Error(out)
	}
	page := clitest.JSON[struct {
		AskedFor []struct{ Number string } `json:"asked_for"`
		Requests []any
		Looks    []struct {
			By    *struct{ Name string }
			Where string
		}
	}](b, "resident", "show", "Fatma")
	if len(page.AskedFor) != 1 || page.AskedFor[0].Number != "ZW-0001" || len(page.Requests) != 0 || len(page.Looks) == 0 || page.Looks[0].By == nil || page.Looks[0].Where != "page" {
		t.Errorf("%+v", page)
	}
	if out := b.Must("resident", "show", "Fatma", "--lang=nl"); !strings.Contains(out, "vraagt voor") || !strings.Contains(out, "ZW-0001") || !strings.Contains(out, "deze pagina") {
		t.Error(out)
	}
	held := clitest.JSON[struct {
		AskedFor []string `json:"asked_for"`
	}](b, "resident", "access", "Fatma")
	if len(held.AskedFor) != 1 || held.AskedFor[0] != "ZW-0001" {
		t.Errorf("%+v", held)
	}
}
