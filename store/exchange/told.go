package exchange

import (
	"slices"
	"strconv"
	"strings"

	"leerbalie/model/transfer"
)

// saying is something that a row adds to what is said of the whole file: the code of a sentence, and a value of it or "". It counts once the
// row has come in, so that nothing is said of rows that were refused.
type saying struct {
	msg   string
	value string
	only  *bool // where it becomes so as the row is taken in; nil: it is so
}

// tells are the sentences that rows add up to, in the order in which they are said, and what each of them has in it.
var tells = []struct {
	msg  string
	args int
}{
	{"import.total-rows", ofRows}, {"import.heading-rows", ofRows}, {"import.row-again", ofRows}, {"import.number-again", ofRows}, {"import.zeros-in-front", ofValues},
	{"import.unknown-channel", ofValues}, {"import.unknown-outcome", ofValues}, {"import.unknown-life-domain", ofValues},
	{"import.unknown-urgency", ofValues}, {"import.unknown-status", ofValues}, {"import.unknown-where-found", ofValues},
	{"import.date-above", ofRows}, {"import.undated", ofCount}, {"import.year-guessed", ofRows}, {"import.clock-unread", ofRows}, {"import.closed-unread", ofRows},
	{"import.closed-filler", ofRows}, {"import.closed-guessed", ofCount}, {"import.no-outcome", ofCount}, {"import.was-claimed", ofCount},
	{"import.minutes-as-hours", ofRows}, {"import.minutes-shared", ofRows}, {"import.staff-unknown", ofValues},
	{"import.residents-new", ofDistinct}, {"import.residents-known", ofCount}, {"import.phone-noted", ofRows}, {"import.lost-letters", ofRows}, {"import.encoded-twice", ofRows},
	{"import.strange-letters", ofRows},
}

// What stands in a sentence that rows add up to.
const (
	ofCount    = iota // n, how many rows
	ofDistinct        // n, how many values
	ofRows            // n, and rows, the first of them
	ofValues          // values, and more where they are too many; a sentence of its own, "-more", says so
)

// sums is what the rows that came in add up to.
type sums struct {
	of map[string]*counted
}

type counted struct {
	n      int
	rows   []int
	values map[string]int
}

func newSums() *sums { return &sums{of: map[string]*counted{}} }

// add counts what a row tells.
func (t *sums) add(row int, tells []saying) {
	for _, tell := range tells {
		if tell.only != nil && !*tell.only {
			continue
		}
		of := t.of[tell.msg]
		if of == nil {
			of = &counted{values: map[string]int{}}
			t.of[tell.msg] = of
		}
		of.n++
		if k := len(of.rows); k < mostTold && (k == 0 || of.rows[k-1] != row) {
			of.rows = append(of.rows, row)
		}
		if _, listed := of.values[tell.value]; tell.value != "" && (listed || len(of.values) < mostKnown) {
			of.values[tell.value]++
		}
	}
}

// mostTold is how many rows a sentence names.
const mostTold = 20

// remarks says what they add up to.
func (t *sums) remarks() (out []transfer.Remark) {
	for _, tell := range tells {
		of := t.of[tell.msg]
		if of == nil {
			continue
		}
		switch tell.args {
		case ofCount:
			out = append(out, remark(tell.msg, "n", of.n))
		case ofDistinct:
			out = append(out, remark(tell.msg, "n", len(of.values)))
		case ofRows:
			slices.Sort(of.rows)
			out = append(out, remark(tell.msg, "n", of.n, "rows", rowsNamed(of.rows, of.n)))
		case ofValues:
			out = append(out, listed(tell.msg, of.values))
		}
	}
	return out
}

// rowsNamed are rows as a sentence names them.
func rowsNamed(rows []int, n int) string {
	parts := make([]string, len(rows))
	for i, row := range rows {
		parts[i] = strconv.Itoa(row)
	}
	text := strings.Join(parts, ", ")
	if n > len(rows) {
		text += " …"
	}
	return text
}

func listed(msg string, of map[string]int) transfer.Remark {
	values := make([]string, 0, len(of))
	for value := range of {
		values = append(values, value)
	}
	slices.Sort(values)
	more := max(0, len(values)-mostListed)
	args := []any{"values", strings.Join(values[:len(values)-more], ", ")}
	if more > 0 {
		msg, args = msg+"-more", append(args, "more", more)
	}
	return remark(msg, args...)
}
