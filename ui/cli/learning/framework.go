package learning

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"leerbalie/model"
	"leerbalie/model/fault"
	"leerbalie/model/learning/competence"
	"leerbalie/model/transfer"
	"leerbalie/ui/cli/command"
	"leerbalie/ui/cli/output"
	"leerbalie/ui/widget/cell"
)

// Framework holds the commands on lists of competences.
func Framework(r *command.Run) *cobra.Command {
	return r.Family("framework", "cli.framework", command.Commands{
		"list": frameworkList, "show": frameworkShow, "import": frameworkImport, "export": frameworkExport, "node": frameworkNode,
		"scale": frameworkScale, "archive": frameworkArchive, "use": frameworkUse, "map": frameworkMap,
	})
}

func frameworkList(r *command.Run) *cobra.Command {
	var archived bool
	var limit int
	cmd := &cobra.Command{
		Use: "list", Short: r.Say("cli.framework.list"), Args: command.Arguments(0, 0, ""),
		RunE: func(cmd *cobra.Command, _ []string) error {
			limit, err := r.Limit(cmd, limit)
			if err != nil {
				return err
			}
			return r.With(cmd, func(ctx context.Context, session *model.Session) error {
				all, err := competence.ReadFrameworks(ctx, session, archived)
				if err != nil {
					return err
				}
				if limit > 0 && len(all) > limit {
					all = all[:limit]
				}
				if r.JSON {
					list := output.NewArray(r.Out)
					for i := range all {
						if err := list.Add(frameworkOut(&all[i])); err != nil {
							return err
						}
					}
					return list.End()
				}
				t := output.NewTable(r.Out, r.Width, r.Say("cli.col.title"), r.Say("cli.col.version"), r.Say("cli.col.parts"), r.Say("cli.col.id"))
				for i := range all {
					title := all[i].LabelIn(string(r.Words.Lang()))
					if all[i].Unofficial {
						title += " (" + r.Say("cli.framework.unofficial") + ")"
					}
					if all[i].Archived {
						title += " (" + r.Say("cli.framework.archived") + ")"
					}
					t.Add(title, fmt.Sprint(all[i].Version), fmt.Sprint(len(all[i].Nodes)), all[i].ID.String())
				}
				return t.End()
			})
		},
	}
	cmd.Flags().BoolVar(&archived, "archived", false, r.Say("cli.flag.archived"))
	r.LimitFlag(cmd, &limit)
	return cmd
}

func frameworkShow(r *command.Run) *cobra.Command {
	return &cobra.Command{
		Use: "show FRAMEWORK", Short: r.Say("cli.framework.show"), Args: command.Arguments(1, -1, "FRAMEWORK"),
		RunE: func(cmd *cobra.Command, args []string) error {
			return r.With(cmd, func(ctx context.Context, session *model.Session) error {
				f, err := competence.FindFramework(ctx, session, strings.Join(args, " "))
				if err != nil {
					return err
				}
				return showFramework(r, &f)
			})
		},
	}
}

// deepest is how far a part is indented at most: some lists are chains of thousands.
const deepest = 20

// showFramework writes the tree, a node a line.
func showFramework(r *command.Run, f *competence.Framework) error {
	if r.JSON {
		return output.JSON(r.Out, frameworkOut(f))
	}
	lang := string(r.Words.Lang())
	fmt.Fprintln(r.Out, cell.Safe(f.LabelIn(lang), 200))
	if f.Unofficial {
		fmt.Fprintln(r.Out, r.Say("cli.framework.unofficial"))
	}
	for _, s := range f.Scales {
		fmt.Fprintln(r.Out, scaleLine(r, s))
	}
	tree := f.Tree()
	for _, n := range f.Nodes {
		if _, err := fmt.Fprintf(r.Out, "%s%s  %s\n", strings.Repeat("  ", min(tree.Depth(n.ID), deepest)), cell.Safe(n.Short(), 40), cell.Safe(n.LabelIn(lang), 200)); err != nil {
			return err
		}
	}
	return nil
}

func frameworkImport(r *command.Run) *cobra.Command {
	var format string
	var o transfer.ImportOptions
	cmd := &cobra.Command{
		Use: "import FILE", Short: r.Say("cli.framework.import"), Args: command.Arguments(1, 1, "FILE"),
		Example: "  leerbalie framework import competenties.csv\n  leerbalie framework import raamwerk.json --dry-run",
		RunE: func(cmd *cobra.Command, args []string) error {
			o.Format = transfer.Format(format)
			if format != string(transfer.Auto) && o.Format != transfer.Moodle && o.Format != transfer.CASE {
				return command.Misuse("cli.choice", "what", "--format", "value", format, "choices", "auto, "+command.Join(transfer.FrameworkFormats()))
			}
			o.Now = r.Now()
			return r.With(cmd, func(ctx context.Context, session *model.Session) error {
				src, shut, err := r.Reading(args[0])
				if err != nil {
					return err
				}
				defer shut()
				report, err := r.Powers.ImportFramework(ctx, session, src, o)
				if shrinks(err) {
					r.Tell(r.Say("cli.framework.yes"))
				}
				if err == nil && report.Version > 0 && !r.JSON {
					r.Tell(r.Say("cli.framework.imported", "title", cell.Safe(report.Title, 100), "id", report.Framework, "version", report.Version))
				}
				return output.Imported(r, args[0], report.Report, o.Strict, err, func(out output.Import) any {
					return frameworkReportJSON{out, output.IDOrNull(report.Framework), report.Title, report.Version}
				})
			})
		},
	}
	cmd.Flags().StringVar(&format, "format", string(transfer.Auto), r.Say("cli.flag.framework-format"))
	cmd.Flags().BoolVar(&o.DryRun, "dry-run", false, r.Say("cli.flag.dry-run"))
	cmd.Flags().BoolVar(&o.Strict, "strict", false, r.Say("cli.flag.strict"))
	cmd.Flags().BoolVar(&o.Yes, "yes", false, r.Say("cli.flag.parts-go"))
	return cmd
}

// shrinks tells whether something was refused because parts of a list would go, which --yes lets happen.
func shrinks(err error) bool {
	var e *fault.Error
	return errors.As(err, &e) && e.Msg == "framework-shrinks"
}

func frameworkExport(r *command.Run) *cobra.Command {
	var format string
	var out output.File
	cmd := &cobra.Command{
		Use: "export FRAMEWORK", Short: r.Say("cli.framework.export"), Args: command.Arguments(1, -1, "FRAMEWORK"),
		Example: "  leerbalie framework export \"hbo social work\" --format case -o raamwerk.json",
		RunE: func(cmd *cobra.Command, args []string) error {
			as := transfer.Format(format)
			if as != transfer.Moodle && as != transfer.CASE {
				return command.Misuse("cli.choice", "what", "--format", "value", format, "choices", command.Join(transfer.FrameworkFormats()))
			}
			return r.With(cmd, func(ctx context.Context, session *model.Session) error {
				f, err := competence.FindFramework(ctx, session, strings.Join(args, " "))
				if err != nil {
					return err
				}
				return out.Write(r, func(dst io.Writer) error {
					told, err := r.Powers.ExportFramework(dst, f, as, r.Now())
					for _, m := range told.Remarks {
						r.Tell(r.Remark(m))
					}
					return err
				})
			})
		},
	}
	cmd.Flags().StringVar(&format, "format", string(transfer.Moodle), r.Say("cli.flag.framework-format"))
	out.Flags(r, cmd)
	return cmd
}
