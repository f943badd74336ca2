package desk

import (
	"context"
	"fmt"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/ui/cli/command"
	"leerbalie/ui/cli/output"
	"leerbalie/ui/widget/cell"
)

// requestShow shows a request with all that was done about it.
func requestShow(r *command.Run) *cobra.Command {
	return &cobra.Command{
		Use:   "show NR",
		Short: r.Say("cli.request.show"),
		Args:  command.Arguments(1, 1, "NR"),
		RunE: func(cmd *cobra.Command, args []string) error {
			return r.With(cmd, func(ctx context.Context, session *model.Session) error {
				q, err := desk.ReadRequestByNumber(ctx, session, args[0])
				if err != nil {
					return err
				}
				full, err := requestAll(ctx, session, &q, r.Zone(ctx, session))
				if err != nil {
					return err
				}
				if r.JSON {
					return output.JSON(r.Out, full)
				}
				return writeStory(r, &q, full, r.Site(ctx, session))
			})
		},
	}
}

// writeStory writes a request for people: what it is, and what happened, line by line.
func writeStory(r *command.Run, q *desk.Request, full fullJSON, site model.Site) error {
	var b strings.Builder
	holders := make([]string, len(full.Holder))
	for i, h := range full.Holder {
		holders[i] = h.Name
	}
	closed := ""
	if q.Closed != nil {
		closed = when(full.ClosedAt) + "  " + r.Words.Code("outcome", q.Closed.Outcome) + tags(full.Tags)
	}
	lines := [][2]string{
		{r.Say("cli.col.status"), r.Words.Code("status", full.Status)}, {r.Say("cli.col.urgency"), r.Words.Name(site.UrgencyCodes(), full.Urgency)},
		{r.Say("cli.col.supervision"), r.Words.Code("supervision", full.Supervision)}, {r.Say("cli.col.since"), when(full.CreatedAt)},
		{r.Say("cli.col.who"), strings.Join(holders, " + ")}, {r.Say("cli.col.resident"), full.ResidentName},
		{r.Say("cli.col.channel"), r.Words.Code("channel", full.Channel)}, {r.Say("cli.col.theme"), r.Words.Label(site.Theme(full.Theme))},
		{r.Say("cli.col.life-domain"), r.Words.Code("life-domain", full.LifeDomain)}, {r.Say("cli.col.language"), full.Language},
		{r.Say("cli.col.neighbourhood"), full.Neighbourhood}, {r.Say("cli.col.minutes"), strconv.Itoa(full.Minutes)},
		{r.Say("cli.col.closed"), closed}, {r.Say("cli.col.source"), full.SourceID},
	}
	if err := output.Card(r, q.Number+"  "+q.Summary, lines); err != nil {
		return err
	}
	if q.Details != "" {
		b.WriteByte('\n')
		for _, line := range cell.Multi(q.Details, 2000, 1000) {
			fmt.Fprintf(&b, "  %s\n", line)
		}
	}
	writeEvents(r, &b, full)
	_, err := fmt.Fprint(r.Out, b.String())
	return err
}

func writeEvents(r *command.Run, b *strings.Builder, full fullJSON) {
	line := func(at *string, who, what, text string) {
		fmt.Fprintf(b, "  %s  %s  %s: %s\n", cell.Fit(when(at), 16), cell.Fit(who, 16), what, cell.Safe(text, 1000))
	}
	if len(full.Memos)+len(full.Contacts)+len(full.Tasks)+len(full.Referrals)+len(full.Messages)+len(full.Unknown) > 0 {
		b.WriteByte('\n')
	}
	for _, m := range full.Memos {
		line(m.At, m.By.Name, r.Say("cli.event.memo"), m.Text)
	}
	for _, c := range full.Contacts {
		line(c.At, c.By.Name, r.Say("cli.event.contact"), c.Text)
	}
	for _, t := range full.Tasks {
		what := r.Say("cli.event.task")
		if t.Done {
			what = r.Say("cli.event.task-done")
		}
		line(t.At, t.By.Name, what, t.What)
	}
	for _, m := range full.Messages {
		what := "cli.event.message"
		if m.SeenAt != nil {
			what = "cli.event.message-seen"
		}
		line(m.At, m.By.Name, r.Say(what, "name", m.To.Name), m.Text)
	}
	for _, u := range full.Unknown {
		line(u.At, u.By.Name, r.Say("cli.event.other"), r.Say("cli.event.unknown"))
	}
	for _, f := range full.Referrals {
		line(f.At, f.By.Name, r.Say("cli.event.referral"), f.To+" ("+r.Words.Or("referral."+f.State, f.State)+")")
	}
}

// when is a moment as people read it, from the RFC 3339 of the JSON.
func when(at *string) string {
	if at == nil || len(*at) < 16 {
		return ""
	}
	s := *at
	return s[8:10] + "-" + s[5:7] + "-" + s[:4] + " " + s[11:16]
}

func tags(list []string) string {
	if len(list) == 0 {
		return ""
	}
	return " [" + strings.Join(list, ", ") + "]"
}
