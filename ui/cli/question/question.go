// Package question is the commands of what a learning community asks itself and what it keeps of that.
package question

import (
	"context"
	"fmt"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"leerbalie/model"
	"leerbalie/model/community/taught"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/model/question"
	"leerbalie/ui/cli/command"
	"leerbalie/ui/cli/fields"
	"leerbalie/ui/cli/lookup"
	"leerbalie/ui/cli/output"
	"leerbalie/ui/widget/cell"
)

// Question is the family of questions.
func Question(r *command.Run) *cobra.Command {
	return r.Family("question", "cli.question", command.Commands{"add": add, "edit": edit, "list": list, "show": show, "answer": answer, "unsay": unsay, "accept": accept, "keep": keep,
		"course": teach, "close": closing, "reopen": reopen, "archive": archive})
}

func flags(r *command.Run, cmd *cobra.Command, names ...string) *fields.Flags[question.Question] {
	return fields.Add(r, cmd, fields.Of[question.Question]{Table: question.Table(), Prefix: "question-", Fields: names})
}

// meant is the question that an id or a title means.
func meant(ctx context.Context, session *model.Session, text string) (question.Question, error) {
	all, err := question.All(ctx, session)
	if err != nil {
		return question.Question{}, err
	}
	return lookup.One(text, all, func(q question.Question) journal.ID { return q.ID }, func(q question.Question) string { return q.Title })
}

// answerOf is the answer that an id, its number or its words mean.
func answerOf(q *question.Question, text string) (journal.ID, error) {
	if n, err := strconv.Atoi(text); err == nil {
		if n < 1 || n > len(q.Answers) {
			return journal.ID{}, fault.New(fault.NotFound, "answer-unknown", "title", q.Title, "name", text)
		}
		return q.Answers[n-1].ID, nil
	}
	a, err := lookup.One(text, q.Answers, func(a question.Answer) journal.ID { return a.ID }, func(a question.Answer) string { return a.Text })
	return a.ID, err
}

func add(r *command.Run) *cobra.Command {
	var f *fields.Flags[question.Question]
	cmd := &cobra.Command{
		Use: "add TEXT", Short: r.Say("cli.question.add"), Args: command.Arguments(1, 1, "TEXT"),
		Example: "  leerbalie question add \"Hoe begin je over schulden?\" --theme armoede --to Theo",
		RunE: func(cmd *cobra.Command, args []string) error {
			return r.With(cmd, func(ctx context.Context, session *model.Session) error {
				q := question.Question{Title: args[0]}
				if err := f.Over(ctx, session, &q); err != nil {
					return err
				}
				did, err := session.Do(ctx, question.Add{Question: q})
				if err != nil {
					return err
				}
				return tell(ctx, r, session, did.Entity, "did.act-question-add")
			})
		},
	}
	f = flags(r, cmd, "question-details", "question-theme", "question-to")
	return cmd
}

func edit(r *command.Run) *cobra.Command {
	var f *fields.Flags[question.Question]
	cmd := &cobra.Command{
		Use: "edit QUESTION", Short: r.Say("cli.question.edit"), Args: command.Arguments(1, 1, "QUESTION"),
		RunE: func(cmd *cobra.Command, args []string) error {
			return does(r, cmd, args[0], func(ctx context.Context, session *model.Session, q *question.Question) (model.Action, error) {
				err := f.Over(ctx, session, q)
				return question.Edit{Question: *q}, err
			})
		},
	}
	f = flags(r, cmd, "question-title", "question-details", "question-theme", "question-to", "question-kept-by")
	return cmd
}

// does is a command that does one thing with a question.
func does(r *command.Run, cmd *cobra.Command, name string, action func(context.Context, *model.Session, *question.Question) (model.Action, error)) error {
	return r.With(cmd, func(ctx context.Context, session *model.Session) error {
		q, err := meant(ctx, session, name)
		if err != nil {
			return err
		}
		a, err := action(ctx, session, &q)
		if err != nil {
			return err
		}
		if _, err := session.Do(ctx, a); err != nil {
			return err
		}
		return tell(ctx, r, session, q.ID, "did."+a.Name())
	})
}

func answer(r *command.Run) *cobra.Command {
	var correct string
	cmd := &cobra.Command{
		Use: "answer QUESTION TEXT", Short: r.Say("cli.question.answer"), Args: command.Arguments(2, 2, "QUESTION TEXT"),
		Example: "  leerbalie question answer schulden \"Vraag eerst of het hier kan\"",
		RunE: func(cmd *cobra.Command, args []string) error {
			return does(r, cmd, args[0], func(_ context.Context, _ *model.Session, q *question.Question) (a model.Action, err error) {
				say := question.Reply{ID: q.ID, Text: args[1]}
				if correct != "" {
					say.Answer, err = answerOf(q, correct)
				}
				return say, err
			})
		},
	}
	cmd.Flags().StringVar(&correct, "correct", "", r.Say("cli.flag.question-correct"))
	return cmd
}

func unsay(r *command.Run) *cobra.Command {
	return &cobra.Command{
		Use: "unsay QUESTION ANSWER", Short: r.Say("cli.question.unsay"), Args: command.Arguments(2, 2, "QUESTION ANSWER"),
		RunE: func(cmd *cobra.Command, args []string) error {
			return does(r, cmd, args[0], func(_ context.Context, _ *model.Session, q *question.Question) (model.Action, error) {
				id, err := answerOf(q, args[1])
				return question.Unsay{ID: q.ID, Answer: id}, err
			})
		},
	}
}

func accept(r *command.Run) *cobra.Command {
	var none bool
	cmd := &cobra.Command{
		Use: "accept QUESTION [ANSWER]", Short: r.Say("cli.question.accept"), Args: command.Arguments(1, 2, "QUESTION ANSWER"),
		Example: "  leerbalie question accept schulden 1",
		RunE: func(cmd *cobra.Command, args []string) error {
			if none != (len(args) == 1) {
				return command.Misuse("cli.question.accept-which")
			}
			return does(r, cmd, args[0], func(_ context.Context, _ *model.Session, q *question.Question) (_ model.Action, err error) {
				a := question.Accept{ID: q.ID}
				if !none {
					a.Answer, err = answerOf(q, args[1])
				}
				return a, err
			})
		},
	}
	cmd.Flags().BoolVar(&none, "none", false, r.Say("cli.flag.question-none"))
	return cmd
}

func keep(r *command.Run) *cobra.Command {
	var by string
	cmd := &cobra.Command{
		Use: "keep QUESTION TEXT", Short: r.Say("cli.question.keep"), Args: command.Arguments(2, 2, "QUESTION TEXT"),
		RunE: func(cmd *cobra.Command, args []string) error {
			return does(r, cmd, args[0], func(ctx context.Context, session *model.Session, q *question.Question) (model.Action, error) {
				a := question.Keep{ID: q.ID, Text: strings.TrimSpace(args[1])}
				if by == "" {
					return a, nil
				}
				id, err := fields.Person(ctx, session, by)
				a.By = id
				return a, err
			})
		},
	}
	cmd.Flags().StringVar(&by, "by", "", r.Say("field.question-kept-by"))
	return cmd
}

// teach makes a course of what is kept.
func teach(r *command.Run) *cobra.Command {
	var dates []string
	var title, place string
	var minutes int
	cmd := &cobra.Command{
		Use: "course QUESTION", Short: r.Say("cli.question.course"), Args: command.Arguments(1, 1, "QUESTION"),
		Example: "  leerbalie question course schulden --dates 2027-02-05,2027-02-12",
		RunE: func(cmd *cobra.Command, args []string) error {
			return does(r, cmd, args[0], func(_ context.Context, _ *model.Session, q *question.Question) (model.Action, error) {
				c := taught.CourseOf(q)
				if title != "" {
					c.Title = title
				}
				c.Place, c.Minutes = place, minutes
				for _, d := range dates {
					day, err := command.ReadDay("dates", strings.TrimSpace(d))
					if err != nil {
						return nil, err
					}
					c.Dates = append(c.Dates, day)
				}
				return taught.Teach{Question: q.ID, Course: c}, nil
			})
		},
	}
	f := cmd.Flags()
	f.StringSliceVar(&dates, "dates", nil, r.Say("field.course-dates"))
	f.StringVar(&title, "title", "", r.Say("field.course-title"))
	f.StringVar(&place, "place", "", r.Say("field.course-place"))
	f.IntVar(&minutes, "minutes", 0, r.Say("field.minutes"))
	return cmd
}

// simple is a command that needs nothing but the question.
func simple(r *command.Run, use string, action func(journal.ID) model.Action) *cobra.Command {
	return &cobra.Command{
		Use: use + " QUESTION", Short: r.Say("cli.question." + use), Args: command.Arguments(1, 1, "QUESTION"),
		RunE: func(cmd *cobra.Command, args []string) error {
			return does(r, cmd, args[0], func(_ context.Context, _ *model.Session, q *question.Question) (model.Action, error) {
				return action(q.ID), nil
			})
		},
	}
}

func closing(r *command.Run) *cobra.Command {
	return simple(r, "close", func(id journal.ID) model.Action { return question.Close{ID: id} })
}

func reopen(r *command.Run) *cobra.Command {
	return simple(r, "reopen", func(id journal.ID) model.Action { return question.Reopen{ID: id} })
}

func archive(r *command.Run) *cobra.Command {
	return &cobra.Command{
		Use: "archive QUESTION", Short: r.Say("cli.question.archive"), Args: command.Arguments(1, 1, "QUESTION"),
		RunE: func(cmd *cobra.Command, args []string) error {
			return r.With(cmd, func(ctx context.Context, session *model.Session) error {
				q, err := meant(ctx, session, args[0])
				if err != nil {
					return err
				}
				if _, err := session.Do(ctx, question.Archive{ID: q.ID}); err != nil {
					return err
				}
				return output.Did(r, "did.act-question-archive", q.ID)
			})
		},
	}
}

// tell gives a question as it is now.
func tell(ctx context.Context, r *command.Run, session *model.Session, id journal.ID, did string) error {
	q, err := question.One(ctx, session, id)
	if err != nil {
		return err
	}
	if r.JSON {
		n, err := namesIn(ctx, r, session)
		if err != nil {
			return err
		}
		return output.JSON(r.Out, n.out(&q))
	}
	_, err = fmt.Fprintln(r.Out, r.Say(did), cell.Safe(q.Title, 80), q.ID.String())
	return err
}
