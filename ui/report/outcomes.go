package report

import (
	"strconv"
	"strings"

	"leerbalie/model/outcome"
	"leerbalie/ui/report/smallcells"
	"leerbalie/ui/text"
)

// Percent is a share as people read it, to the whole percent.
func Percent(w text.Words, share float64) string { return w.Number(100*share, 0) + "%" }

// Outcomes is what became of the students of a cohort: so many of so many, between what the share lies, and what somebody says of others. Each
// outcome is a table of its own of two cells, those who came to it and the others: neither is printed where one of them is small.
func (m Maker) Outcomes(r *outcome.Report) Document {
	w := m.Words
	d := m.document(w.Say("outcome.title", "whom", m.whom(r)))
	switch {
	case r.Of == 0:
		d.line(w.Say("outcome.nobody"))
	case m.small(r.Of):
		d.line(w.Say("outcome.too-few", "n", smallcells.Least))
	default:
		m.outcomeTable(&d, r)
	}
	if r.Of > 0 && !m.small(r.Of) {
		d.line(w.Count("outcome.who", r.Of))
	}
	if r.Going > 0 {
		d.line(w.Count("outcome.going", r.Going))
	}
	if r.Erased > 0 && !m.small(r.Erased) {
		d.line(w.Count("outcome.erased", r.Erased))
	}
	if r.Of > 0 && r.Of < outcome.FewestForShare {
		d.line(w.Say("outcome.few", "fewest", outcome.FewestForShare))
	} else if r.Of > 0 {
		d.line(w.Say("outcome.interval"))
	}
	m.hiddenLegend(&d)
	return d
}

func (m Maker) outcomeTable(d *Document, r *outcome.Report) {
	w := m.Words
	t := m.grid("outcomes", []string{w.Say("outcome.outcome"), w.Say("outcome.count"), w.Say("outcome.share"), w.Say("outcome.between"), w.Say("outcome.compared")},
		"n", "rate", "interval", "compared")
	t.Right = []int{1, 2, 3}
	for _, row := range r.Rows {
		marks := m.hide(row.N, row.Of-row.N)
		cells := []figure{m.word(w.Code("outcome-kind", row.Outcome)), m.counted(row, marks), m.word(""), m.word(""), m.word("")}
		if marks[0] == smallcells.Shown && !row.Few() {
			cells[2] = m.share(row.Share())
			low, high := m.share(row.Low), m.share(row.High)
			cells[3] = figure{w.Say("outcome.from-to", "low", low.paper, "high", high.paper), w.Say("outcome.from-to", "low", low.sheet, "high", high.sheet), low.raw + " " + high.raw}
		}
		if c := row.Compared; c != nil {
			cells[4] = m.word(m.compared(c))
		}
		t.add(row.Outcome, cells...)
	}
	d.table(t.Table)
}

// counted is how many of how many came to an outcome, as it may be printed.
func (m Maker) counted(row outcome.Row, marks []smallcells.Mark) figure {
	n := m.count(row.N, marks[0])
	return figure{m.Words.Say("outcome.of", "n", n.paper, "of", row.Of), n.sheet, n.raw}
}

func (m Maker) share(s float64) figure {
	raw := strconv.FormatFloat(s, 'f', 4, 64)
	return figure{Percent(m.Words, s), strings.Replace(raw, ".", ",", 1), raw}
}

// compared is a figure from elsewhere with its source, as it was entered.
func (m Maker) compared(c *outcome.Comparison) string {
	return m.Words.Say("outcome.compared-with", "rate", EnteredPercent(m.Words, c.Rate), "source", c.Source, "year", c.Year)
}

// EnteredPercent is a share that somebody entered, with as many decimals as it was entered with.
func EnteredPercent(w text.Words, s outcome.Share) string {
	return w.Number(float64(s)/100, -1) + "%"
}

// whom is of whom outcomes are told.
func (m Maker) whom(r *outcome.Report) string {
	w := m.Words
	var parts []string
	if r.Cohort != "" {
		parts = append(parts, w.Say("outcome.cohort", "cohort", r.Cohort))
	}
	if r.In.Name != "" {
		parts = append(parts, w.Say("outcome.group", "group", r.In.Name))
	}
	if r.Programme != "" {
		parts = append(parts, w.Say("outcome.programme", "programme", r.Programme))
	}
	if len(parts) == 0 {
		return w.Say("outcome.everybody")
	}
	return strings.Join(parts, ", ")
}
