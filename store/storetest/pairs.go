package storetest

import (
	"testing"
	"time"

	"leerbalie/model"
)

// pupil takes on a student.
func (b *bench) pupil(name, level string) *model.View {
	b.t.Helper()
	r := b.do(b.sam, model.AddPerson{Person: model.Person{Name: name, Roles: []model.Role{model.RoleStudent}, Site: b.sam.Site(), Level: level,
		Study: model.Study{DayParts: 7, Themes: []string{"literacy"}, Start: b.now.AddDate(0, -1, 0), NormHours: 900}}})
	return b.enter(r.Entity)
}

// publish makes pairs run and returns the first of them.
func (b *bench) publish(groups ...[]model.ID) model.ID {
	b.t.Helper()
	pairs := make([]model.NewPair, len(groups))
	for i, g := range groups {
		pairs[i] = model.NewPair{Members: g, Score: 8740, Points: []model.WishedAt{{Rule: "themes", Points: 8740}}}
	}
	return b.do(b.sam, model.PublishPairs{Pairs: pairs}).Created[0]
}

func (b *bench) pair(id model.ID) model.Pair {
	b.t.Helper()
	p, err := b.sam.Pair(b.ctx(), id)
	b.must(err)
	return p
}

func pairLife(_ *testing.T, b *bench) {
	ali, noor, sem := b.pupil("Ali", "mbo-3").Me(), b.pupil("Noor", "hbo").Me(), b.pupil("Sem", "mbo-2").Me()
	b.same(ali.Study.DayParts.Len(), 3)
	b.same(ali.Study.At(b.now), model.StudyActive)
	b.same(ali.Study.At(b.now.AddDate(3, 0, 0)), model.StudyActive)
	b.do(b.sam, model.ForbidPair{Members: [2]model.ID{noor.ID, ali.ID}})
	b.refused(model.Conflict, "forbidden-already", b.sam, model.ForbidPair{Members: [2]model.ID{ali.ID, noor.ID}})
	two := []model.NewPair{{Members: []model.ID{ali.ID, noor.ID}}}
	b.refused(model.Refused, "pair-forbidden", b.sam, model.PublishPairs{Pairs: two})
	b.do(b.sam, model.ForbidPair{Members: [2]model.ID{ali.ID, noor.ID}, Lift: true})
	kept := b.do(b.sam, model.SaveProposal{Proposal: model.Proposal{Name: "Voorjaar", Day: b.now, Mode: "across",
		Locks: [][]model.ID{{ali.ID, noor.ID}}, Limits: model.MatchLimits{Stated: 3, Shared: 0}, Rematch: true}}).Entity
	list, err := b.sam.Proposals(b.ctx())
	b.must(err)
	b.same(list[0].Locks, [][]model.ID{{ali.ID, noor.ID}})
	b.same(list[0].Limits, model.MatchLimits{Stated: 3})
	b.same(list[0].Rematch, true)
	id := b.do(b.sam, model.PublishPairs{Proposal: kept, Pairs: two}).Created[0]
	b.refused(model.Conflict, "proposal-published", b.sam, model.PublishPairs{Proposal: kept, Pairs: two})
	b.refused(model.Conflict, "pair-running", b.sam, model.PublishPairs{Pairs: []model.NewPair{{Members: []model.ID{sem.ID, ali.ID}}}})
	b.refused(model.Invalid, "pair-twice", b.sam, model.PublishPairs{Pairs: []model.NewPair{{Members: []model.ID{sem.ID, sem.ID}}}})
	b.refused(model.Invalid, "pair-size", b.sam, model.PublishPairs{Pairs: []model.NewPair{{Members: []model.ID{sem.ID}}}})
	b.refused(model.Invalid, "no-student", b.sam, model.PublishPairs{Pairs: []model.NewPair{{Members: []model.ID{sem.ID, b.sam.Me().ID}}}})
	b.refused(model.Invalid, "no-pairs", b.sam, model.PublishPairs{})

	p := b.pair(id)
	b.same(p.Running(), true)
	s := p.Stand(b.now)
	b.same(s.NextCheckIn, p.Started.AddDate(0, 0, 14))
	b.same(s.Month, 3)
	b.wait(15 * 24 * time.Hour)
	b.same(p.Stand(b.now).Late, true)
	b.same(p.Stand(b.now).Warn, false)
	b.wait(15 * 24 * time.Hour)
	b.same(p.Stand(b.now).Warn, true)
	b.do(b.sam, model.AddCheckIn{Pair: id, Silent: true})
	b.do(b.sam, model.Agree{Pair: id, Person: ali.ID, For: "brieven", Adds: "gesprek"}, model.Agree{Pair: id, Person: ali.ID, For: "formulieren"})
	b.do(b.sam, model.AddCheckIn{Pair: id, Mood: model.MoodGood, Note: "samen op pad"})
	p = b.pair(id)
	s = p.Stand(b.now)
	b.same([]bool{s.Late, s.Warn, s.Good}, []bool{false, false, true})
	b.same(s.NextCheckIn, p.Started.AddDate(0, 2, 0))
	b.same(len(p.Agreements), 1)
	b.same(p.Agreements[0].For, "formulieren")
	b.refused(model.Invalid, "evaluation-month", b.sam, model.AddEvaluation{Pair: id, Month: 4, Result: "go-on"})
	b.refused(model.Invalid, "before-pair", b.sam, model.AddCheckIn{Pair: id, At: p.Started.AddDate(0, 0, -3)})
	b.do(b.sam, model.AddEvaluation{Pair: id, Month: 3, Result: "go-on"})
	p = b.pair(id)
	b.same(p.Stand(b.now).Month, 6)

	b.do(b.sam, model.EndStudy{Person: noor.ID, Outcome: "diploma"})
	p = b.pair(id)
	b.same(p.Ended.Reason, "done")
	b.refused(model.Conflict, "pair-ended", b.sam, model.AddCheckIn{Pair: id})
	b.same(model.WaitingSince(ali, []model.Pair{p}), p.Ended.At)
	b.refused(model.Refused, "pair-away", b.sam, model.PublishPairs{Pairs: two})
	again := b.publish([]model.ID{sem.ID, ali.ID})
	of, err := b.sam.PairsOf(b.ctx(), ali.ID)
	b.must(err)
	b.same([]model.ID{of[0].ID, of[1].ID}, []model.ID{again, id})
	events, err := b.sam.PairHistory(b.ctx(), id)
	b.must(err)
	b.same(len(events), 7)
}

func pairUndo(_ *testing.T, b *bench) {
	var who []model.ID
	for i, name := range []string{"Ali", "Noor", "Sem", "Eva"} {
		who = append(who, b.pupil(name, []string{"mbo-3", "hbo"}[i%2]).Me().ID)
	}
	old := b.publish([]model.ID{who[0], who[1]})
	running := func(want int) {
		b.t.Helper()
		all, err := b.sam.Pairs(b.ctx())
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
	b.do(b.sam, model.PublishPairs{End: []model.ID{old}, Pairs: []model.NewPair{{Members: []model.ID{who[0], who[3]}}, {Members: []model.ID{who[2], who[1]}}}})
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
	id := b.publish([]model.ID{ali.Me().ID, noor.Me().ID})
	b.refused(model.Refused, "may-not-write", desk, model.AddCheckIn{Pair: id})
	b.refused(model.Refused, "may-not-write", ali, model.EndPair{ID: id, Reason: "no-fit"})
	b.refused(model.Refused, "may-not-write", ali, model.PublishPairs{End: []model.ID{id}})
	b.do(ali, model.AddCheckIn{Pair: id, Mood: model.MoodDoubt})
	b.do(ali, model.Agree{Pair: id, For: "brieven"})
	b.refused(model.Refused, "may-not-write", ali, model.AnswerFit{Pair: id, Person: noor.Me().ID, Answer: model.FitNot})
	b.do(ali, model.AnswerFit{Pair: id, Answer: model.FitDeciding})
	b.do(ali, model.AnswerFit{Pair: id, Answer: model.FitNot, Note: "tussen ons"})
	fits := func(v *model.View, want int) {
		b.t.Helper()
		got, err := v.Fits(b.ctx())
		b.must(err)
		b.same(len(got), want)
	}
	fits(ali, 1)
	fits(noor, 0)
	fits(desk, 0)
	fits(b.sam, 1)
	_, err := ali.Undo(b.ctx())
	b.must(err)
	got, err := ali.Fits(b.ctx())
	b.must(err)
	b.same(got[0].Answer, model.FitDeciding)
	fit := ali.Me()
	fit.Study.DayParts = 1
	b.do(ali, model.EditPerson{Person: fit})
	fit.Study.Outcome = "diploma"
	b.refused(model.Refused, "may-not-write", ali, model.EditPerson{Person: fit})
}

func pairClaim(_ *testing.T, b *bench) {
	ali, noor := b.pupil("Ali", "mbo-3"), b.pupil("Noor", "hbo")
	first := b.ask("brief", model.UrgencyRoutine)
	b.do(ali, model.ClaimRequest{ID: first})
	b.same(b.request(first).Holder(), []model.ID{ali.Me().ID})
	id := b.publish([]model.ID{ali.Me().ID, noor.Me().ID})
	second := b.do(b.sam, model.AddRequest{Request: model.Request{Summary: "samen", Supervision: model.SupervisionPair}}).Entity
	b.do(noor, model.ClaimRequest{ID: second})
	b.same(b.request(second).Holder(), b.pair(id).Members)
	b.do(noor, model.LogTime{ID: second, Minutes: 25})
	work, err := b.sam.PairWork(b.ctx(), id)
	b.must(err)
	b.same([]int{len(work.Running), work.Closed, work.Minutes}, []int{1, 0, 25})
	b.do(noor, model.CloseRequest{ID: second, Outcome: "handled-directly", Minutes: 5})
	work, err = b.sam.PairWork(b.ctx(), id)
	b.must(err)
	b.same([]int{len(work.Running), work.Closed, work.Minutes}, []int{0, 1, 30})
}

func timeOut(_ *testing.T, b *bench) {
	ali, desk := b.pupil("Ali", "mbo-3"), b.person("Balie", model.RoleDesk)
	who := ali.Me().ID
	b.refused(model.Refused, "may-not-write", desk, model.StartTimeOut{Person: who, Reason: "thuis"})
	b.refused(model.Invalid, "missing", b.sam, model.StartTimeOut{Person: who})
	b.do(b.sam, model.StartTimeOut{Person: who, Reason: "thuis is het druk", Until: b.now.AddDate(0, 1, 0)})
	students, err := desk.Students(b.ctx())
	b.must(err)
	b.same(students[0].Study.Status, model.StudyTimeOut)
	_, err = desk.TimeOuts(b.ctx())
	b.fails(model.Refused, "may-not-read", err)
	_, err = ali.TimeOuts(b.ctx())
	b.fails(model.Refused, "may-not-read", err)
	outs, err := b.sam.TimeOuts(b.ctx())
	b.must(err)
	b.same(outs[0].Reason, "thuis is het druk")
	b.refused(model.Conflict, "time-out-already", b.sam, model.StartTimeOut{Person: who, Reason: "nog eens"})
	b.do(b.sam, model.EndTimeOut{Person: who})
	b.refused(model.Conflict, "no-time-out", b.sam, model.EndTimeOut{Person: who})
	outs, err = b.sam.TimeOuts(b.ctx())
	b.must(err)
	b.same(outs[0].Ended.IsZero(), false)
	_, err = b.sam.Undo(b.ctx())
	b.must(err)
	students, err = desk.Students(b.ctx())
	b.must(err)
	b.same(students[0].Study.Status, model.StudyTimeOut)
}
