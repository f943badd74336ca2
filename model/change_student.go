package model

import (
	"strings"
	"time"
)

// StartTimeOut takes a student out of the pairs for a while. The reason is kept where only coordinators see it.
type StartTimeOut struct {
	Person ID
	Reason string
	Until  time.Time // when it is expected to end; zero: not known
}

// Name is the code of the words for this action.
func (StartTimeOut) Name() string { return "act-time-out" }

// Do begins the time-out; a running pair goes on until somebody ends it. Errors: NotFound; Invalid for a missing reason;
// Conflict for somebody who is in one.
func (a StartTimeOut) Do(d *Doing) error {
	if err := required(&a.Reason, "reason"); err != nil {
		return err
	}
	p, err := d.student(a.Person)
	if err != nil {
		return err
	}
	if p.Study.Status != StudyActive {
		return Fail(Conflict, "time-out-already", "name", p.Name)
	}
	id, err := d.NewID(d.Now())
	if err != nil {
		return err
	}
	d.about(p.ID, "")
	if err := d.Set(KindTimeOut, id, Organisation(), Fields{TimeOutPerson.Is(Ref(p.ID)), TimeOutReason.Is(Text(a.Reason)),
		TimeOutFrom.Is(Int(days(d.Now()))), TimeOutUntil.Is(Int(days(a.Until)))}); err != nil {
		return err
	}
	return d.Set(KindPerson, p.ID, Organisation(), Fields{PersonStatus.Is(Text(string(StudyTimeOut)))})
}

// EndTimeOut brings a student back.
type EndTimeOut struct {
	Person ID
}

// Name is the code of the words for this action.
func (EndTimeOut) Name() string { return "act-time-out-end" }

// Do ends the time-out. Errors: NotFound; Conflict for somebody who is in none.
func (a EndTimeOut) Do(d *Doing) error {
	p, err := d.student(a.Person)
	if err != nil {
		return err
	}
	if p.Study.Status != StudyTimeOut {
		return Fail(Conflict, "no-time-out", "name", p.Name)
	}
	if err := d.allowed(KindTimeOut, Organisation()); err != nil {
		return err
	}
	d.about(p.ID, "")
	var open []ID
	if err := d.Each(KindTimeOut, func(r *Record) error {
		if t := TimeOutOf(r); t.Person == p.ID && t.Ended.IsZero() && !r.Archived() {
			open = append(open, r.ID)
		}
		return nil
	}); err != nil {
		return err
	}
	for _, id := range open {
		if err := d.Set(KindTimeOut, id, Organisation(), Fields{TimeOutEnded.Is(Int(days(d.Now())))}); err != nil {
			return err
		}
	}
	return d.Set(KindPerson, p.ID, Organisation(), Fields{PersonStatus.Is(Value{})})
}

// EndStudy notes that a student is done here, and how it ended. The running pair ends with it.
type EndStudy struct {
	Person  ID
	Outcome string    // a code of StudyOutcomes
	At      time.Time // zero: today
}

// Name is the code of the words for this action.
func (EndStudy) Name() string { return "act-end-study" }

// Do ends it. Errors: NotFound; Invalid for a missing outcome; Conflict for somebody who is done already.
func (a EndStudy) Do(d *Doing) error {
	if a.Outcome = strings.TrimSpace(a.Outcome); a.Outcome == "" {
		return Fail(Invalid, "missing", "field", "outcome")
	}
	if _, ok := StudyOutcomes().Get(a.Outcome); !ok {
		return Fail(Invalid, "unknown-study-outcome", "outcome", a.Outcome)
	}
	p, err := d.student(a.Person)
	if err != nil {
		return err
	}
	if p.Study.Status == StudyEnded {
		return Fail(Conflict, "study-ended", "name", p.Name)
	}
	if a.At.IsZero() {
		a.At = d.Now()
	}
	d.about(p.ID, "")
	pair, err := runningPair(d, p.ID)
	if err != nil {
		return err
	}
	if pair != nil {
		reason := "left"
		if a.Outcome != "left" {
			reason = "done"
		}
		if err := (EndPair{ID: pair.ID, Reason: reason}).Do(d); err != nil {
			return err
		}
	}
	return d.Set(KindPerson, p.ID, Organisation(), Fields{PersonEnd.Is(Int(days(a.At))), PersonStatus.Is(Text(string(StudyEnded))),
		PersonOutcome.Is(Text(a.Outcome))})
}

// SetMatching keeps how buddies are chosen at a site.
type SetMatching struct {
	Site    ID // zero: the session's
	Weights []Weight
	Limits  MatchLimits
}

// Name is the code of the words for this action.
func (SetMatching) Name() string { return "act-set-matching" }

// Do keeps it. Errors: NotFound; Invalid for a weight or a limit that cannot be.
func (a SetMatching) Do(d *Doing) error {
	if a.Site.IsZero() {
		a.Site = d.Site()
	}
	rec, err := d.Record(KindSite, a.Site)
	if err != nil {
		return err
	}
	if rec == nil {
		return Fail(NotFound, "site-unknown", "name", a.Site.String())
	}
	for _, w := range a.Weights {
		if w.Weight < 0 || w.Weight > 10 || strings.TrimSpace(w.Rule) == "" {
			return Fail(Invalid, "match-weight", "rule", w.Rule, "weight", w.Weight, "limit", 10)
		}
	}
	if a.Limits.Stated < 0 || a.Limits.Stated > 21 || a.Limits.Shared < 0 || a.Limits.Shared > 21 {
		return Fail(Invalid, "match-limits", "stated", a.Limits.Stated, "shared", a.Limits.Shared)
	}
	d.about(a.Site, "")
	return d.Set(KindSite, a.Site, rec.Part, Fields{SiteWeights.Is(weightsValue(a.Weights)), SiteLimits.Is(limitsValue(a.Limits))})
}
