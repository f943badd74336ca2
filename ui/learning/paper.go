package learning

import (
	"context"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model"
	"leerbalie/model/journal"
	"leerbalie/model/learning"
	"leerbalie/ui/dialog"
	"leerbalie/ui/keys"
	"leerbalie/ui/report"
	"leerbalie/ui/screen"
	"leerbalie/ui/widget/cell"
)

// paper is a page with a document: a report, a decision with all that was frozen.
type paper struct {
	reading[report.Document]
	text
	of paperOf
}

// paperOf says how a document is made, what its file is called, and how it can be written beside the ways of every document.
type paperOf struct {
	name  string
	make  func(ctx context.Context, session *model.Session, m report.Maker) (report.Document, error)
	extra []func(*Checklist) dialog.Format
}

func newPaper(c *Checklist, of paperOf) *paper {
	return &paper{reading: reading[report.Document]{c: c}, of: of}
}

func (p *paper) read() tea.Cmd {
	m, of := p.c.maker(), p.of
	return p.ask(func(ctx context.Context, session *model.Session) (report.Document, error) {
		return of.make(ctx, session, m)
	})
}

func (p *paper) take(msg tea.Msg) (tea.Cmd, bool) {
	fresh, mine := p.took(msg)
	if fresh {
		p.resize(p.c.size)
	}
	return nil, mine
}

func (p *paper) resize(size screen.Size) {
	if p.known {
		p.lines = p.data.Lines(p.c.Env.Theme, min(size.Width-4, widest))
	}
}

func (p *paper) shows() bool { return p.known }

func (p *paper) keyLine() []keys.ID {
	return []keys.ID{keys.Back, Write, keys.Up, keys.Down, keys.PageUp, keys.PageDown}
}

func (p *paper) write() tea.Cmd { return p.c.startWrite(p.of, p.data) }

func (p *paper) leave() tea.Cmd { return p.c.back() }

func (p *paper) move(msg tea.KeyMsg) bool { return p.scroll(p.c, msg) }

func (p *paper) mouse(m screen.Mouse) tea.Cmd {
	p.wheel(m)
	return nil
}

func (p *paper) head(screen.Size) screen.Head {
	return screen.Head{Left: p.c.Env.Theme.Strong.On(cell.Short(p.data.Title, 100))}
}

func (p *paper) view(size screen.Size) string {
	if body, ok := p.instead(size); ok {
		return body
	}
	return strings.Join(p.draw(p.c, size, ""), "\n")
}

// classPaper is the report of a group.
func classPaper(group, framework journal.ID) paperOf {
	return paperOf{
		name: "class",
		make: func(ctx context.Context, session *model.Session, m report.Maker) (report.Document, error) {
			x, err := learning.ReadMatrix(ctx, session, group, framework)
			if err != nil {
				return report.Document{}, err
			}
			a, err := learning.ReadConcordance(ctx, session, group, framework)
			if err != nil {
				return report.Document{}, err
			}
			return m.Class(&x, &a), nil
		},
		extra: []func(*Checklist) dialog.Format{calendar(group)},
	}
}

// studentPaper is the report of a student.
func studentPaper(student, framework journal.ID) paperOf {
	return paperOf{
		name: "student",
		make: func(ctx context.Context, session *model.Session, m report.Maker) (report.Document, error) {
			p, err := learning.ReadProgress(ctx, session, student, framework)
			if err != nil {
				return report.Document{}, err
			}
			return m.Student(&p), nil
		},
		extra: []func(*Checklist) dialog.Format{badges(student, framework)},
	}
}

// decisionPaper is a decision with all that was frozen; it is made of the snapshot alone.
func decisionPaper(x learning.Decision) paperOf {
	return paperOf{
		name: "decision",
		make: func(_ context.Context, _ *model.Session, m report.Maker) (report.Document, error) {
			return m.Decision(&x)
		},
	}
}
