package cli

import (
	"context"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"leerbalie/model"
	"leerbalie/ui/widget/cell"
)

// residentJSON is a resident. The names are a promise to scripts.
type residentJSON struct {
	ID            string `json:"id"`
	Name          string `json:"name"`
	Phone         string `json:"phone"`
	Email         string `json:"email"`
	Street        string `json:"street"`
	Postcode      string `json:"postcode"`
	City          string `json:"city"`
	Neighbourhood string `json:"neighbourhood"`
	BirthYear     *int   `json:"birth_year"`
	Language      string `json:"language"`
	Keep          string `json:"keep"`
	Told          bool   `json:"told"`
	Regular       bool   `json:"regular"`
	Erased        bool   `json:"erased"`
	Site          string `json:"site"`
}

func residentOut(p model.Resident) residentJSON {
	out := residentJSON{
		ID: p.ID.String(), Name: p.Name, Phone: p.Phone, Email: p.Email, Street: p.Street, Postcode: p.Postcode, City: p.City,
		Neighbourhood: p.Neighbourhood, Language: p.Language, Keep: string(p.Keep), Told: p.Told, Regular: p.Regular, Erased: p.Erased,
		Site: p.Site.String(),
	}
	if p.BirthYear != 0 {
		out.BirthYear = &p.BirthYear
	}
	return out
}

// resident holds the commands on who asks for help.
func (r *run) resident() *cobra.Command {
	return r.family("resident", r.say("cli.resident"), r.residentAdd(), r.residentList(), r.residentShow(), r.residentMerge(), r.residentErase())
}

func (r *run) residentAdd() *cobra.Command {
	var p model.Resident
	var keep string
	cmd := &cobra.Command{
		Use:     "add NAME",
		Short:   r.say("cli.resident.add"),
		Args:    words(1, -1, "NAME"),
		Example: "  leerbalie resident add \"mw. de Vries\" --phone 0612345678 --keep throwaway --told",
		RunE: func(cmd *cobra.Command, args []string) error {
			p.Name = strings.Join(args, " ")
			p.Keep = model.Keep(keep)
			switch {
			case p.Keep != model.KeepNothing && p.Keep != model.KeepThrowaway && p.Keep != model.KeepRegister:
				return misuse("cli.choice", "what", "--keep", "value", keep, "choices", "register, throwaway")
			case p.Keep == model.KeepNothing && p.Phone+p.Email+p.Street+p.Postcode != "":
				p.Keep = model.KeepRegister
			}
			return r.with(cmd, func(ctx context.Context, v *model.View) error {
				p.Site = v.Site()
				similar, err := v.Similar(ctx, p)
				if err != nil {
					return err
				}
				for _, c := range similar[:min(len(similar), 5)] {
					r.tell(r.say("cli.resident.similar", "name", cell.Safe(c.Name, 100), "id", c.ID))
				}
				receipt, err := v.Do(ctx, model.AddResident{Resident: p})
				if err != nil {
					return err
				}
				p.ID = receipt.Entity
				if r.json {
					return writeJSON(r.s.Out, residentOut(p))
				}
				_, err = fmt.Fprintln(r.s.Out, r.say("cli.resident.added", "name", cell.Safe(p.Name, 100), "id", p.ID))
				return err
			})
		},
	}
	f := cmd.Flags()
	f.StringVar(&p.Phone, "phone", "", r.say("cli.flag.phone"))
	f.StringVar(&p.Email, "email", "", r.say("cli.flag.email"))
	f.StringVar(&p.Street, "street", "", r.say("cli.flag.street"))
	f.StringVar(&p.Postcode, "postcode", "", r.say("cli.flag.postcode"))
	f.StringVar(&p.City, "city", "", r.say("cli.flag.city"))
	f.StringVar(&p.Neighbourhood, "neighbourhood", "", r.say("cli.flag.neighbourhood"))
	f.IntVar(&p.BirthYear, "birth-year", 0, r.say("cli.flag.birth-year"))
	f.StringVar(&p.Language, "language", "", r.say("cli.flag.language"))
	f.StringVar(&keep, "keep", "", r.say("cli.flag.keep"))
	f.BoolVar(&p.Told, "told", false, r.say("cli.flag.told"))
	f.BoolVar(&p.Regular, "regular", false, r.say("cli.flag.regular"))
	return cmd
}

func (r *run) residentList() *cobra.Command {
	var search string
	var limit int
	cmd := &cobra.Command{
		Use:   "list",
		Short: r.say("cli.resident.list"),
		Args:  words(0, 0, ""),
		RunE: func(cmd *cobra.Command, _ []string) error {
			limit, err := r.limit(cmd, limit)
			if err != nil {
				return err
			}
			return r.with(cmd, func(ctx context.Context, v *model.View) error {
				residents, err := v.Residents(ctx, search, limit)
				if err != nil {
					return err
				}
				if r.json {
					list := newArray(r.s.Out)
					for _, p := range residents {
						if err := list.add(residentOut(p)); err != nil {
							return err
						}
					}
					return list.end()
				}
				t := newTable(r.s.Out, r.s.Width, r.say("cli.col.name"), r.say("cli.col.phone"), r.say("cli.col.street"), r.say("cli.col.postcode"),
					r.say("cli.col.language"))
				for _, p := range residents {
					t.add(p.Name, p.Phone, p.Street, p.Postcode, p.Language)
				}
				return t.end()
			})
		},
	}
	cmd.Flags().StringVar(&search, "search", "", r.say("cli.flag.search"))
	r.limitFlag(cmd, &limit)
	return cmd
}

// residentFile is a resident's page for scripts.
type residentFile struct {
	residentJSON
	Requests []requestJSON `json:"requests"`
}

// residentShow opens a resident's page; that this person did is written down.
func (r *run) residentShow() *cobra.Command {
	return &cobra.Command{
		Use:   "show NAME",
		Short: r.say("cli.resident.show"),
		Args:  words(1, -1, "NAME"),
		RunE: func(cmd *cobra.Command, args []string) error {
			return r.with(cmd, func(ctx context.Context, v *model.View) error {
				who, err := findResident(ctx, v, strings.Join(args, " "))
				if err != nil {
					return err
				}
				file, err := v.OpenResident(ctx, who.ID)
				if err != nil {
					return err
				}
				loc := r.zone(ctx, v)
				if r.json {
					out := residentFile{residentJSON: residentOut(file.Resident), Requests: []requestJSON{}}
					for _, row := range file.Requests {
						out.Requests = append(out.Requests, rowJSON(row, loc))
					}
					return writeJSON(r.s.Out, out)
				}
				p := file.Resident
				born := ""
				if p.BirthYear != 0 {
					born = fmt.Sprint(p.BirthYear)
				}
				if err := r.card(p.Name, [][2]string{
					{r.say("cli.col.phone"), p.Phone}, {r.say("cli.col.email"), p.Email}, {r.say("cli.col.street"), p.Street},
					{r.say("cli.col.postcode"), strings.TrimSpace(p.Postcode + "  " + p.City)}, {r.say("cli.col.neighbourhood"), p.Neighbourhood},
					{r.say("cli.col.born"), born}, {r.say("cli.col.language"), p.Language}, {r.say("cli.col.id"), p.ID.String()},
				}); err != nil {
					return err
				}
				fmt.Fprintln(r.s.Out)
				list := r.requestRows(ctx, v, loc)
				for _, row := range file.Requests {
					if err := list.add(row); err != nil {
						return err
					}
				}
				return list.end()
			})
		},
	}
}
