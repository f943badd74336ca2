package cli

import (
	"strings"
	"time"

	"leerbalie/model"
	"leerbalie/model/match"
	"leerbalie/model/pairing"
)

// pairJSON is a pair as every list shows it. The names are a promise to scripts.
type pairJSON struct {
	ID               string           `json:"id"`
	Members          []string         `json:"members"`
	Names            []string         `json:"names"`
	Site             *string          `json:"site"`
	Status           string           `json:"status"` // running, ended
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

func pairOut(p *model.Pair, b *pairing.Book, now time.Time, zone *time.Location) pairJSON {
	out := pairJSON{
		ID: p.ID.String(), Members: ids(p.Members), Names: studentNames(p.Members, b), Site: idOrNull(p.Site), Status: "running",
		StartedAt: momentOrNull(p.Started, zone), Score: points(p.Score), CheckIns: []checkInJSON{}, Evaluations: []evaluationJSON{},
		Agreements: []agreementJSON{},
	}
	if p.Running() {
		s := p.Stand(now)
		out.NextCheckInAt, out.NextEvaluationAt, out.EvaluationMonth = momentOrNull(s.NextCheckIn, zone), momentOrNull(s.NextEvaluation, zone), s.Month
		out.Late, out.Silent, out.Warn, out.Good = s.Late, s.Silent, s.Warn, s.Good
	}
	if p.Ended != nil {
		out.Status, out.EndedAt, out.Reason = "ended", momentOrNull(p.Ended.At, zone), p.Ended.Reason
	}
	for _, c := range p.CheckIns {
		out.CheckIns = append(out.CheckIns, checkInJSON{momentOrNull(c.At, zone), c.By.String(), string(c.Mood), c.Silent, c.Note})
	}
	for _, e := range p.Evaluations {
		out.Evaluations = append(out.Evaluations, evaluationJSON{momentOrNull(e.At, zone), e.By.String(), e.Month, e.Result, e.Note})
	}
	for _, a := range p.Agreements {
		out.Agreements = append(out.Agreements, agreementJSON{a.Person.String(), a.For, a.Adds})
	}
	return out
}

func studentNames(list []model.ID, b *pairing.Book) []string {
	out := make([]string, len(list))
	for i, id := range list {
		out[i] = b.Name(id)
	}
	return out
}

// points turns hundredths of a point into points.
func points(hundredths int) float64 { return float64(hundredths) / 100 }

// proposalJSON is a proposal with its reasons. The names are a promise to scripts; scores are points of 100.
type proposalJSON struct {
	Total     float64         `json:"total"`
	Objective string          `json:"objective"`
	Mode      string          `json:"mode"`
	Average   float64         `json:"average"`
	Worst     float64         `json:"worst"`
	Optimal   bool            `json:"optimal"`
	Date      string          `json:"date"`
	Pairs     []proposedJSON  `json:"pairs"`
	Unmatched []unmatchedJSON `json:"unmatched"`
	Ended     []endedJSON     `json:"ended"`
	Overrides []priceJSON     `json:"overrides"`
}

type proposedJSON struct {
	Members  []string     `json:"members"`
	Names    []string     `json:"names"`
	Score    float64      `json:"score"`
	Locked   bool         `json:"locked"`
	Kept     *string      `json:"kept"` // the running pair that it is, in a rematch
	Joined   *string      `json:"joined"`
	Cost     float64      `json:"cost"`
	DayParts []string     `json:"dayparts"`
	Reasons  []reasonJSON `json:"reasons"`
}

type reasonJSON struct {
	Rule   string  `json:"rule"`
	Points float64 `json:"points"`
}

type unmatchedJSON struct {
	Student  string      `json:"student"`
	Name     string      `json:"name"`
	Reason   string      `json:"reason"`
	Sentence string      `json:"sentence"`
	Relax    []relaxJSON `json:"relax"`
}

type relaxJSON struct {
	Rule  string   `json:"rule"` // several with a plus between: all of them have to give way
	With  string   `json:"with"`
	Names []string `json:"names"`
	All   []string `json:"members"` // of a trio the two others
	Score float64  `json:"score"`
	Short int      `json:"short"`
}

type endedJSON struct {
	ID      string   `json:"id"`
	Members []string `json:"members"`
	Names   []string `json:"names"`
}

type priceJSON struct {
	Kind    string      `json:"kind"` // lock, forbid
	Members []string    `json:"members"`
	Names   []string    `json:"names"`
	Points  float64     `json:"points"`
	Pairs   int         `json:"pairs"`
	Worse   []shiftJSON `json:"worse"`
}

type shiftJSON struct {
	Student string  `json:"student"`
	Name    string  `json:"name"`
	From    float64 `json:"from"`
	To      float64 `json:"to"`
}

func (r *run) proposalOut(p *match.Proposal, in match.Input, prices []match.Price, b *pairing.Book, day time.Time) proposalJSON {
	out := proposalJSON{
		Total: points(p.Total), Objective: string(p.Objective), Mode: string(p.Mode), Average: points(p.Average()), Worst: points(p.Worst), Optimal: true,
		Date: day.Format(time.DateOnly), Pairs: []proposedJSON{}, Unmatched: []unmatchedJSON{}, Ended: []endedJSON{}, Overrides: []priceJSON{},
	}
	for _, pair := range p.Pairs {
		one := proposedJSON{Members: ids(pair.Members), Names: studentNames(pair.Members, b), Score: points(pair.Score), Locked: pair.Locked,
			Kept: idOrNull(pair.Running), Joined: idOrNull(pair.Joined), Cost: points(pair.Cost), DayParts: match.FactsOf(in, pair.Members).Parts.Codes()}
		for i, rule := range match.WishRules() {
			one.Reasons = append(one.Reasons, reasonJSON{string(rule), points(pair.Points[i])})
		}
		out.Pairs = append(out.Pairs, one)
	}
	for _, l := range p.Left {
		student, _ := b.Person(l.Student)
		one := unmatchedJSON{Student: l.Student.String(), Name: student.Name, Reason: string(l.Reason),
			Sentence: r.words.Why(l.Reason, student.Study.DayParts), Relax: []relaxJSON{}}
		for _, x := range l.Relax {
			rules := make([]string, len(x.Rules))
			for i, rule := range x.Rules {
				rules[i] = string(rule)
			}
			one.Relax = append(one.Relax, relaxJSON{strings.Join(rules, "+"), x.With[0].String(), studentNames(x.With, b), ids(x.With), points(x.Score), x.Short})
		}
		out.Unmatched = append(out.Unmatched, one)
	}
	for _, e := range p.Ended {
		out.Ended = append(out.Ended, endedJSON{e.ID.String(), ids(e.Members), studentNames(e.Members, b)})
	}
	for _, price := range prices {
		one := priceJSON{Kind: "forbid", Members: ids(price.Members), Names: studentNames(price.Members, b), Points: points(price.Points), Pairs: price.Pairs, Worse: []shiftJSON{}}
		if price.Lock {
			one.Kind = "lock"
		}
		for _, s := range price.Worse {
			one.Worse = append(one.Worse, shiftJSON{s.Student.String(), b.Name(s.Student), points(s.From), points(s.To)})
		}
		out.Overrides = append(out.Overrides, one)
	}
	return out
}
