package uitest

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"leerbalie/ui/say"
)

// TellsOnly presses one key of an app that is shown without a screen, fails the test when more or less is told than what the key changed,
// and gives what was told.
func (d *Driver) TellsOnly(key string) string {
	d.T.Helper()
	before := d.app.Said()
	d.Told()
	d.Press(key)
	told := d.Told()
	if d.Quit {
		return told
	}
	after := d.app.Said()
	if row, on := after.On(say.Row); on && d.numbered && key == "<enter>" && strings.Contains(told, row.Text) { // whoever gives a row's number hears that row, wherever one was
		before = slices.DeleteFunc(slices.Clone(before), func(l say.Line) bool { return l.Kind == say.Row && l.ID == row.ID })
	}
	d.numbered = len(key) == 1 && key >= "0" && key <= "9" || d.numbered && key == "<backspace>"
	if fault := Unheard(before, after, told); fault != "" {
		d.T.Errorf("the key %q: %s\ntold:\n%s", key, fault, told)
	}
	return told
}

// Unheard tells what is wrong with what was told of a key, given what was said before and after it; "" for nothing. What is told is text
// without signs; of what is as it was, only the field that is typed in is written; and what changed is told.
func Unheard(before, after say.Lines, told string) string {
	for _, r := range told {
		if r != '\r' && r != '\n' && r != '\b' && say.Sign(r) {
			return fmt.Sprintf("%q is a sign", r)
		}
	}
	here, _ := before.Where()
	there, _ := after.Where()
	moved := here.ID != there.ID
	known, now := lineSet(before, after), lineSet(after, before)
	for _, line := range strings.Split(told, "\r\n") {
		if line != "" && !moved && known[line] && now[line] {
			return fmt.Sprintf("%q is as it was", line)
		}
	}
	text := strings.ReplaceAll(told, "\b", "")
	for _, line := range after {
		if line.Kind == say.Note && !known[line.Text] && !strings.Contains(text, line.Text) && !counts(before, line) {
			return fmt.Sprintf("the note %q is not told", line.Text)
		}
	}
	if moved && !strings.Contains(text, there.Text) {
		return fmt.Sprintf("one is at %q, which is not told", there.Text)
	}
	old, was := before.On(say.Row)
	row, on := after.On(say.Row)
	field, typing := after.On(say.Field)
	if on && (!was || old.ID != row.ID) && !(typing && field.Typed) && !strings.Contains(text, row.Text) {
		return fmt.Sprintf("the row %q is not told", row.Text)
	}
	past, was := before.On(say.Field)
	if typing && (!was || past.ID != field.ID || moved) && !strings.Contains(strings.ToLower(text), strings.ToLower(strings.TrimRight(field.Text, "?:"))) {
		return fmt.Sprintf("the field %q is not told", field.Text)
	}
	if typing && was && past.ID == field.ID && past.Value != field.Value && told == "" {
		return fmt.Sprintf("the field %q holds %q, which is not told", field.Text, field.Value)
	}
	return ""
}

// counts reports whether a note said the same before, but for its numbers.
func counts(before say.Lines, note say.Line) bool {
	for _, line := range before {
		if line.Kind == say.Note && line.ID == note.ID && lettersOf(line.Text) == lettersOf(note.Text) {
			return true
		}
	}
	return false
}

func lettersOf(text string) string {
	return strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' {
			return -1
		}
		return r
	}, text)
}

// lineSet is what can be told of what stands still between two moments, as it is written.
func lineSet(l, other say.Lines) map[string]bool {
	out := map[string]bool{}
	at, _ := l.On(say.Row)
	there, _ := other.On(say.Row)
	for _, line := range l {
		switch line.Kind {
		case say.Row:
			if line.At && line.ID != there.ID || line.ID == there.ID && line.ID != at.ID {
				continue // the cursor comes to it, or leaves it
			}
			out[strconv.Itoa(line.Number)+". "+line.Text] = true
		case say.Field:
		case say.Note:
			if slices.ContainsFunc(other, func(o say.Line) bool { return o.Kind == say.Note && o.ID == line.ID }) {
				out[line.Text] = true
			}
		default:
			out[line.Text] = true
		}
	}
	return out
}
