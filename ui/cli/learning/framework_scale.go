package learning

import (
	"context"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"leerbalie/model"
	"leerbalie/model/fault"
	"leerbalie/model/learning/competence"
	"leerbalie/model/plain"
	"leerbalie/ui/cli/command"
	"leerbalie/ui/cli/output"
	"leerbalie/ui/widget/cell"
)

// scaleEdit is what is to become of a scale.
type scaleEdit struct {
	number                  int
	name, enough            string
	levels, english, values []string
	add, remove             bool
}

// frameworkScale shows the scales of a framework, or alters one, which makes a new version of the framework.
func frameworkScale(r *command.Run) *cobra.Command {
	var e scaleEdit
	var yes bool
	cmd := &cobra.Command{
		Use: "scale FRAMEWORK", Short: r.Say("cli.framework.scales"), Args: command.Arguments(1, 1, "FRAMEWORK"),
		Example: "  leerbalie framework scale leerbalie:mbo-social-work\n" +
			"  leerbalie framework scale leerbalie:mbo-social-work --levels onvoldoende,bijna,voldoende,goed --enough voldoende\n" +
			"  leerbalie framework scale leerbalie:mbo-social-work --add --name vinkje --levels \"niet voldaan\",voldaan --enough voldaan",
		RunE: func(cmd *cobra.Command, args []string) error {
			if changing(cmd) != nil {
				return r.With(cmd, func(ctx context.Context, session *model.Session) error {
					f, err := competence.FindFramework(ctx, session, args[0])
					if err != nil {
						return err
					}
					return showScales(r, &f)
				})
			}
			if e.add && e.remove {
				return command.Misuse("cli.not-both", "a", "--add", "b", "--remove")
			}
			return editing(r, cmd, args[0], yes, func(_ *model.Session, f *competence.Framework) error { return e.apply(f, cmd.Flags().Changed) })
		},
	}
	f := cmd.Flags()
	f.IntVar(&e.number, "number", 1, r.Say("cli.flag.scale-number"))
	f.StringVar(&e.name, "name", "", r.Say("cli.flag.scale-name"))
	f.StringSliceVar(&e.levels, "levels", nil, r.Say("cli.flag.levels"))
	f.StringSliceVar(&e.english, "english", nil, r.Say("cli.flag.levels-english"))
	f.StringSliceVar(&e.values, "values", nil, r.Say("cli.flag.values"))
	f.StringVar(&e.enough, "enough", "", r.Say("cli.flag.enough"))
	f.BoolVar(&e.add, "add", false, r.Say("cli.flag.scale-add"))
	f.BoolVar(&e.remove, "remove", false, r.Say("cli.flag.scale-remove"))
	cmd.Flags().BoolVar(&yes, "yes", false, r.Say("cli.flag.parts-go"))
	return cmd
}

// showScales writes the scales, a line each.
func showScales(r *command.Run, f *competence.Framework) error {
	used := make([]int, len(f.Scales))
	for _, n := range f.Nodes {
		if n.Scale >= 0 && n.Scale < len(used) {
			used[n.Scale]++
		}
	}
	if r.JSON {
		list := output.NewArray(r.Out)
		for i, s := range f.Scales {
			if err := list.Add(scaleUseJSON{scaleOut(s), i + 1, used[i]}); err != nil {
				return err
			}
		}
		return list.End()
	}
	for i, s := range f.Scales {
		if _, err := fmt.Fprintf(r.Out, "%d  %s\n", i+1, scaleLine(r, s)); err != nil {
			return err
		}
	}
	return nil
}

// scaleLine is a scale on a line: its steps with their letters, and which are enough.
func scaleLine(r *command.Run, s competence.Scale) string {
	lang := string(r.Words.Lang())
	names, letters := make([]string, len(s.Levels)), s.Letters(lang)
	for i, l := range s.Levels {
		names[i] = letters[i] + " " + cell.Safe(l.LabelIn(lang), 60)
		if s.Enough(i) {
			names[i] += " +"
		}
	}
	return r.Say("cli.framework.scale", "levels", strings.Join(names, ", "))
}

// apply alters a framework; given tells which flags were.
func (e *scaleEdit) apply(f *competence.Framework, given func(flag string) bool) error {
	if e.number < 1 || e.number > len(f.Scales) && !e.add {
		return fault.New(fault.NotFound, "scale-unknown", "name", strconv.Itoa(e.number), "count", len(f.Scales))
	}
	at := e.number - 1
	switch {
	case e.remove:
		return dropScale(f, at)
	case e.add:
		f.Scales = append(f.Scales, competence.Scale{Name: e.name, Proficient: -1})
		at = len(f.Scales) - 1
	}
	s := f.Scales[at]
	if given("name") {
		s.Name = e.name
	}
	if given("levels") || given("english") || given("values") {
		if err := e.steps(&s, given); err != nil {
			return err
		}
	}
	if given("enough") {
		s.Proficient = slices.IndexFunc(s.Levels, func(l competence.Level) bool {
			return slices.ContainsFunc(append(l.Names.All(), l.Name), func(name string) bool { return plain.SameCode(name, e.enough) })
		})
		if e.enough != "" && s.Proficient < 0 {
			return noStep(e.enough, s)
		}
	}
	f.SetScale(at, s)
	return nil
}

// steps alters the steps of a scale. What is enough stays the step of that name.
func (e *scaleEdit) steps(s *competence.Scale, given func(flag string) bool) error {
	old := *s
	if given("levels") {
		s.Levels = nil
		for i, name := range e.levels {
			l := competence.Level{Name: strings.TrimSpace(name), Value: float64(i)}
			if was := slices.IndexFunc(old.Levels, func(o competence.Level) bool { return o.Name == l.Name }); was >= 0 {
				l.Names = old.Levels[was].Names
			}
			s.Levels = append(s.Levels, l)
		}
		if old.Proficient >= 0 && !given("enough") {
			name := old.Levels[old.Proficient].Name
			if s.Proficient = slices.IndexFunc(s.Levels, func(l competence.Level) bool { return l.Name == name }); s.Proficient < 0 {
				return noStep(name, *s)
			}
		}
	}
	s.Levels = slices.Clone(s.Levels)
	if given("english") {
		if len(e.english) != len(s.Levels) {
			return command.Misuse("cli.as-many", "flag", "--english", "have", len(e.english), "want", len(s.Levels))
		}
		for i := range s.Levels {
			s.Levels[i].Names = s.Levels[i].Names.With(english, strings.TrimSpace(e.english[i]))
		}
	}
	if given("values") {
		if len(e.values) != len(s.Levels) {
			return command.Misuse("cli.as-many", "flag", "--values", "have", len(e.values), "want", len(s.Levels))
		}
		for i, text := range e.values {
			v, err := strconv.ParseFloat(strings.TrimSpace(text), 64)
			if err != nil || math.IsNaN(v) || math.IsInf(v, 0) {
				return command.Misuse("cli.flag-value", "flag", "--values", "value", text)
			}
			s.Levels[i].Value = v
		}
	}
	return nil
}

// noStep says that a step is not on a scale, and which are.
func noStep(name string, s competence.Scale) error {
	names := make([]string, len(s.Levels))
	for i, l := range s.Levels {
		names[i] = l.Name
	}
	return fault.New(fault.Invalid, "scale-step", "name", name, "names", strings.Join(names, ", "))
}

// dropScale takes a scale out that no part is judged on.
func dropScale(f *competence.Framework, at int) error {
	if slices.ContainsFunc(f.Nodes, func(n competence.Node) bool { return n.Scale == at }) {
		return fault.New(fault.Conflict, "scale-used", "number", at+1)
	}
	return f.DropScale(at)
}
