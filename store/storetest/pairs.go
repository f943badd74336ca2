package storetest

import (
	"testing"
	"time"

	"leerbalie/model"
	"leerbalie/model/days"
	"leerbalie/model/desk"
	"leerbalie/model/desk/bulk"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/model/learning"
	"leerbalie/model/loop"
	"leerbalie/model/pairs"
)

// pupil takes on a student.
func (b *bench) pupil(name, level string) *model.Session {
	b.t.Helper()
	r := b.do(b.sam, model.AddPerson{Person: model.Person{Name: name, Roles: []model.Role{model.RoleStudent}, Site: b.sam.Site(), Level: level,
		Study: model.Study{DayParts: 7, Themes: []string{"literacy"}, Start: b.now.AddDate(0, -1, 0), NormHours: 900}}})
	return b.enter(r.Entity)
}

// publish makes pairs run and returns the first of them.
func (b *bench) publish(groups ...[]journal.ID) journal.ID {
	b.t.Helper()
	buddies := make([]pairs.NewPair, len(groups))
	for i, g := range groups {
		buddies[i] = pairs.NewPair{Members: g, Score: 8740, Points: []pairs.RulePoints{{Rule: "themes", Points: 8740}}}
	}
	return b.do(b.sam, pairs.PublishPairs{Pairs: buddies}).Created[0]
}

func (b *bench) pair(id journal.ID) pairs.Pair {
	b.t.Helper()
	p, err := pairs.ReadPair(b.ctx(), b.sam, id)
	b.must(err)
	return p
}

func pairLife(_ *testing.T, b *bench) {
	ali, noor, sem := b.pupil("Ali", "mbo-3").Me(), b.pupil("Noor", "hbo").Me(), b.pupil("Sem", "mbo-2").Me()
	b.same(ali.Study.DayParts.Len(), 3)
	b.same(ali.Study.At(b.now), model.StudyActive)
	b.same(ali.Study.At(b.now.AddDate(3, 0, 0)), model.StudyActive)
	b.do(b.sam, pairs.ForbidPair{Members: [2]journal.ID{noor.ID, ali.ID}})
	b.refused(fault.Conflict, "forbidden-already", b.sam, pairs.ForbidPair{Members: [2]journal.ID{ali.ID, noor.ID}})
	two := []pairs.NewPair{{Members: []journal.ID{ali.ID, noor.ID}}}
	b.refused(fault.Refused, "pair-forbidden", b.sam, pairs.PublishPairs{Pairs: two})
	b.do(b.sam, pairs.ForbidPair{Members: [2]journal.ID{ali.ID, noor.ID}, Lift: true})
	kept := b.do(b.sam, pairs.SaveProposal{Proposal: pairs.Proposal{Name: "Voorjaar", Day: b.now, Mode: "across",
		Locks: [][]journal.ID{{ali.ID, noor.ID}}, Limits: pairs.MatchLimits{Stated: 3, Shared: 0}, Rematch: true}}).Entity
	list, err := pairs.ReadProposals(b.ctx(), b.sam)
	b.must(err)
	b.same(list[0].Locks, [][]journal.ID{{ali.ID, noor.ID}})
	b.same(list[0].Limits, pairs.MatchLimits{Stated: 3})
	b.same(list[0].Rematch, true)
	id := b.do(b.sam, pairs.PublishPairs{Proposal: kept, Pairs: two}).Created[0]
	b.refused(fault.Conflict, "proposal-published", b.sam, pairs.PublishPairs{Proposal: kept, Pairs: two})
	b.refused(fault.Conflict, "pair-running", b.sam, pairs.PublishPairs{Pairs: []pairs.NewPair{{Members: []journal.ID{sem.ID, ali.ID}}}})
	b.refused(fault.Invalid, "pair-twice", b.sam, pairs.PublishPairs{Pairs: []pairs.NewPair{{Members: []journal.ID{sem.ID, sem.ID}}}})
	b.refused(fault.Invalid, "pair-size", b.sam, pairs.PublishPairs{Pairs: []pairs.NewPair{{Members: []journal.ID{sem.ID}}}})
	b.refused(fault.Invalid, "no-student", b.sam, pairs.PublishPairs{Pairs: []pairs.NewPair{{Members: []journal.ID{sem.ID, b.sam.Me().ID}}}})
	b.refused(fault.Invalid, "no-pairs", b.sam, pairs.PublishPairs{})

	p := b.pair(id)
	b.same(p.Running(), true)
	s := p.Standing(b.now)
	b.same(s.NextCheckIn.Equal(p.Started.AddDate(0, 0, 14)), true)
	b.same(s.Month, 3)
	b.wait(15 * 24 * time.Hour)
	b.same(p.Standing(b.now).Late, true)
	b.same(p.Standing(b.now).Warn, false)
	b.wait(15 * 24 * time.Hour)
	b.same(p.Standing(b.now).Warn, true)
	b.do(b.sam, pairs.AddCheckIn{Pair: id, Silent: true})
	b.do(b.sam, pairs.Agree{Pair: id, Person: ali.ID, For: "brieven", Adds: "gesprek"}, pairs.Agree{Pair: id, Person: ali.ID, For: "formulieren"})
	b.do(b.sam, pairs.AddCheckIn{Pair: id, Mood: pairs.MoodGood, Note: "samen op pad"})
	p = b.pair(id)
	s = p.Standing(b.now)
	b.same([]bool{s.Late, s.Warn, s.Good}, []bool{false, false, true})
	b.same(s.NextCheckIn.Equal(days.AddMonths(p.Started, 2, p.Zone)), true)
	b.same(len(p.Agreements), 1)
	b.same(p.Agreements[0].For, "formulieren")
	b.refused(fault.Invalid, "evaluation-month", b.sam, pairs.AddEvaluation{Pair: id, Month: 4, Result: "go-on"})
	b.refused(fault.Invalid, "before-pair", b.sam, pairs.AddCheckIn{Pair: id, At: p.Started.AddDate(0, 0, -3)})
	b.do(b.sam, pairs.AddEvaluation{Pair: id, Month: 3, Result: "go-on"})
	p = b.pair(id)
	b.same(p.Standing(b.now).Month, 6)

	b.do(b.sam, pairs.EndStudy{Person: noor.ID, Outcome: "diploma"})
	p = b.pair(id)
	b.same(p.Ended.Reason, "done")
	b.refused(fault.Conflict, "pair-ended", b.sam, pairs.AddCheckIn{Pair: id})
	b.same(pairs.WaitingSince(ali, []pairs.Pair{p}, time.UTC), days.Of(p.Ended.At, time.UTC))
	b.refused(fault.Refused, "pair-done", b.sam, pairs.PublishPairs{Pairs: two})
	again := b.publish([]journal.ID{sem.ID, ali.ID})
	of, err := pairs.ReadPairsOf(b.ctx(), b.sam, ali.ID)
	b.must(err)
	b.same([]journal.ID{of[0].ID, of[1].ID}, []journal.ID{again, id})
	events, err := pairs.ReadPairHistory(b.ctx(), b.sam, id)
	b.must(err)
	b.same(len(events), 7)
}

func pairUndo(_ *testing.T, b *bench) {
	var who []journal.ID
	for i, name := range []string{"Ali", "Noor", "Sem", "Eva"} {
		who = append(who, b.pupil(name, []string{"mbo-3", "hbo"}[i%2]).Me().ID)
	}
	old := b.publish([]journal.ID{who[0], who[1]})
	running := func(want int) {
		b.t.Helper()
		all, err := pairs.Pairs(b.ctx(), b.sam)
		b.must(err)
		n := 0
		for i := range all {
			if all[i].Running() {
				n++
			}
		}
		b.same(n, want)
	}
	running(1)
	b.do(b.sam, pairs.PublishPairs{End: []journal.ID{old}, Pairs: []pairs.NewPair{{Members: []journal.ID{who[0], who[3]}}, {Members: []journal.ID{who[2], who[1]}}}})
	running(2)
	b.same(b.pair(old).Ended.Reason, "rematch")
	r, err := b.sam.Undo(b.ctx())
	b.must(err)
	b.same(r.Name, "act-publish-pairs")
	running(1)
	old0 := b.pair(old)
	b.same(old0.Running(), true)
	_, err = b.sam.Redo(b.ctx())
	b.must(err)
	running(2)
}

func pairClearance(_ *testing.T, b *bench) {
	ali, noor, desk := b.pupil("Ali", "mbo-3"), b.pupil("Noor", "hbo"), b.person("Balie", model.RoleDesk)
	id := b.publish([]journal.ID{ali.Me().ID, noor.Me().ID})
	b.refused(fault.Refused, "may-not-write", desk, pairs.AddCheckIn{Pair: id})
	b.refused(fault.Refused, "may-not-write", ali, pairs.EndPair{ID: id, Reason: "no-fit"})
	b.refused(fault.Refused, "may-not-write", ali, pairs.PublishPairs{End: []journal.ID{id}})
	b.do(ali, pairs.AddCheckIn{Pair: id, Mood: pairs.MoodDoubt})
	b.do(ali, pairs.Agree{Pair: id, For: "brieven"})
	b.refused(fault.Refused, "may-not-write", ali, pairs.AnswerFit{Pair: id, Person: noor.Me().ID, Answer: pairs.FitNot})
	b.do(ali, pairs.AnswerFit{Pair: id, Answer: pairs.FitDeciding})
	b.do(ali, pairs.AnswerFit{Pair: id, Answer: pairs.FitNot, Note: "tussen ons"})
	fits := func(session *model.Session, want int) {
		b.t.Helper()
		got, err := pairs.ReadFits(b.ctx(), session)
		b.must(err)
		b.same(len(got), want)
	}
	fits(ali, 1)
	fits(noor, 0)
	fits(desk, 0)
	fits(b.sam, 1)
	_, err := ali.Undo(b.ctx())
	b.must(err)
	got, err := pairs.ReadFits(b.ctx(), ali)
	b.must(err)
	b.same(got[0].Answer, pairs.FitDeciding)
	fit := ali.Me()
	fit.Study.DayParts = 1
	b.do(ali, model.EditPerson{Person: fit})
	fit.Study.Outcome = "diploma"
	b.refused(fault.Refused, "may-not-write", ali, model.EditPerson{Person: fit})
}

func pairClaim(_ *testing.T, b *bench) {
	ali, noor := b.pupil("Ali", "mbo-3"), b.pupil("Noor", "hbo")
	first := b.ask("brief", model.UrgencyRoutine)
	b.do(ali, desk.ClaimRequest{ID: first})
	b.same(b.request(first).Holder(), []journal.ID{ali.Me().ID})
	id := b.publish([]journal.ID{ali.Me().ID, noor.Me().ID})
	second := b.do(b.sam, desk.AddRequest{Request: desk.Request{Summary: "samen", Supervision: model.SupervisionPair}}).Entity
	b.do(noor, desk.ClaimRequest{ID: second})
	b.same(b.request(second).Holder(), b.pair(id).Members)
	b.do(noor, desk.LogTime{ID: second, Minutes: 25})
	work, err := desk.ReadPairWork(b.ctx(), b.sam, id)
	b.must(err)
	b.same([]int{len(work.Running), work.Closed, work.Minutes}, []int{1, 0, 25})
	b.do(noor, desk.CloseRequest{ID: second, Outcome: "handled-directly", Minutes: 5})
	work, err = desk.ReadPairWork(b.ctx(), b.sam, id)
	b.must(err)
	b.same([]int{len(work.Running), work.Closed, work.Minutes}, []int{0, 1, 35})
	b.same(b.request(second).MinutesBy(), []desk.Spent{{Person: noor.Me().ID, Minutes: 30}, {Person: ali.Me().ID, Minutes: 5}})
	minutesOfEach(b, ali, noor)
}

// minutesOfEach: what closing logs is of each who handles the question, whoever closes it, becomes each one's evidence, and is taken back with it.
func minutesOfEach(b *bench, ali, noor *model.Session) {
	evidence := func(of *model.Session, request journal.ID) int {
		x, err := learning.ReadProgress(b.ctx(), of, of.Me().ID, journal.ID{})
		b.must(err)
		for _, e := range x.Evidence {
			if e.ID == learning.EvidenceID(request, of.Me().ID) {
				return e.Minutes
			}
		}
		return -1
	}
	both := func(request journal.ID) [3]int {
		return [3]int{evidence(ali, request), evidence(noor, request), b.request(request).Minutes}
	}
	take := func(by *model.Session) journal.ID {
		id := b.ask("samen doen", model.UrgencyRoutine)
		b.do(by, desk.ClaimRequest{ID: id})
		return id
	}
	one := take(ali)
	b.do(b.sam, desk.CloseRequest{ID: one, Outcome: "handled-directly", Minutes: 20})
	b.same(both(one), [3]int{20, 20, 40})
	_, err := b.sam.Undo(b.ctx())
	b.must(err)
	b.same(both(one), [3]int{-1, -1, 0})
	b.do(b.sam, desk.CloseRequest{ID: one, Outcome: "handled-directly", Minutes: 99, Spent: []desk.Spent{{Person: ali.Me().ID, Minutes: 20}, {Person: noor.Me().ID, Minutes: 25}}})
	b.same(both(one), [3]int{20, 25, 45})
	two := take(noor)
	b.refused(fault.Invalid, "minutes", noor, desk.CloseRequest{ID: two, Outcome: "handled-directly", Spent: []desk.Spent{{Minutes: -1}}})
	b.do(noor, desk.Logs(two, desk.Each(b.request(two).Worked(noor.Me().ID), 7), time.Time{})...)
	b.do(noor, desk.CloseRequest{ID: two, Outcome: "handled-directly"})
	b.same(both(two), [3]int{7, 7, 14})
	three := b.ask("van niemand", model.UrgencyRoutine)
	b.do(b.sam, desk.CloseRequest{ID: three, Outcome: "handled-directly", Minutes: 6})
	b.same(b.request(three).MinutesBy(), []desk.Spent{{Person: b.sam.Me().ID, Minutes: 6}})
	many := []journal.ID{take(ali), take(ali)}
	_, err = bulk.DoToAll(b.ctx(), b.sam, bulk.Bulk{What: bulk.Close, Of: many, Over: true, How: desk.CloseRequest{Outcome: "handled-directly", Minutes: 4}})
	b.must(err)
	b.same([][3]int{both(many[0]), both(many[1])}, [][3]int{{4, 4, 8}, {4, 4, 8}})
}

// pausedPair: while a member is in a time-out a pair lies still: it takes nothing up, is offered nothing, and nothing about it is late. What would have
// been in that time is on the day after it, once.
func pausedPair(_ *testing.T, b *bench) {
	ali, noor := b.pupil("Ali", "mbo-3"), b.pupil("Noor", "hbo")
	members := []journal.ID{ali.Me().ID, noor.Me().ID}
	id := b.publish(members)
	start := b.now
	b.now = b.now.AddDate(0, 0, 10)
	b.do(b.sam, pairs.StartTimeOut{Person: members[0], Reason: "thuis", Until: b.now.AddDate(0, 1, 0)})
	paused := func() pairs.Pair {
		p, err := pairs.ReadRunningPair(b.ctx(), b.sam, members[1])
		b.must(err)
		read := b.pair(id)
		b.same(p.Paused(), read.Paused())
		return *p
	}
	b.now = b.now.AddDate(0, 0, 10) // beyond the first check-in
	p := paused()
	s := p.Standing(b.now)
	b.same([]any{p.Running(), p.Paused(), s.Paused, s.Late, s.Silent, s.Warn}, []any{true, true, true, false, 0, false})
	b.same(s.Until.Format(time.DateOnly), start.AddDate(0, 1, 10).Format(time.DateOnly))
	b.same(s.NextCheckIn.Format(time.DateOnly), s.Until.Format(time.DateOnly))
	one := b.ask("alleen", model.UrgencyRoutine)
	monday := b.now
	for monday.Weekday() != time.Monday { // on which both are there
		monday = monday.AddDate(0, 0, 1)
	}
	offered, err := loop.ReadOffers(b.ctx(), b.sam, monday)
	b.must(err)
	b.same(len(offered[one]) > 0, true)
	for _, o := range offered[one] {
		b.same(o.Members, []journal.ID{members[1]})
	}
	b.refused(fault.Refused, "pair-paused", b.sam, desk.ClaimRequest{ID: one, For: members})
	b.do(noor, desk.ClaimRequest{ID: one})
	b.same(b.request(one).Holder(), []journal.ID{members[1]})
	together := b.do(b.sam, desk.AddRequest{Request: desk.Request{Summary: "samen", Supervision: model.SupervisionPair}}).Entity
	b.refused(fault.Refused, "needs-pair", noor, desk.ClaimRequest{ID: together})
	b.now = b.now.AddDate(0, 0, 15)
	b.do(b.sam, pairs.EndTimeOut{Person: members[0]})
	p = paused()
	s = p.Standing(b.now)
	b.same([]any{p.Paused(), s.Paused, s.Late, s.NextCheckIn.Format(time.DateOnly)}, []any{false, false, false, b.now.Format(time.DateOnly)})
	count := 0
	for _, a := range p.Schedule(b.now.AddDate(0, 0, 7)) {
		if a.Month == 0 {
			count++
		}
	}
	b.same(count, 1)
	b.do(noor, desk.ClaimRequest{ID: together})
	b.same(len(b.request(together).Holder()), 2)
	_, err = noor.Undo(b.ctx())
	b.must(err)
	_, err = b.sam.Undo(b.ctx()) // the end of the time-out
	b.must(err)
	again := b.pair(id)
	b.same(again.Paused(), true)
	// nobody knows until when: nothing is planned
	b.do(b.sam, pairs.EndTimeOut{Person: members[0]})
	b.do(b.sam, pairs.StartTimeOut{Person: members[1], Reason: "ziek"})
	p = paused()
	s = p.Standing(b.now.AddDate(0, 3, 0))
	b.same([]any{s.Paused, s.Until.IsZero(), s.NextCheckIn.IsZero(), s.Late, s.EvaluationLate}, []any{true, true, true, false, false})
}

func timeOut(_ *testing.T, b *bench) {
	ali, desk := b.pupil("Ali", "mbo-3"), b.person("Balie", model.RoleDesk)
	who := ali.Me().ID
	b.refused(fault.Refused, "may-not-write", desk, pairs.StartTimeOut{Person: who, Reason: "thuis"})
	b.refused(fault.Invalid, "missing", b.sam, pairs.StartTimeOut{Person: who})
	b.do(b.sam, pairs.StartTimeOut{Person: who, Reason: "thuis is het druk", Until: b.now.AddDate(0, 1, 0)})
	students, err := pairs.ReadStudents(b.ctx(), desk)
	b.must(err)
	b.same(students[0].Study.Status, model.StudyTimeOut)
	_, err = pairs.ReadTimeOuts(b.ctx(), desk)
	b.fails(fault.Refused, "may-not-read", err)
	_, err = pairs.ReadTimeOuts(b.ctx(), ali)
	b.fails(fault.Refused, "may-not-read", err)
	outs, err := pairs.ReadTimeOuts(b.ctx(), b.sam)
	b.must(err)
	b.same(outs[0].Reason, "thuis is het druk")
	b.refused(fault.Conflict, "time-out-already", b.sam, pairs.StartTimeOut{Person: who, Reason: "nog eens"})
	b.do(b.sam, pairs.EndTimeOut{Person: who})
	b.refused(fault.Conflict, "no-time-out", b.sam, pairs.EndTimeOut{Person: who})
	outs, err = pairs.ReadTimeOuts(b.ctx(), b.sam)
	b.must(err)
	b.same(outs[0].Ended.IsZero(), false)
	_, err = b.sam.Undo(b.ctx())
	b.must(err)
	students, err = pairs.ReadStudents(b.ctx(), desk)
	b.must(err)
	b.same(students[0].Study.Status, model.StudyTimeOut)
}
