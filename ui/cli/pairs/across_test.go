package pairs_test

import (
	"slices"
	"strings"
	"testing"

	"leerbalie/ui/cli/clitest"
	"leerbalie/ui/cli/command"
	"leerbalie/ui/cli/pairs"
)

// mapped is a row of framework map.
type mapped struct {
	Node      struct{ Code string } `json:"node"`
	OtherNode struct{ Code string } `json:"other_node"`
	Shipped   bool                  `json:"shipped"`
}

// TestComplementsAcrossLists: what a teacher judged enough by the list of mbo-2 is what another, judged short by the list of hbo, still has
// to show; the proposal gives points for it and says what it is in both. What a site says of it counts, and what it takes back.
func TestComplementsAcrossLists(t *testing.T) {
	b := clitest.School(t)
	for _, line := range []string{
		"person add Bo --role student --level mbo-2 --group 2B",
		"request add Brief --theme poverty --channel desk", "request claim ZW-0002 --for Bo --for Noor", "request time ZW-0002 20 --person Bo",
		"request close ZW-0002 --outcome handled-directly", "student edit Bo --dayparts ma-ochtend,di-middag", "student edit Noor --dayparts ma-ochtend,di-middag",
	} {
		b.Must(strings.Fields(line)...)
	}
	piece := func(who string) string {
		for _, e := range clitest.JSON[[]struct{ ID, Theme string }](b, "evidence", "list", "--as", who) {
			return e.ID
		}
		t.Fatalf("nothing of %s", who)
		return ""
	}
	gifts := func() (out []string, points float64) {
		t.Helper()
		together := false
		for _, p := range clitest.JSON[pairs.ProposalJSON](b, "pair", "propose").Pairs {
			if !slices.Contains(p.Names, "Bo") || !slices.Contains(p.Names, "Noor") {
				continue
			}
			together = true
			for _, r := range p.Reasons {
				if r.Rule == "competences" && r.Points > 0 {
					out, points = append(out, r.What...), points+r.Points
				}
			}
		}
		if !together {
			t.Fatal("Bo and Noor are not proposed")
		}
		return out, points
	}
	bo, noor := piece("Bo"), piece("Noor")
	b.Must("evidence", "reflect", bo, "--reflection", "Rustig uitgelegd", "--node", "W2", "--as", "Bo")
	b.Must("assess", "give", bo, "W2.1=o", "W2.2=o", "W2.3=o", "W2.4=o", "--reason", "nog niet", "--as", "Theo", "--lang", "nl")
	b.Must("evidence", "reflect", noor, "--reflection", "Eerst luisteren", "--node", "C1", "--as", "Noor")
	b.Must("assess", "give", noor, "C1.1=o", "C1.2=o", "C1.3=o", "C1.4=o", "C1.5=o", "--reason", "nog niet", "--as", "Theo", "--lang", "nl")
	if got, points := gifts(); points != 0 || len(got) != 0 {
		t.Fatalf("both are short: %v, %v", got, points)
	}
	b.Must("assess", "give", bo, "W2.1=g", "W2.2=g", "W2.3=g", "W2.4=g", "--as", "Tine", "--lang", "nl")
	b.Must("assess", "give", bo, "W2.1=g", "W2.2=g", "W2.3=g", "W2.4=g", "--as", "Theo", "--lang", "nl")
	if got, points := gifts(); !slices.Equal(got, []string{"W2 ↔ C1"}) || points <= 0 {
		t.Fatalf("Bo has what Noor still has to show: %v, %v", got, points)
	}
	if out, _ := b.Do(command.Done, "pair", "propose", "--lang", "nl"); !strings.Contains(out, "W2 ↔ C1") {
		t.Error(out)
	}

	const helpende, hbo = "leerbalie:mbo-2-helpende-25960", "leerbalie:hbo-social-work"
	all := clitest.JSON[[]mapped](b, "framework", "map", helpende)
	if len(all) != 10 || !slices.ContainsFunc(all, func(m mapped) bool { return m.Node.Code == "W2" && m.OtherNode.Code == "C1" && m.Shipped }) {
		t.Errorf("%+v", all)
	}
	for _, lang := range []string{"nl", "en"} {
		if out, _ := b.Do(command.Done, "framework", "map", "--lang", lang); strings.Count(out, "\n") != 16 || strings.Contains(out, "cli.") {
			t.Error(out)
		}
	}
	b.Must("framework", "map", hbo, "C1="+helpende+":W2", "--remove") // whichever way round it is said
	if got, points := gifts(); points != 0 || len(got) != 0 {
		t.Errorf("a site took it away: %v, %v", got, points)
	}
	b.Do(command.CouldNot, "framework", "map", hbo, "C1="+helpende+":W2", "--remove")
	b.Must("framework", "map", helpende, "W2="+hbo+":C1", "W3="+hbo+":C1")
	if got, _ := gifts(); !slices.Equal(got, []string{"W2 ↔ C1"}) {
		t.Errorf("a site put it back: %v", got)
	}
	if all := clitest.JSON[[]mapped](b, "framework", "map", helpende); len(all) != 11 {
		t.Errorf("%+v", all)
	}
	for _, wrong := range [][]string{{"W2.1=" + hbo + ":C1"}, {"W2=" + helpende + ":W1"}, {"W9=" + hbo + ":C1"}, {"W2=niets:C1"}} {
		b.Do(command.CouldNot, append([]string{"framework", "map", helpende}, wrong...)...)
	}
	for _, wrong := range [][]string{{"W2"}, {"W2=C1"}, {"=" + hbo + ":C1"}, {"W2=" + hbo + ":"}} {
		b.Do(command.Misused, append([]string{"framework", "map", helpende}, wrong...)...)
	}
	b.Do(command.Misused, "framework", "map", helpende, "--remove")
	b.Do(command.CouldNot, "framework", "map", helpende, "W5="+hbo+":C4", "--as", "Theo")
}
