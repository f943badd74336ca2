package placement_test

import (
	"fmt"
	"testing"
	"time"

	"leerbalie/model"
	"leerbalie/model/journal"
	"leerbalie/model/partner"
	"leerbalie/model/placement"
)

// due is what is due of somebody on a day, as lines.
func due(t *testing.T, s *model.Session, on time.Time) (out []string) {
	t.Helper()
	all, err := placement.ReadDue(t.Context(), s, on)
	must(t, err)
	for _, d := range all {
		out = append(out, fmt.Sprintf("%s %s %s", d.What, d.Student, d.Day.Format("01-02")))
	}
	return out
}

// TestWhatIsDueAboutAPlacement: each of it from its first day to its last, of whom it is, and of nobody once it was done.
func TestWhatIsDueAboutAPlacement(t *testing.T) {
	h := open(t, 1, 2)
	lead := h.lead[0]
	person := func(name string) *model.Session {
		r, err := lead.Do(t.Context(), model.AddPerson{Person: model.Person{Name: name, Roles: []model.Role{model.RoleDesk}, Site: lead.Site()}})
		must(t, err)
		s, err := model.Enter(t.Context(), h.stores[0], r.Entity)
		must(t, err)
		return s
	}
	guide, school, desk := person("Piet"), person("Sara"), person("Balie")
	r, err := lead.Do(t.Context(), placement.Add{Placement: placement.Placement{Student: h.pupils[0], Partner: h.farm, From: week(1), To: week(11), Guide: guide.Me().ID, School: school.Me().ID}})
	must(t, err)
	is := func(who string, s *model.Session, on time.Time, want ...string) {
		t.Helper()
		if got := due(t, s, on); fmt.Sprintf("%q", got) != fmt.Sprintf("%q", want) {
			t.Errorf("%s on %s: %q, want %q", who, on.Format(time.DateOnly), got, want)
		}
	}
	kick, visit, evaluate, next := "kickoff Student 0 01-11", "visit Student 0 02-08", "evaluation Student 0 03-22", "next Student 0 03-22"
	is("school", school, week(1).AddDate(0, 0, -1))
	is("school", school, week(1), kick)
	is("school", school, week(5).AddDate(0, 0, -1), kick)
	is("school", school, week(5), kick, visit)
	is("guide", guide, week(5), kick)
	is("lead", lead, week(5))
	is("desk", desk, week(9))
	is("school", school, week(9), kick, visit, evaluate, next)
	is("guide", guide, week(9), kick, evaluate)
	is("lead", lead, week(9), next)
	is("school", school, week(12), evaluate)
	is("school", school, week(20))

	for _, kind := range []journal.ItemKind{placement.ItemVisit, placement.ItemEvaluation} {
		_, err := school.Do(t.Context(), placement.Write{ID: r.Entity, Kind: kind, Text: "gaat goed"})
		must(t, err)
	}
	is("school", school, week(9), kick, next)

	_, err = lead.Do(t.Context(), partner.SetState{ID: h.farm, State: partner.Ended, Told: true})
	must(t, err)
	is("lead", lead, week(9), "partner Student 0 03-08", next)
	is("lead", lead, week(12))
}
