package desk

import (
	"slices"
	"strings"

	"leerbalie/model/plain"
)

// FurtherText is what searching looks at in a request beside what lists show of it: details, notes, contacts, tasks and what came of
// them, where it was referred to and why that was refused, and the words it was closed with. What was erased is not among it, nor are
// messages to colleagues, which are for somebody.
func (r *Request) FurtherText() string {
	var b strings.Builder
	add := func(text string) {
		if text != "" {
			b.WriteString(text)
			b.WriteByte('\n')
		}
	}
	add(r.Details)
	for i := range r.Memos {
		add(r.Memos[i].Text)
	}
	for i := range r.Contacts {
		add(r.Contacts[i].Text)
	}
	for i := range r.Tasks {
		add(r.Tasks[i].What)
		add(r.Tasks[i].Fact)
	}
	for i := range r.Referrals {
		add(r.Referrals[i].To)
		add(r.Referrals[i].Reason)
	}
	for i := range r.Closings {
		for _, tag := range r.Closings[i].Tags {
			add(tag)
		}
	}
	return b.String()
}

// Searched is a resident as searching looks at one: a telephone number is found however it is written, and by its end.
func (r *Resident) Searched() string {
	text := plain.Searched(r.SearchText()) + plain.PhoneWords(r.Phone)
	if code, ok := plain.NormalPostcode(r.Postcode); ok {
		text += " " + plain.FoldText(code) + " " + plain.FoldText(strings.ReplaceAll(code, " ", ""))
	}
	return text
}

// Terms are what the query's words mean.
func (q SearchQuery) Terms() plain.Terms {
	terms := plain.TermsOf(q.Text)
	if q.Nearly {
		terms, _ = terms.Nearly()
	}
	return terms
}

// meant are the words of what was found that stand in the place of those that were typed.
func meant(index Index, q SearchQuery, rows []RequestRow) (out []string, err error) {
	terms := q.Terms()
	for i := range rows[:min(len(rows), 5)] {
		text, err := index.Searched(&rows[i])
		if err != nil {
			return nil, err
		}
		for _, w := range terms.Meant(text) {
			if !slices.Contains(out, w) && len(out) < 3 {
				out = append(out, w)
			}
		}
	}
	return out, nil
}
