package learning

import (
	"context"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"leerbalie/model"
	"leerbalie/model/hours"
	"leerbalie/model/journal"
	"leerbalie/model/learning"
	"leerbalie/model/learning/competence"
	"leerbalie/ui/cli/command"
	"leerbalie/ui/cli/lookup"
	"leerbalie/ui/cli/output"
)

// badges is the format of a student's report that is no document.
const badges = "badges"

// ReportStudent writes how a student stands, as a document or as badges.
func ReportStudent(r *command.Run) *cobra.Command {
	var format, framework string
	var out output.File
	cmd := &cobra.Command{
		Use: "student STUDENT", Short: r.Say("cli.report.student"), Args: command.Arguments(1, -1, "STUDENT"),
		Example: "  leerbalie report student \"Noor Visser\" --format html -o noor.html\n  leerbalie report student Noor --format badges -o noor.json",
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := output.DocumentFormat(format, badges); err != nil {
				return err
			}
			return r.With(cmd, func(ctx context.Context, session *model.Session) error {
				who, err := lookup.Learner(ctx, session, strings.Join(args, " "))
				if err != nil {
					return err
				}
				var on journal.ID
				if framework != "" {
					f, err := competence.FindFramework(ctx, session, framework)
					if err != nil {
						return err
					}
					on = f.ID
				}
				p, err := hours.ReadProgress(ctx, session, who.ID, on)
				if err != nil {
					return err
				}
				m, err := output.Maker(ctx, r, session)
				if err != nil {
					return err
				}
				m.Changed = changed(r)
				switch {
				case format == badges:
					site, err := session.SiteByID(ctx, session.Site())
					if err != nil {
						return err
					}
					r.Tell(r.Say("report.badge-unsigned"))
					return out.Write(r, func(dst io.Writer) error { return output.JSON(dst, m.Badges(&p, site)) })
				case r.JSON:
					return out.Write(r, func(dst io.Writer) error { return output.JSON(dst, progressOut(&p, m)) })
				}
				d := m.Student(&p)
				return output.Document(r, out, &d, format)
			})
		},
	}
	cmd.Flags().StringVar(&format, "format", "md", r.Say("cli.flag.student-report-format"))
	cmd.Flags().StringVar(&framework, "framework", "", r.Say("cli.flag.framework"))
	out.Flags(r, cmd)
	return cmd
}

// ReportGroup writes how the students of a group stand, and how far their assessors agree.
func ReportGroup(r *command.Run) *cobra.Command {
	var format string
	var out output.File
	cmd := &cobra.Command{
		Use: "group [GROUP]", Short: r.Say("cli.report.group"), Args: command.Arguments(0, -1, "GROUP"),
		Example: "  leerbalie report group 2B --format csv -o 2b.csv",
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := output.DocumentFormat(format); err != nil {
				return err
			}
			return r.With(cmd, func(ctx context.Context, session *model.Session) error {
				group, err := groupOrAll(ctx, session, strings.Join(args, " "))
				if err != nil {
					return err
				}
				x, err := hours.ReadMatrix(ctx, session, group, journal.ID{})
				if err != nil {
					return err
				}
				a, err := learning.ReadConcordance(ctx, session, group, x.Framework.ID)
				if err != nil {
					return err
				}
				m, err := output.Maker(ctx, r, session)
				if err != nil {
					return err
				}
				if r.JSON {
					return out.Write(r, func(dst io.Writer) error { return output.JSON(dst, classOut(&x, &a, m)) })
				}
				d := m.Class(&x, &a)
				return output.Document(r, out, &d, format)
			})
		},
	}
	cmd.Flags().StringVar(&format, "format", "md", r.Say("cli.flag.report-format"))
	out.Flags(r, cmd)
	return cmd
}

// ReportCalendar writes the days on which placements end and decisions were taken, as iCalendar.
func ReportCalendar(r *command.Run) *cobra.Command {
	var group string
	var out output.File
	cmd := &cobra.Command{
		Use: "calendar", Short: r.Say("cli.report.calendar"), Args: command.Arguments(0, 0, ""),
		RunE: func(cmd *cobra.Command, _ []string) error {
			return r.With(cmd, func(ctx context.Context, session *model.Session) error {
				id, err := groupOrAll(ctx, session, group)
				if err != nil {
					return err
				}
				m, err := output.Maker(ctx, r, session)
				if err != nil {
					return err
				}
				all, err := hours.ReadClassProgress(ctx, session, id)
				if err != nil {
					return err
				}
				return out.Write(r, func(dst io.Writer) error { return r.Powers.Calendar(dst, m.Calendar(all)) })
			})
		},
	}
	cmd.Flags().StringVar(&group, "group", "", r.Say("cli.flag.group-one"))
	out.Flags(r, cmd)
	return cmd
}
