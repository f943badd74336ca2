package mine_test

import (
	"testing"
	"time"

	"leerbalie/model"
	"leerbalie/model/goal"
	"leerbalie/model/journal"
	"leerbalie/model/meeting"
	"leerbalie/ui/community/mine"
	"leerbalie/ui/screen"
	"leerbalie/ui/uitest"
)

func late(d *uitest.Desk, session *model.Session) journal.ID {
	me := session.Me().ID
	if _, err := session.DoQuietly(d.T.Context(), goal.Add{Goal: goal.Goal{Title: "Iedereen vindt het taalcafé", Owner: me, By: uitest.Start().AddDate(0, 0, -3)}}); err != nil {
		d.T.Fatal(err)
	}
	return me
}

func invited(d *uitest.Desk, session *model.Session) journal.ID {
	me := session.Me().ID
	if _, err := session.DoQuietly(d.T.Context(), meeting.Add{Meeting: meeting.Meeting{Title: "Weekstart", Site: session.Site(), Day: uitest.Start().AddDate(0, 0, 1).Truncate(24 * time.Hour), Expected: []journal.ID{me}}}); err != nil {
		d.T.Fatal(err)
	}
	return me
}

func open(t testing.TB, act func(*uitest.Desk, *model.Session) journal.ID) *uitest.Desk {
	d := uitest.Open(t, uitest.Options{Lang: "nl", Size: screen.Size{Width: 120, Height: 40}, Act: act})
	d.Page("mine")
	return d
}

// TestWhatIsDoneAsksNoMore: the page lives, and is searched as one types.
func TestWhatIsDoneAsksNoMore(t *testing.T) {
	d := open(t, late)
	d.Shows("taalcafé", "jouw doel is te laat: het moest klaar zijn op wo", "1 vraagt jou")
	d.Press("/", "xyz")
	d.Hides("taalcafé")
	d.Press("<esc>", "<esc>")
	all, err := goal.All(t.Context(), d.Session)
	if err != nil {
		t.Fatal(err)
	}
	g := all[0]
	g.State = goal.Reached
	d.Do(d.Session, goal.Edit{Goal: g})
	d.Shows("Er is niets van de gemeenschap dat op jou wacht. Kies met . een")
}

// TestTheReportIsRead and can be kept from there.
func TestTheReportIsRead(t *testing.T) {
	d := open(t, late)
	d.Press("e")
	d.Shows("De gemeenschap van 22-05-2026 tot en met 21-11-2026", "Doelen die lopen")
	d.Press("<esc>")
	d.Shows("taalcafé")
}

func TestEveryActionDoesSomethingWhereItIsOffered(t *testing.T) {
	uitest.TryActions(t, mine.Keys(),
		uitest.Place{Name: "a late goal", Open: func() *uitest.Desk { return open(t, late) }},
		uitest.Place{Name: "searched", Open: func() *uitest.Desk { d := open(t, late); d.Press("/", "taal", "<enter>"); return d }},
		uitest.Place{Name: "an invitation", Open: func() *uitest.Desk { return open(t, invited) }},
	)
}
