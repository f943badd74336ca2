package cli

import (
	"context"

	"github.com/spf13/cobra"

	"leerbalie/model"
)

func (r *run) evidenceReflect() *cobra.Command {
	var s model.Reflection
	var nodes []string
	var cleaned bool
	cmd := &cobra.Command{
		Use: "reflect ID", Short: r.say("cli.evidence.reflect"), Args: words(1, 1, "ID"),
		RunE: func(cmd *cobra.Command, args []string) error {
			return r.with(cmd, func(ctx context.Context, v *model.View) error {
				at, err := findEvidence(ctx, v, args[0])
				if err != nil {
					return err
				}
				act := model.Reflect{Student: at.Student.ID, Evidence: at.Evidence.ID, Reflection: s, Cleaned: cleaned}
				if len(nodes) > 0 {
					p, err := v.Progress(ctx, at.Student.ID, model.ID{})
					if err != nil {
						return err
					}
					if act.Nodes, err = nodesOf(&p.Framework, nodes); err != nil {
						return err
					}
				}
				if _, err := v.Do(ctx, act); err != nil {
					return err
				}
				return r.nowShows(ctx, v, at.Student.ID, at.Evidence.ID)
			})
		},
	}
	f := cmd.Flags()
	f.StringVar(&s.Situation, "situation", "", r.say("starr.situation"))
	f.StringVar(&s.Task, "task", "", r.say("starr.task"))
	f.StringVar(&s.Action, "action", "", r.say("starr.action"))
	f.StringVar(&s.Result, "result", "", r.say("starr.result"))
	f.StringVar(&s.Reflection, "reflection", "", r.say("starr.reflection"))
	f.StringSliceVar(&nodes, "node", nil, r.say("cli.flag.node"))
	f.BoolVar(&cleaned, "cleaned", false, r.say("cli.flag.cleaned"))
	return cmd
}

func (r *run) evidenceLink() *cobra.Command {
	return &cobra.Command{
		Use: "link ID [CODE]…", Short: r.say("cli.evidence.link"), Args: words(1, -1, "ID"),
		RunE: func(cmd *cobra.Command, args []string) error {
			return r.with(cmd, func(ctx context.Context, v *model.View) error {
				at, err := findEvidence(ctx, v, args[0])
				if err != nil {
					return err
				}
				p, err := v.Progress(ctx, at.Student.ID, model.ID{})
				if err != nil {
					return err
				}
				nodes, err := nodesOf(&p.Framework, args[1:])
				if err != nil {
					return err
				}
				if _, err := v.Do(ctx, model.LinkEvidence{Student: at.Student.ID, Evidence: at.Evidence.ID, Nodes: nodes}); err != nil {
					return err
				}
				return r.nowShows(ctx, v, at.Student.ID, at.Evidence.ID)
			})
		},
	}
}
