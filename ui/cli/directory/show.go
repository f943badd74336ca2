package directory

import (
	"cmp"
	"context"
	"fmt"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"leerbalie/model"
	"leerbalie/model/directory"
	"leerbalie/ui/cli/command"
	"leerbalie/ui/cli/output"
	"leerbalie/ui/text"
)

// showJSON is all that is known of a service. The names are a promise to scripts.
type showJSON struct {
	hitJSON
	AlternateName  string         `json:"alternate_name"`
	Description    string         `json:"description"`
	URL            string         `json:"url"`
	Email          string         `json:"email"`
	Status         string         `json:"status"`
	Process        string         `json:"process"`
	Fees           string         `json:"fees"`
	Eligibility    string         `json:"eligibility"`
	Audience       string         `json:"audience"`
	Accreditations string         `json:"accreditations"`
	Areas          []string       `json:"areas"`
	Costs          []string       `json:"costs"`
	Documents      []string       `json:"documents"`
	Wait           string         `json:"wait"`
	Alert          string         `json:"alert"`
	Interpretation string         `json:"interpretation"`
	Phones         []phoneJSON    `json:"phones"`
	Contacts       []contactJSON  `json:"contacts"`
	Hours          []hoursJSON    `json:"hours"`
	Capacities     []capacityJSON `json:"capacities"`
	Places         []placeJSON    `json:"places"`
	Notes          []noteJSON     `json:"notes"`
	RetiredWhy     string         `json:"retired_why"`
	AddedBy        output.Who     `json:"added_by"`
	AddedAt        *string        `json:"added_at"`
	Done           int            `json:"done"` // of the referrals
}

type phoneJSON struct {
	Number     string   `json:"number"`
	Extension  string   `json:"extension"`
	Type       string   `json:"type"`
	Department string   `json:"department"`
	Languages  []string `json:"languages"`
}

type contactJSON struct {
	Name       string `json:"name"`
	Title      string `json:"title"`
	Department string `json:"department"`
	Email      string `json:"email"`
	Phone      string `json:"phone"`
}

type placeJSON struct {
	ID       string      `json:"id"`
	Name     string      `json:"name"`
	Address  []string    `json:"address"`
	Postcode string      `json:"postcode"`
	City     string      `json:"city"`
	Access   []string    `json:"access"`
	Hours    []hoursJSON `json:"hours"`
}

// hoursJSON is when something is open, or shut. Days are MO to SU; none is every day.
type hoursJSON struct {
	Days   []string `json:"days"`
	Opens  string   `json:"opens"` // hh:mm; "" where it is not said
	Closes string   `json:"closes"`
	From   *string  `json:"from"` // the first day and the last, null for no end
	Until  *string  `json:"until"`
	Closed bool     `json:"closed"`
	Rule   string   `json:"rule"`
	Note   string   `json:"note"`
}

func hoursForJSON(all []directory.Schedule) []hoursJSON {
	out := []hoursJSON{}
	for _, s := range all {
		h := hoursJSON{Days: []string{}, From: output.DayOrNull(s.ValidFrom), Until: output.DayOrNull(s.ValidTo), Closed: s.Closed, Rule: s.Rule, Note: s.Note}
		if s.Days != 0 {
			h.Days = strings.Split(s.Days.String(), ",")
		}
		if s.Opens != 0 || s.Closes != 0 {
			h.Opens, h.Closes = fmt.Sprintf("%02d:%02d", s.Opens/60, s.Opens%60), fmt.Sprintf("%02d:%02d", s.Closes/60, s.Closes%60)
		}
		out = append(out, h)
	}
	return out
}

type noteJSON struct {
	At   *string    `json:"at"`
	By   output.Who `json:"by"`
	Text string     `json:"text"`
}

// show tells all that is known of a service.
func show(r *command.Run) *cobra.Command {
	return &cobra.Command{
		Use: "show ID", Short: r.Say("cli.directory.show"), Args: command.Arguments(1, -1, "ID"),
		Example: "  leerbalie directory show Taalcafé",
		RunE: func(cmd *cobra.Command, args []string) error {
			return r.With(cmd, func(ctx context.Context, session *model.Session) error {
				id, err := directory.Named(ctx, session, strings.Join(args, " "))
				if err != nil {
					return err
				}
				t, err := newTeller(ctx, r, session)
				if err != nil {
					return err
				}
				h, err := directory.Read(ctx, session, id, t.now)
				if err != nil {
					return err
				}
				if r.JSON {
					return output.JSON(r.Out, t.whole(&h))
				}
				return t.card(&h)
			})
		},
	}
}

func (t *teller) whole(h *directory.Hit) showJSON {
	s := &h.Service
	out := showJSON{hitJSON: t.hit(h), AlternateName: s.AlternateName, Description: s.Description, URL: s.URL, Email: s.Email, Status: cmp.Or(s.Status, "active"), Process: s.Process,
		Fees: s.Fees, Eligibility: s.Eligibility, Audience: s.Audience, Accreditations: s.Accreditations, Areas: output.OrEmpty(s.Areas), Costs: output.OrEmpty(s.Costs),
		Documents: output.OrEmpty(s.Documents), Wait: s.Wait, Alert: s.Alert, Interpretation: s.Interpretation, Phones: []phoneJSON{}, Contacts: []contactJSON{},
		Hours: hoursForJSON(s.Schedules), Capacities: []capacityJSON{}, Places: []placeJSON{}, Notes: []noteJSON{}, AddedBy: output.Named(s.AddedBy, t.names[s.AddedBy.String()]),
		AddedAt: output.MomentOrNull(s.Added, t.zone), Done: h.Used.Done}
	for _, p := range s.Phones {
		out.Phones = append(out.Phones, phoneJSON{p.Number, p.Extension, p.Type, p.Department, output.OrEmpty(p.Languages)})
	}
	for _, c := range s.Contacts {
		out.Contacts = append(out.Contacts, contactJSON{c.Name, c.Title, c.Department, c.Email, c.Phone})
	}
	for _, c := range s.Capacities {
		out.Capacities = append(out.Capacities, *t.capacity(c))
	}
	for _, l := range h.Places {
		out.Places = append(out.Places, placeJSON{l.ID.String(), l.Name, output.OrEmpty(l.Address), l.Postcode, l.City, output.OrEmpty(l.Access), hoursForJSON(l.Schedules)})
	}
	for _, n := range s.Notes {
		out.Notes = append(out.Notes, noteJSON{output.MomentOrNull(n.At, t.zone), output.Named(n.By, t.names[n.By.String()]), n.Text})
	}
	if s.Retired != nil {
		out.RetiredWhy = s.Retired.Why
	}
	return out
}

// hours are schedules as people write them.
func (t *teller) hours(all []directory.Schedule) []string {
	out := []string{}
	for _, s := range all {
		out = append(out, t.r.Words.Hours(s))
	}
	return out
}

func (t *teller) card(h *directory.Hit) error {
	s, say := &h.Service, t.r.Say
	lines := [][2]string{{say("cli.col.id"), s.ID.String()}, {say("field.organization"), h.Organization.Name}}
	if s.Retired != nil {
		lines = append(lines, [2]string{say("directory.retired"), s.Retired.Why})
	}
	for _, l := range h.Places {
		lines = append(lines, [2]string{say("cli.col.place"), strings.Join(filled(append(append([]string{l.Name}, l.Address...), l.Postcode, l.City)), ", ")})
	}
	phones := []string{}
	for _, p := range s.Phones {
		phones = append(phones, strings.Join(filled([]string{p.Number, p.Extension, p.Department}), " "))
	}
	if len(phones) == 0 {
		phones = filled([]string{phoneOf(h)})
	}
	open := append(t.hours(s.Schedules), "")
	for _, l := range h.Places {
		open = append(open, t.hours(l.Schedules)...)
	}
	languages := []string{}
	for _, tag := range s.Languages {
		languages = append(languages, t.r.Words.Language(tag))
	}
	lines = append(lines, [][2]string{{say("field.alert"), s.Alert}, {say("field.description"), s.Description}, {say("field.needs"), strings.Join(s.Needs, ", ")},
		{say("field.eligibility"), s.Eligibility}, {say("field.audience"), s.Audience}, {say("cli.col.open"), say("directory.open." + h.Open.String())},
		{say("field.schedules"), strings.Join(filled(open), "; ")}, {say("field.languages"), strings.Join(languages, ", ")}, {say("field.interpretation"), s.Interpretation},
		{say("field.process"), s.Process}, {say("field.fees"), strings.Join(filled(append([]string{s.Fees}, s.Costs...)), "; ")}, {say("field.documents"), strings.Join(s.Documents, ", ")},
		{say("field.wait"), s.Wait}, {say("field.areas"), strings.Join(s.Areas, ", ")}, {say("cli.col.phone"), strings.Join(phones, ", ")}, {say("cli.col.email"), s.Email}, {say("field.url"), s.URL}}...)
	for _, c := range s.Contacts {
		lines = append(lines, [2]string{say("field.contacts"), strings.Join(filled([]string{c.Name, c.Title, c.Department, c.Phone, c.Email}), ", ")})
	}
	for _, c := range s.Capacities {
		lines = append(lines, [2]string{say("field.capacities"), t.room(c)})
	}
	assured := t.checked(h)
	if by := t.assuredBy(s); by != "" {
		assured += ", " + by
	}
	lines = append(lines, [2]string{say("cli.col.assured"), assured},
		[2]string{say("cli.col.referred"), say("directory.used", "n", h.Used.Referred, "accepted", h.Used.Accepted, "declined", h.Used.Declined)})
	for _, n := range s.Notes {
		lines = append(lines, [2]string{say("field.note"), fmt.Sprintf("%s (%s, %s)", n.Text, t.names[n.By.String()], text.Day(n.At.In(t.zone)))})
	}
	return output.Card(t.r, s.Name, lines)
}

// room is what was said of the room there is, with its age where that is long.
func (t *teller) room(c directory.Capacity) string {
	said := c.Unit
	switch {
	case c.Available >= 0 && c.Maximum > 0:
		said = t.r.Say("directory.room-of", "n", c.Available, "of", c.Maximum, "unit", c.Unit)
	case c.Available >= 0:
		said = strings.TrimSpace(strconv.Itoa(c.Available) + " " + c.Unit)
	}
	switch {
	case c.On.IsZero():
		said += ", " + t.r.Say("directory.room-undated")
	case c.Old(t.now):
		said += ", " + t.r.Say("directory.room-old", "n", int(t.now.Sub(c.On).Hours()/24), "day", text.Day(c.On))
	default:
		said += ", " + text.Day(c.On)
	}
	return strings.Join(filled([]string{said, c.Source, c.Note}), ", ")
}

// filled are the texts that are not empty.
func filled(texts []string) (out []string) {
	for _, t := range texts {
		if strings.TrimSpace(t) != "" {
			out = append(out, t)
		}
	}
	return out
}
