package pairs

import (
	"strings"
	"time"

	"leerbalie/model/loop/pairing"
	"leerbalie/model/pairs/match"
	"leerbalie/ui/cli/command"
	"leerbalie/ui/cli/output"
)

// proposalJSON is a proposal with its reasons. The names are a promise to scripts; scores are points of 100.
type proposalJSON struct {
	Total     float64         `json:"total"`
	Objective string          `json:"objective"`
	Mode      string          `json:"mode"`
	Average   float64         `json:"average"`
	Worst     float64         `json:"worst"`
	Optimal   bool            `json:"optimal"`
	Without   int             `json:"without"` // students who are here and stay without a buddy
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
	Rule   string   `json:"rule"`
	Points float64  `json:"points"`
	From   *string  `json:"from"` // who gives something, or whose wish or waiting it is; null: it is of all
	To     *string  `json:"to"`   // who gets it
	What   []string `json:"what"` // with "W2 ↔ C1" what it is in both lists
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
	Also  int      `json:"also"` // how many others are told the same person: it comes true for one of them
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

func proposalOut(r *command.Run, p *match.Proposal, in match.Input, prices []match.Price, b *pairing.Book, day time.Time) proposalJSON {
	out := proposalJSON{
		Total: output.Points(p.Total), Objective: string(p.Objective), Mode: string(p.Mode), Average: output.Points(p.Average()), Worst: output.Points(p.Worst), Optimal: true, Without: p.Without(),
		Date: day.Format(time.DateOnly), Pairs: []proposedJSON{}, Unmatched: []unmatchedJSON{}, Ended: []endedJSON{}, Overrides: []priceJSON{},
	}
	for _, pair := range p.Pairs {
		one := proposedJSON{Members: output.IDs(pair.Members), Names: output.StudentNames(pair.Members, b), Score: output.Points(pair.Score), Locked: pair.Locked,
			Kept: output.IDOrNull(pair.Running), Joined: output.IDOrNull(pair.Joined), Cost: output.Points(pair.Cost), DayParts: match.FactsOf(in, pair.Members).Parts.Codes()}
		for _, reason := range match.Reasons(in, &pair) {
			x := reasonJSON{string(reason.Rule), output.Points(reason.Points), output.IDOrNull(reason.From), output.IDOrNull(reason.To), []string{}}
			for _, g := range reason.What {
				x.What = append(x.What, r.Words.Gift(g))
			}
			one.Reasons = append(one.Reasons, x)
		}
		out.Pairs = append(out.Pairs, one)
	}
	for _, l := range p.Left {
		student, _ := b.Person(l.Student)
		one := unmatchedJSON{Student: l.Student.String(), Name: student.Name, Reason: string(l.Reason),
			Sentence: r.Words.Why(l.Reason, student.Study.DayParts), Relax: []relaxJSON{}}
		for _, x := range l.Relax {
			rules := make([]string, len(x.Rules))
			for i, rule := range x.Rules {
				rules[i] = string(rule)
			}
			one.Relax = append(one.Relax, relaxJSON{strings.Join(rules, "+"), x.With[0].String(), output.StudentNames(x.With, b), output.IDs(x.With), output.Points(x.Score), x.Short, x.Also})
		}
		out.Unmatched = append(out.Unmatched, one)
	}
	for _, e := range p.Ended {
		out.Ended = append(out.Ended, endedJSON{e.ID.String(), output.IDs(e.Members), output.StudentNames(e.Members, b)})
	}
	for _, price := range prices {
		one := priceJSON{Kind: "forbid", Members: output.IDs(price.Members), Names: output.StudentNames(price.Members, b), Points: output.Points(price.Points), Pairs: price.Pairs, Worse: []shiftJSON{}}
		if price.Lock {
			one.Kind = "lock"
		}
		for _, s := range price.Worse {
			one.Worse = append(one.Worse, shiftJSON{s.Student.String(), b.Name(s.Student), output.Points(s.From), output.Points(s.To)})
		}
		out.Overrides = append(out.Overrides, one)
	}
	return out
}
