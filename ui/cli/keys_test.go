package cli

import (
	"strings"
	"testing"
)

func TestKeys(t *testing.T) {
	b := newBench(t)
	if out, _ := b.do(done, "keys"); !strings.Contains(out, "Desk") || !strings.Contains(out, "c") || !strings.Contains(out, "take") {
		t.Errorf("%q", out)
	}
	var rows []keyJSON
	if b.json(&rows, "keys"); len(rows) != 1 || rows[0].ID != "claim" || rows[0].Group != "Desk" {
		t.Errorf("%+v", rows)
	}
}
