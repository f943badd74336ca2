package cli

import (
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"leerbalie/model"
	"leerbalie/model/match"
	"leerbalie/model/pairing"
	"leerbalie/ui/widget/cell"
)

// choiceFlags are what can be asked of a proposal on the command line.
type choiceFlags struct {
	locks, forbids, weights, open []string
	objective, mode, trios        string
	site, date                    string
	stated, shared, price         int
	rematch, all                  bool
}

func (r *run) choiceFlags(cmd *cobra.Command, c *choiceFlags) {
	f := cmd.Flags()
	f.StringArrayVar(&c.locks, "lock", nil, r.say("cli.flag.lock"))
	f.StringArrayVar(&c.forbids, "forbid", nil, r.say("cli.flag.forbid"))
	f.StringVar(&c.objective, "objective", string(match.Total), r.say("cli.flag.objective"))
	f.StringVar(&c.mode, "mode", string(match.Across), r.say("cli.flag.mode"))
	f.StringVar(&c.trios, "trios", string(match.OneTrio), r.say("cli.flag.trios"))
	f.StringArrayVar(&c.weights, "weight", nil, r.say("cli.flag.weight"))
	f.IntVar(&c.stated, "min-stated", -1, r.say("cli.flag.min-stated"))
	f.IntVar(&c.shared, "min-shared", -1, r.say("cli.flag.min-shared"))
	f.StringVar(&c.site, "site", "", r.say("cli.flag.site-only"))
	f.StringVar(&c.date, "date", "", r.say("cli.flag.date"))
	f.BoolVar(&c.rematch, "rematch", false, r.say("cli.flag.rematch"))
	f.IntVar(&c.price, "price", match.DefaultPrice, r.say("cli.flag.price"))
	f.StringArrayVar(&c.open, "open", nil, r.say("cli.flag.open-pair"))
	f.BoolVar(&c.all, "all", false, r.say("cli.flag.open-all"))
}

// choice turns the flags into what matching is asked.
func (r *run) choice(ctx context.Context, v *model.View, b *pairing.Book, c *choiceFlags) (out pairing.Choice, err error) {
	day := r.s.Now().In(r.zone(ctx, v))
	if c.date != "" {
		if day, err = readDay("date", c.date); err != nil {
			return out, err
		}
	}
	y, m, d := day.Date()
	out = b.Choice(time.Date(y, m, d, 0, 0, 0, 0, time.UTC))
	for _, one := range []struct {
		flag, value string
		of          []string
	}{
		{"--objective", c.objective, []string{string(match.Total), string(match.Worst)}}, {"--mode", c.mode, []string{string(match.Across), string(match.Mixed)}},
		{"--trios", c.trios, []string{string(match.NoTrio), string(match.OneTrio), string(match.AllTrios)}},
	} {
		if !slices.Contains(one.of, one.value) {
			return out, misuse("cli.choice", "what", one.flag, "value", one.value, "choices", strings.Join(one.of, ", "))
		}
	}
	out.Objective, out.Mode, out.Trios = match.Objective(c.objective), match.Mode(c.mode), match.Trios(c.trios)
	if c.stated >= 0 {
		out.Limits.Stated = c.stated
	}
	if c.shared >= 0 {
		out.Limits.Shared = c.shared
	}
	if out.Weights, err = weights(out.Weights, c.weights); err != nil {
		return out, err
	}
	if c.site != "" {
		site, err := findSite(ctx, v, c.site)
		if err != nil {
			return out, err
		}
		out.Site = site.ID
	}
	for _, text := range c.locks {
		members, err := b.FindAll(splitNames(text))
		if err != nil {
			return out, err
		}
		out.Locks = append(out.Locks, members)
	}
	for _, text := range c.forbids {
		members, err := b.FindAll(splitNames(text))
		if err != nil {
			return out, err
		}
		if len(members) != 2 {
			return out, misuse("cli.two-names", "flag", "--forbid", "value", text)
		}
		out.Forbid = append(out.Forbid, [2]model.ID{members[0], members[1]})
	}
	if c.rematch {
		out.Rematch = &match.Rematch{Price: c.price, All: c.all}
		for _, text := range c.open {
			pair, err := findPair(b, text)
			if err != nil {
				return out, err
			}
			out.Rematch.Open = append(out.Rematch.Open, pair.ID)
		}
	}
	return out, nil
}

// splitNames reads ID,ID or Name+Name.
func splitNames(text string) []string {
	return strings.FieldsFunc(text, func(c rune) bool { return c == ',' || c == '+' })
}

// weights reads rule=weight, over those of the site.
func weights(w match.Weights, flags []string) (match.Weights, error) {
	rules := match.WishRules()
	for _, text := range flags {
		rule, value, _ := strings.Cut(text, "=")
		i := slices.Index(rules, match.Rule(strings.TrimSpace(rule)))
		n, err := strconv.Atoi(strings.TrimSpace(value))
		if i < 0 {
			return w, misuse("cli.choice", "what", "--weight", "value", rule, "choices", join(rules))
		}
		if err != nil || n < 0 || n > match.MaxWeight {
			return w, misuse("cli.flag-value", "flag", "--weight", "value", text)
		}
		w[i] = n
	}
	return w, nil
}

func (r *run) pairPropose() *cobra.Command {
	var c choiceFlags
	var save string
	cmd := &cobra.Command{
		Use:   "propose",
		Short: r.say("cli.pair.propose"),
		Long:  r.say("cli.pair.propose-long"),
		Args:  words(0, 0, ""),
		Example: "  leerbalie pair propose --lock Ali,Noor --forbid Sem,Eva --weight languages=10\n" +
			"  leerbalie pair propose --rematch --json",
		RunE: func(cmd *cobra.Command, _ []string) error {
			return r.with(cmd, func(ctx context.Context, v *model.View) error {
				b, choice, in, p, err := r.propose(ctx, v, &c)
				if err != nil {
					return err
				}
				if save != "" {
					if _, err := v.Do(ctx, model.SaveProposal{Proposal: pairing.Keep(choice, p, save)}); err != nil {
						return err
					}
				}
				prices, err := match.Prices(ctx, in, p, choice.Overrides())
				if err != nil {
					return err
				}
				if r.json {
					return writeJSON(r.s.Out, r.proposalOut(p, in, prices, b, choice.Day))
				}
				return r.showProposal(p, in, prices, b)
			})
		},
	}
	r.choiceFlags(cmd, &c)
	cmd.Flags().StringVar(&save, "save", "", r.say("cli.flag.save"))
	return cmd
}

func (r *run) propose(ctx context.Context, v *model.View, c *choiceFlags) (*pairing.Book, pairing.Choice, match.Input, *match.Proposal, error) {
	b, err := pairing.Read(ctx, v)
	if err != nil {
		return nil, pairing.Choice{}, match.Input{}, nil, err
	}
	choice, err := r.choice(ctx, v, b, c)
	if err != nil {
		return nil, choice, match.Input{}, nil, err
	}
	in := b.Input(choice)
	p, err := match.Propose(ctx, in)
	return b, choice, in, p, err
}

// showProposal writes a proposal for people.
func (r *run) showProposal(p *match.Proposal, in match.Input, prices []match.Price, b *pairing.Book) error {
	out := r.s.Out
	if len(p.Pairs)+len(p.Left) == 0 {
		_, err := fmt.Fprintln(out, r.say("cli.pair.nobody"))
		return err
	}
	fmt.Fprintln(out, r.words.Count("cli.pair.proposal", len(p.Pairs), "score", r.words.Score(p.Average()), "total", r.words.Score(p.Total)))
	t := newTable(out, r.s.Width, "", r.say("cli.col.pair"), r.say("cli.col.score"), r.say("cli.col.why"))
	for _, pair := range p.Pairs {
		sign := ""
		switch {
		case pair.Locked:
			sign = r.say("cli.pair.locked")
		case !pair.Running.IsZero():
			sign = r.say("cli.pair.kept")
		case len(pair.Members) == 3:
			sign = r.say("cli.pair.trio")
		}
		t.add(sign, r.withLevels(pair.Members, b), r.words.Score(pair.Score), r.words.Facts(match.FactsOf(in, pair.Members)))
	}
	if err := t.end(); err != nil {
		return err
	}
	for _, l := range p.Left {
		student, _ := b.Person(l.Student)
		line := fmt.Sprintf("%s + ?  %s", cell.Safe(student.Name, 60), r.words.Why(l.Reason, student.Study.DayParts))
		for _, x := range l.Relax[:min(1, len(l.Relax))] {
			line += "; " + r.words.Relax(x, cell.Safe(b.Names(x.With), 100))
		}
		fmt.Fprintln(out, line)
	}
	for _, e := range p.Ended {
		fmt.Fprintln(out, r.say("cli.pair.would-end", "names", cell.Safe(b.Names(e.Members), 100)))
	}
	for _, price := range prices {
		id := "cli.pair.price-forbid"
		if price.Lock {
			id = "cli.pair.price-lock"
		}
		fmt.Fprintln(out, r.say(id, "names", cell.Safe(b.Names(price.Members), 100), "points", r.words.Score(price.Points), "pairs", price.Pairs)+r.worse(price.Worse, b))
	}
	return nil
}

// worse names who is worse off by an override.
func (r *run) worse(shifts []match.Shift, b *pairing.Book) string {
	if len(shifts) == 0 {
		return ""
	}
	list := make([]string, 0, len(shifts))
	for _, s := range shifts[:min(len(shifts), 6)] {
		list = append(list, fmt.Sprintf("%s %s → %s", cell.Safe(b.Name(s.Student), 40), r.words.Score(s.From), r.words.Score(s.To)))
	}
	return " " + r.say("cli.pair.worse", "list", strings.Join(list, ", "))
}

func (r *run) withLevels(members []model.ID, b *pairing.Book) string {
	out := make([]string, len(members))
	for i, id := range b.InOrder(members) {
		p, _ := b.Person(id)
		out[i] = p.Name + " (" + r.level(p) + ")"
	}
	return strings.Join(out, " + ")
}

func (r *run) pairPublish() *cobra.Command {
	var c choiceFlags
	var hand []string
	var kept string
	cmd := &cobra.Command{
		Use:     "publish",
		Short:   r.say("cli.pair.publish"),
		Long:    r.say("cli.pair.publish-long"),
		Args:    words(0, 0, ""),
		Example: "  leerbalie pair publish --lock Ali,Noor --forbid Sem,Eva\n  leerbalie pair publish --pair Ali,Noor --pair Sem,Eva",
		RunE: func(cmd *cobra.Command, _ []string) error {
			return r.with(cmd, func(ctx context.Context, v *model.View) error {
				publication, err := r.publication(ctx, v, &c, hand, kept)
				if err != nil {
					return err
				}
				receipt, err := v.Do(ctx, publication)
				if err != nil {
					return err
				}
				b, err := pairing.Read(ctx, v)
				if err != nil {
					return err
				}
				made := filter(b.Pairs, func(p model.Pair) bool { return slices.Contains(receipt.Created, p.ID) })
				if r.json {
					out := []pairJSON{}
					for i := range made {
						out = append(out, pairOut(&made[i], b, r.s.Now(), r.zone(ctx, v)))
					}
					return writeJSON(r.s.Out, out)
				}
				for _, p := range made {
					fmt.Fprintln(r.s.Out, cell.Safe(r.withLevels(p.Members, b), 200))
				}
				_, err = fmt.Fprintln(r.s.Out, r.words.Count("cli.pair.published", len(made)))
				return err
			})
		},
	}
	r.choiceFlags(cmd, &c)
	cmd.Flags().StringArrayVar(&hand, "pair", nil, r.say("cli.flag.by-hand"))
	cmd.Flags().StringVar(&kept, "proposal", "", r.say("cli.flag.proposal"))
	return cmd
}

// publication is what is to be published: pairs named by hand, a kept proposal, or the proposal that the flags ask for.
func (r *run) publication(ctx context.Context, v *model.View, c *choiceFlags, hand []string, kept string) (out model.PublishPairs, err error) {
	if len(hand) > 0 {
		b, err := pairing.Read(ctx, v)
		if err != nil {
			return out, err
		}
		for _, text := range hand {
			members, err := b.FindAll(splitNames(text))
			if err != nil {
				return out, err
			}
			out.Pairs = append(out.Pairs, model.NewPair{Members: members})
		}
		return out, nil
	}
	if kept == "" {
		_, _, _, p, err := r.propose(ctx, v, c)
		if err != nil {
			return out, err
		}
		return pairing.Publication(p, model.ID{}), nil
	}
	list, err := v.Proposals(ctx)
	if err != nil {
		return out, err
	}
	found, err := one(kept, list, func(p model.Proposal) model.ID { return p.ID }, func(p model.Proposal) string { return p.Name })
	if err != nil {
		return out, err
	}
	b, err := pairing.Read(ctx, v)
	if err != nil {
		return out, err
	}
	p, err := match.Propose(ctx, b.Input(pairing.Kept(found)))
	if err != nil {
		return out, err
	}
	return pairing.Publication(p, found.ID), nil
}
