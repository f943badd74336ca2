package wording

import (
	"strings"

	"leerbalie/model/desk"
	"leerbalie/ui/widget/cell"
)

// FactLines joins facts with dots, on as many lines as they need; a fact is broken only where it is longer than a line.
func FactLines(facts []string, width int) []string {
	var out []string
	line := ""
	for _, f := range facts {
		if f = cell.Safe(f, width); f == "" {
			continue
		}
		switch {
		case line == "":
			line = f
		case cell.Width(line)+3+cell.Width(f) <= width:
			line += " · " + f
		default:
			out, line = append(out, cell.Cut(line, width)), f
		}
	}
	if line != "" {
		out = append(out, cell.Cut(line, width))
	}
	return out
}

// Facts joins with dots those facts that there are.
func Facts(facts ...string) string {
	var some []string
	for _, f := range facts {
		if f != "" {
			some = append(some, f)
		}
	}
	return strings.Join(some, " · ")
}

// Where tells residents of one name apart.
func Where(r desk.Resident) string {
	if where := Facts(r.Street, r.Postcode, r.Phone); where != "" {
		return where
	}
	return r.Neighbourhood
}
