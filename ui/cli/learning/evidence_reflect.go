package learning

import (
	"context"

	"github.com/spf13/cobra"

	"leerbalie/model"
	"leerbalie/model/hours"
	"leerbalie/model/journal"
	"leerbalie/model/learning"
	"leerbalie/ui/cli/command"
)

func evidenceReflect(r *command.Run) *cobra.Command {
	var s learning.Reflection
	var nodes []string
	var cleaned bool
	cmd := &cobra.Command{
		Use: "reflect ID", Short: r.Say("cli.evidence.reflect"), Args: command.Arguments(1, 1, "ID"),
		RunE: func(cmd *cobra.Command, args []string) error {
			return r.With(cmd, func(ctx context.Context, session *model.Session) error {
				at, err := findEvidence(ctx, session, args[0])
				if err != nil {
					return err
				}
				act := learning.Reflect{Student: at.Student.ID, Evidence: at.Evidence.ID, Reflection: s, Cleaned: cleaned}
				if len(nodes) > 0 {
					p, err := hours.ReadProgress(ctx, session, at.Student.ID, journal.ID{})
					if err != nil {
						return err
					}
					if act.Nodes, err = nodesOf(&p.Framework, nodes); err != nil {
						return err
					}
				}
				if _, err := session.Do(ctx, act); err != nil {
					return err
				}
				return nowShows(ctx, r, session, at.Student.ID, at.Evidence.ID)
			})
		},
	}
	f := cmd.Flags()
	f.StringVar(&s.Situation, "situation", "", r.Say("starr.situation"))
	f.StringVar(&s.Task, "task", "", r.Say("starr.task"))
	f.StringVar(&s.Action, "action", "", r.Say("starr.action"))
	f.StringVar(&s.Result, "result", "", r.Say("starr.result"))
	f.StringVar(&s.Reflection, "reflection", "", r.Say("starr.reflection"))
	f.StringSliceVar(&nodes, "node", nil, r.Say("cli.flag.node"))
	f.BoolVar(&cleaned, "cleaned", false, r.Say("cli.flag.cleaned"))
	return cmd
}

func evidenceLink(r *command.Run) *cobra.Command {
	return &cobra.Command{
		Use: "link ID [CODE]…", Short: r.Say("cli.evidence.link"), Args: command.Arguments(1, -1, "ID"),
		RunE: func(cmd *cobra.Command, args []string) error {
			return r.With(cmd, func(ctx context.Context, session *model.Session) error {
				at, err := findEvidence(ctx, session, args[0])
				if err != nil {
					return err
				}
				p, err := hours.ReadProgress(ctx, session, at.Student.ID, journal.ID{})
				if err != nil {
					return err
				}
				nodes, err := nodesOf(&p.Framework, args[1:])
				if err != nil {
					return err
				}
				if _, err := session.Do(ctx, learning.LinkEvidence{Student: at.Student.ID, Evidence: at.Evidence.ID, Nodes: nodes}); err != nil {
					return err
				}
				return nowShows(ctx, r, session, at.Student.ID, at.Evidence.ID)
			})
		},
	}
}
