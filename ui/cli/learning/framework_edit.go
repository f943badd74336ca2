package learning

import (
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"leerbalie/model"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/model/learning"
	"leerbalie/model/learning/competence"
	"leerbalie/model/plain"
	"leerbalie/ui/cli/command"
	"leerbalie/ui/cli/lookup"
	"leerbalie/ui/cli/output"
	"leerbalie/ui/widget/cell"
)

// nodeEdit is what is to become of a part.
type nodeEdit struct {
	means                                            []string
	title, english, code, text, under, before, scale string
	themes                                           []string
	add, remove, below                               bool
}

// frameworkNode alters one part of a framework, which makes a new version of it.
func frameworkNode(r *command.Run) *cobra.Command {
	var e nodeEdit
	var yes bool
	cmd := &cobra.Command{
		Use: "node FRAMEWORK CODE", Short: r.Say("cli.framework.node"), Args: command.Arguments(2, 2, "FRAMEWORK CODE"),
		Example: "  leerbalie framework node leerbalie:mbo-social-work K1-W1.4 --add --under K1-W1 --title \"Vraagt om feedback\"\n" +
			"  leerbalie framework node leerbalie:mbo-social-work K1-W1.4 --before K1-W1.2\n  leerbalie framework node leerbalie:mbo-social-work K2 --remove --below",
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := changing(cmd); err != nil {
				return err
			}
			if e.add && e.remove {
				return command.Misuse("cli.not-both", "a", "--add", "b", "--remove")
			}
			return editing(r, cmd, args[0], yes, func(session *model.Session, f *competence.Framework) error {
				themes := r.Site(cmd.Context(), session).ThemeCodes()
				for i, t := range e.themes {
					c, err := r.Choose("--theme", t, themes)
					if err != nil {
						return err
					}
					e.themes[i] = c
				}
				return e.apply(f, args[1], cmd.Flags().Changed)
			})
		},
	}
	f := cmd.Flags()
	f.StringVar(&e.title, "title", "", r.Say("cli.flag.title"))
	f.StringVar(&e.english, "english", "", r.Say("cli.flag.english"))
	f.StringVar(&e.code, "code", "", r.Say("cli.flag.code"))
	f.StringVar(&e.text, "text", "", r.Say("cli.flag.node-text"))
	f.StringArrayVar(&e.means, "means", nil, r.Say("cli.flag.means"))
	f.StringVar(&e.under, "under", "", r.Say("cli.flag.under"))
	f.StringVar(&e.before, "before", "", r.Say("cli.flag.before"))
	f.StringVar(&e.scale, "scale", "", r.Say("cli.flag.node-scale"))
	f.StringSliceVar(&e.themes, "theme", nil, r.Say("cli.flag.trains"))
	f.BoolVar(&e.add, "add", false, r.Say("cli.flag.add-node"))
	f.BoolVar(&e.remove, "remove", false, r.Say("cli.flag.remove-node"))
	f.BoolVar(&e.below, "below", false, r.Say("cli.flag.below"))
	cmd.Flags().BoolVar(&yes, "yes", false, r.Say("cli.flag.parts-go"))
	return cmd
}

// changing refuses a command that was not told what to change.
func changing(cmd *cobra.Command) error {
	some := false
	cmd.LocalFlags().VisitAll(func(f *pflag.Flag) { some = some || f.Changed && cmd.InheritedFlags().Lookup(f.Name) == nil })
	if !some {
		return command.Misuse("cli.nothing-to-change")
	}
	return nil
}

// editing lets a command alter a framework and says which version that made.
func editing(r *command.Run, cmd *cobra.Command, name string, yes bool, alter func(*model.Session, *competence.Framework) error) error {
	return r.With(cmd, func(ctx context.Context, session *model.Session) error {
		f, err := competence.FindFramework(ctx, session, name)
		if err != nil {
			return err
		}
		was := f.Version
		f = f.Clone()
		if err := alter(session, &f); err != nil {
			return err
		}
		if _, err := session.Do(ctx, learning.SaveFramework{Framework: f, Goes: yes}); err != nil {
			if shrinks(err) {
				r.Tell(r.Say("cli.framework.yes"))
			}
			return err
		}
		now, err := competence.FindFramework(ctx, session, f.ID.String())
		if err != nil {
			return err
		}
		if r.JSON {
			return output.JSON(r.Out, frameworkOut(&now))
		}
		id := "cli.framework.saved"
		if now.Version == was {
			id = "cli.framework.same"
		}
		_, err = fmt.Fprintln(r.Out, r.Say(id, "title", cell.Safe(now.Title, 100), "version", now.Version))
		return err
	})
}

// apply alters a framework; given tells which flags were.
func (e *nodeEdit) apply(f *competence.Framework, name string, given func(flag string) bool) error {
	i, err := findNode(f, name)
	switch {
	case e.add && err == nil:
		return fault.New(fault.Conflict, "node-twice", "key", name)
	case e.add:
		if _, err = f.Insert(competence.Node{Code: name}, competence.TreePlace{}); err != nil {
			return err
		}
		i = len(f.Nodes) - 1
	case err != nil:
		return err
	case e.remove:
		return e.takeOut(f, i)
	}
	n := f.Nodes[i]
	for _, t := range []struct {
		flag  string
		into  *string
		value string
	}{{"title", &n.Title, e.title}, {"code", &n.Code, e.code}, {"text", &n.Text, e.text}} {
		if given(t.flag) {
			*t.into = t.value
		}
	}
	if given("english") {
		n.Titles = n.Titles.With(english, e.english)
	}
	if at := slices.IndexFunc(f.Nodes, func(o competence.Node) bool { return o.ID != n.ID && isNode(o, n.Code) }); given("code") && at >= 0 {
		return fault.New(fault.Conflict, "node-twice", "key", n.Code)
	}
	if given("theme") {
		n.Themes = e.themes
	}
	if given("scale") {
		if n.Scale, err = findScale(f, e.scale); err != nil {
			return err
		}
	}
	for _, arg := range e.means {
		name, words, ok := strings.Cut(arg, "=")
		s := f.ScaleOf(n)
		at := slices.IndexFunc(s.Levels, func(l competence.Level) bool {
			return slices.ContainsFunc(append(l.Names.All(), l.Name), func(o string) bool { return plain.SameCode(o, name) })
		})
		if !ok || at < 0 {
			return noStep(name, s)
		}
		means := make([]string, len(s.Levels))
		copy(means, n.Means)
		means[at], n.Means = strings.TrimSpace(words), means
	}
	if given("under") {
		n.Parent = journal.ID{}
		if e.under != "" {
			p, err := findNode(f, e.under)
			if err != nil {
				return err
			}
			n.Parent = f.Nodes[p].ID
		}
	}
	f.Nodes[i] = n
	if given("before") {
		return putBefore(f, n.ID, e.before)
	}
	return nil
}

// takeOut takes a part out; with all below it only where that was asked for.
func (e *nodeEdit) takeOut(f *competence.Framework, i int) error {
	n := f.Nodes[i]
	if below := f.Below(n.ID); below > 0 && !e.below {
		return fault.New(fault.Conflict, "node-below", "key", n.Short(), "n", below)
	}
	f.Remove(n.ID)
	return nil
}

// putBefore moves a part to the place right before another.
func putBefore(f *competence.Framework, id journal.ID, name string) error {
	at, err := findNode(f, name)
	if err != nil {
		return err
	}
	next := f.Nodes[at]
	from := slices.IndexFunc(f.Nodes, func(n competence.Node) bool { return n.ID == id })
	n := f.Nodes[from]
	if n.ID == next.ID {
		return fault.New(fault.Invalid, "node-circle", "key", n.Short())
	}
	n.Parent = next.Parent
	f.Nodes = slices.Delete(f.Nodes, from, from+1)
	at = slices.IndexFunc(f.Nodes, func(n competence.Node) bool { return n.ID == next.ID })
	f.Nodes = slices.Insert(f.Nodes, at, n)
	return nil
}

// findNode finds the part that is meant by a text: its code, its key or its id, whatever the case. Errors: NotFound;
// Conflict where several are called that.
func findNode(f *competence.Framework, text string) (int, error) {
	found := -1
	for i, n := range f.Nodes {
		switch {
		case text != "" && (n.ID.String() == plain.ID(text) || plain.ID(n.Key) == plain.ID(text)):
			return i, nil
		case isNode(n, text) && found >= 0:
			return 0, fault.New(fault.Conflict, "node-ambiguous", "key", text)
		case isNode(n, text):
			found = i
		}
	}
	if found < 0 {
		return 0, fault.New(fault.NotFound, "node-named", "key", text, "name", f.Title)
	}
	return found, nil
}

// findScale finds a scale by its number, from 1, or its name.
func findScale(f *competence.Framework, text string) (int, error) {
	if n, err := strconv.Atoi(text); err == nil && n >= 1 && n <= len(f.Scales) {
		return n - 1, nil
	}
	if i := slices.IndexFunc(f.Scales, func(s competence.Scale) bool { return plain.SameCode(s.Name, text) }); i >= 0 {
		return i, nil
	}
	return 0, fault.New(fault.NotFound, "scale-unknown", "name", text, "count", len(f.Scales))
}

// isNode tells whether a node is meant by a text: its code, its key or its id, whatever the case.
func isNode(n competence.Node, text string) bool {
	return plain.SameCode(n.Code, text) || plain.SameCode(n.Key, text) || n.ID.String() == plain.ID(text) && text != ""
}

func frameworkArchive(r *command.Run) *cobra.Command {
	var back bool
	cmd := &cobra.Command{
		Use: "archive FRAMEWORK", Short: r.Say("cli.framework.archive"), Args: command.Arguments(1, -1, "FRAMEWORK"),
		RunE: func(cmd *cobra.Command, args []string) error {
			return r.With(cmd, func(ctx context.Context, session *model.Session) error {
				f, err := competence.FindFramework(ctx, session, strings.Join(args, " "))
				if err != nil {
					return err
				}
				act := competence.ArchiveFramework{ID: f.ID, Archived: !back}
				if _, err := session.Do(ctx, act); err != nil {
					return err
				}
				_, err = fmt.Fprintln(r.Out, r.Say("did."+act.Name()))
				return err
			})
		},
	}
	cmd.Flags().BoolVar(&back, "back", false, r.Say("cli.flag.archive-back"))
	return cmd
}

// frameworkUse chooses what a group is assessed on.
func frameworkUse(r *command.Run) *cobra.Command {
	return &cobra.Command{
		Use: "use GROUP [FRAMEWORK]", Short: r.Say("cli.framework.use"), Args: command.Arguments(1, 2, "GROUP"),
		RunE: func(cmd *cobra.Command, args []string) error {
			return r.With(cmd, func(ctx context.Context, session *model.Session) error {
				g, err := lookup.Group(ctx, session, args[0])
				if err != nil {
					return err
				}
				set := learning.SetGroupFrameworks{Group: g.ID}
				if len(args) > 1 {
					f, err := competence.FindFramework(ctx, session, args[1])
					if err != nil {
						return err
					}
					if f.Archived {
						return fault.New(fault.Conflict, "framework-archived", "title", f.Title)
					}
					set.Frameworks = []journal.ID{f.ID}
				}
				if _, err := session.Do(ctx, set); err != nil {
					return err
				}
				_, err = fmt.Fprintln(r.Out, r.Say("did.act-group-frameworks"))
				return err
			})
		},
	}
}
