package widget

// List is the window on a long list of which only a stretch is loaded. It knows ids, not rows: the cursor stays on its id
// when rows come and go around it. The screen loads more when Wants says so, so that a list over a million rows holds a
// few pages. The zero value is an empty list.
type List[ID comparable] struct {
	ids           []ID // the loaded stretch, in order
	above, below  bool // whether there is more before and after the stretch
	cursor, top   int  // indexes in the stretch
	height        int  // rows shown
	owed          int  // steps that were asked for beyond the stretch, taken when it grows
	wanted        ID   // where the cursor goes as soon as that id is loaded
	hasWanted     bool
	atEnd, atHead bool
	first         int // the place of the first row that is loaded, from 0, as far as is known
}

// Want says what a list needs before it can show or reach what was asked.
type Want uint8

// What a list can want.
const (
	Nothing Want = iota
	Above        // the page before the stretch
	Below        // the page after the stretch
	Head         // the first page
	Tail         // the last page
)

// Resize sets the number of rows shown.
func (l *List[ID]) Resize(height int) {
	l.height = max(height, 1)
	l.settle()
}

// Height is the number of rows shown.
func (l *List[ID]) Height() int { return max(l.height, 1) }

// Len is the number of rows loaded.
func (l *List[ID]) Len() int { return len(l.ids) }

// Cursor is the index of the row the cursor is on and its id; ok is false when the list is empty.
func (l *List[ID]) Cursor() (i int, id ID, ok bool) {
	if len(l.ids) == 0 {
		return 0, id, false
	}
	return l.cursor, l.ids[l.cursor], true
}

// Place is the place in the whole list of a row of the stretch, from 1: as far as is known, since what comes and goes above it is not counted.
func (l *List[ID]) Place(i int) int { return l.first + i + 1 }

// Window is the rows that show: indexes from to to, the latter not included.
func (l *List[ID]) Window() (from, to int) { return l.top, min(l.top+l.Height(), len(l.ids)) }

// More tells whether there are rows above and below those that show.
func (l *List[ID]) More() (above, below bool) {
	_, to := l.Window()
	return l.top > 0 || l.above, to < len(l.ids) || l.below
}

// GoTo puts the cursor on an id as soon as that is loaded: now, or at the next Load.
func (l *List[ID]) GoTo(id ID) {
	l.wanted, l.hasWanted, l.owed = id, true, 0
	l.find()
	l.settle()
}

// Load replaces the stretch. The cursor stays on its id; where that is gone it stays at its place among the rows, so that
// after closing one it is on the next.
func (l *List[ID]) Load(ids []ID, above, below bool) {
	offset := l.cursor - l.top
	var on ID
	had := len(l.ids) > 0
	if had {
		on = l.ids[l.cursor]
	}
	old, at := l.ids, l.cursor
	l.first = l.placeOf(ids, above)
	l.ids, l.above, l.below = ids, above, below
	switch {
	case l.atHead:
		l.cursor, l.top, l.atHead = 0, 0, false
	case l.atEnd:
		l.cursor, l.atEnd = len(ids)-1, false
		l.top = l.cursor - l.Height() + 1
	case had:
		if i := index(ids, on); i >= 0 {
			l.cursor = i
		} else {
			l.cursor = neighbour(old, at, ids)
		}
		l.top = l.cursor - offset
	default:
		l.cursor, l.top = 0, 0
	}
	l.find()
	if owed := l.owed; owed != 0 {
		l.owed = 0
		l.Move(owed)
	}
	l.settle()
}

// placeOf is the place of the first of the rows that come, told by what they share with those that were there.
func (l *List[ID]) placeOf(ids []ID, above bool) int {
	if !above || len(ids) == 0 {
		return 0
	}
	if i := index(l.ids, ids[0]); i >= 0 {
		return l.first + i
	}
	if len(l.ids) > 0 {
		if i := index(ids, l.ids[0]); i >= 0 {
			return max(l.first-i, 1)
		}
	}
	return 1
}

// neighbour is the place for a cursor whose row went: on the next row that is still there, else on the one before it.
func neighbour[ID comparable](old []ID, at int, ids []ID) int {
	for i := at + 1; i < len(old); i++ {
		if n := index(ids, old[i]); n >= 0 {
			return n
		}
	}
	for i := at - 1; i >= 0; i-- {
		if n := index(ids, old[i]); n >= 0 {
			return n
		}
	}
	return 0
}

func index[ID comparable](ids []ID, id ID) int {
	for i := range ids {
		if ids[i] == id {
			return i
		}
	}
	return -1
}

// Move takes the cursor n rows down, or up where n is negative, and says what must be loaded for it.
func (l *List[ID]) Move(n int) Want {
	l.hasWanted = false
	if len(l.ids) == 0 {
		return Nothing
	}
	to := l.cursor + n
	switch {
	case to >= len(l.ids) && l.below:
		l.owed += to - (len(l.ids) - 1)
	case to < 0 && l.above:
		l.owed += to
	}
	l.cursor = min(max(to, 0), len(l.ids)-1)
	l.settle()
	return l.Wants()
}

// Page takes the cursor n pages down or up; the window moves along.
func (l *List[ID]) Page(n int) Want {
	step := n * max(l.Height()-1, 1)
	if len(l.ids) > 0 {
		l.top += step
	}
	return l.Move(step)
}

// Go takes the cursor as many rows as a key says (see keys.Set.Steps): by pages the window moves along, and far away is
// the first or the last row of all.
func (l *List[ID]) Go(rows int) Want {
	switch page := max(l.Height()-1, 1); {
	case rows <= -farAway:
		return l.ToFirst()
	case rows >= farAway:
		return l.ToLast()
	case page > 1 && (rows == page || rows == -page):
		return l.Page(rows / page)
	}
	return l.Move(rows)
}

// farAway is more rows than a key moves that does not go to the first or the last one.
const farAway = 1 << 19

// ToFirst takes the cursor to the first row of all.
func (l *List[ID]) ToFirst() Want {
	l.owed, l.hasWanted = 0, false
	if l.above {
		l.atHead = true
		return Head
	}
	l.cursor, l.top = 0, 0
	l.settle()
	return Nothing
}

// ToLast takes the cursor to the last row of all.
func (l *List[ID]) ToLast() Want {
	l.owed, l.hasWanted = 0, false
	if l.below {
		l.atEnd = true
		return Tail
	}
	l.cursor = max(len(l.ids)-1, 0)
	l.settle()
	return Nothing
}

// Click takes the cursor to the row shown at a line of the window; ok is false where no row is there.
func (l *List[ID]) Click(line int) (ok bool) {
	from, to := l.Window()
	if line < 0 || from+line >= to {
		return false
	}
	l.cursor, l.owed, l.hasWanted = from+line, 0, false
	return true
}

// Wants says whether the next page should be fetched: as soon as less than a page is left in a direction.
func (l *List[ID]) Wants() Want {
	switch {
	case l.below && l.cursor+2*l.Height() > len(l.ids):
		return Below
	case l.above && l.cursor-2*l.Height() < 0:
		return Above
	}
	return Nothing
}

func (l *List[ID]) find() {
	if !l.hasWanted {
		return
	}
	if i := index(l.ids, l.wanted); i >= 0 {
		l.cursor, l.hasWanted = i, false
	}
}

// settle brings cursor and window back inside the stretch and the cursor inside the window.
func (l *List[ID]) settle() {
	l.cursor = max(min(l.cursor, len(l.ids)-1), 0)
	l.top = min(l.top, l.cursor)
	l.top = max(l.top, l.cursor-l.Height()+1)
	l.top = max(min(l.top, len(l.ids)-l.Height()), 0)
}
