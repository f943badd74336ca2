package learning

import (
	"context"
	"strconv"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model"
	"leerbalie/model/journal"
	"leerbalie/model/learning"
	"leerbalie/ui/keys"
	"leerbalie/ui/report"
	"leerbalie/ui/say"
	"leerbalie/ui/screen"
	"leerbalie/ui/widget"
	"leerbalie/ui/widget/cell"
)

// agreementPage is the page on how far the assessors of a group agree, and on what they have to talk.
type agreementPage struct {
	reading[learning.Concordance]
	scroller
	group, framework journal.ID
	doc              report.Document
	content          say.Lines // the document as structure, once it is asked for
	talk             bool      // what differs shows
	list             widget.List[string]
}

func newAgreement(c *Learning, group, framework journal.ID) *agreementPage {
	return &agreementPage{reading: reading[learning.Concordance]{c: c}, group: group, framework: framework}
}

func (p *agreementPage) read() tea.Cmd {
	group, framework := p.group, p.framework
	return p.ask(func(ctx context.Context, session *model.Session) (learning.Concordance, error) {
		return learning.ReadConcordance(ctx, session, group, framework)
	})
}

func (p *agreementPage) take(msg tea.Msg) (tea.Cmd, bool) {
	fresh, mine := p.took(msg)
	if fresh {
		p.content = nil
		p.doc = p.c.maker().Concordance(&p.data)
		ids := make([]string, len(p.data.Differing))
		for i := range ids {
			ids[i] = p.rowID(i)
		}
		p.list.Load(ids, false, false)
		p.resize(p.c.size)
	}
	return nil, mine
}

// rowID tells a difference from others; two can be about the same part of the same piece.
func (p *agreementPage) rowID(i int) string {
	x := &p.data.Differing[i]
	return x.Evidence.ID.String() + x.Node.ID.String() + strconv.Itoa(i)
}

func (p *agreementPage) resize(size screen.Size) {
	p.list.Resize(size.Height - 1)
	if p.known {
		p.lines = p.doc.Lines(p.c.Env.Theme, min(size.Width-4, widest))
	}
}

func (p *agreementPage) shows() bool { return p.known }

func (p *agreementPage) hasRows() bool { return p.known && p.talk && p.list.Len() > 0 }

func (p *agreementPage) keyLine() []keys.ID {
	return []keys.ID{keys.Back, Open, NextTab, PrevTab, Write, keys.Up, keys.Down}
}

// turn shows what differs, or how far the assessors agree.
func (p *agreementPage) turn() tea.Cmd {
	p.talk = !p.talk
	return nil
}

func (p *agreementPage) write() tea.Cmd {
	return p.c.startWrite(documentKind{name: "agreement"}, p.doc)
}

func (p *agreementPage) leave() tea.Cmd { return p.c.back() }

func (p *agreementPage) move(msg tea.KeyMsg) bool {
	if p.talk {
		return move(p.c, msg, &p.list)
	}
	return p.scroll(p.c, msg)
}

// open shows the piece of evidence that the cursor is on.
func (p *agreementPage) open() tea.Cmd {
	i, _, ok := p.list.Cursor()
	if !ok {
		return nil
	}
	x := &p.data.Differing[i]
	return p.c.push(newPiece(p.c, x.Student.ID, x.Evidence.ID))
}

func (p *agreementPage) mouse(m screen.Mouse) tea.Cmd {
	switch {
	case !p.talk:
		p.wheel(m)
	case m.Wheel != 0:
		p.list.Move(m.Wheel)
	case m.Click && m.Y > 0:
		_, before, _ := p.list.Cursor()
		if p.list.Click(m.Y - 1) {
			if _, now, _ := p.list.Cursor(); now == before {
				return p.open()
			}
		}
	}
	return nil
}

func (p *agreementPage) head(screen.Size) screen.Head {
	w, th := p.c.Env.Words, p.c.Env.Theme
	one, two := w.Say("learning.tab.agreement"), w.Say("learning.tab.talk")
	if p.talk {
		two = th.Strong.On("[" + two + "]")
	} else {
		one = th.Strong.On("[" + one + "]")
	}
	h := screen.Head{Left: one + "  " + two}
	if p.known && len(p.data.Differing) > 0 {
		h.Right = w.Count("learning.differences", len(p.data.Differing))
	}
	return h
}

func (p *agreementPage) view(size screen.Size) string {
	if body, ok := p.instead(size); ok {
		return body
	}
	if p.talk {
		return p.c.panes(size, p.differences(size.Width), nil, 0, false)
	}
	return strings.Join(p.draw(p.c, size, ""), "\n")
}

// differences draws what there is to talk about.
func (p *agreementPage) differences(width int) []string {
	w, th, m := p.c.Env.Words, p.c.Env.Theme, p.c.maker()
	who, code, level := max((width-2)*22/100, 12), 10, max((width-2)*20/100, 14)
	title := max(width-2-who-code-2*level-1, 8)
	head := cell.Fit(w.Say("report.col.student"), who) + cell.Fit(w.Say("report.col.part"), code) + cell.Fit(w.Say("learning.col.work"), title) + " " +
		cell.Fit(w.Say("report.col.by"), level) + cell.Fit(w.Say("report.col.by"), level)
	out := []string{"  " + th.Faint.On(cell.Line(head, width-2))}
	from, to := p.list.Window()
	cursor, _, _ := p.list.Cursor()
	for i := from; i < to && i < len(p.data.Differing); i++ {
		x := &p.data.Differing[i]
		side := func(by model.Person, at int) string {
			said := m.Level(&p.data.Framework, x.Node, at)
			if width < sideBySide {
				said = p.c.letter(&p.data.Framework, x.Node, at)
			}
			return cell.Fit(screen.ShortName(by.Name)+": "+said, level)
		}
		text := cell.Fit(x.Student.Name, who) + cell.Fit(x.Node.Short(), code) + cell.Fit(x.Evidence.Day.Format("02-01 ")+m.Title(&x.Evidence), title) + " " + side(x.A, x.LevelA) + side(x.B, x.LevelB)
		out = append(out, p.c.row(text, i == cursor, th.Plain, width))
	}
	if len(p.data.Differing) == 0 {
		out = append(out, p.c.nothing(w.Say("learning.empty.differences"), width)...)
	}
	return out
}
