package desk

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"leerbalie/model"
	"leerbalie/model/access"
	"leerbalie/model/desk"
	"leerbalie/ui/cli/command"
	"leerbalie/ui/cli/lookup"
	"leerbalie/ui/cli/output"
	"leerbalie/ui/text"
	"leerbalie/ui/widget/cell"
)

// residentJSON is a resident. The names are a promise to scripts.
func residentJSON(p desk.Resident) output.Object {
	out := output.Object{{Name: "id", Value: p.ID.String()}}
	for _, f := range desk.ResidentTable() {
		out = append(out, output.FieldMember(f, &p, nil))
	}
	return append(out, output.Member{Name: "erased", Value: p.Erased}, output.Member{Name: "site", Value: p.Site.String()})
}

// Resident holds the commands on who asks for help.
func Resident(r *command.Run) *cobra.Command {
	return r.Family("resident", "cli.resident", command.Commands{
		"add": residentAdd, "list": residentList, "show": residentShow, "merge": residentMerge, "erase": residentErase,
		"access": residentAccess, "due": residentDue, "anonymise": residentAnonymise, "retention": residentRetention,
	})
}

func residentAdd(r *command.Run) *cobra.Command {
	var given func(*desk.Resident) error
	cmd := &cobra.Command{
		Use:     "add NAME",
		Short:   r.Say("cli.resident.add"),
		Args:    command.Arguments(1, -1, "NAME"),
		Example: "  leerbalie resident add \"mw. de Vries\" --phone 0612345678 --keep throwaway --told",
		RunE: func(cmd *cobra.Command, args []string) error {
			p := desk.Resident{Name: strings.Join(args, " ")}
			if err := given(&p); err != nil {
				return err
			}
			switch {
			case p.Keep != desk.KeepNothing && p.Keep != desk.KeepThrowaway && p.Keep != desk.KeepRegister:
				return command.Misuse("cli.choice", "what", "--keep", "value", string(p.Keep), "choices", "register, throwaway")
			case p.Keep == desk.KeepNothing && p.Phone+p.Email+p.Street+p.Postcode != "":
				p.Keep = desk.KeepRegister
			}
			return r.With(cmd, func(ctx context.Context, session *model.Session) error {
				p.Site = session.Site()
				similar, err := desk.FindSimilarResidents(ctx, session, p)
				if err != nil {
					return err
				}
				for _, c := range similar[:min(len(similar), 5)] {
					r.Tell(r.Say("cli.resident.similar", "name", cell.Safe(c.Name, 100), "id", c.ID))
				}
				receipt, err := session.Do(ctx, desk.AddResident{Resident: p})
				if err != nil {
					return err
				}
				p.ID = receipt.Entity
				if r.JSON {
					return output.JSON(r.Out, residentJSON(p))
				}
				_, err = fmt.Fprintln(r.Out, r.Say("cli.resident.added", "name", cell.Safe(p.Name, 100), "id", p.ID))
				return err
			})
		},
	}
	given = residentFlags(r, cmd)
	return cmd
}

// residentFlags gives a command a flag for each field of a resident but the name, which is an argument, and what puts their
// values into a resident.
func residentFlags(r *command.Run, cmd *cobra.Command) (given func(*desk.Resident) error) {
	fields := slices.DeleteFunc(slices.Clone(desk.ResidentTable()), func(f model.Field[desk.Resident]) bool { return f.On == desk.ResidentName })
	return command.FieldFlags(r, cmd, fields, func(field string) (flag, says string) { return field, "cli.flag." + field })
}

func residentList(r *command.Run) *cobra.Command {
	var search string
	var limit int
	cmd := &cobra.Command{
		Use:   "list",
		Short: r.Say("cli.resident.list"),
		Args:  command.Arguments(0, 0, ""),
		RunE: func(cmd *cobra.Command, _ []string) error {
			limit, err := r.Limit(cmd, limit)
			if err != nil {
				return err
			}
			return r.With(cmd, func(ctx context.Context, session *model.Session) error {
				residents, near, err := desk.ListNearestResidents(ctx, session, search, limit)
				if err != nil {
					return err
				}
				if near {
					r.Tell(r.Say("found.near", "words", search))
				}
				if r.JSON {
					list := output.NewArray(r.Out)
					for _, p := range residents {
						if err := list.Add(residentJSON(p)); err != nil {
							return err
						}
					}
					return list.End()
				}
				t := output.NewTable(r.Out, r.Width, r.Say("cli.col.name"), r.Say("cli.col.phone"), r.Say("cli.col.street"), r.Say("cli.col.postcode"),
					r.Say("cli.col.language"))
				for _, p := range residents {
					t.Add(p.Name, p.Phone, p.Street, p.Postcode, p.Language)
				}
				return t.End()
			})
		},
	}
	cmd.Flags().StringVar(&search, "search", "", r.Say("cli.flag.search"))
	r.LimitFlag(cmd, &limit)
	return cmd
}

// residentShow opens a resident's page; that this person did is written down.
func residentShow(r *command.Run) *cobra.Command {
	return &cobra.Command{
		Use:   "show NAME",
		Short: r.Say("cli.resident.show"),
		Args:  command.Arguments(1, -1, "NAME"),
		RunE: func(cmd *cobra.Command, args []string) error {
			return r.With(cmd, func(ctx context.Context, session *model.Session) error {
				who, err := lookup.Resident(ctx, session, strings.Join(args, " "))
				if err != nil {
					return err
				}
				file, err := desk.OpenResident(ctx, session, who.ID)
				if err != nil {
					return err
				}
				into, err := desk.ReadInto(ctx, session, file.Resident)
				if err != nil {
					return err
				}
				merged, err := desk.ReadMergedResidents(ctx, session, file.ID)
				if err != nil {
					return err
				}
				with := []output.Who{}
				var names []string
				for _, m := range merged {
					with, names = append(with, output.Named(m.ID, m.Name)), append(names, m.Name)
				}
				loc := r.Zone(ctx, session)
				looks, err := access.ReadLooks(ctx, session, file.ID)
				if err != nil {
					return err
				}
				people, err := model.ReadAll(ctx, session, model.KindPerson, model.PersonOf)
				if err != nil {
					return err
				}
				staff := staffOf(people)
				if r.JSON {
					seen := []lookedAtJSON{}
					for _, l := range looks {
						seen = append(seen, lookedAtJSON{output.MomentOrNull(l.At, loc), staff(l.By), l.Where, l.Count})
					}
					var on *output.Who
					if !into.ID.IsZero() {
						on = &output.Who{ID: into.ID.String(), Name: into.Name}
					}
					requests := []output.Object{}
					for _, row := range file.Requests {
						requests = append(requests, rowJSON(row, loc))
					}
					others := []output.Object{}
					for _, row := range file.AskedFor {
						others = append(others, rowJSON(row, loc))
					}
					return output.JSON(r.Out, append(residentJSON(file.Resident), output.Member{Name: "requests", Value: requests}, output.Member{Name: "asked_for", Value: others},
						output.Member{Name: "looks", Value: seen},
						output.Member{Name: "merged_into", Value: on}, output.Member{Name: "merged_from", Value: with}))
				}
				p := file.Resident
				born := ""
				if p.BirthYear != 0 {
					born = fmt.Sprint(p.BirthYear)
				}
				if err := output.Card(r, p.Name, [][2]string{
					{r.Say("cli.col.phone"), p.Phone}, {r.Say("cli.col.email"), p.Email}, {r.Say("cli.col.street"), p.Street},
					{r.Say("cli.col.postcode"), strings.TrimSpace(p.Postcode + "  " + p.City)}, {r.Say("cli.col.neighbourhood"), p.Neighbourhood},
					{r.Say("cli.col.born"), born}, {r.Say("cli.col.language"), p.Language},
					{r.Say("cli.col.merged-into"), into.Name}, {r.Say("cli.col.merged-from"), strings.Join(names, ", ")}, {r.Say("cli.col.asked-for"), strings.Join(numbersOf(file.AskedFor), ", ")}, {r.Say("cli.col.id"), p.ID.String()},
				}); err != nil {
					return err
				}
				fmt.Fprintln(r.Out)
				list := requestRows(ctx, r, session, loc)
				for _, row := range file.Requests {
					if err := list.add(row); err != nil {
						return err
					}
				}
				if err := list.end(); err != nil {
					return err
				}
				fmt.Fprintln(r.Out)
				t := output.NewTable(r.Out, r.Width, r.Say("cli.col.looked-at"), r.Say("cli.col.looked-by"), r.Say("cli.col.looked-where"))
				for _, l := range looks {
					where, name := r.Say("resident.looked.page"), ""
					if l.Where == access.InList {
						where = r.Words.Count("report.access.of-list", l.Count)
					}
					if by := staff(l.By); by != nil {
						name = by.Name
					}
					t.Add(text.Day(l.At.In(loc))+l.At.In(loc).Format(" 15:04"), name, where)
				}
				return t.End()
			})
		},
	}
}

// numbersOf are the numbers of requests.
func numbersOf(rows []desk.RequestRow) (out []string) {
	for _, row := range rows {
		out = append(out, row.Number)
	}
	return out
}
