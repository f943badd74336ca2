package overview

import (
	"context"
	"io"
	"time"

	"github.com/spf13/cobra"

	"leerbalie/model"
	"leerbalie/model/days"
	"leerbalie/model/desk"
	"leerbalie/model/overview"
	"leerbalie/model/paths"
	"leerbalie/model/visits"
	"leerbalie/ui/cli/command"
	"leerbalie/ui/cli/lookup"
	"leerbalie/ui/cli/output"
	"leerbalie/ui/report"
)

// asked is what the reports of a site are asked for by flags.
type asked struct {
	format, since, until string
	raw, exact           bool
	out                  output.File
}

// flags gives a command the flags of a report; usual is the format where none is given, "" for a table.
func (a *asked) flags(r *command.Run, cmd *cobra.Command, usual string) {
	f := cmd.Flags()
	f.StringVar(&a.format, "format", usual, r.Say("cli.flag.site-report-format"))
	f.BoolVar(&a.raw, "raw", false, r.Say("cli.flag.raw"))
	f.BoolVar(&a.exact, "exact", false, r.Say("cli.flag.exact"))
	a.out.Flags(r, cmd)
}

// period gives a command the flags that say of which days.
func (a *asked) period(r *command.Run, cmd *cobra.Command) {
	cmd.Flags().StringVar(&a.since, "since", "", r.Say("cli.flag.since-day"))
	cmd.Flags().StringVar(&a.until, "until", "", r.Say("cli.flag.until-day"))
}

// check refuses what no report can be; json tells whether it is one for scripts.
func (a *asked) check(r *command.Run) (json bool, err error) {
	if a.format != "" || a.out.Named() || a.raw { // else a table, where the command has one
		if a.format == "" {
			a.format = "md"
		}
		if err := output.DocumentFormat(a.format, "json"); err != nil {
			return false, err
		}
	}
	if a.raw && (a.format == "html" || a.format == "json" || r.JSON) {
		return false, command.Misuse("cli.raw-csv")
	}
	return r.JSON || a.format == "json", nil
}

// days reads which days are asked for: this year up to today where nothing is said.
func (a *asked) days(today time.Time) (p overview.Period, err error) {
	p = overview.Period{From: time.Date(today.Year(), 1, 1, 0, 0, 0, 0, time.UTC), Until: today}
	if a.until != "" {
		if p.Until, err = command.ReadDay("until", a.until); err != nil {
			return p, err
		}
		p.From = time.Date(p.Until.Year(), 1, 1, 0, 0, 0, 0, time.UTC)
	}
	if a.since != "" {
		if p.From, err = command.ReadDay("since", a.since); err != nil {
			return p, err
		}
	}
	if a.until == "" && p.From.After(p.Until) { // a day to come: nothing was done there yet
		p.Until = p.From
	}
	return p, p.Check()
}

// maker makes the documents: small numbers stay out unless the site or --exact says so, which is for who may see what is counted.
func (a *asked) maker(ctx context.Context, r *command.Run, session *model.Session) (report.Maker, error) {
	m, err := output.Maker(ctx, r, session)
	if err != nil {
		return m, err
	}
	site, err := session.SiteByID(ctx, session.Site())
	if err != nil {
		return m, err
	}
	m.Exact = site.Exact
	if a.exact {
		_, err = desk.ReadPage(ctx, session, desk.PageQuery{View: desk.ViewClosed, Limit: 1})
		m.Exact = err == nil
	}
	m.Themes = site.ThemeCodes()
	return m, err
}

// write writes a document.
func (a *asked) write(r *command.Run, d *report.Document) error {
	format := a.format
	if a.raw {
		format = "raw"
	}
	return output.Document(r, a.out, d, format)
}

// json writes a value for scripts.
func (a *asked) json(r *command.Run, value any) error {
	return a.out.Write(r, func(dst io.Writer) error { return output.JSON(dst, value) })
}

// ReportSite writes how a site does in a period: what came in, what was handled, how long people waited, with whom.
func ReportSite(r *command.Run) *cobra.Command {
	var a asked
	var by, person string
	cmd := &cobra.Command{
		Use: "site", Short: r.Say("cli.report.site"), Long: r.Say("cli.report.site.long"), Args: command.Arguments(0, 0, ""),
		Example: "  leerbalie report site --since 2026-01-01 --format html -o zuidwest.html\n  leerbalie report site --since 2026-09-01 --until 2026-11-30 --by week --format csv -o herfst.csv",
		RunE: func(cmd *cobra.Command, _ []string) error {
			asJSON, err := a.check(r)
			if err != nil {
				return err
			}
			return r.With(cmd, func(ctx context.Context, session *model.Session) error {
				if person != "" {
					return a.ofPerson(ctx, r, session, overview.By(by), person, asJSON)
				}
				p, err := read(ctx, r, session, &a, overview.By(by))
				if err != nil {
					return err
				}
				if asJSON {
					told := siteOut(p, r.Zone(ctx, session))
					if told.Signals, err = shortSignals(ctx, session, p.Figures.Period.Until); err != nil {
						return err
					}
					return a.json(r, told)
				}
				m, err := a.maker(ctx, r, session)
				if err != nil {
					return err
				}
				d := m.Site(*p)
				return a.write(r, &d)
			})
		},
	}
	cmd.Flags().StringVar(&by, "by", "", r.Say("cli.flag.by"))
	cmd.Flags().StringVar(&person, "person", "", r.Say("cli.flag.report-person"))
	a.period(r, cmd)
	a.flags(r, cmd, "md")
	return cmd
}

// ofPerson writes what one person handled.
func (a *asked) ofPerson(ctx context.Context, r *command.Run, session *model.Session, by overview.By, person string, asJSON bool) error {
	period, err := a.days(days.Of(r.Now(), r.Zone(ctx, session)))
	if err != nil {
		return err
	}
	who, err := lookup.Person(ctx, session, person)
	if err != nil {
		return err
	}
	if by == "" {
		by = report.Cut(period)
	}
	f, err := overview.ReadFiguresOf(ctx, session, period, who.ID)
	if err != nil {
		return err
	}
	series, err := overview.ReadSeriesOf(ctx, session, period, by, who.ID)
	if err != nil {
		return err
	}
	p := &report.Printed{Figures: &f, By: by, Series: series, Person: who.Name}
	if asJSON {
		return a.json(r, siteOut(p, r.Zone(ctx, session)))
	}
	m, err := a.maker(ctx, r, session)
	if err != nil {
		return err
	}
	d := m.Site(*p)
	return a.write(r, &d)
}

// read reads what the report of a site holds.
func read(ctx context.Context, r *command.Run, session *model.Session, a *asked, by overview.By) (*report.Printed, error) {
	period, err := a.days(days.Of(r.Now(), r.Zone(ctx, session)))
	if err != nil {
		return nil, err
	}
	if by == "" {
		by = report.Cut(period)
	}
	f, err := overview.ReadFigures(ctx, session, period, r.Now())
	if err != nil {
		return nil, err
	}
	p := &report.Printed{Figures: &f, By: by}
	if p.Series, err = overview.ReadSeries(ctx, session, period, by); err != nil {
		return nil, err
	}
	went, err := visits.ReadCounts(ctx, session, period.From, period.Until)
	if err != nil {
		return nil, err
	}
	p.Visits = &went
	p.Paths, err = paths.ReadCounts(ctx, session, period.From, period.Until, f.Site.Location())
	return p, err
}
