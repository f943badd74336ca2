package pairs

import (
	"strings"
	"time"

	"leerbalie/model"
	"leerbalie/model/days"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
)

// AddCheckIn notes how a pair is doing. A coordinator does so, or a member of the pair.
type AddCheckIn struct {
	Pair   journal.ID
	Mood   Mood // "" is good
	Silent bool // nobody was heard
	Note   string
	At     time.Time // zero: now
}

// Name is the code of the words for this action.
func (AddCheckIn) Name() string { return "act-check-in" }

// Do adds the check-in. Errors: NotFound; Invalid for an unknown mood, a moment to come or one before the pair began;
// Conflict when the pair does not run.
func (a AddCheckIn) Do(d *model.Doing) error {
	if a.Mood == "" && !a.Silent {
		a.Mood = MoodGood
	}
	if _, ok := Moods().Get(string(a.Mood)); !ok && a.Mood != "" {
		return fault.New(fault.Invalid, "unknown-mood", "mood", string(a.Mood))
	}
	p, err := runningPairAt(d, a.Pair, a.At)
	if err != nil {
		return err
	}
	return addToPair(d, &p, ItemCheckIn,
		journal.Fields{checkMood.Is(journal.Text(string(a.Mood))), pairNote.Is(journal.Text(a.Note)), pairAt.Is(journal.Int(journal.Millis(a.At))), checkSilent.Is(journal.Bool(a.Silent))})
}

// AddEvaluation writes down the look back after three months, or six.
type AddEvaluation struct {
	Pair   journal.ID
	Month  int    // 3 or 6
	Result string // a code of EvaluationResults
	Note   string
	At     time.Time // zero: now
}

// Name is the code of the words for this action.
func (AddEvaluation) Name() string { return "act-evaluate-pair" }

// Do adds the evaluation. Errors: NotFound; Invalid for another month, an unknown result or a moment to come; Conflict
// when the pair does not run.
func (a AddEvaluation) Do(d *model.Doing) error {
	if a.Month != 3 && a.Month != 6 {
		return fault.New(fault.Invalid, "evaluation-month", "month", a.Month)
	}
	if _, ok := EvaluationResults().Get(a.Result); !ok {
		return fault.New(fault.Invalid, "unknown-result", "result", a.Result)
	}
	p, err := runningPairAt(d, a.Pair, a.At)
	if err != nil {
		return err
	}
	_, err = d.Add(KindPair, p.ID, journal.Organisation(), ItemEvaluation,
		journal.Fields{evaluationMonth.Is(journal.Int(int64(a.Month))), pairNote.Is(journal.Text(a.Note)), pairAt.Is(journal.Int(journal.Millis(a.At))), evaluationResult.Is(journal.Text(a.Result))})
	return err
}

// Agree writes down what one member of a pair says about the work together. The one before stays in the history.
type Agree struct {
	Pair   journal.ID
	Person journal.ID // zero: who acts
	For    string     // what this member is for
	Adds   string     // what the other adds
}

// Name is the code of the words for this action.
func (Agree) Name() string { return "act-agree" }

// Do adds the agreement. Errors: NotFound; Invalid for an empty one, or somebody who is not in the pair; Conflict when the
// pair does not run.
func (a Agree) Do(d *model.Doing) error {
	if strings.TrimSpace(a.For+a.Adds) == "" {
		return fault.New(fault.Invalid, "missing", "field", "agreement")
	}
	p, err := runningPairAt(d, a.Pair, time.Time{})
	if err != nil {
		return err
	}
	if a.Person.IsZero() {
		a.Person = d.Actor.ID
	}
	if !p.Has(a.Person) {
		return fault.New(fault.Invalid, "not-in-pair")
	}
	return addToPair(d, &p, ItemAgreement,
		journal.Fields{agreementPerson.Is(journal.Ref(a.Person)), agreementFor.Is(journal.Text(a.For)), agreementAdds.Is(journal.Text(a.Adds))})
}

// runningPairAt reads a running pair about which something of a moment is written down.
func runningPairAt(d *model.Doing, id journal.ID, at time.Time) (Pair, error) {
	if err := d.Happened(at, "moment"); err != nil {
		return Pair{}, err
	}
	p, err := runningPairFor(d, id)
	if err == nil && !at.IsZero() && days.Between(days.Of(at, p.zone()), days.Of(p.Started, p.zone())) > 0 {
		err = fault.New(fault.Invalid, "before-pair")
	}
	return p, err
}

// addToPair writes an item on a pair, as a member of it may.
func addToPair(d *model.Doing, p *Pair, item journal.ItemKind, fields journal.Fields) error {
	return d.Granted(model.Grant{People: p.Has(d.Actor.ID)}, func() error {
		_, err := d.Add(KindPair, p.ID, journal.Organisation(), item, fields)
		return err
	})
}

// AnswerFit is what one member says in private about how the pair fits. A coordinator may write down what somebody said.
type AnswerFit struct {
	Pair   journal.ID
	Person journal.ID // zero: who acts
	Answer FitAnswer
	Note   string
}

// Name is the code of the words for this action.
func (AnswerFit) Name() string { return "act-answer-fit" }

// Do keeps the answer; a later one of the same person replaces it. Errors: NotFound; Invalid for an unknown answer or
// somebody who is not in the pair; Refused for another's answer, unless a coordinator writes it down.
func (a AnswerFit) Do(d *model.Doing) error {
	if _, ok := FitAnswers().Get(string(a.Answer)); !ok {
		return fault.New(fault.Invalid, "unknown-answer", "answer", string(a.Answer))
	}
	p, err := runningPairFor(d, a.Pair)
	if err != nil {
		return err
	}
	if a.Person.IsZero() {
		a.Person = d.Actor.ID
	}
	if !p.Has(a.Person) {
		return fault.New(fault.Invalid, "not-in-pair")
	}
	if a.Person != d.Actor.ID {
		if err := d.Allowed(KindFit, journal.Organisation()); err != nil {
			return err
		}
	}
	fields := journal.Fields{FitPair.Is(journal.Ref(p.ID)), FitPerson.Is(journal.Ref(a.Person)), FitSaid.Is(journal.Text(string(a.Answer))), FitNote.Is(journal.Text(a.Note)),
		FitAt.Is(journal.Int(d.Now().UnixMilli()))}
	var id journal.ID
	if err := d.Each(KindFit, func(r *journal.Record) error {
		if f := FitOf(r); f.Pair == p.ID && f.Person == a.Person && !r.Archived() {
			id = r.ID
		}
		return nil
	}); err != nil {
		return err
	}
	if id.IsZero() {
		if id, err = d.NewID(d.Now()); err != nil {
			return err
		}
	}
	return d.Granted(model.Grant{Private: a.Person == d.Actor.ID}, func() error { return d.Set(KindFit, id, journal.Organisation(), fields) })
}
