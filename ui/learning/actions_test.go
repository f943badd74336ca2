package learning_test

import (
	"testing"

	"leerbalie/model/journal"
	"leerbalie/model/learning"
	learningscreen "leerbalie/ui/learning"
	"leerbalie/ui/uitest"
)

// TestEveryActionDoesSomethingWhereItIsOffered tries all that can be done with checklists, by a teacher, by a student and by
// who only leads.
func TestEveryActionDoesSomethingWhereItIsOffered(t *testing.T) {
	as := func(who func(*school) journal.ID, press ...string) func() *uitest.Desk {
		return func() *uitest.Desk {
			d, _ := wide(t, who)
			d.Press(press...)
			return d
		}
	}
	uitest.TryActions(t, learningscreen.Keys(),
		uitest.Place{Name: "a class", Open: as(theoAfter, "<right>")},
		uitest.Place{Name: "those without evidence", Open: as(theoAfter, "z")},
		uitest.Place{Name: "judging", Open: as(theo, "b", "v", "<up>")},
		uitest.Place{Name: "the reason", Open: as(theo, "b", "<tab>")},
		uitest.Place{Name: "a student's list", Open: as(theoAfter, "<end>", "<enter>")},
		uitest.Place{Name: "a student's evidence", Open: as(theoAfter, "<end>", "<enter>", "<right>")},
		uitest.Place{Name: "the growth", Open: as(theoAfter, "<end>", "<enter>", "<left>", "<left>")},
		uitest.Place{Name: "the decisions", Open: as(theoAfter, "<end>", "<enter>", "<left>")},
		uitest.Place{Name: "a decision", Open: as(theoAfter, "<end>", "<enter>", "<left>", "<enter>")},
		uitest.Place{Name: "a piece of evidence", Open: as(tine, "<end>", "<enter>", "<right>", "<enter>")},
		uitest.Place{Name: "a piece that was talked about", Open: as(talked, "<right>", "<enter>")},
		uitest.Place{Name: "what another thought", Open: as(theoFirst, "<end>", "<enter>", "<right>", "<enter>")},
		uitest.Place{Name: "agreement", Open: as(theoAfter, "A")},
		uitest.Place{Name: "what to talk over", Open: as(theoAfter, "A", "<right>")},
		uitest.Place{Name: "the own list", Open: as(noor)},
		uitest.Place{Name: "the own evidence", Open: as(noor, "<right>")},
		uitest.Place{Name: "a piece of the own evidence", Open: as(noor, "<right>", "<enter>")},
		uitest.Place{Name: "a class, for who leads", Open: as(func(s *school) journal.ID { return s.founder })},
	)
}

// theoFirst acts as the other teacher after Theo has judged a piece that she has not.
func theoFirst(s *school) journal.ID {
	leaves := s.hbo.Tree().Leaves(s.hbo.Tree().Columns()[0])
	for _, e := range []journal.ID{s.first, s.second} {
		s.do(s.desk.As(s.theo), learning.Assess{Student: s.noor, Evidence: e, Given: []learning.Given{{Node: leaves[0], Level: 1}}})
	}
	return s.tine
}
