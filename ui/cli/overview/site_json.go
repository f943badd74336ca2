package overview

import (
	"context"
	"time"

	"leerbalie/model"
	"leerbalie/model/days"
	"leerbalie/model/overview"
	"leerbalie/model/overview/signal"
	"leerbalie/ui/cli/output"
	"leerbalie/ui/report"
)

type siteJSON struct {
	Site         output.Who        `json:"site"`
	Since        string            `json:"since"`
	Until        string            `json:"until"`
	CameIn       int               `json:"came_in"`
	Waiting      int               `json:"waiting"`
	Claimed      int               `json:"claimed"`
	Parked       int               `json:"parked"`
	Handled      int               `json:"handled"`
	WithStudents int               `json:"with_students"`
	Minutes      int               `json:"minutes"`
	WaitMedian   *int              `json:"wait_median_minutes"`
	WaitP90      *int              `json:"wait_p90_minutes"`
	Waited       waitsJSON         `json:"waited"`
	WaitingNow   waitsJSON         `json:"waiting_now"`
	ParkedTime   waitsJSON         `json:"parked_time"`
	ByTheme      []tallyJSON       `json:"by_theme"`
	ByOutcome    []tallyJSON       `json:"by_outcome"`
	ByChannel    []tallyJSON       `json:"by_channel"`
	ByLifeDomain []tallyJSON       `json:"by_life_domain"`
	ByLanguage   []tallyJSON       `json:"by_language"`
	ByUrgency    []tallyJSON       `json:"by_urgency"`
	BySupervised []tallyJSON       `json:"by_supervision"`
	ByFound      []tallyJSON       `json:"by_where_found"`
	ByAge        []tallyJSON       `json:"by_age_band"`
	ByPlace      []tallyJSON       `json:"by_neighbourhood"`
	ByPostcode   []tallyJSON       `json:"by_postcode"`
	ByTag        []tallyJSON       `json:"by_tag"`
	Referrals    []referredJSON    `json:"referrals"`
	By           string            `json:"by"`
	Series       []pointJSON       `json:"series"`
	Week         []hourJSON        `json:"week"`
	CameInThemes []cameJSON        `json:"came_in_by_theme"`
	Visits       *visitsJSON       `json:"visits"`  // of a person: null
	Paths        []pathsJSON       `json:"paths"`   // of a person: none
	Signals      []shortSignalJSON `json:"signals"` // of a person: none
}

// visitsJSON is what came of the visits to regular clients.
type visitsJSON struct {
	Clients int `json:"regular_clients"`
	Planned int `json:"planned"`
	Done    int `json:"done"`
	Skipped int `json:"skipped"`
	Minutes int `json:"minutes"`
}

// pathsJSON is how the paths of a kind stand, without a name.
type pathsJSON struct {
	Kind    string `json:"kind"`
	Running int    `json:"running"`
	Begun   int    `json:"begun"`
	Steps   int    `json:"steps_reached"`
	Reached int    `json:"reached"`
	Ended   int    `json:"ended"`
}

type tallyJSON struct {
	Code    string `json:"code"`
	Handled int    `json:"handled"`
	Minutes int    `json:"minutes"`
}

// waitsJSON are waits in minutes; null where nobody waited.
type waitsJSON struct {
	N       int  `json:"n"`
	Median  *int `json:"median_minutes"`
	P90     *int `json:"p90_minutes"`
	Longest *int `json:"longest_minutes"`
}

type cameJSON struct {
	Code   string `json:"code"`
	CameIn int    `json:"came_in"`
}

// shortSignalJSON is how a theme stands in the four weeks up to the end of the period; report signals says more of it.
type shortSignalJSON struct {
	Theme   string  `json:"theme"`
	Weeks   int     `json:"weeks"`
	Cases   int     `json:"cases"`
	Before  int     `json:"before"`
	P       float64 `json:"p"`
	Verdict string  `json:"verdict"`
}

func shortSignals(ctx context.Context, session *model.Session, until time.Time) ([]shortSignalJSON, error) {
	judged, err := signal.ReadSignals(ctx, session, until)
	out := []shortSignalJSON{}
	for _, j := range judged.Judged {
		out = append(out, shortSignalJSON{j.Theme, signal.Weeks, j.Cases, j.Before, j.P, string(j.Verdict)})
	}
	return out, err
}

type referredJSON struct {
	To      string         `json:"to"`
	N       int            `json:"n"`
	ByState map[string]int `json:"by_state"`
}

type pointJSON struct {
	From    string `json:"from"`
	Until   string `json:"until"`
	CameIn  int    `json:"came_in"`
	Handled int    `json:"handled"`
	Minutes int    `json:"minutes"`
}

// hourJSON is an hour of the week in which somebody came in.
type hourJSON struct {
	Weekday int `json:"weekday"` // 1 is Monday, 7 is Sunday, as ISO 8601 counts
	Hour    int `json:"hour"`
	CameIn  int `json:"came_in"`
	Late    int `json:"late"`
}

func waitsOut(w overview.Waits) waitsJSON {
	if w.N == 0 {
		return waitsJSON{}
	}
	return waitsJSON{w.N, &w.Median, &w.Ninetieth, &w.Longest}
}

func talliesOut(of []overview.Tally) []tallyJSON {
	out := []tallyJSON{}
	for _, t := range of {
		out = append(out, tallyJSON(t))
	}
	return out
}

func siteOut(p *report.Printed, zone *time.Location) siteJSON {
	f := p.Figures
	start := func(day time.Time) string { return days.Start(day, zone).Format(time.RFC3339) }
	waited := waitsOut(f.Waited)
	out := siteJSON{
		Site: output.Named(f.Site.ID, f.Site.Name), Since: start(f.Period.From), Until: start(f.Period.Until), CameIn: f.CameIn,
		Waiting: f.Counts.Waiting, Claimed: f.Counts.Claimed, Parked: f.Counts.Parked, Handled: f.Handled, WithStudents: f.WithStudent, Minutes: f.Minutes,
		WaitMedian: waited.Median, WaitP90: waited.P90, Waited: waited, WaitingNow: waitsOut(f.Waiting), ParkedTime: waitsOut(f.Parked),
		ByTheme: talliesOut(f.ByTheme), ByOutcome: talliesOut(f.ByOutcome), ByChannel: talliesOut(f.ByChannel), ByLifeDomain: talliesOut(f.ByLifeDomain),
		ByLanguage: talliesOut(f.ByLanguage), ByUrgency: talliesOut(f.ByUrgency), BySupervised: talliesOut(f.BySupervision), ByFound: talliesOut(f.ByWhereFound),
		ByAge: talliesOut(f.ByAgeBand), ByPlace: talliesOut(f.ByNeighbourhood), ByPostcode: talliesOut(f.ByPostcode), ByTag: talliesOut(f.ByTag),
		Referrals: []referredJSON{}, By: string(p.By), Series: []pointJSON{}, Week: []hourJSON{}, CameInThemes: []cameJSON{}, Signals: []shortSignalJSON{}, Paths: []pathsJSON{},
	}
	if v := p.Visits; v != nil {
		out.Visits = &visitsJSON{v.Clients, v.Planned, v.Done, v.Skipped, v.Minutes}
	}
	for _, c := range p.Paths {
		out.Paths = append(out.Paths, pathsJSON(c))
	}
	for _, r := range f.Referrals {
		x := referredJSON{r.To, r.N, map[string]int{}}
		for _, s := range r.ByState {
			x.ByState[s.Code] = s.Handled
		}
		out.Referrals = append(out.Referrals, x)
	}
	for _, t := range f.CameInByTheme {
		out.CameInThemes = append(out.CameInThemes, cameJSON{t.Code, t.Handled})
	}
	for _, x := range p.Series {
		out.Series = append(out.Series, pointJSON{x.From.Format(time.DateOnly), x.Until.Format(time.DateOnly), x.CameIn, x.Handled, x.Minutes})
	}
	for day := range 7 {
		for hour, x := range f.Week[(day+1)%7] {
			if x.CameIn > 0 {
				out.Week = append(out.Week, hourJSON{day + 1, hour, x.CameIn, x.Late})
			}
		}
	}
	return out
}
