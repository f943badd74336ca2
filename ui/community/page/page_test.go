package page_test

import (
	"context"
	"fmt"
	"strings"
	"testing"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model"
	"leerbalie/model/goal"
	"leerbalie/model/journal"
	"leerbalie/ui/community/page"
	"leerbalie/ui/keys"
	"leerbalie/ui/screen"
	"leerbalie/ui/uitest"
)

// made is a page of goals that is made up: with a form of four fields, and lines that the cursor can be on.
func made() (page.Kind[goal.Goal], screen.Actions[*page.Page[goal.Goal]]) {
	kind := page.Kind[goal.Goal]{Name: "made", Scope: "made", Read: func(ctx context.Context, s *model.Session, _ screen.Env) ([]goal.Goal, error) {
		return goal.All(ctx, s)
	},
		ID: func(g *goal.Goal) journal.ID { return g.ID }, Title: func(g *goal.Goal) string { return g.Title },
		Right: func(_ *page.Page[goal.Goal], g *goal.Goal) string { return g.Phase },
		Group: func(p *page.Page[goal.Goal], g *goal.Goal) string { return g.Theme },
		Facts: func(p *page.Page[goal.Goal], g *goal.Goal) []page.Fact {
			return []page.Fact{{Label: "Waarom", Text: g.Why}, {Text: "Stappen", Head: true}, {Text: "een", Is: 1}, {Text: "twee", Is: 2}}
		},
		Empty: "goals.begin", Count: "goals.count", New: "made-new"}
	return kind, screen.Actions[*page.Page[goal.Goal]]{{ID: "made-new", Scope: "made", Keys: []string{"n"}, Word: "key.page.open", Do: func(p *page.Page[goal.Goal]) tea.Cmd {
		return page.Fill(p, page.Form[goal.Goal]{Title: "Nieuw", Key: "made", Table: goal.Table(), Fields: []string{"goal-title", "goal-owner", "goal-by", "goal-members"},
			Names: map[string][]page.Named{"": {{ID: p.Env.User.ID, Name: "Samira Bouali"}, {ID: journal.ID{7}, Name: "Samir Aziz"}}}, Act: func(g goal.Goal) model.Action { return goal.Add{Goal: g} }})
	}}}
}

func open(t *testing.T, size screen.Size, titles ...string) (*page.Page[goal.Goal], func(...string)) {
	t.Helper()
	d := uitest.Open(t, uitest.Options{Lang: "nl", Size: size})
	for i, title := range titles {
		d.Do(d.Session, goal.Add{Goal: goal.Goal{Title: title, Owner: d.Session.Me().ID, Theme: fmt.Sprint("thema ", i/2), Phase: "verkennen", Why: "daarom"}})
	}
	kind, actions := made()
	d.Env.Keys = keys.NewSet(keys.Everywhere(), page.Keys(kind, actions))
	p := page.New(d.Env, kind, actions)
	var run func(cmd tea.Cmd)
	run = func(cmd tea.Cmd) {
		if cmd == nil {
			return
		}
		switch msg := cmd().(type) {
		case nil:
		case tea.BatchMsg:
			for _, c := range msg {
				run(c)
			}
		default:
			_, next := p.Update(msg)
			run(next)
		}
	}
	run(p.Init())
	_, cmd := p.Update(screen.Resized{Size: size})
	run(cmd)
	return p, func(pressed ...string) {
		for _, k := range pressed {
			msg := tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune(k)}
			for typ, name := range map[tea.KeyType]string{tea.KeyEnter: "enter", tea.KeyEsc: "esc", tea.KeyDown: "down", tea.KeyTab: "tab", tea.KeyCtrlS: "ctrl+s"} {
				if k == name {
					msg = tea.KeyMsg{Type: typ}
				}
			}
			_, cmd := p.Update(msg)
			run(cmd)
		}
	}
}

func shows(t *testing.T, p *page.Page[goal.Goal], size screen.Size, texts ...string) {
	t.Helper()
	view := p.View(size)
	for _, text := range texts {
		if !strings.Contains(view, text) {
			t.Errorf("%q does not show:\n%s", text, view)
		}
	}
}

// TestAPageIsSearchedAndOpened: what is typed narrows the list down, Enter shows what is known, and Esc goes back one step at a time.
func TestAPageIsSearchedAndOpened(t *testing.T) {
	size := screen.Size{Width: 80, Height: 20}
	p, press := open(t, size, "Samen eten", "Taal aan tafel", "Geld op orde")
	shows(t, p, size, "Samen eten", "Taal aan tafel", "Geld op orde", "thema 0", "verkennen")
	press("/", "t", "a", "f")
	if view := p.View(size); strings.Contains(view, "Geld") || !strings.Contains(view, "Taal aan tafel") {
		t.Errorf("searching shows\n%s", view)
	}
	press("enter", "enter")
	shows(t, p, size, "Waarom: daarom", "Stappen")
	if p.Fact() != 1 {
		t.Errorf("the cursor is on %v", p.Fact())
	}
	if press("down"); p.Fact() != 2 {
		t.Errorf("the cursor is on %v", p.Fact())
	}
	press("esc")
	if p.Opened() || p.Fact() != nil {
		t.Error("Esc leaves it open")
	}
	press("esc")
	shows(t, p, size, "Geld op orde")
}

// TestAPageIsWide: list and what is known of one beside each other.
func TestAPageIsWide(t *testing.T) {
	size := screen.Size{Width: 120, Height: 20}
	p, _ := open(t, size, "Samen eten", "Taal aan tafel")
	shows(t, p, size, "Samen eten", "Taal aan tafel", "Waarom: daarom", "│")
}

// TestAFormOfATable: days and names are read, a name that may be two is asked, and what stands in the table is what was typed.
func TestAFormOfATable(t *testing.T) {
	size := screen.Size{Width: 80, Height: 20}
	p, press := open(t, size)
	press("n", "Samen eten", "tab", "Samir", "tab", "1-2-2027", "ctrl+s")
	shows(t, p, size, "kan meer dan één zijn: Samira Bouali, Samir Aziz")
	press("a B", "ctrl+s")
	g := p.Chosen()
	if g == nil || g.Title != "Samen eten" || g.Owner != p.Env.User.ID || g.By.Format("2006-01-02") != "2027-02-01" {
		t.Fatalf("%+v\n%s", g, p.View(size))
	}
}
