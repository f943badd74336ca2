package dialog

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

type draftsMsg struct {
	to    *Host
	texts map[string]string
}

// drawer writes drafts in the order in which they were asked for, although commands run beside each other: a write that is
// older than the last one is left out.
type drawer struct {
	mu    sync.Mutex
	asked uint64 // only Update counts
	done  map[string]uint64
}

// later gives the command that does a write in its turn.
func (d *drawer) later(key string, act func() error) tea.Cmd {
	d.asked++
	no := d.asked
	return func() tea.Msg {
		d.mu.Lock()
		defer d.mu.Unlock()
		if no < d.done[key] {
			return nil
		}
		if d.done == nil {
			d.done = map[string]uint64{}
		}
		d.done[key] = no
		if err := act(); err != nil {
			return screen.Saved{Err: err}
		}
		return nil
	}
}

// Recall reads what was left half typed; a screen asks for it once, in Init.
func (h *Host) Recall() tea.Cmd {
	h.recalls = true
	view, ctx, prefix := h.Env.View, h.Env.Ctx, h.Name+"/"
	return func() tea.Msg {
		list, err := view.Drafts(ctx)
		texts := map[string]string{}
		if err != nil { // nothing can be offered again; what is typed from now on is still kept
			return draftsMsg{h, texts}
		}
		for _, d := range list {
			if key, mine := strings.CutPrefix(d.Key, prefix); mine {
				texts[key] = d.Text
			}
		}
		return draftsMsg{h, texts}
	}
}

// Left is what was typed under a key earlier, "" for nothing.
func (h *Host) Left(key string) string { return h.drafts[key] }

// Typed plans the writing of what is being typed.
func (h *Host) Typed() tea.Cmd {
	if h.saving {
		return nil
	}
	h.saving = true
	return h.Env.After(draftTime, screen.Rest{Ticket: h.due.Next()})
}

// Keep writes what was typed in the open dialog now.
func (h *Host) Keep() tea.Cmd {
	d, ok := h.open.(Drafted)
	if !ok {
		return nil
	}
	h.due.Drop()
	h.saving = false
	key, about, text := d.Draft()
	switch {
	case key == "" || h.drafts[key] == text:
		return nil
	case text == "":
		return h.dropDraft(key)
	}
	h.drafts = with(h.drafts, key, text)
	view, ctx := h.Env.View, h.Env.Ctx
	draft := model.Draft{Key: h.Name + "/" + key, About: about, Text: text, SavedAt: h.Env.Now()}
	return h.desk.later(key, func() error { return view.SaveDraft(ctx, draft) })
}

// dropDraft forgets a draft that was sent, or that says nothing any more.
func (h *Host) dropDraft(key string) tea.Cmd {
	h.due.Drop()
	h.saving = false
	if h.drafts[key] == "" {
		return nil
	}
	h.drafts = with(h.drafts, key, "")
	view, ctx, full := h.Env.View, h.Env.Ctx, h.Name+"/"+key
	return h.desk.later(key, func() error { return view.DropDraft(ctx, full) })
}

// with is a copy of drafts with one of them replaced; "" takes it away.
func with(drafts map[string]string, key, text string) map[string]string {
	out := maps.Clone(drafts)
	if out == nil {
		out = map[string]string{}
	}
	if text == "" {
		delete(out, key)
	} else {
		out[key] = text
	}
	return out
}
