package screen_test

import (
	"slices"
	"testing"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/ui/keys"
	"leerbalie/ui/screen"
)

// door is a screen that is open or shut.
type door struct {
	open bool
	said string
}

func doorActions() screen.Actions[*door] {
	say := func(what string) func(*door) tea.Cmd {
		return func(d *door) tea.Cmd {
			d.said = what
			return nil
		}
	}
	return screen.Actions[*door]{
		{ID: "in", Scope: "door", Keys: []string{"i"}, Word: "in", When: func(d *door) bool { return d.open }, Do: say("in"),
			Why: func(*door) string { return "it is shut" }},
		{ID: "shut", Scope: "door", Keys: []string{"d"}, Word: "shut", When: func(d *door) bool { return d.open }, Do: say("shut")},
		{ID: "knock", Scope: "door", Keys: []string{"d"}, Word: "knock", When: func(d *door) bool { return !d.open }, Do: say("knock")},
		{ID: keys.Back, Do: say("back")},
	}
}

func TestAnActionIsDoneByItsKeyWhereItApplies(t *testing.T) {
	as := doorActions()
	set := keys.NewSet(keys.Everywhere(), as.Keys())
	for _, c := range []struct {
		open bool
		key  string
		said string // by what was done
		why  string // by what could not be done
		took bool
	}{
		{true, "i", "in", "", true}, {false, "i", "", "it is shut", true},
		{true, "d", "shut", "", true}, {false, "d", "knock", "", true},
		{true, "esc", "back", "", true}, {true, "x", "", "", false},
	} {
		d := &door{open: c.open}
		cmd, took := as.Press(set, d, keys.Press(c.key))
		why := ""
		if cmd != nil {
			why = cmd().(screen.Toast).Text
		}
		if d.said != c.said || why != c.why || took != c.took {
			t.Errorf("%q, open %v: did %q, said %q, took %v", c.key, c.open, d.said, why, took)
		}
	}
}

func TestOnlyWhatCanBeDoneStandsOnTheKeyLine(t *testing.T) {
	as := doorActions()
	for _, c := range []struct {
		open  bool
		first []keys.ID
		want  []keys.ID
	}{
		{true, nil, []keys.ID{"in", "shut", keys.Back}},
		{false, nil, []keys.ID{"knock", keys.Back}},
		{false, []keys.ID{keys.Up, keys.Back, "in"}, []keys.ID{keys.Up, keys.Back, "knock"}},
	} {
		if got := as.Now(&door{open: c.open}, c.first...); !slices.Equal(got, c.want) {
			t.Errorf("open %v: %v", c.open, got)
		}
	}
	if n := len(as.Keys()); n != 3 {
		t.Errorf("%d keys for the cheat sheet", n)
	}
}
