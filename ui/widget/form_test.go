package widget

import (
	"strings"
	"testing"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/ui/keys"
	"leerbalie/ui/theme"
	"leerbalie/ui/widget/cell"
)

func press(f func(tea.KeyMsg, keys.Set) (Reply, bool), names ...string) (r Reply) {
	set := keys.NewSet(keys.Everywhere())
	for _, name := range names {
		r, _ = f(keys.Press(name), set)
	}
	return r
}

func form() *Form {
	return &Form{Title: "Vraag", Entries: []Entry{
		TextEntry("text", "Tekst", "", 1),
		ChoiceEntry("one", "Een", "", []Option{{"a", "appel"}, {"b", "banaan"}, {"c", "citroen"}}),
		ManyEntry("many", "Meer", nil, []Option{{"x", "rood"}, {"y", "groen"}}),
		TextEntry("area", "Lang", "", 3),
	}}
}

func TestFormFillsAndSaves(t *testing.T) {
	f := form()
	r := press(f.Update, "h", "i", "enter", " ", "right", "tab", " ", "right", " ", "tab", "o", "k", "enter", "j", "ctrl+s")
	if r != Agreed || f.Text("text") != "hi" || f.Text("one") != "b" || strings.Join(f.Many("many"), "") != "xy" || f.Text("area") != "ok\nj" {
		t.Errorf("%v %q %q %v %q", r, f.Text("text"), f.Text("one"), f.Many("many"), f.Text("area"))
	}
}

func TestAChoiceIsFoundByItsLetter(t *testing.T) {
	f := form()
	f.Focus("one")
	press(f.Update, "c")
	if f.Text("one") != "c" {
		t.Errorf("%q", f.Text("one"))
	}
	press(f.Update, "backspace")
	if f.Text("one") != "" {
		t.Errorf("%q", f.Text("one"))
	}
}

func TestAValueOfItsOwnStays(t *testing.T) {
	e := ChoiceEntry("theme", "Thema", "moestuin", []Option{{"a", "appel"}})
	if e.Picked[0] != "moestuin" || len(e.Options) != 2 {
		t.Errorf("%+v", e)
	}
}

func TestFormFitsItsBox(t *testing.T) {
	f := form()
	f.Blame("text", "Dit is een lange uitleg die over meer dan een regel gaat omdat er veel te zeggen is.")
	for i := range f.Entries {
		f.Entries[i].Hint = "een voorbeeld"
	}
	for width := 40; width < 100; width += 7 {
		for height := 3; height < 20; height++ {
			for i := range f.Entries {
				if height < 6 && f.Entries[i].ID != "text" {
					continue // an answer of several lines goes before its name
				}
				f.Focus(f.Entries[i].ID)
				lines := f.View(theme.Bare(), width, height)
				if len(lines) > height {
					t.Fatalf("%d lines in %d", len(lines), height)
				}
				found := false
				for _, line := range lines {
					if cell.Width(line) != width {
						t.Fatalf("%q is %d wide, not %d", line, cell.Width(line), width)
					}
					found = found || strings.Contains(line, theme.CursorSign)
				}
				if !found {
					t.Fatalf("the focus is out of sight at %d×%d", width, height)
				}
			}
		}
	}
}

func TestConfirmIsSafeByDefault(t *testing.T) {
	set := keys.NewSet(keys.Everywhere())
	ask := func(c Confirm, names ...string) (r Reply) {
		for _, n := range names {
			r = c.Update(keys.Press(n), set)
		}
		return r
	}
	c := Confirm{Title: "Wissen?", Lines: []string{"mw. de Vries"}, Yes: "wissen", No: "nee", YesKeys: "j", NoKeys: "n"}
	if ask(c, "enter") != Declined || ask(c, "j") != Agreed || ask(c, "tab", "enter") != Agreed || ask(c, "esc") != Declined || ask(c.Ready(), "enter") != Agreed {
		t.Error("the answers are mixed up")
	}
}

func TestPickerNarrowsAndSkipsHeadings(t *testing.T) {
	p := Picker{Choices: []Choice{{Label: "Kop", Head: true}, {ID: "1", Label: "nieuwe memo"}, {ID: "2", Label: "memo"}, {ID: "3", Label: "tijd"}}}
	if c, ok := p.Chosen(); !ok || c.ID != "1" {
		t.Errorf("%+v", c)
	}
	press(p.Update, "t", "i")
	if c, _ := p.Chosen(); c.ID != "3" {
		t.Errorf("%+v", c)
	}
	if r := press(p.Update, "x", "enter"); r != Pending {
		t.Error("nothing was chosen, and yet it answers")
	}
	for height := 6; height < 12; height++ {
		for _, line := range p.View(theme.Bare(), 40, height) {
			if cell.Width(line) != 40 {
				t.Errorf("%q", line)
			}
		}
	}
}

func TestOverKeepsTheBodyAround(t *testing.T) {
	body := "aaaaaaaaaa\nbbbbbbbbbb\ncccccccccc"
	got := Over(body, []string{"12", "34"}, 3, 1, 10, 3)
	if got != "aaaaaaaaaa\nbbb12bbbbb\nccc34ccccc" {
		t.Errorf("%q", got)
	}
}

func TestProgress(t *testing.T) {
	for done := range 12 {
		if got := Progress(theme.Bare(), done, 10, 20); cell.Width(got) != 20 {
			t.Errorf("%q", got)
		}
	}
	if got := Progress(theme.Bare(), 5, 10, 15); !strings.HasSuffix(got, " 50%") {
		t.Errorf("%q", got)
	}
}

func TestEntriesAreFoundByTheirIDs(t *testing.T) {
	f := Form{Entries: []Entry{TextEntry("a", "A", "one", 1), ChoiceEntry("b", "B", "y", []Option{{ID: "x"}, {ID: "y"}}).Hinted("pick")}}
	f.Entry("a").Input.Set(" two ")
	if f.Text("a") != "two" || f.Text("b") != "y" || f.Entry("b").Hint != "pick" {
		t.Errorf("%q %q %q", f.Text("a"), f.Text("b"), f.Entry("b").Hint)
	}
	if f.Entry("c") != nil || f.Text("c") != "" || f.Many("c") != nil {
		t.Error("an entry that is not there is found")
	}
	if f.Focus("c"); f.Focused() != "a" {
		t.Errorf("the focus went to %q", f.Focused())
	}
}
