package learning

import (
	"slices"

	"leerbalie/model"
	"leerbalie/model/journal"
)

// Sight is how somebody stands to a student's dossier: whether it may be read and written, and in which parts the person
// may judge.
type Sight struct {
	Read, Write bool
	MayJudgeAs  []AssessorKind
}

// SightOf tells what the person may do with what a student learned in a group: the own dossier is the student's own; a
// teacher works with those of the own groups, a practice supervisor with those of the students supervised; coordinators
// read. Others get nothing: the desk only adds the facts of handled work, and a fellow student only judges what both did.
func SightOf(c model.Clearance, student model.Person, group journal.ID) (s Sight) {
	p := c.Person()
	if p.Archived {
		return s
	}
	if p.Has(model.RoleCoordinator, model.RoleAdmin) {
		s.Read = true
	}
	if p.ID == student.ID && p.Has(model.RoleStudent) {
		return Sight{true, true, []AssessorKind{AssessorSelf}}
	}
	if p.Has(model.RoleTeacher) && (slices.Contains(p.Groups, group) || slices.ContainsFunc(student.Groups, func(g journal.ID) bool { return slices.Contains(p.Groups, g) })) {
		s.Read, s.Write, s.MayJudgeAs = true, true, append(s.MayJudgeAs, AssessorSchool)
	}
	if student.Supervisor == p.ID && !p.ID.IsZero() {
		s.Read, s.Write, s.MayJudgeAs = true, true, append(s.MayJudgeAs, AssessorPractice)
	}
	return s
}

// IsPeer tells whether the person is a fellow student who did the work that a piece of evidence shows: such a one may judge
// it as a peer, and sees of it what both know.
func IsPeer(c model.Clearance, student model.Person, e *Evidence) bool {
	p := c.Person()
	return !p.Archived && p.ID != student.ID && p.Has(model.RoleStudent) && student.Has(model.RoleStudent) && slices.Contains(e.With, p.ID)
}
