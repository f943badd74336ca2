package cell

import (
	"strings"
	"testing"
	"time"
)

func TestProse(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"plain", "een\n  twee", "een\n  twee"},
		{"no tag", "a < b & c > d <3 <onbekend>", "a < b & c > d <3 <onbekend>"},
		{"paragraphs", "<p dir=\"ltr\">Eén  regel\nen meer.</p><p>Twee &amp; drie&nbsp;&lt;4</p>", "Eén regel en meer.\nTwee & drie <4"},
		{"list", "Let op:<ul><li>een</li>\n<li>twee</li></ul>klaar", "Let op:\n· een\n· twee\nklaar"},
		{"break", "een<br/>twee<BR>drie", "een\ntwee\ndrie"},
		{"words", "een <b>dik</b> <em>woord</em>", "een dik woord"},
		{"table", "<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>", "a b\nc"},
		{"script", "<p>a</p><script>alert('<p>')</script>b<style>p{}", "a\nb"},
		{"comment", "a<!-- <p>weg</p> -->b", "ab"},
		{"half", "<p>a <b", "a <b"},
	} {
		if got := Prose(c.in); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

// TestProseIsSafeOnceShown: an escape sequence written as an entity is still no escape sequence.
func TestProseIsSafeOnceShown(t *testing.T) {
	for _, line := range Wrap(Prose("<p>a&#27;[31mb&#x202e;c</p>"), 40, 5) {
		if strings.ContainsAny(line, "\x1b\u202e") {
			t.Errorf("%q", line)
		}
	}
}

func TestProseIsQuick(t *testing.T) {
	for _, s := range []string{"<", "<p>", "<!--", "<a ", "</li>", "<script>", "&"} {
		start := time.Now()
		Prose(strings.Repeat(s, 100_000/len(s)) + "<p>")
		if took := time.Since(start); took > 2*time.Second {
			t.Errorf("%q takes %v", s, took)
		}
	}
}

func FuzzProse(f *testing.F) {
	for _, s := range []string{"<p>a</p>", "a<b", "<li>", "&#27;", "<script", "\xff<p>"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		Prose(s)
	})
}
