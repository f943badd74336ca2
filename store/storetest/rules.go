package storetest

import (
	"strings"
	"testing"
	"time"

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
)

func undo(_ *testing.T, b *bench) {
	id := b.ask("eerst", model.UrgencyRoutine)
	b.do(b.sam, desk.ClaimRequest{ID: id})
	b.do(b.sam, desk.CloseRequest{ID: id, Outcome: "referred", Minutes: 10, Note: "klaar"})
	r, err := b.sam.Undo(b.ctx())
	b.must(err)
	b.same(r.Name, "act-close")
	b.same(r.Number, "ZW-0001")
	got := b.request(id)
	b.same(got.Status, desk.StatusClaimed)
	b.same(got.Minutes, 0)
	b.same(len(got.Memos), 0)
	_, err = b.sam.Redo(b.ctx())
	b.must(err)
	got = b.request(id)
	b.same(got.Status, desk.StatusClosed)
	b.same(got.Minutes, 10)
	for range 3 {
		_, err = b.sam.Undo(b.ctx())
		b.must(err)
	}
	b.same(len(b.list(desk.ViewAll)), 0)
	b.counts(0, 0, 0, 0)
	_, err = b.sam.Redo(b.ctx())
	b.must(err)
	b.same(b.list(desk.ViewWaiting), []string{"ZW-0001"})
	summary := "daarna"
	b.do(b.sam, desk.EditRequest{ID: id, Alter: func(r *desk.Request) { r.Summary = summary }})
	_, err = b.sam.Redo(b.ctx())
	b.fails(fault.NotFound, "nothing-to-redo", err)
	_, err = b.sam.Undo(b.ctx())
	b.must(err)
	b.same(b.request(id).Summary, "eerst")
	_, err = b.sam.Redo(b.ctx())
	b.must(err)
	b.same(b.request(id).Summary, "daarna")
}

func undoConflict(_ *testing.T, b *bench) {
	ana := b.person("Ana", model.RoleDesk)
	id := b.ask("van mij", model.UrgencyRoutine)
	b.do(b.sam, desk.ClaimRequest{ID: id})
	b.do(ana, desk.ClaimRequest{ID: id, Over: true})
	_, err := b.sam.Undo(b.ctx())
	b.fails(fault.Conflict, "undo-changed", err)
	b.same(b.request(id).Holder(), []journal.ID{ana.Me().ID})
	_, err = b.sam.Undo(b.ctx()) // the request itself: Ana works on it
	b.fails(fault.Conflict, "undo-changed", err)
	one, two := "een", "twee"
	b.do(b.sam, desk.EditRequest{ID: id, Alter: func(r *desk.Request) { r.Summary = one }})
	b.do(ana, desk.EditRequest{ID: id, Alter: func(r *desk.Request) { r.Summary = two }})
	_, err = b.sam.Undo(b.ctx())
	b.fails(fault.Conflict, "undo-changed", err)
	b.same(b.request(id).Summary, "twee")
}

func searching(_ *testing.T, b *bench) {
	jansen := b.do(b.sam, desk.AddResident{Resident: desk.Resident{Name: "Mw. Müller-Janßen"}}).Entity
	b.ask("Brief Belastingdienst", model.UrgencyRoutine)
	b.wait(time.Minute)
	b.do(b.sam, desk.AddRequest{Request: desk.Request{Summary: "Belasting toeslagen", Theme: "armoede", Resident: jansen}})
	find := func(text string, want ...string) {
		b.t.Helper()
		rows, err := desk.FindRequests(b.ctx(), b.sam, text, 10)
		b.must(err)
		var got []string
		for _, r := range rows {
			got = append(got, r.Number)
		}
		b.same(strings.Join(got, " "), strings.Join(want, " "))
	}
	find("belast", "ZW-0002", "ZW-0001")
	find("bel arm", "ZW-0002")
	find("muller", "ZW-0002")
	find("zw-0001", "ZW-0001")
	find("asting")
	summary := "Heel iets anders"
	r, err := desk.ReadRequestByNumber(b.ctx(), b.sam, "zw-0001")
	b.must(err)
	again, err := desk.ReadRequestByNumber(b.ctx(), b.sam, "1")
	b.must(err)
	b.same(again.ID, r.ID)
	b.do(b.sam, desk.EditRequest{ID: r.ID, Alter: func(r *desk.Request) { r.Summary = summary }})
	find("belast", "ZW-0002")
	find("heel", "ZW-0001")
	find("", "ZW-0002", "ZW-0001")
	find("mulller", "ZW-0002")
	find("jansen", "ZW-0002")
	b.must(b.store.IndexWords(b.ctx()))
	filter := func(f desk.Filter, want ...string) {
		b.t.Helper()
		found, err := desk.SearchRequests(b.ctx(), b.sam, desk.SearchQuery{Filter: f, Limit: 5})
		rows := found.Rows
		b.must(err)
		var got []string
		for _, r := range rows {
			got = append(got, r.Number)
		}
		b.same(strings.Join(got, " "), strings.Join(want, " "))
	}
	filter(desk.Filter{Theme: "armoede"}, "ZW-0002")
	filter(desk.Filter{Theme: "arm"})
	filter(desk.Filter{Urgency: model.UrgencyRoutine, Status: desk.StatusWaiting}, "ZW-0002", "ZW-0001")
	b.do(b.sam, desk.CloseRequest{ID: r.ID, Outcome: "referred"})
	filter(desk.Filter{Outcome: "referred"}, "ZW-0001")
	filter(desk.Filter{Since: b.now.Add(time.Hour)})
}

func siteLists(_ *testing.T, b *bench) {
	s, err := b.sam.SiteByID(b.ctx(), b.sam.Site())
	b.must(err)
	b.same(len(s.UrgencyCodes()), 3)
	h, err := model.ParseHours(time.Monday, "09:00-17:00")
	b.must(err)
	s.Themes = model.Codes{{Code: "energie", Labels: model.Labels{"nl": "Energie", "en": "Energy"}}}
	s.Hours = []model.Hours{h}
	s.Checklists = []model.Checklist{{Theme: "energie", Steps: []string{"meter gelezen", "leverancier gebeld"}}}
	b.do(b.sam, model.EditSite{Site: s})
	got, err := b.sam.SiteByID(b.ctx(), s.ID)
	b.must(err)
	b.same([]any{got.ID, got.Name, got.Code, got.Home, got.Zone, got.Themes, got.Hours, got.Checklists}, []any{s.ID, s.Name, s.Code, s.Home, s.Zone, s.Themes, s.Hours, s.Checklists})
	b.same(got.Steps("energie"), []string{"meter gelezen", "leverancier gebeld"})
	s.Urgencies = model.Codes{{Code: "now", Labels: model.Labels{"nl": "rood", "en": "red"}}}
	b.refused(fault.Invalid, "urgencies-fixed", b.sam, model.EditSite{Site: s})
	desk := b.person("Balie", model.RoleDesk)
	s.Urgencies = nil
	s.Name = "Anders"
	b.refused(fault.Refused, "may-not-write", desk, model.EditSite{Site: s})
}

func residents(_ *testing.T, b *bench) {
	b.refused(fault.Invalid, "keep-reason", b.sam, desk.AddResident{Resident: desk.Resident{Name: "Jan", Phone: "0612345678"}})
	jan := b.do(b.sam, desk.AddResident{Resident: desk.Resident{Name: "Jan van der Berg", Phone: "06-12345678", Keep: desk.KeepRegister, Told: true}}).Entity
	b.wait(time.Minute)
	b.do(b.sam, desk.AddResident{Resident: desk.Resident{Name: "Fatma Yılmaz", BirthYear: 1980}})
	all, err := desk.FindResidents(b.ctx(), b.sam, "", 0)
	b.must(err)
	b.same(len(all), 2)
	b.same(all[0].Name, "Fatma Yılmaz")
	found, err := desk.FindResidents(b.ctx(), b.sam, "berg", 5)
	b.must(err)
	b.same(found[0].ID, jan)
	like, err := desk.FindSimilarResidents(b.ctx(), b.sam, desk.Resident{Name: "Onbekend", Phone: "+31612345678"})
	b.must(err)
	b.same(like[0].Reasons, []string{"phone"})
	like, err = desk.FindSimilarResidents(b.ctx(), b.sam, desk.Resident{Name: "J. v.d. Berg"})
	b.must(err)
	b.same(len(like), 1)
	b.ask("zonder naam", model.UrgencyRoutine)
	b.do(b.sam, desk.AddRequest{Request: desk.Request{Summary: "van Jan", Resident: jan}})
	f, err := desk.OpenResident(b.ctx(), b.sam, jan)
	b.must(err)
	b.same(len(f.Requests), 1)
	b.same(f.Requests[0].Summary, "van Jan")
	b.same(f.Opened[0].By, b.sam.Me().ID)
}

func clearance(_ *testing.T, b *bench) {
	id := b.ask("geheim", model.UrgencyRoutine)
	teacher := b.person("Docent", model.RoleTeacher)
	_, err := desk.ReadPage(b.ctx(), teacher, desk.PageQuery{View: desk.ViewAll})
	b.fails(fault.Refused, "may-not-read", err)
	_, err = desk.FindRequests(b.ctx(), teacher, "geheim", 5)
	b.fails(fault.Refused, "may-not-read", err)
	_, err = desk.ReadRequest(b.ctx(), teacher, id)
	b.fails(fault.Refused, "may-not-read", err)
	_, err = desk.ReadRequestHistory(b.ctx(), teacher, id)
	b.fails(fault.Refused, "may-not-read", err)
	_, err = desk.FindResidents(b.ctx(), teacher, "", 0)
	b.fails(fault.Refused, "may-not-read", err)
	b.refused(fault.Refused, "may-not-write", teacher, desk.AddMemo{ID: id, Text: "x"})
	deskSession := b.person("Balie", model.RoleDesk)
	b.refused(fault.Refused, "may-not-write", deskSession, model.AddPerson{Person: model.Person{Name: "X", Roles: []model.Role{model.RoleDesk}}})
	me := deskSession.Me()
	me.Languages = []string{"tr"}
	b.do(deskSession, model.EditPerson{Person: me})
	me.Roles = append(me.Roles, model.RoleCoordinator)
	b.refused(fault.Refused, "may-not-write", deskSession, model.EditPerson{Person: me})
	coordinator := b.person("Co", model.RoleCoordinator)
	self := coordinator.Me()
	self.Roles = append(self.Roles, model.RoleAdmin)
	b.refused(fault.Refused, "admin-only", coordinator, model.EditPerson{Person: self})
	b.refused(fault.Refused, "admin-only", coordinator, model.AddPerson{Person: self})
	b.refused(fault.Refused, "may-not-write", deskSession, desk.EraseResident{ID: b.do(b.sam, desk.AddResident{Resident: desk.Resident{Name: "Jan"}}).Entity})
	other := b.do(b.sam, model.AddSite{Site: model.Site{Name: "Noord", Code: "NO"}}).Entity
	_, err = deskSession.At(b.ctx(), other)
	b.fails(fault.Refused, "may-not-read", err)
	elsewhere, err := b.sam.At(b.ctx(), other)
	b.must(err)
	r := b.do(elsewhere, desk.AddRequest{Request: desk.Request{Summary: "in Noord"}})
	b.same(r.Number, "NO-0001")
	_, err = desk.ReadRequest(b.ctx(), deskSession, r.Entity)
	b.fails(fault.Refused, "may-not-read", err)
	rows, err := desk.FindRequests(b.ctx(), deskSession, "noord", 5)
	b.must(err)
	b.same(len(rows), 0)
}

func supervision(_ *testing.T, b *bench) {
	ali, noor := b.person("Ali", model.RoleStudent), b.person("Noor", model.RoleStudent)
	pro := b.do(b.sam, desk.AddRequest{Request: desk.Request{Summary: "crisis", Supervision: model.SupervisionProfessional}}).Entity
	pair := b.do(b.sam, desk.AddRequest{Request: desk.Request{Summary: "samen", Supervision: model.SupervisionPair}}).Entity
	b.refused(fault.Refused, "needs-professional", ali, desk.ClaimRequest{ID: pro})
	b.refused(fault.Refused, "needs-pair", ali, desk.ClaimRequest{ID: pair})
	both := []journal.ID{ali.Me().ID, noor.Me().ID}
	b.refused(fault.Refused, "needs-professional", ali, desk.ClaimRequest{ID: pro, For: both})
	b.do(ali, desk.ClaimRequest{ID: pair, For: both})
	b.same(len(b.request(pair).Holder()), 2)
	b.do(b.sam, desk.ClaimRequest{ID: pro})
	b.refused(fault.Refused, "supervision-change", ali, desk.EditRequest{ID: pro, Alter: func(r *desk.Request) { r.Supervision = model.SupervisionAlone }})
}

func bsn(_ *testing.T, b *bench) {
	id := b.ask("gewoon", model.UrgencyRoutine)
	b.refused(fault.Invalid, "bsn", b.sam, desk.AddRequest{Request: desk.Request{Summary: "mevrouw 111222333"}})
	b.refused(fault.Invalid, "bsn", b.sam, desk.AddMemo{ID: id, Text: "nummer 111222333"})
	b.refused(fault.Invalid, "bsn", b.sam, desk.CloseRequest{ID: id, Outcome: "referred", Note: "111222333"})
	b.refused(fault.Invalid, "bsn", b.sam, desk.EditRequest{ID: id, Alter: func(r *desk.Request) { r.Details = "bsn 111222333" }})
	b.same(b.request(id).Status, desk.StatusWaiting)
	b.do(b.sam, desk.AddMemo{ID: id, Text: "geen bsn: 111222334"})
}

func erasing(_ *testing.T, b *bench) {
	jan := b.do(b.sam, desk.AddResident{Resident: desk.Resident{Name: "Jan Geheim", Phone: "0612345678", Keep: desk.KeepRegister}}).Entity
	r := b.do(b.sam, desk.AddRequest{Request: desk.Request{Summary: "Geheime vraag", Urgency: model.UrgencyToday, Resident: jan, Details: "geheim lang"}})
	b.do(b.sam, desk.AddMemo{ID: r.Entity, Text: "geheime memo"}, desk.LogTime{ID: r.Entity, Minutes: 20})
	b.must(b.sam.SaveDraft(b.ctx(), model.Draft{Key: "memo", About: r.Entity, Text: "geheim"}))
	b.do(b.sam, desk.EraseResident{ID: jan})
	got := b.request(r.Entity)
	b.same(got.Summary+got.Details, "")
	b.same(got.Memos[0].Text, "")
	b.same(got.Resident, journal.ID{})
	b.same(got.Minutes, 20)
	b.same(got.Urgency, model.UrgencyToday)
	b.same(got.Number, r.Number)
	f, err := desk.OpenResident(b.ctx(), b.sam, jan)
	b.must(err)
	b.same(f.Name+f.Phone, "")
	for _, text := range []string{"geheim", "jan"} {
		rows, err := desk.FindRequests(b.ctx(), b.sam, text, 5)
		b.must(err)
		b.same(len(rows), 0)
		people, err := desk.FindResidents(b.ctx(), b.sam, text, 5)
		b.must(err)
		b.same(len(people), 0)
	}
	drafts, err := b.sam.Drafts(b.ctx())
	b.must(err)
	b.same(len(drafts), 0)
	events, err := desk.ReadRequestHistory(b.ctx(), b.sam, r.Entity)
	b.must(err)
	for _, e := range events {
		if strings.Contains(strings.ToLower(show(e)), "geheim") {
			b.t.Fatalf("the history still says %v", e)
		}
	}
	b.refused(fault.Refused, "erased", b.sam, desk.AddMemo{ID: r.Entity, Text: "toch weer"})
	b.refused(fault.Refused, "erased", b.sam, desk.EditResident{Resident: desk.Resident{ID: jan, Name: "Jan"}})
	b.counts(1, 0, 0, 0)
}

func local(_ *testing.T, b *bench) {
	b.must(b.sam.SaveDraft(b.ctx(), model.Draft{Key: "intake", Text: "half"}))
	b.wait(time.Second)
	b.must(b.sam.SaveDraft(b.ctx(), model.Draft{Key: "memo", Text: "ook half"}))
	b.must(b.sam.SaveDraft(b.ctx(), model.Draft{Key: "intake", Text: "half af"}))
	ana := b.person("Ana", model.RoleDesk)
	theirs, err := ana.Drafts(b.ctx())
	b.must(err)
	b.same(len(theirs), 0)
	b.must(b.sam.DropDraft(b.ctx(), "memo"))
	mine, err := b.sam.Drafts(b.ctx())
	b.must(err)
	b.same(len(mine), 1)
	b.same(mine[0].Text, "half af")
	b.same(mine[0].SavedAt, b.now)
	_, err = b.sam.Do(model.Sending(b.ctx(), "intake"), desk.AddRequest{})
	b.same(fault.KindOf(err), fault.Invalid)
	mine, err = b.sam.Drafts(b.ctx())
	b.must(err)
	b.same(len(mine), 1) // what was refused is still half typed
	_, err = b.sam.Do(model.Sending(b.ctx(), "intake"), desk.AddRequest{Request: desk.Request{Summary: "half af"}})
	b.must(err)
	mine, err = b.sam.Drafts(b.ctx())
	b.must(err)
	b.same(len(mine), 0) // it went in the transaction that keeps it
	b.must(b.sam.SetSetting(b.ctx(), "language", "nl"))
	lang, err := b.sam.Setting(b.ctx(), "language")
	b.must(err)
	b.same(lang, "nl")
}

func watching(_ *testing.T, b *bench) {
	news, stop := b.sam.Watch()
	defer stop()
	id := b.ask("nieuws", model.UrgencyRoutine)
	if n := <-news; !n.Kinds[desk.KindRequest] {
		b.t.Fatalf("news %v", n)
	}
	b.do(b.sam, desk.AddMemo{ID: id, Text: "een"})
	b.person("Ana", model.RoleDesk)
	if n := <-news; !n.Kinds[desk.KindRequest] || !n.Kinds[model.KindPerson] {
		b.t.Fatalf("two commits, unread, are one piece of news: %v", n)
	}
	_, err := b.sam.Do(b.ctx(), desk.AddRequest{})
	b.fails(fault.Invalid, "missing", err)
	select {
	case n := <-news:
		b.t.Fatalf("news of what did not happen: %v", n)
	default:
	}
}

func history(_ *testing.T, b *bench) {
	id := b.ask("eerst", model.UrgencyRoutine)
	b.do(b.sam, desk.EditRequest{ID: id, Alter: func(r *desk.Request) { r.Summary = "daarna" }})
	b.do(b.sam, desk.ClaimRequest{ID: id})
	_, err := b.sam.Undo(b.ctx())
	b.must(err)
	events, err := desk.ReadRequestHistory(b.ctx(), b.sam, id)
	b.must(err)
	var summaries []string
	undone := 0
	for _, e := range events {
		if s := e.Fields.Get(desk.RequestSummary).Text(); e.Item == journal.ItemSet && s != "" {
			summaries = append(summaries, s)
		}
		if e.Undone {
			undone++
		}
	}
	b.same(summaries, []string{"eerst", "daarna"})
	b.same(undone, 1)
}
