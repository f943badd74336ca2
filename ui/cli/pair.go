package cli

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"leerbalie/model"
	"leerbalie/model/match"
	"leerbalie/model/pairing"
	"leerbalie/ui/widget/cell"
)

// pair holds the commands on students who work together.
func (r *run) pair() *cobra.Command {
	return r.family("pair", r.say("cli.pair"),
		r.pairPropose(), r.pairPublish(), r.pairList(), r.pairEnd(), r.pairCheckIn(), r.pairEvaluate(), r.pairAgree(), r.pairFit(),
		r.pairForbid(), r.pairWeights())
}

// findPair finds a running pair by its id, by a member, or by two members with a plus or a comma between.
func findPair(b *pairing.Book, text string) (*model.Pair, error) {
	for i := range b.Pairs {
		if p := &b.Pairs[i]; p.ID.String() == strings.TrimSpace(text) && !p.Forbidden {
			return p, nil
		}
	}
	var found *model.Pair
	for _, name := range splitNames(text) {
		student, err := b.Find(name)
		if err != nil {
			return nil, err
		}
		p := b.Running(student.ID)
		if p == nil || found != nil && p != found {
			return nil, model.Fail(model.NotFound, "cli-no-pair", "name", text)
		}
		found = p
	}
	if found == nil {
		return nil, model.Fail(model.NotFound, "cli-no-pair", "name", text)
	}
	return found, nil
}

// pairNamed are the members of a running pair that is named by its id or as Ali+Noor; none for any other name.
func pairNamed(ctx context.Context, v *model.View, text string) ([]model.ID, error) {
	id, err := model.ParseID(strings.TrimSpace(text))
	if err == nil {
		if p, err := v.Pair(ctx, id); err == nil {
			return p.Members, nil
		}
		return nil, nil
	}
	if !strings.Contains(text, "+") {
		return nil, nil
	}
	b, err := pairing.Read(ctx, v)
	if err != nil {
		return nil, err
	}
	p, err := findPair(b, text)
	if err != nil {
		return nil, err
	}
	return p.Members, nil
}

// pairDo is a command that does one thing about one running pair.
func (r *run) pairDo(use, short, said string, do func(b *pairing.Book, p *model.Pair) (model.Action, error)) *cobra.Command {
	return &cobra.Command{
		Use: use + " PAIR", Short: r.say(short), Args: words(1, -1, "PAIR"),
		RunE: func(cmd *cobra.Command, args []string) error {
			return r.with(cmd, func(ctx context.Context, v *model.View) error {
				b, err := pairing.Read(ctx, v)
				if err != nil {
					return err
				}
				p, err := findPair(b, strings.Join(args, " "))
				if err != nil {
					return err
				}
				action, err := do(b, p)
				if err != nil {
					return err
				}
				if _, err := v.Do(ctx, action); err != nil {
					return err
				}
				now, err := v.Pair(ctx, p.ID)
				if err != nil {
					return err
				}
				if r.json {
					return writeJSON(r.s.Out, pairOut(&now, b, r.s.Now(), r.zone(ctx, v)))
				}
				_, err = fmt.Fprintln(r.s.Out, r.say(said, "names", cell.Safe(b.Names(now.Members), 100)))
				return err
			})
		},
	}
}

func (r *run) pairList() *cobra.Command {
	var status string
	var limit int
	cmd := &cobra.Command{
		Use:   "list",
		Short: r.say("cli.pair.list"),
		Args:  words(0, 0, ""),
		RunE: func(cmd *cobra.Command, _ []string) error {
			choices := []string{"running", "ended", "all"}
			if !slices.Contains(choices, status) {
				return misuse("cli.choice", "what", "--status", "value", status, "choices", strings.Join(choices, ", "))
			}
			limit, err := r.limit(cmd, limit)
			if err != nil {
				return err
			}
			return r.with(cmd, func(ctx context.Context, v *model.View) error {
				b, err := pairing.Read(ctx, v)
				if err != nil {
					return err
				}
				pairs := filter(b.Pairs, func(p model.Pair) bool {
					return !p.Forbidden && (status == "all" || p.Running() == (status == "running"))
				})
				if limit > 0 && len(pairs) > limit {
					pairs = pairs[:limit]
				}
				return r.pairs(pairs, b, r.zone(ctx, v))
			})
		},
	}
	cmd.Flags().StringVar(&status, "status", "running", r.say("cli.flag.pair-status"))
	r.limitFlag(cmd, &limit)
	return cmd
}

func (r *run) pairs(pairs []model.Pair, b *pairing.Book, zone *time.Location) error {
	if r.json {
		list := newArray(r.s.Out)
		for i := range pairs {
			if err := list.add(pairOut(&pairs[i], b, r.s.Now(), zone)); err != nil {
				return err
			}
		}
		return list.end()
	}
	t := newTable(r.s.Out, r.s.Width, r.say("cli.col.pair"), r.say("cli.col.since"), r.say("cli.col.next-check-in"), r.say("cli.col.next-evaluation"), r.say("cli.col.status"))
	day := func(at time.Time) string {
		if at.IsZero() {
			return ""
		}
		return at.In(zone).Format("02-01-2006")
	}
	for i := range pairs {
		p := &pairs[i]
		s, how := p.Stand(r.s.Now()), ""
		switch {
		case p.Ended != nil:
			how, s = r.say("cli.pair.over", "reason", model.EndReasons().Label(p.Ended.Reason, string(r.words.Lang()))), model.PairStanding{}
		default:
			how = r.words.Standing(s)
		}
		t.add(r.withLevels(p.Members, b), day(p.Started), day(s.NextCheckIn), day(s.NextEvaluation), how)
	}
	return t.end()
}

func (r *run) pairEnd() *cobra.Command {
	var reason, note string
	cmd := r.pairDo("end", "cli.pair.end", "cli.pair.ended", func(_ *pairing.Book, p *model.Pair) (model.Action, error) {
		code, err := choose("--reason", reason, model.EndReasons())
		return model.EndPair{ID: p.ID, Reason: code, Note: note}, err
	})
	cmd.Flags().StringVar(&reason, "reason", "", r.say("cli.flag.end-reason"))
	cmd.Flags().StringVar(&note, "note", "", r.say("cli.flag.note"))
	return cmd
}

func (r *run) pairCheckIn() *cobra.Command {
	var mood, note, day string
	var silent bool
	cmd := r.pairDo("checkin", "cli.pair.check-in", "cli.pair.checked-in", func(_ *pairing.Book, p *model.Pair) (model.Action, error) {
		code, err := choose("--mood", mood, model.Moods())
		if err != nil {
			return nil, err
		}
		at, err := readDay("day", day)
		if err == nil && !at.IsZero() && at.Before(p.Started) {
			at = at.Add(24*time.Hour - time.Minute) // the day on which the pair began
		}
		return model.AddCheckIn{Pair: p.ID, Mood: model.Mood(code), Silent: silent, Note: note, At: at}, err
	})
	cmd.Flags().StringVar(&mood, "mood", "", r.say("cli.flag.mood"))
	cmd.Flags().BoolVar(&silent, "silent", false, r.say("cli.flag.silent"))
	cmd.Flags().StringVar(&note, "note", "", r.say("cli.flag.note"))
	cmd.Flags().StringVar(&day, "day", "", r.say("cli.flag.day"))
	return cmd
}

func (r *run) pairEvaluate() *cobra.Command {
	var result, note string
	var month int
	cmd := r.pairDo("evaluate", "cli.pair.evaluate", "cli.pair.evaluated", func(_ *pairing.Book, p *model.Pair) (model.Action, error) {
		code, err := choose("--result", result, model.EvaluationResults())
		return model.AddEvaluation{Pair: p.ID, Month: month, Result: code, Note: note}, err
	})
	cmd.Flags().IntVar(&month, "month", 3, r.say("cli.flag.month"))
	cmd.Flags().StringVar(&result, "result", "go-on", r.say("cli.flag.result"))
	cmd.Flags().StringVar(&note, "note", "", r.say("cli.flag.note"))
	return cmd
}

// member finds one of a pair's members; "" is who acts.
func member(b *pairing.Book, text string) (model.ID, error) {
	if text == "" {
		return model.ID{}, nil
	}
	p, err := b.Find(text)
	return p.ID, err
}

func (r *run) pairAgree() *cobra.Command {
	var who, for_, adds string
	cmd := r.pairDo("agree", "cli.pair.agree", "cli.pair.agreed", func(b *pairing.Book, p *model.Pair) (model.Action, error) {
		id, err := member(b, who)
		return model.Agree{Pair: p.ID, Person: id, For: for_, Adds: adds}, err
	})
	cmd.Flags().StringVar(&who, "person", "", r.say("cli.flag.member"))
	cmd.Flags().StringVar(&for_, "for", "", r.say("cli.flag.agree-for"))
	cmd.Flags().StringVar(&adds, "adds", "", r.say("cli.flag.agree-adds"))
	return cmd
}

func (r *run) pairFit() *cobra.Command {
	var who, answer, note string
	cmd := r.pairDo("fit", "cli.pair.fit", "cli.pair.fitted", func(b *pairing.Book, p *model.Pair) (model.Action, error) {
		code, err := choose("--answer", answer, model.FitAnswers())
		if err != nil {
			return nil, err
		}
		id, err := member(b, who)
		return model.AnswerFit{Pair: p.ID, Person: id, Answer: model.FitAnswer(code), Note: note}, err
	})
	cmd.Flags().StringVar(&who, "person", "", r.say("cli.flag.member"))
	cmd.Flags().StringVar(&answer, "answer", "", r.say("cli.flag.fit"))
	cmd.Flags().StringVar(&note, "note", "", r.say("cli.flag.note"))
	return cmd
}

func (r *run) pairForbid() *cobra.Command {
	var lift bool
	cmd := &cobra.Command{
		Use:   "forbid NAME NAME",
		Short: r.say("cli.pair.forbid"),
		Args:  words(2, 2, "NAME NAME"),
		RunE: func(cmd *cobra.Command, args []string) error {
			return r.with(cmd, func(ctx context.Context, v *model.View) error {
				b, err := pairing.Read(ctx, v)
				if err != nil {
					return err
				}
				two, err := b.FindAll(args)
				if err != nil {
					return err
				}
				if _, err := v.Do(ctx, model.ForbidPair{Members: [2]model.ID{two[0], two[1]}, Lift: lift}); err != nil {
					return err
				}
				if r.json {
					return writeJSON(r.s.Out, struct {
						Members   []string `json:"members"`
						Forbidden bool     `json:"forbidden"`
					}{ids(two), !lift})
				}
				said := "cli.pair.forbidden"
				if lift {
					said = "cli.pair.allowed"
				}
				_, err = fmt.Fprintln(r.s.Out, r.say(said, "names", cell.Safe(b.Names(two), 100)))
				return err
			})
		},
	}
	cmd.Flags().BoolVar(&lift, "lift", false, r.say("cli.flag.lift"))
	return cmd
}

// pairWeights shows how much each wish counts at the site, and keeps other weights and limits.
func (r *run) pairWeights() *cobra.Command {
	var set []string
	var stated, shared int
	cmd := &cobra.Command{
		Use:   "weights",
		Short: r.say("cli.pair.weights"),
		Args:  words(0, 0, ""),
		RunE: func(cmd *cobra.Command, _ []string) error {
			return r.with(cmd, func(ctx context.Context, v *model.View) error {
				m, err := v.Matching(ctx, v.Site())
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
					if _, err := v.Do(ctx, model.SetMatching{Weights: w.Keep(), Limits: limits}); err != nil {
						return err
					}
				}
				out := map[string]int{"min_stated": limits.Stated, "min_shared": limits.Shared}
				for i, rule := range match.WishRules() {
					out[string(rule)] = w[i]
				}
				if r.json {
					return writeJSON(r.s.Out, out)
				}
				t := newTable(r.s.Out, r.s.Width, r.say("cli.col.wish"), r.say("cli.col.weight"))
				for i, rule := range match.WishRules() {
					t.add(r.words.Rule(rule)+" ("+string(rule)+")", fmt.Sprint(w[i]))
				}
				t.add(r.say("cli.flag.min-stated"), fmt.Sprint(limits.Stated))
				t.add(r.say("cli.flag.min-shared"), fmt.Sprint(limits.Shared))
				return t.end()
			})
		},
	}
	cmd.Flags().StringArrayVar(&set, "weight", nil, r.say("cli.flag.weight"))
	cmd.Flags().IntVar(&stated, "min-stated", -1, r.say("cli.flag.min-stated"))
	cmd.Flags().IntVar(&shared, "min-shared", -1, r.say("cli.flag.min-shared"))
	return cmd
}
