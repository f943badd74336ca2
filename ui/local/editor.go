package local

import (
	"os/exec"
	"strings"
)

// Editor gives the command that opens a file in a person's own program. asked are the values of VISUAL and EDITOR in order
// of preference; usual are programs to fall back on that a novice can leave again. nil when there is none of them here.
func Editor(asked, usual []string) func(path string) (tool string, args []string) {
	for _, value := range asked {
		if tool, args, ok := command(value); ok {
			return func(path string) (string, []string) { return tool, append(args[:len(args):len(args)], path) }
		}
	}
	for _, name := range usual {
		if tool, err := exec.LookPath(name); err == nil {
			return func(path string) (string, []string) { return tool, []string{path} }
		}
	}
	return nil
}

// command takes a value such as "code --wait" apart; a program whose path holds a space may stand alone.
func command(value string) (tool string, args []string, ok bool) {
	value = strings.TrimSpace(value)
	if value == "" {
		return "", nil, false
	}
	if tool, err := exec.LookPath(strings.Trim(value, `"`)); err == nil {
		return tool, nil, true
	}
	words := strings.Fields(value)
	tool, err := exec.LookPath(words[0])
	return tool, words[1:], err == nil
}
