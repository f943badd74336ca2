package pairs

import (
	"leerbalie/ui/dialog"
	"leerbalie/ui/say"
	"leerbalie/ui/screen"
)

// Said gives the list that shows as structure, with what there is to know of the row that the cursor is on.
func (p *Pairs) Said() (l say.Lines) {
	if l, over := p.OverSaid(); over {
		return l
	}
	w := p.Env.Words
	words := tabWords()
	names := make([]string, len(words))
	for i, word := range words {
		names[i] = w.Say(word)
	}
	l.Add(screen.SaidTabs(w, words[p.tab], names, p.tab))
	switch {
	case p.failed != "":
		l.Text(p.failed)
		return l
	case p.book == nil:
		return l
	case p.search.Shows():
		l.Add(p.search.Said(p.Env, p.list().Len()))
		if beside := p.beside(w.Aloud()); beside != "" {
			l.Text(beside)
		}
	case p.tab == proposed && p.made != nil:
		l.Text(p.summary())
	case p.tab == running:
		l.Text(p.counts())
	}
	if p.tab == proposed && p.work {
		l.Text(w.Say("pairs.working"))
	}
	what, points, mark := p.heads()
	l.Help(w.Say("say.columns", "columns", say.Join(w.Say("pairs.col.pair"), points, what, mark)))
	rows := p.rowsSaid()
	if p.focus {
		rows = rows.Beside()
	}
	l.Add(rows)
	if len(p.rows) == 0 {
		l.Text(p.empty())
		return l
	}
	about := &details{p: p, w: w.Aloud(), said: &say.Lines{}}
	about.current()
	l.Details("pairs.details", *about.said, p.focus)
	return l
}

// rowsSaid gives the rows of the window.
func (p *Pairs) rowsSaid() (l say.Lines) {
	w := p.Env.Words.Aloud()
	what, points, mark := p.heads()
	from, to := p.list().Window()
	cursor, _, _ := p.list().Cursor()
	for i := from; i < to && i < len(p.rows); i++ {
		r := &p.rows[i]
		t := p.tell(r, w)
		alone, apart := "", ""
		if t.alone {
			alone = w.Say("pairs.alone")
		}
		if r.kind == pairRow {
			apart = p.SaidApart(r.pair.ID)
		}
		switch {
		case r.kind == pairRow && t.mark != "":
			t.mark = say.Pair(mark, t.mark)
		case r.kind == proposedRow:
			t.what = say.Pair(what, t.what)
		}
		l.Row(r.key, i+1, i == cursor, say.Join(t.who, alone, say.Pair(points, t.points), t.what, t.mark, apart))
	}
	return l
}

// Said gives the weights and rules as entries of which each can be turned, and what the proposal is with them.
func (d *sliders) Said(*dialog.Host) (l say.Lines) {
	l.Heading("pairs.sliders", d.p.Env.Words.Say("pairs.sliders.title"))
	dials := d.p.dials()
	d.at = min(d.at, len(dials)-1)
	for i, x := range dials {
		f := say.Line{ID: x.name, Text: x.name, Value: x.value(), At: i == d.at, Option: x.at}
		for n, option := range x.options {
			f.Options = append(f.Options, say.Option{Text: option, On: n == x.at})
		}
		if f.At {
			f.Fault = d.fault
		}
		l.Field(f)
	}
	l.Text(d.p.summary())
	l.Help(d.hint())
	return l
}
