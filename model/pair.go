package model

import (
	"slices"
	"strconv"
	"strings"
	"time"
)

// The fields of a pair. Numbers are on disk and never reused.
const (
	PairMembers   Field = 1
	PairSite      Field = 2
	PairStarted   Field = 3 // milliseconds since 1970
	PairScore     Field = 4 // in hundredths of a point, when it was made
	PairPoints    Field = 5 // what each wish gave, in hundredths
	PairForbidden Field = 6 // it is no pair: the two may not become one
)

// The fields of a pair's items. FieldTarget is 1.
const (
	pairReason Field = 2
	pairNote   Field = 3
	pairAt     Field = 4 // milliseconds since 1970

	checkMood   Field = 2
	checkSilent Field = 5

	evaluationMonth  Field = 2
	evaluationResult Field = 5

	agreementPerson Field = 2
	agreementFor    Field = 3
	agreementAdds   Field = 4
)

// Pair is two students who work together, or three.
type Pair struct {
	ID          ID
	Members     []ID
	Site        ID
	Started     time.Time
	Score       int        // in hundredths of a point, when it was made; 0 for one made by hand
	Points      []WishedAt // what each wish gave
	Ended       *PairEnd   // nil while it runs
	CheckIns    []CheckIn  // in the order of their moments
	Evaluations []Evaluation
	Agreements  []Agreement // the latest of each member
	Forbidden   bool
	Archived    bool
	ReadOnly    bool
}

// WishedAt is what one wish gave a pair, in hundredths of a point.
type WishedAt struct {
	Rule   string
	Points int
}

// PairEnd is how a pair ended.
type PairEnd struct {
	Mark
	Reason string // a code of EndReasons
	Note   string
}

// Mood is how a pair is doing.
type Mood string

// The moods of a check-in.
const (
	MoodGood  Mood = "good"
	MoodDoubt Mood = "doubt"
	MoodBad   Mood = "bad"
)

// CheckIn is one time that somebody asked a pair how it goes. A silent one is a try that found nobody, or two who had not
// seen each other.
type CheckIn struct {
	Mark
	Mood   Mood
	Silent bool
	Note   string
}

// Evaluation is the look back after three months, or six.
type Evaluation struct {
	Mark
	Month  int    // 3 or 6
	Result string // a code of EvaluationResults
	Note   string
}

// Agreement is what one member said about the work together.
type Agreement struct {
	Mark
	Person ID
	For    string // what this member is for
	Adds   string // what the other adds
}

// EndReasons are why a pair can end.
func EndReasons() Codes {
	return listed("end-reason",
		entry("done", "klaar: stage of project voorbij", "done: placement or project is over", "klaar", "done", "afgerond"),
		entry("never-reached", "elkaar nooit bereikt", "never reached each other", "geen contact", "no contact"),
		entry("no-fit", "past niet bij elkaar", "not a good fit", "klikt niet", "no fit"),
		entry("left", "een van de twee is gestopt", "one of the two left", "gestopt", "left"),
		entry("time-out", "time-out van een van de twee", "a time-out of one of the two", "timeout"),
		entry("schedule", "rooster past niet meer", "schedules no longer fit", "rooster", "schedule"),
		entry("rematch", "opnieuw ingedeeld", "paired anew", "nieuw koppel", "rematch"),
		entry("other", "anders", "other", "overig"),
	)
}

// EvaluationResults are what an evaluation can come to.
func EvaluationResults() Codes {
	return listed("evaluation",
		entry("go-on", "samen door", "go on together", "door", "continue"),
		entry("change", "samen door, met andere afspraken", "go on with other agreements", "anders", "change"),
		entry("stop", "stoppen", "stop"),
	)
}

// Moods are how a pair can be doing.
func Moods() Codes {
	return listed("mood",
		entry(string(MoodGood), "gaat goed", "going well", "goed", "ok"),
		entry(string(MoodDoubt), "twijfel", "in doubt", "matig", "so-so"),
		entry(string(MoodBad), "gaat niet goed", "not going well", "slecht", "niet goed"),
	)
}

// Running tells whether the pair goes on.
func (p *Pair) Running() bool { return p.Ended == nil && !p.Forbidden && !p.Archived }

// Has tells whether somebody is a member.
func (p *Pair) Has(id ID) bool { return slices.Contains(p.Members, id) }

// PairOf reads a pair from its record and its items. The answer does not depend on the order in which items arrived.
func PairOf(rec *Record, items []Item) Pair {
	p := Pair{
		ID: rec.ID, Members: rec.Get(PairMembers).IDs(), Site: rec.Get(PairSite).ID(), Started: moment(rec.Get(PairStarted).Int()),
		Score: int(rec.Get(PairScore).Int()), Points: wishedAt(rec.Get(PairPoints)), Forbidden: rec.Get(PairForbidden).Bool(),
		Archived: rec.Archived(), ReadOnly: rec.MinReader > SchemaVersion,
	}
	for _, it := range Standing(items) {
		at := it.mark(pairAt)
		note := it.Fields.Get(pairNote).Text()
		switch it.Kind {
		case ItemPairEnd:
			if p.Ended == nil {
				p.Ended = &PairEnd{at, it.Fields.Get(pairReason).Text(), note}
			}
		case ItemCheckIn:
			p.CheckIns = append(p.CheckIns, CheckIn{at, Mood(it.Fields.Get(checkMood).Text()), it.Fields.Get(checkSilent).Bool(), note})
		case ItemEvaluation:
			p.Evaluations = append(p.Evaluations, Evaluation{at, int(it.Fields.Get(evaluationMonth).Int()), it.Fields.Get(evaluationResult).Text(), note})
		case ItemAgreement:
			a := Agreement{it.mark(0), it.Fields.Get(agreementPerson).ID(), it.Fields.Get(agreementFor).Text(), it.Fields.Get(agreementAdds).Text()}
			if i := slices.IndexFunc(p.Agreements, func(o Agreement) bool { return o.Person == a.Person }); i >= 0 {
				p.Agreements[i] = a
			} else {
				p.Agreements = append(p.Agreements, a)
			}
		}
	}
	slices.SortStableFunc(p.CheckIns, func(a, b CheckIn) int { return a.At.Compare(b.At) })
	slices.SortStableFunc(p.Evaluations, func(a, b Evaluation) int { return a.At.Compare(b.At) })
	return p
}

func pointsValue(points []WishedAt) Value {
	texts := make([]string, len(points))
	for i, w := range points {
		texts[i] = w.Rule + "\t" + strconv.Itoa(w.Points)
	}
	return Texts(texts)
}

func wishedAt(v Value) (out []WishedAt) {
	for _, t := range v.Texts() {
		rule, n, _ := strings.Cut(t, "\t")
		if points, err := strconv.Atoi(n); err == nil {
			out = append(out, WishedAt{rule, points})
		}
	}
	return out
}
