package uitest

import (
	"fmt"
	"strings"

	"leerbalie/ui/say"
)

// Spelled writes what is said, a line each: the kind, a star where the cursor is, the number, and all that is said in it.
func Spelled(said say.Lines) string {
	kinds := map[say.Kind]string{say.Heading: "heading", say.Text: "text", say.State: "state", say.Aside: "aside", say.Row: "row", say.Field: "field", say.Note: "note", say.Help: "help", say.Progress: "progress"}
	var b strings.Builder
	for _, line := range said {
		b.WriteString(kinds[line.Kind])
		if line.At {
			b.WriteString("*")
		}
		if line.Number > 0 {
			fmt.Fprintf(&b, " %d", line.Number)
		}
		b.WriteString(": " + line.Text)
		if line.Kind == say.Field {
			fmt.Fprintf(&b, " = %q", line.Value)
			for i, o := range line.Options {
				sign := map[bool]string{true: "+", false: "-"}[o.On]
				if i == line.Option {
					sign = ">" + sign
				}
				b.WriteString(" " + sign + o.Text)
			}
		}
		for _, more := range []string{line.Hint, line.Fault} {
			if more != "" {
				b.WriteString(" / " + more)
			}
		}
		b.WriteString("\n")
	}
	return b.String()
}

// Says fails the test unless the screen says these lines, among others and in this order, as Spelled writes them.
func (d *Driver) Says(want ...string) {
	d.T.Helper()
	spelled := Spelled(d.app.Said())
	rest := "\n" + spelled
	for _, line := range want {
		_, after, found := strings.Cut(rest, "\n"+line+"\n")
		if !found {
			d.T.Errorf("%q is not said, or not there:\n%s", line, spelled)
			return
		}
		rest = "\n" + after
	}
}

// Tells fails the test unless words are told as something that happened or that stands.
func (d *Driver) Tells(words string) {
	d.T.Helper()
	said := d.app.Said()
	for _, line := range said {
		if line.Kind == say.Note && strings.Contains(line.Text, words) {
			return
		}
	}
	d.T.Errorf("%q is not told:\n%s", words, Spelled(said))
}
