package directory

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"leerbalie/model"
	"leerbalie/model/transfer"
	"leerbalie/ui/cli/command"
	"leerbalie/ui/cli/output"
	"leerbalie/ui/widget/cell"
)

// exportJSON is what was written. The names are a promise to scripts.
type exportJSON struct {
	Path          string       `json:"path"`
	Organizations int          `json:"organizations"`
	Services      int          `json:"services"`
	Locations     int          `json:"locations"`
	Remarks       []remarkJSON `json:"remarks"`
}

// export writes the directory to a folder, or as a zip file.
func export(r *command.Run) *cobra.Command {
	var out output.File
	cmd := &cobra.Command{
		Use: "export", Short: r.Say("cli.directory.export"), Long: r.Say("cli.directory.export-long"), Args: command.Arguments(0, 0, ""),
		Example: "  leerbalie directory export -o sociale-kaart\n  leerbalie directory export -o sociale-kaart.zip",
		RunE: func(cmd *cobra.Command, _ []string) error {
			return r.With(cmd, func(ctx context.Context, session *model.Session) error {
				told, err := write(ctx, r, session, out)
				if err != nil {
					return err
				}
				shown := exportJSON{out.Path, told.Organizations, told.Services, told.Locations, []remarkJSON{}}
				for _, m := range told.Remarks {
					text := r.Remark(m)
					shown.Remarks = append(shown.Remarks, remarkJSON{m.Msg, text})
					r.Tell(text)
				}
				if !out.Named() {
					return nil
				}
				if r.JSON {
					return output.JSON(r.Out, shown)
				}
				r.Tell(r.Say("cli.written", "path", cell.Safe(out.Path, 200)))
				_, err = fmt.Fprintln(r.Out, r.Say("cli.directory.written", "services", told.Services, "organizations", told.Organizations, "locations", told.Locations))
				return err
			})
		},
	}
	cmd.Flags().StringVarP(&out.Path, "output", "o", "", r.Say("cli.flag.output-folder"))
	cmd.Flags().BoolVar(&out.Force, "force", false, r.Say("cli.flag.force"))
	return cmd
}

// write writes the files of an export. Nothing is written where one of them is there already, unless that may be replaced.
func write(ctx context.Context, r *command.Run, session *model.Session, out output.File) (told transfer.DirectoryExported, err error) {
	if !out.Named() || strings.EqualFold(filepath.Ext(out.Path), ".zip") {
		err = out.Put(r, func(dst io.Writer) error {
			told, err = r.Powers.ExportDirectory(ctx, session, dst, nil)
			return err
		})
		return told, err
	}
	if !out.Force {
		if err := free(r, out.Path); err != nil {
			return told, err
		}
	}
	if err := r.Powers.WriteFile(out.Path+"/", false, nil); err != nil {
		return told, err
	}
	return r.Powers.ExportDirectory(ctx, session, nil, func(name string, write func(io.Writer) error) error {
		return r.Powers.WriteFile(filepath.Join(out.Path, name), out.Force, write)
	})
}

// free refuses a folder in which a file of an export is. Errors: fs.ErrExist; those of the disk.
func free(r *command.Run, path string) error {
	for _, name := range transfer.DirectoryFiles() {
		at := filepath.Join(path, name)
		f, err := r.OpenToRead(at)
		switch {
		case err == nil:
			_ = f.Close()
			return &fs.PathError{Op: "create", Path: at, Err: fs.ErrExist}
		case !errors.Is(err, fs.ErrNotExist):
			return nil // writing says what is wrong
		}
	}
	return nil
}
