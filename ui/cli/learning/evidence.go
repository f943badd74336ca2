package learning

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/model/fault"
	"leerbalie/model/hours"
	"leerbalie/model/journal"
	"leerbalie/model/learning"
	"leerbalie/model/learning/competence"
	"leerbalie/model/loop"
	"leerbalie/ui/cli/command"
	"leerbalie/ui/cli/lookup"
	"leerbalie/ui/cli/output"
	"leerbalie/ui/widget/cell"
)

// Evidence holds the commands on what students can show.
func Evidence(r *command.Run) *cobra.Command {
	return r.Family("evidence", "cli.evidence", command.Commands{
		"add": evidenceAdd, "list": evidenceList, "reflect": evidenceReflect, "link": evidenceLink, "show": evidenceShow,
		"note": evidenceNote, "attach": evidenceAttach, "detach": evidenceDetach, "save": evidenceSave, "observe": evidenceObserve,
	})
}

func evidenceAdd(r *command.Run) *cobra.Command {
	var student, kind, day, request string
	var e learning.Evidence
	var nodes []string
	var cleaned bool
	cmd := &cobra.Command{
		Use: "add [TITLE]", Short: r.Say("cli.evidence.add"), Args: command.Arguments(0, -1, "TITLE"),
		Example: "  leerbalie evidence add --request ZW-0412\n  leerbalie evidence add \"Training gesprekken\" --kind course --minutes 180 --node C1",
		RunE: func(cmd *cobra.Command, args []string) error {
			e.Title = strings.Join(args, " ")
			if request == "" && e.Title == "" {
				return command.Misuse("cli.argument-missing", "what", "TITLE, --request")
			}
			if kind == "" {
				kind = string(learning.EvidenceProject)
			}
			e.Kind = learning.EvidenceKind(kind)
			var err error
			if e.Day, err = command.ReadDay("day", day); err != nil {
				return err
			}
			return r.With(cmd, func(ctx context.Context, session *model.Session) error {
				if request != "" {
					q, err := desk.ReadRequestByNumber(ctx, session, request)
					if err != nil {
						return err
					}
					if _, err := session.Do(ctx, loop.EvidenceFromRequest{ID: q.ID}); err != nil {
						return err
					}
					_, err = fmt.Fprintln(r.Out, r.Say("did.act-evidence-request"))
					return err
				}
				who := session.Me()
				if student != "" {
					var err error
					if who, err = lookup.Learner(ctx, session, student); err != nil {
						return err
					}
				}
				p, err := hours.ReadProgress(ctx, session, who.ID, journal.ID{})
				if err != nil {
					return err
				}
				if e.Nodes, err = nodesOf(&p.Framework, nodes); err != nil {
					return err
				}
				done, err := session.Do(ctx, learning.AddEvidence{Student: who.ID, Evidence: e, Cleaned: cleaned})
				if err != nil {
					return err
				}
				return nowShows(ctx, r, session, who.ID, done.Created[0])
			})
		},
	}
	f := cmd.Flags()
	f.StringVar(&student, "student", "", r.Say("cli.flag.student"))
	f.StringVar(&kind, "kind", "", r.Say("cli.flag.kind"))
	f.StringVar(&day, "day", "", r.Say("cli.flag.day"))
	f.IntVar(&e.Minutes, "minutes", 0, r.Say("cli.flag.minutes"))
	f.StringVar(&e.Note, "note", "", r.Say("cli.flag.note"))
	f.StringVar(&e.File, "file", "", r.Say("cli.flag.file"))
	f.StringSliceVar(&nodes, "node", nil, r.Say("cli.flag.node"))
	f.StringVar(&request, "request", "", r.Say("cli.flag.request"))
	f.BoolVar(&cleaned, "cleaned", false, r.Say("cli.flag.cleaned"))
	return cmd
}

// nodesOf looks nodes up by their code.
func nodesOf(f *competence.Framework, codes []string) (out []journal.ID, err error) {
	for _, code := range codes {
		n, err := nodeOf(f, code)
		if err != nil {
			return nil, err
		}
		out = append(out, n.ID)
	}
	return out, nil
}

func nodeOf(f *competence.Framework, code string) (competence.Node, error) {
	i, err := findNode(f, code)
	if err != nil {
		return competence.Node{}, err
	}
	return f.Nodes[i], nil
}

// nowShows writes a piece of evidence as it is now.
func nowShows(ctx context.Context, r *command.Run, session *model.Session, student, id journal.ID) error {
	p, err := learning.ReadPiece(ctx, session, student, id)
	if err != nil {
		return err
	}
	m, err := output.Maker(ctx, r, session)
	if err != nil {
		return err
	}
	e := &p.Evidence
	if r.JSON {
		return output.JSON(r.Out, evidenceOut(p.Student, e, m.Names, m.Zone))
	}
	_, err = fmt.Fprintln(r.Out, r.Say("cli.evidence.now", "title", cell.Safe(m.Title(e), 80), "id", e.ID, "name", cell.Safe(p.Student.Name, 60)))
	return err
}

func evidenceList(r *command.Run) *cobra.Command {
	var student string
	var waiting bool
	var limit int
	cmd := &cobra.Command{
		Use: "list", Short: r.Say("cli.evidence.list"), Args: command.Arguments(0, 0, ""),
		RunE: func(cmd *cobra.Command, _ []string) error {
			limit, err := r.Limit(cmd, limit)
			if err != nil {
				return err
			}
			return r.With(cmd, func(ctx context.Context, session *model.Session) error {
				m, err := output.Maker(ctx, r, session)
				if err != nil {
					return err
				}
				rows, err := evidenceRows(ctx, session, student, waiting)
				if err != nil {
					return err
				}
				if limit > 0 && len(rows) > limit {
					rows = rows[:limit]
				}
				if r.JSON {
					list := output.NewArray(r.Out)
					for i := range rows {
						if err := list.Add(evidenceOut(rows[i].Student, &rows[i].Evidence, m.Names, m.Zone)); err != nil {
							return err
						}
					}
					return list.End()
				}
				t := output.NewTable(r.Out, r.Width, r.Say("cli.col.day"), r.Say("cli.col.student"), r.Say("cli.col.title"), r.Say("cli.col.judged"), r.Say("cli.col.id"))
				for i := range rows {
					e := &rows[i].Evidence
					judged := fmt.Sprint(len(e.Assessments))
					switch {
					case rows[i].Second:
						judged = r.Say("cli.evidence.second")
					case waiting:
						judged = r.Say("cli.evidence.waits")
					case e.OpenFor() == learning.AssessorSelf && rows[i].Student.ID == session.Me().ID:
						judged = r.Say("cli.evidence.waits")
					case e.OpenFor() == learning.AssessorSelf:
						judged = r.Say("cli.evidence.not-ready")
					case e.OpenFor() == learning.AssessorSchool:
						judged = r.Say("cli.evidence.waits-school")
					}
					t.Add(e.Day.Format(time.DateOnly), rows[i].Student.Name, m.Title(e), judged, e.ID.String())
				}
				return t.End()
			})
		},
	}
	cmd.Flags().StringVar(&student, "student", "", r.Say("cli.flag.student"))
	cmd.Flags().BoolVar(&waiting, "waiting", false, r.Say("cli.flag.waiting"))
	r.LimitFlag(cmd, &limit)
	return cmd
}

// evidenceRows are pieces of evidence: of one student, or of all whose dossier the session may read; the newest first. Those
// that wait stand in the order in which the session goes through them.
func evidenceRows(ctx context.Context, session *model.Session, student string, waiting bool) (out []learning.Awaiting, err error) {
	var only journal.ID
	if student != "" {
		who, err := lookup.Learner(ctx, session, student)
		if err != nil {
			return nil, err
		}
		only = who.ID
	}
	if waiting {
		all, err := learning.ReadWaiting(ctx, session)
		all = lookup.Where(all, func(w learning.Awaiting) bool { return only.IsZero() || w.Student.ID == only })
		for i := range all {
			if len(all[i].Evidence.Assessments) > 0 && err == nil { // in the words that they were given in
				var p learning.Piece
				p, err = learning.ReadPiece(ctx, session, all[i].Student.ID, all[i].Evidence.ID)
				all[i].Evidence = p.Evidence
			}
		}
		return all, err
	}
	learners, err := learning.ReadLearners(ctx, session)
	if err != nil {
		return nil, err
	}
	if !only.IsZero() {
		learners = []model.Person{{ID: only}}
	}
	for _, who := range learners {
		p, err := hours.ReadProgress(ctx, session, who.ID, journal.ID{})
		if err != nil {
			return nil, err
		}
		for _, e := range p.Evidence {
			out = append(out, learning.Awaiting{Student: p.Student, Evidence: e})
		}
	}
	slices.SortStableFunc(out, func(a, b learning.Awaiting) int { return b.Evidence.Day.Compare(a.Evidence.Day) })
	return out, nil
}

// findEvidence finds a piece of evidence by its id or the beginning of it, among what the session may read and what it did
// together with fellow students.
func findEvidence(ctx context.Context, session *model.Session, text string) (learning.Awaiting, error) {
	all, err := evidenceRows(ctx, session, "", false)
	if err != nil {
		return learning.Awaiting{}, err
	}
	peers, err := learning.ReadPeerWork(ctx, session)
	if err != nil {
		return learning.Awaiting{}, err
	}
	for _, w := range peers {
		if !slices.ContainsFunc(all, func(o learning.Awaiting) bool { return o.Evidence.ID == w.Evidence.ID }) {
			all = append(all, w)
		}
	}
	hits := lookup.Where(all, func(w learning.Awaiting) bool {
		return len(text) >= 4 && strings.HasPrefix(w.Evidence.ID.String(), text)
	})
	if len(hits) != 1 {
		return learning.Awaiting{}, fault.New(fault.NotFound, "evidence-unknown")
	}
	return hits[0], nil
}
