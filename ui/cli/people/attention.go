package people

import (
	"context"
	"fmt"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"leerbalie/model"
	"leerbalie/model/attention"
	"leerbalie/model/journal"
	"leerbalie/ui/cli/command"
	"leerbalie/ui/cli/lookup"
	"leerbalie/ui/cli/output"
	"leerbalie/ui/report"
	"leerbalie/ui/text"
	"leerbalie/ui/widget/cell"
)

// attentionJSON is a student with the reasons to look. The names are a promise to scripts.
type attentionJSON struct {
	Student output.Who   `json:"student"`
	Since   *string      `json:"since"`
	Reasons []reasonJSON `json:"reasons"`
}

// reasonJSON is one reason: what it counts hangs on what it is about.
type reasonJSON struct {
	Reason string   `json:"reason"`
	Since  *string  `json:"since"`
	Weeks  int      `json:"weeks"`
	N      int      `json:"n"`
	Of     int      `json:"of"`
	Nodes  []string `json:"nodes"`
	Themes []string `json:"themes"`
	Text   string   `json:"text"`
}

// lackJSON is who has no evidence for a part, shortly before the end.
type lackJSON struct {
	Student output.Who `json:"student"`
	Node    struct {
		ID    string `json:"id"`
		Code  string `json:"code"`
		Title string `json:"title"`
	} `json:"node"`
	End  string `json:"end"`
	Left int    `json:"weeks_left"`
}

// groupNamed is the group that words mean; none for everybody.
func groupNamed(ctx context.Context, session *model.Session, name string) (journal.ID, error) {
	if name == "" {
		return journal.ID{}, nil
	}
	g, err := lookup.Group(ctx, session, name)
	return g.ID, err
}

func groupAttention(r *command.Run) *cobra.Command {
	return &cobra.Command{
		Use: "attention [GROUP]", Short: r.Say("cli.group.attention"), Long: r.Say("attention.how"), Args: command.Arguments(0, -1, "GROUP"),
		RunE: func(cmd *cobra.Command, args []string) error {
			return r.With(cmd, func(ctx context.Context, session *model.Session) error {
				group, err := groupNamed(ctx, session, strings.Join(args, " "))
				if err != nil {
					return err
				}
				l, err := attention.Read(ctx, session, group, r.Now(), r.Today(ctx, session))
				if err != nil {
					return err
				}
				m, err := output.Maker(ctx, r, session)
				if err != nil {
					return err
				}
				if r.JSON {
					return output.JSON(r.Out, attentionOut(&l, m))
				}
				if _, err := fmt.Fprintln(r.Out, m.AttentionCount(&l)); err != nil || len(l.Students) == 0 {
					return err
				}
				t := output.NewTable(r.Out, r.Width, r.Say("attention.student"), r.Say("attention.from"), r.Say("attention.why"))
				for i := range l.Students {
					s := &l.Students[i]
					for n, reason := range s.Reasons {
						name, since := "", ""
						if n == 0 {
							name = s.Name
						}
						if !reason.Since.IsZero() {
							since = text.Day(reason.Since)
						}
						t.Add(name, since, m.Reason(s, reason))
					}
				}
				return t.End()
			})
		},
	}
}

func attentionOut(l *attention.List, m report.Maker) []attentionJSON {
	out := make([]attentionJSON, 0, len(l.Students))
	for i := range l.Students {
		s := &l.Students[i]
		one := attentionJSON{Student: output.Named(s.ID, s.Name), Since: dayOrNull(s.Since)}
		for _, reason := range s.Reasons {
			nodes := []string{}
			for _, n := range reason.Nodes {
				nodes = append(nodes, n.Short())
			}
			one.Reasons = append(one.Reasons, reasonJSON{string(reason.Sort), dayOrNull(reason.Since), reason.Weeks, reason.N, reason.Of, nodes, output.OrEmpty(reason.Themes), m.Reason(s, reason)})
		}
		out = append(out, one)
	}
	return out
}

func groupWithout(r *command.Run) *cobra.Command {
	var within int
	var group string
	cmd := &cobra.Command{
		Use: "without NODE", Short: r.Say("cli.group.without"), Args: command.Arguments(1, -1, "NODE"),
		Example: "  leerbalie group without W4 --weeks 4 --json\n  leerbalie group without \"Presenteren\" --weeks 8 --group 2B",
		RunE: func(cmd *cobra.Command, args []string) error {
			if within < 0 || within > 520 {
				return command.Misuse("cli.flag-value", "flag", "--weeks", "value", fmt.Sprint(within))
			}
			return r.With(cmd, func(ctx context.Context, session *model.Session) error {
				of, err := groupNamed(ctx, session, group)
				if err != nil {
					return err
				}
				l, err := attention.ReadWithout(ctx, session, of, strings.Join(args, " "), within, r.Today(ctx, session))
				if err != nil {
					return err
				}
				if l.NoEnd > 0 {
					r.Tell(r.Words.Count("cli.without.no-end", l.NoEnd))
				}
				if r.JSON {
					out := make([]lackJSON, 0, len(l.Students))
					for _, s := range l.Students {
						one := lackJSON{Student: output.Named(s.Student.ID, s.Student.Name), End: s.Student.Study.End.Format(time.DateOnly), Left: s.Left}
						one.Node.ID, one.Node.Code, one.Node.Title = s.Node.ID.String(), s.Node.Code, s.Node.Title
						out = append(out, one)
					}
					return output.JSON(r.Out, out)
				}
				if len(l.Students) == 0 && l.Looked == 0 {
					_, err := fmt.Fprintln(r.Out, r.Say("cli.without.nobody", "weeks", within))
					return err
				}
				if len(l.Students) == 0 {
					_, err := fmt.Fprintln(r.Out, r.Words.Count("cli.without.none", l.Looked, "weeks", within, "node", cell.Safe(l.Node, 60)))
					return err
				}
				t := output.NewTable(r.Out, r.Width, r.Say("attention.student"), r.Say("cli.col.part"), r.Say("cli.col.left"))
				for _, s := range l.Students {
					t.Add(s.Student.Name, s.Node.Short(), report.WeeksLeft(r.Words, s.Left))
				}
				return t.End()
			})
		},
	}
	cmd.Flags().IntVar(&within, "weeks", 4, r.Say("cli.flag.without-weeks"))
	cmd.Flags().StringVar(&group, "group", "", r.Say("cli.flag.attention-group"))
	return cmd
}
