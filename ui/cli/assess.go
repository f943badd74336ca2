package cli

import (
	"context"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"leerbalie/model"
	"leerbalie/ui/report"
	"leerbalie/ui/widget/cell"
)

// assess holds the commands on judging.
func (r *run) assess() *cobra.Command {
	return r.family("assess", r.say("cli.assess"), r.assessGive(), r.assessLook(), r.assessDecide(), r.assessWithdraw(), r.assessDecision(),
		r.assessAgreement())
}

func (r *run) assessGive() *cobra.Command {
	var reason, part string
	cmd := &cobra.Command{
		Use: "give ID CODE=LEVEL…", Short: r.say("cli.assess.give"), Args: words(2, -1, "ID CODE=LEVEL"),
		Example: "  leerbalie assess give 0197f2 C1.1=v C1.2=goed --reason \"vraagt goed door\" --as \"Tine Smit\"",
		RunE: func(cmd *cobra.Command, args []string) error {
			if part != "" && !slices.Contains(model.Bys(), model.By(part)) {
				return misuse("cli.choice", "what", "--part", "value", part, "choices", join(model.Bys()))
			}
			return r.with(cmd, func(ctx context.Context, v *model.View) error {
				at, err := findEvidence(ctx, v, args[0])
				if err != nil {
					return err
				}
				p, err := v.Piece(ctx, at.Student.ID, at.Evidence.ID)
				if err != nil {
					return err
				}
				act := model.Assess{Student: at.Student.ID, Evidence: at.Evidence.ID, Framework: p.Framework.ID, Part: model.By(part), Reason: reason}
				for _, arg := range args[1:] {
					code, level, ok := strings.Cut(arg, "=")
					if !ok {
						return misuse("cli.level-form", "text", arg)
					}
					n, err := nodeOf(&p.Framework, code)
					if err != nil {
						return err
					}
					at, err := r.levelOf(p.Framework.ScaleOf(n), n, level)
					if err != nil {
						return err
					}
					act.Given = append(act.Given, model.Given{Node: n.ID, Level: at})
				}
				if _, err := v.Do(ctx, act); err != nil {
					return err
				}
				return r.nowShows(ctx, v, at.Student.ID, at.Evidence.ID)
			})
		},
	}
	cmd.Flags().StringVar(&reason, "reason", "", r.say("cli.flag.judge-reason"))
	cmd.Flags().StringVar(&part, "part", "", r.say("cli.flag.judge-part"))
	return cmd
}

// levelOf reads a level as people write it: its letter, its name in either language, or its number.
func (r *run) levelOf(s model.Scale, n model.Node, text string) (int, error) {
	want := model.FoldText(text)
	letters := s.Letters(string(r.words.Lang()))
	for i, l := range s.Levels {
		if want != "" && (want == letters[i] || want == model.FoldText(l.Name) || want == model.FoldText(l.English)) {
			return i, nil
		}
	}
	if v, err := strconv.ParseFloat(strings.Replace(text, ",", ".", 1), 64); err == nil {
		for i, l := range s.Levels {
			if l.Value == v {
				return i, nil
			}
		}
	}
	return 0, model.Fail(model.Invalid, "level-unknown", "node", n.Short())
}

func (r *run) assessLook() *cobra.Command {
	return &cobra.Command{
		Use: "look ID", Short: r.say("cli.assess.look"), Args: words(1, 1, "ID"),
		RunE: func(cmd *cobra.Command, args []string) error {
			return r.with(cmd, func(ctx context.Context, v *model.View) error {
				at, err := findEvidence(ctx, v, args[0])
				if err != nil {
					return err
				}
				if _, err := v.Do(ctx, model.LookAtJudgements{Student: at.Student.ID, Evidence: at.Evidence.ID}); err != nil {
					return err
				}
				return r.nowShows(ctx, v, at.Student.ID, at.Evidence.ID)
			})
		},
	}
}

func (r *run) assessDecide() *cobra.Command {
	var kind, reason string
	var met, not bool
	cmd := &cobra.Command{
		Use: "decide STUDENT", Short: r.say("cli.assess.decide"), Args: words(1, -1, "STUDENT"),
		Example: "  leerbalie assess decide \"Noor Visser\" --kind placement --met --reason \"uren en werk in orde\"",
		RunE: func(cmd *cobra.Command, args []string) error {
			if met == not {
				return misuse("cli.met-or-not")
			}
			return r.with(cmd, func(ctx context.Context, v *model.View) error {
				who, err := findLearner(ctx, v, strings.Join(args, " "))
				if err != nil {
					return err
				}
				if _, err := v.Do(ctx, model.Decide{Student: who.ID, Kind: model.DecisionKind(kind), Met: met, Reason: reason}); err != nil {
					return err
				}
				return r.decisions(ctx, v, who.ID)
			})
		},
	}
	cmd.Flags().StringVar(&kind, "kind", string(model.DecisionPlacement), r.say("cli.flag.decision-kind"))
	cmd.Flags().BoolVar(&met, "met", false, r.say("cli.flag.met"))
	cmd.Flags().BoolVar(&not, "not-met", false, r.say("cli.flag.not-met"))
	cmd.Flags().StringVar(&reason, "reason", "", r.say("cli.flag.judge-reason"))
	return cmd
}

// decisions lists what was decided about a student, the newest first.
func (r *run) decisions(ctx context.Context, v *model.View, student model.ID) error {
	p, err := v.Progress(ctx, student, model.ID{})
	if err != nil {
		return err
	}
	m, err := r.maker(ctx, v)
	if err != nil {
		return err
	}
	if r.json {
		list := newArray(r.s.Out)
		for i := range p.Decisions {
			if err := list.add(decisionOut(&p.Decisions[i], m.Names, m.Zone)); err != nil {
				return err
			}
		}
		return list.end()
	}
	for i := range p.Decisions {
		x := &p.Decisions[i]
		if _, err := fmt.Fprintln(r.s.Out, r.say("cli.assess.decided", "kind", r.say("decision."+string(x.Kind)), "met", m.Met(x.Met),
			"name", cell.Safe(p.Student.Name, 60), "state", cell.Safe(m.DecisionState(x), 200), "hash", x.Hash[:min(len(x.Hash), 16)])); err != nil {
			return err
		}
	}
	return nil
}

// standing finds the decision of a kind that stands, or else the newest of that kind. Errors: NotFound.
func standing(p *model.Progress, kind string) (*model.Decision, error) {
	var found *model.Decision
	for i := range p.Decisions {
		if x := &p.Decisions[i]; string(x.Kind) == kind && (found == nil || found.Withdrawn != nil && x.Withdrawn == nil) {
			found = x
		}
	}
	if found == nil {
		return nil, model.Fail(model.NotFound, "decision-unknown")
	}
	return found, nil
}

func (r *run) assessWithdraw() *cobra.Command {
	var kind, reason string
	cmd := &cobra.Command{
		Use: "withdraw STUDENT", Short: r.say("cli.assess.withdraw"), Args: words(1, -1, "STUDENT"),
		RunE: func(cmd *cobra.Command, args []string) error {
			return r.onStudent(cmd, args, func(ctx context.Context, v *model.View, p *model.Progress) error {
				x, err := standing(p, kind)
				if err != nil {
					return err
				}
				if _, err := v.Do(ctx, model.WithdrawDecision{Student: p.Student.ID, Decision: x.Stamp, Reason: reason}); err != nil {
					return err
				}
				return r.decisions(ctx, v, p.Student.ID)
			})
		},
	}
	cmd.Flags().StringVar(&kind, "kind", string(model.DecisionPlacement), r.say("cli.flag.decision-kind"))
	cmd.Flags().StringVar(&reason, "reason", "", r.say("cli.flag.judge-reason"))
	return cmd
}

// onStudent does something with how a student stands.
func (r *run) onStudent(cmd *cobra.Command, args []string, do func(ctx context.Context, v *model.View, p *model.Progress) error) error {
	return r.with(cmd, func(ctx context.Context, v *model.View) error {
		who, err := findLearner(ctx, v, strings.Join(args, " "))
		if err != nil {
			return err
		}
		p, err := v.Progress(ctx, who.ID, model.ID{})
		if err != nil {
			return err
		}
		return do(ctx, v, &p)
	})
}

// assessDecision prints a decision with all that was frozen.
func (r *run) assessDecision() *cobra.Command {
	var kind, format string
	var look bool
	var out output
	cmd := &cobra.Command{
		Use: "decision STUDENT", Short: r.say("cli.assess.decision"), Args: words(1, -1, "STUDENT"),
		Example: "  leerbalie assess decision \"Noor Visser\" --kind exam --format html -o besluit.html",
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := reportFormat(format); err != nil {
				return err
			}
			return r.onStudent(cmd, args, func(ctx context.Context, v *model.View, p *model.Progress) error {
				x, err := standing(p, kind)
				if err == nil && look && x.Hidden > 0 {
					x, err = lookThrough(ctx, v, p, kind)
				}
				if err != nil {
					return err
				}
				m, err := r.maker(ctx, v)
				if err != nil {
					return err
				}
				d, err := m.Decision(x)
				switch {
				case err != nil:
					return err
				case r.json:
					return r.write(out, func(dst io.Writer) error { _, err := dst.Write(append(x.Snapshot, '\n')); return err })
				}
				return r.document(out, &d, format)
			})
		},
	}
	cmd.Flags().StringVar(&kind, "kind", string(model.DecisionPlacement), r.say("cli.flag.decision-kind"))
	cmd.Flags().StringVar(&format, "format", "md", r.say("cli.flag.report-format"))
	cmd.Flags().BoolVar(&look, "look", false, r.say("cli.flag.look"))
	r.outputFlags(cmd, &out)
	return cmd
}

// lookThrough looks at every judgement of a student that is hidden yet, and reads the decision again.
func lookThrough(ctx context.Context, v *model.View, p *model.Progress, kind string) (*model.Decision, error) {
	var looks []model.Action
	for i := range p.Evidence {
		if e := &p.Evidence[i]; e.Hidden > 0 {
			looks = append(looks, model.LookAtJudgements{Student: p.Student.ID, Evidence: e.ID})
		}
	}
	if _, err := v.Do(ctx, looks...); err != nil {
		return nil, err
	}
	again, err := v.Progress(ctx, p.Student.ID, p.Framework.ID)
	if err != nil {
		return nil, err
	}
	return standing(&again, kind)
}

// document writes a document.
func (r *run) document(out output, d *report.Document, format string) error {
	return r.write(out, func(dst io.Writer) error { return d.Write(dst, format) })
}

// reportFormat refuses a format in which a document cannot be written; more are formats that a command has beside those.
func reportFormat(format string, more ...string) error {
	if all := append(report.Formats(), more...); !slices.Contains(all, format) {
		return misuse("cli.choice", "what", "--format", "value", format, "choices", strings.Join(all, ", "))
	}
	return nil
}
