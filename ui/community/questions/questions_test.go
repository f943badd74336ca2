package questions_test

import (
	"testing"

	"leerbalie/model"
	"leerbalie/model/journal"
	"leerbalie/model/question"
	"leerbalie/ui/community/questions"
	"leerbalie/ui/screen"
	"leerbalie/ui/text"
	"leerbalie/ui/uitest"
)

func do(d *uitest.Desk, s *model.Session, a model.Action) model.Receipt {
	d.T.Helper()
	r, err := s.DoQuietly(d.T.Context(), a)
	if err != nil {
		d.T.Fatal(err)
	}
	return r
}

// asked is a question to whoever sits there, one that was answered by two, of which one is kept, and one that was closed.
func asked(d *uitest.Desk, s *model.Session) journal.ID {
	noor, me := d.As(d.Noor), s.Me().ID
	do(d, noor, question.Add{Question: question.Question{Title: "Wie opent er zaterdag?", To: []journal.ID{me}}})
	id := do(d, s, question.Add{Question: question.Question{Title: "Hoe begin je een gesprek over schulden?", Details: "Aan de balie, met anderen erbij", Theme: "armoede"}}).Entity
	a := do(d, noor, question.Reply{ID: id, Text: "Vraag eerst of het hier schikt, en bied een ander lokaal aan"}).Created[0]
	do(d, s, question.Reply{ID: id, Text: "Begin bij de brief"})
	do(d, s, question.Accept{ID: id, Answer: a})
	do(d, s, question.Keep{ID: id, Text: "Een gesprek over schulden begint met de vraag of het hier schikt"})
	over := do(d, s, question.Add{Question: question.Question{Title: "Waar ligt de sleutel?"}}).Entity
	do(d, s, question.Close{ID: over})
	do(d, noor, question.Add{Question: question.Question{Title: "Mag ik een keer meekijken?"}})
	return me
}

func none(_ *uitest.Desk, s *model.Session) journal.ID { return s.Me().ID }

func pupil(d *uitest.Desk, s *model.Session) journal.ID {
	asked(d, s)
	return d.Noor
}

func open(t testing.TB, lang text.Lang, size screen.Size, act func(*uitest.Desk, *model.Session) journal.ID, keys ...string) *uitest.Desk {
	t.Helper()
	d := uitest.Open(t, uitest.Options{Lang: lang, Size: size, Act: act})
	d.Page("questions")
	d.Press(keys...)
	return d
}

func wide() screen.Size { return screen.Size{Width: 120, Height: 40} }

func TestPictures(t *testing.T) {
	for _, lang := range []text.Lang{"nl", "en"} {
		for _, size := range []screen.Size{{Width: 80, Height: 24}, wide(), {Width: 60, Height: 15}} {
			open(t, lang, size, none).Picture("none", lang)
			d := open(t, lang, size, asked)
			d.Picture("list", lang)
			d.Press("/", "ander lok", "<enter>", "<enter>")
			d.Picture("question", lang)
			d.Press("b")
			d.Picture("keep", lang)
			d.Press("<esc>", "c")
			d.Picture("course", lang)
		}
	}
}

// TestEveryActionDoesSomethingWhereItIsOffered tries all that can be done with questions.
func TestEveryActionDoesSomethingWhereItIsOffered(t *testing.T) {
	on := func(act func(*uitest.Desk, *model.Session) journal.ID, keys ...string) func() *uitest.Desk {
		return func() *uitest.Desk { return open(t, "nl", wide(), act, keys...) }
	}
	uitest.TryActions(t, questions.Keys(),
		uitest.Place{Name: "no question", Open: on(none)},
		uitest.Place{Name: "the list", Open: on(asked)},
		uitest.Place{Name: "searched", Open: on(asked, "/", "sleutel", "<enter>")},
		uitest.Place{Name: "answers", Open: on(asked, "/", "schulden", "<enter>", "<enter>")},
		uitest.Place{Name: "an own answer", Open: on(asked, "/", "schulden", "<enter>", "<enter>", "<down>")},
		uitest.Place{Name: "something was taken back", Open: on(asked, "/", "schulden", "<enter>", "x", "u")},
		uitest.Place{Name: "a student's", Open: on(pupil, "/", "schulden", "<enter>", "<enter>")},
	)
}

// TestAQuestionIsAnsweredByKeys: asked, answered, corrected and chosen, each with one key and its words.
func TestAQuestionIsAnsweredByKeys(t *testing.T) {
	d := open(t, "nl", screen.Size{Width: 80, Height: 24}, none, "n")
	d.Press("Wie helpt er?", "<ctrl+s>")
	d.Shows("Wie helpt er?", "Open")
	d.Press("a", "Ik", "<ctrl+s>", "<enter>")
	d.Shows("Samira Bouali", "Ik", "beantwoord")
	d.Press("e", " dus", "<ctrl+s>", "+")
	d.Shows("Ik dus", "dit is het antwoord")
	d.Press("c")
	d.Shows("is nog niets bewaard")
	d.Press("b", "Vraag het Samira", "<ctrl+s>", "<esc>")
	d.Shows("Wat we weten")
}
