package text

import (
	"slices"
	"strconv"
	"strings"

	"leerbalie/model"
	"leerbalie/model/pairs/match"
)

// Score writes hundredths of a point with one decimal: 87,4 in Dutch.
func (w Words) Score(hundredths int) string {
	tenths := (hundredths + 5) / 10
	if hundredths < 0 {
		tenths = (hundredths - 5) / 10
	}
	sign := ""
	if tenths < 0 {
		sign, tenths = "-", -tenths
	}
	return sign + strconv.Itoa(tenths/10) + w.language.Decimal + strconv.Itoa(tenths%10)
}

// Days names the days of a set of day parts: ma di do.
func (w Words) Days(d model.DayParts) string {
	var out []string
	for _, code := range d.Codes() {
		day, _, _ := strings.Cut(code, "-")
		if name := w.Say("day." + day); !slices.Contains(out, name) {
			out = append(out, name)
		}
	}
	return strings.Join(out, " ")
}

// DayParts names each day part: ma-ochtend, di-middag.
func (w Words) DayParts(d model.DayParts) string {
	codes := d.Codes()
	for i, code := range codes {
		day, part, _ := strings.Cut(code, "-")
		codes[i] = w.Say("day."+day) + "-" + w.Say("part."+part)
	}
	return strings.Join(codes, ", ")
}

// Why tells which rule stands in somebody's way. Parts are when they can work.
func (w Words) Why(reason match.Rule, parts model.DayParts) string {
	return w.Say("why."+string(reason), "parts", w.Days(parts))
}

// Rule names a wish.
func (w Words) Rule(r match.Rule) string { return w.Say("rule." + string(r)) }

// Relax tells what would help, and with whom.
func (w Words) Relax(r match.Relaxation, names string) string {
	rules := make([]string, len(r.Rules))
	for i, rule := range r.Rules {
		rules[i] = w.Say("relax." + string(rule))
	}
	said := w.Say("relax.with", "rule", strings.Join(rules, " + "), "names", names, "score", w.Score(r.Score))
	if r.Also > 0 {
		said += " " + w.Say("relax.also", "n", r.Also+1)
	}
	return said
}

// Gift names what one gives another: by what it is called with each of the two where their lists differ.
func (w Words) Gift(g match.Gift) string {
	if g.As == "" {
		return g.What
	}
	return w.Say("pairs.gift", "what", g.What, "as", g.As)
}

// Facts tells in one line what a pair has in common and gives each other: the days, the languages, what each adds.
func (w Words) Facts(f match.Facts) string {
	var out []string
	if f.Parts != 0 {
		out = append(out, w.Days(f.Parts))
	}
	if len(f.Languages) > 0 {
		names := make([]string, len(f.Languages))
		for i, tag := range f.Languages {
			names[i] = w.Language(tag)
		}
		out = append(out, strings.Join(names, ", "))
	}
	var gifts []string
	for _, g := range f.Gives {
		if what := w.Gift(g); !slices.Contains(gifts, what) {
			gifts = append(gifts, what)
		}
	}
	if len(gifts) > 0 {
		out = append(out, w.Say("rule.competences")+": "+strings.Join(gifts, ", "))
	}
	return strings.Join(out, " · ")
}
