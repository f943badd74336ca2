package desk

import (
	"context"
	"fmt"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/model/desk/notice"
	"leerbalie/ui/cli/command"
	"leerbalie/ui/cli/lookup"
	"leerbalie/ui/cli/output"
)

// waitingJSON is what waits for who acts until it is seen; id and number are those of the request. The names are a promise to scripts.
type waitingJSON struct {
	ID      string     `json:"id"`
	Number  string     `json:"number"`
	Summary string     `json:"summary"`
	Status  string     `json:"status"`
	Site    string     `json:"site"`
	At      *string    `json:"at"`
	By      output.Who `json:"by"`
	Text    string     `json:"text"`
	With    []string   `json:"with"` // the other requests that were handed over with this one
	Kind    string     `json:"kind"`
}

// messageJSON is a message on a request, as the request tells of it.
type messageJSON struct {
	At     *string    `json:"at"`
	By     output.Who `json:"by"`
	To     output.Who `json:"to"`
	Text   string     `json:"text"`
	SeenAt *string    `json:"seen_at"`
}

// messagesJSON are the messages on a request, in order.
func messagesJSON(messages []desk.Message, who names, loc *time.Location) []messageJSON {
	out := []messageJSON{}
	for _, m := range messages {
		said := messageJSON{At: output.MomentOrNull(m.At, loc), By: who.who(m.By), To: who.who(m.To), Text: m.Text}
		if m.Seen != nil {
			said.SeenAt = output.MomentOrNull(m.Seen.At, loc)
		}
		out = append(out, said)
	}
	return out
}

// requestInform tells a colleague of a request.
func requestInform(r *command.Run) *cobra.Command {
	var to, text string
	cmd := &cobra.Command{
		Use:     "inform NR --to NAME",
		Short:   r.Say("cli.request.inform"),
		Args:    command.Arguments(1, 1, "NR"),
		Example: "  leerbalie request inform ZW-0412 --to Noor --text \"kun jij Stedin bellen?\"",
		RunE: func(cmd *cobra.Command, args []string) error {
			if strings.TrimSpace(to) == "" {
				return command.Misuse("cli.flag-missing", "flag", "--to")
			}
			return act(r, cmd, args[0], "cli.request.informed", func(ctx context.Context, session *model.Session, q *desk.Request) ([]model.Action, error) {
				p, err := lookup.Person(ctx, session, to)
				if err != nil {
					return nil, err
				}
				return []model.Action{desk.Inform{ID: q.ID, To: p.ID, Text: text}}, nil
			})
		},
	}
	cmd.Flags().StringVar(&to, "to", "", r.Say("cli.flag.inform.to"))
	cmd.Flags().StringVar(&text, "text", "", r.Say("cli.flag.inform.text"))
	return cmd
}

// Messages shows the messages that wait for who acts, the newest first.
func Messages(r *command.Run) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "messages",
		Short: r.Say("cli.messages"),
		Args:  r.NoCommand,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return r.With(cmd, func(ctx context.Context, session *model.Session) error { return waiting(ctx, r, session) })
		},
	}
	cmd.AddCommand(messagesSeen(r))
	return cmd
}

// waiting writes the messages that wait.
func waiting(ctx context.Context, r *command.Run, session *model.Session) error {
	messages, err := notice.Read(ctx, session, r.Now())
	if err != nil {
		return err
	}
	who, err := namesOf(ctx, session)
	if err != nil {
		return err
	}
	out := waitingOut(messages, who, r.Zone(ctx, session))
	if r.JSON {
		return output.JSON(r.Out, out)
	}
	if len(out) == 0 {
		_, err := fmt.Fprintln(r.Out, r.Say("cli.messages.none"))
		return err
	}
	t := output.NewTable(r.Out, r.Width, r.Say("cli.col.number"), r.Say("cli.col.kind"), r.Say("cli.col.sent"), r.Say("cli.col.from"), r.Say("cli.col.summary"), r.Say("cli.col.words"))
	for _, m := range out {
		t.Add(m.Number, r.Say("notice.kind."+m.Kind), when(m.At), m.By.Name, m.Summary, m.Text)
	}
	return t.End()
}

// waitingOut are messages that wait, as scripts read them.
func waitingOut(messages []notice.Notice, who names, loc *time.Location) []waitingJSON {
	out := []waitingJSON{}
	for _, m := range messages {
		j := waitingJSON{ID: m.About.ID.String(), Number: m.About.Number, Summary: m.About.Summary, Status: string(m.About.Status),
			Site: m.About.Site.String(), At: output.MomentOrNull(m.At, loc), By: who.who(m.By), Text: m.Text, With: []string{}, Kind: string(m.Kind)}
		for _, id := range m.With {
			j.With = append(j.With, id.String())
		}
		out = append(out, j)
	}
	return out
}

// messagesSeen notes that who acts saw the messages about requests.
func messagesSeen(r *command.Run) *cobra.Command {
	return &cobra.Command{
		Use:     "seen NR…",
		Short:   r.Say("cli.messages.seen"),
		Args:    command.Arguments(1, -1, "NR…"),
		Example: "  leerbalie messages seen ZW-0412 ZW-0413",
		RunE: func(cmd *cobra.Command, args []string) error {
			return r.With(cmd, func(ctx context.Context, session *model.Session) error {
				actions, numbers := make([]model.Action, len(args)), make([]string, len(args))
				for i, number := range args {
					q, err := desk.ReadRequestByNumber(ctx, session, number)
					if err != nil {
						return err
					}
					actions[i], numbers[i] = notice.SeeMessages{ID: q.ID}, q.Number
				}
				if _, err := session.Do(ctx, actions...); err != nil {
					return err
				}
				if r.JSON {
					return waiting(ctx, r, session)
				}
				_, err := fmt.Fprintln(r.Out, r.Say("cli.messages.saw", "number", strings.Join(numbers, ", ")))
				return err
			})
		},
	}
}
