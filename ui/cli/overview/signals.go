package overview

import (
	"context"
	"fmt"
	"strconv"
	"time"

	"github.com/spf13/cobra"

	"leerbalie/model"
	"leerbalie/model/overview/signal"
	"leerbalie/ui/cli/command"
	"leerbalie/ui/cli/output"
)

// signalJSON is how a theme stands. The names are a promise to scripts.
type signalJSON struct {
	Theme       string  `json:"theme"`
	Weeks       int     `json:"weeks"`
	Cases       int     `json:"cases"`
	WeeksBefore int     `json:"weeks_before"`
	Before      int     `json:"before"`
	Expected    float64 `json:"expected"`
	Spread      float64 `json:"spread"`
	P           float64 `json:"p"`
	From        int     `json:"signal_from"`
	Tripled     float64 `json:"found_if_tripled"`
	Doubled     float64 `json:"found_if_doubled"`
	Years       float64 `json:"once_in_years"`
	Verdict     string  `json:"verdict"`
	Counts      []int   `json:"counts"`
}

// ReportSignals tells of which themes more comes in than chance explains.
func ReportSignals(r *command.Run) *cobra.Command {
	var until string
	var a asked
	cmd := &cobra.Command{
		Use: "signals", Short: r.Say("cli.report.signals"), Long: r.Say("cli.report.signals-long"), Args: command.Arguments(0, 0, ""),
		RunE: func(cmd *cobra.Command, _ []string) error {
			asJSON, err := a.check(r)
			if err != nil {
				return err
			}
			day, err := command.ReadDay("until", until)
			if err != nil {
				return err
			}
			return r.With(cmd, func(ctx context.Context, session *model.Session) error {
				if day.IsZero() {
					day = r.Today(ctx, session)
				}
				s, err := signal.ReadSignals(ctx, session, day)
				if err != nil {
					return err
				}
				if asJSON {
					out := make([]signalJSON, 0, len(s.Judged))
					for _, j := range s.Judged {
						out = append(out, signalJSON{j.Theme, signal.Weeks, j.Cases, j.Weeks, j.Before, j.Expected, j.Spread, j.P, j.From, j.Tripled, j.Doubled, j.Years(len(s.Judged)),
							string(j.Verdict), output.OrEmpty(j.Counts)})
					}
					return a.json(r, out)
				}
				if a.format == "" {
					return tellSignals(r, &s)
				}
				m, err := a.maker(ctx, r, session)
				if err != nil {
					return err
				}
				d := m.Signals(&s)
				return a.write(r, &d)
			})
		},
	}
	cmd.Flags().StringVar(&until, "until", "", r.Say("cli.flag.signals-until"))
	a.flags(r, cmd, "")
	return cmd
}

func tellSignals(r *command.Run, s *signal.Themes) error {
	line := func(id string, args ...any) { _, _ = fmt.Fprintln(r.Out, r.Say(id, args...)) }
	line("signals.period", "site", s.Site.Name, "from", s.Period.From.Format(time.DateOnly), "until", s.Period.Until.Format(time.DateOnly), "weeks", s.Weeks)
	if len(s.Judged) == 0 {
		line("signals.nothing")
		return nil
	}
	t := output.NewTable(r.Out, r.Width, r.Say("signals.theme"), r.Say("signals.cases"), r.Say("signals.expected"), r.Say("signals.from"), r.Say("signals.p"), r.Say("signals.verdict"))
	few := false
	for _, j := range s.Judged {
		from, p, expected := "-", "-", "-"
		if j.From > 0 {
			from, p, expected = strconv.Itoa(j.From), r.Words.Chance(j.P), r.Words.Number(j.Expected, 1)
		}
		t.Add(r.Words.ThemeName(s.Site, j.Theme), strconv.Itoa(j.Cases), expected, from, p, r.Say("signals.is."+string(j.Verdict)))
		few = few || j.Verdict == signal.TooFew
	}
	if err := t.End(); err != nil {
		return err
	}
	for _, j := range s.Judged {
		if j.Verdict == signal.Signal {
			line("signals.says", "theme", r.Words.ThemeName(s.Site, j.Theme), "cases", j.Cases, "before", j.Before, "weeks", j.Weeks, "expected", r.Words.Number(j.Expected, 1),
				"years", r.Words.Number(j.Years(len(s.Judged)), 0))
		}
	}
	if few {
		line("signals.few")
	}
	line("signals.wolf", "n", len(s.Judged), "years", r.Words.Number(1/s.FalseSignals, 0))
	return nil
}
