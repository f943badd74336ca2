package outline

import (
	"fmt"
	"strings"
	"testing"

	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/model/learning/competence"
	"leerbalie/model/transfer"
)

func TestGrow(t *testing.T) {
	node := func(key, title, under string) Part {
		n := competence.Node{ID: competence.NodeID("f", key), Key: key, Title: title}
		if under != "" {
			n.Parent = competence.NodeID("f", under)
		}
		return Part{Node: n, Under: under}
	}
	parts := []Part{node("a", "goed", ""), node("b", "", "a"), node("c", "onder wat geweigerd is", "b"), node("d", "bsn 111222333", ""), node("e", "onder zichzelf", "e"),
		node("f", "te lang", ""), node("b", "nu goed", "a"), node("a", "nog eens", "")}
	parts[5].Node.Extra = []competence.Extra{{Name: "x", Text: strings.Repeat("x", journal.MaxText)}}
	for i := range parts {
		parts[i].Row = i + 2
	}
	nodes, refused := Grow(parts, []transfer.Refusal{{Row: 99}})
	got := ""
	for _, n := range nodes {
		got += n.Title + ","
	}
	for _, r := range refused {
		var msg string
		if e, ok := r.Err.(*fault.Error); ok {
			msg = e.Msg
		}
		got += fmt.Sprintf("%d %s,", r.Row, msg)
	}
	if want := "goed,nu goed,onder wat geweigerd is,3 node-title,5 import.bsn,6 node-circle,7 text-long,9 node-twice,99 ,"; got != want {
		t.Error(got)
	}
}

func TestClean(t *testing.T) {
	var c Cleaner
	for in, want := range map[string]string{"gewoon\r\n\ttekst": "gewoon\r\n\ttekst", "\x1b[31mrood": "[31mrood", "\u202eom\u202c": "om", "\u0639\u0631\u0628": "\u0639\u0631\u0628", "\u009b1m": "1m"} {
		if got := c.Clean(in); got != want {
			t.Errorf("%q: %q", in, got)
		}
	}
	if r := c.Remarks(); len(r) != 1 || r[0].Args[0].Value != 3 {
		t.Errorf("%+v", r)
	}
}
