package overview

import (
	"context"
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"leerbalie/model"
	"leerbalie/model/overview/hands"
	"leerbalie/ui/cli/command"
	"leerbalie/ui/cli/output"
)

// handsJSON is one part of the week. The names are a promise to scripts.
type handsJSON struct {
	Part     string      `json:"daypart"`
	Arrivals int         `json:"arrivals"`
	Days     int         `json:"days"`
	Needed   *int        `json:"needed"` // null where there is too little to tell
	Rostered int         `json:"rostered"`
	Students int         `json:"students"`
	Staff    int         `json:"staff"`
	Verdict  string      `json:"verdict"`
	Shares   []shareJSON `json:"with"`
}

type shareJSON struct {
	People int `json:"people"`
	Within int `json:"within"`
}

// ReportHands tells how many people are needed in each part of the week.
func ReportHands(r *command.Run) *cobra.Command {
	var a asked
	cmd := &cobra.Command{
		Use: "hands", Short: r.Say("cli.report.hands"), Long: r.Say("hands.assumed"), Args: command.Arguments(0, 0, ""),
		RunE: func(cmd *cobra.Command, _ []string) error {
			asJSON, err := a.check(r)
			if err != nil {
				return err
			}
			return r.With(cmd, func(ctx context.Context, session *model.Session) error {
				h, err := hands.ReadHands(ctx, session, r.Now())
				if err != nil {
					return err
				}
				switch {
				case asJSON:
				case a.format == "":
					return tellHands(r, &h)
				default:
					m, err := a.maker(ctx, r, session)
					if err != nil {
						return err
					}
					d := m.Hands(&h)
					return a.write(r, &d)
				}
				out := make([]handsJSON, 0, len(h.Parts))
				for _, p := range h.Parts {
					one := handsJSON{p.Part.Codes()[0], p.Arrivals, p.Days, nil, p.Rostered(), p.Students, p.Staff, string(p.Verdict), []shareJSON{}}
					if p.Verdict != hands.TooFew {
						one.Needed = &p.Needed
					}
					for _, s := range p.Shares {
						one.Shares = append(one.Shares, shareJSON(s))
					}
					out = append(out, one)
				}
				return a.json(r, out)
			})
		},
	}
	a.flags(r, cmd, "")
	return cmd
}

func tellHands(r *command.Run, h *hands.Hands) error {
	line := func(id string, args ...any) { _, _ = fmt.Fprintln(r.Out, r.Say(id, args...)) }
	line("hands.period", "site", h.Site.Name, "from", h.Period.From.Format(time.DateOnly), "until", h.Period.Until.Format(time.DateOnly), "n", h.Arrivals)
	if len(h.Parts) == 0 {
		line("hands.nobody")
		return nil
	}
	t := output.NewTable(r.Out, r.Width, r.Say("hands.part"), r.Say("hands.arrivals"), r.Say("hands.needed"), r.Say("hands.rostered"), r.Say("hands.verdict"), r.Say("hands.within"))
	for _, p := range h.Parts {
		needed := "-"
		if p.Verdict != hands.TooFew {
			needed = strconv.Itoa(p.Needed)
		}
		var with []string
		for _, s := range p.Shares {
			with = append(with, r.Say("hands.share", "people", s.People, "percent", 100*s.Within/p.Arrivals))
		}
		t.Add(r.Words.DayParts(p.Part), strconv.Itoa(p.Arrivals), needed, strconv.Itoa(p.Rostered()), r.Say("hands.is."+string(p.Verdict)), strings.Join(with, ", "))
	}
	if err := t.End(); err != nil {
		return err
	}
	if h.Known > 0 {
		line("hands.known", "known", h.Known, "n", h.Arrivals, "typical", h.Typical)
	}
	line("hands.assumed")
	return nil
}
