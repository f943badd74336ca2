package learning

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"leerbalie/model"
	"leerbalie/model/fault"
	"leerbalie/model/hours"
	"leerbalie/model/journal"
	"leerbalie/model/learning"
	"leerbalie/model/learning/dialogue"
	"leerbalie/model/learning/observing"
	"leerbalie/ui/cli/command"
	"leerbalie/ui/cli/lookup"
	"leerbalie/ui/cli/output"
)

// sayAbout says something about a piece of evidence, corrects the own words or takes them back, and shows the piece.
func sayAbout(ctx context.Context, r *command.Run, session *model.Session, p *learning.Piece, text, correct, back string, shared, cleaned bool) error {
	student, piece := p.Student.ID, p.Evidence.ID
	line := journal.ID{}
	if id := correct + back; id != "" {
		hits := lookup.Where(p.Evidence.Talk, func(l learning.Line) bool { return len(id) >= 4 && strings.HasPrefix(l.ID.String(), id) })
		if len(hits) != 1 {
			return fault.New(fault.NotFound, "line-unknown")
		}
		line = hits[0].ID
		shared = shared || hits[0].Shared
	}
	var act model.Action = dialogue.Say{Student: student, Evidence: piece, Line: line, Text: text, Shared: shared, Cleaned: cleaned}
	if back != "" {
		act = dialogue.Unsay{Student: student, Evidence: piece, Line: line}
	}
	if _, err := session.Do(ctx, act); err != nil {
		return err
	}
	return nowShows(ctx, r, session, student, piece)
}

func evidenceObserve(r *command.Run) *cobra.Command {
	var students, nodes, levels []string
	var day string
	var act observing.Observe
	cmd := &cobra.Command{
		Use: "observe TEXT", Short: r.Say("cli.evidence.observe"), Args: command.Arguments(1, -1, "TEXT"),
		Example: "  leerbalie evidence observe --students Noor,Sem --nodes C1.1,C1.2 --level voldoende --level Sem:C1.2=goed \"Vraagt door bij de inloop\" --as \"Tine Smit\"",
		RunE: func(cmd *cobra.Command, args []string) error {
			act.Text = strings.Join(args, " ")
			if len(students) == 0 {
				return command.Misuse("cli.argument-missing", "what", "--students")
			}
			var err error
			if act.Day, err = command.ReadDay("day", day); err != nil {
				return err
			}
			return r.With(cmd, func(ctx context.Context, session *model.Session) error {
				act := act
				marks := make([]mark, len(levels))
				for i, l := range levels {
					marks[i] = markOf(l)
				}
				for _, name := range students {
					who, err := lookup.Learner(ctx, session, name)
					if err != nil {
						return err
					}
					about, err := seenOf(ctx, r, session, who, name, nodes, marks)
					if err != nil {
						return err
					}
					act.Of = append(act.Of, about)
				}
				for _, m := range marks {
					if m.who != "" && !slices.Contains(students, m.who) {
						return command.Misuse("cli.observe-who", "name", m.who)
					}
				}
				done, err := session.Do(ctx, act)
				if err != nil {
					return err
				}
				return tellObserved(ctx, r, session, act.Of, done.Created)
			})
		},
	}
	f := cmd.Flags()
	f.StringSliceVar(&students, "students", nil, r.Say("cli.flag.observe-students"))
	f.StringSliceVar(&nodes, "nodes", nil, r.Say("cli.flag.observe-nodes"))
	f.StringSliceVar(&levels, "level", nil, r.Say("cli.flag.observe-level"))
	f.StringVar(&day, "day", "", r.Say("cli.flag.day"))
	f.IntVar(&act.Minutes, "minutes", 0, r.Say("cli.flag.minutes"))
	f.BoolVar(&act.Cleaned, "cleaned", false, r.Say("cli.flag.observe-cleaned"))
	return cmd
}

// mark is a level that was given: to one of the students or to all, on one of the nodes or on all.
type mark struct{ who, code, level string }

// markOf reads NAME:CODE=LEVEL, of which the first two may be left out.
func markOf(text string) (m mark) {
	m.level = text
	if before, level, ok := strings.Cut(text, "="); ok {
		m.level, m.code = level, before
		if who, code, ok := strings.Cut(before, ":"); ok {
			m.who, m.code = who, code
		}
	} else if who, level, ok := strings.Cut(text, ":"); ok {
		m.who, m.level = who, level
	}
	return m
}

// seenOf is what was seen of one student, on what that one is assessed on. What was given to one student, and on one node, goes before what was
// given to all.
func seenOf(ctx context.Context, r *command.Run, session *model.Session, who model.Person, name string, codes []string, marks []mark) (out observing.About, err error) {
	p, err := hours.ReadProgress(ctx, session, who.ID, journal.ID{})
	if err != nil {
		return out, err
	}
	f := &p.Framework
	out = observing.About{Student: who.ID, Framework: f.ID}
	for _, m := range marks {
		if m.code != "" && (m.who == "" || m.who == name) && !slices.Contains(codes, m.code) {
			codes = append(slices.Clip(codes), m.code)
		}
	}
	for _, code := range codes {
		n, err := nodeOf(f, code)
		if err != nil {
			return out, err
		}
		out.Nodes = append(out.Nodes, n.ID)
		best, level := -1, ""
		for _, m := range marks {
			if m.who != "" && m.who != name || m.code != "" && m.code != code {
				continue
			}
			rank := 0
			if m.who != "" {
				rank += 2
			}
			if m.code != "" {
				rank++
			}
			if rank >= best {
				best, level = rank, m.level
			}
		}
		if best < 0 {
			continue
		}
		at, err := levelOf(r, f.ScaleOf(n), n, level)
		if err != nil {
			return out, err
		}
		out.Given = append(out.Given, learning.Given{Node: n.ID, Level: at})
	}
	return out, nil
}

// tellObserved shows the piece that each got.
func tellObserved(ctx context.Context, r *command.Run, session *model.Session, of []observing.About, made []journal.ID) error {
	m, err := output.Maker(ctx, r, session)
	if err != nil {
		return err
	}
	list := []evidenceJSON{}
	for i, x := range of {
		p, err := learning.ReadPiece(ctx, session, x.Student, made[i])
		if err != nil {
			return err
		}
		list = append(list, evidenceOut(p.Student, &p.Evidence, m.Names, m.Zone))
		if !r.JSON {
			if _, err := fmt.Fprintln(r.Out, r.Say("cli.evidence.now", "title", m.Title(&p.Evidence), "id", p.Evidence.ID, "name", p.Student.Name)); err != nil {
				return err
			}
		}
	}
	if r.JSON {
		return output.JSON(r.Out, list)
	}
	return nil
}
