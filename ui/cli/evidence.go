package cli

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"leerbalie/model"
	"leerbalie/ui/report"
	"leerbalie/ui/widget/cell"
)

// evidence holds the commands on what students can show.
func (r *run) evidence() *cobra.Command {
	return r.family("evidence", r.say("cli.evidence"), r.evidenceAdd(), r.evidenceList(), r.evidenceReflect(), r.evidenceLink())
}

func (r *run) evidenceAdd() *cobra.Command {
	var student, kind, day, request string
	var e model.Evidence
	var nodes []string
	var cleaned bool
	cmd := &cobra.Command{
		Use: "add [TITLE]", Short: r.say("cli.evidence.add"), Args: words(0, -1, "TITLE"),
		Example: "  leerbalie evidence add --request ZW-0412\n  leerbalie evidence add \"Training gesprekken\" --kind course --minutes 180 --node C1",
		RunE: func(cmd *cobra.Command, args []string) error {
			e.Title = strings.Join(args, " ")
			if request == "" && e.Title == "" {
				return misuse("cli.argument-missing", "what", "TITLE, --request")
			}
			if kind == "" {
				kind = string(model.EvidenceProject)
			}
			e.Kind = model.EvidenceKind(kind)
			if day != "" {
				at, err := time.Parse(time.DateOnly, day)
				if err != nil {
					return misuse("cli.flag-value", "flag", "--day", "value", day)
				}
				e.Day = at
			}
			return r.with(cmd, func(ctx context.Context, v *model.View) error {
				if request != "" {
					q, err := v.RequestByNumber(ctx, request)
					if err != nil {
						return err
					}
					if _, err := v.Do(ctx, model.EvidenceFromRequest{ID: q.ID}); err != nil {
						return err
					}
					_, err = fmt.Fprintln(r.s.Out, r.say("did.act-evidence-request"))
					return err
				}
				who := v.Me()
				if student != "" {
					var err error
					if who, err = findLearner(ctx, v, student); err != nil {
						return err
					}
				}
				p, err := v.Progress(ctx, who.ID, model.ID{})
				if err != nil {
					return err
				}
				if e.Nodes, err = nodesOf(&p.Framework, nodes); err != nil {
					return err
				}
				done, err := v.Do(ctx, model.AddEvidence{Student: who.ID, Evidence: e, Cleaned: cleaned})
				if err != nil {
					return err
				}
				return r.nowShows(ctx, v, who.ID, done.Created[0])
			})
		},
	}
	f := cmd.Flags()
	f.StringVar(&student, "student", "", r.say("cli.flag.student"))
	f.StringVar(&kind, "kind", "", r.say("cli.flag.kind"))
	f.StringVar(&day, "day", "", r.say("cli.flag.day"))
	f.IntVar(&e.Minutes, "minutes", 0, r.say("cli.flag.minutes"))
	f.StringVar(&e.Note, "note", "", r.say("cli.flag.note"))
	f.StringVar(&e.File, "file", "", r.say("cli.flag.file"))
	f.StringSliceVar(&nodes, "node", nil, r.say("cli.flag.node"))
	f.StringVar(&request, "request", "", r.say("cli.flag.request"))
	f.BoolVar(&cleaned, "cleaned", false, r.say("cli.flag.cleaned"))
	return cmd
}

// nodesOf looks nodes up by their code.
func nodesOf(f *model.Framework, codes []string) (out []model.ID, err error) {
	for _, code := range codes {
		n, err := nodeOf(f, code)
		if err != nil {
			return nil, err
		}
		out = append(out, n.ID)
	}
	return out, nil
}

func nodeOf(f *model.Framework, code string) (model.Node, error) {
	i, err := findNode(f, code)
	if err != nil {
		return model.Node{}, err
	}
	return f.Nodes[i], nil
}

// nowShows writes a piece of evidence as it is now.
func (r *run) nowShows(ctx context.Context, v *model.View, student, id model.ID) error {
	p, err := v.Piece(ctx, student, id)
	if err != nil {
		return err
	}
	m, err := r.maker(ctx, v)
	if err != nil {
		return err
	}
	e := &p.Evidence
	if r.json {
		return writeJSON(r.s.Out, evidenceOut(p.Student, e, m.Names, m.Zone))
	}
	_, err = fmt.Fprintln(r.s.Out, r.say("cli.evidence.now", "title", cell.Safe(m.Title(e), 80), "id", e.ID, "name", cell.Safe(p.Student.Name, 60)))
	return err
}

// maker makes documents in the language of this run, with the names that the session may see.
func (r *run) maker(ctx context.Context, v *model.View) (report.Maker, error) {
	m := report.Maker{Words: r.words, Zone: r.zone(ctx, v), Now: r.s.Now(), Names: map[model.ID]string{}}
	people, err := v.People(ctx)
	for _, p := range people {
		m.Names[p.ID] = p.Name
	}
	return m, err
}

func (r *run) evidenceList() *cobra.Command {
	var student string
	var waiting bool
	var limit int
	cmd := &cobra.Command{
		Use: "list", Short: r.say("cli.evidence.list"), Args: words(0, 0, ""),
		RunE: func(cmd *cobra.Command, _ []string) error {
			limit, err := r.limit(cmd, limit)
			if err != nil {
				return err
			}
			return r.with(cmd, func(ctx context.Context, v *model.View) error {
				m, err := r.maker(ctx, v)
				if err != nil {
					return err
				}
				rows, err := evidenceRows(ctx, v, student, waiting)
				if err != nil {
					return err
				}
				if limit > 0 && len(rows) > limit {
					rows = rows[:limit]
				}
				if r.json {
					list := newArray(r.s.Out)
					for i := range rows {
						if err := list.add(evidenceOut(rows[i].Student, &rows[i].Evidence, m.Names, m.Zone)); err != nil {
							return err
						}
					}
					return list.end()
				}
				t := newTable(r.s.Out, r.s.Width, r.say("cli.col.day"), r.say("cli.col.student"), r.say("cli.col.title"), r.say("cli.col.judged"), r.say("cli.col.id"))
				for i := range rows {
					e := &rows[i].Evidence
					judged := fmt.Sprint(len(e.Assessments))
					switch {
					case rows[i].Second:
						judged = r.say("cli.evidence.second")
					case waiting:
						judged = r.say("cli.evidence.waits")
					case !e.Ready():
						judged = r.say("cli.evidence.not-ready")
					}
					t.add(e.Day.Format(time.DateOnly), rows[i].Student.Name, m.Title(e), judged, e.ID.String())
				}
				return t.end()
			})
		},
	}
	cmd.Flags().StringVar(&student, "student", "", r.say("cli.flag.student"))
	cmd.Flags().BoolVar(&waiting, "waiting", false, r.say("cli.flag.waiting"))
	r.limitFlag(cmd, &limit)
	return cmd
}

// evidenceRows are pieces of evidence: of one student, or of all whose dossier the session may read; the newest first. Those
// that wait stand in the order in which the session goes through them.
func evidenceRows(ctx context.Context, v *model.View, student string, waiting bool) (out []model.Awaiting, err error) {
	var only model.ID
	if student != "" {
		who, err := findLearner(ctx, v, student)
		if err != nil {
			return nil, err
		}
		only = who.ID
	}
	if waiting {
		all, err := v.Waits(ctx)
		all = filter(all, func(w model.Awaiting) bool { return only.IsZero() || w.Student.ID == only })
		for i := range all {
			if len(all[i].Evidence.Assessments) > 0 && err == nil { // in the words that they were given in
				var p model.Piece
				p, err = v.Piece(ctx, all[i].Student.ID, all[i].Evidence.ID)
				all[i].Evidence = p.Evidence
			}
		}
		return all, err
	}
	learners, err := v.Learners(ctx)
	if err != nil {
		return nil, err
	}
	if !only.IsZero() {
		learners = []model.Person{{ID: only}}
	}
	for _, who := range learners {
		p, err := v.Progress(ctx, who.ID, model.ID{})
		if err != nil {
			return nil, err
		}
		for _, e := range p.Evidence {
			out = append(out, model.Awaiting{Student: p.Student, Evidence: e})
		}
	}
	slices.SortStableFunc(out, func(a, b model.Awaiting) int { return b.Evidence.Day.Compare(a.Evidence.Day) })
	return out, nil
}

// findEvidence finds a piece of evidence by its id or the beginning of it, among what the session may read and what it did
// together with fellow students.
func findEvidence(ctx context.Context, v *model.View, text string) (model.Awaiting, error) {
	all, err := evidenceRows(ctx, v, "", false)
	if err != nil {
		return model.Awaiting{}, err
	}
	peers, err := v.PeerWork(ctx)
	if err != nil {
		return model.Awaiting{}, err
	}
	for _, w := range peers {
		if !slices.ContainsFunc(all, func(o model.Awaiting) bool { return o.Evidence.ID == w.Evidence.ID }) {
			all = append(all, w)
		}
	}
	hits := filter(all, func(w model.Awaiting) bool { return len(text) >= 4 && strings.HasPrefix(w.Evidence.ID.String(), text) })
	if len(hits) != 1 {
		return model.Awaiting{}, model.Fail(model.NotFound, "evidence-unknown")
	}
	return hits[0], nil
}
