package exchange

import (
	"strings"

	"leerbalie/model/journal"
	"leerbalie/model/plain"
	"leerbalie/store/exchange/open311"
	"leerbalie/store/exchange/tabular"
)

// who reads who asked, who helped, and to whom it was handed over.
func (s *tableSource) who(e *entry, row tabular.Row) error {
	note := func(text string) { e.memos = append(e.memos, open311.Note{At: e.request.Created, Text: text}) }
	name, number := plain.Harmless(s.cell(row, resident)), plain.Harmless(s.cell(row, phone))
	noted := ""
	if digits := strings.Trim(number, "0123456789"); digits == "" && len(number) == 9 && number[0] == '6' { // a spreadsheet ate the zero
		number = "0" + number
	}
	if s.people != nil && !unsaid(name) {
		a, err := s.people.resident(name, number)
		if err != nil {
			return err
		}
		e.asker, e.fresh = &a.Resident, a.fresh
		if a.fresh {
			e.tell("import.residents-new", a.ID.String())
		}
		if !a.fresh || a.named {
			e.tell("import.residents-known", "")
		}
		a.named = true
		if normalPhone(number) == "" || normalPhone(number) != a.phone {
			noted = number
		}
	} else {
		noted = number
	}
	if noted != "" && !unsaid(noted) && strings.Trim(noted, "-–?") != "" {
		note(s.labelled(phone, noted))
		e.tell("import.phone-noted", "")
	}
	if text := s.cell(row, staff); s.people != nil && !unsaid(text) {
		ids, unknown := s.people.helpers(plain.Harmless(text))
		if e.staff = ids; len(unknown) > 0 {
			for _, name := range unknown {
				e.tell("import.staff-unknown", name)
			}
			e.staff = append(e.staff, make([]journal.ID, len(unknown))...) // their part of the minutes is nobody's
		}
		if len(unknown) > 0 || len(ids) > 0 && e.minutes == 0 {
			note(s.labelled(staff, text))
		}
		if len(e.staff) > 1 && e.minutes > 0 {
			e.tell("import.minutes-shared", "")
		}
	}
	if text := s.cell(row, referral); text != "" {
		if yes, said := yesNo(text); !said && !unsaid(text) {
			e.referral = text
		} else if yes {
			note(s.labelled(referral, text))
		}
	}
	if text := s.cell(row, remarks); text != "" && strings.Trim(text, "-–?") != "" {
		note(text)
	}
	return nil
}

// yesNo reads a cell that is ticked, or not.
func yesNo(text string) (yes, said bool) {
	switch plain.FoldText(text) {
	case "ja", "yes", "true", "waar", "x", "1", "j", "y", "ok", "klaar", "afgehandeld", "gedaan", "done", "v":
		return true, true
	case "nee", "no", "false", "onwaar", "0", "n", "nog niet", "neen", "open", "not yet":
		return false, true
	case "":
		switch strings.TrimSpace(text) {
		case "✓", "✔", "☑", "✅", "√":
			return true, true
		case "-", "–", "☐", "✗", "✘", "?":
			return false, true
		}
	}
	return false, false
}
