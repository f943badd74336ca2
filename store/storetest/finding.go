package storetest

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/model/journal"
)

// finding reads what is found in stretches, in each order, and says when names were guessed.
func finding(_ *testing.T, b *bench) {
	jansen := b.do(b.sam, desk.AddResident{Resident: desk.Resident{Name: "Mw. Janssen"}}).Entity
	urgency := []model.Urgency{model.UrgencyRoutine, model.UrgencyNow, model.UrgencyToday}
	for i := range 9 {
		r := desk.Request{Summary: fmt.Sprintf("Brief %d", i), Urgency: urgency[i%3], Theme: "armoede"}
		if i == 4 {
			r.Resident = jansen
		}
		b.do(b.sam, desk.AddRequest{Request: r})
		b.wait(time.Minute)
		if i == 4 {
			b.must(b.store.IndexWords(b.ctx())) // the rest is not in the index yet
		}
	}
	numbers := func(f desk.SearchResult) string {
		var got []string
		for _, r := range f.Rows {
			got = append(got, strings.TrimPrefix(r.Number, "ZW-000"))
		}
		return strings.Join(got, " ")
	}
	ask := func(q desk.SearchQuery, want string, more, alike bool) desk.SearchResult {
		b.t.Helper()
		f, err := desk.SearchRequests(b.ctx(), b.sam, q)
		b.must(err)
		b.same(numbers(f), want)
		b.same([]bool{f.More, f.SimilarNames}, []bool{more, alike})
		return f
	}
	for _, filter := range []desk.Filter{{}, {Theme: "armoede"}, {Status: desk.StatusWaiting}} {
		q := desk.SearchQuery{Text: "brief", Filter: filter, Limit: 4}
		for i, want := range []string{"9 8 7 6", "5 4 3 2", "1"} {
			f := ask(q, want, i < 2, false)
			q.Before = f.Rows[len(f.Rows)-1].ID
		}
		ask(q, "", false, false)
	}
	half := b.now.Add(-4 * time.Minute)
	ask(desk.SearchQuery{Filter: desk.Filter{Since: half}}, "9 8 7 6", false, false)
	ask(desk.SearchQuery{Filter: desk.Filter{Until: half}, Limit: 4}, "5 4 3 2", true, false)
	ask(desk.SearchQuery{Text: "brief", Filter: desk.Filter{Since: half.Add(-time.Minute), Until: half.Add(time.Minute)}}, "6 5", false, false)
	ask(desk.SearchQuery{Order: desk.OrderQueue, Limit: 5}, "2 5 8 3 6", true, false)
	ask(desk.SearchQuery{Text: "jansen"}, "5", false, true)
	ask(desk.SearchQuery{Text: "janssen", Order: desk.OrderQueue}, "5", false, false)
	late, err := desk.ReadRequestByNumber(b.ctx(), b.sam, "3")
	b.must(err)
	b.do(b.sam, desk.AddTask{ID: late.ID, What: "bellen", Due: b.now.Add(time.Hour)})
	ask(desk.SearchQuery{Order: desk.OrderDue}, "3", false, false)
	b.do(b.sam, desk.CloseRequest{ID: late.ID, Outcome: "referred"})
	ask(desk.SearchQuery{Order: desk.OrderQueue, Filter: desk.Filter{Urgency: model.UrgencyToday}}, "6 9", false, false)
	ask(desk.SearchQuery{Filter: desk.Filter{Holder: b.sam.Me().ID}}, "", false, false)

	// what is not closed is found newest first, whether the archive is long beside it or short
	open := desk.SearchQuery{Text: "brief", Filter: desk.Filter{NotClosed: true}, Limit: 4}
	ask(open, "9 8 7 6", true, false)
	for _, number := range []string{"9", "8", "7", "6", "5"} {
		r, err := desk.ReadRequestByNumber(b.ctx(), b.sam, number)
		b.must(err)
		b.do(b.sam, desk.CloseRequest{ID: r.ID, Outcome: "referred"})
	}
	ask(open, "4 2 1", false, false)
	for _, open.Limit = range []int{1, 2} {
		open.Before = journal.ID{}
		for i, want := range map[int][]string{1: {"4", "2", "1"}, 2: {"4 2", "1"}}[open.Limit] {
			f := ask(open, want, (i+1)*open.Limit < 3, false)
			open.Before = f.Rows[len(f.Rows)-1].ID
		}
		ask(open, "", false, false)
	}
}
