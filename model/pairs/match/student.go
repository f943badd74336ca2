package match

import (
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
	Covers    []Cover  // what those are in the lists of others
	Open      []string // competences they still have to show
	Waiting   int      // whole days without a buddy
	Away      bool     // in a time-out, not begun yet, or gone
	NotBegun  bool     // begins later; Away as well
}

// Cover is a competence that somebody has by its name in another list.
type Cover struct {
	What string // in the own list
	As   string // in the other
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

// once is number for a word that is not asked for again, folded in a buffer.
func (l *lexicon) once(word string, buffer []byte) int32 {
	if n, ok := l.folded[string(plain.AppendFold(buffer[:0], word))]; ok {
		return n
	}
	return -1
}

// said are the numbers of words, of one student behind the other.
type said struct {
	numbers []int32
	ends    []int // of each student
}

// numbered numbers what students say; with add, new words get a number, otherwise they are left out.
func numbered(l *lexicon, students []*Student, add bool, words ...func(*Student) []string) said {
	numbers := make([]int32, 0, 4*len(students))
	ends := make([]int, len(students))
	for i, s := range students {
		for _, f := range words {
			for _, w := range f(s) {
				if n := l.number(w, add); n >= 0 {
					numbers = append(numbers, n)
				}
			}
		}
		ends[i] = len(numbers)
	}
	return said{numbers, ends}
}

// sets makes a set of words for each student, with room for all that a lexicon has.
func (s said) sets(l *lexicon) wordSets {
	width := max(1, (len(l.folded)+63)/64)
	b := wordSets{width, make([]uint64, width*len(s.ends))}
	at := 0
	for i, end := range s.ends {
		set := b.of(i)
		for ; at < end; at++ {
			n := s.numbers[at]
			set[n/64] |= 1 << (n % 64)
		}
	}
	return b
}

// byID puts students in the order of their ids, so that the order they come in makes no difference. Errors: Invalid for one
// who is there twice.
func byID(students []Student) ([]*Student, error) {
	out := make([]*Student, len(students))
	for i := range students {
		out[i] = &students[i]
	}
	slices.SortFunc(out, func(a, b *Student) int { return compareIDs(a.ID, b.ID) })
	for i := 1; i < len(out); i++ {
		if out[i].ID == out[i-1].ID {
			return nil, fault.New(fault.Invalid, "match-twice", "name", out[i].Name)
		}
	}
	return out, nil
}

// numberOf finds a student among those in the order of their ids.
func (t *table) numberOf(id journal.ID) (int, bool) {
	return slices.BinarySearchFunc(t.students, id, func(s *Student, id journal.ID) int { return compareIDs(s.ID, id) })
}

func compareIDs(a, b journal.ID) int { return slices.Compare(a[:], b[:]) }

func sortIDs(ids []journal.ID) { slices.SortFunc(ids, compareIDs) }
