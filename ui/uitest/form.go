package uitest

import "strings"

// Entry goes with Tab to the entry of a label in the open form, and gives what shows of it: the line with the label and
// those that belong to it. It fails the test where there is none.
func (d *Driver) Entry(label string) string {
	d.T.Helper()
	for range 60 {
		if shown, ok := d.entry(label); ok {
			return shown
		}
		d.Press("<tab>")
	}
	d.T.Fatalf("no entry is called %q:\n%s", label, d.Frame())
	return ""
}

// entry gives the entry of a label where it has the focus.
func (d *Driver) entry(label string) (string, bool) {
	lines := strings.Split(d.Frame(), "\n")
	for i, line := range lines {
		_, after, ok := strings.Cut(line, "▌ "+label)
		if !ok || strings.TrimLeft(after, " ") == after {
			continue
		}
		for _, next := range lines[i+1:] { // what belongs to it begins below its value, not below its label
			_, inside, ok := strings.Cut(next, "│ ")
			if !ok || !strings.HasPrefix(inside, strings.Repeat(" ", len([]rune(label))+4)) {
				break
			}
			after += "\n" + inside
		}
		return after, true
	}
	return "", false
}

// Enter gives the entry of a label a value: the option of that name, or else the text.
func (d *Driver) Enter(label, value string) {
	d.T.Helper()
	shown := d.Entry(label)
	if !strings.Contains(shown, "( ) ") && !strings.Contains(shown, "(•) ") {
		d.Press("<ctrl+u>", value)
		return
	}
	for range 60 {
		if strings.Contains(d.Entry(label), "(•) "+value) {
			return
		}
		d.Press("<right>")
	}
	d.T.Fatalf("%s cannot be %q:\n%s", label, value, d.Frame())
}

// Blamed is the label of the entry of the open form below which a fault shows, given by how it begins.
func (d *Driver) Blamed(fault string) string {
	d.T.Helper()
	label := ""
	for _, line := range strings.Split(d.Frame(), "\n") {
		if _, at, ok := strings.Cut(line, "│ "); ok && len(at) > 4 {
			if at = strings.TrimPrefix(strings.TrimPrefix(at, "▌ "), "  "); at[0] != ' ' {
				label, _, _ = strings.Cut(at, "  ")
			}
		}
		if strings.Contains(line, "! "+fault) {
			return label
		}
	}
	d.T.Errorf("%q does not show:\n%s", fault, d.Frame())
	return ""
}
