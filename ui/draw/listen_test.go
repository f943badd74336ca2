package draw

import (
	"os"
	"testing"
)

// feed gives what a listener hands on for what arrives in each read.
func feed(t *testing.T, chunks ...string) (keys string, answers []bool) {
	t.Helper()
	r, w, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	defer w.Close()
	l := &listener{in: r, gone: func() {}, tell: func(dark bool) { answers = append(answers, dark) }}
	buf := make([]byte, 256)
	for _, c := range chunks {
		if _, err := w.WriteString(c); err != nil {
			t.Fatal(err)
		}
		n, err := l.Read(buf)
		if err != nil {
			t.Fatal(err)
		}
		keys += string(buf[:n])
	}
	return keys, answers
}

func TestListenerTakesTheAnswerOut(t *testing.T) {
	for _, c := range []struct {
		name   string
		chunks []string
		keys   string
		dark   []bool
	}{
		{"alone", []string{"\x1b]11;rgb:1e1e/1e1e/1e1e\x1b\\"}, "", []bool{true}},
		{"bell, light", []string{"\x1b]11;rgb:ff/ff/f0\x07"}, "", []bool{false}},
		{"among keys", []string{"ab\x1b]11;rgb:0000/0000/0000\x1b\\cd"}, "abcd", []bool{true}},
		{"in pieces", []string{"a\x1b]1", "1;rgb:ffff/ffff/", "ffff\x1b", "\\b"}, "ab", []bool{false}},
		{"nonsense", []string{"\x1b]11;?\x1b\\x"}, "x", nil},
		{"escape is a key", []string{"\x1b", "j"}, "\x1bj", nil},
		{"arrow keys", []string{"\x1b[A\x1b[B"}, "\x1b[A\x1b[B", nil},
		{"half a letter", []string{"caf\xc3", "\xa9"}, "café", nil},
		{"never ends", []string{"\x1b]11;" + string(make([]byte, 80)), "x"}, "\x1b]11;" + string(make([]byte, 80)) + "x", nil},
	} {
		keys, answers := feed(t, c.chunks...)
		if keys != c.keys {
			t.Errorf("%s: keys %q, want %q", c.name, keys, c.keys)
		}
		if len(answers) != len(c.dark) || len(answers) > 0 && answers[0] != c.dark[0] {
			t.Errorf("%s: answers %v, want %v", c.name, answers, c.dark)
		}
	}
}
