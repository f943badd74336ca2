package framework

import (
	"os"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"

	"leerbalie/model/journal"
	"leerbalie/model/learning"
	"leerbalie/model/learning/competence"
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
	h, err := competence.ReadFrameworkHistory(t.Context(), session, r.Framework)
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
	before := two.Framework
	was, err := competence.ReadFrameworkHistory(t.Context(), session, before)
	if err != nil {
		t.Fatal(err)
	}
	// A list that came in when keys were compared sign by sign goes on as well, with the same parts.
	old, nfd := was[0], norm.NFD.String("Été")
	old.Key, old.ID, old.Stamp, old.Version = nfd, journal.KeyedID("framework", nfd), journal.Stamp{}, 0
	up := map[journal.ID]journal.ID{}
	for i := range old.Nodes {
		n := &old.Nodes[i]
		n.Key = norm.NFD.String(n.Key)
		up[n.ID] = journal.KeyedID("node", nfd, n.Key)
		n.ID, n.Parent = up[n.ID], up[n.Parent]
	}
	if _, err := session.Do(t.Context(), learning.SaveFramework{Framework: old}); err != nil {
		t.Fatal(err)
	}
	three, err := Import(t.Context(), session, strings.NewReader(strings.ReplaceAll(csv(norm.NFC), "École", "Été")), transfer.ImportOptions{Format: transfer.Moodle})
	if err != nil || three.Framework != old.ID {
		t.Fatal(three, err)
	}
	h, err = competence.ReadFrameworkHistory(t.Context(), session, old.ID)
	if err != nil || len(h[0].Nodes) != len(old.Nodes) {
		t.Fatal(h, err)
	}
	for i, n := range h[0].Nodes {
		if n.ID != old.Nodes[i].ID || n.Parent != old.Nodes[i].Parent {
			t.Errorf("%s is another part now", n.Title)
		}
	}
}
