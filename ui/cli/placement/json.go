package placement

import (
	"encoding/json"
	"strconv"
	"strings"

	"leerbalie/model/journal"
	"leerbalie/model/placement"
	"leerbalie/ui/cli/command"
	"leerbalie/ui/cli/output"
)

// placementJSON is a placement. The names are a promise to scripts.
type placementJSON struct {
	ID          string          `json:"id"`
	Student     output.Who      `json:"student"`
	Partner     output.Who      `json:"partner"`
	From        *string         `json:"from"`
	To          *string         `json:"to"`
	State       string          `json:"state"`
	Hours       json.Number     `json:"hours_a_week"`
	Level       string          `json:"level"`
	Supervisor  string          `json:"supervisor"`
	Guide       *output.Who     `json:"supervisor_known"` // where it is somebody who is known here
	School      *output.Who     `json:"school_guide"`
	Agreed      *string         `json:"agreed_on"`
	KickOff     *string         `json:"kickoff_on"`
	Terms       string          `json:"terms"`
	Ended       *string         `json:"ended_early_on"`
	Offered     string          `json:"offered"`
	OfferDay    *string         `json:"offered_on"`
	Taken       bool            `json:"taken"`
	Anyway      string          `json:"anyway"`
	Agreements  []noteJSON      `json:"agreements"`
	Visits      []noteJSON      `json:"visits"`
	Evaluations []noteJSON      `json:"evaluations"`
	Found       []findingJSON   `json:"does_not_fit"`
	Differs     []differingJSON `json:"differs"`
}

type noteJSON struct {
	Date *string    `json:"date"`
	Text string     `json:"text"`
	From string     `json:"from_whom"`
	By   output.Who `json:"by"`
}

type findingJSON struct {
	Code  string  `json:"code"`
	From  *string `json:"from"`
	To    *string `json:"to"`
	Have  int     `json:"have"`
	Taken int     `json:"taken"`
	Told  string  `json:"anyway"`
}

type differingJSON struct {
	Field   string `json:"field"`
	Student string `json:"student"`
	Here    string `json:"placement"`
}

func jsonOf(p *row) placementJSON {
	who := func(id journal.ID) *output.Who {
		if id.IsZero() {
			return nil
		}
		named := output.Named(id, p.names[id])
		return &named
	}
	notes := func(all []placement.Note) []noteJSON {
		out := []noteJSON{}
		for _, n := range all {
			out = append(out, noteJSON{output.DayOrNull(n.Day), n.Text, n.From, output.Named(n.By, p.names[n.By])})
		}
		return out
	}
	out := placementJSON{ID: p.ID.String(), Student: output.Named(p.Student, p.names[p.Student]), Partner: output.Named(p.Partner, p.Where.Name), From: output.DayOrNull(p.From), To: output.DayOrNull(p.To), State: string(p.State(p.today)),
		Hours: json.Number(hours(p.Minutes)), Level: p.Level, Supervisor: p.guide(), Guide: who(p.Guide), School: who(p.School), Agreed: output.DayOrNull(p.Agreed), KickOff: output.DayOrNull(p.KickOff), Terms: p.Terms,
		Ended: output.DayOrNull(p.Ended), Offered: string(p.Offered), OfferDay: output.DayOrNull(p.OfferDay), Taken: p.Taken, Anyway: p.Anyway, Agreements: notes(p.Agreements), Visits: notes(p.Visits), Evaluations: notes(p.Evaluations),
		Found: []findingJSON{}, Differs: []differingJSON{}}
	for _, f := range p.Found {
		out.Found = append(out.Found, findingJSON{f.Code, output.DayOrNull(f.From), output.DayOrNull(f.To), f.Have, f.Taken, f.Told})
	}
	for _, d := range p.Differs {
		out.Differs = append(out.Differs, differingJSON(d))
	}
	return out
}

// hours are minutes in hours, such as 7.5.
func hours(minutes int) string {
	return strings.TrimSuffix(strings.TrimRight(strconv.FormatFloat(float64(minutes)/60, 'f', 2, 64), "0"), ".")
}

// card is a placement for people.
func card(r *command.Run, p *row) [][2]string {
	said := func(field string) string { return r.Say("field.placement-" + field) }
	out := [][2]string{{said("partner"), p.Where.Name}, {said("from"), day(p.From)}, {said("to"), day(p.To)}, {r.Say("cli.placement.state"), r.Words.PlacementState(p.State(p.today))}, {said("minutes"), hours(p.Minutes)},
		{said("level"), p.Level}, {said("guide"), p.guide()}, {said("school"), p.names[p.School]}, {said("agreed"), day(p.Agreed)}, {said("kickoff"), day(p.KickOff)}, {said("terms"), p.Terms},
		{said("ended"), day(p.Ended)}, {said("offered"), r.Words.PlacementOffer(p.Offered)}, {said("anyway"), p.Anyway}}
	out = append(out, noted(r, "place.at.placement-agreement", p.Agreements)...)
	out = append(out, noted(r, "place.at.placement-visit", p.Visits)...)
	out = append(out, noted(r, "place.at.placement-evaluation", p.Evaluations)...)
	for _, f := range p.Found {
		out = append(out, [2]string{r.Say("cli.placement.unfit"), r.Words.PlacementFinding(f, func(id journal.ID) string { return p.names[id] })})
	}
	for _, d := range p.Differs {
		out = append(out, [2]string{r.Say("cli.placement.differs"), r.Say("field."+d.Field) + ": " + d.Student + " / " + d.Here})
	}
	return out
}

func noted(r *command.Run, name string, all []placement.Note) (out [][2]string) {
	for _, n := range all {
		out = append(out, [2]string{r.Say(name), strings.TrimSpace(day(n.Day) + " " + n.From + " " + n.Text)})
	}
	return out
}
