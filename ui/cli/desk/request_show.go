package desk

import (
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/model/journal"
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
				loc := r.Zone(ctx, session)
				row, done, err := readStory(ctx, session, &q, loc)
				if err != nil {
					return err
				}
				if r.JSON {
					return output.JSON(r.Out, fullJSON(&q, row, done, loc))
				}
				return writeStory(r, &q, done, facts(r, &q, row, done, r.Site(ctx, session), loc))
			})
		},
	}
}

// facts are the lines that tell what a request is.
func facts(r *command.Run, q *desk.Request, row desk.RequestRow, s *story, site model.Site, loc *time.Location) [][2]string {
	field := func(name string) [2]string {
		f := desk.RequestTable().Row(name)
		return [2]string{label(r, name), fieldText(r, *f, q, site, loc)}
	}
	out := [][2]string{
		{r.Say("cli.col.status"), r.Words.Code("status", string(q.Status))}, field("urgency"), field("supervision"), {r.Say("cli.col.since"), date(q.Created, loc)},
		{r.Say("cli.col.who"), strings.Join(row.HolderNames, " + ")}, {r.Say("cli.col.resident"), s.resident},
	}
	for _, f := range desk.RequestFields() { // those that have no place of their own
		if told := []string{"details", "summary", "urgency", "supervision", "resident", "asked-by", "relation"}; f.Edited && !slices.Contains(told, f.Name) {
			out = append(out, field(f.Name))
		}
	}
	if by := s.askedBy; by != nil {
		out = append(out, [2]string{label(r, "asked-by"), by.Name}, [2]string{label(r, "relation"), by.Relation})
	}
	out = append(out, [2]string{r.Say("cli.col.minutes"), minutesOf(r, q, s)})
	if len(row.MergedFrom) > 0 {
		out = append(out, [2]string{r.Say("cli.col.merged-from"), strings.Join(row.MergedFrom, ", ")})
	}
	if m := s.removed; m != nil {
		out = append(out, [2]string{r.Say("cli.col.removed"), when(m.At) + "  " + m.By.Name + ": " + cell.Safe(m.Why, 300)})
	}
	if q.Merged != nil {
		out = append(out, [2]string{r.Say("cli.col.merged-into"), row.MergedInto})
	}
	if c := q.Closed; c != nil && q.Merged == nil {
		out = append(out, [2]string{r.Say("cli.col.closed"), date(c.At, loc) + "  " + r.Words.Code("outcome", c.Outcome) + tags(c.Tags)})
		for _, f := range desk.ClosingFields() {
			if f.Name != "outcome" && f.Name != "tags" {
				out = append(out, [2]string{label(r, f.Name), fieldText(r, f.Field, c, site, loc)})
			}
		}
	}
	return append(out, [2]string{r.Say("cli.col.source"), q.Source})
}

// minutesOf is how many minutes were spent, and by whom where that were several people, or those of another request that was merged into it.
func minutesOf(r *command.Run, q *desk.Request, s *story) string {
	out := strconv.Itoa(q.Minutes)
	if len(s.minutes) < 2 {
		return out
	}
	var by []string
	for _, m := range s.minutes {
		name := m.Person.Name
		if name == "" {
			name = r.Say("cli.minutes.nobody")
		}
		by = append(by, name+" "+strconv.Itoa(m.Minutes))
	}
	return out + " (" + strings.Join(by, ", ") + ")"
}

// label is what a field is called above a column or before a line.
func label(r *command.Run, name string) string {
	return r.Words.Or("cli.col."+name, r.Words.Say("field."+name))
}

// fieldText is the value of a field for people; a language is its tag, by which commands ask for it.
func fieldText[E any](r *command.Run, f model.Field[E], e *E, site model.Site, loc *time.Location) string {
	v := f.Get(e)
	switch f.Kind {
	case model.OfCode:
		return r.Words.Entry(f.Name, f.Codes(site), v.Text())
	case model.OfMoment:
		return date(journal.Moment(v.Int()), loc)
	}
	return v.Text()
}

// date is a moment as people read it.
func date(t time.Time, loc *time.Location) string {
	if t.IsZero() {
		return ""
	}
	return t.In(loc).Format("02-01-2006 15:04")
}

// writeStory writes a request for people: what it is, and what happened, line by line.
func writeStory(r *command.Run, q *desk.Request, s *story, facts [][2]string) error {
	var b strings.Builder
	if err := output.Card(r, q.Number+"  "+q.Summary, facts); err != nil {
		return err
	}
	if q.ReadOnly {
		fmt.Fprintf(&b, "\n  %s\n", r.Say("error.update-needed"))
	}
	if q.Details != "" {
		b.WriteByte('\n')
		for _, line := range cell.Multi(q.Details, 2000, 1000) {
			fmt.Fprintf(&b, "  %s\n", line)
		}
	}
	writeEvents(r, &b, s)
	_, err := fmt.Fprint(r.Out, b.String())
	return err
}

func writeEvents(r *command.Run, b *strings.Builder, s *story) {
	line := func(at *string, who, what, text, from string) {
		if from != "" {
			what = r.Say("cli.event.from", "what", what, "number", from)
		}
		fmt.Fprintf(b, "  %s  %s  %s: %s\n", cell.Fit(when(at), 16), cell.Fit(who, 16), what, cell.Safe(text, 1000))
	}
	if len(s.memos)+len(s.contacts)+len(s.tasks)+len(s.referrals)+len(s.messages)+len(s.unknown) > 0 {
		b.WriteByte('\n')
	}
	for _, m := range s.memos {
		line(m.At, m.By.Name, r.Say("cli.event.memo"), m.Text, m.From)
	}
	for _, c := range s.contacts {
		line(c.At, c.By.Name, r.Say("cli.event.contact"), c.Text, c.From)
	}
	for _, t := range s.tasks {
		what := r.Say("cli.event.task")
		if t.Done {
			what = r.Say("cli.event.task-done")
		}
		line(t.At, t.By.Name, what, t.What, t.From)
	}
	for _, m := range s.messages {
		what := "cli.event.message"
		if m.SeenAt != nil {
			what = "cli.event.message-seen"
		}
		line(m.At, m.By.Name, r.Say(what, "name", m.To.Name), m.Text, "")
	}
	for _, u := range s.unknown {
		line(u.At, u.By.Name, r.Say("cli.event.other"), r.Say("cli.event.unknown"), "")
	}
	for _, f := range s.referrals {
		line(f.At, f.By.Name, r.Say("cli.event.referral"), f.To+" ("+r.Words.Or("referral."+f.State, f.State)+")", f.From)
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
