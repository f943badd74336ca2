package text

import (
	"strconv"
	"strings"
	"time"

	"leerbalie/model/journal"
	"leerbalie/model/placement"
)

// HoursOf are minutes in hours, such as 7,5.
func (w Words) HoursOf(minutes int) string {
	return w.Number(float64(minutes)/60, len(strings.TrimLeft(strconv.Itoa(min(minutes%60, 1)), "0")))
}

// PlacementFinding is what does not fit about a placement or at a partner, as one sentence; name tells what people are called, "" for who is not known.
func (w Words) PlacementFinding(f placement.Finding, name func(journal.ID) string) string {
	have, taken := strconv.Itoa(f.Have), strconv.Itoa(f.Taken)
	if f.Code == placement.OverHours {
		have, taken = w.HoursOf(f.Have), w.HoursOf(f.Taken)
	}
	day := func(t time.Time) string {
		if t.IsZero() {
			return "…"
		}
		return Day(t)
	}
	return w.Say("placement.finding."+f.Code, "student", name(f.Student), "have", have, "taken", taken, "from", day(f.From), "until", day(f.To))
}
