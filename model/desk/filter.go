package desk

import (
	"bytes"
	"slices"
	"time"

	"leerbalie/model"
	"leerbalie/model/journal"
)

// SearchQuery asks for requests of one site.
type SearchQuery struct {
	Site   journal.ID // zero: the session's
	Text   string     // words, each the beginning of one in the request; none finds all
	Filter Filter
	Order  Order
	Exact  bool       // words that are found nowhere are not taken for misspelt ones
	Nearly bool       // words that are nearly those count as well
	Before journal.ID // newest first only: what came in before this request, to go on where an earlier answer stopped
	Limit  int        // rows at most; 0 is all
	// Residents fills in the residents' names, as it does for PageQuery.
	Residents bool
}

// Start is the id below which an answer begins: Before, or the end of the filter's period where that is earlier. Ids stand
// in the order in which requests came in.
func (q SearchQuery) Start() journal.ID {
	if q.Filter.Until.IsZero() {
		return q.Before
	}
	var end journal.ID
	ms := q.Filter.Until.UnixMilli()
	for i := range 6 {
		end[i] = byte(ms >> (8 * (5 - i)))
	}
	if !q.Before.IsZero() && bytes.Compare(q.Before[:], end[:]) < 0 {
		return q.Before
	}
	return end
}

// Order is how what is found stands below each other.
type Order string

// The orders.
const (
	OrderNewest Order = ""      // newest first
	OrderQueue  Order = "queue" // the most urgent first, then the longest waiting; open requests only
	OrderDue    Order = "due"   // what has to be done first; only requests with a date
)

// Filter narrows a list down; what is empty does not.
type Filter struct {
	Theme, Channel, Outcome, Language string
	Urgency                           model.Urgency
	Status                            Status
	NotClosed                         bool       // whatever its status is otherwise
	Holder                            journal.ID // one of those who hold it
	Since, Until                      time.Time
}

// IsZero tells whether the filter lets everything through.
func (f Filter) IsZero() bool { return f == Filter{} }

// Match tells whether a row passes.
func (f Filter) Match(r *RequestRow) bool {
	same := func(want, have string) bool { return want == "" || want == have }
	return same(f.Theme, r.Theme) && same(f.Channel, r.Channel) && same(f.Outcome, r.Outcome) && same(f.Language, r.Language) &&
		same(string(f.Urgency), string(r.Urgency)) && same(string(f.Status), string(r.Status)) &&
		(!f.NotClosed || r.Status != StatusClosed) && (f.Status != StatusClosed || f.Outcome == OutcomeMerged || !r.IsMerged()) &&
		(f.Holder.IsZero() || slices.Contains(r.Holder, f.Holder)) &&
		(f.Since.IsZero() || !r.Created.Before(f.Since)) && (f.Until.IsZero() || r.Created.Before(f.Until))
}

// Facets are the words by which the index finds what a filter asks for. They hold signs that no folded word has, and end
// in one, so that none is the beginning of another. Status and holder change too often to be among them.
func (f Filter) Facets() []string {
	return facets(f.Theme, f.Channel, f.Outcome, f.Language, f.Urgency)
}

// Facets are the words under which the index keeps a row for filters.
func (r *RequestRow) Facets() []string {
	return facets(r.Theme, r.Channel, r.Outcome, r.Language, r.Urgency)
}

func facets(theme, channel, outcome, language string, urgency model.Urgency) (out []string) {
	for _, f := range [...]struct{ letter, value string }{{"t", theme}, {"c", channel}, {"o", outcome}, {"l", language}, {"u", string(urgency)}} {
		if f.value != "" {
			out = append(out, "="+f.letter+f.value+".")
		}
	}
	return out
}
