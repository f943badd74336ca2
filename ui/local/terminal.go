package local

import (
	"os"
	"runtime"

	"github.com/charmbracelet/x/term"

	"leerbalie/model/fault"
	"leerbalie/ui/screen"
	"leerbalie/ui/theme"
)

// Terminal is the terminal of this process, with what the environment says of it. Errors: Invalid when one of the files is
// no terminal.
func Terminal(in, out *os.File, env theme.Terminal) (screen.Terminal, error) {
	if !term.IsTerminal(in.Fd()) || !term.IsTerminal(out.Fd()) {
		return screen.Terminal{}, fault.New(fault.Invalid, "no-terminal")
	}
	dark, _ := env.Dark() // dark where nothing is known
	return screen.Terminal{
		In: in, Out: out, Device: Device(in, out), Term: env.Name(runtime.GOOS == "windows"), Scrolls: runtime.GOOS != "windows", Well: env.Scrolls(), Depth: env.Depth(), Dark: dark, Linear: env.Lines(),
		Asks: env.Answers() && runtime.GOOS != "windows", // there the answer does not come among the keys
	}, nil
}
