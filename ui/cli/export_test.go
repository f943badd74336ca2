package cli

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
