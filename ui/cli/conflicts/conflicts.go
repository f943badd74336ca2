// Package conflicts is the command for what people wrote apart from each other: what there is, and which of it holds.
package conflicts

import (
	"context"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"leerbalie/model"
	"leerbalie/model/conflict"
	"leerbalie/model/journal"
	"leerbalie/ui/cli/command"
	"leerbalie/ui/cli/output"
	"leerbalie/ui/report"
)

// conflictJSON is a conflict. The names are a promise to scripts.
type conflictJSON struct {
	ID     string      `json:"id"`
	Kind   string      `json:"kind"`
	Entity string      `json:"entity"`
	About  string      `json:"about"`
	Field  string      `json:"field"`
	Settle bool        `json:"may_settle"`
	Values []valueJSON `json:"values"`
}

// valueJSON is one of what stands against each other; Take is the letter by which it is taken.
type valueJSON struct {
	Take    string     `json:"take"`
	Value   string     `json:"value"`
	By      output.Who `json:"by"`
	At      *string    `json:"at"`
	Replica string     `json:"replica"`
	Machine string     `json:"machine"`
	Here    bool       `json:"here"`
}

// Conflicts shows what people wrote apart from each other.
func Conflicts(r *command.Run) *cobra.Command {
	list := listed(r, &cobra.Command{Use: "list", Short: r.Say("cli.conflicts.list"), Args: r.NoCommand})
	cmd := listed(r, &cobra.Command{Use: "conflicts", Short: r.Say("cli.conflicts"), Args: r.NoCommand})
	cmd.AddCommand(list, show(r), settle(r))
	return cmd
}

func listed(r *command.Run, cmd *cobra.Command) *cobra.Command {
	limit := 50
	r.LimitFlag(cmd, &limit)
	cmd.RunE = func(cmd *cobra.Command, _ []string) error {
		n, err := r.Limit(cmd, limit)
		if err != nil {
			return err
		}
		return r.With(cmd, func(ctx context.Context, session *model.Session) error {
			all, err := conflict.Read(ctx, session)
			if err != nil {
				return err
			}
			if n > 0 && len(all) > n {
				all = all[:n]
			}
			return tell(ctx, r, session, all)
		})
	}
	return cmd
}

// maker words conflicts with everybody's names, also of those who left.
func maker(ctx context.Context, r *command.Run, session *model.Session) (report.Maker, error) {
	m, err := output.Maker(ctx, r, session)
	if err != nil {
		return m, err
	}
	left, err := session.PeopleWhoLeft(ctx)
	for _, p := range left {
		m.Names[p.ID] = p.Name
	}
	return m, err
}

// tell writes conflicts: a table for people, all of it for scripts.
func tell(ctx context.Context, r *command.Run, session *model.Session, all []conflict.Conflict) error {
	m, err := maker(ctx, r, session)
	if err != nil {
		return err
	}
	if r.JSON {
		out := []conflictJSON{}
		for i := range all {
			out = append(out, shape(m, &all[i], session.Replica()))
		}
		return output.JSON(r.Out, out)
	}
	if len(all) == 0 {
		_, err := fmt.Fprintln(r.Out, r.Say("cli.conflicts.none"))
		return err
	}
	t := output.NewTable(r.Out, r.Width, r.Say("cli.col.id"), r.Say("cli.col.about"), r.Say("cli.col.field"), r.Say("cli.col.values"))
	for i := range all {
		c := &all[i]
		var values []string
		for j := range c.Values {
			values = append(values, letter(j)+" "+m.ConflictValue(c, &c.Values[j]))
		}
		t.Add(c.ID, m.ConflictAbout(c), m.ConflictField(c), strings.Join(values, " · "))
	}
	return t.End()
}

func letter(i int) string { return string(rune('A' + i%26)) }

func shape(m report.Maker, c *conflict.Conflict, here journal.Replica) conflictJSON {
	out := conflictJSON{ID: c.ID, Kind: c.Sort, Entity: c.Entity.String(), About: c.Title, Field: c.Field, Settle: c.Settle, Values: []valueJSON{}}
	for i := range c.Values {
		v := &c.Values[i]
		out.Values = append(out.Values, valueJSON{Take: letter(i), Value: m.ConflictValue(c, v), By: output.Named(v.By, m.Names[v.By]), At: output.MomentOrNull(v.At, m.Zone),
			Replica: v.Stamp.Replica.String(), Machine: v.Machine, Here: v.Stamp.Replica == here})
	}
	return out
}

func show(r *command.Run) *cobra.Command {
	return &cobra.Command{
		Use:     "show ID",
		Short:   r.Say("cli.conflicts.show"),
		Args:    command.Arguments(1, 1, "ID"),
		Example: "  leerbalie conflicts show k3f9q2ab",
		RunE: func(cmd *cobra.Command, args []string) error {
			return r.With(cmd, func(ctx context.Context, session *model.Session) error {
				c, err := conflict.Find(ctx, session, strings.ToLower(strings.TrimSpace(args[0])))
				if err != nil {
					return err
				}
				m, err := maker(ctx, r, session)
				if err != nil {
					return err
				}
				if r.JSON {
					return output.JSON(r.Out, shape(m, &c, session.Replica()))
				}
				lines := [][2]string{{r.Say("cli.col.id"), c.ID}, {r.Say("cli.col.field"), m.ConflictField(&c)}}
				for i := range c.Values {
					v := &c.Values[i]
					lines = append(lines, [2]string{letter(i), m.ConflictValue(&c, v)}, [2]string{"", m.ConflictBy(v, v.At.In(m.Zone).Format("02-01-2006 15:04"))})
				}
				return output.Card(r, m.ConflictAbout(&c), lines)
			})
		},
	}
}

func settle(r *command.Run) *cobra.Command {
	var take, value, reason string
	cmd := &cobra.Command{
		Use:     "settle ID --take A|B",
		Short:   r.Say("cli.conflicts.settle"),
		Args:    command.Arguments(1, 1, "ID"),
		Example: "  leerbalie conflicts settle k3f9q2ab --take A\n  leerbalie conflicts settle k3f9q2ab --value \"Amira Haddad\"",
		RunE: func(cmd *cobra.Command, args []string) error {
			if (take == "") == (value == "") {
				return command.Misuse("cli.conflicts.one-of")
			}
			return r.With(cmd, func(ctx context.Context, session *model.Session) error {
				c, err := conflict.Find(ctx, session, strings.ToLower(strings.TrimSpace(args[0])))
				if err != nil {
					return err
				}
				a := conflict.Settle{Kind: c.Kind, Entity: c.Entity, ID: c.ID, Words: value, Reason: reason}
				if take != "" {
					i := int(strings.ToUpper(take)[0]) - 'A'
					if len(take) != 1 || i < 0 || i >= len(c.Values) {
						return command.Misuse("cli.conflicts.letter", "letter", take, "last", letter(len(c.Values)-1))
					}
					a.Take = c.Values[i].Stamp
				}
				if _, err := session.Do(ctx, a); err != nil {
					return err
				}
				if r.JSON {
					all, err := conflict.Read(ctx, session)
					if err != nil {
						return err
					}
					return tell(ctx, r, session, all)
				}
				_, err = fmt.Fprintln(r.Out, r.Say("cli.conflicts.settled", "id", c.ID))
				return err
			})
		},
	}
	cmd.Flags().StringVar(&take, "take", "", r.Say("cli.flag.conflicts.take"))
	cmd.Flags().StringVar(&value, "value", "", r.Say("cli.flag.conflicts.value"))
	cmd.Flags().StringVar(&reason, "reason", "", r.Say("cli.flag.conflicts.reason"))
	return cmd
}
