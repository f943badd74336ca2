package desk

import (
	"context"
	"strings"

	"github.com/spf13/cobra"

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/ui/cli/command"
	"leerbalie/ui/cli/lookup"
)

// requestAdd takes a question in.
func requestAdd(r *command.Run) *cobra.Command {
	var q desk.Request
	var resident, urgency, supervision, asker, age string
	cmd := &cobra.Command{
		Use:     "add SUMMARY",
		Short:   r.Say("cli.request.add"),
		Args:    command.Arguments(1, -1, "SUMMARY"),
		Example: "  leerbalie request add \"Afsluiting stroom dreigt\" --urgency now --theme armoede --channel balie",
		RunE: func(cmd *cobra.Command, args []string) error {
			q.Summary = strings.Join(args, " ")
			var err error
			for _, f := range []struct {
				flag  string
				value string
				of    model.Codes
				to    *string
			}{
				{"--supervision", supervision, model.Supervisions(), (*string)(&q.Supervision)},
				{"--asker", asker, model.Askers(), &q.Asker}, {"--age", age, model.AgeBands(), &q.AgeBand},
			} {
				if *f.to, err = r.Choose(f.flag, f.value, f.of); err != nil {
					return err
				}
			}
			// A site has channels, themes and life domains of its own: what the lists lack is kept as it is written.
			q.Channel, q.LifeDomain = code(r, q.Channel, model.Channels()), code(r, q.LifeDomain, model.LifeDomains())
			return r.With(cmd, func(ctx context.Context, session *model.Session) error {
				site := r.Site(ctx, session)
				q.Theme = code(r, q.Theme, site.ThemeCodes())
				soon, err := r.Choose("--urgency", urgency, site.UrgencyCodes())
				if err != nil {
					return err
				}
				q.Urgency = model.Urgency(soon)
				if resident != "" {
					who, err := lookup.Resident(ctx, session, resident)
					if err != nil {
						return err
					}
					q.Resident = who.ID
				}
				receipt, err := session.Do(ctx, desk.AddRequest{Request: q})
				if err != nil {
					return err
				}
				return nowReads(ctx, r, session, receipt.Entity, "cli.request.added")
			})
		},
	}
	f := cmd.Flags()
	f.StringVar(&q.Details, "details", "", r.Say("cli.flag.details"))
	f.StringVar(&resident, "resident", "", r.Say("cli.flag.resident"))
	f.StringVar(&q.Theme, "theme", "", r.Say("cli.flag.theme"))
	f.StringVar(&urgency, "urgency", "", r.Say("cli.flag.urgency"))
	f.StringVar(&q.Channel, "channel", "", r.Say("cli.flag.channel"))
	f.StringVar(&supervision, "supervision", "", r.Say("cli.flag.supervision"))
	f.StringVar(&q.LifeDomain, "life-domain", "", r.Say("cli.flag.life-domain"))
	f.StringVar(&q.Language, "language", "", r.Say("cli.flag.language"))
	f.StringVar(&q.Neighbourhood, "neighbourhood", "", r.Say("cli.flag.neighbourhood"))
	f.StringVar(&asker, "asker", "", r.Say("cli.flag.asker"))
	f.StringVar(&age, "age", "", r.Say("cli.flag.age"))
	return cmd
}

// code gives the code of a list for how somebody wrote it, or what was written.
func code(r *command.Run, text string, of model.Codes) string {
	if c, ok := r.Words.Known(of).Find(text); ok && text != "" {
		return c.Code
	}
	return text
}
