package desk

import (
	"context"
	"fmt"
	"time"

	"github.com/spf13/cobra"

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/model/fault"
	"leerbalie/model/notification"
	"leerbalie/ui/cli/command"
	"leerbalie/ui/cli/output"
	"leerbalie/ui/text"
	"leerbalie/ui/widget/cell"
)

// notificationJSON is a formal notification, for scripts. Days are null where they are not there yet.
type notificationJSON struct {
	ID             string       `json:"id"`
	Request        string       `json:"request"`
	Number         string       `json:"number"`
	Summary        string       `json:"summary"`
	State          string       `json:"state"` // running, decided or withdrawn
	Urgent         bool         `json:"urgent"`
	ReportedAt     *string      `json:"reported_at"`
	HelpBy         *string      `json:"help_by"`
	HelpedAt       *string      `json:"helped_at"`
	PlanUntil      *string      `json:"plan_until"`
	PlanAt         *string      `json:"plan_at"`
	InvestigateBy  *string      `json:"investigate_by"`
	InvestigatedAt *string      `json:"investigated_at"`
	AppliedAt      *string      `json:"applied_at"`
	DecideBy       *string      `json:"decide_by"`
	DecidedAt      *string      `json:"decided_at"`
	WithdrawnAt    *string      `json:"withdrawn_at"`
	Next           *string      `json:"next"` // the step whose term ends first
	Late           []string     `json:"late"` // the steps whose term is over
	On             []output.Who `json:"on"`
}

func notificationOut(l *notification.Listed, who names) notificationJSON {
	day := output.DayOrNull
	j := notificationJSON{ID: l.ID.String(), Request: l.On.String(), Number: l.Number, Summary: l.Summary, State: "running", Urgent: l.Urgent,
		ReportedAt: day(l.Reported), HelpedAt: day(l.Helped), PlanAt: day(l.Plan), InvestigatedAt: day(l.Investigated), AppliedAt: day(l.Applied),
		DecidedAt: day(l.Decided), WithdrawnAt: day(l.Withdrawn), Late: []string{}, On: []output.Who{}}
	switch {
	case !l.Withdrawn.IsZero():
		j.State = "withdrawn"
	case !l.Decided.IsZero():
		j.State = "decided"
	}
	by := map[notification.Step]**string{notification.Helped: &j.HelpBy, notification.Plan: &j.PlanUntil, notification.Investigated: &j.InvestigateBy, notification.Decided: &j.DecideBy}
	for _, t := range l.Terms(l.Today) {
		*by[t.Step] = day(t.Due)
		if t.Late {
			j.Late = append(j.Late, string(t.Step))
		}
	}
	if next, ok := l.Next(l.Today); ok {
		step := string(next.Step)
		j.Next = &step
	}
	for _, id := range l.Whom {
		j.On = append(j.On, who.who(id))
	}
	return j
}

// Notification holds the commands on formal notifications.
func Notification(r *command.Run) *cobra.Command {
	return r.Family("notification", "cli.notification", command.Commands{"list": notificationList})
}

func notificationList(r *command.Run) *cobra.Command {
	var late, all bool
	cmd := &cobra.Command{
		Use: "list", Short: r.Say("cli.notification.list"), Args: command.Arguments(0, 0, ""),
		Example: "  leerbalie notification list --late --json",
		RunE: func(cmd *cobra.Command, _ []string) error {
			return r.With(cmd, func(ctx context.Context, session *model.Session) error {
				found, err := notification.Read(ctx, session, notification.Query{Now: r.Now(), All: all, Late: late})
				if err != nil {
					return err
				}
				if r.JSON {
					who, err := namesOf(ctx, session)
					if err != nil {
						return err
					}
					out := []notificationJSON{}
					for i := range found {
						out = append(out, notificationOut(&found[i], who))
					}
					return output.JSON(r.Out, out)
				}
				if len(found) == 0 {
					_, err := fmt.Fprintln(r.Out, r.Say("cli.notification.none"))
					return err
				}
				t := output.NewTable(r.Out, r.Width, r.Say("cli.col.number"), r.Say("cli.col.reported"), r.Say("cli.col.notify-next"), r.Say("cli.col.summary"))
				for _, l := range found {
					t.Add(l.Number, text.Day(l.Reported), standsAt(r, &l), cell.Safe(l.Summary, 100))
				}
				return t.End()
			})
		},
	}
	cmd.Flags().BoolVar(&late, "late", false, r.Say("cli.flag.notify.late"))
	cmd.Flags().BoolVar(&all, "all", false, r.Say("cli.flag.notify.all"))
	return cmd
}

// standsAt says what has to be done next of a notification, or how it ended.
func standsAt(r *command.Run, l *notification.Listed) string {
	next, ok := l.Next(l.Today)
	switch {
	case ok && next.Late:
		return r.Words.Term(next) + ", " + r.Say("notify.late")
	case ok:
		return r.Words.Term(next)
	case !l.Withdrawn.IsZero():
		return r.Say("notify.ended.withdrawn")
	case !l.Decided.IsZero():
		return r.Say("notify.ended.decided", "day", text.Day(l.Decided))
	}
	return r.Say("notify.waits")
}

// requestNotify makes a formal notification of a request, or notes a step of it.
func requestNotify(r *command.Run) *cobra.Command {
	var on string
	var urgent bool
	steps := map[notification.Step]*bool{}
	cmd := &cobra.Command{
		Use: "notify NR", Short: r.Say("cli.request.notify"), Args: command.Arguments(1, 1, "NR"),
		Example: "  leerbalie request notify ZW-0412 --on 2026-03-02\n  leerbalie request notify ZW-0412 --investigated",
	}
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		day, err := command.ReadDay("on", on)
		if err != nil {
			return err
		}
		step := notification.Step("")
		for _, s := range notification.Steps() {
			switch {
			case !*steps[s]:
			case step != "":
				return command.Misuse("cli.not-both", "a", "--"+string(step), "b", "--"+string(s))
			default:
				step = s
			}
		}
		if step != "" && urgent {
			return command.Misuse("cli.not-both", "a", "--"+string(step), "b", "--urgent")
		}
		return act(r, cmd, args[0], saidOf(step), func(ctx context.Context, session *model.Session, q *desk.Request) ([]model.Action, error) {
			return notifying(ctx, session, q, step, day, urgent)
		})
	}
	cmd.Flags().StringVar(&on, "on", "", r.Say("cli.flag.notify.on"))
	cmd.Flags().BoolVar(&urgent, "urgent", false, r.Say("cli.flag.notify.urgent"))
	for _, s := range notification.Steps() {
		steps[s] = cmd.Flags().Bool(string(s), false, r.Say("cli.flag.notify."+string(s)))
	}
	return cmd
}

// saidOf is the sentence that says what was done.
func saidOf(step notification.Step) string {
	if step == "" {
		return "did.act-notification"
	}
	return "did.act-notification-step"
}

// notifying is what a command does: a new notification, or a step of the one that runs.
func notifying(ctx context.Context, session *model.Session, q *desk.Request, step notification.Step, day time.Time, urgent bool) ([]model.Action, error) {
	if step == "" {
		return []model.Action{notification.Report{Request: q.ID, Day: day, Urgent: urgent}}, nil
	}
	of, err := notification.ReadOf(ctx, session, q.ID)
	if err != nil {
		return nil, err
	}
	n := notification.Last(of)
	if n == nil {
		return nil, fault.New(fault.NotFound, "notification-none", "number", q.Number)
	}
	return []model.Action{notification.Note{ID: n.ID, Step: step, Day: day}}, nil
}
