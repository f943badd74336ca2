package meeting

import (
	"context"
	"fmt"
	"slices"

	"github.com/spf13/cobra"

	"leerbalie/model"
	"leerbalie/model/goal"
	"leerbalie/model/journal"
	"leerbalie/model/meeting"
	"leerbalie/model/minutes"
	"leerbalie/model/question"
	"leerbalie/model/upward"
	"leerbalie/ui/cli/command"
	"leerbalie/ui/cli/fields"
	"leerbalie/ui/cli/output"
	"leerbalie/ui/widget/cell"
)

// minutesJSON is what came out of a meeting. The names are a promise to scripts.
type minutesJSON struct {
	ID        string     `json:"id"`
	Note      string     `json:"note"`
	Goals     []cameJSON `json:"goals"`
	Questions []cameJSON `json:"questions"`
	Signals   []cameJSON `json:"signals"`
}

type cameJSON struct {
	ID    string `json:"id"`
	Title string `json:"title"`
	State string `json:"state"`
}

// meetingMinutes writes what came out of a meeting, in one action, or shows it.
func meetingMinutes(r *command.Run) *cobra.Command {
	var note string
	var goals, owners, questions, signals, to []string
	cmd := &cobra.Command{
		Use: "minutes ID", Short: r.Say("cli.meeting.minutes"), Long: r.Say("cli.meeting.minutes-long"), Args: command.Arguments(1, 1, "ID"),
		Example: "  leerbalie meeting minutes 3fa9c1 --goal \"Taalcafé\" --owner Noor --question \"Wie kent de school?\" --signal \"Geen les over schulden\" --to Theo",
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(owners) > 0 && len(owners) != len(goals) {
				return command.Misuse("cli.meeting.minutes.owners", "n", len(goals), "owners", len(owners))
			}
			if len(to) != len(signals) {
				return command.Misuse("cli.meeting.minutes.to", "n", len(signals), "to", len(to))
			}
			return r.With(cmd, func(ctx context.Context, session *model.Session) error {
				id, err := find(ctx, session, args[0])
				if err != nil {
					return err
				}
				_, row, err := meeting.ReadOne(ctx, session, id)
				if err != nil {
					return err
				}
				var do []model.Action
				if cmd.Flags().Changed("note") {
					m := row.Meeting
					m.Note = note
					do = append(do, meeting.Edit{Meeting: m, Reach: meeting.Only})
				}
				for i, title := range goals {
					g := goal.Goal{Title: title, Owner: session.Me().ID, Meeting: id, Theme: row.Theme}
					if len(owners) > 0 {
						if g.Owner, err = fields.Person(ctx, session, owners[i]); err != nil {
							return err
						}
					}
					do = append(do, goal.Add{Goal: g})
				}
				for _, title := range questions {
					do = append(do, question.Add{Question: question.Question{Title: title, Meeting: id, Theme: row.Theme}})
				}
				for i, text := range signals {
					s := upward.Signal{Text: text, Meeting: id, Theme: row.Theme}
					if s.To, err = fields.Person(ctx, session, to[i]); err != nil {
						return err
					}
					do = append(do, upward.Add{Signal: s})
				}
				if len(do) > 0 {
					if _, err := session.Do(ctx, do...); err != nil {
						return err
					}
					if err := fields.PointAt(ctx, r, session, slices.Concat([]string{note}, goals, questions, signals)...); err != nil {
						return err
					}
				}
				return tellMinutes(ctx, r, session, id)
			})
		},
	}
	f := cmd.Flags()
	f.StringVar(&note, "note", "", r.Say("cli.meeting.minutes.note"))
	f.StringArrayVar(&goals, "goal", nil, r.Say("cli.meeting.minutes.goal"))
	f.StringArrayVar(&owners, "owner", nil, r.Say("cli.meeting.minutes.owner"))
	f.StringArrayVar(&questions, "question", nil, r.Say("cli.meeting.minutes.question"))
	f.StringArrayVar(&signals, "signal", nil, r.Say("cli.meeting.minutes.signal"))
	f.StringArrayVar(&to, "to", nil, r.Say("cli.meeting.minutes.whom"))
	return cmd
}

// tellMinutes gives the note of a meeting and what came out of it.
func tellMinutes(ctx context.Context, r *command.Run, session *model.Session, id journal.ID) error {
	_, row, err := meeting.ReadOne(ctx, session, id)
	if err != nil {
		return err
	}
	all, err := minutes.All(ctx, session)
	if err != nil {
		return err
	}
	came := all[id]
	if came == nil {
		came = &minutes.Came{}
	}
	out := minutesJSON{ID: row.ID.String(), Note: row.Note, Goals: []cameJSON{}, Questions: []cameJSON{}, Signals: []cameJSON{}}
	for _, g := range came.Goals {
		out.Goals = append(out.Goals, cameJSON{g.ID.String(), g.Title, string(g.State)})
	}
	for _, q := range came.Questions {
		out.Questions = append(out.Questions, cameJSON{q.ID.String(), q.Title, string(q.State)})
	}
	for _, s := range came.Signals {
		out.Signals = append(out.Signals, cameJSON{s.ID.String(), s.Text, string(s.State)})
	}
	if r.JSON {
		return output.JSON(r.Out, out)
	}
	if !came.Any() && out.Note == "" {
		_, err := fmt.Fprintln(r.Out, r.Say("cli.meeting.minutes.none"))
		return err
	}
	lines := [][2]string{}
	if out.Note != "" {
		lines = append(lines, [2]string{r.Say("cli.meeting.minutes.note"), cell.Safe(out.Note, 2000)})
	}
	for _, part := range []struct {
		place string
		all   []cameJSON
	}{{"place.goal", out.Goals}, {"place.question", out.Questions}, {"place.signal", out.Signals}} {
		for _, c := range part.all {
			lines = append(lines, [2]string{r.Say(part.place), cell.Safe(c.Title, 400)})
		}
	}
	return output.Card(r, cell.Safe(row.Called(), 100), lines)
}
