package model

import "time"

// EvidenceKind is where evidence comes from.
type EvidenceKind string

// The kinds of evidence. A product is a reference to a file that is kept elsewhere.
const (
	EvidenceRequest     EvidenceKind = "request"
	EvidenceCourse      EvidenceKind = "course"
	EvidenceProject     EvidenceKind = "project"
	EvidenceObservation EvidenceKind = "observation"
	EvidenceProduct     EvidenceKind = "product"
)

// EvidenceKinds lists every kind, in the order in which they are shown.
func EvidenceKinds() []EvidenceKind {
	return []EvidenceKind{EvidenceRequest, EvidenceCourse, EvidenceProject, EvidenceObservation, EvidenceProduct}
}

// Evidence is a piece of a student's work that can be judged. What is known of a handled request is copied: no resident,
// no number, no word that somebody typed, and the id does not lead back to the request.
type Evidence struct {
	ID          ID
	Mark        // who put it down, when
	Student     ID
	Group       ID // whose dossier it lies in
	Kind        EvidenceKind
	Title       string // of what is no request
	Day         time.Time
	Minutes     int
	Theme       string // a code
	Channel     string // a code
	Role        string // alone, pair or trio
	Supervision Supervision
	Result      string // a code
	With        []ID   // the others who did it
	File        string // of a product
	Note        string // in the student's own, cleaned words
	Nodes       []ID   // what it is evidence of
	Reflection  *Reflection
	reflected   bool         // the student has looked back on it, in words that this session may not see
	Earlier     []Reflection // versions before the last
	Assessments []Assessment // that the session may see, in order
	Hidden      int          // judgements that this session may not see yet
	blindTo     map[By]int   // of those, how many people gave one in each part
	Mine        bool         // the acting person has judged it
	Looked      bool         // the acting person has looked at others' judgements before giving one
}

// Reflection is a student looking back, in STARR: situation, task, action, result, reflection.
type Reflection struct {
	Mark
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

// Ready tells whether the evidence can be judged: it points at something and, where it is a handled request, the student
// has looked back on it.
func (e *Evidence) Ready() bool {
	return len(e.Nodes) > 0 && (e.Kind != EvidenceRequest || e.Reflection != nil || e.reflected)
}

// The roles in which a student did something.
const (
	RoleAlone = "alone"
	RolePair  = "pair"
	RoleTrio  = "trio"
)

// The fields of a dossier and of its items. Numbers are on disk and never reused; FieldTarget is 1.
const (
	DossierStudent Field = 1

	evidenceID          Field = 2
	evidenceKind        Field = 3
	evidenceDay         Field = 4 // days since 1970
	evidenceMinutes     Field = 5
	evidenceTheme       Field = 6
	evidenceChannel     Field = 7
	evidenceRole        Field = 8
	evidenceSupervision Field = 9
	evidenceResult      Field = 10
	evidenceTitle       Field = 11
	evidenceFile        Field = 12
	evidenceNodes       Field = 13
	evidenceWith        Field = 14
	evidenceText        Field = 3 // of a note

	starrSituation  Field = 3
	starrTask       Field = 4
	starrAction     Field = 5
	starrResult     Field = 6
	starrReflection Field = 7

	assessFramework Field = 3
	assessVersion   Field = 4
	assessBy        Field = 5
	assessNodes     Field = 6
	assessLevels    Field = 7 // position + 1: a list holds no zero
	assessReason    Field = 8

	decisionFramework Field = 2
	decisionVersion   Field = 3
	decisionKind      Field = 4
	decisionMet       Field = 5
	decisionReason    Field = 6
	decisionSnapshot  Field = 7 // JSON in pieces
	decisionHash      Field = 8 // SHA-256 of it
)

// DossierID is the id of what a student learned in a group; it is the same on every replica.
func DossierID(student, group ID) ID { return KeyedID("dossier", string(student[:]), string(group[:])) }

// EvidenceOf is the id of the evidence that a handled request is for a student: handling it twice, or on two replicas,
// gives one piece of evidence. The request cannot be found from it.
func EvidenceOf(request, student ID) ID {
	return KeyedID("evidence", string(request[:]), string(student[:]))
}

// days is a day as the journal keeps it.
// days counts the days from 1970 to the calendar day of a moment; 0 for none.
func days(t time.Time) int64 {
	if t.IsZero() {
		return 0
	}
	y, m, d := t.Date()
	return time.Date(y, m, d, 0, 0, 0, 0, time.UTC).Unix() / 86400
}

// dayOf is the day of a number, at midnight UTC; zero for 0.
func dayOf(n int64) time.Time {
	if n == 0 {
		return time.Time{}
	}
	return time.Unix(n*86400, 0).UTC()
}

func (e Evidence) fields() Fields {
	return Fields{
		evidenceID.Is(Ref(e.ID)), evidenceKind.Is(Text(string(e.Kind))), evidenceDay.Is(Int(days(e.Day))), evidenceMinutes.Is(Int(int64(e.Minutes))),
		evidenceTheme.Is(Text(e.Theme)), evidenceChannel.Is(Text(e.Channel)), evidenceRole.Is(Text(e.Role)),
		evidenceSupervision.Is(Text(string(e.Supervision))), evidenceResult.Is(Text(e.Result)), evidenceTitle.Is(Text(e.Title)),
		evidenceFile.Is(Text(e.File)), evidenceNodes.Is(Refs(e.Nodes)), evidenceWith.Is(Refs(e.With)),
	}
}

func evidenceFrom(it *Item) Evidence {
	f := it.Fields
	return Evidence{
		ID: f.Get(evidenceID).ID(), Mark: it.mark(0), Kind: EvidenceKind(f.Get(evidenceKind).Text()), Day: dayOf(f.Get(evidenceDay).Int()),
		Minutes: int(f.Get(evidenceMinutes).Int()), Theme: f.Get(evidenceTheme).Text(), Channel: f.Get(evidenceChannel).Text(),
		Role: f.Get(evidenceRole).Text(), Supervision: Supervision(f.Get(evidenceSupervision).Text()), Result: f.Get(evidenceResult).Text(),
		Title: f.Get(evidenceTitle).Text(), File: f.Get(evidenceFile).Text(), Nodes: f.Get(evidenceNodes).IDs(), With: f.Get(evidenceWith).IDs(),
	}
}

// sameFacts tells whether two copies of the facts say the same.
func (e Evidence) sameFacts(o Evidence) bool {
	return e.Kind == o.Kind && e.Day.Equal(o.Day) && e.Minutes == o.Minutes && e.Theme == o.Theme && e.Channel == o.Channel && e.Role == o.Role &&
		e.Supervision == o.Supervision && e.Result == o.Result
}
