package meeting

import (
	"context"
	"fmt"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"leerbalie/model"
	"leerbalie/model/fault"
	"leerbalie/model/free"
	"leerbalie/model/journal"
	"leerbalie/model/plain"
	"leerbalie/ui/cli/command"
	"leerbalie/ui/cli/output"
)

func did(r *command.Run, said string, id journal.ID) error { return output.Did(r, said, id) }

func meetingFree(r *command.Run) *cobra.Command {
	return r.Family("free", "cli.meeting.free", command.Commands{"add": freeAdd, "list": freeList, "remove": freeRemove})
}

// freeJSON is free days. The names are a promise to scripts.
type freeJSON struct {
	ID     *string `json:"id"`
	Code   string  `json:"code"`
	Name   string  `json:"name"`
	From   string  `json:"from"`
	To     string  `json:"to"`
	Public bool    `json:"public"`
}

func freeAdd(r *command.Run) *cobra.Command {
	var from, to string
	cmd := &cobra.Command{
		Use: "add NAME", Short: r.Say("cli.meeting.free.add"), Args: command.Arguments(1, 1, "NAME"),
		Example: "  leerbalie meeting free add Voorjaarsvakantie --from 2027-02-20 --to 2027-02-28",
		RunE: func(cmd *cobra.Command, args []string) error {
			return r.With(cmd, func(ctx context.Context, session *model.Session) error {
				if from == "" {
					return command.Misuse("cli.flag-missing", "flag", "--from")
				}
				s := free.Stretch{Name: args[0]}
				var err error
				if s.From, err = command.ReadDay("from", from); err != nil {
					return err
				}
				if s.To, err = dayOr("to", to, s.From); err != nil {
					return err
				}
				made, err := session.Do(ctx, free.Add{Days: s})
				if err != nil {
					return err
				}
				return did(r, r.Say("did.act-free-add"), made.Entity)
			})
		},
	}
	cmd.Flags().StringVar(&from, "from", "", r.Say("cli.flag.meeting.free-from"))
	cmd.Flags().StringVar(&to, "to", "", r.Say("cli.flag.meeting.free-to"))
	return cmd
}

func freeList(r *command.Run) *cobra.Command {
	var from, to string
	cmd := &cobra.Command{
		Use: "list", Short: r.Say("cli.meeting.free.list"), Args: command.Arguments(0, 0, ""),
		RunE: func(cmd *cobra.Command, _ []string) error {
			return r.With(cmd, func(ctx context.Context, session *model.Session) error {
				q, err := period(ctx, r, session, from, to)
				if err != nil {
					return err
				}
				all, err := free.Read(ctx, session, q.From, q.To)
				if err != nil {
					return err
				}
				if r.JSON {
					out := []freeJSON{}
					for _, s := range all {
						out = append(out, freeJSON{output.IDOrNull(s.ID), s.Code, r.Words.FreeDays(s), s.From.Format(time.DateOnly), s.To.Format(time.DateOnly), s.Public()})
					}
					return output.JSON(r.Out, out)
				}
				t := output.NewTable(r.Out, r.Width, r.Say("field.from"), r.Say("field.to"), r.Say("cli.col.name"), "ID")
				for _, s := range all {
					id := ""
					if !s.Public() {
						id = s.ID.String()
					}
					t.Add(r.Words.ShortDay(s.From)+s.From.Format("-2006"), r.Words.ShortDay(s.To)+s.To.Format("-2006"), r.Words.FreeDays(s), id)
				}
				return t.End()
			})
		},
	}
	cmd.Flags().StringVar(&from, "from", "", r.Say("cli.flag.meeting.list-from"))
	cmd.Flags().StringVar(&to, "to", "", r.Say("cli.flag.meeting.list-to"))
	return cmd
}

func freeRemove(r *command.Run) *cobra.Command {
	return &cobra.Command{
		Use: "remove NAME", Short: r.Say("cli.meeting.free.remove"), Args: command.Arguments(1, 1, "NAME"),
		RunE: func(cmd *cobra.Command, args []string) error {
			return r.With(cmd, func(ctx context.Context, session *model.Session) error {
				s, err := freeDays(ctx, session, r.Today(ctx, session), args[0])
				if err != nil {
					return err
				}
				if _, err := session.Do(ctx, free.Remove{ID: s.ID}); err != nil {
					return err
				}
				return did(r, r.Say("did.act-free-remove"), s.ID)
			})
		},
	}
}

// freeDays are the free days that were meant: by their id, or by a name that no others have. Errors: NotFound, Conflict.
func freeDays(ctx context.Context, session *model.Session, today time.Time, typed string) (found free.Stretch, err error) {
	all, err := free.Read(ctx, session, today.AddDate(-10, 0, 0), today.AddDate(15, 0, 0))
	if err != nil {
		return found, err
	}
	n := 0
	for _, s := range all {
		if s.Public() {
			continue
		}
		if s.ID.String() == strings.ToLower(strings.TrimSpace(typed)) {
			return s, nil
		}
		if plain.FoldText(s.Name) == plain.FoldText(typed) {
			found, n = s, n+1
		}
	}
	switch n {
	case 1:
		return found, nil
	case 0:
		return found, fault.New(fault.NotFound, "free-unknown", "name", typed)
	}
	return found, fault.New(fault.Conflict, "free-which", "name", typed, "n", fmt.Sprint(n))
}
