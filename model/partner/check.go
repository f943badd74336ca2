package partner

import (
	"slices"
	"strings"

	"leerbalie/model"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/model/level"
	"leerbalie/model/together"
)

// The most of a partner.
const (
	mostName        = 200
	mostProse       = 4000
	mostPlaces      = 1000
	mostSupervision = 5000 * 60 // minutes a week
	mostGuides      = 60
	mostListed      = 40
)

// checkPartner tidies a partner and refuses what cannot be kept. What stood there before stays, also where it is not known any more.
func checkPartner(d *model.Doing, now, was *Partner) error {
	now.Name = strings.Join(strings.Fields(now.Name), " ")
	if err := model.Required(&now.Name, "partner-name"); err != nil {
		return err
	}
	if err := together.Short(mostName, "partner-name", now.Name, "partner-contact", now.Contact, "partner-sector", now.Sector, "partner-source", now.SourceID); err != nil {
		return err
	}
	if err := together.Short(mostProse, "partner-note", now.Note, "partner-terms", now.Terms); err != nil {
		return err
	}
	if now.State == "" {
		now.State = Contact
		if was.State == "" && now.Places > 0 {
			now.State = Agreed
		}
	}
	switch {
	case !slices.Contains(States(), now.State):
		return fault.New(fault.Invalid, "partner-state", "text", string(now.State))
	case now.Places < 0 || now.Places > mostPlaces:
		return fault.New(fault.Invalid, "partner-places", "places", now.Places, "most", mostPlaces)
	case now.Supervision < 0 || now.Supervision > mostSupervision:
		return fault.New(fault.Invalid, "partner-supervision", "hours", now.Supervision/60, "most", mostSupervision/60)
	case !now.From.IsZero() && !now.To.IsZero() && now.To.Before(now.From):
		return fault.New(fault.Invalid, "partner-period", "from", now.From.Format("2006-01-02"), "until", now.To.Format("2006-01-02"))
	}
	if now.State == Agreed && was.State == "" && now.Agreed.IsZero() {
		today, err := d.Today()
		if err != nil {
			return err
		}
		now.Agreed = today
	}
	if !now.From.Equal(was.From) {
		if err := d.Planned(now.From, "partner-from"); err != nil {
			return err
		}
	}
	if !now.To.Equal(was.To) {
		if err := d.Planned(now.To, "partner-to"); err != nil {
			return err
		}
	}
	if err := levels(now, was); err != nil {
		return err
	}
	work := make([]string, len(now.Work))
	for i, w := range now.Work {
		var err error
		if work[i], err = together.Work(w, was.Work...); err != nil {
			return err
		}
	}
	now.Work = tidied(work)
	if len(now.Work) > mostListed {
		return fault.New(fault.Invalid, "together-many", "field", "partner-work", "most", mostListed)
	}
	if err := together.Named(d, "partner-guides", now.Guides, was.Guides, mostGuides); err != nil {
		return err
	}
	return refers(d, now, was)
}

// levels refuses levels that are none.
func levels(now, was *Partner) error {
	now.Levels = slices.Clone(now.Levels)
	for i, l := range now.Levels {
		now.Levels[i] = level.Read(l)
	}
	now.Levels = tidied(now.Levels)
	for _, l := range now.Levels {
		if !slices.Contains(model.Levels(), l) && !slices.Contains(was.Levels, l) {
			return fault.New(fault.Invalid, "partner-level", "text", l, "all", strings.Join(model.Levels(), ", "))
		}
	}
	return nil
}

// tidied is texts without blanks around them, without empty ones, each once.
func tidied(texts []string) (out []string) {
	for _, t := range texts {
		if t = strings.TrimSpace(t); t != "" && !slices.Contains(out, t) {
			out = append(out, t)
		}
	}
	return out
}

// Refers is told to the rooms above where a partner names an organisation of the directory: one that knows the directory refuses what is not there.
type Refers struct{ Organization journal.ID }

// refers refuses a network and an entry of the directory that are not there.
func refers(d *model.Doing, now, was *Partner) error {
	if now.Network != was.Network && !now.Network.IsZero() {
		if _, err := networks.Found(d, now.Network); err != nil {
			return err
		}
	}
	if now.Organization != was.Organization && !now.Organization.IsZero() {
		return d.Tell(Refers{now.Organization})
	}
	return nil
}

// checkNetwork tidies a network and refuses what cannot be kept.
func checkNetwork(_ *model.Doing, now, _ *Network) error {
	now.Name = strings.Join(strings.Fields(now.Name), " ")
	if err := model.Required(&now.Name, "network-name"); err != nil {
		return err
	}
	return together.Short(mostProse, "network-name", now.Name, "network-note", now.Note)
}
