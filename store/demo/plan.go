package demo

import (
	"slices"
	"time"

	"leerbalie/model"
	"leerbalie/model/desk"
)

// plan is a question before it is told: when, of whom, and how far it has come by now.
type plan struct {
	created  time.Time
	resident *neighbour // nil: somebody who gave no name
	stage    openStage  // of an open one
	open     bool
	topic    topic
	speaker  speaker
	memo     string // the phrase of the memo that goes with the question; "": none
}

// openStage is how far an open question has come.
type openStage struct {
	status  desk.Status
	minutes int // ago that it came in, where days is 0
	days    int // ago, on which the doors were open
	urgency model.Urgency
	helper  helper
}

// helper is who takes a question up.
type helper int

const (
	byStudent helper = iota
	byPair
	byDesk
	bySupervisor
)

// openToday is what is open at a site at this moment, the busiest site first.
func openToday(code string) []openStage {
	const now, today, routine = model.UrgencyNow, model.UrgencyToday, model.UrgencyRoutine
	waiting := func(minutes int, u model.Urgency) openStage {
		return openStage{status: desk.StatusWaiting, minutes: minutes, urgency: u}
	}
	claimed := func(minutes, days int, u model.Urgency, h helper) openStage {
		return openStage{desk.StatusClaimed, minutes, days, u, h}
	}
	parked := func(minutes int, u model.Urgency, h helper) openStage {
		return openStage{desk.StatusParked, minutes, 0, u, h}
	}
	switch code {
	case "ZW":
		return []openStage{waiting(41, today), waiting(35, routine), waiting(28, today), waiting(22, routine), waiting(17, routine), waiting(13, today),
			waiting(9, routine), waiting(6, now), waiting(4, routine), waiting(2, routine),
			claimed(24, 0, routine, byPair), claimed(38, 0, today, byStudent), claimed(52, 0, routine, byPair), claimed(66, 0, now, byDesk),
			claimed(0, 1, today, byPair), claimed(0, 4, routine, byDesk), claimed(0, 8, routine, bySupervisor),
			parked(74, today, byDesk), parked(93, routine, byStudent)}
	case "MW":
		return []openStage{waiting(33, routine), waiting(19, today), waiting(11, routine), waiting(5, routine),
			claimed(21, 0, routine, byStudent), claimed(47, 0, today, byPair), claimed(0, 2, routine, byPair), claimed(0, 6, today, bySupervisor),
			parked(58, routine, byDesk)}
	}
	return []openStage{waiting(26, today), waiting(8, routine),
		claimed(31, 0, routine, byPair), claimed(0, 3, routine, byStudent), claimed(0, 5, today, byDesk), parked(44, routine, byStudent)}
}

// plans draws all questions of a site, the earliest first.
func (f *fill) plans(s *site) []plan {
	open := openToday(s.code)
	all := make([]plan, 0, Requests*s.share/100)
	for _, o := range open {
		at := f.calendar.now.Add(-time.Duration(o.minutes)*time.Minute - f.dice.minutes(0, 1))
		if o.days > 0 {
			at = f.calendar.daysAgo(f.dice, o.days)
		}
		all = append(all, plan{created: at, stage: o, open: true})
	}
	for range Requests*s.share/100 - len(open) {
		all = append(all, plan{created: f.calendar.walkIn(f.dice)})
	}
	slices.SortStableFunc(all, func(a, b plan) int { return a.created.Compare(b.created) })
	for i := 1; i < len(all); i++ { // nobody comes in at the very same moment
		if last := all[i-1].created; !all[i].created.After(last) {
			all[i].created = last.Add(time.Second)
		}
	}
	f.deal(s, all)
	var recent []string
	for i := range all {
		all[i].topic = f.draw(&all[i], recent)
		if recent = append(recent, all[i].topic.ask[0]); len(recent) > 6 {
			recent = recent[1:]
		}
	}
	return all
}

// deal gives each resident of a site at least one question, the regular ones many, and leaves a third without a name;
// somebody who waits for days for a call can be called.
func (f *fill) deal(s *site, all []plan) {
	var often []*neighbour
	for _, r := range s.residents {
		for range 1 + 7*int(btoi(r.Regular)) + f.dice.IntN(3) {
			often = append(often, r)
		}
	}
	order := f.dice.Perm(len(all))
	slices.SortStableFunc(order, func(a, b int) int { return btoi(all[a].stage.days > 0) - btoi(all[b].stage.days > 0) })
	for i, at := range order {
		switch {
		case i < len(s.residents):
			all[at].resident = s.residents[i]
		case f.dice.chance(58):
			all[at].resident = one(f.dice, often)
		}
		for p := &all[at]; p.stage.days > 0 && !p.reachable(); {
			p.resident = one(f.dice, often)
		}
	}
}

// reachable tells whether the resident can be called.
func (p *plan) reachable() bool { return p.resident != nil && p.resident.Phone != "" }

func btoi(b bool) int {
	if b {
		return 1
	}
	return 0
}

// draw picks a topic of the season, not one of the last few; for an open question one that can be as urgent as it is.
func (f *fill) draw(p *plan, recent []string) topic {
	weights := make([]int, len(f.topics))
	for i, t := range f.topics {
		w := t.weight * t.season.weight(p.created.Month())
		switch {
		case slices.Contains(recent, t.ask[0]),
			p.open && p.stage.urgency == model.UrgencyNow && t.now < 20,
			p.open && p.stage.urgency == model.UrgencyToday && t.today < 10,
			p.open && p.stage.helper == bySupervisor && t.expert < 10:
			w = 0
		}
		weights[i] = w
	}
	return f.topics[weighted(f.dice, weights)]
}
