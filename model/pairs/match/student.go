package match

import (
	"cmp"
	"slices"

	"leerbalie/model"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/model/plain"
)

// Student is what matching looks at in somebody who learns.
type Student struct {
	ID        journal.ID
	Name      string
	Number    string
	Level     string       // one of model.Levels
	Sites     []journal.ID // where they can work, their own first; none is everywhere
	Parts     model.DayParts
	Languages []string
	Themes    []string
	Wishes    []string // what they would like in a buddy: a theme, language, competence, level, or somebody's name or number
	Strong    []string // competences they have
	Open      []string // competences they still have to show
	Waiting   int      // whole days without a buddy
	Away      bool     // in a time-out, not begun yet, or gone
}

// Track is what a level belongs to: vocational or higher education.
type Track byte

// The tracks. An associate degree is higher education.
const (
	NoTrack Track = iota
	MBO
	HBO
)

// TrackOf is the track of a level, NoTrack for an unknown one.
func TrackOf(level string) Track {
	switch {
	case len(level) > 4 && level[:4] == "mbo-":
		return MBO
	case level == "ad", level == "hbo":
		return HBO
	}
	return NoTrack
}

// wordSets is a set of words for each student, so that what two have in common is counted at once.
type wordSets struct {
	width int
	at    []uint64
}

func (b wordSets) of(i int) []uint64 { return b.at[i*b.width : (i+1)*b.width] }

// lexicon numbers words. Two ways of writing a word, by case, accents and signs, are one word.
type lexicon struct {
	written map[string]int32
	folded  map[string]int32
}

func newLexicon() *lexicon { return &lexicon{map[string]int32{}, map[string]int32{}} }

// number is the word's number, -1 for a word that was never added.
func (l *lexicon) number(word string, add bool) int32 {
	n, ok := l.written[word]
	if ok && (n >= 0 || !add) {
		return n
	}
	folded := plain.FoldText(word)
	n, ok = l.folded[folded]
	switch {
	case folded == "":
		n = -1
	case !ok && add:
		n = int32(len(l.folded))
		l.folded[folded] = n
	case !ok:
		n = -1
	}
	l.written[word] = n
	return n
}

// sets makes a set of words for each student; with add, new words are numbered, otherwise left out.
func sets(l *lexicon, students []Student, add bool, words ...func(*Student) []string) wordSets {
	numbers := make([]int32, 0, 8*len(students))
	ends := make([]int, len(students))
	for i := range students {
		for _, f := range words {
			for _, w := range f(&students[i]) {
				if n := l.number(w, add); n >= 0 {
					numbers = append(numbers, n)
				}
			}
		}
		ends[i] = len(numbers)
	}
	width := max(1, (len(l.folded)+63)/64)
	b := wordSets{width, make([]uint64, width*len(students))}
	at := 0
	for i, end := range ends {
		set := b.of(i)
		for ; at < end; at++ {
			set[numbers[at]/64] |= 1 << (numbers[at] % 64)
		}
	}
	return b
}

// byID sorts students, so that the order they come in makes no difference. Errors: Invalid for one who is there twice.
func byID(students []Student) ([]Student, map[journal.ID]int, error) {
	out := slices.Clone(students)
	slices.SortFunc(out, func(a, b Student) int { return compareIDs(a.ID, b.ID) })
	at := make(map[journal.ID]int, len(out))
	for i := range out {
		if _, twice := at[out[i].ID]; twice {
			return nil, nil, fault.New(fault.Invalid, "match-twice", "name", out[i].Name)
		}
		at[out[i].ID] = i
	}
	return out, at, nil
}

func compareIDs(a, b journal.ID) int { return slices.Compare(a[:], b[:]) }

func sortIDs(ids []journal.ID) { slices.SortFunc(ids, compareIDs) }

func comparePairs(a, b Pair) int {
	return cmp.Or(cmp.Compare(b.Score, a.Score), slices.CompareFunc(a.Members, b.Members, compareIDs))
}
