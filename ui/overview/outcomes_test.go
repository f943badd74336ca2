package overview_test

import (
	"context"
	"fmt"
	"testing"

	"leerbalie/model"
	"leerbalie/model/journal"
	"leerbalie/model/outcome"
	"leerbalie/ui/say"
	"leerbalie/ui/screen"
	"leerbalie/ui/text"
	"leerbalie/ui/uitest"
)

// graduates are twelve students of one cohort who are done, five of another of whom one is still here, and a figure to compare with.
func graduates(d *uitest.Desk, session *model.Session) journal.ID {
	do := func(a model.Action) journal.ID {
		r, err := session.DoQuietly(context.Background(), a)
		if err != nil {
			d.T.Fatal(err)
		}
		return r.Entity
	}
	now := uitest.Start()
	for i := range 17 {
		study := model.Study{Cohort: "2024", Start: now.AddDate(-1, 0, 0), End: now.AddDate(0, 0, -9)}
		if i > 11 {
			study.Cohort = "2025"
		}
		if i == 16 {
			study.End = now.AddDate(0, 1, 0)
		}
		of := do(model.AddPerson{Person: model.Person{Name: fmt.Sprint("Student ", i), Roles: []model.Role{model.RoleStudent}, Site: session.Site(), Study: study}})
		if i%3 > 0 && i < 16 {
			do(outcome.Add{Student: of, Kind: outcome.Qualification, Day: now.AddDate(0, 0, -9)})
		}
		if i == 5 || i == 16 {
			do(outcome.Add{Student: of, Kind: outcome.Modules, Day: now.AddDate(0, 0, -3)})
		}
	}
	do(outcome.Compare{Comparison: outcome.Comparison{Outcome: outcome.Qualification, Rate: 6750, Source: "Voorbeeld, geen echt cijfer", Year: 2025}})
	return session.Me().ID
}

// TestWhatBecameOfStudents: counted by cohort, exact, without a share of a few; a figure is laid beside it with its source, or refused without one.
func TestWhatBecameOfStudents(t *testing.T) {
	d := open(t, "nl", wide(), graduates, nil)
	d.Press("<tab>", "<tab>", "<tab>")
	d.Shows("[Uitkomsten]", "alle cohorten", "10 van 16", "67,5% (Voorbeeld, geen echt cijfer, 2025)", "16 studenten die hier klaar zijn", "2 studenten zijn nog bezig", "2 van 18")
	d.HearsOne(say.Text, "Uitkomst: startkwalificatie, Aantal: 10 van 16, Deel: 62%, 95% tussen: 39% en 82%, Ter vergelijking: 67,5% (Voorbeeld, geen echt cijfer, 2025)")
	d.Press("<left>")
	d.Shows("cohort 2025", "2 van 4", "minder dan 10 studenten")
	d.Hides("50%")
	d.Press("<left>")
	d.Shows("cohort 2024", "8 van 12", "67%", "39% en 86%")
	d.Press("<right>", "<right>")
	d.Shows("alle cohorten")
	d.Press("c", "<tab>", "70", "<tab>", "<tab>", "2025", "<ctrl+s>")
	d.Shows("Er ontbreekt een bron")
	d.Press("<shift+tab>", "Jaarverslag", "<ctrl+s>")
	d.Shows("70% (Jaarverslag, 2025)")
	d.Press("u")
	d.Shows("67,5% (Voorbeeld")
	d.Press("x", "<enter>")
	d.Hides("67,5%")
	d.Press("o")
	d.Shows("Uitkomsten van alle cohorten samen", "10 van 16", "<5 van 18")
}

// TestOutcomesAreSeen at the sizes that people have.
func TestOutcomesAreSeen(t *testing.T) {
	for _, lang := range []text.Lang{"nl", "en"} {
		for _, size := range []screen.Size{{Width: 80, Height: 24}, {Width: 60, Height: 15}} {
			d := open(t, lang, size, graduates, nil)
			d.Press("<tab>", "<tab>", "<tab>")
			d.Picture("outcomes", lang)
		}
	}
}

// TestOwnGroupsOnly: a teacher counts the students of the own groups, and is told who lays figures beside them; a student has no such page.
func TestOwnGroupsOnly(t *testing.T) {
	d := open(t, "nl", wide(), func(d *uitest.Desk, session *model.Session) journal.ID {
		graduates(d, session)
		return teacher(d, session)
	}, nil)
	d.Press("<tab>", "<tab>", "<tab>")
	d.Shows("[Uitkomsten]", "nog niemand klaar")
	d.Press("c")
	d.Hides("Cijfer om mee")
	d = open(t, "nl", wide(), func(d *uitest.Desk, session *model.Session) journal.ID { graduates(d, session); return d.Ali }, nil)
	d.Hides("Uitkomsten")
}
