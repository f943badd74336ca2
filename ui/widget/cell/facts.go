package cell

// FactLines joins facts with dots, on as many lines as they need; a fact is broken only where it is longer than a line.
func FactLines(facts []string, width int) []string {
	var out []string
	line := ""
	for _, f := range facts {
		if f = Safe(f, width); f == "" {
			continue
		}
		switch {
		case line == "":
			line = f
		case Width(line)+3+Width(f) <= width:
			line += " · " + f
		default:
			out, line = append(out, Cut(line, width)), f
		}
	}
	if line != "" {
		out = append(out, Cut(line, width))
	}
	return out
}
