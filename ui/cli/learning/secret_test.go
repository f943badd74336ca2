package learning_test

import (
	"encoding/json"
	"strings"
	"testing"

	"leerbalie/ui/cli/clitest"
	"leerbalie/ui/cli/learning"
)

// TestNothingLeaks goes through every command on learning as everybody who may not see a judgement: who has no business with
// the student, and the second assessor who has not judged yet. No form of any answer holds what the first found.
func TestNothingLeaks(t *testing.T) {
	b := clitest.School(t)
	for _, args := range [][]string{{"group", "add", "3C"}, {"person", "add", "Otto", "--role", "teacher", "--group", "3C"}, {"person", "add", "Paula", "--role", "supervisor"},
		{"person", "add", "Dirk", "--role", "desk"}} {
		b.Must(args...)
	}
	var pieces []learning.EvidenceJSON
	if err := json.Unmarshal([]byte(b.Must("evidence", "list", "--json", "--as", "Noor")), &pieces); err != nil {
		t.Fatal(err)
	}
	id := pieces[0].ID
	b.Must("evidence", "reflect", id, "--situation", "EIGENWERK", "--node", "C1", "--cleaned", "--as", "Noor")
	b.Must("assess", "give", id, "C1.1=onvoldoende", "--reason", "GEHEIM", "--as", "Theo", "--lang", "nl")
	b.Must("assess", "decide", "Noor", "--not-met", "--as", "Theo")
	commands := [][]string{{"evidence", "list"}, {"evidence", "list", "--waiting"}, {"evidence", "list", "--student", "Noor"}, {"report", "student", "Noor"},
		{"report", "student", "Noor", "--format", "html"}, {"report", "student", "Noor", "--format", "csv"}, {"report", "student", "Noor", "--format", "badges"},
		{"report", "group"}, {"report", "group", "2B"}, {"report", "group", "2B", "--format", "html"}, {"report", "group", "2B", "--format", "csv"},
		{"assess", "agreement"}, {"assess", "agreement", "--group", "2B"}, {"assess", "decision", "Noor"}, {"assess", "decision", "Noor", "--format", "html"}}
	for who, own := range map[string]bool{"Otto": false, "Paula": false, "Dirk": false, "Ali": false, "Tine": true} {
		for _, args := range commands {
			for _, form := range [][]string{nil, {"--json"}} {
				args := append(append(args[:len(args):len(args)], form...), "--as", who, "--lang", "nl")
				_, out, errs := b.Run(args...)
				levels := strings.Count(out, "onvoldoende") + strings.Count(out, `"level": 0`)
				if strings.Contains(out+errs, "GEHEIM") || levels > 0 || !own && strings.Contains(out+errs, "EIGENWERK") {
					t.Errorf("%s, %v:\n%s", who, args, out)
				}
			}
		}
	}
	// a decision can be read by who looks at what is hidden, which ends being blind
	if status, _, errs := b.Run("assess", "decision", "Noor", "--as", "Tine", "--lang", "nl"); status != 1 || !strings.Contains(errs, "die je nog niet mag zien (1)") {
		t.Errorf("%d %s", status, errs)
	}
	if out := b.Must("assess", "decision", "Noor", "--look", "--as", "Tine", "--lang", "nl"); !strings.Contains(out, "GEHEIM") {
		t.Error(out)
	}
	b.Must("assess", "give", id, "C1.1=g", "--as", "Tine", "--lang", "nl")
	var a learning.ConcordanceJSON
	if err := json.Unmarshal([]byte(b.Must("assess", "agreement", "--json", "--as", "Theo")), &a); err != nil || a.Units != 0 {
		t.Errorf("%v: Tine's judgement counts as blind: %+v", err, a)
	}
	for _, args := range [][]string{{"report", "group"}, {"assess", "agreement"}} {
		if status, _, errs := b.Run(append(args, "--as", "Dirk", "--lang", "nl")...); status != 1 || !strings.Contains(errs, "Dirk ziet van niemand het werk") {
			t.Errorf("%v: %d %s", args, status, errs)
		}
	}
	if status, _, errs := b.Run("assess", "agreement", "--group", "2B", "--as", "Otto", "--lang", "nl"); status != 1 || !strings.Contains(errs, "de groep 2B niet") {
		t.Errorf("%d %s", status, errs)
	}
}
