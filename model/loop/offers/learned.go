package offers

import "slices"

// Learned is what work on each theme has been evidence of, counted from earlier evidence and from a site's own table.
type Learned struct {
	nodes  map[string]map[int]float64
	pieces map[string]float64
	table  map[string][]int
}

// tableWeight is how many pieces of evidence a line of the table counts for: soon enough, what happens outweighs what was
// expected.
const tableWeight = 5

// NewLearned counts from nothing.
func NewLearned() *Learned {
	return &Learned{nodes: map[string]map[int]float64{}, pieces: map[string]float64{}, table: map[string][]int{}}
}

// Table says what work on a theme is expected to train.
func (l *Learned) Table(theme string, nodes ...int) {
	for _, n := range nodes {
		if !slices.Contains(l.table[theme], n) {
			l.table[theme] = append(l.table[theme], n)
		}
	}
}

// Piece counts one piece of evidence of a theme, and what it pointed at.
func (l *Learned) Piece(theme string, nodes ...int) {
	if theme == "" || len(nodes) == 0 {
		return
	}
	l.pieces[theme]++
	if l.nodes[theme] == nil {
		l.nodes[theme] = map[int]float64{}
	}
	for _, n := range nodes {
		l.nodes[theme][n]++
	}
}

// Trains is what work on a theme trains, by node: the share of earlier pieces that pointed at it, the table counted in.
func (l *Learned) Trains(theme string) (out []Trained) {
	pieces := l.pieces[theme]
	count := map[int]float64{}
	for n, c := range l.nodes[theme] {
		count[n] = c
	}
	if table := l.table[theme]; len(table) > 0 {
		pieces += tableWeight
		for _, n := range table {
			count[n] += tableWeight
		}
	}
	for n, c := range count {
		out = append(out, Trained{n, c / pieces})
	}
	slices.SortFunc(out, func(a, b Trained) int { return a.Node - b.Node })
	return out
}
