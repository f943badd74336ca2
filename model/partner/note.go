package partner

import (
	"strings"
	"time"

	"leerbalie/model"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/model/together"
)

// The kinds of item of a partner. Numbers are on disk and never reused.
const (
	ItemAgreement  journal.ItemKind = 121
	ItemVisit      journal.ItemKind = 122 // to the partner
	ItemKickOff    journal.ItemKind = 123 // with what each expects of the other
	ItemEvaluation journal.ItemKind = 124
)

// The fields of these items. Numbers are on disk and never reused.
const (
	noteText journal.Field = 3
	noteDay  journal.Field = 4 // days since 1970
	noteFrom journal.Field = 5
)

// Note is something that was written down of a partner.
type Note struct {
	Kind journal.ItemKind
	Day  time.Time
	Text string
	From string     // of an evaluation: from whom it is
	By   journal.ID // who wrote it down
	At   time.Time
}

// NoteKinds are those that can be written, in the order in which they come up.
func NoteKinds() []journal.ItemKind {
	return []journal.ItemKind{ItemAgreement, ItemKickOff, ItemVisit, ItemEvaluation}
}

// SaidKind is the name of a kind of note in scripts.
func SaidKind(k journal.ItemKind) string {
	for _, it := range itemKinds() {
		if it.Kind == k {
			return it.Said
		}
	}
	return ""
}

// itemKinds are what stands on a partner. Whoever may alter it, its guides among them, writes it; a visit is noted by any member.
func itemKinds() []together.ItemKind[Partner] {
	return []together.ItemKind[Partner]{
		{Kind: ItemAgreement, Said: "partner-agreement"}, {Kind: ItemVisit, Said: "partner-visit", May: together.Anybody[Partner]},
		{Kind: ItemKickOff, Said: "partner-kickoff"}, {Kind: ItemEvaluation, Said: "partner-evaluation"},
	}
}

func take(p *Partner, items []journal.Item) {
	for _, it := range items {
		if SaidKind(it.Kind) == "" {
			continue
		}
		f := it.Fields
		p.Notes = append(p.Notes, Note{it.Kind, journal.CalendarDay(f.Get(noteDay).Int()), f.Get(noteText).Text(), f.Get(noteFrom).Text(), it.Actor, journal.Moment(it.Wall)})
	}
}

// NotesOf are those of a kind.
func (p *Partner) NotesOf(k journal.ItemKind) (out []Note) {
	for _, n := range p.Notes {
		if n.Kind == k {
			out = append(out, n)
		}
	}
	return out
}

// Write writes something down of a partner.
type Write struct {
	ID   journal.ID
	Note Note // Kind, Day (zero: today), Text, From
}

// Name is the code of the words for this action.
func (a Write) Name() string {
	switch a.Note.Kind {
	case ItemVisit:
		return "act-partner-visit"
	case ItemKickOff:
		return "act-partner-kickoff"
	case ItemEvaluation:
		return "act-partner-evaluate"
	}
	return "act-partner-agree"
}

// Do writes it. Errors: NotFound; Invalid for no text, too much of it, and a day that cannot be; Refused for what is somebody else's.
func (a Write) Do(d *model.Doing) error {
	p, err := partners.Found(d, a.ID)
	if err != nil {
		return err
	}
	n := a.Note
	if err := model.Required(&n.Text, "partner-text"); err != nil {
		return err
	}
	n.From = strings.TrimSpace(n.From)
	if err := together.Short(mostProse, "partner-text", n.Text, "partner-from-whom", n.From); err != nil {
		return err
	}
	if n.Day.IsZero() {
		if n.Day, err = d.Today(); err != nil {
			return err
		}
	}
	if n.Kind == ItemVisit || n.Kind == ItemEvaluation {
		err = d.Happened(n.Day, "date")
	} else {
		err = d.Planned(n.Day, "date")
	}
	if err == nil && SaidKind(n.Kind) == "" {
		err = fault.New(fault.Internal, "unknown-kind", "kind", n.Kind)
	}
	if err != nil {
		return err
	}
	_, err = partners.Note(d, &p, n.Kind, journal.Fields{noteText.Is(journal.Text(n.Text)), noteDay.Is(journal.Int(journal.DayNumber(n.Day))), noteFrom.Is(journal.Text(n.From))})
	return err
}
