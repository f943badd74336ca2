package work

import (
	"context"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model/directory"
	"leerbalie/model/journal"
	"leerbalie/ui/desk/key"
	"leerbalie/ui/dialog"
	"leerbalie/ui/theme"
	"leerbalie/ui/widget"
	"leerbalie/ui/widget/cell"
)

// mostServices is how many services show below the form of a referral; more are found by typing on.
const (
	mostServices = 5
	fewServices  = 3  // in a narrow window, which mostly is low as well
	narrow       = 70 // cells
)

// pointing is the form of a referral in which the directory is searched while somebody types whereto: up and down choose a service, Enter
// takes it. Free words stay what they are.
type pointing struct {
	work *Work
	form *dialog.Sheet
	dialog.Seeking[directory.Hit]
	hits  []directory.Hit
	at    int                   // the row that is chosen, -1 for none
	known map[string]journal.ID // services by what a referral calls them
	typed string                // what the hits are of
}

// toDirectory lets a form of a referral search the directory.
func (w *Work) toDirectory(form *dialog.Sheet) *pointing {
	p := &pointing{work: w, form: form, at: -1, known: map[string]journal.ID{}}
	form.Changed, form.Answers, form.Press, form.Awaited = p.changed, p.answered, p.press, p.Awaits
	form.Own = append(form.Own, key.PickService)
	return p
}

// changed searches for what was typed.
func (p *pointing) changed(f *widget.Form) tea.Cmd {
	typed := strings.TrimSpace(f.Text("referral"))
	if typed == p.typed && p.hits != nil {
		return nil
	}
	return p.find(typed)
}

func (p *pointing) find(typed string) tea.Cmd {
	p.typed, p.at, p.hits = typed, -1, nil
	p.show()
	if _, whole := p.known[typed]; whole { // it was taken from the directory
		return nil
	}
	most := mostServices
	if p.work.Width < narrow {
		most = fewServices
	}
	session, at := p.work.Env.Session, p.work.Env.Local(p.work.Env.Now())
	return p.Find(p.work.Host, func(ctx context.Context) ([]directory.Hit, error) {
		return directory.Find(ctx, session, directory.Query{Text: typed, Now: at, Limit: most})
	})
}

// answered shows what was found; before anything is typed only what was used.
func (p *pointing) answered(msg tea.Msg) (tea.Cmd, bool) {
	a, took := p.Took(msg)
	if !took {
		return nil, false
	}
	p.hits = nil
	for _, h := range a.Value { // whoever may not read the directory, or cannot now, types free words
		if p.typed != "" || h.Used.Referred > 0 {
			p.hits = append(p.hits, h)
			p.known[directory.Called(h.Organization, h.Service)] = h.Service.ID
		}
	}
	p.show()
	return nil, true
}

// press chooses among what was found.
func (p *pointing) press(msg tea.KeyMsg) (tea.Cmd, bool) {
	keys, f := p.work.Env.Keys, &p.form.Form
	if f.Focused() != "referral" {
		return nil, false
	}
	switch {
	case keys.Is(msg, key.PickService):
		if p.Waits(p.work.Host, msg) {
			return nil, true
		}
		if len(p.hits) == 0 {
			return nil, false
		}
		n := len(p.hits) + 1 // with none among them
		step := 1
		if msg.Type == tea.KeyUp {
			step = n - 1
		}
		p.at = (p.at+1+step)%n - 1
		p.show()
		return nil, true
	case p.at >= 0 && msg.Type == tea.KeyEnter:
		h := p.hits[p.at]
		called := directory.Called(h.Organization, h.Service)
		f.Entry("referral").Input.Set(called)
		p.typed, p.at, p.hits = called, -1, []directory.Hit{}
		p.show()
		f.Focus("warm")
		return p.work.Host.Typed(), true
	}
	return nil, false
}

// show draws the services below the form.
func (p *pointing) show() {
	var lines []string
	for i := range p.hits {
		said := cell.Short(p.said(&p.hits[i]), min(p.work.Width, p.form.Width)-8) // one line each: the form stays in view
		line := "  " + said
		if i == p.at {
			line = p.work.Env.Theme.Cursor.On(theme.CursorSign + " " + said)
		}
		lines = append(lines, line)
	}
	if len(lines) > 0 {
		lines = append([]string{p.work.Env.Theme.Faint.On(p.work.Env.Words.Say("refer.directory"))}, lines...)
	}
	p.form.Below(lines...)
}

// said is a service in one line: who, what, where, whether it is open now, and whether anybody says that it is right.
func (p *pointing) said(h *directory.Hit) string {
	w := p.work.Env.Words
	said := cell.Safe(directory.Called(h.Organization, h.Service), 46)
	for _, part := range []string{cell.Safe(h.Place(), 24), w.DirectoryOpen(h.Open)} {
		if part != "" {
			said += " " + theme.Dot + " " + part
		}
	}
	if h.Stale {
		said += " " + theme.Dot + " " + theme.WarnSign + " " + w.Say("directory.old")
	}
	return said
}

// service is the service that what was typed means, zero for free words.
func (p *pointing) service(typed string) journal.ID { return p.known[strings.TrimSpace(typed)] }
