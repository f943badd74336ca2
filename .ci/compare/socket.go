package main

import (
	"errors"
	"fmt"
	"io"
	"time"

	"github.com/creack/pty"
)

// socket compares commands through the socket of a running app with the same alone, in turn, on stores that are the same.
func (c *compare) socket(rows int) (err error) {
	alone, shared := c.place("alone", rows), c.place("shared", rows)
	for _, p := range []place{alone, shared} {
		if err := p.fill(rows); err != nil {
			return err
		}
	}
	app := shared.command()
	tty, err := pty.StartWithSize(app, &pty.Winsize{Cols: 100, Rows: 30})
	if err != nil {
		return err
	}
	defer tty.Close()
	shown := make(chan struct{})
	go func() {
		buf := make([]byte, 32<<10)
		for total := 0; ; {
			n, err := tty.Read(buf)
			if total < 1000 && total+n >= 1000 {
				close(shown)
			}
			if total += n; err != nil {
				return
			}
		}
	}()
	defer func() {
		_, _ = io.WriteString(tty, "q")
		time.AfterFunc(10*time.Second, func() { _ = app.Process.Kill() })
		err = errors.Join(err, app.Wait())
	}()
	select {
	case <-shown:
	case <-time.After(30 * time.Second):
		return errors.New("the app shows nothing")
	}
	for _, one := range []struct {
		what string
		args func(i int) []string
	}{
		{"request add", func(i int) []string { return []string{"request", "add", fmt.Sprint("een vraag erbij ", i)} }},
		{"request list --limit 40", func(int) []string { return []string{"request", "list", "--limit", "40"} }},
	} {
		of, err := inTurn(c.n, func(i int) (time.Duration, error) { return shared.run(one.args(i)...) },
			func(i int) (time.Duration, error) { return alone.run(one.args(i)...) })
		if err != nil {
			return err
		}
		c.atMost(1.5, fmt.Sprintf("%s through the socket, %d", one.what, rows), middle(of[0]), "alone", middle(of[1]))
	}
	return nil
}
