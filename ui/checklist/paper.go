package checklist

import (
	"context"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model"
	"leerbalie/ui/keys"
	"leerbalie/ui/report"
	"leerbalie/ui/screen"
)

// paper is a page with a document: a report, a decision with all that was frozen.
type paper struct {
	c      *Checklist
	of     paperOf
	doc    report.Document
	known  bool
	failed string
	lines  []string // of the document, at the width there is
	scroll int
	fetch  screen.Asker
}

// paperOf says how a document is made, what its file is called, and how it can be written beside the ways of every document.
type paperOf struct {
	name  string
	make  func(ctx context.Context, v *model.View, m report.Maker) (report.Document, error)
	extra []format
}

func newPaper(c *Checklist, of paperOf) *paper { return &paper{c: c, of: of} }

func (p *paper) read() tea.Cmd {
	m, of := p.c.maker(), p.of
	return ask(p.c, p.fetch.Next(), func(ctx context.Context, v *model.View) (report.Document, error) {
		return of.make(ctx, v, m)
	})
}

func (p *paper) take(msg tea.Msg) (tea.Cmd, bool) {
	a, ok := msg.(screen.Answer[named[report.Document]])
	if !ok || !p.fetch.Fits(a.Ticket) {
		return nil, false
	}
	if a.Err != nil {
		p.failed = p.c.Env.Words.Error(a.Err)
	} else {
		p.c.call(a.Value.names)
		p.failed, p.known, p.doc = "", true, a.Value.value
		p.wrap(p.c.size)
	}
	p.c.settled()
	return nil, true
}

func (p *paper) resize(size screen.Size) {
	if p.known {
		p.wrap(size)
	}
}

func (p *paper) wrap(size screen.Size) { p.lines = p.doc.Lines(p.c.Env.Theme, min(size.Width-4, 110)) }

func (p *paper) typing() bool { return false }

func (p *paper) keys() []keys.ID {
	return []keys.ID{keys.Back, Write, keys.Up, keys.Down, keys.PageUp, keys.PageDown}
}

func (p *paper) key(msg tea.KeyMsg) tea.Cmd {
	set := p.c.Env.Keys
	if rows, ok := p.c.steps(msg, p.c.size.Height); ok {
		p.scroll = max(p.scroll+rows, 0)
		return nil
	}
	switch {
	case set.Is(msg, keys.Back):
		return p.c.back()
	case set.Is(msg, Write) && p.known:
		return p.c.startWrite(p.of, p.doc)
	}
	return nil
}

func (p *paper) mouse(m screen.Mouse) tea.Cmd {
	p.scroll = max(p.scroll+m.Wheel, 0)
	return nil
}

func (p *paper) head(screen.Size) screen.Head {
	return screen.Head{Left: p.c.Env.Theme.Strong.On(p.doc.Title)}
}

func (p *paper) view(size screen.Size) string {
	switch {
	case p.failed != "":
		return strings.Join(p.c.nothing(p.failed, size.Width), "\n")
	case !p.known:
		return ""
	}
	out := p.c.window(p.lines, &p.scroll, size.Height, "")
	for i, line := range out {
		if line != "" {
			out[i] = "  " + line
		}
	}
	return strings.Join(out, "\n")
}

// classPaper is the report of a group.
func classPaper(group, framework model.ID) paperOf {
	return paperOf{
		name: "class",
		make: func(ctx context.Context, v *model.View, m report.Maker) (report.Document, error) {
			x, err := v.Matrix(ctx, group, framework)
			if err != nil {
				return report.Document{}, err
			}
			a, err := v.Agreement(ctx, group, framework)
			if err != nil {
				return report.Document{}, err
			}
			return m.Class(&x, &a), nil
		},
		extra: []format{calendar(group)},
	}
}

// studentPaper is the report of a student.
func studentPaper(student, framework model.ID) paperOf {
	return paperOf{
		name: "student",
		make: func(ctx context.Context, v *model.View, m report.Maker) (report.Document, error) {
			p, err := v.Progress(ctx, student, framework)
			if err != nil {
				return report.Document{}, err
			}
			return m.Student(&p), nil
		},
		extra: []format{badges(student, framework)},
	}
}

// decisionPaper is a decision with all that was frozen; it is made of the snapshot alone.
func decisionPaper(x model.Decision) paperOf {
	return paperOf{
		name: "decision",
		make: func(_ context.Context, _ *model.View, m report.Maker) (report.Document, error) { return m.Decision(&x) },
	}
}
