// Package training is the commands of what organisations ask of the school: who asks, who gives it, when, for how many, and what came of it.
package training

import (
	"context"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"leerbalie/model"
	"leerbalie/model/journal"
	"leerbalie/model/partner"
	"leerbalie/model/training"
	"leerbalie/ui/cli/command"
	"leerbalie/ui/cli/fields"
	"leerbalie/ui/cli/output"
)

// row is a training with the names of whom it names.
type row struct {
	training.Training
	names    map[journal.ID]string
	partners map[journal.ID]string
}

// Training is the family.
func Training(r *command.Run) *cobra.Command {
	return r.Family("training", "cli.training", room().Commands(command.Commands{"plan": plan, "give": give, "decline": decline}))
}

func read(ctx context.Context, r *command.Run, s *model.Session) (out []row, err error) {
	all, err := training.All(ctx, s)
	if err != nil {
		return nil, err
	}
	names, err := s.PersonNames(ctx, "")
	if err != nil {
		return nil, err
	}
	partners, err := partner.All(ctx, s)
	called := map[journal.ID]string{}
	for i := range partners {
		called[partners[i].ID] = partners[i].Name
	}
	for _, one := range all {
		out = append(out, row{one, names, called})
	}
	return out, err
}

func (o *row) givers() string {
	var out []string
	for _, id := range o.Givers {
		out = append(out, o.names[id])
	}
	return strings.Join(out, ", ")
}

// asks is who asks for it.
func (o *row) asks() string {
	if name := o.partners[o.Partner]; name != "" {
		return name
	}
	return o.Asker
}

func day(r *command.Run, o *row) string {
	if o.Day.IsZero() {
		return ""
	}
	return r.Words.ShortDay(o.Day)
}

func room() fields.Room[training.Training, row] {
	return fields.Room[training.Training, row]{
		Name: "training", Arg: "TRAINING", Title: "training-what",
		Of: fields.Of[training.Training]{Table: training.Table(), Prefix: "training-",
			Fields: []string{"training-partner", "training-asker", "training-asked", "training-givers", "training-day", "training-people", "training-theme"},
			Finds: map[string]fields.Find{
				"training-partner": fields.Named(partner.All, func(p partner.Partner) journal.ID { return p.ID }, func(p partner.Partner) string { return p.Name }),
			}},
		Examples: map[string]string{"add": "  leerbalie training add \"Omgaan met schulden\" --partner \"Buurtkeuken De Pan\""},
		Read:     read,
		Entity:   func(o *row) *training.Training { return &o.Training }, ID: func(o *row) journal.ID { return o.ID },
		Words: func(o *row) []string { return []string{o.Theme, o.asks(), o.givers()} },
		Open:  func(o *row) bool { return o.State == training.Asked || o.State == training.Planned },
		Add:   func(t training.Training) model.Action { return training.Add{Training: t} }, Edit: func(t training.Training) model.Action { return training.Edit{Training: t} },
		Archive: func(id journal.ID) model.Action { return training.Archive{ID: id} },
		Heads:   []string{"field.training-what", "field.training-asker", "field.training-day", "field.training-givers", "field.training-people", "field.training-state"},
		Cells: func(r *command.Run, o *row) []string {
			return []string{o.What, o.asks(), day(r, o), o.givers(), strconv.Itoa(o.People), r.Words.TrainingState(o.State)}
		},
		Card: func(r *command.Run, o *row) [][2]string {
			return [][2]string{{r.Say("field.training-asker"), o.asks()}, {r.Say("field.training-day"), day(r, o)}, {r.Say("field.training-givers"), o.givers()}, {r.Say("field.training-people"), strconv.Itoa(o.People)},
				{r.Say("field.training-theme"), o.Theme}, {r.Say("field.training-state"), r.Words.TrainingState(o.State)}, {r.Say("field.training-came"), o.Came}}
		},
		JSON: func(_ *command.Run, o *row) any { return jsonOf(o) },
	}
}

// trainingJSON is a training. The names are a promise to scripts.
type trainingJSON struct {
	ID      string       `json:"id"`
	What    string       `json:"what"`
	Partner *string      `json:"partner"`
	Asker   string       `json:"asked_by"`
	Asked   *string      `json:"asked_on"`
	Givers  []output.Who `json:"givers"`
	Date    *string      `json:"date"`
	Minutes int          `json:"minutes"`
	People  int          `json:"people"`
	Theme   string       `json:"theme"`
	State   string       `json:"state"`
	Came    string       `json:"came"`
}

func jsonOf(o *row) trainingJSON {
	out := trainingJSON{ID: o.ID.String(), What: o.What, Partner: output.IDOrNull(o.Partner), Asker: o.asks(), Asked: output.DayOrNull(o.Asked), Givers: []output.Who{}, Date: output.DayOrNull(o.Day),
		Minutes: o.Minutes, People: o.People, Theme: o.Theme, State: string(o.State), Came: o.Came}
	for _, id := range o.Givers {
		out.Givers = append(out.Givers, output.Named(id, o.names[id]))
	}
	return out
}

// does carries out an action about a training.
func does(r *command.Run, cmd *cobra.Command, name string, action func(journal.ID) model.Action) error {
	return room().Does(r, cmd, name, func(_ context.Context, _ *model.Session, o *row) (model.Action, error) { return action(o.ID), nil })
}

func plan(r *command.Run) *cobra.Command {
	return &cobra.Command{
		Use: "plan TRAINING DATE", Short: r.Say("cli.training.plan"), Args: command.Arguments(2, 2, "TRAINING DATE"),
		RunE: func(cmd *cobra.Command, args []string) error {
			on, err := command.ReadDay("date", args[1])
			if err != nil {
				return err
			}
			return does(r, cmd, args[0], func(id journal.ID) model.Action { return training.Plan{ID: id, Day: on} })
		},
	}
}

func give(r *command.Run) *cobra.Command {
	var people int
	cmd := &cobra.Command{
		Use: "give TRAINING TEXT", Short: r.Say("cli.training.give"), Args: command.Arguments(2, -1, "TRAINING TEXT"),
		RunE: func(cmd *cobra.Command, args []string) error {
			return does(r, cmd, args[0], func(id journal.ID) model.Action {
				return training.Give{ID: id, People: people, Came: strings.Join(args[1:], " ")}
			})
		},
	}
	cmd.Flags().IntVar(&people, "people", 0, r.Say("field.training-people"))
	return cmd
}

func decline(r *command.Run) *cobra.Command {
	return &cobra.Command{
		Use: "decline TRAINING TEXT", Short: r.Say("cli.training.decline"), Args: command.Arguments(2, -1, "TRAINING TEXT"),
		RunE: func(cmd *cobra.Command, args []string) error {
			return does(r, cmd, args[0], func(id journal.ID) model.Action {
				return training.Decline{ID: id, Why: strings.Join(args[1:], " ")}
			})
		},
	}
}
