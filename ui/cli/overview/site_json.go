package overview

import (
	"time"

	"leerbalie/model/overview"
	"leerbalie/ui/cli/output"
)

type siteJSON struct {
	Site         output.Who  `json:"site"`
	Since        string      `json:"since"`
	Waiting      int         `json:"waiting"`
	Claimed      int         `json:"claimed"`
	Parked       int         `json:"parked"`
	Handled      int         `json:"handled"`
	WithStudents int         `json:"with_students"`
	Minutes      int         `json:"minutes"`
	ByTheme      []tallyJSON `json:"by_theme"`
	ByOutcome    []tallyJSON `json:"by_outcome"`
	ByChannel    []tallyJSON `json:"by_channel"`
}

type tallyJSON struct {
	Code    string `json:"code"`
	Handled int    `json:"handled"`
	Minutes int    `json:"minutes"`
}

func siteOut(s *overview.SiteReport) siteJSON {
	tallies := func(of []overview.Tally) []tallyJSON {
		out := []tallyJSON{}
		for _, t := range of {
			out = append(out, tallyJSON(t))
		}
		return out
	}
	return siteJSON{output.Named(s.Site.ID, s.Site.Name), s.Since.Format(time.RFC3339), s.Counts.Waiting, s.Counts.Claimed, s.Counts.Parked, s.Handled,
		s.WithStudent, s.Minutes, tallies(s.ByTheme), tallies(s.ByOutcome), tallies(s.ByChannel)}
}
