package cli

import "strings"

// KeyJSON is the shape that scripts get, for tests that read it as a script does.
type KeyJSON = keyJSON

// Root is the whole tree of commands.
var Root = rootCommand

// Marks are the commands that may be given over the network, with their flags.
func Marks() map[string]string {
	all := map[string]string{}
	for _, m := range served {
		all[m.path] = m.flags
	}
	return all
}

// ServedList is that list as people read it, a line each.
func ServedList() (out []string) {
	for _, m := range served {
		line := m.path
		for flag := range strings.FieldsSeq(m.flags) {
			if flag == wordsOfFiles+"=-" {
				line += " -"
				continue
			}
			line += " --" + flag
		}
		out = append(out, line)
	}
	return out
}

// Reading are the commands that only read their store.
func Reading() []string { return reading }
