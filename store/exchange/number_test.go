package exchange

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"leerbalie/model/transfer"
)

// TestNumbersThatMayBeOneComeInWithARemark: the row is taken, the remark names it and not the digits; what is known already is not
// told of again.
func TestNumbersThatMayBeOneComeInWithARemark(t *testing.T) {
	session := deskSession(t)
	file := "source_id,summary,details\nA1,klant 10000008,\nA2,gewoon,tel 123456782\nA3,ook,klant 20000005\nA4,bsn 10000008,\nA5,van 12-03-2024,12032024\n"
	report := bring(t, session, file, transfer.ImportOptions{})
	if got := codesOf(report); !slices.Equal(got, []string{"5 import.bsn"}) || report.Imported != 4 {
		t.Fatal(got, counts(report))
	}
	var told []string
	for _, m := range report.Remarks {
		if m.Msg == "import.bsn-asked" {
			told = append(told, strings.TrimSpace(strings.Join([]string{m.Args[0].Value.(string), m.Args[2].Value.(string)}, " ")))
		}
	}
	if !slices.Equal(told, []string{"summary 2", "details 3, 4"}) {
		t.Errorf("%q", told)
	}
	if again := bring(t, session, file, transfer.ImportOptions{}); again.Unchanged != 4 || len(again.Asked) != 0 {
		t.Errorf("%+v", again)
	}
}

// TestWhatTheImportMadeIsNoNumber: of a file without ids nobody is told of digits in those that were made of its rows.
func TestWhatTheImportMadeIsNoNumber(t *testing.T) {
	var file strings.Builder
	file.WriteString("summary\n")
	for i := range 1000 {
		fmt.Fprintf(&file, "Vraag %d\n", i)
	}
	report := bring(t, deskSession(t), file.String(), transfer.ImportOptions{})
	if said, asked := says(report, "import.bsn-asked"); report.Imported != 1000 || asked {
		t.Errorf("%s: %s", counts(report), said)
	}
}

// TestAColumnOfNumbersIsDropped: of five numbers four that pass are no chance; of three nobody can tell.
func TestAColumnOfNumbersIsDropped(t *testing.T) {
	for cells, want := range map[string]bool{
		"123456782 111222333 012345672 123456782":           true,
		"123456782 111222333 012345672 123456782 123456789": true,
		"123.456.782 111222333 10000008 123456782":          true,
		"123456782 111222333 012345672":                     false,
		"123456782 111222334 123456781 123456789 111222333": false,
		"A1 A2 A3 A4 A5": false,
	} {
		if got := holdBSN(strings.Fields(cells)); got != want {
			t.Errorf("%s: %v", cells, got)
		}
	}
}
