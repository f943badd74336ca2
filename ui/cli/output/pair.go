package output

import (
	"time"

	"leerbalie/model/journal"
	"leerbalie/model/loop/pairing"
	"leerbalie/model/pairs"
)

// Pair is a pair as every list shows it. The names are a promise to scripts.
type Pair struct {
	ID               string           `json:"id"`
	Members          []string         `json:"members"`
	Names            []string         `json:"names"`
	Site             *string          `json:"site"`
	Status           string           `json:"status"`       // running, paused, ended
	PausedUntil      *string          `json:"paused_until"` // a day; null where it is not known, or it does not lie still
	StartedAt        *string          `json:"started_at"`
	Score            float64          `json:"score"`
	EndedAt          *string          `json:"ended_at"`
	Reason           string           `json:"reason"`
	NextCheckInAt    *string          `json:"next_checkin_at"`
	NextEvaluationAt *string          `json:"next_evaluation_at"`
	EvaluationMonth  int              `json:"evaluation_month"`
	Late             bool             `json:"late"`
	Silent           int              `json:"silent"`
	Warn             bool             `json:"warn"`
	Good             bool             `json:"good"`
	CheckIns         []checkInJSON    `json:"checkins"`
	Evaluations      []evaluationJSON `json:"evaluations"`
	Agreements       []agreementJSON  `json:"agreements"`
}

type checkInJSON struct {
	At     *string `json:"at"`
	By     string  `json:"by"`
	Mood   string  `json:"mood"`
	Silent bool    `json:"silent"`
	Note   string  `json:"note"`
}

type evaluationJSON struct {
	At     *string `json:"at"`
	By     string  `json:"by"`
	Month  int     `json:"month"`
	Result string  `json:"result"`
	Note   string  `json:"note"`
}

type agreementJSON struct {
	Person string `json:"person"`
	For    string `json:"for"`
	Adds   string `json:"adds"`
}

// PairOf is a pair as it stands at a moment, with its days in a time zone.
func PairOf(p *pairs.Pair, b *pairing.Book, now time.Time, zone *time.Location) Pair {
	out := Pair{
		ID: p.ID.String(), Members: IDs(p.Members), Names: StudentNames(p.Members, b), Site: IDOrNull(p.Site), Status: "running",
		StartedAt: MomentOrNull(p.Started, zone), Score: Points(p.Score), CheckIns: []checkInJSON{}, Evaluations: []evaluationJSON{},
		Agreements: []agreementJSON{},
	}
	if p.Running() {
		s := p.Standing(now)
		out.NextCheckInAt, out.NextEvaluationAt, out.EvaluationMonth = MomentOrNull(s.NextCheckIn, zone), MomentOrNull(s.NextEvaluation, zone), s.Month
		out.Late, out.Silent, out.Warn, out.Good = s.Late, s.Silent, s.Warn, s.Good
	}
	if p.Paused() {
		out.Status = "paused"
		if day := p.PausedUntil(); !day.IsZero() {
			said := day.Format(time.DateOnly)
			out.PausedUntil = &said
		}
	}
	if p.Ended != nil {
		out.Status, out.EndedAt, out.Reason = "ended", MomentOrNull(p.Ended.At, zone), p.Ended.Reason
	}
	for _, c := range p.CheckIns {
		out.CheckIns = append(out.CheckIns, checkInJSON{MomentOrNull(c.At, zone), c.By.String(), string(c.Mood), c.Silent, c.Note})
	}
	for _, e := range p.Evaluations {
		out.Evaluations = append(out.Evaluations, evaluationJSON{MomentOrNull(e.At, zone), e.By.String(), e.Month, e.Result, e.Note})
	}
	for _, a := range p.Agreements {
		out.Agreements = append(out.Agreements, agreementJSON{a.Person.String(), a.For, a.Adds})
	}
	return out
}

// StudentNames are the names of students, in the order of their ids.
func StudentNames(list []journal.ID, b *pairing.Book) []string {
	out := make([]string, len(list))
	for i, id := range list {
		out[i] = b.Name(id)
	}
	return out
}

// Points turns hundredths of a point into points.
func Points(hundredths int) float64 { return float64(hundredths) / 100 }
