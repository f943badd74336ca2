package placement

import (
	"strings"
	"time"

	"leerbalie/model"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/model/together"
)

// Write writes down an agreement, a visit or an evaluation of a placement.
type Write struct {
	ID   journal.ID
	Kind journal.ItemKind // ItemAgreement, ItemVisit or ItemEvaluation
	Day  time.Time        // zero: today
	Text string
	From string // of an evaluation: from whom it is
}

// Name is the code of the words for this action.
func (a Write) Name() string {
	switch a.Kind {
	case ItemVisit:
		return "act-placement-visit"
	case ItemEvaluation:
		return "act-placement-evaluate"
	}
	return "act-placement-agree"
}

// Do writes it. Errors: NotFound; Invalid for no text, too much of it, and a day that has not come yet; Refused for who may not.
func (a Write) Do(d *model.Doing) error {
	p, _, err := found(d, a.ID, func(s Sight) bool { return s.Note })
	if err != nil {
		return err
	}
	if a.Kind != ItemAgreement && a.Kind != ItemVisit && a.Kind != ItemEvaluation {
		return fault.New(fault.Internal, "unknown-kind", "kind", a.Kind)
	}
	if err := model.Required(&a.Text, "placement-text"); err != nil {
		return err
	}
	a.From = strings.TrimSpace(a.From)
	if err := together.Short(mostProse, "placement-text", a.Text, "placement-from-whom", a.From); err != nil {
		return err
	}
	if a.Day.IsZero() {
		if a.Day, err = d.Today(); err != nil {
			return err
		}
	}
	if err := d.Happened(a.Day, "date"); err != nil {
		return err
	}
	return d.Granted(model.Grant{Dossiers: p.Group}, func() error {
		_, err := d.Add(KindPlacement, p.ID, p.Group, a.Kind, journal.Fields{noteText.Is(journal.Text(a.Text)), noteDay.Is(journal.Int(journal.DayNumber(a.Day))), noteFrom.Is(journal.Text(a.From))})
		return err
	})
}
