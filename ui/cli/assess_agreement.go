package cli

import (
	"context"

	"github.com/spf13/cobra"

	"leerbalie/model"
	"leerbalie/ui/report"
)

func (r *run) assessAgreement() *cobra.Command {
	var group string
	cmd := &cobra.Command{
		Use: "agreement", Short: r.say("cli.assess.agreement"), Args: words(0, 0, ""),
		RunE: func(cmd *cobra.Command, _ []string) error {
			return r.with(cmd, func(ctx context.Context, v *model.View) error {
				id, err := groupOrAll(ctx, v, group)
				if err != nil {
					return err
				}
				a, err := v.Agreement(ctx, id, model.ID{})
				if err != nil {
					return err
				}
				if r.json {
					return writeJSON(r.s.Out, concordanceOut(&a))
				}
				m, err := r.maker(ctx, v)
				if err != nil {
					return err
				}
				d := report.Document{Lang: string(r.words.Lang()), Title: a.Framework.LabelIn(string(r.words.Lang()))}
				m.Agreement(&d, &a)
				return r.document(output{}, &d, "md")
			})
		},
	}
	cmd.Flags().StringVar(&group, "group", "", r.say("cli.flag.group-one"))
	return cmd
}

func groupOrAll(ctx context.Context, v *model.View, name string) (model.ID, error) {
	if name == "" {
		return model.ID{}, nil
	}
	g, err := findGroup(ctx, v, name)
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
	Pair    []whoJSON     `json:"pair"`
	Units   int           `json:"units"`
	Figures []measureJSON `json:"figures"`
}

func concordanceOut(a *model.Concordance) concordanceJSON {
	out := concordanceJSON{a.Framework.ID.String(), a.Whole.Units, a.Whole.Assessors, measuresOut(a.Whole), []concordancePartJSON{}, []concordancePartJSON{}}
	for _, n := range a.ByNode {
		out.ByNode = append(out.ByNode, concordancePartJSON{idOrNull(n.Node.ID), []whoJSON{}, n.Report.Units, measuresOut(n.Report)})
	}
	for _, p := range a.ByPair {
		pair := []whoJSON{{p.A.ID.String(), p.A.Name}, {p.B.ID.String(), p.B.Name}}
		out.ByPair = append(out.ByPair, concordancePartJSON{nil, pair, p.Report.Units, measuresOut(p.Report)})
	}
	return out
}
