package desk

import (
	"context"
	"io"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"leerbalie/model"
	"leerbalie/model/access"
	"leerbalie/model/desk"
	"leerbalie/model/journal"
	"leerbalie/ui/cli/command"
	"leerbalie/ui/cli/lookup"
	"leerbalie/ui/cli/output"
	"leerbalie/ui/text"
)

// lookJSON is a look at a list of residents. The names are a promise to scripts.
type lookJSON struct {
	At     *string    `json:"at"`
	By     output.Who `json:"by"`
	Count  int        `json:"count"`
	Search string     `json:"search"`
}

// residentAccess tells who looked at lists of residents.
func residentAccess(r *command.Run) *cobra.Command {
	var limit int
	var format string
	var out output.File
	cmd := &cobra.Command{
		Use:     "access [NAME]",
		Short:   r.Say("cli.resident.access"),
		Long:    r.Say("cli.resident.access-long"),
		Args:    command.Arguments(0, -1, "NAME"),
		Example: "  leerbalie resident access \"mw. de Vries\" -o inzage.md",
		RunE: func(cmd *cobra.Command, args []string) error {
			limit, err := r.Limit(cmd, limit)
			if err != nil {
				return err
			}
			if len(args) > 0 {
				return residentHeld(r, cmd, strings.Join(args, " "), format, out)
			}
			return r.With(cmd, func(ctx context.Context, session *model.Session) error {
				looks, err := desk.ReadLooks(ctx, session, limit)
				if err != nil {
					return err
				}
				names, err := everybody(ctx, session)
				if err != nil {
					return err
				}
				loc := r.Zone(ctx, session)
				if r.JSON {
					list := output.NewArray(r.Out)
					for _, l := range looks {
						if err := list.Add(lookJSON{output.MomentOrNull(l.At, loc), output.Named(l.By, names[l.By]), l.Count, l.Search}); err != nil {
							return err
						}
					}
					return list.End()
				}
				t := output.NewTable(r.Out, r.Width, r.Say("cli.col.looked-at"), r.Say("cli.col.looked-by"), r.Say("cli.col.looked-count"), r.Say("cli.col.looked-search"))
				for _, l := range looks {
					t.Add(text.Day(l.At.In(loc))+l.At.In(loc).Format(" 15:04"), names[l.By], strconv.Itoa(l.Count), l.Search)
				}
				return t.End()
			})
		},
	}
	r.LimitFlag(cmd, &limit)
	cmd.Flags().StringVar(&format, "format", "md", r.Say("cli.flag.report-format"))
	out.Flags(r, cmd)
	return cmd
}

// heldJSON is all that is held about a resident. The names are a promise to scripts.
type heldJSON struct {
	Resident output.Object     `json:"resident"`
	Same     []output.Object   `json:"merged_from"`
	Story    []storyJSON       `json:"story"` // the latest first
	Looks    []lookedAtJSON    `json:"looks"`
	AskedFor []string          `json:"asked_for"` // numbers of the requests of others for whom this one asked
	LeftOut  map[string]string `json:"left_out"`  // what, and why
	Hidden   int               `json:"hidden"`    // in how many places another resident's name was left out
}

// storyJSON is one thing that happened with a resident.
type storyJSON struct {
	At      *string    `json:"at"`
	Kind    string     `json:"kind"`
	On      string     `json:"on"`
	Request *string    `json:"request"`
	Text    string     `json:"text"`
	Code    string     `json:"code"`
	Minutes int        `json:"minutes"`
	By      *staffJSON `json:"by"`
}

// staffJSON is somebody who works or learns here, with the roles.
type staffJSON struct {
	Name  string   `json:"name"`
	Roles []string `json:"roles"`
}

// lookedAtJSON is a look at a resident.
type lookedAtJSON struct {
	At    *string    `json:"at"`
	By    *staffJSON `json:"by"`
	Where string     `json:"where"` // page, or list: one that could have shown the resident
	Count int        `json:"count"`
}

// residentHeld gives all that is held about a resident; that this person looked is written down.
func residentHeld(r *command.Run, cmd *cobra.Command, name, format string, out output.File) error {
	if err := output.DocumentFormat(format); err != nil {
		return err
	}
	return r.With(cmd, func(ctx context.Context, session *model.Session) error {
		who, err := lookup.Resident(ctx, session, name)
		if err != nil {
			return err
		}
		h, err := access.Read(ctx, session, who.ID, calendarDay(r.Today(ctx, session)))
		if err != nil {
			return err
		}
		m, err := output.Maker(ctx, r, session)
		if err != nil {
			return err
		}
		if r.JSON {
			return out.Write(r, func(dst io.Writer) error { return output.JSON(dst, heldOut(r, &h, m.Zone)) })
		}
		d := m.Access(&h, r.Site(ctx, session))
		return output.Document(r, out, &d, format)
	})
}

func heldOut(r *command.Run, h *access.Held, loc *time.Location) heldJSON {
	by := func(id journal.ID) *staffJSON { return staffAs(id, h.Names[id], h.Roles[id]) }
	out := heldJSON{Resident: residentJSON(h.Residents[0]), Same: []output.Object{}, Story: []storyJSON{}, Looks: []lookedAtJSON{}, Hidden: h.Hidden,
		AskedFor: output.OrEmpty(numbersOf(h.AskedFor)), LeftOut: map[string]string{"names_of_other_residents": r.Words.Count("report.access.hidden", h.Hidden), "judgements_of_students": r.Say("report.access.others")}}
	for _, p := range h.Residents[1:] {
		out.Same = append(out.Same, residentJSON(p))
	}
	for i := range h.Story {
		e := &h.Story[i]
		at := e.At
		if e.Day { // the midnight of the site, not that of UTC
			at = time.Date(at.UTC().Year(), at.UTC().Month(), at.UTC().Day(), 0, 0, 0, 0, loc)
		}
		out.Story = append(out.Story, storyJSON{output.MomentOrNull(at, loc), e.Kind, e.On, output.IDOrNull(e.Request), e.Text, e.Code, e.Minutes, by(e.By)})
	}
	for _, l := range h.Looks {
		out.Looks = append(out.Looks, lookedAtJSON{output.MomentOrNull(l.At, loc), by(l.By), l.Where, l.Count})
	}
	return out
}

// staffOf gives who of the staff somebody is.
func staffOf(people []model.Person) func(journal.ID) *staffJSON {
	return func(id journal.ID) *staffJSON {
		for i := range people {
			if people[i].ID == id {
				return staffAs(id, people[i].Name, people[i].Roles)
			}
		}
		return staffAs(id, "", nil)
	}
}

func staffAs(id journal.ID, name string, roles []model.Role) *staffJSON {
	if id.IsZero() {
		return nil
	}
	s := &staffJSON{Name: name, Roles: []string{}}
	for _, role := range roles {
		s.Roles = append(s.Roles, string(role))
	}
	return s
}

// everybody are the names of all who work or learn here, or did.
func everybody(ctx context.Context, session *model.Session) (map[journal.ID]string, error) {
	people, err := model.ReadAll(ctx, session, model.KindPerson, model.PersonOf)
	names := map[journal.ID]string{}
	for _, p := range people {
		names[p.ID] = p.Name
	}
	return names, err
}
