package overview

import (
	"context"
	"io"
	"time"

	"github.com/spf13/cobra"

	"leerbalie/model"
	"leerbalie/model/days"
	"leerbalie/model/overview"
	"leerbalie/ui/cli/command"
	"leerbalie/ui/cli/output"
)

// ReportSite writes how a site does: what came in, what was handled, with whom.
func ReportSite(r *command.Run) *cobra.Command {
	var format, since string
	var out output.File
	cmd := &cobra.Command{
		Use: "site", Short: r.Say("cli.report.site"), Args: command.Arguments(0, 0, ""),
		Example: "  leerbalie report site --since 2026-01-01 --format html -o zuidwest.html",
		RunE: func(cmd *cobra.Command, _ []string) error {
			if err := output.DocumentFormat(format); err != nil {
				return err
			}
			return r.With(cmd, func(ctx context.Context, session *model.Session) error {
				loc := r.Zone(ctx, session)
				from := days.Start(time.Date(r.Now().In(loc).Year(), 1, 1, 0, 0, 0, 0, time.UTC), loc)
				if since != "" {
					day, err := command.ReadDay("since", since)
					if err != nil {
						return err
					}
					from = days.Start(day, loc)
				}
				s, err := overview.ReadSiteReport(ctx, session, from)
				if err != nil {
					return err
				}
				if r.JSON {
					return out.Write(r, func(dst io.Writer) error { return output.JSON(dst, siteOut(&s)) })
				}
				m, err := output.Maker(ctx, r, session)
				if err != nil {
					return err
				}
				d := m.Site(&s)
				return output.Document(r, out, &d, format)
			})
		},
	}
	cmd.Flags().StringVar(&format, "format", "md", r.Say("cli.flag.report-format"))
	cmd.Flags().StringVar(&since, "since", "", r.Say("cli.flag.since-day"))
	out.Flags(r, cmd)
	return cmd
}
