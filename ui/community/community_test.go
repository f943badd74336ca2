package community_test

import (
	"testing"

	"leerbalie/model"
	asks "leerbalie/model/community"
	"leerbalie/model/goal"
	"leerbalie/model/journal"
	"leerbalie/model/meeting"
	"leerbalie/model/partner"
	"leerbalie/model/question"
	"leerbalie/model/upward"
	"leerbalie/ui/community"
	"leerbalie/ui/say"
	"leerbalie/ui/screen"
	"leerbalie/ui/text"
	"leerbalie/ui/uitest"
)

// asked is somebody with a late goal, a question, and a meeting to answer.
func asked(d *uitest.Desk, session *model.Session) journal.ID {
	me, now := session.Me().ID, uitest.Start()
	noor := d.As(d.Noor)
	day := now.UTC().Truncate(24 * 60 * 60 * 1e9)
	for _, a := range []model.Action{
		goal.Add{Goal: goal.Goal{Title: "Iedereen vindt het taalcafé", Owner: me, By: day.AddDate(0, 0, -3)}},
		question.Add{Question: question.Question{Title: "Hoe begin je een gesprek over schulden?", To: []journal.ID{me}}},
		meeting.Add{Meeting: meeting.Meeting{Title: "Weekstart", Site: session.Site(), Day: day.AddDate(0, 0, 2), Expected: []journal.ID{me}}},
	} {
		if _, err := noor.DoQuietly(d.T.Context(), a); err != nil {
			d.T.Fatal(err)
		}
	}
	return me
}

func quiet(_ *uitest.Desk, session *model.Session) journal.ID { return session.Me().ID }

func student(d *uitest.Desk, _ *model.Session) journal.ID { return d.Ali }

func open(t testing.TB, lang text.Lang, size screen.Size, act func(*uitest.Desk, *model.Session) journal.ID) *uitest.Desk {
	t.Helper()
	d := uitest.Open(t, uitest.Options{Lang: lang, Size: size, Act: act})
	d.Press("6")
	return d
}

func small() screen.Size { return screen.Size{Width: 80, Height: 24} }

// TestPictures at the sizes that people have, in both languages.
func TestPictures(t *testing.T) {
	for _, lang := range []text.Lang{"nl", "en"} {
		for _, size := range []screen.Size{small(), {Width: 120, Height: 40}, {Width: 60, Height: 15}} {
			open(t, lang, size, quiet).Picture("quiet", lang)
			d := open(t, lang, size, asked)
			d.Picture("asked", lang)
			d.Press(".")
			d.Picture("choosing", lang)
		}
	}
}

// TestWhatAsksOpensItsPage: enter goes to the page on which it stands.
func TestWhatAsksOpensItsPage(t *testing.T) {
	d := open(t, "nl", small(), asked)
	d.Shows("Voor mij", "Iedereen vindt het taalcafé", "doel te laat")
	d.HearsOne(say.Row, "Weekstart, overleg ma 23-11: kom je?")
	d.Press("<end>", "<enter>")
	d.Shows("[Overleg]", "Weekstart")
}

// TestPagesAreTurned and turned back, around the end, and what one looks at on a page stays as it was left.
func TestPagesAreTurned(t *testing.T) {
	d := open(t, "nl", small(), asked)
	first := d.Frame()
	d.Press("<tab>")
	d.Hides("doel te laat")
	d.Press("<shift+tab>")
	if d.Frame() != first {
		t.Errorf("back it is\n%s\nwas\n%s", d.Frame(), first)
	}
	d.Press("<shift+tab>")
	d.Shows("Aandacht")
	d.Press("<tab>")
	d.Shows("doel te laat")
}

// TestAPageIsChosen by letters of its name; esc leaves all as it was.
func TestAPageIsChosen(t *testing.T) {
	d := open(t, "nl", small(), quiet)
	d.Press(".", "uren", "<enter>")
	d.Shows("[Uren]")
	d.Press(".", "<esc>")
	d.Shows("[Uren]")
	d.Press(".", "zzz")
	d.Hides("[Overleg]")
	d.Press("<enter>", "<esc>", "<esc>")
	d.Shows("[Uren]")
}

// TestAnotherScreenOpensAPage: at what it names; a page that there is not, or that is for others, leaves what shows.
func TestAnotherScreenOpensAPage(t *testing.T) {
	at := func(d *uitest.Desk, page string, with any) {
		d.Send(screen.Open{Name: screen.Community, With: screen.AtPage{Page: page, With: with}})
	}
	d := open(t, "nl", small(), student)
	at(d, "hours", nil)
	d.Shows("[Uren]")
	at(d, "attention", nil)
	d.Shows("[Uren]")
	at(d, "nothing", journal.ID{1})
	d.Shows("[Uren]")
	at(d, "mine", journal.ID{1}) // which asks no more
	d.Shows("[Voor mij]")
}

// TestWhoHasAPage: students have no page of who needs attention; somebody else who sits down leaves it.
func TestWhoHasAPage(t *testing.T) {
	d := open(t, "nl", small(), student)
	d.Press(".", "aandacht")
	d.Hides("Aandacht")
	d = open(t, "nl", small(), quiet)
	d.Press("<shift+tab>")
	d.Shows("[Aandacht]")
	env := d.Env
	env.Session = d.As(d.Ali)
	env.User = env.Session.Me()
	c := community.New(d.Env)
	c.Init()
	c, _ = c.Update(screen.AtPage{Page: "attention"})
	if head := c.Head(screen.Size{Width: 60, Height: 15}); head.Left == "" {
		t.Fatal("no head")
	}
	c, _ = c.Update(screen.Renewed{Env: env})
	if said := c.Said(); len(said) == 0 || said[0].Text != "Voor mij, bladzijde 1 van "+of(env) {
		t.Errorf("it says %+v", said)
	}
}

func of(env screen.Env) string {
	c := community.New(env)
	c.Init()
	text := c.Said()[0].Text
	return text[len("Voor mij, bladzijde 1 van "):]
}

// TestWhatAsksHasAPage: each page that something which asks stands on is there.
func TestWhatAsksHasAPage(t *testing.T) {
	for _, kind := range []journal.Kind{goal.KindGoal, question.KindQuestion, upward.KindSignal, partner.KindPartner, meeting.KindMeeting} {
		a := asks.Asks{Kind: kind}
		d := open(t, "nl", small(), quiet)
		before := d.Frame()
		d.Page(a.Page())
		if d.Frame() == before {
			t.Errorf("there is no page %s", a.Page())
		}
	}
}
