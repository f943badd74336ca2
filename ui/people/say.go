package people

import (
	"strconv"

	"leerbalie/ui/dialog"
	"leerbalie/ui/say"
	"leerbalie/ui/screen"
)

// Said gives the list that shows as structure, with what there is to know of who or what the cursor is on; on an open page its requests
// are the list.
func (p *People) Said() (l say.Lines) {
	if l, over := p.OverSaid(); over {
		return l
	}
	w := p.Env.Words
	names := make([]string, len(tabs()))
	for i, t := range tabs() {
		names[i] = w.Say(t.word)
	}
	if p.choosing {
		return p.choosingSaid(names)
	}
	l.Add(screen.SaidTabs(w, tabs()[p.tab].word, names, p.tab))
	if p.kind() == services && p.openNow {
		l.Text(w.Say("people.directory.open"))
	}
	switch n := p.list().Len(); {
	case p.focus:
	case p.finding:
		l.Add(p.search.Said(p.Env, n))
		if p.kind() == residents && p.near {
			l.Text(w.Say("found.near-names"))
		}
		if beside := p.beside(w.Aloud()); beside != "" {
			l.Text(beside)
		}
	case p.search.Typing: // nothing was typed yet
		l.Add(p.search.Said(p.Env, n)[:1])
		if p.kind() == services {
			l.Text(w.Say("people.directory.search"))
		}
	case p.kind() == residents && p.below:
		l.Text(w.Say("people.newest", "n", n))
	case n > 0:
		l.Text(say.Pair(names[p.tab], strconv.Itoa(n)))
	}
	rows := p.rowsSaid()
	if p.focus {
		rows = rows.Beside()
	}
	l.Add(rows)
	if p.list().Len() == 0 {
		l.Text(p.empty())
	}
	about := &details{p: p, w: w.Aloud(), said: &say.Lines{}}
	if page, ok := p.opened(); ok {
		about.page(page)
		requests := p.requestsSaid(page)
		if !p.focus {
			requests = requests.Beside()
		}
		about.said.Add(requests)
	} else {
		about.card()
	}
	l.Details("people.details", *about.said, p.focus)
	return l
}

// rowsSaid gives the rows of the window, each with all of its columns.
func (p *People) rowsSaid() (l say.Lines) {
	w := p.Env.Words.Aloud()
	columns := p.columnsOf(p.kind(), w)
	heads := make([]string, len(columns))
	for i, c := range columns {
		heads[i] = w.Say(c.word)
	}
	l.Help(w.Say("say.columns", "columns", say.Join(heads...)))
	from, to := p.list().Window()
	cursor, _, _ := p.list().Cursor()
	for i := from; i < to; i++ {
		parts := []string{columns[0].text(i)}
		for n, c := range columns[1:] {
			parts = append(parts, say.Pair(heads[n+1], c.text(i)))
		}
		l.Row(p.idAt(i).String(), i+1, i == cursor, say.Join(append(parts, p.SaidApart(p.idAt(i)))...))
	}
	return l
}

// requestsSaid gives the requests of a page.
func (p *People) requestsSaid(g *page) (l say.Lines) {
	for i := range g.file.Requests {
		r := &g.file.Requests[i]
		l.Row(r.ID.String(), i+1, i == g.at, say.Join(r.Number, p.summary(r), p.Env.Words.Say("status."+string(r.Status)), p.Env.Day(r.Created)))
	}
	return l
}

// choosingSaid gives the digits of the lists; the next key chooses one.
func (p *People) choosingSaid(names []string) (l say.Lines) {
	w := p.Env.Words
	l.Heading("people.choosing", w.Say("desk.views"))
	for i, name := range names {
		chosen := ""
		if i == p.tab {
			chosen = w.Say("say.chosen")
		}
		l.Text(say.Join(strconv.Itoa(i+1)+" "+name, chosen))
	}
	return l
}

// Said gives the line to type, and who was found, of whom the keys up and down choose one.
func (d *merging) Said(h *dialog.Host) (l say.Lines) {
	line := d.prompt
	line.Hint = nil
	l = line.Said()
	for i, r := range d.rows {
		l.Row(r.ID.String(), i+1, i == d.at, whoWhere(r))
	}
	l.Text(h.Env.Words.Say("people.merge.hint"))
	return l
}

// Said gives what an erasure takes away and leaves, and the line for the name; or how far it is.
func (d *wipe) Said(h *dialog.Host) (l say.Lines) {
	if d.step > asking {
		l.Heading(d.prompt.Title, d.prompt.Title)
		l.Progress("erasing", d.stepText(h.Env.Words), (d.step-1)*100/(finished-1))
		return l
	}
	line := d.prompt
	line.Hint = nil
	for _, x := range line.Said() {
		if x.Kind == say.Field {
			for _, t := range d.texts {
				l.Text(t.text)
			}
		}
		l = append(l, x)
	}
	return l
}
