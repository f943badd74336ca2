package learning

import (
	"context"

	"github.com/spf13/cobra"

	"leerbalie/model"
	"leerbalie/model/journal"
	"leerbalie/model/learning"
	"leerbalie/ui/cli/command"
	"leerbalie/ui/cli/lookup"
	"leerbalie/ui/cli/output"
	"leerbalie/ui/report"
)

func assessAgreement(r *command.Run) *cobra.Command {
	var group string
	cmd := &cobra.Command{
		Use: "agreement", Short: r.Say("cli.assess.agreement"), Args: command.Arguments(0, 0, ""),
		RunE: func(cmd *cobra.Command, _ []string) error {
			return r.With(cmd, func(ctx context.Context, session *model.Session) error {
				id, err := groupOrAll(ctx, session, group)
				if err != nil {
					return err
				}
				a, err := learning.ReadConcordance(ctx, session, id, journal.ID{})
				if err != nil {
					return err
				}
				if r.JSON {
					return output.JSON(r.Out, concordanceOut(&a))
				}
				m, err := output.Maker(ctx, r, session)
				if err != nil {
					return err
				}
				d := report.Document{Lang: string(r.Words.Lang()), Title: a.Framework.LabelIn(string(r.Words.Lang()))}
				m.Agreement(&d, &a)
				return output.Document(r, output.File{}, &d, "md")
			})
		},
	}
	cmd.Flags().StringVar(&group, "group", "", r.Say("cli.flag.group-one"))
	return cmd
}

func groupOrAll(ctx context.Context, session *model.Session, name string) (journal.ID, error) {
	if name == "" {
		return journal.ID{}, nil
	}
	g, err := lookup.Group(ctx, session, name)
	return g.ID, err
}

type concordanceJSON struct {
	Framework string                `json:"framework"`
	Units     int                   `json:"units"`
	Assessors int                   `json:"assessors"`
	Figures   []measureJSON         `json:"figures"`
	ByNode    []concordancePartJSON `json:"by_node"`
	ByPair    []concordancePartJSON `json:"by_pair"`
}

type concordancePartJSON struct {
	Node    *string       `json:"node"`
	Pair    []output.Who  `json:"pair"`
	Units   int           `json:"units"`
	Figures []measureJSON `json:"figures"`
}

func concordanceOut(a *learning.Concordance) concordanceJSON {
	out := concordanceJSON{a.Framework.ID.String(), a.Whole.Units, a.Whole.Assessors, measuresOut(a.Whole), []concordancePartJSON{}, []concordancePartJSON{}}
	for _, n := range a.ByNode {
		out.ByNode = append(out.ByNode, concordancePartJSON{output.IDOrNull(n.Node.ID), []output.Who{}, n.Report.Units, measuresOut(n.Report)})
	}
	for _, p := range a.ByAssessors {
		pair := []output.Who{output.Named(p.A.ID, p.A.Name), output.Named(p.B.ID, p.B.Name)}
		out.ByPair = append(out.ByPair, concordancePartJSON{nil, pair, p.Report.Units, measuresOut(p.Report)})
	}
	return out
}
