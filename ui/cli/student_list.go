package cli

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"leerbalie/model"
	"leerbalie/ui/widget/cell"
)

func (r *run) studentList() *cobra.Command {
	var site, group, search string
	var limit int
	var free bool
	cmd := &cobra.Command{
		Use:   "list",
		Short: r.say("cli.student.list"),
		Args:  words(0, 0, ""),
		RunE: func(cmd *cobra.Command, _ []string) error {
			limit, err := r.limit(cmd, limit)
			if err != nil {
				return err
			}
			return r.with(cmd, func(ctx context.Context, v *model.View) error {
				keep, err := studentFilter(ctx, v, site, group, search)
				if err != nil {
					return err
				}
				b, groups, err := readBook(ctx, v)
				if err != nil {
					return err
				}
				students := filter(b.Students, func(p model.Person) bool { return keep(p) && (!free || b.Running(p.ID) == nil) })
				if limit > 0 && len(students) > limit {
					students = students[:limit]
				}
				if r.json {
					list := newArray(r.s.Out)
					for _, p := range students {
						if err := list.add(studentOut(p, b, groups, r.s.Now())); err != nil {
							return err
						}
					}
					return list.end()
				}
				t := newTable(r.s.Out, r.s.Width, r.say("cli.col.name"), r.say("cli.col.level"), r.say("cli.col.groups"), r.say("cli.col.dayparts"),
					r.say("cli.col.languages"), r.say("cli.col.status"), r.say("cli.col.buddy"))
				for _, p := range students {
					buddy := ""
					if pair := b.Running(p.ID); pair != nil {
						buddy = b.Names(slices.DeleteFunc(slices.Clone(pair.Members), func(id model.ID) bool { return id == p.ID }))
					}
					var in []string
					for _, id := range p.Groups {
						in = append(in, groups[id])
					}
					t.add(p.Name, r.level(p), strings.Join(in, ", "), r.words.Days(p.Study.DayParts), strings.Join(p.Languages, ", "),
						r.say("study."+string(p.Study.At(r.s.Now()))), buddy)
				}
				return t.end()
			})
		},
	}
	f := cmd.Flags()
	f.StringVar(&site, "site", "", r.say("cli.flag.site-only"))
	f.StringVar(&group, "group", "", r.say("cli.flag.group-only"))
	f.StringVar(&search, "search", "", r.say("cli.flag.search"))
	f.BoolVar(&free, "free", false, r.say("cli.flag.free"))
	r.limitFlag(cmd, &limit)
	return cmd
}

// level is a student's level as people write it, with the year.
func (r *run) level(p model.Person) string {
	if p.Study.Year == 0 || p.Level == "" {
		return p.Level
	}
	return p.Level + " " + r.say("cli.student.year", "year", p.Study.Year)
}

// studentFilter tells which students are wanted.
func studentFilter(ctx context.Context, v *model.View, site, group, search string) (func(model.Person) bool, error) {
	var where, in model.ID
	if site != "" {
		s, err := findSite(ctx, v, site)
		if err != nil {
			return nil, err
		}
		where = s.ID
	}
	if group != "" {
		g, err := findGroup(ctx, v, group)
		if err != nil {
			return nil, err
		}
		in = g.ID
	}
	words := model.Fold(search)
	return func(p model.Person) bool {
		text := model.FoldText(p.Name + " " + p.Number + " " + p.Study.School + " " + p.Level)
		return (where.IsZero() || p.Site == where) && (in.IsZero() || slices.Contains(p.Groups, in)) && (len(words) == 0 || model.ContainsWords(text, words))
	}, nil
}

func (r *run) studentShow() *cobra.Command {
	return &cobra.Command{
		Use:   "show NAME",
		Short: r.say("cli.student.show"),
		Args:  words(1, -1, "NAME"),
		RunE: func(cmd *cobra.Command, args []string) error {
			return r.with(cmd, func(ctx context.Context, v *model.View) error {
				b, groups, err := readBook(ctx, v)
				if err != nil {
					return err
				}
				p, err := b.Find(strings.Join(args, " "))
				if err != nil {
					return err
				}
				out := studentOut(p, b, groups, r.s.Now())
				pairs, err := v.PairsOf(ctx, p.ID)
				if err != nil {
					return err
				}
				zone := r.zone(ctx, v)
				if r.json {
					full := struct {
						studentJSON
						Pairs []pairJSON `json:"pairs"`
					}{out, []pairJSON{}}
					for i := range pairs {
						full.Pairs = append(full.Pairs, pairOut(&pairs[i], b, r.s.Now(), zone))
					}
					return writeJSON(r.s.Out, full)
				}
				s := p.Study
				history := make([]string, len(pairs))
				for i, pair := range pairs {
					history[i] = b.Names(pair.Members) + " (" + pair.Started.In(zone).Format("02-01-2006")
					if pair.Ended != nil {
						history[i] += " – " + pair.Ended.At.In(zone).Format("02-01-2006") + ", " + model.EndReasons().Label(pair.Ended.Reason, string(r.words.Lang()))
					}
					history[i] += ")"
				}
				var in []string
				for _, g := range out.Groups {
					in = append(in, g.Name)
				}
				return r.card(p.Name, [][2]string{
					{r.say("cli.col.level"), r.level(p)}, {r.say("cli.col.own-number"), p.Number}, {r.say("cli.col.programme"), join3(s.Programme, s.Crebo, s.Cohort)},
					{r.say("cli.col.school"), s.School}, {r.say("cli.col.groups"), strings.Join(in, ", ")}, {r.say("cli.col.dayparts"), r.words.DayParts(s.DayParts)},
					{r.say("cli.col.languages"), strings.Join(p.Languages, ", ")}, {r.say("cli.col.themes"), strings.Join(r.themes(s.Themes), ", ")},
					{r.say("cli.col.wishes"), strings.Join(s.Wishes, ", ")}, {r.say("cli.col.strong"), strings.Join(s.Strong, ", ")},
					{r.say("cli.col.open-skills"), strings.Join(s.Open, ", ")}, {r.say("cli.col.placement"), span(s.Start, s.End)},
					{r.say("cli.col.norm-hours"), nonZero(s.NormHours)}, {r.say("cli.col.status"), r.say("study." + out.Status)},
					{r.say("cli.col.outcome"), model.StudyOutcomes().Label(s.Outcome, string(r.words.Lang()))},
					{r.say("cli.col.pairs"), strings.Join(history, "; ")}, {r.say("cli.col.email"), p.Email}, {r.say("cli.col.id"), out.ID},
				})
			})
		},
	}
}

func (r *run) themes(codes []string) []string {
	out := make([]string, len(codes))
	for i, c := range codes {
		out[i] = model.Themes().Label(c, string(r.words.Lang()))
	}
	return out
}

func join3(parts ...string) string {
	return strings.Join(slices.DeleteFunc(parts, func(s string) bool { return s == "" }), " · ")
}

func nonZero(n int) string {
	if n == 0 {
		return ""
	}
	return fmt.Sprint(n)
}

// span is a stretch of days, either end of which may be open.
func span(from, to time.Time) string {
	if from.IsZero() && to.IsZero() {
		return ""
	}
	day := func(t time.Time) string {
		if t.IsZero() {
			return "…"
		}
		return t.Format("02-01-2006")
	}
	return day(from) + " – " + day(to)
}

// studentDo is a command that does one thing about one student.
func (r *run) studentDo(use, short, said string, do func(ctx context.Context, v *model.View, p model.Person) (model.Action, error)) *cobra.Command {
	return &cobra.Command{
		Use: use + " NAME", Short: r.say(short), Args: words(1, -1, "NAME"),
		RunE: func(cmd *cobra.Command, args []string) error {
			return r.with(cmd, func(ctx context.Context, v *model.View) error {
				b, _, err := readBook(ctx, v)
				if err != nil {
					return err
				}
				p, err := b.Find(strings.Join(args, " "))
				if err != nil {
					return err
				}
				action, err := do(ctx, v, p)
				if err != nil {
					return err
				}
				if _, err := v.Do(ctx, action); err != nil {
					return err
				}
				if r.json {
					return r.studentNow(ctx, v, p.ID, said)
				}
				_, err = fmt.Fprintln(r.s.Out, r.say(said, "name", cell.Safe(p.Name, 100)))
				return err
			})
		},
	}
}

func (r *run) studentTimeOut() *cobra.Command {
	var reason, until string
	var back bool
	cmd := r.studentDo("time-out", "cli.student.time-out", "cli.student.changed", func(_ context.Context, _ *model.View, p model.Person) (model.Action, error) {
		if back {
			return model.EndTimeOut{Person: p.ID}, nil
		}
		day, err := readDay("until", until)
		return model.StartTimeOut{Person: p.ID, Reason: reason, Until: day}, err
	})
	cmd.Flags().StringVar(&reason, "reason", "", r.say("cli.flag.time-out-reason"))
	cmd.Flags().StringVar(&until, "until", "", r.say("cli.flag.until"))
	cmd.Flags().BoolVar(&back, "back", false, r.say("cli.flag.time-out-back"))
	return cmd
}

func (r *run) studentEnd() *cobra.Command {
	var outcome, day string
	cmd := r.studentDo("end", "cli.student.end", "cli.student.changed", func(_ context.Context, _ *model.View, p model.Person) (model.Action, error) {
		code, err := choose("--outcome", outcome, model.StudyOutcomes())
		if err != nil {
			return nil, err
		}
		at, err := readDay("day", day)
		return model.EndStudy{Person: p.ID, Outcome: code, At: at}, err
	})
	cmd.Flags().StringVar(&outcome, "outcome", "", r.say("cli.flag.study-outcome"))
	cmd.Flags().StringVar(&day, "day", "", r.say("cli.flag.day"))
	return cmd
}
