package match

import (
	"slices"

	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/model/pairs"
)

// Input is everything that a proposal depends on.
type Input struct {
	Students  []Student
	Weights   Weights
	Limits    pairs.MatchLimits
	Mode      Mode      // "" is Across
	Objective Objective // "" is Total
	Trios     Trios     // "" is OneTrio
	Locks     [][]journal.ID
	Forbid    [][2]journal.ID
	Allow     [][2]journal.ID // pairs for which no hard rule counts that would keep the two apart
	Past      []Past
	Running   []Running
	Before    [][]journal.ID // an earlier proposal: among equally good ones, the one most like it is taken
	Rematch   *Rematch       // nil: running pairs stay as they are, and are no part of the proposal
}

// Objective is what the best proposal is, among those with as many pairs as possible.
type Objective string

// The objectives: the highest total, or first the highest score for the pair that has the lowest and then the highest total.
const (
	Total Objective = "total"
	Worst Objective = "worst"
)

// Trios says when somebody may join a pair.
type Trios string

// When somebody may join a pair: never, when a number is odd and one is left over by that, or whoever is left over.
const (
	NoTrio   Trios = "none"
	OneTrio  Trios = "one"
	AllTrios Trios = "all"
)

// Past is a pair that has ended.
type Past struct {
	Members []journal.ID
	Days    int  // since it ended
	Failed  bool // it did not work out: the two are no pair again unless somebody decides so
}

// Running is a pair that goes on.
type Running struct {
	ID      journal.ID
	Members []journal.ID
	Good    bool // its check-ins are good: it is kept unless asked otherwise
}

// problem is an input made ready: checked, in order, and scored as far as no lock or prohibition has to do with it.
type problem struct {
	hardRules
	in      Input
	locks   [][]int
	running []runs
	broken  []Running // of whom fewer than two are still there
	pool    []int     // who is to be paired
	fixed   [][]int
	before  map[[2]int]bool
}

// runs is a running pair by number of its students.
type runs struct {
	Running
	members []int
	open    bool // may be changed
}

// MaxStudents is the most that one proposal can be made for: the table of all pairs has to fit in memory.
const MaxStudents = 8000

// prepare checks the input. Errors: Invalid for a student who is there twice or unknown, for locks that clash with each
// other, with a prohibition or with a hard rule; each names what clashes.
func prepare(in Input) (*problem, error) {
	if len(in.Students) > MaxStudents {
		return nil, fault.New(fault.Invalid, "match-too-many", "n", len(in.Students), "limit", MaxStudents)
	}
	if in.Mode == "" {
		in.Mode = Across
	}
	if in.Objective == "" {
		in.Objective = Total
	}
	if in.Trios == "" {
		in.Trios = OneTrio
	}
	for i, w := range in.Weights {
		if w < 0 || w > MaxWeight {
			return nil, fault.New(fault.Invalid, "match-weight", "rule", string(WishRules()[i]), "weight", w, "limit", MaxWeight)
		}
	}
	students, err := byID(in.Students)
	if err != nil {
		return nil, err
	}
	n := len(students)
	p := &problem{in: in, before: map[[2]int]bool{}, hardRules: hardRules{
		table: newTable(students, in.Weights), mode: in.Mode, limits: in.Limits, busy: make([]bool, n),
		forbidden: map[[2]int]bool{}, failed: map[[2]int]bool{}, allowed: map[[2]int]bool{}, track: make([]Track, n),
	}}
	for i := range students {
		p.track[i] = TrackOf(students[i].Level)
	}
	for _, f := range in.Past {
		p.eachPair(f.Members, func(two [2]int) {
			if days, known := p.past[two]; !known || f.Days < days {
				p.past[two] = f.Days
			}
			if f.Failed {
				p.failed[two] = true
			}
		})
	}
	for _, b := range in.Before {
		p.eachPair(b, func(two [2]int) { p.before[two] = true })
	}
	for _, list := range []struct {
		pairs [][2]journal.ID
		into  map[[2]int]bool
	}{{in.Forbid, p.forbidden}, {in.Allow, p.allowed}} {
		for _, f := range list.pairs {
			two, err := p.numbers(f[:])
			if err != nil {
				return nil, err
			}
			list.into[ordered(two[0], two[1])] = true
		}
	}
	if re := in.Rematch; re != nil && (re.Price < 0 || re.Price > MaxPrice) {
		return nil, fault.New(fault.Invalid, "match-price", "price", re.Price, "limit", MaxPrice)
	}
	p.run()
	if err := p.lock(); err != nil {
		return nil, err
	}
	p.stay()
	p.gather()
	return p, nil
}

// eachPair visits every two of the members that are among the students.
func (p *problem) eachPair(members []journal.ID, visit func([2]int)) {
	for k, a := range members {
		for _, b := range members[:k] {
			i, known := p.numberOf(a)
			j, too := p.numberOf(b)
			if known && too && i != j {
				visit(ordered(i, j))
			}
		}
	}
}

// numbers finds students. Errors: Invalid for one that is not among them, or there twice.
func (p *problem) numbers(ids []journal.ID) ([]int, error) {
	out := make([]int, len(ids))
	for k, id := range ids {
		i, ok := p.numberOf(id)
		if !ok {
			return nil, fault.New(fault.Invalid, "match-unknown", "name", id.String())
		}
		if slices.Contains(out[:k], i) {
			return nil, fault.New(fault.Invalid, "match-itself", "name", p.students[i].Name)
		}
		out[k] = i
	}
	return out, nil
}

// gather lists who is to be paired: who is available and stands in no lock and no pair that stays.
func (p *problem) gather() {
	held := make([]bool, p.n)
	for _, group := range p.fixed {
		for _, i := range group {
			held[i] = true
		}
	}
	for i := range p.n {
		if !held[i] && p.alone(i) == 0 {
			p.pool = append(p.pool, i)
		}
	}
}
