package uitest

import (
	"regexp"
	"slices"
	"strings"
	"sync"
	"unicode"

	"leerbalie/ui/say"
	"leerbalie/ui/theme"
)

// unsaid are words that a drawing shows and that need not be said, each with the reason.
var unsaid = map[string]string{
	"pgdn": "a key whose name is drawn short, and said in full",
	"pgup": "a key whose name is drawn short, and said in full",
	"schl": "a column of four cells says the school in short",
}

// shortest is how many letters a word has at least that must be said: shorter ones are often cut off or abbreviated.
const shortest = 4

// leftOut is where a window says how many lines it leaves out, or a report which of its lines show: all of them are said.
var leftOut = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(theme.DownSign + ` [^│\n]*\d[^│\n]*|\pL+ \d+–\d+ \pL+ \d+`)
})

// Said is what the app says now.
func (d *Driver) Said() say.Lines { return d.app.Said() }

// saysWhat fails the test when what the open screen draws is not said, or not in order: each longer word of the body, or of the box that
// lies over it, has to be said, whatever else is.
func (d *Driver) saysWhat(name, body string) {
	d.T.Helper()
	said := d.app.Said()
	where, ok := said.Where()
	if !ok {
		d.T.Errorf("%s: nothing says where one is", name)
		return
	}
	d.inOrder(name, said)
	var all strings.Builder
	for _, line := range said {
		all.WriteString(strings.ToLower(say.Join(line.Text, line.Value, line.Hint, line.Fault)) + " ")
		for _, o := range line.Options {
			all.WriteString(strings.ToLower(o.Text) + " ")
		}
	}
	text := all.String()
	missing := map[string]bool{}
	for _, word := range wordsOf(boxed(leftOut().ReplaceAllString(withoutStyles(body), ""), where.Text)) {
		if _, known := unsaid[word]; !known && !strings.Contains(text, word) {
			missing[word] = true
		}
	}
	if len(missing) > 0 {
		var list []string
		for word := range missing {
			list = append(list, word)
		}
		slices.Sort(list)
		d.T.Errorf("%s: drawn and not said: %s\nsaid:\n%s\ndrawn:\n%s", name, strings.Join(list, ", "), text, withoutStyles(body))
	}
}

// SaysBox fails the test unless what lies over the window, in a box with the title that is said as where one is, is said.
func (d *Driver) SaysBox(name string) {
	d.T.Helper()
	frame := withoutStyles(d.look())
	where, _ := d.app.Said().Where()
	if boxed(frame, where.Text) == frame {
		d.T.Errorf("%s: no box is called %q:\n%s", name, where.Text, frame)
		return
	}
	d.saysWhat(name, frame)
}

// inOrder fails the test when what is said breaks the promises of package say.
func (d *Driver) inOrder(name string, said say.Lines) {
	d.T.Helper()
	seen := map[string]bool{}
	on := map[say.Kind]int{}
	rows := 0
	for _, line := range said {
		if line.ID != "" {
			key := string(rune('a'+line.Kind)) + line.ID
			if seen[key] {
				d.T.Errorf("%s: two lines have the id %q", name, line.ID)
			}
			seen[key] = true
		}
		if line.At {
			on[line.Kind]++
		}
		if line.Kind == say.Row {
			rows++
		}
		if (line.Kind == say.Row || line.Kind == say.Field) && (line.ID == "" || line.Text == "") {
			d.T.Errorf("%s: a row or field without an id or words: %+v", name, line)
		}
	}
	if on[say.Row] > 1 || on[say.Field] > 1 {
		d.T.Errorf("%s: the cursor is at %d rows and %d fields", name, on[say.Row], on[say.Field])
	}
	if rows > 0 && on[say.Row] == 0 {
		d.T.Errorf("%s: %d rows, and the cursor is on none", name, rows)
	}
}

// boxed is the box with a title that lies in a drawing; all of it where there is none.
func boxed(drawn, title string) string {
	lines := strings.Split(drawn, "\n")
	short := []rune("┌─ " + title)
	for len(short) > 6 {
		for i, line := range lines {
			at := strings.Index(line, string(short))
			if at < 0 {
				continue
			}
			column := len([]rune(line[:at]))
			var out []string
			for _, line := range lines[i:] {
				row := []rune(line)
				if len(row) <= column {
					break
				}
				row = row[column:]
				end := len(row)
				if k := slices.IndexFunc(row[1:], func(r rune) bool { return r == '│' || r == '┐' || r == '┘' }); k >= 0 {
					end = k + 1
				}
				out = append(out, string(row[:end]))
				if row[0] == '└' {
					break
				}
			}
			return strings.Join(out, "\n")
		}
		short = short[:len(short)-1]
		if len(short) < len([]rune("┌─ "+title))-1 && len(short) > 14 {
			short = short[:14] // a title that was cut
		}
	}
	return drawn
}

// wordsOf are the longer words of a drawing; one that is cut off, or broken at the end of a line, is left out.
func wordsOf(drawn string) (out []string) {
	runes := []rune(drawn)
	for i := 0; i < len(runes); {
		if !unicode.IsLetter(runes[i]) {
			i++
			continue
		}
		from := i
		for i < len(runes) && (unicode.IsLetter(runes[i]) || unicode.IsMark(runes[i])) {
			i++
		}
		if i < len(runes) && (runes[i] == '…' || runes[i] == '-' || runes[i] == '>') || i-from < shortest {
			continue
		}
		out = append(out, strings.ToLower(string(runes[from:i])))
	}
	return out
}
