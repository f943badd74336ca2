package learning

import (
	"time"

	"leerbalie/model/days"
	"leerbalie/model/journal"
	"leerbalie/model/learning/competence"
)

// AssessorKind is as what somebody judges.
type AssessorKind string

// Who judges: the student, a fellow student, a practice supervisor (whose judgement is advice), the school (whose
// judgement is final).
const (
	AssessorSelf     AssessorKind = "self"
	AssessorPeer     AssessorKind = "peer"
	AssessorPractice AssessorKind = "practice"
	AssessorSchool   AssessorKind = "school"
)

// AssessorKinds lists every part, in the order in which they are shown.
func AssessorKinds() []AssessorKind {
	return []AssessorKind{AssessorSelf, AssessorPeer, AssessorPractice, AssessorSchool}
}

// Assessment is one judgement of one piece of evidence. It is never altered: a new judgement is a new one.
type Assessment struct {
	journal.Mark // By is who judged
	Student      journal.ID
	Evidence     journal.ID
	Framework    journal.ID
	Version      journal.Stamp // of the framework; zero for the one that comes with the program
	As           AssessorKind
	Given        []Given
	Reason       string
	Blind        bool             // given without having seen another's
	Latest       bool             // nobody gave a later one in the same name
	on           *competence.Tree // the version it was made on, where that was asked for
	said         []Given          // what it gave on that; Given is what that is on the version that counts now
}

// Given is the level that a node got, as a position on its scale.
type Given struct {
	Node  journal.ID
	Level int
}

// DecisionKind tells what a decision is about. Placement (hours and work) and exam are two records.
type DecisionKind string

// The kinds of decision.
const (
	DecisionPlacement DecisionKind = "placement"
	DecisionExam      DecisionKind = "exam"
)

// Decision is the school's final word, with all that was seen frozen beside it.
type Decision struct {
	journal.Mark
	Student   journal.ID
	Framework journal.ID
	Version   journal.Stamp
	Kind      DecisionKind
	Met       bool
	Reason    string
	Snapshot  []byte // JSON; see Snapshot
	Hash      string // SHA-256 of Snapshot, in hexadecimal
	Sound     bool   // the snapshot is what was frozen, or was erased
	Erased    bool   // its words were erased, with what was frozen
	Hidden    int    // judgements in it that this session may not see yet: then it has no Snapshot
	Contested bool   // another one that stands says the opposite: nothing counts on either
	Withdrawn *journal.Mark
	Why       string // it was withdrawn
}

func assessmentFrom(it *journal.Item) Assessment {
	f := it.Fields
	a := Assessment{Mark: it.Mark(0), Evidence: f.Get(evidenceID).ID(), Framework: f.Get(assessFramework).ID(), As: AssessorKind(f.Get(assessBy).Text()),
		Reason: f.Get(assessReason).Text()}
	if s := f.Get(assessVersion).Stamps(); len(s) > 0 {
		a.Version = s[0]
	}
	levels := f.Get(assessLevels).List()
	nodes := f.Get(assessNodes).IDs()
	if n := min(len(nodes), len(levels)); n > 0 {
		a.Given = make([]Given, n)
		for i := range a.Given {
			a.Given[i] = Given{nodes[i], int(levels[i].Int()) - 1}
		}
	}
	return a
}

func (a Assessment) fields() journal.Fields {
	nodes, levels := make([]journal.ID, len(a.Given)), make([]journal.Value, len(a.Given))
	for i, g := range a.Given {
		nodes[i], levels[i] = g.Node, journal.Int(int64(g.Level)+1)
	}
	return journal.Fields{
		evidenceID.Is(journal.Ref(a.Evidence)), assessFramework.Is(journal.Ref(a.Framework)), assessVersion.Is(versionValue(a.Version)), assessBy.Is(journal.Text(string(a.As))),
		assessNodes.Is(journal.Refs(nodes)), assessLevels.Is(journal.List(levels...)), assessReason.Is(journal.Text(a.Reason)),
	}
}

func versionValue(s journal.Stamp) journal.Value {
	if s.IsZero() {
		return journal.Value{}
	}
	return journal.Stamps([]journal.Stamp{s})
}

// Level is what the judgement gave a node; ok is false when it gave none.
func (a Assessment) Level(node journal.ID) (level int, ok bool) {
	for _, g := range a.Given {
		if g.Node == node {
			return g.Level, true
		}
	}
	return -1, false
}

// WeeksUntil counts whole weeks from one calendar day to a last one: 28 days are four. Below 0 that has passed.
func WeeksUntil(end, today time.Time) int {
	if days := days.Between(today, end); days >= 0 {
		return days / 7
	}
	return -1
}
