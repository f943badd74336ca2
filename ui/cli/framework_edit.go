package cli

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"leerbalie/model"
	"leerbalie/ui/widget/cell"
)

// frameworkNode alters one part of a framework, which makes a new version of it.
func (r *run) frameworkNode() *cobra.Command {
	var title, english, code, under string
	var add, remove bool
	var themes []string
	cmd := &cobra.Command{
		Use: "node FRAMEWORK CODE", Short: r.say("cli.framework.node"), Args: words(2, 2, "FRAMEWORK CODE"),
		Example: "  leerbalie framework node leerbalie:mbo-social-work K1-W1.4 --add --under K1-W1 --title \"Vraagt om feedback\"",
		RunE: func(cmd *cobra.Command, args []string) error {
			return r.with(cmd, func(ctx context.Context, v *model.View) error {
				f, err := v.FindFramework(ctx, args[0])
				if err != nil {
					return err
				}
				f = f.Clone()
				i := slices.IndexFunc(f.Nodes, func(n model.Node) bool { return isNode(n, args[1]) })
				switch {
				case add && i >= 0:
					return model.Fail(model.Conflict, "node-twice", "key", args[1])
				case add:
					f.Nodes = append(f.Nodes, model.Node{ID: model.NodeID(cmp.Or(f.Key, f.ID.String()), args[1]), Key: args[1], Code: args[1]})
					i = len(f.Nodes) - 1
				case i < 0:
					return model.Fail(model.NotFound, "node-unknown")
				}
				if remove {
					gone := f.Nodes[i].ID
					f.Nodes = slices.DeleteFunc(f.Nodes, func(n model.Node) bool { return n.ID == gone })
				} else {
					n := &f.Nodes[i]
					set := func(flag string, into *string, value string) {
						if cmd.Flags().Changed(flag) {
							*into = value
						}
					}
					set("title", &n.Title, title)
					set("english", &n.English, english)
					set("code", &n.Code, code)
					if cmd.Flags().Changed("theme") {
						n.Themes = themes
					}
					if cmd.Flags().Changed("under") {
						n.Parent = model.ID{}
						if under != "" {
							p := slices.IndexFunc(f.Nodes, func(n model.Node) bool { return isNode(n, under) })
							if p < 0 {
								return model.Fail(model.NotFound, "node-unknown")
							}
							n.Parent = f.Nodes[p].ID
						}
					}
				}
				if _, err := v.Do(ctx, model.SaveFramework{Framework: f}); err != nil {
					return err
				}
				now, err := v.FindFramework(ctx, f.ID.String())
				if err != nil {
					return err
				}
				if r.json {
					return writeJSON(r.s.Out, frameworkOut(&now))
				}
				_, err = fmt.Fprintln(r.s.Out, r.say("cli.framework.saved", "title", cell.Safe(now.Title, 100), "version", now.Version))
				return err
			})
		},
	}
	f := cmd.Flags()
	f.StringVar(&title, "title", "", r.say("cli.flag.title"))
	f.StringVar(&english, "english", "", r.say("cli.flag.english"))
	f.StringVar(&code, "code", "", r.say("cli.flag.code"))
	f.StringVar(&under, "under", "", r.say("cli.flag.under"))
	f.StringSliceVar(&themes, "theme", nil, r.say("cli.flag.trains"))
	f.BoolVar(&add, "add", false, r.say("cli.flag.add-node"))
	f.BoolVar(&remove, "remove", false, r.say("cli.flag.remove-node"))
	return cmd
}

// isNode tells whether a node is meant by a text: its code, its key or its id, whatever the case.
func isNode(n model.Node, text string) bool {
	return text != "" && (strings.EqualFold(n.Code, text) || strings.EqualFold(n.Key, text) || n.ID.String() == text)
}

func (r *run) frameworkArchive() *cobra.Command {
	var back bool
	cmd := &cobra.Command{
		Use: "archive FRAMEWORK", Short: r.say("cli.framework.archive"), Args: words(1, -1, "FRAMEWORK"),
		RunE: func(cmd *cobra.Command, args []string) error {
			return r.with(cmd, func(ctx context.Context, v *model.View) error {
				f, err := v.FindFramework(ctx, strings.Join(args, " "))
				if err != nil {
					return err
				}
				act := model.ArchiveFramework{ID: f.ID, Archived: !back}
				if _, err := v.Do(ctx, act); err != nil {
					return err
				}
				_, err = fmt.Fprintln(r.s.Out, r.say("did."+act.Name()))
				return err
			})
		},
	}
	cmd.Flags().BoolVar(&back, "back", false, r.say("cli.flag.archive-back"))
	return cmd
}

// frameworkUse chooses what a group is assessed on.
func (r *run) frameworkUse() *cobra.Command {
	return &cobra.Command{
		Use: "use GROUP [FRAMEWORK]", Short: r.say("cli.framework.use"), Args: words(1, 2, "GROUP"),
		RunE: func(cmd *cobra.Command, args []string) error {
			return r.with(cmd, func(ctx context.Context, v *model.View) error {
				g, err := findGroup(ctx, v, args[0])
				if err != nil {
					return err
				}
				set := model.SetGroupFrameworks{Group: g.ID}
				if len(args) > 1 {
					f, err := v.FindFramework(ctx, args[1])
					if err != nil {
						return err
					}
					set.Frameworks = []model.ID{f.ID}
				}
				if _, err := v.Do(ctx, set); err != nil {
					return err
				}
				_, err = fmt.Fprintln(r.s.Out, r.say("did.act-group-frameworks"))
				return err
			})
		},
	}
}
