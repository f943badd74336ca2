package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"

	"github.com/spf13/cobra"

	"leerbalie/model"
	"leerbalie/model/transfer"
	"leerbalie/ui/widget/cell"
)

// exports holds the commands that write files.
func (r *run) exports() *cobra.Command {
	return r.family("export", r.say("cli.export"), r.exportRequests(), r.exportCheckIns())
}

// exportRequests writes requests to a file, or to the standard output.
func (r *run) exportRequests() *cobra.Command {
	var format, to string
	var o transfer.ExportOptions
	var force bool
	cmd := &cobra.Command{
		Use:     "requests",
		Short:   r.say("cli.export.requests"),
		Args:    words(0, 0, ""),
		Example: "  leerbalie export requests -o hulpvragen.csv\n  leerbalie export requests --format bulk -o open311.csv",
		RunE: func(cmd *cobra.Command, _ []string) error {
			o.Format = transfer.Format(format)
			if r.json && !cmd.Flags().Changed("format") {
				o.Format = transfer.JSON
			}
			if !slices.Contains(transfer.ExportFormats(), o.Format) {
				return misuse("cli.choice", "what", "--format", "value", format, "choices", join(transfer.ExportFormats()))
			}
			return r.with(cmd, func(ctx context.Context, v *model.View) error {
				var told transfer.Exported
				write := func(dst io.Writer) (err error) {
					told, err = r.p.Export(ctx, v, dst, o)
					return err
				}
				var err error
				if to == "" || to == "-" {
					err = write(r.s.Out)
				} else {
					err = writeFile(to, force, write)
				}
				if err != nil {
					return err
				}
				for _, m := range told.Remarks {
					r.tell(r.remark(m))
				}
				if to != "" && to != "-" {
					r.tell(r.words.Count("cli.export.done", told.Requests, "path", cell.Safe(to, 200)))
				}
				return nil
			})
		},
	}
	cmd.Flags().StringVar(&format, "format", string(transfer.CSV), r.say("cli.flag.format-out"))
	cmd.Flags().StringVarP(&to, "output", "o", "", r.say("cli.flag.output"))
	cmd.Flags().BoolVar(&o.Open, "open", false, r.say("cli.flag.open"))
	cmd.Flags().BoolVar(&force, "force", false, r.say("cli.flag.force"))
	return cmd
}

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
