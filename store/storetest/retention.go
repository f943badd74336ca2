package storetest

import (
	"slices"
	"testing"
	"time"

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/model/paths"
	"leerbalie/model/retention"
)

// whoIsDue follows residents to the day on which they are due: at once, after two years, after fifteen, never while something runs; and
// holds that anonymising takes names and words, and leaves counts.
func whoIsDue(_ *testing.T, b *bench) {
	noor := b.person("Noor", model.RoleDesk)
	resident := func(name string, keep desk.Keep) journal.ID {
		return b.do(noor, desk.AddResident{Resident: desk.Resident{Name: name, Phone: "0612345678", Keep: keep}}).Entity
	}
	ask := func(of journal.ID, theme, words string) journal.ID {
		id := b.do(noor, desk.AddRequest{Request: desk.Request{Summary: words, Resident: of, Theme: theme, Channel: "desk"}}).Entity
		b.do(noor, desk.ClaimRequest{ID: id}, desk.LogTime{ID: id, Minutes: 25}, desk.AddMemo{ID: id, Text: "ook " + words})
		return id
	}
	closeIt := func(id journal.ID) { b.do(noor, desk.CloseRequest{ID: id, Outcome: "handled-directly"}) }
	due := func() (names []string) {
		list, _, err := retention.ReadDue(b.ctx(), b.sam, b.now)
		b.must(err)
		for _, k := range list {
			names = append(names, k.Name)
		}
		slices.Sort(names)
		return names
	}
	call, register, burenruzie := resident("Bel mij", desk.KeepThrowaway), resident("Jan", desk.KeepRegister), resident("Buur", desk.KeepRegister)
	q := ask(call, "forms", "een kwestie")
	closeIt(ask(register, "forms", "een brief"))
	closeIt(ask(burenruzie, "neighbours", "herrie"))
	if _, _, err := retention.ReadDue(b.ctx(), noor, b.now); fault.KindOf(err) != fault.Refused {
		b.t.Fatalf("the desk reads who is due: %v", err)
	}
	b.same(due(), []string(nil))
	b.refused(fault.Refused, "retention-held-request", b.sam, retention.Anonymise{ID: call})
	b.do(noor, desk.AddTask{ID: q, What: "terugbellen", CallBack: true})
	closeIt(q)
	b.same(due(), []string(nil))
	b.refused(fault.Refused, "retention-held-promise", b.sam, retention.Anonymise{ID: call})
	r, err := desk.ReadRequest(b.ctx(), noor, q)
	b.must(err)
	b.do(noor, desk.FinishTask{ID: q, Task: r.Tasks[0].Stamp, Fact: "gebeld"})
	b.same(due(), []string{"Bel mij"})
	b.refused(fault.Refused, "retention-early", b.sam, retention.Anonymise{ID: register})
	b.refused(fault.Refused, "no-right-erase", noor, retention.Anonymise{ID: call})
	b.do(b.sam, retention.Anonymise{ID: call})
	if left := b.stands("kwestie"); len(left) > 0 || len(b.stands("Bel mij")) > 0 {
		b.t.Fatalf("words are left: %v", left)
	}
	if r, err = desk.ReadRequest(b.ctx(), noor, q); err != nil || r.Minutes != 25 || r.Theme != "forms" || r.Closed.Outcome != "handled-directly" || !r.Erased {
		b.t.Fatalf("the counts are gone: %+v %v", r, err)
	}
	b.refused(fault.Conflict, "erased-already", b.sam, retention.Anonymise{ID: call})

	b.later(2, 0)
	b.same(due(), []string{"Buur"})
	of := b.do(noor, paths.Add{Path: paths.Path{Title: "Lezen", Kind: "language", Resident: burenruzie}}).Entity
	b.same(due(), []string(nil))
	b.do(noor, paths.EndPath{ID: of, Outcome: paths.OutcomeReached, Day: b.now.UTC().Truncate(24 * time.Hour)})
	b.same(due(), []string(nil)) // the path was the last thing that happened
	b.later(2, 0)
	b.same(due(), []string{"Buur"})
	closeIt(ask(burenruzie, "forms", "nog een brief")) // that is individual work
	b.same(due(), []string(nil))

	rules, err := retention.Read(b.ctx(), noor)
	b.must(err)
	for i := range rules {
		if rules[i].Of == retention.Individual {
			rules[i].Months = 36
		}
	}
	b.refused(fault.Refused, "may-not-write", noor, retention.SetRules{Rules: rules})
	b.refused(fault.Invalid, "retention-months", b.sam, retention.SetRules{Rules: retention.Rules{{Of: retention.Short, Months: -2}}})
	b.refused(fault.Invalid, "retention-of", b.sam, retention.SetRules{Rules: retention.Rules{{Of: "theme:flying", Months: 2}}})
	b.do(b.sam, retention.SetRules{Rules: rules})
	b.same(due(), []string{"Jan"})

	twice := resident("J. de Vries", desk.KeepRegister) // whoever comes back is not due
	b.do(noor, desk.MergeResident{ID: register, Into: twice})
	b.same(due(), []string(nil))
	b.do(noor, desk.MergeResident{ID: register})
	b.same(due(), []string{"Jan"})
	b.do(noor, desk.MergeResident{ID: register, Into: twice})
	b.later(3, 1)
	list, held, err := retention.ReadDue(b.ctx(), b.sam, b.now)
	b.must(err)
	b.same(len(held), 0)
	n, refused, err := retention.All(b.ctx(), b.sam, list)
	b.must(err)
	for _, err := range refused {
		b.must(err)
	}
	b.same(n, 2)
	b.same(due(), []string(nil))
	if left := append(b.stands("de Vries"), b.stands("herrie")...); len(left) > 0 {
		b.t.Fatalf("words are left: %v", left)
	}
}
