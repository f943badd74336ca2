package storetest

import (
	"strings"
	"testing"
	"time"

	"leerbalie/model/desk"
)

// spelling finds what somebody means, wherever it stands in a request and however it is written: before its words are in the index,
// once they are, among the open ones, and by words that are nearly those.
func spelling(_ *testing.T, b *bench) {
	jan := b.do(b.sam, desk.AddResident{Resident: desk.Resident{Name: "Jan Dijkstra", Phone: "06-12 34 56 78", Postcode: "2562ab", Keep: desk.KeepRegister, Told: true}}).Entity
	r := b.do(b.sam, desk.AddRequest{Request: desk.Request{Summary: "Brief over toeslagen", Resident: jan, Details: "de cv-ketel lekt", Source: "E\u0301cole-7"}})
	b.do(b.sam, desk.AddMemo{ID: r.Entity, Text: "belde met 010 123 45 67"}, desk.AddContact{ID: r.Entity, Text: "koffie gedronken"},
		desk.AddTask{ID: r.Entity, What: "formulier printen", Due: b.now.Add(time.Hour)}, desk.ReferRequest{ID: r.Entity, To: "Wijkteam Noord", Consent: true})
	b.do(b.sam, desk.FinishTask{ID: r.Entity, Task: b.request(r.Entity).Tasks[0].Stamp, Fact: "afgeleverd bij buurvrouw"})
	b.do(b.sam, desk.MoveReferral{ID: r.Entity, Referral: b.request(r.Entity).Referrals[0].Stamp, State: desk.ReferralSent})
	b.do(b.sam, desk.MoveReferral{ID: r.Entity, Referral: b.request(r.Entity).Referrals[0].Stamp, State: desk.ReferralDeclined, Reason: "wachtlijst te lang"})
	b.do(b.sam, desk.AddRequest{Request: desk.Request{Summary: "Iets anders"}})
	ask := func(q desk.SearchQuery, found, near bool, meant string) {
		b.t.Helper()
		for _, q.Filter.NotClosed = range []bool{false, true} {
			for _, q.Order = range []desk.Order{desk.OrderNewest, desk.OrderQueue} {
				f, err := desk.SearchRequests(b.ctx(), b.sam, q)
				b.must(err)
				b.same([]any{q.Text, len(f.Rows) == 1 && f.Rows[0].ID == r.Entity, f.SimilarNames, strings.Join(f.Meant, " ")}, []any{q.Text, found, near, meant})
			}
		}
	}
	all := func() {
		b.t.Helper()
		for _, text := range []string{"ketel", "0101234567", "+31 10 1234567", "koffie", "formulier", "afgeleverd", "wijkteam", "wachtlijst", "dykstra", "dijk brief", "école-7"} {
			ask(desk.SearchQuery{Text: text, Limit: 5}, true, false, "")
		}
		ask(desk.SearchQuery{Text: "toeslagne", Limit: 5}, true, true, "toeslagen")
		ask(desk.SearchQuery{Text: "brief kofife", Limit: 5}, true, true, "koffie")
		ask(desk.SearchQuery{Text: "dijktsra"}, true, true, "dijkstra")
		ask(desk.SearchQuery{Text: "toeslagne", Exact: true}, false, false, "")
		ask(desk.SearchQuery{Text: "zonnebank"}, false, false, "")
		for _, text := range []string{"0612345678", "+31 6 12345678", "0031612345678", "06-123", "345678", "+31 (0)6-12.34.56.78", "2562 AB", "2562ab", "dykstra"} {
			people, err := desk.FindResidents(b.ctx(), b.sam, text, 5)
			b.must(err)
			b.same([]any{text, len(people)}, []any{text, 1})
		}
		near, err := desk.ListNearResidents(b.ctx(), b.sam, "dijktsra", 5)
		b.must(err)
		b.same(len(near), 1)
		people, err := desk.FindResidents(b.ctx(), b.sam, "0612345679", 5)
		b.must(err)
		b.same(len(people), 0)
	}
	all()
	b.must(b.store.IndexWords(b.ctx()))
	all()
	b.do(b.sam, desk.AddMemo{ID: r.Entity, Text: "paraplu vergeten"})
	ask(desk.SearchQuery{Text: "paraplu"}, true, false, "")
	all()
	b.must(b.store.IndexWords(b.ctx()))
	b.do(b.sam, desk.EditResident{Resident: desk.Resident{ID: jan, Name: "Jan Pietersen", Phone: "06-12 34 56 78", Keep: desk.KeepRegister, Told: true}})
	ask(desk.SearchQuery{Text: "pietersen ketel"}, true, false, "")
	b.must(b.store.IndexWords(b.ctx()))
	ask(desk.SearchQuery{Text: "pietersen ketel"}, true, false, "")
	b.do(b.sam, desk.EraseResident{ID: jan})
	for _, text := range []string{"ketel", "0101234567", "koffie", "paraplu", "pietersen", "afgeleverd", "pietresen", "formulier", "toeslagne"} {
		ask(desk.SearchQuery{Text: text}, false, false, "")
	}
	b.must(b.store.IndexWords(b.ctx()))
	ask(desk.SearchQuery{Text: "ketel"}, false, false, "")
}
