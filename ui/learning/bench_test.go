package learning_test

import (
	"fmt"
	"testing"

	"leerbalie/model"
	"leerbalie/model/journal"
	"leerbalie/model/learning"
	"leerbalie/model/learning/competence"
	"leerbalie/ui/screen"
	"leerbalie/ui/theme"
	"leerbalie/ui/uitest"
)

// BenchmarkClass is what a teacher waits for with four hundred students on a list of sixty nodes, one of whom has five
// hundred pieces of evidence: a key in the matrix, opening the student with most evidence, and from one judgement to the
// next. Each takes in the frame that follows. What the matrix says is measured by itself.
func BenchmarkClass(b *testing.B) {
	d := uitest.Open(b, uitest.Options{Lang: "nl", Size: screen.Size{Width: 120, Height: 40}, Theme: theme.New(theme.Colours256, true), Act: func(d *uitest.Desk, session *model.Session) journal.ID {
		return crowd(b, d, session)
	}})
	d.Press("3")
	b.Run("row", func(b *testing.B) {
		for i := 0; b.Loop(); i++ {
			d.Press([]string{"<down>", "<up>"}[i/30%2])
		}
	})
	b.Run("column", func(b *testing.B) {
		for i := 0; b.Loop(); i++ {
			d.Press([]string{"<right>", "<left>"}[i/10%2])
		}
	})
	b.Run("said", func(b *testing.B) {
		for b.Loop() {
			d.Said()
		}
	})
	b.Run("student", func(b *testing.B) {
		d.Press("<home>")
		for b.Loop() {
			d.Press("<enter>", "<esc>")
		}
	})
	b.Run("piece", func(b *testing.B) {
		d.Press("<home>", "<enter>", "<right>")
		for i := 0; b.Loop(); i++ {
			d.Press([]string{"<down>", "<up>"}[i/300%2])
		}
		d.Press("<esc>", "<esc>", "<esc>")
	})
	b.Run("next", func(b *testing.B) {
		d.Press("b")
		for b.Loop() {
			d.Press("v", "<ctrl+s>")
		}
	})
}

// crowd makes the class, and says who teaches it.
func crowd(b *testing.B, d *uitest.Desk, session *model.Session) journal.ID {
	do := func(session *model.Session, actions ...model.Action) model.Receipt {
		b.Helper()
		r, err := session.DoQuietly(b.Context(), actions...)
		if err != nil {
			b.Fatal(err)
		}
		return r
	}
	f := competence.Framework{ID: competence.FrameworkID("sixty"), Key: "sixty", Title: "Zestig", Scales: []competence.Scale{competence.BuiltinScale()}}
	for i := range 12 {
		top := competence.Node{ID: competence.NodeID("sixty", fmt.Sprint(i)), Code: fmt.Sprint("C", i), Title: fmt.Sprint("Competentie ", i)}
		f.Nodes = append(f.Nodes, top)
		for j := range 4 {
			code := fmt.Sprintf("C%d.%d", i, j)
			f.Nodes = append(f.Nodes, competence.Node{ID: competence.NodeID("sixty", code), Parent: top.ID, Code: code, Title: "Indicator " + code})
		}
	}
	do(session, learning.SaveFramework{Framework: f})
	group := do(session, model.AddGroup{Group: model.Group{Name: "Klas"}}).Entity
	do(session, learning.SetGroupFrameworks{Group: group, Frameworks: []journal.ID{f.ID}})
	me := do(session, model.AddPerson{Person: model.Person{Name: "Theo", Roles: []model.Role{model.RoleTeacher}, Site: session.Site(), Groups: []journal.ID{group}}}).Entity
	theo := d.As(me)
	for n := range 400 {
		who := do(session, model.AddPerson{Person: model.Person{Name: fmt.Sprintf("Student %03d", n), Roles: []model.Role{model.RoleStudent}, Site: session.Site(), Groups: []journal.ID{group}}}).Entity
		pieces := 8
		if n == 0 {
			pieces = 500
		}
		for p := range pieces {
			made := do(theo, learning.AddEvidence{Student: who, Cleaned: true, Evidence: learning.Evidence{Kind: learning.EvidenceObservation, Title: "gezien",
				Minutes: 60, Nodes: []journal.ID{f.Nodes[5*((n+p)%12)].ID}}})
			if p%4 != 0 {
				do(theo, learning.Assess{Student: who, Evidence: made.Created[0], Given: []learning.Given{{Node: f.Nodes[5*((n+p)%12)+1].ID, Level: p % 3}}, Reason: "zo gezien"})
			}
		}
	}
	return me
}
