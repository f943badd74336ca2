package people

import (
	"context"
	"encoding/json"
	"strings"
	"sync"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model"
	"leerbalie/ui/screen"
)

// draftPrefix begins the key of every draft of this screen; the rest is the form's own key.
const draftPrefix = "people/"

// drawer writes drafts in the order in which they were asked for, although commands run beside each other: a write that
// is older than the last one of its key is left out.
type drawer struct {
	mu      sync.Mutex
	asked   uint64 // only Update counts
	waiting bool   // a write is planned; only Update looks at it
	done    map[string]uint64
}

func (d *drawer) write(no uint64, key string, act func() error) error {
	d.mu.Lock()
	defer d.mu.Unlock()
	if no < d.done[key] {
		return nil
	}
	if d.done == nil {
		d.done = map[string]uint64{}
	}
	d.done[key] = no
	return act()
}

// after gives the command that does a write in its turn.
func (p *People) after(key string, act func(context.Context, *model.View) error) tea.Cmd {
	desk, view, ctx := p.desk, p.env.View, p.env.Ctx
	desk.asked++
	no := desk.asked
	return func() tea.Msg {
		if err := desk.write(no, key, func() error { return act(ctx, view) }); err != nil {
			return screen.Saved{Err: err}
		}
		return nil
	}
}

// keep writes what stands in the open form now.
func (p *People) keep() tea.Cmd {
	p.desk.waiting = false
	p.due.Drop()
	d := p.form()
	if d == nil || d.key == "" || !p.dirty {
		return nil
	}
	p.dirty = false
	text := pack(fieldsOf(&d.form))
	key := draftPrefix + d.key
	if text == "" {
		return p.throwAway(key)
	}
	draft := model.Draft{Owner: p.env.User.ID, Key: key, About: d.about, Text: text, SavedAt: p.env.Now()}
	p.drafts[key] = draft
	return p.after(key, func(ctx context.Context, v *model.View) error { return v.SaveDraft(ctx, draft) })
}

// form is the form that is open, also where a question about it lies over it.
func (p *People) form() *sheet {
	d := p.dialog
	if c, ok := d.(*choice); ok && c.back != nil {
		d = c.back
	}
	s, _ := d.(*sheet)
	return s
}

// throwAway removes a draft that was sent or is not wanted.
func (p *People) throwAway(key string) tea.Cmd {
	if _, there := p.drafts[key]; !there {
		return nil
	}
	delete(p.drafts, key)
	return p.after(key, func(ctx context.Context, v *model.View) error { return v.DropDraft(ctx, key) })
}

// left gives what was typed earlier in a form.
func (p *People) left(key string) (map[string]string, bool) {
	d, ok := p.drafts[draftPrefix+key]
	if !ok || key == "" {
		return nil, false
	}
	fields := map[string]string{}
	return fields, json.Unmarshal([]byte(d.Text), &fields) == nil
}

// pack writes the fields of a form as the text of a draft; "" when none of them holds anything.
func pack(fields map[string]string) string {
	typed := false
	for name, value := range fields {
		typed = typed || strings.TrimSpace(value) != "" && !preset(name)
	}
	if !typed {
		return ""
	}
	text, err := json.Marshal(fields)
	if err != nil {
		return ""
	}
	return string(text)
}

// preset tells of fields that hold an answer before anybody typed.
func preset(name string) bool {
	switch name {
	case "keep", "told", "regular", "roles", "site":
		return true
	}
	return false
}

type draftsMsg struct {
	to     *People
	drafts []model.Draft
	err    error
}

// fetchDrafts reads what was left half done.
func (p *People) fetchDrafts() tea.Cmd {
	view, ctx := p.env.View, p.env.Ctx
	return func() tea.Msg {
		drafts, err := view.Drafts(ctx)
		return draftsMsg{p, drafts, err}
	}
}

func (p *People) tookDrafts(m draftsMsg) {
	if m.to != p || m.err != nil {
		return
	}
	for _, d := range m.drafts {
		if strings.HasPrefix(d.Key, draftPrefix) {
			p.drafts[d.Key] = d
		}
	}
}
