package pairs

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"leerbalie/model"
	"leerbalie/model/journal"
)

// The fields of a pair. Numbers are on disk and never reused.
const (
	PairMembers   journal.Field = 1
	PairSite      journal.Field = 2
	PairStarted   journal.Field = 3 // milliseconds since 1970
	PairScore     journal.Field = 4 // in hundredths of a point, when it was made
	PairPoints    journal.Field = 5 // what each wish gave, in hundredths
	PairForbidden journal.Field = 6 // it is no pair: the two may not become one
)

// The fields of a pair's items. FieldTarget is 1.
const (
	pairReason journal.Field = 2
	pairNote   journal.Field = 3
	pairAt     journal.Field = 4 // milliseconds since 1970

	checkMood   journal.Field = 2
	checkSilent journal.Field = 5

	evaluationMonth  journal.Field = 2
	evaluationResult journal.Field = 5

	agreementPerson journal.Field = 2
	agreementFor    journal.Field = 3
	agreementAdds   journal.Field = 4
)

// Pair is two students who work together, or three.
type Pair struct {
	ID          journal.ID
	Members     []journal.ID
	Site        journal.ID
	Zone        *time.Location // of the site; nil: the one that sites have unless they say so
	Started     time.Time
	Score       int          // in hundredths of a point, when it was made; 0 for one made by hand
	Points      []RulePoints // what each wish gave
	Ended       *PairEnd     // nil while it runs
	CheckIns    []CheckIn    // in the order of their moments
	Evaluations []Evaluation
	Agreements  []Agreement // the latest of each member
	Pauses      []Pause     // in which a member was in a time-out
	Forbidden   bool
	Archived    bool
	ReadOnly    bool

	away bool // a member is in a time-out now
}

// RulePoints is what one wish gave a pair, in hundredths of a point.
type RulePoints struct {
	Rule   string
	Points int
}

// PairEnd is how a pair ended.
type PairEnd struct {
	journal.Mark
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
	journal.Mark
	Mood   Mood
	Silent bool
	Note   string
}

// Evaluation is the look back after three months, or six.
type Evaluation struct {
	journal.Mark
	Month  int    // 3 or 6
	Result string // a code of EvaluationResults
	Note   string
}

// Agreement is what one member said about the work together.
type Agreement struct {
	journal.Mark
	Person journal.ID
	For    string // what this member is for
	Adds   string // what the other adds
}

// EndReasons are why a pair can end.
func EndReasons() model.Codes {
	return model.Listed("end-reason",
		model.Entry("done", "klaar: stage of project voorbij", "done: placement or project is over", "klaar", "done", "afgerond"),
		model.Entry("never-reached", "elkaar nooit bereikt", "never reached each other", "geen contact", "no contact"),
		model.Entry("no-fit", "past niet bij elkaar", "not a good fit", "klikt niet", "no fit"),
		model.Entry("left", "een van de twee is gestopt", "one of the two left", "gestopt", "left"),
		model.Entry("time-out", "time-out van een van de twee", "a time-out of one of the two", "timeout"),
		model.Entry("schedule", "rooster past niet meer", "schedules no longer fit", "rooster", "schedule"),
		model.Entry("rematch", "opnieuw ingedeeld", "paired anew", "nieuw koppel", "rematch"),
		model.Entry("other", "anders", "other", "overig"),
	)
}

// EvaluationResults are what an evaluation can come to.
func EvaluationResults() model.Codes {
	return model.Listed("evaluation",
		model.Entry("go-on", "samen door", "go on together", "door", "continue"),
		model.Entry("change", "samen door, met andere afspraken", "go on with other agreements", "anders", "change"),
		model.Entry("stop", "stoppen", "stop"),
	)
}

// Moods are how a pair can be doing.
func Moods() model.Codes {
	return model.Listed("mood",
		model.Entry(string(MoodGood), "gaat goed", "going well", "goed", "ok"),
		model.Entry(string(MoodDoubt), "twijfel", "in doubt", "matig", "so-so"),
		model.Entry(string(MoodBad), "gaat niet goed", "not going well", "slecht", "niet goed"),
	)
}

// Running tells whether the pair goes on.
func (p *Pair) Running() bool { return p.Ended == nil && !p.Forbidden && !p.Archived }

// Failed tells whether a pair ended since it did not work out: the two never reached each other, or do not fit. A placement that is over, a
// time-out, or schedules that no longer meet are no such reason. Paired anew or ended for something else, it is one where the last that was
// heard was not good.
func (p *Pair) Failed() bool {
	if p.Ended == nil {
		return false
	}
	switch p.Ended.Reason {
	case "never-reached", "no-fit":
		return true
	case "rematch", "other":
		if n := len(p.Evaluations); n > 0 && p.Evaluations[n-1].Result == "stop" {
			return true
		}
		n := len(p.CheckIns)
		return n > 0 && (p.CheckIns[n-1].Silent || p.CheckIns[n-1].Mood == MoodBad)
	}
	return false
}

// Has tells whether somebody is a member.
func (p *Pair) Has(id journal.ID) bool { return slices.Contains(p.Members, id) }

// PairOf reads a pair from its record and its items. The answer does not depend on the order in which items arrived.
func PairOf(rec *journal.Record, items []journal.Item) Pair {
	p := Pair{
		ID: rec.ID, Members: rec.Get(PairMembers).IDs(), Site: rec.Get(PairSite).ID(), Started: journal.Moment(rec.Get(PairStarted).Int()),
		Score: int(rec.Get(PairScore).Int()), Points: pointsOf(rec.Get(PairPoints)), Forbidden: rec.Get(PairForbidden).Bool(),
		Archived: rec.Archived(), ReadOnly: rec.MinReader > journal.SchemaVersion,
	}
	for _, it := range journal.Standing(items) {
		at := it.Mark(pairAt)
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
			a := Agreement{it.Mark(0), it.Fields.Get(agreementPerson).ID(), it.Fields.Get(agreementFor).Text(), it.Fields.Get(agreementAdds).Text()}
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

func pointsValue(points []RulePoints) journal.Value {
	texts := make([]string, len(points))
	for i, w := range points {
		texts[i] = w.Rule + "\t" + strconv.Itoa(w.Points)
	}
	return journal.Texts(texts)
}

func pointsOf(v journal.Value) (out []RulePoints) {
	for _, t := range v.Texts() {
		rule, n, _ := strings.Cut(t, "\t")
		if points, err := strconv.Atoi(n); err == nil {
			out = append(out, RulePoints{rule, points})
		}
	}
	return out
}
