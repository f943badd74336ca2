package framework

import (
	"os"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"

	"leerbalie/model/learning"
	"leerbalie/model/transfer"
)

// TestIDsOfAListDifferNeitherByCaseNorByHowTheyArePutTogether: UUIDs in capitals are those in small letters, and É is É: parts hang
// where the file hangs them, and the same list in another spelling is the same list.
func TestIDsOfAListDifferNeitherByCaseNorByHowTheyArePutTogether(t *testing.T) {
	session := deskSession(t)
	raw, err := os.ReadFile("testdata/uuid-case.json")
	if err != nil {
		t.Fatal(err)
	}
	r, err := Import(t.Context(), session, strings.NewReader(string(raw)), transfer.ImportOptions{})
	if err != nil || r.Imported != 4 || len(r.Refused) > 0 {
		t.Fatal(r, err)
	}
	for _, m := range r.Remarks {
		if m.Msg == "framework.no-parent" && m.Args[0].Value != 1 {
			t.Errorf("%v stand below nothing", m.Args)
		}
	}
	h, err := learning.ReadFrameworkHistory(t.Context(), session, r.Framework)
	if err != nil || h[0].Nodes[1].Title != "Tien" { // by its number among the others, since the link counts
		t.Fatal(h, err)
	}
	again, err := Import(t.Context(), session, strings.NewReader(strings.ReplaceAll(string(raw), "AAAAAAAA-", "aaaaaaaa-")), transfer.ImportOptions{})
	if err != nil || again.Framework != r.Framework || versions(t, session, r.Framework) > 2 {
		t.Fatal(again, err)
	}
	csv := func(form norm.Form) string {
		return form.String("Parent ID number,ID number,Short name,Description,Description format,Scale values,Scale configuration,Rule type (optional),Rule outcome (optional),Rule config (optional),Cross-referenced competency ID numbers,Exported ID (optional),Is competency framework,Taxonomy\n" +
			",École,Lijst,,1,,,,,,,,1,\nÉcole,É1,Deel,,1,,,,,,,,,\nÉ1,É2,Onder,,1,,,,,,,,,\n")
	}
	one, err := Import(t.Context(), session, strings.NewReader(csv(norm.NFC)), transfer.ImportOptions{Format: transfer.Moodle})
	if err != nil || one.Imported != 2 {
		t.Fatal(one, err)
	}
	two, err := Import(t.Context(), session, strings.NewReader(csv(norm.NFD)), transfer.ImportOptions{Format: transfer.Moodle})
	if err != nil || two.Framework != one.Framework || len(two.Refused) > 0 {
		t.Fatal(two, err)
	}
}
