package demo

import (
	"time"

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
)

// promise puts a task on the question: a call-back to a resident who left a number, or one among colleagues.
func (c *life) promise(callBack bool) {
	callBack = callBack && c.plan.reachable()
	c.later(1, 4)
	c.done(c.who[0], c.task(callBack, c.calendar.workday(c.dice, c.now, c.dice.between(1, 4))))
}

func (c *life) task(callBack bool, due time.Time) desk.AddTask {
	what := c.words(c.plan.topic.task, anyTask())
	if callBack {
		what = c.say(callBacks())
	}
	return desk.AddTask{ID: c.request.ID, What: what, Due: due, On: c.who[0], CallBack: callBack}
}

// kept notes that the promise was kept, and what came of it.
func (c *life) kept(fact string) {
	c.later(2, 20)
	c.done(one(c.dice, c.who), finish{c.request.ID, fact})
}

// refer hands the question over; the referral lives on after the question was closed.
func (c *life) refer() {
	d := c.dice
	to := c.plan.topic.refer
	if len(to) == 0 {
		to = anyReferral()
	}
	id, by := c.request.ID, c.who[0]
	warm, consent := d.chance(45), d.chance(93)
	c.later(2, 10)
	c.done(by, c.referral(id, one(d, to), warm, consent))
	back := c.now
	defer func() { c.now = back }()
	next := func(state desk.ReferralState, low, high int, reason string) bool {
		was := c.now
		if c.days(low, high); c.now.Equal(was) {
			return false // that day is yet to come
		}
		c.done(by, move{id, state, reason})
		return true
	}
	if !consent {
		if d.chance(80) {
			next(desk.ReferralWithdrawn, 2, 6, "")
		}
		return
	}
	c.later(1, 5)
	c.done(by, move{id, desk.ReferralSent, ""})
	switch lot := d.IntN(100); {
	case lot < 9:
		next(desk.ReferralDeclined, 2, 9, c.say([]string{"wachtlijst {te lang|van vier maanden}", "valt buiten het gebied", "hoort bij de huisarts", "{inkomen|vermogen} boven de grens"}))
	case lot < 13:
		next(desk.ReferralWithdrawn, 1, 6, "")
	case next(desk.ReferralAccepted, 1, 8, "") && lot < 88:
		next(desk.ReferralDone, 3, 22, "")
	}
}

// finish marks the first open task of a request as done.
type finish struct {
	id   journal.ID
	fact string
}

// Name is the code of the words for this action.
func (finish) Name() string { return desk.FinishTask{}.Name() }

// Do finishes the task. Errors as for model.FinishTask.
func (a finish) Do(d *model.Doing) error {
	r, err := desk.RequestFor(d, journal.ID{}, a.id)
	if err != nil {
		return err
	}
	for _, t := range r.Tasks {
		if t.Done == nil {
			return desk.FinishTask{ID: a.id, Task: t.Stamp, Fact: a.fact}.Do(d)
		}
	}
	return fault.New(fault.NotFound, "task-unknown")
}

// move brings the last referral of a request into a state.
type move struct {
	id     journal.ID
	state  desk.ReferralState
	reason string
}

// Name is the code of the words for this action.
func (move) Name() string { return desk.MoveReferral{}.Name() }

// Do moves the referral. Errors as for model.MoveReferral.
func (a move) Do(d *model.Doing) error {
	r, err := desk.RequestFor(d, journal.ID{}, a.id)
	if err != nil {
		return err
	}
	if len(r.Referrals) == 0 {
		return fault.New(fault.NotFound, "referral-unknown")
	}
	return desk.MoveReferral{ID: a.id, Referral: r.Referrals[len(r.Referrals)-1].Stamp, State: a.state, Reason: a.reason}.Do(d)
}
