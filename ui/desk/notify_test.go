package desk_test

import (
	"testing"

	"leerbalie/model/notification"
	"leerbalie/ui/screen"
	"leerbalie/ui/text"
	"leerbalie/ui/uitest"
)

// notifications are those of the request that the cursor is on at the beginning.
func notifications(t *testing.T, d *uitest.Desk) []notification.Notification {
	t.Helper()
	all, err := notification.ReadOf(t.Context(), d.Session, d.Requests[2])
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// TestAFormalNotification is made by one key and Enter, noted further by the same key, late in red and with a word, and taken back.
func TestAFormalNotification(t *testing.T) {
	d := uitest.Open(t, uitest.Options{Lang: "nl", Fill: true, Size: screen.Size{Width: 120, Height: 40}})
	in := func(days int) string { return text.Day(d.Env.Today().AddDate(0, 0, days)) }
	d.Press("W", "nonsens", "<ctrl+s>")
	d.Shows("Deze dag is niet te lezen.", "7 dagen voor een eigen plan")
	d.Press("<ctrl+u>", "<ctrl+s>")
	d.Shows("De melding staat bij ZW-0003.", "Wmo-melding "+in(0), in(7), in(42))
	d.Press("W")
	d.Shows("Eigen plan is ingeleverd", "Onderzoek is klaar", "Melding gaat niet door")
	d.Hides("Aanvraag is gedaan", "Besluit is genomen", "Hulp met spoed")
	d.Press("onderzoek", "<enter>", in(1), "<ctrl+s>")
	d.Shows("dat moment is nog niet geweest")
	d.Press("<esc>", "W", "onderzoek", "<enter>", "<ctrl+s>")
	d.Shows("wacht op")
	d.Press("W", "aanvraag", "<enter>", "<ctrl+s>")
	d.Shows("besluit", in(14))
	d.Press("u")
	d.Shows("wacht op")
	d.Press("<ctrl+r>", "W", "besluit", "<enter>", "<ctrl+s>")
	d.Shows("het besluit")
	if n := notifications(t, d)[0]; n.Running() || n.Decided.IsZero() || n.By != d.Session.Me().ID {
		t.Errorf("%+v", n)
	}
	d.Press("W", "nieuwe", "<enter>", in(-9), "<ctrl+s>")
	if all := notifications(t, d); len(all) != 2 {
		t.Errorf("%+v", all)
	}
}

// TestNotificationsLookWell: the form, a term that is over, and the steps to choose from.
func TestNotificationsLookWell(t *testing.T) {
	for _, lang := range []text.Lang{"nl", "en"} {
		for _, size := range []screen.Size{{Width: 80, Height: 24}, {Width: 120, Height: 40}, {Width: 60, Height: 15}} {
			d := uitest.Open(t, uitest.Options{Lang: lang, Fill: true, Size: size})
			d.Press("W")
			d.Picture("notify/form", lang)
			d.Press("<esc>")
			d.Do(d.Session, notification.Report{Request: d.Requests[2], Urgent: true, Day: d.Env.Today().AddDate(0, 0, -50)})
			d.Press("<enter>")
			d.Picture("notify/late", lang)
			d.Press("W")
			d.Picture("notify/steps", lang)
		}
	}
}
