package desk

import (
	"testing"
	"time"

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/model/journal"
	"leerbalie/ui/desk/column"
	"leerbalie/ui/desk/offers"
	"leerbalie/ui/desk/wording"
	"leerbalie/ui/presence"
	"leerbalie/ui/screen"
	"leerbalie/ui/text"
)

// TestARowSaysAllItsStates: what a row draws as a sign, a colour or an abbreviation is said by its word, and in every column, whatever the
// width; what matters most comes first.
func TestARowSaysAllItsStates(t *testing.T) {
	now := time.Date(2026, 11, 21, 13, 30, 0, 0, time.UTC)
	me, noor, ali, id := journal.ID{1}, journal.ID{2}, journal.ID{3}, journal.ID{9}
	waits := desk.RequestRow{ID: id, Number: "ZW-0007", Summary: "Stroom gaat eraf", Urgency: model.UrgencyToday, Status: desk.StatusWaiting, Created: now.Add(-3 * time.Hour),
		Theme: "poverty", Due: now.Add(-30 * time.Minute), Contested: true, Minutes: 45}
	taken := desk.RequestRow{ID: journal.ID{8}, Number: "ZW-0008", Urgency: model.UrgencyNow, Status: desk.StatusClaimed, Created: now.Add(-time.Minute),
		Holder: []journal.ID{noor, me}, HolderNames: []string{"Noor Visser", "Samira Bouali"}, Theme: "digital"}
	done := desk.RequestRow{ID: journal.ID{7}, Number: "ZW-0009", Summary: "Taalles", Urgency: model.UrgencyNow, Status: desk.StatusClosed, Created: now.Add(-72 * time.Hour),
		ClosedAt: now.Add(-time.Hour), Outcome: "handled-directly", Theme: "literacy", Due: now.Add(-time.Hour)}
	shown := append(column.Standard(desk.ViewWaiting), column.Minutes, column.Outcome)
	for lang, want := range map[text.Lang][3]string{
		"nl": {
			"ZW-0007, Stroom gaat eraf, vandaag, wacht 3 uur, Thema: armoede, Minuten: 45, wacht te lang, te laat sinds 13:00, los van elkaar geschreven, Ali Y. typt, Noor V. leest mee, gemerkt",
			"ZW-0008, (gewist), nu, bezig, Wacht: 1 minuut, Thema: computer en internet, Wie: jij+Noor",
			"ZW-0009, Taalles, klaar, Thema: taal, Hoe het afliep: direct geholpen, te laat sinds 12:30",
		},
		"en": {
			"ZW-0007, Stroom gaat eraf, today, waiting 3 hours, Theme: poverty, Minutes: 45, waits too long, late since 13:00, written apart from each other, Ali Y. is typing, Noor V. is reading this too, marked",
			"ZW-0008, (erased), now, being helped, Waits: 1 minute, Theme: computer and internet, Who: you+Noor",
			"ZW-0009, Taalles, done, Theme: language and reading, How it ended: handled directly, late since 12:30",
		},
	} {
		q := &Queue{wording: &wording.Wording{Now: now}}
		q.Env = screen.Env{Words: text.All().For(lang), Zone: time.UTC, Now: func() time.Time { return now }, User: model.Person{ID: me},
			Site: model.Site{Ages: []model.AgeLimit{{Long: 30, TooLong: 90}}}}
		q.wording.Env = &q.Env
		q.wording.Others = []presence.Present{{Who: noor, Name: "Noor Visser", Request: id}, {Who: ali, Name: "Ali Yildiz", Request: id, Typing: true}}
		q.offers = offers.New(q.wording)
		for i, got := range []string{q.saidRow(&waits, shown, true), q.saidRow(&taken, shown, false), q.saidRow(&done, shown, false)} {
			if got != want[i] {
				t.Errorf("%s says\n%s\nwant\n%s", lang, got, want[i])
			}
		}
	}
}
