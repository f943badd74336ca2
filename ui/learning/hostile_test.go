package learning_test

import (
	"strings"
	"testing"

	"leerbalie/model/journal"
	"leerbalie/model/learning"
	"leerbalie/model/learning/competence"
	"leerbalie/ui/screen"
	"leerbalie/ui/widget/cell"
)

// TestHostileTextsDoNothing: names, titles and reasons that came from elsewhere cannot act on the terminal, nor make a line
// wider than the window.
func TestHostileTextsDoNothing(t *testing.T) {
	const hostile = "a\x1b[2J\x1b]0;weg\x07b\u202ec\u0301\u0301\u0301\u0301\u0301日本" // made to be short and to act
	for _, width := range []int{80, 130} {
		hostileWalk(t, hostile, width)
	}
}

func hostileWalk(t *testing.T, hostile string, width int) {
	t.Helper()
	d, s := open(t, "nl", screen.Size{Width: width, Height: 24}, theo)
	f := s.hbo.Renamed(hostile)
	f.Scales[0].Levels = append(append([]competence.Level{}, f.Scales[0].Levels...), competence.Level{Name: hostile})
	for i := range f.Nodes {
		f.Nodes[i].Title, f.Nodes[i].Titles, f.Nodes[i].Text = hostile+strings.Repeat(" lang", 400), nil, "<b>"+hostile+"</b>"
		f.Nodes[i].Code = hostile
	}
	boss := d.As(s.founder)
	s.do(boss, learning.SaveFramework{Framework: f})
	s.do(d.As(s.noor), learning.AddEvidence{Cleaned: true, Evidence: learning.Evidence{Kind: learning.EvidenceProduct, Title: hostile, File: hostile, Note: hostile, Nodes: []journal.ID{f.Nodes[0].ID}}})
	s.do(d.As(s.theo), learning.Assess{Student: s.noor, Evidence: s.first, Given: []learning.Given{{Node: s.leaf(s.first), Level: 1}}, Reason: hostile})
	d.News()
	for _, keys := range [][]string{{"b"}, {"v"}, {"<esc>"}, {"<end>"}, {"<enter>"}, {"<down>"}, {"<right>"}, {"<enter>"}, {"p"}, {"<esc>"}, {"<esc>"}, {"<right>"}, {"d"},
		{"<esc>"}, {"R"}, {"<end>"}, {"e"}, {"<esc>"}, {"<esc>"}, {"<esc>"}, {"<esc>"}, {"A"}, {"<right>"}, {"<esc>"}, {"f"}, {"<esc>"}, {"g"}, {"<esc>"}} {
		d.Press(keys...)
		raw := d.Raw()
		for _, bad := range []string{"\x1b[2J", "\x1b]0", "\x07", "\u202e"} {
			if strings.Contains(raw, bad) {
				t.Fatalf("after %v %q reaches the terminal: %q", keys, bad, raw[max(strings.Index(raw, bad)-100, 0):strings.Index(raw, bad)+30])
			}
		}
		for _, line := range strings.Split(d.Frame(), "\n") {
			if w := cell.Width(line); w > width {
				t.Fatalf("after %v a line is %d wide: %q", keys, w, line)
			}
		}
	}
}
