package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"

	"leerbalie/.ci/tty"
)

// frame is a screen that stands for a while.
type frame struct {
	cells []tty.Glyph // row after row
	holds time.Duration
}

// patience is how long a screen may take to appear: far more than any machine needs.
const patience = 30 * time.Second

// player presses keys, and keeps what is seen.
type player struct {
	*tty.Terminal
	quiet  time.Duration
	frames []frame
	err    error // the first thing that went wrong; nothing more is pressed then
}

// play records the session of a language on a light or a dark terminal. A screen is taken to be there when nothing came for so long.
func play(work, program string, said words, light bool, quiet time.Duration) ([]frame, error) {
	home, err := os.MkdirTemp(work, "home-")
	if err != nil {
		return nil, err
	}
	env := []string{"HOME=" + home, "XDG_DATA_HOME=" + home, "XDG_STATE_HOME=" + home, "XDG_CONFIG_HOME=" + home, "XDG_RUNTIME_DIR=" + home, "TMPDIR=" + home,
		"TERM=xterm-256color", "TZ=Europe/Amsterdam", "PATH=" + os.Getenv("PATH")}
	t, err := tty.Start(tty.Program{Args: []string{program, "--demo", "--lang", said.lang}, Env: env, Dir: filepath.Dir(home), Columns: columns, Rows: rows, Light: light,
		Quiet: quiet})
	if err != nil {
		return nil, err
	}
	defer t.Close("")
	p := &player{Terminal: t, quiet: quiet}
	if _, p.err = t.Shown(patience, func(screen string) bool { return strings.Contains(screen, "ZW-") }); p.err == nil {
		p.session(said)
	}
	return p.frames, p.err
}

// shot keeps what is seen now.
func (p *player) shot(holds time.Duration) {
	p.frames = append(p.frames, frame{p.Cells(), holds})
}

// key presses a key, waits for what must stand on the screen then, and lets it be read.
func (p *player) key(key string, holds time.Duration, shows ...string) {
	if p.err != nil {
		return
	}
	_, err := p.Press(key, patience, func(screen string) bool {
		for _, text := range shows {
			if !strings.Contains(screen, text) {
				return false
			}
		}
		return true
	})
	if err != nil {
		p.err = fmt.Errorf("%q: %w", shows, err)
		return
	}
	p.Settle(tty.Now(), 2*p.quiet)
	p.shot(holds)
}

// typed types a text as a person does, letter by letter.
func (p *player) typed(text string, holds time.Duration) {
	for i, r := range text {
		so := text[:i] + string(r)
		pause := 60 * time.Millisecond
		if r == ' ' {
			pause = 110 * time.Millisecond
		}
		if len(so) == len(text) {
			pause = holds
		}
		p.key(string(r), pause, strings.TrimRight(so, " "))
	}
}
