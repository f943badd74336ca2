package pairs

import (
	"maps"
	"strings"
	"sync"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model"
	"leerbalie/ui/screen"
)

// draftTime is how long typing may go on before it is written down.
const draftTime = 200 * time.Millisecond

// draftPrefix is what the keys of this screen's drafts begin with.
const draftPrefix = "pairs/"

type draftsMsg struct {
	to    *Pairs
	texts map[string]string
}

// drawer writes drafts in the order in which they were asked for, although commands run beside each other: a write that is
// older than the last one is left out.
type drawer struct {
	mu    sync.Mutex
	asked uint64 // only Update counts
	done  uint64
}

// later gives the command that does a write in its turn.
func (d *drawer) later(act func() error) tea.Cmd {
	d.asked++
	no := d.asked
	return func() tea.Msg {
		d.mu.Lock()
		defer d.mu.Unlock()
		if no < d.done {
			return nil
		}
		d.done = no
		return screen.Saved{Err: act()}
	}
}

// readDrafts reads what was left half typed.
func (p *Pairs) readDrafts() tea.Cmd {
	view, ctx := p.env.View, p.env.Ctx
	return func() tea.Msg {
		list, err := view.Drafts(ctx)
		texts := map[string]string{}
		if err == nil {
			for _, d := range list {
				if key, mine := strings.CutPrefix(d.Key, draftPrefix); mine {
					texts[key] = d.Text
				}
			}
		}
		return draftsMsg{p, texts}
	}
}

// keepDraft writes what was typed in the open form.
func (p *Pairs) keepDraft() tea.Cmd {
	d, ok := p.dialog.(*sheet)
	if !ok || d.key == "" || !p.dirty {
		return nil
	}
	text := fieldsOf(&d.form)
	if p.drafts[d.key] == text {
		return nil
	}
	p.drafts = maps.Clone(p.drafts)
	p.drafts[d.key] = text
	view, ctx := p.env.View, p.env.Ctx
	draft := model.Draft{Key: draftPrefix + d.key, About: d.about, Text: text, SavedAt: p.env.Now()}
	return p.desk.later(func() error { return view.SaveDraft(ctx, draft) })
}

// dropDraft forgets a draft that was sent.
func (p *Pairs) dropDraft(key string) tea.Cmd {
	p.due.Drop()
	p.saving, p.dirty = false, false
	if _, kept := p.drafts[key]; !kept {
		return nil
	}
	p.drafts = maps.Clone(p.drafts)
	delete(p.drafts, key)
	view, ctx := p.env.View, p.env.Ctx
	return p.desk.later(func() error { return view.DropDraft(ctx, draftPrefix+key) })
}
