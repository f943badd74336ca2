// Package minutes is what came out of a meeting: goals, questions and signals that name it. They are added as any others, each with the meeting in
// it; here they are read beside each other.
package minutes

import (
	"context"

	"leerbalie/model"
	"leerbalie/model/goal"
	"leerbalie/model/journal"
	"leerbalie/model/question"
	"leerbalie/model/upward"
)

// Came is what came out of a meeting, each by its title.
type Came struct {
	Goals     []goal.Goal
	Questions []question.Question
	Signals   []upward.Signal
}

// Any tells whether anything came of it.
func (c *Came) Any() bool { return len(c.Goals)+len(c.Questions)+len(c.Signals) > 0 }

// All reads what came out of each meeting, by the meeting. Errors: Refused for who may not read the community's.
func All(ctx context.Context, session *model.Session) (map[journal.ID]*Came, error) {
	out := map[journal.ID]*Came{}
	of := func(meeting journal.ID) *Came {
		if out[meeting] == nil {
			out[meeting] = &Came{}
		}
		return out[meeting]
	}
	err := session.ReadClass(ctx, journal.Community, func(tx model.Tx) error {
		goals, err := goal.AllIn(ctx, session, tx)
		if err != nil {
			return err
		}
		questions, err := question.AllIn(ctx, session, tx)
		if err != nil {
			return err
		}
		signals, err := upward.AllIn(ctx, session, tx)
		for _, g := range goals {
			of(g.Meeting).Goals = append(of(g.Meeting).Goals, g)
		}
		for _, q := range questions {
			of(q.Meeting).Questions = append(of(q.Meeting).Questions, q)
		}
		for _, s := range signals {
			of(s.Meeting).Signals = append(of(s.Meeting).Signals, s)
		}
		return err
	})
	delete(out, journal.ID{}) // what came out of no meeting
	return out, err
}
