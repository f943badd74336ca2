package model

import (
	"context"
	"slices"
	"strings"
	"time"
)

// SearchQuery asks for requests of one site, newest first.
type SearchQuery struct {
	Site   ID     // zero: the session's
	Text   string // words, each the beginning of one in the request; none finds all
	Filter Filter
	Limit  int // rows at most; 0 is all
}

// Filter narrows a list down; what is empty does not.
type Filter struct {
	Theme, Channel, Outcome, Language string
	Urgency                           Urgency
	Status                            Status
	Holder                            ID // one of those who hold it
	Since, Until                      time.Time
}

// IsZero tells whether the filter lets everything through.
func (f Filter) IsZero() bool { return f == Filter{} }

// Match tells whether a row passes.
func (f Filter) Match(r *RequestRow) bool {
	same := func(want, have string) bool { return want == "" || want == have }
	return same(f.Theme, r.Theme) && same(f.Channel, r.Channel) && same(f.Outcome, r.Outcome) && same(f.Language, r.Language) &&
		same(string(f.Urgency), string(r.Urgency)) && same(string(f.Status), string(r.Status)) &&
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

func facets(theme, channel, outcome, language string, urgency Urgency) (out []string) {
	for _, f := range [...]struct{ letter, value string }{{"t", theme}, {"c", channel}, {"o", outcome}, {"l", language}, {"u", string(urgency)}} {
		if f.value != "" {
			out = append(out, "="+f.letter+f.value+".")
		}
	}
	return out
}

// Find searches with a filter. When nothing is found, words that may be a misspelt name find the requests of residents
// whose name is alike. Errors: Refused; the context's.
func (v *View) Find(ctx context.Context, q SearchQuery) (rows []RequestRow, err error) {
	if q.Site.IsZero() {
		q.Site = v.Site()
	}
	if err := v.Clearance().mayRead(Scope{Desk, q.Site}); err != nil {
		return nil, err
	}
	err = v.b.Read(ctx, func(tx Tx) error {
		if rows, err = tx.Search(ctx, q); err != nil {
			return err
		}
		if len(rows) == 0 && strings.TrimSpace(q.Text) != "" {
			if rows, err = misspelt(ctx, tx, q); err != nil {
				return err
			}
		}
		return names(tx, rows)
	})
	return rows, err
}

// misspelt finds the requests of residents whose name is nearly what was typed.
func misspelt(ctx context.Context, tx Tx, q SearchQuery) (rows []RequestRow, err error) {
	words := Fold(q.Text)
	var alike []ID
	err = tx.ResidentsLike(q.Site, Resident{}, func(r Resident) error {
		if nearly(words, Fold(r.Name)) {
			alike = append(alike, r.ID)
		}
		return ctx.Err()
	})
	if err != nil {
		return nil, err
	}
	for _, id := range alike {
		of, err := tx.RequestsOf(q.Site, id)
		if err != nil {
			return nil, err
		}
		for _, r := range of {
			if q.Filter.Match(&r) && (q.Limit == 0 || len(rows) < q.Limit) {
				rows = append(rows, r)
			}
		}
	}
	return rows, nil
}

// nearly tells whether every word is near some word of a name: its beginning, or at one edit (two for seven letters and
// more). Words of less than four letters have to begin a word of the name.
func nearly(words, name []string) bool {
	if len(words) == 0 {
		return false
	}
	for _, w := range words {
		limit := 0
		if n := len([]rune(w)); n >= 7 {
			limit = 2
		} else if n >= 4 {
			limit = 1
		}
		if !slices.ContainsFunc(name, func(n string) bool {
			return strings.HasPrefix(n, w) || limit > 0 && Levenshtein(w, n, limit) <= limit
		}) {
			return false
		}
	}
	return true
}
