package learning_test

import (
	"strings"
	"testing"

	"leerbalie/model/journal"
	"leerbalie/model/learning"
	"leerbalie/ui/say"
	"leerbalie/ui/screen"
)

// TestTheWordsOfALevelShowWhileJudging: at the line that is judged, and at no other; where there is little room lines stay to judge.
func TestTheWordsOfALevelShowWhileJudging(t *testing.T) {
	words := func(s *school) journal.ID {
		f := s.hbo.Clone()
		for i := range f.Nodes {
			if f.Nodes[i].Code == "C2.1" {
				f.Nodes[i].Means = []string{"vult zelf in", "vraagt door", strings.Repeat("laat de bewoner kiezen en legt uit waarom ", 4)}
			}
		}
		s.do(s.desk.As(s.founder), learning.SaveFramework{Framework: f})
		return s.theo
	}
	for _, size := range []screen.Size{{Width: 60, Height: 15}, {Width: 80, Height: 24}, {Width: 120, Height: 40}} {
		d, _ := open(t, "nl", size, words)
		d.Press("b")
		d.HearsOne(say.Text, "voldoende: vraagt door")
		if size.Height > 15 {
			d.Shows("o vult zelf in", "v vraagt door", "g laat de bewoner")
		}
		d.Shows("C2.1", "Waarom?")
		d.Press("v")
		d.Hides("v vraagt door")
		d.Press("<up>", "v", "v", "v", "v", "v", "<enter>")
		d.Shows("2 van 3")
	}
}
