package frameworks_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/charmbracelet/x/ansi"

	"leerbalie/model"
	"leerbalie/model/journal"
	"leerbalie/model/learning"
	"leerbalie/model/learning/competence"
	"leerbalie/ui/screen"
	"leerbalie/ui/uitest"
)

// nasty is a list of which everything that can be written is written to do harm.
func nasty() competence.Framework {
	bad := "\x1b[2J\x1b]0;weg\x07\u202e\u200bkwaad\r\n\t" + strings.Repeat("e\u0301\u0301\u0301\u0301", 20)
	long := strings.Repeat("lang ", 4000)
	f := competence.Framework{ID: journal.KeyedID("nasty"), Title: " Aa " + bad + long, Titles: model.Labels{"en": bad}, Text: "<script>alert(1)</script><p>" + bad + "</p>&#27;[31m" + long, Label: bad, Key: bad, Language: bad,
		Scales: []competence.Scale{{Name: bad, Levels: []competence.Level{{Name: bad}, {Name: long, Names: model.Labels{"en": bad}, Value: 1}}}, {Levels: []competence.Level{{Name: bad}, {Name: "\u200b"}}, Proficient: 1}},
		Nodes:  []competence.Node{{Code: bad, Title: bad + long, Text: long + bad, Term: bad, Themes: []string{bad, "poverty"}, Key: long, Scale: 1}}}
	for i := range 30 { // deeper than any row goes to the right
		up := &f.Nodes[len(f.Nodes)-1]
		up.ID = journal.KeyedID("nasty", fmt.Sprint(i))
		f.Nodes = append(f.Nodes, competence.Node{ID: journal.KeyedID("nasty", fmt.Sprint(i+1)), Parent: up.ID, Title: bad, Titles: model.Labels{"en": long}})
	}
	return f
}

func TestAHostileList(t *testing.T) {
	for _, size := range []screen.Size{{Width: 60, Height: 15}, narrow(), wide()} {
		k := &disk{}
		d := open(t, "nl", size, k)
		d.Do(d.Session, learning.SaveFramework{Framework: nasty()})
		look := func(after string) {
			t.Helper()
			raw := d.Raw()
			lines := strings.Split(raw, "\n")
			if len(lines) != size.Height {
				t.Errorf("after %s there are %d lines of %d", after, len(lines), size.Height)
			}
			for _, line := range lines {
				if w := ansi.StringWidth(line); w > size.Width {
					t.Errorf("after %s a line takes %d cells of %d: %q", after, w, size.Width, line)
				}
				if strings.ContainsAny(ansi.Strip(line), "\x1b\x07\u202e\u200b\r\t") {
					t.Errorf("after %s: %q", after, line)
				}
			}
		}
		for _, key := range []string{"<home>", "<tab>", "<end>", "<esc>", "e", "<esc>", "g", "<esc>", "s", "<enter>", "<tab>", "<esc>", "w", "<tab>", "<ctrl+s>", "<esc>", "<enter>", "<enter>", "<end>", "<esc>",
			"<down>", "<enter>", "<end>", "<esc>", "e", "<tab>", "<esc>", "n", "<esc>", "N", "<esc>", "m", "kwaad", "<esc>", "x", "<esc>", "<end>", "<enter>", "<esc>", "J", "m", "<enter>", "u", "v", "<tab>", "<esc>", "<enter>", "<esc>",
			"<esc>", "/", "kwaad", "<esc>", "<esc>", "a", "<right>", "a", "?", "<esc>", ":", "<esc>"} {
			d.Press(key)
			look(key)
		}
	}
}

// plenty is a list of so many parts.
func plenty(parts int) competence.Framework {
	f := competence.Framework{ID: journal.KeyedID("plenty"), Title: "Aa veel", Key: "veel"}
	var up journal.ID
	for i := range parts {
		n := competence.Node{ID: journal.KeyedID("plenty", fmt.Sprint(i)), Code: fmt.Sprintf("C%d", i), Title: fmt.Sprintf("Onderdeel nummer %d van de lijst", i), Themes: []string{"poverty"}, Text: "<p>Uitleg</p>"}
		if i%10 == 0 {
			up = n.ID
		} else {
			n.Parent = up
		}
		f.Nodes = append(f.Nodes, n)
	}
	return f
}

// inTree shows the tree of a list of so many parts, the cursor in its middle.
func inTree(t testing.TB, parts int) *uitest.Desk {
	d := open(t, "nl", wide(), nil)
	d.Do(d.Session, learning.SaveFramework{Framework: plenty(parts)})
	d.Press("<home>", "<enter>", "<end>", "<pgup>", "<pgup>")
	return d
}

// TestViewCostsTheSame: what is drawn is what shows, however long the list is.
func TestViewCostsTheSame(t *testing.T) {
	cost := func(parts int) float64 {
		d := inTree(t, parts)
		d.Shows(fmt.Sprintf("%d onderdelen", parts))
		return testing.AllocsPerRun(20, func() { d.Raw() })
	}
	small, large := cost(200), cost(10_000)
	if large > small*1.1 {
		t.Errorf("a view of 10,000 parts takes %.0f allocations, one of 200 takes %.0f", large, small)
	}
}

func TestTenThousandParts(t *testing.T) {
	d := inTree(t, 10_000)
	start := time.Now()
	d.Press("<home>", "<down>", "e", " anders", "<ctrl+s>")
	d.Shows("versie 2", "anders")
	d.Press("/", "9876", "<enter>", "m", "onderdeel", "<esc>", "<esc>")
	if on := d.On(); !strings.Contains(on, "C9876") {
		t.Errorf("the cursor is on %q", on)
	}
	d.Press("<end>", "N", "te veel", "<ctrl+s>")
	d.Shows("te lang: 10001 onderdelen van hoogstens 10000")
	if took := time.Since(start); took > 20*time.Second {
		t.Errorf("all of it takes %v", took)
	}
}

// TestWhatIsSaidCostsAsMuchForALongList as for a short one: only the rows of the window are said.
func TestWhatIsSaidCostsAsMuchForALongList(t *testing.T) {
	cost := func(parts int) float64 {
		d := inTree(t, parts)
		d.Press("<down>")
		return testing.AllocsPerRun(5, func() { d.Said() })
	}
	if small, large := cost(200), cost(10_000); large > small*1.1 {
		t.Errorf("what a tree of 10,000 parts says takes %.0f allocations, of one of 200 %.0f", large, small)
	}
}

// BenchmarkSaid is what such trees say, of which only the rows of the window are.
func BenchmarkSaid(b *testing.B) {
	for _, parts := range []int{100, 10_000} {
		b.Run(fmt.Sprint(parts), func(b *testing.B) {
			d := inTree(b, parts)
			for b.Loop() {
				d.Said()
			}
		})
	}
}

// BenchmarkView draws the tree of a list of a hundred parts, and of ten thousand: the cost has to be the same.
func BenchmarkView(b *testing.B) {
	for _, parts := range []int{100, 10_000} {
		b.Run(fmt.Sprint(parts), func(b *testing.B) {
			d := inTree(b, parts)
			for b.Loop() {
				d.Raw()
			}
		})
	}
}

// BenchmarkKey is a key that moves the cursor in a list of ten thousand parts: from the key to the picture.
func BenchmarkKey(b *testing.B) {
	d := inTree(b, 10_000)
	keys := []string{"<down>", "<up>"}
	n := 0
	for b.Loop() {
		d.Press(keys[n%2])
		n++
	}
}

// BenchmarkSearch is a letter in the search of a list of ten thousand parts.
func BenchmarkSearch(b *testing.B) {
	d := inTree(b, 10_000)
	d.Press("/", "nummer 1")
	keys := []string{"2", "<backspace>"}
	n := 0
	for b.Loop() {
		d.Press(keys[n%2])
		n++
	}
}

// BenchmarkEdit is a part moved one place down among ten thousand: from the key to the new version on the screen.
func BenchmarkEdit(b *testing.B) {
	d := inTree(b, 10_000)
	d.Press("<home>", "<down>")
	keys := []string{"J", "K"}
	n := 0
	for b.Loop() {
		d.Press(keys[n%2])
		n++
	}
}
