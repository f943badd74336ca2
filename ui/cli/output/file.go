package output

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"leerbalie/model/fault"
	"leerbalie/ui/cli/command"
	"leerbalie/ui/widget/cell"
)

// writeFile writes a file that is there whole or not at all: under a name of its own first, then in place. Only who runs
// the program may read it. Without force a file that exists stays. Errors: fs.ErrExist, and those of the disk.
func writeFile(path string, force bool, write func(io.Writer) error) error {
	if _, err := os.Lstat(path); err == nil && !force {
		return &os.PathError{Op: "create", Path: path, Err: os.ErrExist}
	}
	tmp, err := os.CreateTemp(filepath.Dir(path), "."+filepath.Base(path)+".*")
	if err != nil {
		var failed *os.PathError
		if errors.As(err, &failed) {
			failed.Path = path
		}
		return err
	}
	err = write(tmp)
	if err == nil {
		err = tmp.Sync()
	}
	if err = errors.Join(err, tmp.Close()); err == nil {
		err = os.Rename(tmp.Name(), path)
	}
	if err != nil {
		if gone := os.Remove(tmp.Name()); gone != nil && !errors.Is(gone, os.ErrNotExist) {
			err = fmt.Errorf("%w (%w)", err, gone)
		}
	}
	return err
}

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
	if data, err := r.Powers.IsData(f.Path); err != nil {
		return err
	} else if data {
		return fault.New(fault.Refused, "output-is-data", "path", f.Path)
	}
	return writeFile(f.Path, f.Force, write)
}

// Write is Put that tells where the file is.
func (f File) Write(r *command.Run, write func(io.Writer) error) error {
	err := f.Put(r, write)
	if err == nil && f.Named() {
		r.Tell(r.Say("cli.written", "path", cell.Safe(f.Path, 200)))
	}
	return err
}
