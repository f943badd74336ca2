package storetest

import (
	"context"
	"fmt"
	"slices"
	"testing"
	"time"

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/model/desk/mention"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
)

// mentions is what else names a resident, as scripts have the places.
func (b *bench) mentions(id journal.ID) (out []string) {
	b.t.Helper()
	found, more, err := mention.FindMentions(b.ctx(), b.sam, id)
	b.must(err)
	b.same(more, false)
	for _, m := range found {
		note := ""
		if m.Earlier {
			note = " earlier"
		}
		if m.Own {
			note += " own"
		}
		out = append(out, fmt.Sprintf("%s %s %s%s: %s", m.Kind, m.Number, m.Field, note, m.Text))
	}
	slices.Sort(out)
	return out
}

func named(_ *testing.T, b *bench) {
	noor := b.person("Noor", model.RoleDesk)
	jan := b.do(b.sam, desk.AddResident{Resident: desk.Resident{Name: "Jan de Vries", Phone: "06-12345678", Email: "jan@voorbeeld.nl", Keep: desk.KeepRegister}}).Entity
	other := b.do(b.sam, desk.AddResident{Resident: desk.Resident{Name: "Piet de Vries"}}).Entity
	twice := b.do(b.sam, desk.AddResident{Resident: desk.Resident{Name: "Yahya Öztürk"}}).Entity
	b.do(b.sam, desk.MergeResident{ID: twice, Into: jan})
	own := b.do(b.sam, desk.AddRequest{Request: desk.Request{Summary: "Jan de Vries vraagt iets", Details: "Jan de Vries", Resident: jan, Neighbourhood: "bij Jan de Vries"}}).Entity
	theirs := b.do(b.sam, desk.AddRequest{Request: desk.Request{Summary: "Buurman Jan de Vries belde", Resident: other, Theme: "digital"}}).Entity
	b.do(b.sam, desk.EditRequest{ID: theirs, Alter: func(r *desk.Request) { r.Summary = "De buurman belde" }},
		desk.AddMemo{ID: theirs, Text: "zie J. de Vries"}, desk.AddMemo{ID: theirs, Text: "bel 0031 6 1234 5678"}, desk.AddMemo{ID: theirs, Text: "mail JAN@voorbeeld.nl"},
		desk.AddMemo{ID: theirs, Text: "Piet de Vries was er"}, desk.AddMemo{ID: theirs, Text: "mevrouw Öztürk"},
		desk.AddContact{ID: theirs, Channel: "phone", Text: "vries, jan de"}, desk.AddTask{ID: theirs, What: "bel Jan Vries"},
		desk.ReferRequest{ID: theirs, To: "Jan de Vries, maatje"}, desk.TickStep{ID: theirs, Step: "meneer de Vries gebeld"},
		desk.CloseRequest{ID: theirs, Outcome: "referred", Tags: []string{"voor Jan de Vries"}})
	b.do(noor, desk.Inform{ID: theirs, To: b.sam.Me().ID, Text: "is dit Jan de Vries?"}, desk.AddMemo{ID: own, Text: "Jan de Vries"})
	b.must(noor.SaveDraft(b.ctx(), model.Draft{Key: "intake", Text: "vraag van Jan de Vries"}))
	b.must(noor.SaveDraft(b.ctx(), model.Draft{Key: "memo", About: own, Text: "Jan de Vries"}))
	b.must(b.sam.SetSetting(b.ctx(), "views/"+b.sam.Me().ID.String(), `[{"text":"Jan de Vries"}]`))
	want := []string{
		"draft  intake: vraag van Jan de Vries",
		"request ZW-0001 neighbourhood own: bij Jan de Vries",
		"request ZW-0002 checklist: meneer de Vries gebeld",
		"request ZW-0002 closing: voor Jan de Vries",
		"request ZW-0002 contact: vries, jan de",
		"request ZW-0002 memo: bel 0031 6 1234 5678",
		"request ZW-0002 memo: mail JAN@voorbeeld.nl",
		"request ZW-0002 memo: mevrouw Öztürk",
		"request ZW-0002 memo: zie J. de Vries",
		"request ZW-0002 message: is dit Jan de Vries?",
		"request ZW-0002 referral: Jan de Vries, maatje",
		"request ZW-0002 summary earlier: Buurman Jan de Vries belde",
		"request ZW-0002 task: bel Jan Vries",
		`setting  views: [{"text":"Jan de Vries"}]`,
	}
	b.same(b.mentions(jan), want)
	b.same(b.mentions(twice), want)
	_, _, err := mention.FindMentions(b.ctx(), noor, jan)
	b.fails(fault.Refused, "may-not-write", err)
	_, _, err = mention.FindMentions(b.ctx(), b.sam, own)
	b.fails(fault.NotFound, "resident-unknown", err)
	b.do(b.sam, desk.EraseResident{ID: twice})
	_, _, err = mention.FindMentions(b.ctx(), b.sam, jan)
	b.fails(fault.Conflict, "erased-already", err)
}

// inStretches visits the journal a few changes at a time, and comes by each once.
func inStretches(_ *testing.T, b *bench) {
	for n := range 7 {
		b.wait(time.Second)
		b.ask(fmt.Sprint("vraag ", n), model.UrgencyRoutine)
	}
	visit := func(limit int) (out []string) {
		b.must(b.store.Read(b.ctx(), func(tx model.Tx) error {
			for from, first := "", true; first || from != ""; first = false {
				n := 0
				var err error
				from, err = desk.IndexOf(tx).EachChange(from, limit, func(c *journal.Change) error {
					n++
					out = append(out, fmt.Sprint(c.Stream, c.Seq))
					return nil
				})
				if err != nil {
					return err
				}
				if n > limit {
					b.t.Fatalf("%d at once, not %d", n, limit)
				}
			}
			return nil
		}))
		return out
	}
	all := visit(1000)
	if len(all) < 10 {
		b.t.Fatal(all)
	}
	for _, limit := range []int{1, 3, len(all), len(all) + 1} {
		b.same(visit(limit), all)
	}
}

// everyPage erases a person under whichever of several pages it is asked, with what was merged into a request and is nobody else's.
func everyPage(_ *testing.T, b *bench) {
	jan := b.do(b.sam, desk.AddResident{Resident: desk.Resident{Name: "Jan"}}).Entity
	twice := b.do(b.sam, desk.AddResident{Resident: desk.Resident{Name: "J."}}).Entity
	piet := b.do(b.sam, desk.AddResident{Resident: desk.Resident{Name: "Piet"}}).Entity
	ask := func(resident journal.ID) journal.ID {
		return b.do(b.sam, desk.AddRequest{Request: desk.Request{Summary: "een vraag", Resident: resident}}).Entity
	}
	first, second, same, further, others := ask(jan), ask(twice), ask(journal.ID{}), ask(journal.ID{}), ask(piet)
	split := b.do(b.sam, desk.SplitRequest{ID: same, Summary: "een andere vraag"}).Entity
	b.do(b.sam, desk.MergeResident{ID: twice, Into: jan}, desk.MergeRequest{ID: same, Into: first}, desk.MergeRequest{ID: others, Into: first})
	b.do(b.sam, desk.EraseResident{ID: twice})
	for id, gone := range map[journal.ID]bool{first: true, second: true, same: true, further: false, others: false, split: false} {
		b.same(b.request(id).Erased, gone)
	}
	for _, id := range []journal.ID{jan, twice} {
		f, err := desk.OpenResident(context.Background(), b.sam, id)
		b.must(err)
		b.same(f.Erased, true)
	}
}
