package learning

import (
	"context"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"leerbalie/model"
	"leerbalie/model/fault"
	"leerbalie/model/hours"
	"leerbalie/model/journal"
	"leerbalie/model/learning"
	"leerbalie/model/learning/competence"
	"leerbalie/model/plain"
	"leerbalie/ui/cli/command"
	"leerbalie/ui/cli/lookup"
	"leerbalie/ui/cli/output"
	"leerbalie/ui/widget/cell"
)

// Assess holds the commands on judging.
func Assess(r *command.Run) *cobra.Command {
	return r.Family("assess", "cli.assess", command.Commands{
		"give": assessGive, "look": assessLook, "decide": assessDecide, "withdraw": assessWithdraw, "decision": assessDecision,
		"agreement": assessAgreement, "self": assessSelf,
	})
}

func assessGive(r *command.Run) *cobra.Command {
	var reason, part string
	cmd := &cobra.Command{
		Use: "give ID CODE=LEVEL…", Short: r.Say("cli.assess.give"), Args: command.Arguments(2, -1, "ID CODE=LEVEL"),
		Example: "  leerbalie assess give 0197f2 C1.1=2 C1.2=1 --reason \"vraagt goed door\" --as \"Tine Smit\"",
		RunE: func(cmd *cobra.Command, args []string) error {
			if part != "" && !slices.Contains(learning.AssessorKinds(), learning.AssessorKind(part)) {
				return command.Misuse("cli.choice", "what", "--part", "value", part, "choices", command.Join(learning.AssessorKinds()))
			}
			return r.With(cmd, func(ctx context.Context, session *model.Session) error {
				at, err := findEvidence(ctx, session, args[0])
				if err != nil {
					return err
				}
				p, err := learning.ReadPiece(ctx, session, at.Student.ID, at.Evidence.ID)
				if err != nil {
					return err
				}
				act := learning.Assess{Student: at.Student.ID, Evidence: at.Evidence.ID, Framework: p.Framework.ID, As: learning.AssessorKind(part), Reason: reason}
				for _, arg := range args[1:] {
					code, level, ok := strings.Cut(arg, "=")
					if !ok {
						return command.Misuse("cli.level-form", "text", arg)
					}
					n, err := nodeOf(&p.Framework, code)
					if err != nil {
						return err
					}
					at, err := levelOf(r, p.Framework.ScaleOf(n), n, level)
					if err != nil {
						return err
					}
					act.Given = append(act.Given, learning.Given{Node: n.ID, Level: at})
				}
				if _, err := session.Do(ctx, act); err != nil {
					return err
				}
				return nowShows(ctx, r, session, at.Student.ID, at.Evidence.ID)
			})
		},
	}
	cmd.Flags().StringVar(&reason, "reason", "", r.Say("cli.flag.judge-reason"))
	cmd.Flags().StringVar(&part, "part", "", r.Say("cli.flag.judge-part"))
	return cmd
}

// levelOf reads a level as people write it: its letter, its name in either language, or its number.
func levelOf(r *command.Run, s competence.Scale, n competence.Node, text string) (int, error) {
	want := plain.FoldText(text)
	letters := s.Letters(string(r.Words.Lang()))
	for i, l := range s.Levels {
		if want != "" && (want == letters[i] || slices.ContainsFunc(append(l.Names.All(), l.Name), func(name string) bool { return want == plain.FoldText(name) })) {
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
	there := make([]string, len(s.Levels))
	for i, l := range s.Levels {
		there[i] = letters[i] + " (" + l.LabelIn(string(r.Words.Lang())) + ")"
	}
	return 0, fault.New(fault.Invalid, "level-typed", "node", n.Short(), "text", text, "levels", strings.Join(there, ", "))
}

func assessLook(r *command.Run) *cobra.Command {
	return &cobra.Command{
		Use: "look ID", Short: r.Say("cli.assess.look"), Args: command.Arguments(1, 1, "ID"),
		RunE: func(cmd *cobra.Command, args []string) error {
			return r.With(cmd, func(ctx context.Context, session *model.Session) error {
				at, err := findEvidence(ctx, session, args[0])
				if err != nil {
					return err
				}
				if _, err := session.Do(ctx, learning.LookAtJudgements{Student: at.Student.ID, Evidence: at.Evidence.ID}); err != nil {
					return err
				}
				return nowShows(ctx, r, session, at.Student.ID, at.Evidence.ID)
			})
		},
	}
}

func assessDecide(r *command.Run) *cobra.Command {
	var kind, reason string
	var met, not bool
	cmd := &cobra.Command{
		Use: "decide STUDENT", Short: r.Say("cli.assess.decide"), Args: command.Arguments(1, -1, "STUDENT"),
		Example: "  leerbalie assess decide \"Noor Visser\" --kind placement --met --reason \"uren en werk in orde\"",
		RunE: func(cmd *cobra.Command, args []string) error {
			if met == not {
				return command.Misuse("cli.met-or-not")
			}
			return r.With(cmd, func(ctx context.Context, session *model.Session) error {
				who, err := lookup.Learner(ctx, session, strings.Join(args, " "))
				if err != nil {
					return err
				}
				if err := tellDoubts(ctx, r, session, who.ID, met); err != nil {
					return err
				}
				if _, err := session.Do(ctx, learning.Decide{Student: who.ID, Kind: learning.DecisionKind(kind), Met: met, Reason: reason}); err != nil {
					return err
				}
				return showDecisions(ctx, r, session, who.ID)
			})
		},
	}
	cmd.Flags().StringVar(&kind, "kind", string(learning.DecisionPlacement), r.Say("cli.flag.decision-kind"))
	cmd.Flags().BoolVar(&met, "met", false, r.Say("cli.flag.met"))
	cmd.Flags().BoolVar(&not, "not-met", false, r.Say("cli.flag.not-met"))
	cmd.Flags().StringVar(&reason, "reason", "", r.Say("cli.flag.judge-reason"))
	return cmd
}

// tellDoubts tells what the app tells before somebody decides. It stops nobody: the school decides.
func tellDoubts(ctx context.Context, r *command.Run, session *model.Session, student journal.ID, met bool) error {
	p, err := hours.ReadProgress(ctx, session, student, journal.ID{})
	if err != nil {
		return err
	}
	if !slices.Contains(p.MayJudgeAs, learning.AssessorSchool) {
		return nil // who may not decide is refused, and told nothing else
	}
	m, err := output.Maker(ctx, r, session)
	if err != nil {
		return err
	}
	doubts := m.Doubts(&p)
	if len(doubts) == 0 {
		return nil
	}
	r.Tell(r.Say("cli.assess.doubts", "name", cell.Safe(p.Student.Name, 60), "met", m.Met(met)))
	for _, line := range doubts {
		r.Tell("  " + cell.Safe(line, 400))
	}
	return nil
}

// showDecisions lists what was decided about a student, the newest first.
func showDecisions(ctx context.Context, r *command.Run, session *model.Session, student journal.ID) error {
	p, err := hours.ReadProgress(ctx, session, student, journal.ID{})
	if err != nil {
		return err
	}
	m, err := output.Maker(ctx, r, session)
	if err != nil {
		return err
	}
	if r.JSON {
		list := output.NewArray(r.Out)
		for i := range p.Decisions {
			if err := list.Add(decisionOut(&p.Decisions[i], m.Names, m.Zone)); err != nil {
				return err
			}
		}
		return list.End()
	}
	for i := range p.Decisions {
		x := &p.Decisions[i]
		if _, err := fmt.Fprintln(r.Out, r.Say("cli.assess.decided", "kind", r.Say("decision."+string(x.Kind)), "met", m.Outcome(x),
			"name", cell.Safe(p.Student.Name, 60), "state", cell.Safe(m.DecisionState(x), 200), "hash", x.Hash[:min(len(x.Hash), 16)])); err != nil {
			return err
		}
	}
	return nil
}

// standing finds the decision of a kind that stands, or else the newest of that kind. Errors: NotFound.
func standing(p *learning.Progress, kind string) (*learning.Decision, error) {
	var found *learning.Decision
	for i := range p.Decisions {
		if x := &p.Decisions[i]; string(x.Kind) == kind && (found == nil || found.Withdrawn != nil && x.Withdrawn == nil) {
			found = x
		}
	}
	if found == nil {
		return nil, fault.New(fault.NotFound, "decision-unknown")
	}
	return found, nil
}

func assessWithdraw(r *command.Run) *cobra.Command {
	var kind, reason string
	cmd := &cobra.Command{
		Use: "withdraw STUDENT", Short: r.Say("cli.assess.withdraw"), Args: command.Arguments(1, -1, "STUDENT"),
		RunE: func(cmd *cobra.Command, args []string) error {
			return onStudent(r, cmd, args, func(ctx context.Context, session *model.Session, p *learning.Progress) error {
				x, err := standing(p, kind)
				if err != nil {
					return err
				}
				if _, err := session.Do(ctx, learning.WithdrawDecision{Student: p.Student.ID, Decision: x.Stamp, Reason: reason}); err != nil {
					return err
				}
				return showDecisions(ctx, r, session, p.Student.ID)
			})
		},
	}
	cmd.Flags().StringVar(&kind, "kind", string(learning.DecisionPlacement), r.Say("cli.flag.decision-kind"))
	cmd.Flags().StringVar(&reason, "reason", "", r.Say("cli.flag.judge-reason"))
	return cmd
}

// onStudent does something with how a student stands.
func onStudent(r *command.Run, cmd *cobra.Command, args []string, do func(ctx context.Context, session *model.Session, p *learning.Progress) error) error {
	return r.With(cmd, func(ctx context.Context, session *model.Session) error {
		who, err := lookup.Learner(ctx, session, strings.Join(args, " "))
		if err != nil {
			return err
		}
		p, err := hours.ReadProgress(ctx, session, who.ID, journal.ID{})
		if err != nil {
			return err
		}
		return do(ctx, session, &p)
	})
}

// assessDecision prints a decision with all that was frozen.
func assessDecision(r *command.Run) *cobra.Command {
	var kind, format string
	var look bool
	var out output.File
	cmd := &cobra.Command{
		Use: "decision STUDENT", Short: r.Say("cli.assess.decision"), Args: command.Arguments(1, -1, "STUDENT"),
		Example: "  leerbalie assess decision \"Noor Visser\" --kind exam --format html -o besluit.html",
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := output.DocumentFormat(format); err != nil {
				return err
			}
			return onStudent(r, cmd, args, func(ctx context.Context, session *model.Session, p *learning.Progress) error {
				x, err := standing(p, kind)
				if err == nil && look && x.Hidden > 0 {
					x, err = lookThrough(ctx, session, p, kind)
				}
				if err != nil {
					return err
				}
				m, err := output.Maker(ctx, r, session)
				if err != nil {
					return err
				}
				d, err := m.Decision(x)
				switch {
				case err != nil:
					return err
				case r.JSON:
					return out.Write(r, func(dst io.Writer) error { _, err := dst.Write(append(x.Snapshot, '\n')); return err })
				}
				return output.Document(r, out, &d, format)
			})
		},
	}
	cmd.Flags().StringVar(&kind, "kind", string(learning.DecisionPlacement), r.Say("cli.flag.decision-kind"))
	cmd.Flags().StringVar(&format, "format", "md", r.Say("cli.flag.report-format"))
	cmd.Flags().BoolVar(&look, "look", false, r.Say("cli.flag.look"))
	out.Flags(r, cmd)
	return cmd
}

// lookThrough looks at every judgement of a student that is hidden yet, and reads the decision again.
func lookThrough(ctx context.Context, session *model.Session, p *learning.Progress, kind string) (*learning.Decision, error) {
	var looks []model.Action
	for i := range p.Evidence {
		if e := &p.Evidence[i]; e.Hidden > 0 {
			looks = append(looks, learning.LookAtJudgements{Student: p.Student.ID, Evidence: e.ID})
		}
	}
	if _, err := session.Do(ctx, looks...); err != nil {
		return nil, err
	}
	again, err := hours.ReadProgress(ctx, session, p.Student.ID, p.Framework.ID)
	if err != nil {
		return nil, err
	}
	return standing(&again, kind)
}
