package question

import (
	"context"
	"fmt"
	"strconv"
	"time"

	"github.com/spf13/cobra"

	"leerbalie/model"
	"leerbalie/model/course"
	"leerbalie/model/days"
	"leerbalie/model/journal"
	"leerbalie/model/question"
	"leerbalie/ui/cli/command"
	"leerbalie/ui/cli/fields"
	"leerbalie/ui/cli/output"
	"leerbalie/ui/widget/cell"
)

// questionJSON is a question. The names are a promise to scripts.
type questionJSON struct {
	ID       string       `json:"id"`
	Title    string       `json:"title"`
	Details  string       `json:"details"`
	Theme    string       `json:"theme"`
	By       output.Who   `json:"by"`
	At       *string      `json:"at"`
	To       []output.Who `json:"to"`
	State    string       `json:"state"`
	Answers  []answerJSON `json:"answers"`
	Accepted *string      `json:"accepted"`
	Kept     string       `json:"kept"`
	KeptBy   *output.Who  `json:"kept_by"`
	Course   *output.Who  `json:"course"`
	Meeting  *string      `json:"meeting"`
}

type answerJSON struct {
	ID       string     `json:"id"`
	Text     string     `json:"text"`
	By       output.Who `json:"by"`
	At       *string    `json:"at"`
	Accepted bool       `json:"accepted"`
	Earlier  []string   `json:"earlier"`
}

// names are those of people and courses, and the zone in which moments are said.
type names struct {
	of   map[journal.ID]string
	zone *time.Location
}

func namesIn(ctx context.Context, r *command.Run, session *model.Session) (n names, err error) {
	n = names{of: map[journal.ID]string{}, zone: r.Zone(ctx, session)}
	people, err := model.ReadAll(ctx, session, model.KindPerson, model.PersonOf)
	for i := range people {
		n.of[people[i].ID] = people[i].Name
	}
	if err != nil {
		return n, err
	}
	courses, err := course.List(ctx, session)
	for i := range courses {
		n.of[courses[i].ID] = courses[i].Title
	}
	return n, err
}

func (n *names) who(id journal.ID) output.Who { return output.Named(id, n.of[id]) }

func (n *names) orNull(id journal.ID) *output.Who {
	if id.IsZero() {
		return nil
	}
	w := n.who(id)
	return &w
}

func (n *names) out(q *question.Question) questionJSON {
	out := questionJSON{ID: q.ID.String(), Title: q.Title, Details: q.Details, Theme: q.Theme, By: n.who(q.AddedBy), At: output.MomentOrNull(time.UnixMilli(q.ID.Millis()), n.zone), To: []output.Who{},
		State: string(q.Stands()), Answers: []answerJSON{}, Accepted: output.IDOrNull(q.Accepted), Kept: q.Kept, KeptBy: n.orNull(q.KeptBy), Meeting: output.IDOrNull(q.Meeting)}
	for _, id := range q.To {
		out.To = append(out.To, n.who(id))
	}
	if n.of[q.Course] != "" { // one that was put away is no course of it
		out.Course = n.orNull(q.Course)
	}
	for i := range q.Answers {
		a := &q.Answers[i]
		out.Answers = append(out.Answers, answerJSON{a.ID.String(), a.Text, n.who(a.By), output.MomentOrNull(a.At, n.zone), a.ID == q.Accepted, output.OrEmpty(a.Earlier)})
	}
	return out
}

func list(r *command.Run) *cobra.Command {
	var limit int
	var ask question.Query
	var to string
	cmd := &cobra.Command{
		Use: "list", Short: r.Say("cli.question.list"), Args: command.Arguments(0, 0, ""),
		Example: "  leerbalie question list --kept --search \"schulden brief\"",
		RunE: func(cmd *cobra.Command, _ []string) error {
			limit, err := r.Limit(cmd, limit)
			if err != nil {
				return err
			}
			return r.With(cmd, func(ctx context.Context, session *model.Session) (err error) {
				if to != "" {
					if ask.To, err = fields.Person(ctx, session, to); err != nil {
						return err
					}
				}
				all, err := question.Read(ctx, session, ask)
				if err != nil {
					return err
				}
				if limit > 0 && len(all) > limit {
					all = all[:limit]
				}
				n, err := namesIn(ctx, r, session)
				if err != nil {
					return err
				}
				if r.JSON {
					out := output.NewArray(r.Out)
					for i := range all {
						if err := out.Add(n.out(&all[i])); err != nil {
							return err
						}
					}
					return out.End()
				}
				if len(all) == 0 {
					_, err := fmt.Fprintln(r.Out, r.Say("questions.none"))
					return err
				}
				t := output.NewTable(r.Out, r.Width, r.Say("field.question-title"), r.Say("field.question-theme"), r.Say("field.question-state"), r.Say("questions.answers"), r.Say("questions.kept"))
				for i := range all {
					q := &all[i]
					kept := ""
					if q.Kept != "" {
						kept = r.Say("page.yes")
					}
					t.Add(cell.Safe(q.Title, 80), cell.Safe(r.Words.ThemeWord(r.Site(ctx, session), q.Theme), 30), r.Words.QuestionState(q.Stands()), strconv.Itoa(len(q.Answers)), kept)
				}
				return t.End()
			})
		},
	}
	f := cmd.Flags()
	f.BoolVar(&ask.Open, "open", false, r.Say("cli.flag.question-open"))
	f.BoolVar(&ask.Kept, "kept", false, r.Say("cli.flag.question-kept"))
	f.StringVar(&ask.Text, "search", "", r.Say("cli.flag.question-search"))
	f.StringVar(&ask.Theme, "theme", "", r.Say("field.question-theme"))
	f.StringVar(&to, "to", "", r.Say("field.question-to"))
	r.LimitFlag(cmd, &limit)
	return cmd
}

func show(r *command.Run) *cobra.Command {
	return &cobra.Command{
		Use: "show QUESTION", Short: r.Say("cli.question.show"), Args: command.Arguments(1, 1, "QUESTION"),
		RunE: func(cmd *cobra.Command, args []string) error {
			return r.With(cmd, func(ctx context.Context, session *model.Session) error {
				q, err := meant(ctx, session, args[0])
				if err != nil {
					return err
				}
				n, err := namesIn(ctx, r, session)
				if err != nil {
					return err
				}
				if r.JSON {
					return output.JSON(r.Out, n.out(&q))
				}
				return card(ctx, r, session, &q, &n)
			})
		},
	}
}

// card is a question for people, with its answers by number.
func card(ctx context.Context, r *command.Run, session *model.Session, q *question.Question, n *names) error {
	to := ""
	for i, id := range q.To {
		if i > 0 {
			to += ", "
		}
		to += n.of[id]
	}
	lines := [][2]string{{r.Say("field.question-state"), r.Words.QuestionState(q.Stands())}, {r.Say("field.added-by"), n.of[q.AddedBy]}, {r.Say("field.question-to"), to},
		{r.Say("field.question-theme"), r.Words.ThemeWord(r.Site(ctx, session), q.Theme)}, {r.Say("field.question-details"), q.Details}, {r.Say("field.question-kept"), q.Kept},
		{r.Say("field.question-kept-by"), n.of[q.KeptBy]}, {r.Say("field.question-course"), n.of[q.Course]}}
	if err := output.Card(r, q.Title, lines); err != nil {
		return err
	}
	for i := range q.Answers {
		a := &q.Answers[i]
		id := "questions.answer"
		if a.ID == q.Accepted {
			id = "questions.answer-chosen"
		}
		said := r.Say(id, "name", cell.Safe(n.of[a.By], 60), "day", r.Words.ShortDay(days.Of(a.At, n.zone)), "text", cell.Safe(a.Text, 2000))
		if _, err := fmt.Fprintf(r.Out, "%d. %s\n", i+1, said); err != nil {
			return err
		}
	}
	return nil
}
