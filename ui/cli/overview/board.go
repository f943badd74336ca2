package overview

import (
	"context"
	"time"

	"github.com/spf13/cobra"

	"leerbalie/model"
	"leerbalie/model/fault"
	"leerbalie/model/overview"
	"leerbalie/ui/cli/command"
	"leerbalie/ui/cli/lookup"
	"leerbalie/ui/cli/output"
)

type boardJSON struct {
	Site    string     `json:"site"`
	Waiting []turnJSON `json:"waiting"`
	Helped  []string   `json:"helped"`
}

type turnJSON struct {
	Number string `json:"number"`
	About  *int   `json:"about_minutes"` // null: nobody can tell
}

// Board shows who waits on the screen of a waiting room, until that is ended from outside; or writes it once.
func Board(r *command.Run) *cobra.Command {
	var site string
	at := func(ctx context.Context, session *model.Session) (*model.Session, error) {
		switch {
		case site == "":
			return session, nil
		case session.Me().IsBoard():
			return nil, fault.New(fault.Refused, "board-site", "name", session.Me().Name)
		}
		s, err := lookup.Site(ctx, session, site)
		if err != nil || s.ID == session.Site() {
			return session, err
		}
		return session.At(ctx, s.ID)
	}
	cmd := &cobra.Command{
		Use: "board", Short: r.Say("cli.board"), Long: r.Say("cli.board.long"), Args: command.Arguments(0, 0, ""),
		Example: "  leerbalie board --as \"Scherm hal\"\n  leerbalie board --json",
		RunE: func(cmd *cobra.Command, _ []string) error {
			if r.JSON {
				return r.WithBoard(cmd, func(ctx context.Context, session *model.Session) error {
					session, err := at(ctx, session)
					if err != nil {
						return err
					}
					b, err := overview.ReadBoard(ctx, session, r.Now())
					if err != nil {
						return err
					}
					return output.JSON(r.Out, boardOut(&b))
				})
			}
			if r.Served {
				return command.Misuse("cli.served.board")
			}
			plain, _ := cmd.Flags().GetBool("no-color")
			return r.Powers.App(cmd.Context(), command.AppOptions{
				Store: r.Store, As: r.As, Lang: r.Words.Lang(), LangGiven: cmd.Flags().Changed("lang"), NoColor: plain || r.NoColor, Linear: r.Linear,
				Board: true, Site: site,
			})
		},
	}
	cmd.Flags().StringVar(&site, "site", "", r.Say("cli.flag.board-site"))
	return cmd
}

func boardOut(b *overview.Board) boardJSON {
	out := boardJSON{b.Site, make([]turnJSON, len(b.Waiting)), output.OrEmpty(b.Helped)}
	for i, t := range b.Waiting {
		out.Waiting[i].Number = t.Number
		if t.About > 0 {
			minutes := int(t.About / time.Minute)
			out.Waiting[i].About = &minutes
		}
	}
	return out
}
