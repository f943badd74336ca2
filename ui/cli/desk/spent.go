package desk

import (
	"context"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/model/journal"
	"leerbalie/ui/cli/command"
	"leerbalie/ui/cli/lookup"
	"leerbalie/ui/cli/output"
	"leerbalie/ui/widget/cell"
)

// parts cuts what was typed for minutes, "20" or "Ali=20,Noor=25"; a comma within a name is no end.
func parts(typed []string) (out []string) {
	for _, text := range typed {
		name := ""
		for piece := range strings.SplitSeq(text, ",") {
			name += piece
			if _, err := strconv.Atoi(strings.TrimSpace(piece)); err == nil || strings.Contains(piece, "=") {
				out, name = append(out, name), ""
			} else {
				name += ","
			}
		}
		if name != "" {
			out = append(out, strings.TrimSuffix(name, ","))
		}
	}
	return out
}

// checkMinutes refuses what is no number of minutes. Errors: a misuse.
func checkMinutes(typed []string) error {
	for _, part := range parts(typed) {
		_, number, named := strings.Cut(part, "=")
		if !named {
			number = part
		}
		if n, err := strconv.Atoi(strings.TrimSpace(number)); err != nil || n < 0 {
			return command.Misuse("cli.minutes", "value", part)
		}
	}
	return nil
}

// spent reads the minutes of each who worked on a request: a number alone is of each who has it, or of who acts where nobody does;
// a name before it says whose it is. Errors: a misuse; NotFound and Conflict for a name.
func spent(ctx context.Context, session *model.Session, q *desk.Request, typed []string) (out []desk.Spent, err error) {
	people, err := session.People(ctx)
	if err != nil {
		return nil, err
	}
	set := func(id journal.ID, n int) {
		if i := slices.IndexFunc(out, func(s desk.Spent) bool { return s.Person == id }); i >= 0 {
			out[i].Minutes = n
		} else {
			out = append(out, desk.Spent{Person: id, Minutes: n})
		}
	}
	worked := q.Worked(session.Me().ID)
	for _, named := range []bool{false, true} { // a name says more than a number alone
		for _, part := range parts(typed) {
			name, number, has := strings.Cut(part, "=")
			if !has {
				number = part
			}
			n, err := strconv.Atoi(strings.TrimSpace(number))
			switch {
			case err != nil || n < 0:
				return nil, command.Misuse("cli.minutes", "value", part)
			case has != named:
			case !has:
				for _, id := range worked {
					set(id, n)
				}
			default:
				id, err := worker(ctx, session, people, worked, strings.TrimSpace(name))
				if err != nil {
					return nil, err
				}
				set(id, n)
			}
		}
	}
	return out, nil
}

// worker finds whose minutes are meant: one of those who worked, or else a colleague.
func worker(ctx context.Context, session *model.Session, people []model.Person, worked []journal.ID, name string) (journal.ID, error) {
	here := lookup.Where(people, func(p model.Person) bool { return slices.Contains(worked, p.ID) })
	p, err := lookup.One(name, here, func(p model.Person) journal.ID { return p.ID }, func(p model.Person) string { return p.Name })
	if err != nil {
		p, err = lookup.Person(ctx, session, name)
	}
	return p.ID, err
}

// whose says whose minutes are written down, "" where that is only who acts.
func whose(ctx context.Context, r *command.Run, session *model.Session, of []desk.Spent) (string, error) {
	of = lookup.Where(of, func(s desk.Spent) bool { return s.Minutes > 0 })
	if r.JSON || len(of) == 0 || len(of) == 1 && of[0].Person == session.Me().ID {
		return "", nil
	}
	who, err := namesOf(ctx, session)
	list := make([]string, len(of))
	for i, s := range of {
		list[i] = cell.Safe(who.who(s.Person).Name, 60) + " " + strconv.Itoa(s.Minutes)
	}
	return r.Say("cli.minutes.for", "list", strings.Join(list, ", ")), err
}

// actSpent is act for what writes minutes down; then it says whose they are.
func actSpent(r *command.Run, cmd *cobra.Command, number, said string, typed []string, what func(ctx context.Context, session *model.Session, q *desk.Request, each []desk.Spent) ([]model.Action, error)) error {
	told := ""
	err := act(r, cmd, number, said, func(ctx context.Context, session *model.Session, q *desk.Request) ([]model.Action, error) {
		each, err := spent(ctx, session, q, typed)
		if err != nil {
			return nil, err
		}
		if told, err = whose(ctx, r, session, each); err != nil {
			return nil, err
		}
		return what(ctx, session, q, each)
	})
	if err == nil && told != "" {
		r.Tell(told)
	}
	return err
}

// minutesJSON is the minutes of one person on a request.
type minutesJSON struct {
	Person  output.Who `json:"person"`
	Minutes int        `json:"minutes"`
}

func minutesBy(q *desk.Request, who names) []minutesJSON {
	out := []minutesJSON{}
	for _, s := range q.MinutesBy() {
		out = append(out, minutesJSON{who.who(s.Person), s.Minutes})
	}
	return out
}
