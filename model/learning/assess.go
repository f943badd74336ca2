package learning

import (
	"slices"
	"strings"

	"leerbalie/model"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/model/learning/competence"
	"leerbalie/model/plain"
)

// Assess judges a piece of evidence. A later judgement of the same person stands beside the earlier one.
type Assess struct {
	Student, Evidence journal.ID
	Framework         journal.ID   // zero: what the student is assessed on
	As                AssessorKind // "": the one that fits who acts
	Given             []Given
	Reason            string
}

// Name is the code of the words for this action.
func (Assess) Name() string { return "act-assess" }

// Do keeps the judgement, with the version of the framework it was made on. Errors: NotFound; Invalid for a judgement of
// nothing, a level that the node's scale does not have, or one that is not enough without a reason (see WantReason); Refused for
// whom it is not to judge in that part.
func (a Assess) Do(d *model.Doing) error {
	student, err := d.Student(a.Student)
	if err != nil {
		return err
	}
	x, e, err := evidenceFor(d, student, a.Evidence)
	if err != nil {
		return err
	}
	parts := mayJudgeAsFor(d, student, x, e)
	if a.As == "" && len(parts) > 0 {
		a.As = parts[0]
	}
	if !slices.Contains(parts, a.As) {
		return fault.New(fault.Refused, "not-to-judge", "name", d.Actor.Name, "student", student.Name)
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
	if len(a.Given) == 0 {
		return fault.New(fault.Invalid, "missing", "field", "level")
	}
	for i, g := range a.Given {
		n, ok := f.Node(g.Node)
		if !ok {
			return fault.New(fault.NotFound, "node-unknown")
		}
		if g.Level < 0 || g.Level >= len(f.ScaleOf(n).Levels) {
			return fault.New(fault.Invalid, "level-unknown", "node", n.Name())
		}
		if slices.ContainsFunc(a.Given[:i], func(o Given) bool { return o.Node == g.Node }) {
			return fault.New(fault.Invalid, "node-twice", "key", n.Name())
		}
	}
	if a.Reason = strings.TrimSpace(a.Reason); a.Reason == "" {
		if short := WantReason(f, a.As, a.Given); len(short) > 0 {
			return fault.New(fault.Invalid, "reason-short", "field", "reason", "nodes", plain.Some(short, mostGoing))
		}
	}
	made := Assessment{Evidence: e.ID, Framework: f.ID, Version: f.Stamp, As: a.As, Given: a.Given, Reason: a.Reason}
	_, err = AddItem(d, student.ID, x.Group, ItemAssessment, made.fields())
	return err
}

// WantReason are the names of the parts that a judgement gives too little to be given without a reason: a student who is told by the
// school, or by practice, that something is not enough has to read why. Who judges the own work says so in the reflection, and a
// fellow student's judgement is no verdict: neither is asked.
func WantReason(f *competence.Framework, as AssessorKind, given []Given) (out []string) {
	if as != AssessorSchool && as != AssessorPractice {
		return nil
	}
	for _, g := range given {
		if n, ok := f.Node(g.Node); ok && f.ScaleOf(n).Short(g.Level) {
			out = append(out, n.Short())
		}
	}
	return out
}

// mayJudgeAsFor are the parts in which the actor may judge a piece of evidence: those of the clearance, and that of a fellow
// student who did the work as well.
func mayJudgeAsFor(d *model.Doing, student model.Person, x *Dossier, e *Evidence) []AssessorKind {
	return mayJudgeAs(d.Clearance(), student, x.Group, e)
}

func mayJudgeAs(c model.Clearance, student model.Person, group journal.ID, e *Evidence) []AssessorKind {
	parts := SightOf(c, student, group).MayJudgeAs
	if IsPeer(c, student, e) {
		parts = append(parts, AssessorPeer)
	}
	return parts
}

// LookAtJudgements shows others' judgements to somebody who has not judged yet and will not be the second assessor; a
// judgement that follows all the same is marked as not blind.
type LookAtJudgements struct {
	Student, Evidence journal.ID
}

// Name is the code of the words for this action.
func (LookAtJudgements) Name() string { return "act-look" }

// Do notes that the actor looks. Errors: NotFound; Refused for whom the dossier is closed.
func (a LookAtJudgements) Do(d *model.Doing) error {
	student, x, e, err := mine(d, a.Student, a.Evidence)
	if err != nil || x.lookedAt(e.ID, d.Actor.ID) {
		return err
	}
	_, err = AddItem(d, student.ID, x.Group, ItemLook, journal.Fields{evidenceID.Is(journal.Ref(e.ID))})
	d.Permanent() // who has looked cannot unsee it
	return err
}
