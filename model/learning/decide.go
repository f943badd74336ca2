package learning

import (
	"crypto/sha256"
	"slices"
	"strings"

	"leerbalie/model"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/model/learning/competence"
)

// Decide is the school's final word on a placement or an exam. It freezes all that was seen, and is not undone like other
// actions: WithdrawDecision takes it back, with a reason, and both stay. Who decides sees every judgement, and is a blind
// second assessor of none of that work any more.
type Decide struct {
	Student   journal.ID
	Framework journal.ID // zero: what the student is assessed on
	Kind      DecisionKind
	Met       bool
	Reason    string
}

// Name is the code of the words for this action.
func (Decide) Name() string { return "act-decide" }

// snapshotPiece is how many bytes of a snapshot stand in one value.
const snapshotPiece = journal.MaxText / 2

// Do freezes the decision. Errors: NotFound; Invalid for an unknown kind; Refused for whom it is not to decide; Conflict when
// the same was decided and stands, or no school judgement has been given yet.
func (a Decide) Do(d *model.Doing) error {
	if a.Kind != DecisionPlacement && a.Kind != DecisionExam {
		return fault.New(fault.Invalid, "decision-kind", "kind", string(a.Kind))
	}
	student, err := d.Student(a.Student)
	if err != nil {
		return err
	}
	group := HomeGroup(student)
	if !slices.Contains(sightFor(d, student, group).MayJudgeAs, AssessorSchool) {
		return refuse(d, student)
	}
	if a.Framework.IsZero() {
		if a.Framework, err = ChosenFrameworkIn(d, student); err != nil {
			return err
		}
	}
	f, err := competence.FrameworkIn(d, a.Framework)
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
		x, err := DossierIn(d, student.ID, g)
		if err != nil {
			return err
		}
		if x == nil {
			continue
		}
		dossiers = append(dossiers, x)
		for _, old := range x.Decisions {
			if old.Kind == a.Kind && old.Framework == f.ID && old.Withdrawn == nil {
				return fault.New(fault.Conflict, "decided-already", "student", student.Name)
			}
		}
		judged = judged || slices.ContainsFunc(x.Evidence, func(e Evidence) bool {
			return slices.ContainsFunc(e.Assessments, func(o Assessment) bool { return o.As == AssessorSchool })
		})
	}
	if !judged {
		return fault.New(fault.Conflict, "nothing-judged", "student", student.Name)
	}
	a.Reason = strings.TrimSpace(a.Reason)
	b, err := freeze(d, student, f, dossiers, Decision{Kind: a.Kind, Met: a.Met, Reason: a.Reason})
	if err != nil {
		return err
	}
	var pieces []journal.Value
	for piece := range slices.Chunk(b, snapshotPiece) {
		pieces = append(pieces, journal.Bytes(string(piece)))
	}
	sum := sha256.Sum256(b)
	_, err = AddItem(d, student.ID, group, ItemDecision, journal.Fields{decisionFramework.Is(journal.Ref(f.ID)), decisionVersion.Is(versionValue(f.Stamp)),
		decisionKind.Is(journal.Text(string(a.Kind))), decisionMet.Is(journal.Bool(a.Met)), decisionReason.Is(journal.Text(a.Reason)), decisionSnapshot.Is(journal.List(pieces...)),
		decisionHash.Is(journal.Bytes(string(sum[:])))})
	if err == nil {
		err = lookAll(d, student, dossiers)
	}
	d.Permanent()
	return err
}

// WithdrawDecision takes a decision back, with a reason.
type WithdrawDecision struct {
	Student  journal.ID
	Decision journal.Stamp
	Reason   string
	Settles  bool // it is settled between decisions that say different things, which can be undone
}

// Name is the code of the words for this action.
func (WithdrawDecision) Name() string { return "act-withdraw-decision" }

// Do withdraws the decision. Errors: NotFound; Invalid without a reason; Refused for whom it is not to decide; Conflict when
// it was withdrawn already.
func (a WithdrawDecision) Do(d *model.Doing) error {
	if err := model.Required(&a.Reason, "reason"); err != nil {
		return err
	}
	student, err := d.Student(a.Student)
	if err != nil {
		return err
	}
	groups, err := groupsOf(d, student)
	if err != nil {
		return err
	}
	for _, g := range groups {
		x, err := DossierIn(d, student.ID, g)
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
			if !slices.Contains(sightFor(d, student, g).MayJudgeAs, AssessorSchool) {
				return refuse(d, student)
			}
			if old.Withdrawn != nil {
				return fault.New(fault.Conflict, "withdrawn-already", "student", student.Name)
			}
			_, err := AddItem(d, student.ID, g, ItemDecisionWithdrawn, journal.Fields{journal.FieldTarget.Is(journal.Stamps([]journal.Stamp{a.Decision})), decisionReason.Is(journal.Text(a.Reason))})
			if !a.Settles {
				d.Permanent()
			}
			return err
		}
	}
	return fault.New(fault.NotFound, "decision-unknown")
}
