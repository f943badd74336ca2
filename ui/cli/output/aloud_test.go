package output_test

import (
	"bytes"
	"strings"
	"testing"

	"leerbalie/ui/cli/command"
	"leerbalie/ui/cli/output"
)

// TestATableReadOutIsSentences: nothing is cut or lined up, each cell has its head, what is empty is left out, and no sign is read.
func TestATableReadOutIsSentences(t *testing.T) {
	var out bytes.Buffer
	table := output.NewTable(&out, command.Aloud, "number", "waits", "question")
	long := strings.Repeat("long ", 30)
	table.Add("ZW-0001", "3 hours", "✓ rent · "+long)
	table.Add("ZW-0002", "", "")
	if err := table.End(); err != nil {
		t.Fatal(err)
	}
	want := "ZW-0001, waits: 3 hours, question: rent, " + strings.TrimSpace(long) + "\nZW-0002\n"
	if out.String() != want {
		t.Errorf("it reads\n%s\nwant\n%s", out.String(), want)
	}
	out.Reset()
	table = output.NewTable(&out, command.Aloud, "Everywhere", "")
	table.Add("?", "help")
	if err := table.End(); err != nil || out.String() != "Everywhere\n?, help\n" {
		t.Errorf("it reads %q, %v", out.String(), err)
	}
}

// TestWhatPassesIsReadOutOnce: a line replaces the one before where it is seen; where it is heard, only what is worth it comes, on a line of its own.
func TestWhatPassesIsReadOutOnce(t *testing.T) {
	for width, want := range map[int]string{
		0:             "",
		80:            "\r\x1b[K1 %\r\x1b[K25 %\r\x1b[K",
		command.Aloud: "25 %\n",
	} {
		var err bytes.Buffer
		run := &command.Run{}
		run.Err, run.Width = &err, width
		if line := output.NewPassing(run); line != nil {
			line.Show("1 %", false)
			line.Show("25 %", true)
			line.Show("25 %", true)
			line.End()
		}
		if err.String() != want {
			t.Errorf("at width %d it writes %q, want %q", width, err.String(), want)
		}
	}
	if command.Wide(80, true) != command.Aloud || command.Wide(80, false) != 80 {
		t.Error("a terminal is read out for who did not ask for it, or not for who did")
	}
}
