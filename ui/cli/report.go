package cli

import (
	"context"
	"io"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"leerbalie/model"
)

// report holds the commands that write reports.
func (r *run) report() *cobra.Command {
	return r.family("report", r.say("cli.report"), r.reportStudent(), r.reportGroup(), r.reportSite(), r.reportCalendar())
}

// badges is the format of a student's report that is no document.
const badges = "badges"

func (r *run) reportStudent() *cobra.Command {
	var format, framework string
	var out output
	cmd := &cobra.Command{
		Use: "student STUDENT", Short: r.say("cli.report.student"), Args: words(1, -1, "STUDENT"),
		Example: "  leerbalie report student \"Noor Visser\" --format html -o noor.html\n  leerbalie report student Noor --format badges -o noor.json",
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := reportFormat(format, badges); err != nil {
				return err
			}
			return r.with(cmd, func(ctx context.Context, v *model.View) error {
				who, err := findLearner(ctx, v, strings.Join(args, " "))
				if err != nil {
					return err
				}
				var on model.ID
				if framework != "" {
					f, err := v.FindFramework(ctx, framework)
					if err != nil {
						return err
					}
					on = f.ID
				}
				p, err := v.Progress(ctx, who.ID, on)
				if err != nil {
					return err
				}
				m, err := r.maker(ctx, v)
				if err != nil {
					return err
				}
				switch {
				case format == badges:
					site, err := v.SiteByID(ctx, v.Site())
					if err != nil {
						return err
					}
					r.tell(r.say("report.badge-unsigned"))
					return r.write(out, func(dst io.Writer) error { return writeJSON(dst, m.Badges(&p, site)) })
				case r.json:
					return r.write(out, func(dst io.Writer) error { return writeJSON(dst, progressOut(&p, m)) })
				}
				d := m.Student(&p)
				return r.document(out, &d, format)
			})
		},
	}
	cmd.Flags().StringVar(&format, "format", "md", r.say("cli.flag.student-report-format"))
	cmd.Flags().StringVar(&framework, "framework", "", r.say("cli.flag.framework"))
	r.outputFlags(cmd, &out)
	return cmd
}

func (r *run) reportGroup() *cobra.Command {
	var format string
	var out output
	cmd := &cobra.Command{
		Use: "group [GROUP]", Short: r.say("cli.report.group"), Args: words(0, -1, "GROUP"),
		Example: "  leerbalie report group 2B --format csv -o 2b.csv",
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := reportFormat(format); err != nil {
				return err
			}
			return r.with(cmd, func(ctx context.Context, v *model.View) error {
				group, err := groupOrAll(ctx, v, strings.Join(args, " "))
				if err != nil {
					return err
				}
				x, err := v.Matrix(ctx, group, model.ID{})
				if err != nil {
					return err
				}
				a, err := v.Agreement(ctx, group, x.Framework.ID)
				if err != nil {
					return err
				}
				m, err := r.maker(ctx, v)
				if err != nil {
					return err
				}
				if r.json {
					return r.write(out, func(dst io.Writer) error { return writeJSON(dst, classOut(&x, &a, m)) })
				}
				d := m.Class(&x, &a)
				return r.document(out, &d, format)
			})
		},
	}
	cmd.Flags().StringVar(&format, "format", "md", r.say("cli.flag.report-format"))
	r.outputFlags(cmd, &out)
	return cmd
}

func (r *run) reportSite() *cobra.Command {
	var format, since string
	var out output
	cmd := &cobra.Command{
		Use: "site", Short: r.say("cli.report.site"), Args: words(0, 0, ""),
		Example: "  leerbalie report site --since 2026-01-01 --format html -o zuidwest.html",
		RunE: func(cmd *cobra.Command, _ []string) error {
			if err := reportFormat(format); err != nil {
				return err
			}
			return r.with(cmd, func(ctx context.Context, v *model.View) error {
				loc := r.zone(ctx, v)
				from := time.Date(r.s.Now().In(loc).Year(), 1, 1, 0, 0, 0, 0, loc)
				if since != "" {
					at, err := time.ParseInLocation(time.DateOnly, since, loc)
					if err != nil {
						return misuse("cli.flag-value", "flag", "--since", "value", since)
					}
					from = at
				}
				s, err := v.SiteReport(ctx, from)
				if err != nil {
					return err
				}
				if r.json {
					return r.write(out, func(dst io.Writer) error { return writeJSON(dst, siteOut(&s)) })
				}
				m, err := r.maker(ctx, v)
				if err != nil {
					return err
				}
				d := m.Site(&s)
				return r.document(out, &d, format)
			})
		},
	}
	cmd.Flags().StringVar(&format, "format", "md", r.say("cli.flag.report-format"))
	cmd.Flags().StringVar(&since, "since", "", r.say("cli.flag.since-day"))
	r.outputFlags(cmd, &out)
	return cmd
}

// reportCalendar writes the days on which placements end and decisions were taken, as iCalendar.
func (r *run) reportCalendar() *cobra.Command {
	var group string
	var out output
	cmd := &cobra.Command{
		Use: "calendar", Short: r.say("cli.report.calendar"), Args: words(0, 0, ""),
		RunE: func(cmd *cobra.Command, _ []string) error {
			return r.with(cmd, func(ctx context.Context, v *model.View) error {
				id, err := groupOrAll(ctx, v, group)
				if err != nil {
					return err
				}
				m, err := r.maker(ctx, v)
				if err != nil {
					return err
				}
				all, err := v.ClassProgress(ctx, id)
				if err != nil {
					return err
				}
				return r.write(out, func(dst io.Writer) error { return r.p.Calendar(dst, m.Calendar(all)) })
			})
		},
	}
	cmd.Flags().StringVar(&group, "group", "", r.say("cli.flag.group-one"))
	r.outputFlags(cmd, &out)
	return cmd
}
