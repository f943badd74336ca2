package learning

import (
	"context"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"leerbalie/model"
	"leerbalie/model/journal"
	"leerbalie/model/learning/alike"
	"leerbalie/model/learning/competence"
	"leerbalie/ui/cli/command"
	"leerbalie/ui/cli/output"
	"leerbalie/ui/widget/cell"
)

// What parts that are about the same look like to scripts. The names are a promise.
type (
	mapJSON struct {
		Framework output.Who  `json:"framework"`
		Node      mapNodeJSON `json:"node"`
		Other     output.Who  `json:"other_framework"`
		OtherNode mapNodeJSON `json:"other_node"`
		Shipped   bool        `json:"shipped"` // comes with the program, as a place to start from
	}
	mapNodeJSON struct {
		ID    string `json:"id"`
		Code  string `json:"code"`
		Title string `json:"title"`
	}
)

// frameworkMap tells which parts of lists are about the same, and alters that.
func frameworkMap(r *command.Run) *cobra.Command {
	var remove bool
	var limit int
	cmd := &cobra.Command{
		Use: "map [FRAMEWORK [PART=FRAMEWORK:PART ...]]", Short: r.Say("cli.framework.map"), Args: command.Arguments(0, -1, ""),
		Example: "  leerbalie framework map\n  leerbalie framework map leerbalie:mbo-2-helpende-25960 W2=leerbalie:hbo-social-work:C1\n" +
			"  leerbalie framework map leerbalie:mbo-2-helpende-25960 W4=leerbalie:hbo-social-work:C2 --remove",
		RunE: func(cmd *cobra.Command, args []string) error {
			limit, err := r.Limit(cmd, limit)
			if err != nil {
				return err
			}
			if remove && len(args) < 2 {
				return command.Misuse("cli.nothing-to-change")
			}
			return r.With(cmd, func(ctx context.Context, session *model.Session) error {
				var f *competence.Framework
				if len(args) > 0 {
					found, err := competence.FindFramework(ctx, session, args[0])
					if err != nil {
						return err
					}
					f = &found
				}
				if len(args) < 2 {
					return showMap(ctx, r, session, f, limit)
				}
				acts := make([]model.Action, 0, len(args)-1)
				for _, text := range args[1:] {
					a, err := readMap(ctx, session, f, text)
					if err != nil {
						return err
					}
					a.Gone = remove
					acts = append(acts, a)
				}
				if _, err := session.Do(ctx, acts...); err != nil {
					return err
				}
				return showMap(ctx, r, session, f, 0)
			})
		},
	}
	cmd.Flags().BoolVar(&remove, "remove", false, r.Say("cli.flag.map-remove"))
	r.LimitFlag(cmd, &limit)
	return cmd
}

// readMap reads PART=FRAMEWORK:PART.
func readMap(ctx context.Context, session *model.Session, f *competence.Framework, text string) (a alike.Align, err error) {
	part, there, ok := strings.Cut(text, "=")
	at := strings.LastIndex(there, ":")
	if !ok || at <= 0 || part == "" || at == len(there)-1 {
		return a, command.Misuse("cli.parts-form", "text", text)
	}
	other, err := competence.FindFramework(ctx, session, there[:at])
	if err != nil {
		return a, err
	}
	one, err := findNode(f, part)
	if err != nil {
		return a, err
	}
	two, err := findNode(&other, there[at+1:])
	if err != nil {
		return a, err
	}
	return alike.Align{One: alike.Part{List: f.ID, Node: f.Nodes[one].ID}, Other: alike.Part{List: other.ID, Node: other.Nodes[two].ID}}, nil
}

// showMap writes what is about the same as what: of one list, or of all.
func showMap(ctx context.Context, r *command.Run, session *model.Session, f *competence.Framework, limit int) error {
	pairs, err := alike.Read(ctx, session)
	if err != nil {
		return err
	}
	lists, err := competence.ReadFrameworks(ctx, session, true)
	if err != nil {
		return err
	}
	byID := map[journal.ID]*competence.Framework{}
	for i := range lists {
		byID[lists[i].ID] = &lists[i]
	}
	lang := string(r.Words.Lang())
	var rows []mapJSON
	for _, p := range pairs {
		if f != nil {
			if !p.Has(f.ID) {
				continue
			}
			p = p.Of(f.ID)
		}
		one, other := byID[p.One.List], byID[p.Other.List]
		if one == nil || other == nil {
			continue
		}
		n, ok := one.Node(p.One.Node)
		m, too := other.Node(p.Other.Node)
		if !ok || !too { // gone from the list
			continue
		}
		rows = append(rows, mapJSON{output.Who{ID: one.ID.String(), Name: one.LabelIn(lang)}, mapNodeOut(n, lang), output.Who{ID: other.ID.String(), Name: other.LabelIn(lang)}, mapNodeOut(m, lang), p.Shipped})
	}
	if limit > 0 && len(rows) > limit {
		rows = rows[:limit]
	}
	if r.JSON {
		list := output.NewArray(r.Out)
		for _, row := range rows {
			if err := list.Add(row); err != nil {
				return err
			}
		}
		return list.End()
	}
	for _, row := range rows {
		from := r.Say("cli.framework.map-here")
		if row.Shipped {
			from = r.Say("cli.framework.map-shipped")
		}
		if _, err := fmt.Fprintln(r.Out, r.Say("cli.framework.map-row", "one", row.Node.said(), "other", row.OtherNode.said(), "list", cell.Safe(row.Framework.Name, 100),
			"there", cell.Safe(row.Other.Name, 100), "from", from)); err != nil {
			return err
		}
	}
	if len(rows) == 0 {
		_, err = fmt.Fprintln(r.Out, r.Say("cli.framework.map-none"))
	}
	return err
}

func mapNodeOut(n competence.Node, lang string) mapNodeJSON {
	return mapNodeJSON{n.ID.String(), n.Code, n.LabelIn(lang)}
}

// said is a part on a line: its code and its title.
func (n mapNodeJSON) said() string { return cell.Safe(strings.TrimSpace(n.Code+" "+n.Title), 100) }
