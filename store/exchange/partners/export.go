package partners

import (
	"context"
	"io"
	"strconv"
	"strings"
	"time"

	"leerbalie/model"
	"leerbalie/model/partner"
	"leerbalie/model/placement"
	"leerbalie/store/exchange/tabular"
)

// What a list is of.
const (
	Partners   = "partners"
	Placements = "placements"
)

func shown(day time.Time) string {
	if day.IsZero() {
		return ""
	}
	return day.Format(time.DateOnly)
}

func inHours(minutes int) string { return strconv.FormatFloat(float64(minutes)/60, 'f', -1, 64) }

// Export writes the partners that were not put away, or with what Placements those that the session may read, with the names that Import knows. Cells
// that a spreadsheet would take for a formula are made harmless. It tells how many there were. Errors: Refused; those of dst.
func Export(ctx context.Context, session *model.Session, what string, today time.Time, dst io.Writer) (n int, err error) {
	if err := session.Check(ctx, model.ToTakeOut); err != nil {
		return 0, err
	}
	w := tabular.NewWriter(dst, tabular.Style{})
	write := func(cells ...string) {
		if err == nil {
			err = w.Write(cells...)
		}
	}
	if what == Placements {
		all, fail := placement.List(ctx, session, today)
		if fail != nil {
			return 0, fail
		}
		names, fail := session.PersonNames(ctx, "")
		if fail != nil {
			return 0, fail
		}
		write("student", "partner", "from", "to", "hours_a_week", "level", "supervisor", "school_guide", "anyway")
		for _, p := range all {
			guide := p.GuideName
			if guide == "" {
				guide = names[p.Guide]
			}
			write(names[p.Student], p.Where.Name, shown(p.From), shown(p.To), inHours(p.Minutes), p.Level, guide, names[p.School], p.Anyway)
		}
		n = len(all)
	} else {
		all, fail := partner.All(ctx, session)
		if fail != nil {
			return 0, fail
		}
		networks, fail := partner.AllNetworks(ctx, session)
		if fail != nil {
			return 0, fail
		}
		write("name", "state", "places", "supervision_hours", "from", "to", "levels", "network", "contact", "sector", "note")
		for _, p := range all {
			network := ""
			for _, k := range networks {
				if k.ID == p.Network {
					network = k.Name
				}
			}
			write(p.Name, string(p.State), strconv.Itoa(p.Places), inHours(p.Supervision), shown(p.From), shown(p.To), strings.Join(p.Levels, ","), network, p.Contact, p.Sector, p.Note)
		}
		n = len(all)
	}
	if err == nil {
		err = w.Flush()
	}
	return n, err
}
