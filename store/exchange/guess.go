package exchange

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"leerbalie/model/plain"
	"leerbalie/model/transfer"
	"leerbalie/store/exchange/byhand"
	"leerbalie/store/exchange/tabular"
)

// headless takes the first row of a table for a row where it is no row of headings: few cells in it are known as one, and it has a date, a
// number of some kind or a telephone number. The columns are then called by their place: 1, 2, 3.
func headless(t *tabular.Reader, c columns) bool {
	if len(c.at)*3 > len(t.Header()) {
		return false
	}
	for _, name := range t.Header() {
		if byhand.IsDate(name) || normalPhone(name) != "" || len(c.at) == 0 && name != "" && strings.Trim(name, "0123456789") == "" {
			return true
		}
	}
	return false
}

// byPlace tells whether somebody names columns by their place, as a look at a file without headings calls them.
func byPlace(t *tabular.Reader, asked map[string]string) bool {
	missing := false
	for _, column := range asked {
		if n, err := strconv.Atoi(column); err != nil || n < 1 {
			return false
		}
		missing = missing || t.Column(column) < 0
	}
	return missing
}

// guess looks for the fields that no heading told of in the columns that are left, by what is in them.
func (s *tableSource) guess() {
	type left struct {
		at    int
		cells []string
	}
	var columns []left
	for i, name := range s.table.Header() {
		if cells := s.cells(i, bsnRows); len(cells) > 0 && !s.columns.taken(i) && !transfer.IsBSN(name) && !slices.Contains(s.columns.hidden, i) && !holdBSN(cells) {
			columns = append(columns, left{i, cells})
		}
	}
	take := func(field string, fits func(at int, cells []string) bool) {
		if s.columns.has(field) {
			return
		}
		for i, c := range columns {
			if fits(c.at, c.cells) {
				s.columns.at[field] = c.at
				s.columns.guessed = append(s.columns.guessed, field)
				s.columns.say("import.guessed", "column", s.table.Header()[c.at], "target", field)
				columns = slices.Delete(columns, i, i+1)
				return
			}
		}
	}
	most := func(fits func(string) bool) func(int, []string) bool {
		return func(_ int, cells []string) bool {
			n := 0
			for _, text := range cells {
				if fits(text) {
					n++
				}
			}
			return n*5 >= len(cells)*4
		}
	}
	take(createdAt, most(byhand.IsDate))
	take(closedAt, most(byhand.IsDate))
	take(phone, most(func(text string) bool { return normalPhone(text) != "" }))
	take(clockTime, most(func(text string) bool {
		_, err := byhand.ReadClock(text)
		return err == nil && strings.Trim(text, "0123456789") != ""
	}))
	take(sourceID, func(at int, cells []string) bool {
		return at == 0 && distinct(cells) == len(cells) && most(isCode)(at, cells)
	})
	take(minutes, most(func(text string) bool {
		n, _, err := byhand.Spent(text, false)
		return err == nil && n <= 600
	}))
	for _, field := range []string{"channel", outcome, "urgency", "theme", "life_domain"} {
		take(field, most(func(text string) bool {
			_, known := s.codes.of[strings.ReplaceAll(field, "_", "-")].find(text)
			return known
		}))
	}
	take(resident, func(_ int, cells []string) bool {
		titled, unsaids := 0, 0
		for _, text := range cells {
			switch {
			case titleOf(text) != "":
				titled++
			case unsaid(text):
				unsaids++
			}
		}
		return titled > 0 && (titled+unsaids)*3 >= len(cells) && longOnAverage(cells) < 40
	})
	take(summary, func(at int, cells []string) bool {
		for _, c := range columns {
			if c.at != at && longOnAverage(c.cells) > longOnAverage(cells) {
				return false
			}
		}
		return longOnAverage(cells) >= 6
	})
	take(staff, func(_ int, cells []string) bool {
		return distinct(cells)*2 <= len(cells) && most(func(text string) bool { return isName(text) })(0, cells)
	})
}

// isName tells whether a cell may name a colleague: a mark in a column that is ticked, and yes or no, names nobody.
func isName(text string) bool {
	_, said := yesNo(text)
	return !said && !unsaid(text) && utf8.RuneCountInString(text) > 1 && len(text) < 30 && !strings.ContainsAny(text, "0123456789")
}

// isCode tells whether a cell is a number or a code by which something is known.
func isCode(text string) bool {
	return len(text) <= 40 && !strings.Contains(text, " ") && strings.ContainsAny(text, "0123456789")
}

func distinct(cells []string) int {
	seen := map[string]bool{}
	for _, text := range cells {
		seen[plain.FoldText(text)] = true
	}
	return len(seen)
}

func longOnAverage(cells []string) int {
	n := 0
	for _, text := range cells {
		n += utf8.RuneCountInString(text)
	}
	return n / max(len(cells), 1)
}
