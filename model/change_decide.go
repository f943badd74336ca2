package model

import (
	"crypto/sha256"
	"slices"
	"strings"
)

// Decide is the school's final word on a placement or an exam. It freezes all that was seen, and is not undone like other
// actions: WithdrawDecision takes it back, with a reason, and both stay. Who decides sees every judgement, and is a blind
// second assessor of none of that work any more.
type Decide struct {
	Student   ID
	Framework ID // zero: what the student is assessed on
	Kind      DecisionKind
	Met       bool
	Reason    string
}

// Name is the code of the words for this action.
func (Decide) Name() string { return "act-decide" }

// snapshotPiece is how many bytes of a snapshot stand in one value.
const snapshotPiece = MaxText / 2

// Do freezes the decision. Errors: NotFound; Invalid for an unknown kind; Refused for whom it is not to decide; Conflict when
// the same was decided and stands, or no school judgement has been given yet.
func (a Decide) Do(d *Doing) error {
	if a.Kind != DecisionPlacement && a.Kind != DecisionExam {
		return Fail(Invalid, "decision-kind", "kind", string(a.Kind))
	}
	student, err := d.student(a.Student)
	if err != nil {
		return err
	}
	group := homeGroup(student)
	if !slices.Contains(d.sight(student, group).Parts, BySchool) {
		return d.refuse(student)
	}
	if a.Framework.IsZero() {
		if a.Framework, err = frameworkOf(d, student); err != nil {
			return err
		}
	}
	f, err := frameworkByID(d, a.Framework)
	if err != nil {
		return err
	}
	groups, err := groupsOf(d, student)
	if err != nil {
		return err
	}
	var dossiers []*Dossier
	judged := false
	for _, g := range groups {
		x, err := dossierIn(d, student.ID, g)
		if err != nil {
			return err
		}
		if x == nil {
			continue
		}
		dossiers = append(dossiers, x)
		for _, old := range x.Decisions {
			if old.Kind == a.Kind && old.Framework == f.ID && old.Withdrawn == nil {
				return Fail(Conflict, "decided-already", "student", student.Name)
			}
		}
		judged = judged || slices.ContainsFunc(x.Evidence, func(e Evidence) bool {
			return slices.ContainsFunc(e.Assessments, func(o Assessment) bool { return o.Part == BySchool })
		})
	}
	if !judged {
		return Fail(Conflict, "nothing-judged", "student", student.Name)
	}
	a.Reason = strings.TrimSpace(a.Reason)
	b, err := d.freeze(student, f, dossiers, Decision{Kind: a.Kind, Met: a.Met, Reason: a.Reason})
	if err != nil {
		return err
	}
	var pieces []Value
	for piece := range slices.Chunk(b, snapshotPiece) {
		pieces = append(pieces, Bytes(string(piece)))
	}
	sum := sha256.Sum256(b)
	_, err = d.put(student.ID, group, ItemDecision, Fields{decisionFramework.Is(Ref(f.ID)), decisionVersion.Is(versionValue(f.Stamp)),
		decisionKind.Is(Text(string(a.Kind))), decisionMet.Is(Bool(a.Met)), decisionReason.Is(Text(a.Reason)), decisionSnapshot.Is(List(pieces...)),
		decisionHash.Is(Bytes(string(sum[:])))})
	if err == nil {
		err = d.lookAll(student, dossiers)
	}
	d.Stays()
	return err
}

// WithdrawDecision takes a decision back, with a reason.
type WithdrawDecision struct {
	Student  ID
	Decision Stamp
	Reason   string
}

// Name is the code of the words for this action.
func (WithdrawDecision) Name() string { return "act-withdraw-decision" }

// Do withdraws the decision. Errors: NotFound; Invalid without a reason; Refused for whom it is not to decide; Conflict when
// it was withdrawn already.
func (a WithdrawDecision) Do(d *Doing) error {
	if err := required(&a.Reason, "reason"); err != nil {
		return err
	}
	student, err := d.student(a.Student)
	if err != nil {
		return err
	}
	groups, err := groupsOf(d, student)
	if err != nil {
		return err
	}
	for _, g := range groups {
		x, err := dossierIn(d, student.ID, g)
		if err != nil {
			return err
		}
		if x == nil {
			continue
		}
		for _, old := range x.Decisions {
			if old.Stamp != a.Decision {
				continue
			}
			if !slices.Contains(d.sight(student, g).Parts, BySchool) {
				return d.refuse(student)
			}
			if old.Withdrawn != nil {
				return Fail(Conflict, "withdrawn-already", "student", student.Name)
			}
			_, err := d.put(student.ID, g, ItemDecisionWithdrawn, Fields{FieldTarget.Is(Stamps([]Stamp{a.Decision})), decisionReason.Is(Text(a.Reason))})
			d.Stays()
			return err
		}
	}
	return Fail(NotFound, "decision-unknown")
}
