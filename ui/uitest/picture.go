package uitest

import (
	"fmt"
	"strconv"
	"strings"

	"leerbalie/ui/screen"
	"leerbalie/ui/text"
	"leerbalie/ui/widget/cell"
)

// Picture compares the open screen with what is kept of it in testdata: what it draws itself and what it tells the frame,
// never the frame. So another screen, tab or key of the frame changes no picture of this one.
//
// What it shows stands in NAME/80x24-nl.golden, a file for each size of the window and each language. Which keys work
// stands in NAME/keys.golden, one file for all of them: it may depend on neither.
func (d *Driver) Picture(name string, lang text.Lang) {
	d.T.Helper()
	d.watch.enter("View")
	shown, room := d.app.Shown()
	head, body := shown.Head(room), shown.View(room)
	d.watch.leave()
	if lines := strings.Split(body, "\n"); len(lines) > room.Height {
		d.T.Errorf("%s: a body of %d lines where there are %d", name, len(lines), room.Height)
	} else {
		for _, line := range lines {
			if w := cell.Width(line); w > room.Width {
				d.T.Errorf("%s: a line of %d cells where there are %d: %q", name, w, room.Width, line)
			}
		}
	}
	Golden(d.T, fmt.Sprintf("%s/%dx%d-%s", name, d.size.Width, d.size.Height, lang), headText(head)+withoutStyles(body))
	Golden(d.T, name+"/keys", keyLine(shown))
	d.saysWhat(name, body)
}

// headText writes what stands above a body: its two ends and where the body is split, what is empty left out.
func headText(head screen.Head) string {
	var b strings.Builder
	line := func(word, value string) {
		if value != "" {
			b.WriteString(withoutStyles(word+": "+value) + "\n")
		}
	}
	line("left", head.Left)
	line("right", head.Right)
	if head.Divider > 0 {
		line("divider", strconv.Itoa(head.Divider))
	}
	b.WriteString("---\n")
	return b.String()
}

// keyLine writes which keys a screen says work now, the most useful first, and whether keys are text.
func keyLine(s screen.Screen) string {
	var lines []string
	if s.Typing() {
		lines = append(lines, "typing")
	}
	for _, id := range s.Keys() {
		lines = append(lines, string(id))
	}
	return strings.Join(lines, "\n")
}
