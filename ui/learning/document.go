package learning

import (
	"context"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model"
	"leerbalie/model/hours"
	"leerbalie/model/journal"
	"leerbalie/model/learning"
	"leerbalie/ui/dialog"
	"leerbalie/ui/keys"
	"leerbalie/ui/report"
	"leerbalie/ui/say"
	"leerbalie/ui/screen"
	"leerbalie/ui/widget/cell"
)

// documentPage is a page with a document: a report, a decision with all that was frozen.
type documentPage struct {
	reading[report.Document]
	scroller
	of      documentKind
	content say.Lines // the document as structure, once it is asked for
}

// documentKind says how a document is made, what its file is called, and how it can be written beside the ways of every document.
type documentKind struct {
	name  string
	make  func(ctx context.Context, session *model.Session, m report.Maker) (report.Document, error)
	extra []func(*Learning) dialog.Format
}

func newDocument(c *Learning, of documentKind) *documentPage {
	return &documentPage{reading: reading[report.Document]{c: c}, of: of}
}

func (p *documentPage) read() tea.Cmd {
	m, of := p.c.maker(), p.of
	return p.ask(func(ctx context.Context, session *model.Session) (report.Document, error) {
		return of.make(ctx, session, m)
	})
}

func (p *documentPage) take(msg tea.Msg) (tea.Cmd, bool) {
	fresh, mine := p.took(msg)
	if fresh {
		p.content = nil
		p.resize(p.c.size)
	}
	return nil, mine
}

func (p *documentPage) resize(size screen.Size) {
	if p.known {
		p.lines = p.data.Lines(p.c.Env.Theme, min(size.Width-4, widest))
	}
}

func (p *documentPage) shows() bool { return p.known }

func (p *documentPage) keyLine() []keys.ID {
	return []keys.ID{keys.Back, Write, keys.Up, keys.Down, keys.PageUp, keys.PageDown}
}

func (p *documentPage) write() tea.Cmd { return p.c.startWrite(p.of, p.data) }

func (p *documentPage) leave() tea.Cmd { return p.c.back() }

func (p *documentPage) move(msg tea.KeyMsg) bool { return p.scroll(p.c, msg) }

func (p *documentPage) mouse(m screen.Mouse) tea.Cmd {
	p.wheel(m)
	return nil
}

func (p *documentPage) head(screen.Size) screen.Head {
	return screen.Head{Left: p.c.Env.Theme.Strong.On(cell.Short(p.data.Title, 100))}
}

func (p *documentPage) view(size screen.Size) string {
	if body, ok := p.instead(size); ok {
		return body
	}
	return strings.Join(p.draw(p.c, size, ""), "\n")
}

// classDocument is the report of a group.
func classDocument(group, framework journal.ID) documentKind {
	return documentKind{
		name: "class",
		make: func(ctx context.Context, session *model.Session, m report.Maker) (report.Document, error) {
			x, err := hours.ReadMatrix(ctx, session, group, framework)
			if err != nil {
				return report.Document{}, err
			}
			a, err := learning.ReadConcordance(ctx, session, group, framework)
			if err != nil {
				return report.Document{}, err
			}
			return m.Class(&x, &a), nil
		},
		extra: []func(*Learning) dialog.Format{calendar(group)},
	}
}

// studentDocument is the report of a student.
func studentDocument(student, framework journal.ID) documentKind {
	return documentKind{
		name: "student",
		make: func(ctx context.Context, session *model.Session, m report.Maker) (report.Document, error) {
			p, err := hours.ReadProgress(ctx, session, student, framework)
			if err != nil {
				return report.Document{}, err
			}
			return m.Student(&p), nil
		},
		extra: []func(*Learning) dialog.Format{badges(student, framework)},
	}
}

// decisionDocument is a decision with all that was frozen; it is made of the snapshot alone.
func decisionDocument(x learning.Decision) documentKind {
	return documentKind{
		name: "decision",
		make: func(_ context.Context, _ *model.Session, m report.Maker) (report.Document, error) {
			return m.Decision(&x)
		},
	}
}
