package day_test

import (
	"testing"

	"leerbalie/model"
	"leerbalie/model/goal"
	"leerbalie/model/journal"
	"leerbalie/model/question"
	"leerbalie/ui/say"
	"leerbalie/ui/screen"
	"leerbalie/ui/uitest"
)

// asked is the day of somebody whose goal is late, and to whom a question was put.
func asked(d *uitest.Desk, session *model.Session) journal.ID {
	me, now := session.Me().ID, uitest.Start()
	do(d, session, goal.Add{Goal: goal.Goal{Title: "Iedereen vindt het taalcafé", Owner: me, By: now.AddDate(0, 0, -3)}})
	do(d, d.As(d.Noor), question.Add{Question: question.Question{Title: "Hoe begin je over schulden?", To: []journal.ID{me}}})
	do(d, d.As(d.Noor), question.Add{Question: question.Question{Title: "Wie heeft een beamer?"}})
	return me
}

// TestWhatTheCommunityAsks stands in one group, what asks everybody does not; enter opens screen 6.
func TestWhatTheCommunityAsks(t *testing.T) {
	d := open(t, "nl", wide(), asked, nil)
	d.Shows("Samen", "Iedereen vindt het taalcafé · jouw doel is te laat", "Hoe begin je over schulden? · vraag van Noor Visser aan jou")
	d.Hides("beamer")
	d.HearsOne(say.Row, "> Samen, Iedereen vindt het taalcafé, jouw doel is te laat: het moest klaar zijn op wo 18-11")
	for _, size := range []screen.Size{{Width: 80, Height: 24}, {Width: 60, Height: 15}} {
		open(t, "nl", size, asked, nil).Picture("together", "nl")
		open(t, "en", size, asked, nil).Picture("together", "en")
	}
	d.Press("<enter>")
	d.Hides("Mijn dag · ")
}
