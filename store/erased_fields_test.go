package store_test

import (
	"fmt"
	"strings"
	"testing"

	"leerbalie/model"
	"leerbalie/model/block"
	"leerbalie/model/desk"
	"leerbalie/model/desk/mention"
	"leerbalie/model/journal"
)

// full puts the secret in every field of a table that takes any words; only tells in which.
func full[E any](table model.Table[E], e *E, only func(model.Field[E]) bool) {
	for _, f := range table {
		switch {
		case !only(f):
		case f.Kind == model.OfText && f.Name != "number" && f.Name != "keep", f.Loose:
			f.Put(e, journal.Text("Xantippe "+f.Name))
		case f.Kind == model.OfTexts:
			f.Put(e, journal.Texts([]string{"Xantippe " + f.Name}))
		}
	}
}

// saysAll writes the secret wherever words of a resident can be written, in fields that the given functions name.
func saysAll(t *testing.T, session *model.Session, request func(model.Field[desk.Request]) bool, closing func(model.Field[desk.Closing]) bool) (resident journal.ID) {
	t.Helper()
	do := func(actions ...model.Action) journal.ID {
		t.Helper()
		r, err := session.Do(t.Context(), actions...)
		must(t, err)
		return r.Entity
	}
	filled := func(was string) desk.Resident {
		p := desk.Resident{Keep: desk.KeepRegister}
		full(desk.ResidentTable(), &p, func(f model.Field[desk.Resident]) bool { return f.Kind == model.OfText })
		p.Name, p.City = "Xantippe", p.City+was
		return p
	}
	jan := do(desk.AddResident{Resident: filled("")})
	twice := do(desk.AddResident{Resident: filled("")})
	p := filled(" eerst")
	p.ID = twice
	do(desk.EditResident{Resident: p}, desk.MergeResident{ID: twice, Into: jan})
	for n, of := range []journal.ID{jan, twice} {
		r := desk.Request{}
		full(desk.RequestTable(), &r, request)
		r.Resident, r.Summary, r.Source = of, r.Summary+fmt.Sprint(n), r.Source+fmt.Sprint(n)
		if !request(*desk.RequestTable().On(desk.RequestSource)) {
			r.Source = ""
		}
		id := do(desk.AddRequest{Request: r})
		do(desk.EditRequest{ID: id, Alter: func(r *desk.Request) {
			full(desk.Editable(), r, func(f model.Field[desk.Request]) bool { return request(f) && f.Kind == model.OfText })
			r.Resident = of
		}})
		colleague := do(model.AddPerson{Person: model.Person{Name: fmt.Sprint("Noor ", n), Roles: []model.Role{model.RoleDesk}, Site: session.Site()}})
		do(desk.AddMemo{ID: id, Text: "Xantippe"}, desk.AddContact{ID: id, Channel: "phone", Text: "Xantippe"}, desk.AddTask{ID: id, What: "bel Xantippe"},
			desk.Inform{ID: id, To: colleague, Text: "Xantippe"}, desk.TickStep{ID: id, Step: "Xantippe gebeld"}, desk.ReferRequest{ID: id, To: "Xantippe", Consent: true})
		q, err := desk.ReadRequest(t.Context(), session, id)
		must(t, err)
		do(desk.FinishTask{ID: id, Task: q.Tasks[0].Stamp, Fact: "Xantippe gesproken"}, desk.MoveReferral{ID: id, Referral: q.Referrals[0].Stamp, State: desk.ReferralSent},
			desk.MoveReferral{ID: id, Referral: q.Referrals[0].Stamp, State: desk.ReferralDeclined, Reason: "Xantippe wil niet"})
		do(desk.SplitRequest{ID: id, Summary: "een andere vraag van Xantippe"})
		same := do(desk.AddRequest{Request: desk.Request{Summary: "nog eens Xantippe"}})
		do(desk.MergeRequest{ID: same, Into: id})
		how := desk.Closing{Outcome: "referred"}
		full(desk.ClosingTable(), &how, closing)
		end := how.Again(id)
		end.Note = "Xantippe is geholpen"
		do(end)
		must(t, session.SaveDraft(t.Context(), model.Draft{Key: fmt.Sprint("memo", n), About: id, Text: "Xantippe"}))
		must(t, session.SaveDraft(t.Context(), model.Draft{Key: fmt.Sprint("page", n), About: of, Text: "Xantippe"}))
	}
	return jan
}

// TestEveryFieldIsErasedOrPointedAt writes a word in every field, of every table, that can hold words about a resident: those that
// may tell who somebody is are empty after an erasure, in the whole file; what has to stay is pointed at before it. A new field
// walks along.
func TestEveryFieldIsErasedOrPointedAt(t *testing.T) {
	personal := func(f model.Field[desk.Request]) bool { return f.Personal || f.On == desk.RequestDetails }
	for _, all := range []bool{false, true} {
		_, s, session := founded(t)
		jan := saysAll(t, session, func(f model.Field[desk.Request]) bool { return all || personal(f) }, func(model.Field[desk.Closing]) bool { return all })
		if all {
			must(t, session.SaveDraft(t.Context(), model.Draft{Key: "intake", Text: "vraag van Xantippe"}))
			must(t, session.SetSetting(t.Context(), "views", "Xantippe"))
			for _, a := range []model.Action{desk.AddRequest{Request: desk.Request{Summary: "buurvrouw van Xantippe", Details: "Xantippe"}}, block.AddBlock{Title: "voor Xantippe", Text: "Beste Xantippe"}, model.AddGroup{Group: model.Group{Name: "klas van Xantippe"}}} {
				_, err := session.Do(t.Context(), a)
				must(t, err)
			}
		}
		must(t, s.IndexWords(t.Context()))
		found, _, err := mention.FindMentions(t.Context(), session, jan)
		must(t, err)
		told := map[string]bool{}
		for _, m := range found {
			told[m.Kind+" "+m.ID.String()+" "+m.Field] = true
		}
		_, err = session.Do(t.Context(), desk.EraseResident{ID: jan})
		must(t, err)
		if !all {
			if len(found) > 0 {
				t.Errorf("pointed at: %+v", found)
			}
			must(t, s.IndexWords(t.Context()))
			nowhere(t, s, "erased")
			must(t, s.Rebuild())
			nowhere(t, s, "derived anew")
			continue
		}
		fields := map[string]bool{}
		for place := range stands(t, session) {
			if !told[place] {
				t.Errorf("%s is not pointed at", place)
			}
			fields[place[strings.LastIndex(place, " ")+1:]] = true
		}
		for _, f := range desk.RequestTable() {
			if words := f.Kind == model.OfText && f.Name != "number" || f.Loose; words && !personal(f) && !fields[f.Name] {
				t.Errorf("%s was not tried", f.Name)
			}
		}
		for _, place := range []string{"closing", "intake", "views", "details", "other"} {
			if !fields[place] {
				t.Errorf("%s was not tried", place)
			}
		}
		if len(told) != len(stands(t, session)) {
			t.Errorf("%d places are told, and in %d it stands", len(told), len(stands(t, session)))
		}
	}
}

// stands is where the secret stands now.
func stands(t *testing.T, session *model.Session) map[string]bool {
	t.Helper()
	out := map[string]bool{}
	must(t, session.ReadClass(t.Context(), journal.Desk, func(tx model.Tx) error {
		_, err := desk.IndexOf(tx).EachChange("", 0, func(c *journal.Change) error {
			for _, w := range c.Writes {
				w.Value.EachText(func(text string) {
					if strings.Contains(text, "Xantippe") {
						out[tx.Kinds().Name(c.Kind)+" "+c.Entity.String()+" "+tx.Kinds().Place(c, w.Field)] = true
					}
				})
			}
			return nil
		})
		must(t, err)
		must(t, desk.IndexOf(tx).EachDraft(func(d model.Draft) error {
			if strings.Contains(d.Text, "Xantippe") {
				out["draft "+d.Owner.String()+" "+d.Key] = true
			}
			return nil
		}))
		return desk.IndexOf(tx).EachSetting(func(key, value string) error {
			if strings.Contains(value, "Xantippe") {
				out["setting "+journal.ID{}.String()+" "+key] = true
			}
			return nil
		})
	}))
	return out
}
