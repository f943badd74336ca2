package local

import (
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/ui/screen"
)

// maxEdited bounds what is read back, in bytes: more than any text here may have.
const maxEdited = 1 << 20

// Edit gives the power to open a text in the person's own program, on the terminal of this process; editor gives its command
// (see Editor). The text stands in a file that only its owner may read, in a folder of its own that scratch makes and drop removes, and
// both are gone afterwards. nil when there is no editor.
func Edit(editor func(path string) (tool string, args []string), scratch func() (dir string, drop func() error, err error), in, out *os.File) screen.Edit {
	if editor == nil {
		return nil
	}
	return func(text string, done func(string, error) tea.Msg) tea.Cmd {
		return func() tea.Msg {
			path, drop, err := write(scratch, text)
			if err != nil {
				return done(text, err)
			}
			tool, args := editor(path)
			cmd := exec.Command(tool, args...)
			cmd.Stdin, cmd.Stdout, cmd.Stderr = in, out, out // the terminal itself, not what listens on it
			return tea.Exec(&child{Cmd: cmd}, func(failed error) tea.Msg {
				after, err := readBack(path)
				if err = errors.Join(failed, err, drop()); err != nil {
					return done(text, err)
				}
				return done(after, nil)
			})()
		}
	}
}

// child is another program that has the terminal for a while.
type child struct {
	*exec.Cmd
	lend func(do func() error) error
}

// Run runs it while the terminal is lent.
func (c *child) Run() error { return c.lend(c.Cmd.Run) }

// SetStdout hears what shows the session, which lends the terminal.
func (c *child) SetStdout(w io.Writer) {
	c.lend = func(do func() error) error { return do() }
	if l, ok := w.(screen.Lender); ok {
		c.lend = l.Lend
	}
}

// SetStdin changes nothing: the program has the terminal itself.
func (c *child) SetStdin(io.Reader) {}

// SetStderr changes nothing.
func (c *child) SetStderr(io.Writer) {}

// EditHere is Edit for a session that another process shows on this terminal, which waits meanwhile.
func EditHere(editor func(path string) (tool string, args []string), scratch func() (dir string, drop func() error, err error), in, out *os.File) func(text string) (string, error) {
	if editor == nil {
		return nil
	}
	return func(text string) (string, error) {
		path, drop, err := write(scratch, text)
		if err != nil {
			return text, err
		}
		tool, args := editor(path)
		cmd := exec.Command(tool, args...)
		cmd.Stdin, cmd.Stdout, cmd.Stderr = in, out, out
		failed := cmd.Run()
		after, err := readBack(path)
		if err = errors.Join(failed, err, drop()); err != nil {
			return text, err
		}
		return after, nil
	}
}

// write puts a text into a file of its own; drop removes it.
func write(scratch func() (string, func() error, error), text string) (path string, drop func() error, err error) {
	dir, drop, err := scratch()
	if err != nil {
		return "", nil, err
	}
	path = filepath.Join(dir, "tekst.txt")
	if err := os.WriteFile(path, []byte(text+"\n"), 0o600); err != nil {
		return "", nil, errors.Join(err, drop())
	}
	return path, drop, nil
}

func readBack(path string) (string, error) {
	body, err := os.ReadFile(path)
	if err != nil {
		return "", err
	}
	if len(body) > maxEdited {
		body = body[:maxEdited]
	}
	return strings.TrimRight(strings.ToValidUTF8(string(body), ""), "\r\n"), nil
}
