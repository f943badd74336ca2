package people

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"leerbalie/model"
	"leerbalie/model/journal"
	"leerbalie/model/pairs"
	"leerbalie/model/plain"
	"leerbalie/ui/cli/command"
	"leerbalie/ui/cli/lookup"
	"leerbalie/ui/cli/output"
	"leerbalie/ui/widget/cell"
)

func studentList(r *command.Run) *cobra.Command {
	var site, group, search string
	var limit int
	var free, all bool
	cmd := &cobra.Command{
		Use:   "list",
		Short: r.Say("cli.student.list"),
		Args:  command.Arguments(0, 0, ""),
		RunE: func(cmd *cobra.Command, _ []string) error {
			limit, err := r.Limit(cmd, limit)
			if err != nil {
				return err
			}
			return r.With(cmd, func(ctx context.Context, session *model.Session) error {
				keep, err := studentFilter(ctx, session, site, group, search)
				if err != nil {
					return err
				}
				b, groups, err := readBook(ctx, session)
				if err != nil {
					return err
				}
				known := b.Students
				if all {
					left, err := session.PeopleWhoLeft(ctx)
					if err != nil {
						return err
					}
					known = append(slices.Clip(known), lookup.Where(left, func(p model.Person) bool { return p.Has(model.RoleStudent) && !p.Erased })...)
					model.SortPeople(known)
				}
				today := r.Today(ctx, session)
				students := lookup.Where(known, func(p model.Person) bool {
					return keep(p) && (all || p.Study.At(today) != model.StudyEnded) && (!free || b.Running(p.ID) == nil)
				})
				if limit > 0 && len(students) > limit {
					students = students[:limit]
				}
				if r.JSON {
					list := output.NewArray(r.Out)
					for _, p := range students {
						if err := list.Add(studentJSON(p, b, groups, today)); err != nil {
							return err
						}
					}
					return list.End()
				}
				t := output.NewTable(r.Out, r.Width, r.Say("cli.col.name"), r.Say("cli.col.level"), r.Say("cli.col.groups"), r.Say("cli.col.dayparts"),
					r.Say("cli.col.languages"), r.Say("cli.col.status"), r.Say("cli.col.buddy"))
				for _, p := range students {
					buddy := ""
					if pair := b.Running(p.ID); pair != nil {
						buddy = b.Names(slices.DeleteFunc(slices.Clone(pair.Members), func(id journal.ID) bool { return id == p.ID }))
					}
					var in []string
					for _, id := range p.Groups {
						in = append(in, groups[id])
					}
					t.Add(p.Name, output.StudentLevel(r, p), strings.Join(in, ", "), r.Words.Days(p.Study.DayParts), strings.Join(p.Languages, ", "),
						r.Say("study."+string(p.Study.At(today))), buddy)
				}
				return t.End()
			})
		},
	}
	f := cmd.Flags()
	f.StringVar(&site, "site", "", r.Say("cli.flag.site-only"))
	f.StringVar(&group, "group", "", r.Say("cli.flag.group-only"))
	f.StringVar(&search, "search", "", r.Say("cli.flag.search"))
	f.BoolVar(&free, "free", false, r.Say("cli.flag.free"))
	f.BoolVar(&all, "all", false, r.Say("cli.flag.all-students"))
	r.LimitFlag(cmd, &limit)
	return cmd
}

// studentFilter tells which students are wanted.
func studentFilter(ctx context.Context, session *model.Session, site, group, search string) (func(model.Person) bool, error) {
	var where, in journal.ID
	if site != "" {
		s, err := lookup.Site(ctx, session, site)
		if err != nil {
			return nil, err
		}
		where = s.ID
	}
	if group != "" {
		g, err := lookup.Group(ctx, session, group)
		if err != nil {
			return nil, err
		}
		in = g.ID
	}
	terms := plain.TermsOf(search)
	return func(p model.Person) bool {
		text := plain.Searched(p.Name + " " + p.Number + " " + p.Study.School + " " + p.Level)
		return (where.IsZero() || p.Site == where) && (in.IsZero() || slices.Contains(p.Groups, in)) && terms.In(text)
	}, nil
}

func studentShow(r *command.Run) *cobra.Command {
	return &cobra.Command{
		Use:   "show NAME",
		Short: r.Say("cli.student.show"),
		Args:  command.Arguments(1, -1, "NAME"),
		RunE: func(cmd *cobra.Command, args []string) error {
			return r.With(cmd, func(ctx context.Context, session *model.Session) error {
				b, groups, err := readBook(ctx, session)
				if err != nil {
					return err
				}
				p, err := b.Find(strings.Join(args, " "))
				if err != nil {
					return err
				}
				buddies, err := pairs.ReadPairsOf(ctx, session, p.ID)
				if err != nil {
					return err
				}
				zone := r.Zone(ctx, session)
				if r.JSON {
					were := []output.Pair{}
					for i := range buddies {
						were = append(were, output.PairOf(&buddies[i], b, r.Now(), zone))
					}
					return output.JSON(r.Out, append(studentJSON(p, b, groups, r.Today(ctx, session)), output.Member{Name: "pairs", Value: were}))
				}
				s := p.Study
				history := make([]string, len(buddies))
				for i, pair := range buddies {
					history[i] = b.Names(pair.Members) + " (" + pair.Started.In(zone).Format("02-01-2006")
					if pair.Ended != nil {
						history[i] += " – " + pair.Ended.At.In(zone).Format("02-01-2006") + ", " + r.Words.Code("end-reason", pair.Ended.Reason)
					}
					history[i] += ")"
				}
				var in []string
				for _, id := range p.Groups {
					in = append(in, groups[id])
				}
				return output.Card(r, p.Name, [][2]string{
					{r.Say("cli.col.level"), output.StudentLevel(r, p)}, {r.Say("cli.col.own-number"), p.Number}, {r.Say("cli.col.programme"), join3(s.Programme, s.Crebo, s.Cohort, s.Route)},
					{r.Say("cli.col.school"), s.School}, {r.Say("cli.col.groups"), strings.Join(in, ", ")}, {r.Say("cli.col.dayparts"), r.Words.DayParts(s.DayParts)},
					{r.Say("cli.col.languages"), strings.Join(p.Languages, ", ")}, {r.Say("cli.col.themes"), strings.Join(themeNames(r, s.Themes), ", ")},
					{r.Say("cli.col.wishes"), strings.Join(s.Wishes, ", ")}, {r.Say("cli.col.strong"), strings.Join(s.Strong, ", ")},
					{r.Say("cli.col.open-skills"), strings.Join(s.Open, ", ")}, {r.Say("cli.col.placement"), span(s.Start, s.End)},
					{r.Say("cli.col.norm-hours"), nonZero(s.NormHours)}, {r.Say("cli.col.company"), s.Company}, {r.Say("cli.col.guide"), s.Guide}, {r.Say("cli.col.status"), r.Say("study." + string(s.At(r.Now())))},
					{r.Say("cli.col.outcome"), r.Words.Code("study-outcome", s.Outcome)},
					{r.Say("cli.col.pairs"), strings.Join(history, "; ")}, {r.Say("cli.col.email"), p.Email}, {r.Say("cli.col.id"), p.ID.String()},
				})
			})
		},
	}
}

func themeNames(r *command.Run, codes []string) []string {
	out := make([]string, len(codes))
	for i, c := range codes {
		out[i] = r.Words.Code("theme", c)
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
func studentDo(r *command.Run, use, short, said string, do func(ctx context.Context, session *model.Session, p model.Person) (model.Action, error)) *cobra.Command {
	return &cobra.Command{
		Use: use + " NAME", Short: r.Say(short), Args: command.Arguments(1, -1, "NAME"),
		RunE: func(cmd *cobra.Command, args []string) error {
			return r.With(cmd, func(ctx context.Context, session *model.Session) error {
				b, _, err := readBook(ctx, session)
				if err != nil {
					return err
				}
				p, err := b.Find(strings.Join(args, " "))
				if err != nil {
					return err
				}
				action, err := do(ctx, session, p)
				if err != nil {
					return err
				}
				if _, err := session.Do(ctx, action); err != nil {
					return err
				}
				if r.JSON {
					return studentNow(ctx, r, session, p.ID, said)
				}
				_, err = fmt.Fprintln(r.Out, r.Say(said, "name", cell.Safe(p.Name, 100)))
				return err
			})
		},
	}
}

func studentTimeOut(r *command.Run) *cobra.Command {
	var reason, until string
	var back bool
	cmd := studentDo(r, "time-out", "cli.student.time-out", "cli.student.changed", func(_ context.Context, _ *model.Session, p model.Person) (model.Action, error) {
		if back {
			return pairs.EndTimeOut{Person: p.ID}, nil
		}
		day, err := command.ReadDay("until", until)
		return pairs.StartTimeOut{Person: p.ID, Reason: reason, Until: day}, err
	})
	cmd.Flags().StringVar(&reason, "reason", "", r.Say("cli.flag.time-out-reason"))
	cmd.Flags().StringVar(&until, "until", "", r.Say("cli.flag.until"))
	cmd.Flags().BoolVar(&back, "back", false, r.Say("cli.flag.time-out-back"))
	return cmd
}

func studentEnd(r *command.Run) *cobra.Command {
	var outcome, day string
	cmd := studentDo(r, "end", "cli.student.end", "cli.student.changed", func(_ context.Context, _ *model.Session, p model.Person) (model.Action, error) {
		code, err := r.Choose("--outcome", outcome, model.StudyOutcomes())
		if err != nil {
			return nil, err
		}
		at, err := command.ReadDay("day", day)
		return pairs.EndStudy{Person: p.ID, Outcome: code, At: at}, err
	})
	cmd.Flags().StringVar(&outcome, "outcome", "", r.Say("cli.flag.study-outcome"))
	cmd.Flags().StringVar(&day, "day", "", r.Say("cli.flag.day"))
	return cmd
}

func studentBack(r *command.Run) *cobra.Command {
	return studentDo(r, "back", "cli.student.back", "cli.student.changed", func(_ context.Context, _ *model.Session, p model.Person) (model.Action, error) {
		return pairs.ResumeStudy{Person: p.ID}, nil
	})
}
