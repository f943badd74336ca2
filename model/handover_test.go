package model_test

import (
	"reflect"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/model/desk/handover"
	"leerbalie/model/desk/mine"
	"leerbalie/model/journal"
)

// standing is what lists, days and messages show of a store, without when something was last done.
func standing(t *rapid.T, sessions []*model.Session, now time.Time) (out []any) {
	for _, s := range sessions {
		day, err := mine.ReadDay(t.Context(), s, mine.DayQuery{Now: now})
		if err != nil {
			t.Fatal(err)
		}
		for i := range day.Promises {
			day.Promises[i].Changed = time.Time{}
		}
		load, err := mine.ReadLoad(t.Context(), s, mine.Away{}, now)
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, day, load)
	}
	page, err := desk.ReadPage(t.Context(), sessions[0], desk.PageQuery{View: desk.ViewAll})
	if err != nil {
		t.Fatal(err)
	}
	return append(out, page)
}

// TestHandingOverAndUndoingIsNothing: whatever stands at a desk, one undo after handing over brings all of it back; what was said to
// go went, what was said to stay stayed, and nothing is lost on the way.
func TestHandingOverAndUndoingIsNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := empty()
		now := time.Now()
		me, err := model.Found(t.Context(), s, model.Founding{Site: "Zuidwest", Code: "ZW", Me: "Sam"})
		if err != nil {
			t.Fatal(err)
		}
		sam, err := model.Enter(t.Context(), s, me)
		if err != nil {
			t.Fatal(err)
		}
		sessions := []*model.Session{sam}
		for _, p := range []model.Person{{Name: "Noor", Roles: []model.Role{model.RoleDesk}}, {Name: "Mo", Roles: []model.Role{model.RoleStudent}}, {Name: "Tine", Roles: []model.Role{model.RoleTeacher}}} {
			p.Site = sam.Site()
			r, err := sam.DoQuietly(t.Context(), model.AddPerson{Person: p})
			if err != nil {
				t.Fatal(err)
			}
			who, err := sam.Switch(t.Context(), r.Entity)
			if err != nil {
				t.Fatal(err)
			}
			sessions = append(sessions, who)
		}
		tine := sessions[3]
		sessions = sessions[:3]
		anybody := rapid.SampledFrom(sessions)
		var requests []journal.ID
		for range rapid.IntRange(1, 6).Draw(t, "requests") {
			supervision := rapid.SampledFrom([]model.Supervision{model.SupervisionAlone, model.SupervisionPair, model.SupervisionProfessional}).Draw(t, "supervision")
			r, err := sam.DoQuietly(t.Context(), desk.AddRequest{Request: desk.Request{Summary: "vraag", Supervision: supervision}})
			if err != nil {
				t.Fatal(err)
			}
			requests = append(requests, r.Entity)
		}
		for range rapid.IntRange(0, 12).Draw(t, "acts") {
			id := rapid.SampledFrom(requests).Draw(t, "request")
			a := rapid.SampledFrom([]model.Action{
				desk.ClaimRequest{ID: id}, desk.ClaimRequest{ID: id, For: []journal.ID{sam.Me().ID, sessions[2].Me().ID}, Over: true}, desk.ParkRequest{ID: id},
				desk.AddTask{ID: id, What: "bellen", CallBack: true, On: anybody.Draw(t, "on").Me().ID}, desk.AddTask{ID: id, What: "later", Due: now.Add(time.Hour)},
				desk.CloseRequest{ID: id, Outcome: "unknown"},
			}).Draw(t, "act")
			_, _ = anybody.Draw(t, "who").DoQuietly(t.Context(), a) // what is refused has written nothing
		}
		giver := anybody.Draw(t, "giver")
		ask := handover.HandOver{Note: "succes"}
		for _, to := range rapid.SliceOfNDistinct(rapid.SampledFrom([]*model.Session{sam, sessions[1], sessions[2], tine}), 1, 2, func(s *model.Session) journal.ID { return s.Me().ID }).Draw(t, "to") {
			ask.To = append(ask.To, to.Me().ID)
		}
		if rapid.Bool().Draw(t, "chosen") {
			ask.Requests = rapid.SliceOfNDistinct(rapid.SampledFrom(requests), 1, len(requests), func(id journal.ID) journal.ID { return id }).Draw(t, "which")
		}
		before := standing(t, sessions, now)
		plan, planned := handover.ReadHandOver(t.Context(), giver, ask)
		var went handover.HandedOver
		ask.Went = &went
		if _, err := giver.Do(t.Context(), ask); err != nil {
			if len(plan.Requests) > 0 && planned == nil {
				t.Fatalf("planned %+v, refused %v", plan, err)
			}
			if after := standing(t, sessions, now); !reflect.DeepEqual(after, before) {
				t.Fatalf("refused, and yet:\n%v\n%v", after, before)
			}
			return
		}
		if !reflect.DeepEqual([]any{went.Requests, went.Promises, len(went.Kept)}, []any{plan.Requests, plan.Promises, len(plan.Kept)}) {
			t.Fatalf("planned %+v, went %+v", plan, went)
		}
		for _, q := range went.Requests {
			r, err := desk.ReadRequest(t.Context(), giver, q.ID)
			if err != nil {
				t.Fatal(err)
			}
			for _, task := range r.Tasks {
				if task.Open() && task.On == giver.Me().ID && !slices.Contains(ask.To, task.On) {
					t.Fatalf("%s keeps a promise with who handed it over", q.Number)
				}
			}
		}
		if _, err := giver.Undo(t.Context()); err != nil {
			t.Fatal(err)
		}
		if after := standing(t, sessions, now); !reflect.DeepEqual(after, before) {
			t.Fatalf("undone:\n%v\nbefore:\n%v", after, before)
		}
	})
}
