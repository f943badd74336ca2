package output

import (
	"io"

	"github.com/spf13/cobra"

	"leerbalie/ui/cli/command"
	"leerbalie/ui/widget/cell"
)

// File is where a command writes what it makes: the standard output, or a file.
type File struct {
	Path  string // "" and "-" are the standard output
	Force bool   // a file that is there already may be replaced, unless it holds data as a store does
}

// Flags gives a command the flags that say where.
func (f *File) Flags(r *command.Run, cmd *cobra.Command) {
	cmd.Flags().StringVarP(&f.Path, "output", "o", "", r.Say("cli.flag.output"))
	cmd.Flags().BoolVar(&f.Force, "force", false, r.Say("cli.flag.force"))
}

// Named tells whether it is a file, rather than the standard output.
func (f File) Named() bool { return f.Path != "" && f.Path != "-" }

// Put writes to the standard output, or a file that is there whole or not at all. Errors: Refused for a store
// or a copy of one, fs.ErrExist, and those of the disk.
func (f File) Put(r *command.Run, write func(io.Writer) error) error {
	if !f.Named() {
		return write(r.Out)
	}
	return r.Powers.WriteFile(f.Path, f.Force, write)
}

// Write is Put that tells where the file is.
func (f File) Write(r *command.Run, write func(io.Writer) error) error {
	err := f.Put(r, write)
	if err == nil && f.Named() {
		r.Tell(r.Say("cli.written", "path", cell.Safe(f.Path, 200)))
	}
	return err
}
