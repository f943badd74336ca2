package overview

import (
	"encoding/binary"
	"slices"
	"strings"
	"time"

	"leerbalie/model/desk"
	"leerbalie/model/journal"
)

// Dim is by what something is counted. Letters are on disk and never reused.
type Dim byte

// What a request counts for, by when it came in. The code of DimArrival is Arrival.pack.
const (
	DimCame    Dim = 'a' // each one
	DimLate    Dim = 'b' // each that waited longer than LateAfter until somebody took it up
	DimCameFor Dim = 'c' // by theme
	DimArrival Dim = 'd' // each, with how long it kept somebody
)

// What a request counts for, by when it was closed.
const (
	DimHandled       Dim = 'h' // each one
	DimWait          Dim = 'w' // each, by the minutes that it waited
	DimParked        Dim = 'p' // each that was parked, by the minutes that it was
	DimTheme         Dim = 'A'
	DimChannel       Dim = 'B'
	DimOutcome       Dim = 'C'
	DimLifeDomain    Dim = 'D'
	DimLanguage      Dim = 'E'
	DimUrgency       Dim = 'F'
	DimSupervision   Dim = 'G'
	DimNeighbourhood Dim = 'H' // as it was filled in
	DimPostcode      Dim = 'I' // the four digits of the resident's postcode
	DimWhereFound    Dim = 'J'
	DimAgeBand       Dim = 'K'
	DimTag           Dim = 'L' // each of its result tags
	DimHands         Dim = 'M' // who handled it: the ids of all of them
	DimReferral      Dim = 'N' // each referral: the organisation, a zero and the state
)

// LateAfter is how many minutes somebody may wait before they waited long.
const LateAfter = 20

// Fact is one thing that a request counts for.
type Fact struct {
	At      time.Time // the moment by which it lies in a period
	Dim     Dim
	Code    string
	N       int // how often
	Minutes int // that were spent; of DimWait and DimParked those that were waited
}

// ByCame tells whether something is counted by when requests came in; all else is by when they were closed.
func (d Dim) ByCame() bool { return d >= DimCame && d <= DimArrival }

// Facts hands out what a request counts for; postcode is that of its resident, "" where that is not known. What was taken away counts for
// nothing, and what was merged into another counts with that one; see ReadFigures.
func Facts(r *desk.Request, postcode string, add func(Fact)) {
	if r.Archived || r.Merged != nil {
		return
	}
	c := r.Clocks()
	came := func(d Dim, code string) { add(Fact{At: r.Created, Dim: d, Code: code, N: 1}) }
	came(DimCame, "")
	if c.Helped && c.Waited > LateAfter {
		came(DimLate, "")
	}
	came(DimCameFor, r.Theme)
	came(DimArrival, arrivalOf(r, c).pack())
	handled(r, postcode, 1, add)
	if r.Closed == nil {
		return
	}
	add(Fact{At: r.Closed.At, Dim: DimWait, N: 1, Minutes: c.Waited})
	if c.Parked > 0 {
		add(Fact{At: r.Closed.At, Dim: DimParked, N: 1, Minutes: c.Parked})
	}
}

// handled hands out what a closed request counts for; n is 0 where only minutes and referrals are to be added to one that counts.
func handled(r *desk.Request, postcode string, n int, add func(Fact)) {
	if r.Closed == nil {
		return
	}
	count := func(d Dim, code string) { add(Fact{r.Closed.At, d, code, n, r.Minutes}) }
	count(DimHandled, "")
	count(DimTheme, r.Theme)
	count(DimChannel, r.Channel)
	count(DimOutcome, r.Closed.Outcome)
	count(DimLifeDomain, r.LifeDomain)
	count(DimLanguage, r.Language)
	count(DimUrgency, string(r.Urgency))
	count(DimSupervision, string(r.Supervision))
	count(DimNeighbourhood, r.Neighbourhood)
	count(DimPostcode, DigitsOf(postcode))
	count(DimWhereFound, r.Closed.WhereFound)
	count(DimAgeBand, r.AgeBand)
	tags := slices.Clone(r.Closed.Tags)
	slices.Sort(tags)
	for _, tag := range slices.Compact(tags) {
		count(DimTag, tag)
	}
	count(DimHands, handsOf(r.Holder()))
	for _, f := range r.Referrals {
		add(Fact{At: r.Closed.At, Dim: DimReferral, Code: f.To + "\x00" + string(f.State), N: 1})
	}
}

// Resettled hands out what the postcode of its resident makes a request count for, of which only the row is read.
func Resettled(row *desk.RequestRow, postcode string, add func(Fact)) {
	if !row.Archived && !row.IsMerged() && row.Status == desk.StatusClosed {
		add(Fact{row.ClosedAt, DimPostcode, DigitsOf(postcode), 1, row.Minutes})
	}
}

// handsOf is the code of those who handle a request, whatever their order.
func handsOf(who []journal.ID) string {
	who = slices.Clone(who)
	slices.SortFunc(who, func(a, b journal.ID) int { return strings.Compare(string(a[:]), string(b[:])) })
	var b strings.Builder
	for _, id := range slices.Compact(who) {
		b.Write(id[:])
	}
	return b.String()
}

// peopleOf are those of a code of DimHands.
func peopleOf(code string) (who []journal.ID) {
	for ; len(code) >= len(journal.ID{}); code = code[len(journal.ID{}):] {
		who = append(who, journal.ID([]byte(code[:len(journal.ID{})])))
	}
	return who
}

// DigitsOf are the four digits of a Dutch postcode, by which a neighbourhood is told and no street; "" of anything else.
func DigitsOf(postcode string) string {
	postcode = strings.TrimSpace(postcode)
	if len(postcode) < 4 || postcode[0] == '0' || strings.ContainsFunc(postcode[:4], func(r rune) bool { return r < '0' || r > '9' }) {
		return ""
	}
	if len(postcode) > 4 && postcode[4] >= '0' && postcode[4] <= '9' {
		return ""
	}
	return postcode[:4]
}

// Arrival is somebody who came in, and how long that kept whoever helped them.
type Arrival struct {
	At      time.Time // to the minute
	WalkIn  bool      // see WalkIn
	Waited  int       // minutes until somebody took it up, parked time left out; -1: nobody has yet
	Minutes int       // that were spent on it, of all who worked on it together
	Held    int       // minutes from when it was taken up to when it was closed, parked time left out; -1: it is not closed
}

func arrivalOf(r *desk.Request, c desk.Clocks) Arrival {
	a := Arrival{At: r.Created, WalkIn: r.Channel == "" || r.Channel == "desk", Waited: -1, Minutes: r.Minutes, Held: -1}
	if c.Helped {
		a.Waited = c.Waited
	}
	if r.Closed != nil {
		a.Held = c.Held
	}
	return a
}

// pack is an arrival as it is counted, without its moment.
func (a Arrival) pack() string {
	b := []byte{0}
	if a.WalkIn {
		b[0] = 1
	}
	b = binary.AppendUvarint(b, uint64(a.Waited+1))
	b = binary.AppendUvarint(b, uint64(max(a.Minutes, 0)))
	return string(binary.AppendUvarint(b, uint64(a.Held+1)))
}

// unpack is the opposite of pack; ok is false for what it never gives.
func unpack(code string) (a Arrival, ok bool) {
	b := []byte(code)
	if len(b) == 0 {
		return a, false
	}
	a.WalkIn, b = b[0] == 1, b[1:]
	for _, to := range []*int{&a.Waited, &a.Minutes, &a.Held} {
		n, used := binary.Uvarint(b)
		if used <= 0 {
			return a, false
		}
		*to, b = int(n), b[used:]
	}
	a.Waited, a.Held = a.Waited-1, a.Held-1
	return a, len(b) == 0
}
