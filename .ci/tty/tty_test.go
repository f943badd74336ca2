package tty

import (
	"strings"
	"testing"
	"time"
)

// TestWhatIsSentInPiecesIsShown: a screen shows the same whether bytes come at once or one by one, with what its emulator does not know.
func TestWhatIsSentInPiecesIsShown(t *testing.T) {
	const sent = "\x1b[?2026$p\x1b]0;a title\x07\x1b[>1uab\x1b[3b\x1b[2;1H\x1b[1mé\x1b[0m\x1bPq\x1b\\€\x1b[2 q!"
	whole, pieces := NewScreen(10, 3), NewScreen(10, 3)
	whole.Write([]byte(sent))
	for i := range len(sent) {
		pieces.Write([]byte{sent[i]})
	}
	if got := strings.Fields(whole.Text()); len(got) != 2 || got[0] != "abbbb" || got[1] != "é€!" {
		t.Errorf("it shows %q", got)
	}
	if whole.Text() != pieces.Text() {
		t.Errorf("in pieces it shows %q", pieces.Text())
	}
}

// TestAKeyIsTimedUntilItIsQuiet: what a key brings is counted, whatever the program asks its terminal first.
func TestAKeyIsTimedUntilItIsQuiet(t *testing.T) {
	const script = `printf '\033[c'; IFS= read -rs -d c answer; printf 'ready'; while IFS= read -rs -n 1 key; do [ "$key" = q ] && exit; printf '<%s>' "$key"; done`
	x, err := Start(Program{Args: []string{"bash", "-c", script}, Env: []string{"TERM=xterm", "PATH=/usr/bin:/bin"}, Columns: 40, Rows: 5, Quiet: 15 * time.Millisecond})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := x.Shown(30*time.Second, func(screen string) bool { return strings.Contains(screen, "ready") }); err != nil {
		x.Close("")
		t.Fatal(err)
	}
	before := x.Text()
	took, err := x.Press("a", 30*time.Second, func(screen string) bool { return strings.Contains(screen, "<a>") })
	if err != nil || took.Bytes != 3 || took.Settled < took.First || took.First <= 0 || x.Text() == before {
		t.Errorf("%+v, %v: %q", took, err, x.Text())
	}
	if exit := x.Close("q"); exit < 0 {
		t.Error("it had to be killed")
	}
}

func TestMain(m *testing.M) {
	Become()
	m.Run()
}
