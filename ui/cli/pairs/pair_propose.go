package pairs

import (
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"leerbalie/model"
	"leerbalie/model/journal"
	"leerbalie/model/loop/pairing"
	"leerbalie/model/pairs"
	"leerbalie/model/pairs/match"
	"leerbalie/ui/cli/command"
	"leerbalie/ui/cli/lookup"
	"leerbalie/ui/cli/output"
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

func addChoiceFlags(r *command.Run, cmd *cobra.Command, c *choiceFlags) {
	f := cmd.Flags()
	f.StringArrayVar(&c.locks, "lock", nil, r.Say("cli.flag.lock"))
	f.StringArrayVar(&c.forbids, "forbid", nil, r.Say("cli.flag.forbid"))
	f.StringVar(&c.objective, "objective", string(match.Total), r.Say("cli.flag.objective"))
	f.StringVar(&c.mode, "mode", string(match.Across), r.Say("cli.flag.mode"))
	f.StringVar(&c.trios, "trios", string(match.OneTrio), r.Say("cli.flag.trios"))
	f.StringArrayVar(&c.weights, "weight", nil, r.Say("cli.flag.weight"))
	f.IntVar(&c.stated, "min-stated", -1, r.Say("cli.flag.min-stated"))
	f.IntVar(&c.shared, "min-shared", -1, r.Say("cli.flag.min-shared"))
	f.StringVar(&c.site, "site", "", r.Say("cli.flag.site-only"))
	f.StringVar(&c.date, "date", "", r.Say("cli.flag.date"))
	f.BoolVar(&c.rematch, "rematch", false, r.Say("cli.flag.rematch"))
	f.IntVar(&c.price, "price", match.DefaultPrice, r.Say("cli.flag.price"))
	f.StringArrayVar(&c.open, "open", nil, r.Say("cli.flag.open-pair"))
	f.BoolVar(&c.all, "all", false, r.Say("cli.flag.open-all"))
}

// readChoice turns the flags into what matching is asked.
func readChoice(ctx context.Context, r *command.Run, session *model.Session, b *pairing.Book, c *choiceFlags) (out pairing.Choice, err error) {
	day := r.Today(ctx, session)
	if c.date != "" {
		if day, err = command.ReadDay("date", c.date); err != nil {
			return out, err
		}
	}
	out = b.Choice(day)
	for _, one := range []struct {
		flag, value string
		of          []string
	}{
		{"--objective", c.objective, []string{string(match.Total), string(match.Worst)}}, {"--mode", c.mode, []string{string(match.Across), string(match.Mixed)}},
		{"--trios", c.trios, []string{string(match.NoTrio), string(match.OneTrio), string(match.AllTrios)}},
	} {
		if !slices.Contains(one.of, one.value) {
			return out, command.Misuse("cli.choice", "what", one.flag, "value", one.value, "choices", strings.Join(one.of, ", "))
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
		site, err := lookup.Site(ctx, session, c.site)
		if err != nil {
			return out, err
		}
		out.Site = site.ID
	}
	for _, text := range c.locks {
		members, err := b.FindAll(lookup.Names(text))
		if err != nil {
			return out, err
		}
		out.Locks = append(out.Locks, members)
	}
	for _, text := range c.forbids {
		members, err := b.FindAll(lookup.Names(text))
		if err != nil {
			return out, err
		}
		if len(members) != 2 {
			return out, command.Misuse("cli.two-names", "flag", "--forbid", "value", text)
		}
		out.Forbid = append(out.Forbid, [2]journal.ID{members[0], members[1]})
	}
	if c.rematch {
		out.Rematch = &match.Rematch{Price: c.price, All: c.all}
		for _, text := range c.open {
			pair, err := lookup.Pair(b, text)
			if err != nil {
				return out, err
			}
			out.Rematch.Open = append(out.Rematch.Open, pair.ID)
		}
	}
	return out, nil
}

// weights reads rule=weight, over those of the site.
func weights(w match.Weights, flags []string) (match.Weights, error) {
	rules := match.WishRules()
	for _, text := range flags {
		rule, value, _ := strings.Cut(text, "=")
		i := slices.Index(rules, match.Rule(strings.TrimSpace(rule)))
		n, err := strconv.Atoi(strings.TrimSpace(value))
		if i < 0 {
			return w, command.Misuse("cli.choice", "what", "--weight", "value", rule, "choices", command.Join(rules))
		}
		if err != nil || n < 0 || n > match.MaxWeight {
			return w, command.Misuse("cli.flag-value", "flag", "--weight", "value", text)
		}
		w[i] = n
	}
	return w, nil
}

func pairPropose(r *command.Run) *cobra.Command {
	var c choiceFlags
	var save string
	cmd := &cobra.Command{
		Use:   "propose",
		Short: r.Say("cli.pair.propose"),
		Long:  r.Say("cli.pair.propose-long"),
		Args:  command.Arguments(0, 0, ""),
		Example: "  leerbalie pair propose --lock Ali,Noor --forbid Sem,Eva --weight languages=10\n" +
			"  leerbalie pair propose --rematch --json",
		RunE: func(cmd *cobra.Command, _ []string) error {
			return r.With(cmd, func(ctx context.Context, session *model.Session) error {
				b, choice, in, p, err := propose(ctx, r, session, &c)
				if err != nil {
					return err
				}
				if save != "" {
					if _, err := session.Do(ctx, pairs.SaveProposal{Proposal: pairing.Keep(choice, p, save)}); err != nil {
						return err
					}
				}
				prices, err := match.Prices(ctx, in, p, choice.Overrides())
				if err != nil {
					return err
				}
				if r.JSON {
					return output.JSON(r.Out, proposalOut(r, p, in, prices, b, choice.Day))
				}
				return showProposal(r, p, in, prices, b)
			})
		},
	}
	addChoiceFlags(r, cmd, &c)
	cmd.Flags().StringVar(&save, "save", "", r.Say("cli.flag.save"))
	return cmd
}

func propose(ctx context.Context, r *command.Run, session *model.Session, c *choiceFlags) (*pairing.Book, pairing.Choice, match.Input, *match.Proposal, error) {
	b, err := pairing.Read(ctx, session)
	if err != nil {
		return nil, pairing.Choice{}, match.Input{}, nil, err
	}
	choice, err := readChoice(ctx, r, session, b, c)
	if err != nil {
		return nil, choice, match.Input{}, nil, err
	}
	in := b.Input(choice)
	p, err := match.Propose(ctx, in)
	return b, choice, in, p, err
}

// showProposal writes a proposal for people.
func showProposal(r *command.Run, p *match.Proposal, in match.Input, prices []match.Price, b *pairing.Book) error {
	out := r.Out
	if len(p.Pairs)+len(p.Left) == 0 {
		_, err := fmt.Fprintln(out, r.Say("cli.pair.nobody"))
		return err
	}
	fmt.Fprintln(out, r.Words.Count("cli.pair.proposal", len(p.Pairs), "score", r.Words.Score(p.Average()), "total", r.Words.Score(p.Total)))
	if n := p.Without(); n > 0 {
		fmt.Fprintln(out, r.Words.Count("pairs.publish.left", n))
	}
	t := output.NewTable(out, r.Width, "", r.Say("cli.col.pair"), r.Say("cli.col.score"), r.Say("cli.col.why"))
	for _, pair := range p.Pairs {
		sign := ""
		switch {
		case pair.Locked:
			sign = r.Say("cli.pair.locked")
		case !pair.Running.IsZero():
			sign = r.Say("cli.pair.kept")
		case len(pair.Members) == 3:
			sign = r.Say("cli.pair.trio")
		}
		t.Add(sign, withLevels(r, pair.Members, b), r.Words.Score(pair.Score), r.Words.Facts(match.FactsOf(in, pair.Members)))
	}
	if err := t.End(); err != nil {
		return err
	}
	for _, l := range p.Left {
		student, _ := b.Person(l.Student)
		line := fmt.Sprintf("%s + ?  %s", cell.Safe(student.Name, 60), r.Words.Why(l.Reason, student.Study.DayParts))
		for _, x := range l.Relax[:min(1, len(l.Relax))] {
			line += "; " + r.Words.Relax(x, cell.Safe(b.Names(x.With), 100))
		}
		fmt.Fprintln(out, line)
	}
	for _, e := range p.Ended {
		fmt.Fprintln(out, r.Say("cli.pair.would-end", "names", cell.Safe(b.Names(e.Members), 100)))
	}
	for _, price := range prices {
		id := "cli.pair.price-forbid"
		if price.Lock {
			id = "cli.pair.price-lock"
		}
		fmt.Fprintln(out, r.Say(id, "names", cell.Safe(b.Names(price.Members), 100), "points", r.Words.Score(price.Points), "pairs", price.Pairs)+worse(r, price.Worse, b))
	}
	return nil
}

// worse names who is worse off by an override.
func worse(r *command.Run, shifts []match.Shift, b *pairing.Book) string {
	if len(shifts) == 0 {
		return ""
	}
	list := make([]string, 0, len(shifts))
	for _, s := range shifts[:min(len(shifts), 6)] {
		list = append(list, fmt.Sprintf("%s %s → %s", cell.Safe(b.Name(s.Student), 40), r.Words.Score(s.From), r.Words.Score(s.To)))
	}
	return " " + r.Say("cli.pair.worse", "list", strings.Join(list, ", "))
}

func withLevels(r *command.Run, members []journal.ID, b *pairing.Book) string {
	out := make([]string, len(members))
	for i, id := range b.InOrder(members) {
		p, _ := b.Person(id)
		out[i] = p.Name + " (" + output.StudentLevel(r, p) + ")"
	}
	return strings.Join(out, " + ")
}

func pairPublish(r *command.Run) *cobra.Command {
	var c choiceFlags
	var hand []string
	var kept string
	cmd := &cobra.Command{
		Use:     "publish",
		Short:   r.Say("cli.pair.publish"),
		Long:    r.Say("cli.pair.publish-long"),
		Args:    command.Arguments(0, 0, ""),
		Example: "  leerbalie pair publish --lock Ali,Noor --forbid Sem,Eva\n  leerbalie pair publish --pair Ali,Noor --pair Sem,Eva",
		RunE: func(cmd *cobra.Command, _ []string) error {
			return r.With(cmd, func(ctx context.Context, session *model.Session) error {
				publication, err := readPublication(ctx, r, session, &c, hand, kept)
				if err != nil {
					return err
				}
				receipt, err := session.Do(ctx, publication)
				if err != nil {
					return err
				}
				b, err := pairing.Read(ctx, session)
				if err != nil {
					return err
				}
				made := lookup.Where(b.Pairs, func(p pairs.Pair) bool { return slices.Contains(receipt.Created, p.ID) })
				if r.JSON {
					out := []output.Pair{}
					for i := range made {
						out = append(out, output.PairOf(&made[i], b, r.Now(), r.Zone(ctx, session)))
					}
					return output.JSON(r.Out, out)
				}
				for _, p := range made {
					fmt.Fprintln(r.Out, cell.Safe(withLevels(r, p.Members, b), 200))
				}
				_, err = fmt.Fprintln(r.Out, r.Words.Count("cli.pair.published", len(made)))
				return err
			})
		},
	}
	addChoiceFlags(r, cmd, &c)
	cmd.Flags().StringArrayVar(&hand, "pair", nil, r.Say("cli.flag.by-hand"))
	cmd.Flags().StringVar(&kept, "proposal", "", r.Say("cli.flag.proposal"))
	return cmd
}

// readPublication is what is to be published: pairs named by hand, a kept proposal, or the proposal that the flags ask for.
func readPublication(ctx context.Context, r *command.Run, session *model.Session, c *choiceFlags, hand []string, kept string) (out pairs.PublishPairs, err error) {
	if len(hand) > 0 {
		b, err := pairing.Read(ctx, session)
		if err != nil {
			return out, err
		}
		for _, text := range hand {
			members, err := b.FindAll(lookup.Names(text))
			if err != nil {
				return out, err
			}
			out.Pairs = append(out.Pairs, pairs.NewPair{Members: members})
		}
		return out, nil
	}
	if kept == "" {
		_, _, _, p, err := propose(ctx, r, session, c)
		if err != nil {
			return out, err
		}
		return pairing.Publication(p, journal.ID{}), nil
	}
	list, err := pairs.ReadProposals(ctx, session)
	if err != nil {
		return out, err
	}
	found, err := lookup.One(kept, list, func(p pairs.Proposal) journal.ID { return p.ID }, func(p pairs.Proposal) string { return p.Name })
	if err != nil {
		return out, err
	}
	b, err := pairing.Read(ctx, session)
	if err != nil {
		return out, err
	}
	p, err := match.Propose(ctx, b.Input(pairing.Kept(found)))
	if err != nil {
		return out, err
	}
	return pairing.Publication(p, found.ID), nil
}
