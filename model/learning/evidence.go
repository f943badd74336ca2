package learning

import (
	"time"

	"leerbalie/model"
	"leerbalie/model/journal"
	"leerbalie/model/pairs"
)

// EvidenceKind is where evidence comes from.
type EvidenceKind string

// The kinds of evidence. A product is a reference to a file that is kept elsewhere.
const (
	EvidenceRequest     EvidenceKind = "request"
	EvidenceVisit       EvidenceKind = "visit" // to a regular client
	EvidenceCourse      EvidenceKind = "course"
	EvidenceProject     EvidenceKind = "project"
	EvidenceObservation EvidenceKind = "observation"
	EvidenceProduct     EvidenceKind = "product"
)

// EvidenceKinds lists every kind, in the order in which they are shown.
func EvidenceKinds() []EvidenceKind {
	return []EvidenceKind{EvidenceRequest, EvidenceVisit, EvidenceCourse, EvidenceProject, EvidenceObservation, EvidenceProduct}
}

// Work tells whether it is work at the desk, whose facts are copied from there.
func (k EvidenceKind) Work() bool { return k == EvidenceRequest || k == EvidenceVisit }

// Evidence is a piece of a student's work that can be judged. What is known of a handled request is copied: no resident,
// no number, no word that somebody typed, and the id does not lead back to the request.
type Evidence struct {
	ID           journal.ID
	journal.Mark // who put it down, when
	Student      journal.ID
	Group        journal.ID // whose dossier it lies in
	Kind         EvidenceKind
	Title        string // of what is no request
	Day          time.Time
	Minutes      int
	Theme        string // a code
	Channel      string // a code
	Role         string // alone, pair or trio
	Supervision  model.Supervision
	Result       string        // a code
	With         []journal.ID  // the others who did it
	Offered      pairs.Offered // of a request: whether it had been offered to those who took it up
	File         string        // of a product
	Note         string        // in the student's own, cleaned words
	Nodes        []journal.ID  // what it is evidence of
	Reflection   *Reflection
	reflected    bool                 // the student has looked back on it, in words that this session may not see
	Earlier      []Reflection         // versions before the last
	Assessments  []Assessment         // that the session may see, in order
	Hidden       int                  // judgements that this session may not see yet
	SelfHidden   bool                 // the student's own judgement is one that this session may not see yet; it is not among Hidden
	blindTo      map[AssessorKind]int // of those, how many people gave one in each part
	Mine         bool                 // the acting person has judged it
	Talk         []Line               // what was said about it that the session may read, in order
	Attached     []Attached           // files that were put with it
	heard        []heard
	Looked       bool // the acting person has looked at others' judgements before giving one
}

// Reflection is a student looking back, in STARR: situation, task, action, result, reflection.
type Reflection struct {
	journal.Mark
	Situation, Task, Action, Result, Reflection string
}

// Text is the five parts as one text.
func (r Reflection) Text() string {
	out := ""
	for _, t := range []string{r.Situation, r.Task, r.Action, r.Result, r.Reflection} {
		if t != "" {
			out += t + "\n"
		}
	}
	return out
}

// Ready tells whether the evidence can be judged: it points at something and, where it is work at the desk, the student
// has looked back on it.
func (e *Evidence) Ready() bool {
	return len(e.Nodes) > 0 && (!e.Kind.Work() || e.Reflection != nil || e.reflected)
}

// The roles in which a student did something.
const (
	RoleAlone = "alone"
	RolePair  = "pair"
	RoleTrio  = "trio"
)

// The fields of a dossier and of its items. Numbers are on disk and never reused; FieldTarget is 1.
const (
	DossierStudent journal.Field = 1

	evidenceID          journal.Field = 2
	evidenceKind        journal.Field = 3
	evidenceDay         journal.Field = 4 // days since 1970
	evidenceMinutes     journal.Field = 5
	evidenceTheme       journal.Field = 6
	evidenceChannel     journal.Field = 7
	evidenceRole        journal.Field = 8
	evidenceSupervision journal.Field = 9
	evidenceResult      journal.Field = 10
	evidenceTitle       journal.Field = 11
	evidenceFile        journal.Field = 12
	evidenceNodes       journal.Field = 13
	evidenceWith        journal.Field = 14
	evidenceOffered     journal.Field = 15
	evidenceText        journal.Field = 3 // of a note

	starrSituation  journal.Field = 3
	starrTask       journal.Field = 4
	starrAction     journal.Field = 5
	starrResult     journal.Field = 6
	starrReflection journal.Field = 7

	assessFramework journal.Field = 3
	assessVersion   journal.Field = 4
	assessBy        journal.Field = 5
	assessNodes     journal.Field = 6
	assessLevels    journal.Field = 7 // position + 1: a list holds no zero
	assessReason    journal.Field = 8

	decisionFramework journal.Field = 2
	decisionVersion   journal.Field = 3
	decisionKind      journal.Field = 4
	decisionMet       journal.Field = 5
	decisionReason    journal.Field = 6
	decisionSnapshot  journal.Field = 7 // JSON in pieces
	decisionHash      journal.Field = 8 // SHA-256 of it
)

// DossierID is the id of what a student learned in a group; it is the same on every replica.
func DossierID(student, group journal.ID) journal.ID {
	return journal.KeyedID("dossier", string(student[:]), string(group[:]))
}

// EvidenceID is the id of the evidence that a handled request is for a student: handling it twice, or on two replicas,
// gives one piece of evidence. The request cannot be found from it.
func EvidenceID(request, student journal.ID) journal.ID {
	return journal.KeyedID("evidence", string(request[:]), string(student[:]))
}

// Fields are the facts of the evidence as they are kept: no judgement, no reflection and no note.
func (e Evidence) Fields() journal.Fields {
	return journal.Fields{
		evidenceID.Is(journal.Ref(e.ID)), evidenceKind.Is(journal.Text(string(e.Kind))), evidenceDay.Is(journal.Int(journal.DayNumber(e.Day))), evidenceMinutes.Is(journal.Int(int64(e.Minutes))),
		evidenceTheme.Is(journal.Text(e.Theme)), evidenceChannel.Is(journal.Text(e.Channel)), evidenceRole.Is(journal.Text(e.Role)),
		evidenceSupervision.Is(journal.Text(string(e.Supervision))), evidenceResult.Is(journal.Text(e.Result)), evidenceTitle.Is(journal.Text(e.Title)),
		evidenceFile.Is(journal.Text(e.File)), evidenceNodes.Is(journal.Refs(e.Nodes)), evidenceWith.Is(journal.Refs(e.With)),
		evidenceOffered.Is(journal.Int(int64(e.Offered))),
	}
}

func evidenceFrom(it *journal.Item) Evidence {
	f := it.Fields
	return Evidence{
		ID: f.Get(evidenceID).ID(), Mark: it.Mark(0), Kind: EvidenceKind(f.Get(evidenceKind).Text()), Day: journal.CalendarDay(f.Get(evidenceDay).Int()),
		Minutes: int(f.Get(evidenceMinutes).Int()), Theme: f.Get(evidenceTheme).Text(), Channel: f.Get(evidenceChannel).Text(),
		Role: f.Get(evidenceRole).Text(), Supervision: model.Supervision(f.Get(evidenceSupervision).Text()), Result: f.Get(evidenceResult).Text(),
		Title: f.Get(evidenceTitle).Text(), File: f.Get(evidenceFile).Text(), Nodes: f.Get(evidenceNodes).IDs(), With: f.Get(evidenceWith).IDs(), Offered: pairs.Offered(f.Get(evidenceOffered).Int()),
	}
}

// SameFacts tells whether two copies of the facts say the same.
func (e Evidence) SameFacts(o Evidence) bool {
	return e.Kind == o.Kind && e.Day.Equal(o.Day) && e.Minutes == o.Minutes && e.Theme == o.Theme && e.Channel == o.Channel && e.Role == o.Role &&
		e.Supervision == o.Supervision && e.Result == o.Result && e.Offered == o.Offered
}
