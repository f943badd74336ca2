package cli

import (
	"context"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"leerbalie/model"
	"leerbalie/model/transfer"
	"leerbalie/ui/widget/cell"
)

// framework holds the commands on lists of competences.
func (r *run) framework() *cobra.Command {
	return r.family("framework", r.say("cli.framework"), r.frameworkList(), r.frameworkShow(), r.frameworkImport(), r.frameworkExport(),
		r.frameworkNode(), r.frameworkScale(), r.frameworkArchive(), r.frameworkUse())
}

func (r *run) frameworkList() *cobra.Command {
	var archived bool
	var limit int
	cmd := &cobra.Command{
		Use: "list", Short: r.say("cli.framework.list"), Args: words(0, 0, ""),
		RunE: func(cmd *cobra.Command, _ []string) error {
			limit, err := r.limit(cmd, limit)
			if err != nil {
				return err
			}
			return r.with(cmd, func(ctx context.Context, v *model.View) error {
				all, err := v.Frameworks(ctx, archived)
				if err != nil {
					return err
				}
				if limit > 0 && len(all) > limit {
					all = all[:limit]
				}
				if r.json {
					list := newArray(r.s.Out)
					for i := range all {
						if err := list.add(frameworkOut(&all[i])); err != nil {
							return err
						}
					}
					return list.end()
				}
				t := newTable(r.s.Out, r.s.Width, r.say("cli.col.title"), r.say("cli.col.version"), r.say("cli.col.parts"), r.say("cli.col.id"))
				for i := range all {
					title := all[i].LabelIn(string(r.words.Lang()))
					if all[i].Unofficial {
						title += " (" + r.say("cli.framework.unofficial") + ")"
					}
					if all[i].Archived {
						title += " (" + r.say("cli.framework.archived") + ")"
					}
					t.add(title, fmt.Sprint(all[i].Version), fmt.Sprint(len(all[i].Nodes)), all[i].ID.String())
				}
				return t.end()
			})
		},
	}
	cmd.Flags().BoolVar(&archived, "archived", false, r.say("cli.flag.archived"))
	r.limitFlag(cmd, &limit)
	return cmd
}

func (r *run) frameworkShow() *cobra.Command {
	return &cobra.Command{
		Use: "show FRAMEWORK", Short: r.say("cli.framework.show"), Args: words(1, -1, "FRAMEWORK"),
		RunE: func(cmd *cobra.Command, args []string) error {
			return r.with(cmd, func(ctx context.Context, v *model.View) error {
				f, err := v.FindFramework(ctx, strings.Join(args, " "))
				if err != nil {
					return err
				}
				return r.showFramework(&f)
			})
		},
	}
}

// deepest is how far a part is indented at most: some lists are chains of thousands.
const deepest = 20

// showFramework writes the tree, a node a line.
func (r *run) showFramework(f *model.Framework) error {
	if r.json {
		return writeJSON(r.s.Out, frameworkOut(f))
	}
	lang := string(r.words.Lang())
	fmt.Fprintln(r.s.Out, cell.Safe(f.LabelIn(lang), 200))
	if f.Unofficial {
		fmt.Fprintln(r.s.Out, r.say("cli.framework.unofficial"))
	}
	for _, s := range f.Scales {
		fmt.Fprintln(r.s.Out, r.scaleLine(s))
	}
	tree := f.Tree()
	for _, n := range f.Nodes {
		if _, err := fmt.Fprintf(r.s.Out, "%s%s  %s\n", strings.Repeat("  ", min(tree.Depth(n.ID), deepest)), cell.Safe(n.Short(), 40), cell.Safe(n.LabelIn(lang), 200)); err != nil {
			return err
		}
	}
	return nil
}

func (r *run) frameworkImport() *cobra.Command {
	var format string
	var o transfer.ImportOptions
	cmd := &cobra.Command{
		Use: "import FILE", Short: r.say("cli.framework.import"), Args: words(1, 1, "FILE"),
		Example: "  leerbalie framework import competenties.csv\n  leerbalie framework import raamwerk.json --dry-run",
		RunE: func(cmd *cobra.Command, args []string) error {
			o.Format = transfer.Format(format)
			if format != string(transfer.Auto) && o.Format != transfer.Moodle && o.Format != transfer.CASE {
				return misuse("cli.choice", "what", "--format", "value", format, "choices", "auto, "+join(transfer.FrameworkFormats()))
			}
			o.Now = r.s.Now()
			return r.with(cmd, func(ctx context.Context, v *model.View) error {
				src, shut, err := r.reading(args[0])
				if err != nil {
					return err
				}
				defer shut()
				report, err := r.p.ImportFramework(ctx, v, src, o)
				if err == nil && report.Version > 0 && !r.json {
					r.tell(r.say("cli.framework.imported", "title", cell.Safe(report.Title, 100), "id", report.Framework, "version", report.Version))
				}
				return r.imported(args[0], report.Report, o.Strict, err, func(out reportJSON) any {
					return frameworkReportJSON{out, idOrNull(report.Framework), report.Title, report.Version}
				})
			})
		},
	}
	cmd.Flags().StringVar(&format, "format", string(transfer.Auto), r.say("cli.flag.framework-format"))
	cmd.Flags().BoolVar(&o.DryRun, "dry-run", false, r.say("cli.flag.dry-run"))
	cmd.Flags().BoolVar(&o.Strict, "strict", false, r.say("cli.flag.strict"))
	return cmd
}

func (r *run) frameworkExport() *cobra.Command {
	var format string
	var out output
	cmd := &cobra.Command{
		Use: "export FRAMEWORK", Short: r.say("cli.framework.export"), Args: words(1, -1, "FRAMEWORK"),
		Example: "  leerbalie framework export \"hbo social work\" --format case -o raamwerk.json",
		RunE: func(cmd *cobra.Command, args []string) error {
			as := transfer.Format(format)
			if as != transfer.Moodle && as != transfer.CASE {
				return misuse("cli.choice", "what", "--format", "value", format, "choices", join(transfer.FrameworkFormats()))
			}
			return r.with(cmd, func(ctx context.Context, v *model.View) error {
				f, err := v.FindFramework(ctx, strings.Join(args, " "))
				if err != nil {
					return err
				}
				return r.write(out, func(dst io.Writer) error {
					told, err := r.p.ExportFramework(dst, f, as, r.s.Now())
					for _, m := range told.Remarks {
						r.tell(r.remark(m))
					}
					return err
				})
			})
		},
	}
	cmd.Flags().StringVar(&format, "format", string(transfer.Moodle), r.say("cli.flag.framework-format"))
	r.outputFlags(cmd, &out)
	return cmd
}

// output is where a command writes a file.
type output struct {
	to    string
	force bool
}

func (r *run) outputFlags(cmd *cobra.Command, o *output) {
	cmd.Flags().StringVarP(&o.to, "output", "o", "", r.say("cli.flag.output"))
	cmd.Flags().BoolVar(&o.force, "force", false, r.say("cli.flag.force"))
}

// write writes to the standard output, or a file that is there whole or not at all.
func (r *run) write(o output, write func(io.Writer) error) error {
	if o.to == "" || o.to == "-" {
		return write(r.s.Out)
	}
	if err := writeFile(o.to, o.force, write); err != nil {
		return err
	}
	r.tell(r.say("cli.written", "path", cell.Safe(o.to, 200)))
	return nil
}
