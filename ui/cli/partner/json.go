package partner

import (
	"encoding/json"
	"strconv"
	"strings"

	"leerbalie/model/journal"
	"leerbalie/model/partner"
	"leerbalie/model/placement"
	"leerbalie/model/together"
	"leerbalie/ui/cli/command"
	"leerbalie/ui/cli/output"
)

// partnerJSON is a partner. The names are a promise to scripts.
type partnerJSON struct {
	ID           string        `json:"id"`
	Name         string        `json:"name"`
	State        string        `json:"state"`
	Places       int           `json:"places"`
	Placed       int           `json:"placed"`
	Supervision  json.Number   `json:"supervision_hours"`
	From         *string       `json:"from"`
	To           *string       `json:"to"`
	Levels       []string      `json:"levels"`
	Network      *output.Who   `json:"network"`
	Organization *string       `json:"organization"`
	Work         []string      `json:"work"`
	Guides       []output.Who  `json:"guides"`
	Contact      string        `json:"contact"`
	Sector       string        `json:"sector"`
	Note         string        `json:"note"`
	Terms        string        `json:"terms"`
	Agreed       *string       `json:"agreed_on"`
	Notes        []noteJSON    `json:"notes"`
	Settle       []findingJSON `json:"to_settle"`
}

type noteJSON struct {
	Kind string     `json:"kind"` // agreement, visit, kickoff, evaluation
	Date *string    `json:"date"`
	Text string     `json:"text"`
	From string     `json:"from_whom"`
	By   output.Who `json:"by"`
}

// findingJSON is something that does not fit. Student is null where it is of several, and for who may not know.
type findingJSON struct {
	Code    string  `json:"code"`
	Student *string `json:"student"`
	From    *string `json:"from"`
	To      *string `json:"to"`
	Have    int     `json:"have"`
	Taken   int     `json:"taken"`
	Other   *string `json:"other_partner"`
}

func findings(found []placement.Finding) []findingJSON {
	out := []findingJSON{}
	for _, f := range found {
		out = append(out, findingJSON{f.Code, output.IDOrNull(f.Student), output.DayOrNull(f.From), output.DayOrNull(f.To), f.Have, f.Taken, output.IDOrNull(f.Other)})
	}
	return out
}

// hours are minutes in hours, such as 7.5.
func hours(minutes int) string {
	return strings.TrimSuffix(strings.TrimRight(strconv.FormatFloat(float64(minutes)/60, 'f', 2, 64), "0"), ".")
}

func jsonOf(p *row) partnerJSON {
	out := partnerJSON{ID: p.ID.String(), Name: p.Name, State: string(p.State), Places: p.Places, Placed: p.placed, Supervision: json.Number(hours(p.Supervision)), From: output.DayOrNull(p.From), To: output.DayOrNull(p.To),
		Levels: output.OrEmpty(p.Levels), Organization: output.IDOrNull(p.Organization), Work: output.OrEmpty(p.Work), Guides: []output.Who{}, Contact: p.Contact, Sector: p.Sector, Note: p.Note, Terms: p.Terms,
		Agreed: output.DayOrNull(p.Agreed), Notes: []noteJSON{}, Settle: findings(p.found)}
	if !p.Network.IsZero() {
		n := output.Named(p.Network, p.network)
		out.Network = &n
	}
	for _, id := range p.Guides {
		out.Guides = append(out.Guides, output.Named(id, p.names[id]))
	}
	for _, n := range p.Notes {
		out.Notes = append(out.Notes, noteJSON{strings.TrimPrefix(partner.SaidKind(n.Kind), "partner-"), output.DayOrNull(n.Day), n.Text, n.From, output.Named(n.By, p.names[n.By])})
	}
	return out
}

// card is a partner for people.
func card(r *command.Run, p *row) [][2]string {
	said := func(field string) string { return r.Say("field.partner-" + field) }
	var guides []string
	for _, id := range p.Guides {
		guides = append(guides, p.names[id])
	}
	out := [][2]string{{said("state"), r.Words.PartnerState(p.State)}, {said("places"), strconv.Itoa(p.Places)}, {r.Say("cli.partner.placed"), strconv.Itoa(p.placed)}, {said("supervision"), hours(p.Supervision)},
		{said("from"), day(p.From)}, {said("to"), day(p.To)}, {said("levels"), strings.Join(p.Levels, ", ")}, {said("network"), p.network}, {said("guides"), strings.Join(guides, ", ")}, {said("work"), strings.Join(r.Words.Names(together.WorkKinds(), p.Work), ", ")},
		{said("contact"), p.Contact}, {said("sector"), p.Sector}, {said("terms"), p.Terms}, {said("note"), p.Note}, {said("agreed"), day(p.Agreed)}}
	for _, n := range p.Notes {
		out = append(out, [2]string{r.Say("place.at." + partner.SaidKind(n.Kind)), strings.Join(some(day(n.Day), n.From, n.Text), " · ")})
	}
	for _, f := range p.found {
		out = append(out, [2]string{r.Say("cli.partner.settle"), r.Words.PlacementFinding(f, func(id journal.ID) string { return p.names[id] })})
	}
	return out
}

func some(texts ...string) (out []string) {
	for _, t := range texts {
		if t != "" {
			out = append(out, t)
		}
	}
	return out
}
