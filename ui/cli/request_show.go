package cli

import (
	"context"
	"fmt"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"leerbalie/model"
	"leerbalie/ui/widget/cell"
)

// requestShow shows a request with all that was done about it.
func (r *run) requestShow() *cobra.Command {
	return &cobra.Command{
		Use:   "show NR",
		Short: r.say("cli.request.show"),
		Args:  words(1, 1, "NR"),
		RunE: func(cmd *cobra.Command, args []string) error {
			return r.with(cmd, func(ctx context.Context, v *model.View) error {
				q, err := v.RequestByNumber(ctx, args[0])
				if err != nil {
					return err
				}
				full, err := requestAll(ctx, v, &q, r.zone(ctx, v))
				if err != nil {
					return err
				}
				if r.json {
					return writeJSON(r.s.Out, full)
				}
				return r.story(&q, full, r.site(ctx, v))
			})
		},
	}
}

// story writes a request for people: what it is, and what happened, line by line.
func (r *run) story(q *model.Request, full fullJSON, site model.Site) error {
	var b strings.Builder
	lang := string(r.words.Lang())
	holders := make([]string, len(full.Holder))
	for i, h := range full.Holder {
		holders[i] = h.Name
	}
	closed := ""
	if q.Closed != nil {
		closed = when(full.ClosedAt) + "  " + model.Outcomes().Label(q.Closed.Outcome, lang) + tags(full.Tags)
	}
	lines := [][2]string{
		{r.say("cli.col.status"), model.StatusCodes().Label(full.Status, lang)}, {r.say("cli.col.urgency"), site.UrgencyCodes().Label(full.Urgency, lang)},
		{r.say("cli.col.supervision"), model.Supervisions().Label(full.Supervision, lang)}, {r.say("cli.col.since"), when(full.CreatedAt)},
		{r.say("cli.col.who"), strings.Join(holders, " + ")}, {r.say("cli.col.resident"), full.ResidentName},
		{r.say("cli.col.channel"), model.Channels().Label(full.Channel, lang)}, {r.say("cli.col.theme"), site.ThemeLabel(full.Theme, lang)},
		{r.say("cli.col.life-domain"), model.LifeDomains().Label(full.LifeDomain, lang)}, {r.say("cli.col.language"), full.Language},
		{r.say("cli.col.neighbourhood"), full.Neighbourhood}, {r.say("cli.col.minutes"), strconv.Itoa(full.Minutes)},
		{r.say("cli.col.closed"), closed}, {r.say("cli.col.source"), full.SourceID},
	}
	if err := r.card(q.Number+"  "+q.Summary, lines); err != nil {
		return err
	}
	if q.Details != "" {
		b.WriteByte('\n')
		for _, line := range cell.Multi(q.Details, 2000, 1000) {
			fmt.Fprintf(&b, "  %s\n", line)
		}
	}
	r.events(&b, full)
	_, err := fmt.Fprint(r.s.Out, b.String())
	return err
}

func (r *run) events(b *strings.Builder, full fullJSON) {
	line := func(at *string, who, what, text string) {
		fmt.Fprintf(b, "  %s  %s  %s: %s\n", cell.Fit(when(at), 16), cell.Fit(who, 16), what, cell.Safe(text, 1000))
	}
	if len(full.Memos)+len(full.Contacts)+len(full.Tasks)+len(full.Referrals) > 0 {
		b.WriteByte('\n')
	}
	for _, m := range full.Memos {
		line(m.At, m.By.Name, r.say("cli.event.memo"), m.Text)
	}
	for _, c := range full.Contacts {
		line(c.At, c.By.Name, r.say("cli.event.contact"), c.Text)
	}
	for _, t := range full.Tasks {
		what := r.say("cli.event.task")
		if t.Done {
			what = r.say("cli.event.task-done")
		}
		line(t.At, t.By.Name, what, t.What)
	}
	for _, f := range full.Referrals {
		line(f.At, f.By.Name, r.say("cli.event.referral"), f.To+" ("+r.words.Or("referral."+f.State, f.State)+")")
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
