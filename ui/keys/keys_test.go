package keys

import "testing"

func TestPressComesBackByName(t *testing.T) {
	for _, k := range Everywhere() {
		for _, name := range k.Keys {
			if got := Press(name).String(); got != name {
				t.Errorf("Press(%q) says it is %q", name, got)
			}
		}
	}
}

func TestNoKeyMeansTwoThings(t *testing.T) {
	list := Everywhere()
	for _, scope := range []Scope{Move, Field} {
		seen := map[string]ID{}
		for _, k := range list {
			if k.Scope != scope {
				continue
			}
			for _, name := range k.Keys {
				if other, taken := seen[name]; taken {
					t.Errorf("in %s the key %q means %s and %s", scope, name, other, k.ID)
				}
				seen[name] = k.ID
			}
		}
	}
}

func TestLaterEntryReplaces(t *testing.T) {
	s := NewSet(Everywhere(), []Key{{Back, Global, []string{"h"}, "key.back"}})
	if !s.Is(Press("h"), Back) || s.Is(Press("esc"), Back) || s.Label(Back) != "h" {
		t.Error("the second entry does not replace the first")
	}
	if n := len(s.In(Global)); n != len(NewSet(Everywhere()).In(Global)) {
		t.Errorf("%d keys", n)
	}
}
