package storetest

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"leerbalie/model"
)

// finding reads what is found in stretches, in each order, and says when names were guessed.
func finding(_ *testing.T, b *bench) {
	jansen := b.do(b.sam, model.AddResident{Resident: model.Resident{Name: "Mw. Janssen"}}).Entity
	urgency := []model.Urgency{model.UrgencyRoutine, model.UrgencyNow, model.UrgencyToday}
	for i := range 9 {
		r := model.Request{Summary: fmt.Sprintf("Brief %d", i), Urgency: urgency[i%3], Theme: "armoede"}
		if i == 4 {
			r.Resident = jansen
		}
		b.do(b.sam, model.AddRequest{Request: r})
		b.wait(time.Minute)
		if i == 4 {
			b.must(b.store.Fold(b.ctx())) // the rest is not in the index yet
		}
	}
	numbers := func(f model.Finding) string {
		var got []string
		for _, r := range f.Rows {
			got = append(got, strings.TrimPrefix(r.Number, "ZW-000"))
		}
		return strings.Join(got, " ")
	}
	ask := func(q model.SearchQuery, want string, more, alike bool) model.Finding {
		b.t.Helper()
		f, err := b.sam.FindPage(b.ctx(), q)
		b.must(err)
		b.same(numbers(f), want)
		b.same([]bool{f.More, f.Alike}, []bool{more, alike})
		return f
	}
	for _, filter := range []model.Filter{{}, {Theme: "armoede"}, {Status: model.StatusWaiting}} {
		q := model.SearchQuery{Text: "brief", Filter: filter, Limit: 4}
		for i, want := range []string{"9 8 7 6", "5 4 3 2", "1"} {
			f := ask(q, want, i < 2, false)
			q.Before = f.Rows[len(f.Rows)-1].ID
		}
		ask(q, "", false, false)
	}
	half := b.now.Add(-4 * time.Minute)
	ask(model.SearchQuery{Filter: model.Filter{Since: half}}, "9 8 7 6", false, false)
	ask(model.SearchQuery{Filter: model.Filter{Until: half}, Limit: 4}, "5 4 3 2", true, false)
	ask(model.SearchQuery{Text: "brief", Filter: model.Filter{Since: half.Add(-time.Minute), Until: half.Add(time.Minute)}}, "6 5", false, false)
	ask(model.SearchQuery{Order: model.OrderQueue, Limit: 5}, "2 5 8 3 6", true, false)
	ask(model.SearchQuery{Text: "jansen"}, "5", false, true)
	ask(model.SearchQuery{Text: "janssen", Order: model.OrderQueue}, "5", false, false)
	late, err := b.sam.RequestByNumber(b.ctx(), "3")
	b.must(err)
	b.do(b.sam, model.AddTask{ID: late.ID, What: "bellen", Due: b.now.Add(time.Hour)})
	ask(model.SearchQuery{Order: model.OrderDue}, "3", false, false)
	b.do(b.sam, model.CloseRequest{ID: late.ID, Outcome: "referred"})
	ask(model.SearchQuery{Order: model.OrderQueue, Filter: model.Filter{Urgency: model.UrgencyToday}}, "6 9", false, false)
	ask(model.SearchQuery{Filter: model.Filter{Holder: b.sam.Me().ID}}, "", false, false)
}
