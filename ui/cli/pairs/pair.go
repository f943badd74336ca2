package pairs

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"leerbalie/model"
	"leerbalie/model/days"
	"leerbalie/model/journal"
	"leerbalie/model/loop/pairing"
	"leerbalie/model/pairs"
	"leerbalie/model/pairs/match"
	"leerbalie/ui/cli/command"
	"leerbalie/ui/cli/lookup"
	"leerbalie/ui/cli/output"
	"leerbalie/ui/text"
	"leerbalie/ui/widget/cell"
)

// Pair holds the commands on students who work together.
func Pair(r *command.Run) *cobra.Command {
	return r.Family("pair", "cli.pair", command.Commands{
		"propose": pairPropose, "publish": pairPublish, "list": pairList, "end": pairEnd, "checkin": pairCheckIn,
		"evaluate": pairEvaluate, "agree": pairAgree, "fit": pairFit, "forbid": pairForbid, "weights": pairWeights,
	})
}

// pairDo is a command that does one thing about one running pair.
func pairDo(r *command.Run, use, short, said string, do func(b *pairing.Book, p *pairs.Pair) (model.Action, error)) *cobra.Command {
	return &cobra.Command{
		Use: use + " PAIR", Short: r.Say(short), Args: command.Arguments(1, -1, "PAIR"),
		RunE: func(cmd *cobra.Command, args []string) error {
			return r.With(cmd, func(ctx context.Context, session *model.Session) error {
				b, err := pairing.Read(ctx, session)
				if err != nil {
					return err
				}
				p, err := lookup.Pair(b, strings.Join(args, " "))
				if err != nil {
					return err
				}
				action, err := do(b, p)
				if err != nil {
					return err
				}
				if _, err := session.Do(ctx, action); err != nil {
					return err
				}
				now, err := pairs.ReadPair(ctx, session, p.ID)
				if err != nil {
					return err
				}
				if r.JSON {
					return output.JSON(r.Out, output.PairOf(&now, b, r.Now(), r.Zone(ctx, session)))
				}
				_, err = fmt.Fprintln(r.Out, r.Say(said, "names", cell.Safe(b.Names(now.Members), 100)))
				return err
			})
		},
	}
}

func pairList(r *command.Run) *cobra.Command {
	var status string
	var limit int
	cmd := &cobra.Command{
		Use:   "list",
		Short: r.Say("cli.pair.list"),
		Args:  command.Arguments(0, 0, ""),
		RunE: func(cmd *cobra.Command, _ []string) error {
			choices := []string{"current", "running", "paused", "ended", "all"}
			if !slices.Contains(choices, status) {
				return command.Misuse("cli.choice", "what", "--status", "value", status, "choices", strings.Join(choices, ", "))
			}
			limit, err := r.Limit(cmd, limit)
			if err != nil {
				return err
			}
			return r.With(cmd, func(ctx context.Context, session *model.Session) error {
				b, err := pairing.Read(ctx, session)
				if err != nil {
					return err
				}
				buddies := lookup.Where(b.Pairs, func(p pairs.Pair) bool {
					return !p.Forbidden && (status == "all" || status == "ended" && !p.Running() || status == "paused" && p.Paused() || p.Running() && (status == "current" || status == "running" && !p.Paused()))
				})
				if limit > 0 && len(buddies) > limit {
					buddies = buddies[:limit]
				}
				return showPairs(r, buddies, b, r.Zone(ctx, session))
			})
		},
	}
	cmd.Flags().StringVar(&status, "status", "current", r.Say("cli.flag.pair-status"))
	r.LimitFlag(cmd, &limit)
	return cmd
}

func showPairs(r *command.Run, buddies []pairs.Pair, b *pairing.Book, zone *time.Location) error {
	if r.JSON {
		list := output.NewArray(r.Out)
		for i := range buddies {
			if err := list.Add(output.PairOf(&buddies[i], b, r.Now(), zone)); err != nil {
				return err
			}
		}
		return list.End()
	}
	t := output.NewTable(r.Out, r.Width, r.Say("cli.col.pair"), r.Say("cli.col.since"), r.Say("cli.col.next-check-in"), r.Say("cli.col.next-evaluation"), r.Say("cli.col.status"))
	day := func(at time.Time) string {
		if at.IsZero() {
			return ""
		}
		return at.In(zone).Format("02-01-2006")
	}
	for i := range buddies {
		p := &buddies[i]
		s, how := p.Standing(r.Now()), ""
		switch {
		case p.Ended != nil:
			how, s = r.Say("cli.pair.over", "reason", r.Words.Code("end-reason", p.Ended.Reason)), pairs.PairStanding{}
		default:
			how = r.Words.Standing(s)
		}
		t.Add(withLevels(r, p.Members, b), day(p.Started), text.Day(s.NextCheckIn), text.Day(s.NextEvaluation), how)
	}
	return t.End()
}

func pairEnd(r *command.Run) *cobra.Command {
	var reason, note string
	cmd := pairDo(r, "end", "cli.pair.end", "cli.pair.ended", func(_ *pairing.Book, p *pairs.Pair) (model.Action, error) {
		code, err := r.Choose("--reason", reason, pairs.EndReasons())
		return pairs.EndPair{ID: p.ID, Reason: code, Note: note}, err
	})
	cmd.Flags().StringVar(&reason, "reason", "", r.Say("cli.flag.end-reason"))
	cmd.Flags().StringVar(&note, "note", "", r.Say("cli.flag.note"))
	return cmd
}

func pairCheckIn(r *command.Run) *cobra.Command {
	var mood, note, day string
	var silent bool
	cmd := pairDo(r, "checkin", "cli.pair.check-in", "cli.pair.checked-in", func(b *pairing.Book, p *pairs.Pair) (model.Action, error) {
		code, err := r.Choose("--mood", mood, pairs.Moods())
		if err != nil {
			return nil, err
		}
		at, err := command.ReadDay("day", day)
		switch {
		case at.IsZero():
		case at.Equal(days.Of(p.Started, b.Zone)): // not before it began
			at = p.Started
		default:
			at = days.Start(at, b.Zone)
		}
		return pairs.AddCheckIn{Pair: p.ID, Mood: pairs.Mood(code), Silent: silent, Note: note, At: at}, err
	})
	cmd.Flags().StringVar(&mood, "mood", "", r.Say("cli.flag.mood"))
	cmd.Flags().BoolVar(&silent, "silent", false, r.Say("cli.flag.silent"))
	cmd.Flags().StringVar(&note, "note", "", r.Say("cli.flag.note"))
	cmd.Flags().StringVar(&day, "day", "", r.Say("cli.flag.day"))
	return cmd
}

func pairEvaluate(r *command.Run) *cobra.Command {
	var result, note string
	var month int
	cmd := pairDo(r, "evaluate", "cli.pair.evaluate", "cli.pair.evaluated", func(_ *pairing.Book, p *pairs.Pair) (model.Action, error) {
		code, err := r.Choose("--result", result, pairs.EvaluationResults())
		return pairs.AddEvaluation{Pair: p.ID, Month: month, Result: code, Note: note}, err
	})
	cmd.Flags().IntVar(&month, "month", 3, r.Say("cli.flag.month"))
	cmd.Flags().StringVar(&result, "result", "go-on", r.Say("cli.flag.result"))
	cmd.Flags().StringVar(&note, "note", "", r.Say("cli.flag.note"))
	return cmd
}

// member finds one of a pair's members; "" is who acts.
func member(b *pairing.Book, text string) (journal.ID, error) {
	if text == "" {
		return journal.ID{}, nil
	}
	p, err := b.Find(text)
	return p.ID, err
}

func pairAgree(r *command.Run) *cobra.Command {
	var who, for_, adds string
	cmd := pairDo(r, "agree", "cli.pair.agree", "cli.pair.agreed", func(b *pairing.Book, p *pairs.Pair) (model.Action, error) {
		id, err := member(b, who)
		return pairs.Agree{Pair: p.ID, Person: id, For: for_, Adds: adds}, err
	})
	cmd.Flags().StringVar(&who, "person", "", r.Say("cli.flag.member"))
	cmd.Flags().StringVar(&for_, "for", "", r.Say("cli.flag.agree-for"))
	cmd.Flags().StringVar(&adds, "adds", "", r.Say("cli.flag.agree-adds"))
	return cmd
}

func pairFit(r *command.Run) *cobra.Command {
	var who, answer, note string
	cmd := pairDo(r, "fit", "cli.pair.fit", "cli.pair.fitted", func(b *pairing.Book, p *pairs.Pair) (model.Action, error) {
		code, err := r.Choose("--answer", answer, pairs.FitAnswers())
		if err != nil {
			return nil, err
		}
		id, err := member(b, who)
		return pairs.AnswerFit{Pair: p.ID, Person: id, Answer: pairs.FitAnswer(code), Note: note}, err
	})
	cmd.Flags().StringVar(&who, "person", "", r.Say("cli.flag.member"))
	cmd.Flags().StringVar(&answer, "answer", "", r.Say("cli.flag.fit"))
	cmd.Flags().StringVar(&note, "note", "", r.Say("cli.flag.note"))
	return cmd
}

func pairForbid(r *command.Run) *cobra.Command {
	var lift bool
	cmd := &cobra.Command{
		Use:   "forbid NAME NAME",
		Short: r.Say("cli.pair.forbid"),
		Args:  command.Arguments(2, 2, "NAME NAME"),
		RunE: func(cmd *cobra.Command, args []string) error {
			return r.With(cmd, func(ctx context.Context, session *model.Session) error {
				b, err := pairing.Read(ctx, session)
				if err != nil {
					return err
				}
				two, err := b.FindAll(args)
				if err != nil {
					return err
				}
				if _, err := session.Do(ctx, pairs.ForbidPair{Members: [2]journal.ID{two[0], two[1]}, Lift: lift}); err != nil {
					return err
				}
				if r.JSON {
					return output.JSON(r.Out, struct {
						Members   []string `json:"members"`
						Forbidden bool     `json:"forbidden"`
					}{output.IDs(two), !lift})
				}
				said := "cli.pair.forbidden"
				if lift {
					said = "cli.pair.allowed"
				}
				_, err = fmt.Fprintln(r.Out, r.Say(said, "names", cell.Safe(b.Names(two), 100)))
				return err
			})
		},
	}
	cmd.Flags().BoolVar(&lift, "lift", false, r.Say("cli.flag.lift"))
	return cmd
}

// pairWeights shows how much each wish counts at the site, and keeps other weights and limits.
func pairWeights(r *command.Run) *cobra.Command {
	var set []string
	var stated, shared int
	cmd := &cobra.Command{
		Use:   "weights",
		Short: r.Say("cli.pair.weights"),
		Args:  command.Arguments(0, 0, ""),
		RunE: func(cmd *cobra.Command, _ []string) error {
			return r.With(cmd, func(ctx context.Context, session *model.Session) error {
				m, err := pairs.ReadMatching(ctx, session, session.Site())
				if err != nil {
					return err
				}
				w, err := weights(match.WeightsOf(m.Weights), set)
				if err != nil {
					return err
				}
				limits := m.Limits
				if stated >= 0 {
					limits.Stated = stated
				}
				if shared >= 0 {
					limits.Shared = shared
				}
				if len(set) > 0 || limits != m.Limits {
					if _, err := session.Do(ctx, pairs.SetMatching{Weights: w.Keep(), Limits: limits}); err != nil {
						return err
					}
				}
				out := map[string]int{"min_stated": limits.Stated, "min_shared": limits.Shared}
				for i, rule := range match.WishRules() {
					out[string(rule)] = w[i]
				}
				if r.JSON {
					return output.JSON(r.Out, out)
				}
				t := output.NewTable(r.Out, r.Width, r.Say("cli.col.wish"), r.Say("cli.col.weight"))
				for i, rule := range match.WishRules() {
					t.Add(r.Words.Rule(rule)+" ("+string(rule)+")", fmt.Sprint(w[i]))
				}
				t.Add(r.Say("cli.flag.min-stated"), fmt.Sprint(limits.Stated))
				t.Add(r.Say("cli.flag.min-shared"), fmt.Sprint(limits.Shared))
				return t.End()
			})
		},
	}
	cmd.Flags().StringArrayVar(&set, "weight", nil, r.Say("cli.flag.weight"))
	cmd.Flags().IntVar(&stated, "min-stated", -1, r.Say("cli.flag.min-stated"))
	cmd.Flags().IntVar(&shared, "min-shared", -1, r.Say("cli.flag.min-shared"))
	return cmd
}
