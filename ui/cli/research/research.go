// Package research is the commands of research in the community: the question, who look into it, which project or goal it serves, and what came
// of it.
package research

import (
	"context"
	"strings"

	"github.com/spf13/cobra"

	"leerbalie/model"
	"leerbalie/model/goal"
	"leerbalie/model/journal"
	"leerbalie/model/project"
	"leerbalie/model/research"
	"leerbalie/ui/cli/command"
	"leerbalie/ui/cli/fields"
	"leerbalie/ui/cli/output"
)

// row is a piece of research with the names of whom it names.
type row struct {
	research.Research
	names map[journal.ID]string
}

// Research is the family.
func Research(r *command.Run) *cobra.Command {
	return r.Family("research", "cli.research", room().Commands(command.Commands{"end": end}))
}

func read(ctx context.Context, r *command.Run, s *model.Session) (out []row, err error) {
	all, err := research.All(ctx, s)
	if err != nil {
		return nil, err
	}
	names, err := s.PersonNames(ctx, "")
	if err != nil {
		return nil, err
	}
	for _, one := range all {
		out = append(out, row{one, names})
	}
	return out, nil
}

func (o *row) named(ids []journal.ID) string {
	var out []string
	for _, id := range ids {
		out = append(out, o.names[id])
	}
	return strings.Join(out, ", ")
}

func room() fields.Room[research.Research, row] {
	return fields.Room[research.Research, row]{
		Name: "research", Arg: "RESEARCH", Title: "research-question",
		Of: fields.Of[research.Research]{Table: research.Table(), Prefix: "research-",
			Fields: []string{"research-students", "research-supervisor", "research-project", "research-goal", "research-from", "research-to", "research-school"},
			Finds: map[string]fields.Find{
				"research-project": fields.Named(project.All, func(p project.Project) journal.ID { return p.ID }, func(p project.Project) string { return p.Title }),
				"research-goal":    fields.Named(goal.All, func(g goal.Goal) journal.ID { return g.ID }, func(g goal.Goal) string { return g.Title }),
			}},
		Examples: map[string]string{"add": "  leerbalie research add \"Wat helpt tegen eenzaamheid?\" --students Noor --supervisor Hatice --goal taalcafé"},
		Read:     read,
		Entity:   func(o *row) *research.Research { return &o.Research }, ID: func(o *row) journal.ID { return o.ID },
		Words: func(o *row) []string { return []string{o.School, o.Came, o.named(o.Students)} },
		Open:  func(o *row) bool { return o.State == research.Running },
		Add:   func(t research.Research) model.Action { return research.Add{Research: t} }, Edit: func(t research.Research) model.Action { return research.Edit{Research: t} },
		Archive: func(id journal.ID) model.Action { return research.Archive{ID: id} },
		Heads:   []string{"field.research-question", "field.research-students", "field.research-supervisor", "field.research-state"},
		Cells: func(r *command.Run, o *row) []string {
			return []string{o.Question, o.named(o.Students), o.names[o.Supervisor], r.Words.ResearchState(o.State)}
		},
		Card: func(r *command.Run, o *row) [][2]string {
			return [][2]string{{r.Say("field.research-students"), o.named(o.Students)}, {r.Say("field.research-supervisor"), o.names[o.Supervisor]}, {r.Say("field.research-school"), o.School},
				{r.Say("field.research-state"), r.Words.ResearchState(o.State)}, {r.Say("field.research-came"), o.Came}}
		},
		JSON: func(_ *command.Run, o *row) any { return jsonOf(o) },
	}
}

// researchJSON is a piece of research. The names are a promise to scripts.
type researchJSON struct {
	ID         string       `json:"id"`
	Question   string       `json:"question"`
	Students   []output.Who `json:"students"`
	Supervisor *output.Who  `json:"supervisor"`
	School     string       `json:"school"`
	Project    *string      `json:"project"`
	Goal       *string      `json:"goal"`
	From       *string      `json:"from"`
	To         *string      `json:"to"`
	State      string       `json:"state"`
	Came       string       `json:"came"`
}

func jsonOf(o *row) researchJSON {
	out := researchJSON{ID: o.ID.String(), Question: o.Question, Students: []output.Who{}, School: o.School, Project: output.IDOrNull(o.Project), Goal: output.IDOrNull(o.Goal),
		From: output.DayOrNull(o.From), To: output.DayOrNull(o.To), State: string(o.State), Came: o.Came}
	for _, id := range o.Students {
		out.Students = append(out.Students, output.Named(id, o.names[id]))
	}
	if !o.Supervisor.IsZero() {
		who := output.Named(o.Supervisor, o.names[o.Supervisor])
		out.Supervisor = &who
	}
	return out
}

func end(r *command.Run) *cobra.Command {
	var stopped bool
	cmd := &cobra.Command{
		Use: "end RESEARCH TEXT", Short: r.Say("cli.research.end"), Args: command.Arguments(2, -1, "RESEARCH TEXT"),
		RunE: func(cmd *cobra.Command, args []string) error {
			return room().Does(r, cmd, args[0], func(_ context.Context, _ *model.Session, o *row) (model.Action, error) {
				state := research.Done
				if stopped {
					state = research.Stopped
				}
				return research.End{ID: o.ID, State: state, Came: strings.Join(args[1:], " ")}, nil
			})
		},
	}
	cmd.Flags().BoolVar(&stopped, "stopped", false, r.Say("cli.research.stopped"))
	return cmd
}
