package queue

import (
	"context"
	"encoding/json"
	"strings"
	"sync"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model"
	"leerbalie/ui/screen"
)

// drawer writes drafts one after the other. Commands run beside each other, and one that was slower than a later one of its
// key writes nothing: neither what was typed before, nor a draft that was thrown away.
type drawer struct {
	mu      sync.Mutex
	last    uint64
	waiting bool              // a write is planned; only Update looks at it
	done    map[string]uint64 // the last write of each key
}

// next numbers a write. Only Update calls it.
func (d *drawer) next() uint64 {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.last++
	return d.last
}

func (d *drawer) save(ctx context.Context, v *model.View, no uint64, draft model.Draft) error {
	d.mu.Lock()
	defer d.mu.Unlock()
	if !d.turn(no, draft.Key) {
		return nil
	}
	return v.SaveDraft(ctx, draft)
}

// turn tells whether a write is the last of its key so far.
func (d *drawer) turn(no uint64, key string) bool {
	if no < d.done[key] {
		return false
	}
	if d.done == nil {
		d.done = map[string]uint64{}
	}
	d.done[key] = no
	return true
}

func (d *drawer) drop(ctx context.Context, v *model.View, no uint64, key string) error {
	d.mu.Lock()
	defer d.mu.Unlock()
	if !d.turn(no, key) {
		return nil
	}
	return v.DropDraft(ctx, key)
}

// draftPrefix begins the key of every draft of this screen; the rest is "kind" or "kind/request".
const draftPrefix = "queue/"

// pack writes the fields of a dialog as the text of a draft; "" when none of them holds anything.
func pack(fields map[string]string) string {
	some := map[string]string{}
	for name, value := range fields {
		if strings.TrimSpace(value) != "" {
			some[name] = value
		}
	}
	if len(some) == 0 {
		return ""
	}
	text, err := json.Marshal(some)
	if err != nil {
		return ""
	}
	return string(text)
}

// unpack reads what pack wrote.
func unpack(text string) map[string]string {
	fields := map[string]string{}
	if json.Unmarshal([]byte(text), &fields) != nil {
		return map[string]string{}
	}
	return fields
}

// typed says that a dialog's text changed: it is written soon, once for all keys until then.
func (q *Queue) typed() tea.Cmd {
	q.dirty = true
	if q.desk.waiting {
		return nil
	}
	q.desk.waiting = true
	return q.env.After(draftTime, screen.Rest{Ticket: q.due.Next()})
}

// keep writes what stands in the open dialog now.
func (q *Queue) keep() tea.Cmd {
	q.desk.waiting = false
	q.due.Drop()
	if q.dialog == nil || !q.dirty {
		return nil
	}
	key, about, fields := q.dialog.draft()
	if key == "" {
		return nil
	}
	key = draftPrefix + key
	text := pack(fields)
	if text == "" {
		if _, there := q.drafts[key]; there {
			return q.throwAway(key)
		}
		return nil
	}
	d := model.Draft{Owner: q.env.User.ID, Key: key, About: about, Text: text, SavedAt: q.env.Now()}
	q.drafts[key] = d
	desk, view, ctx, no := q.desk, q.env.View, q.env.Ctx, q.desk.next()
	return func() tea.Msg {
		if err := desk.save(ctx, view, no, d); err != nil {
			return screen.Saved{Err: err}
		}
		return safeMsg{q, key}
	}
}

// safeMsg says that a draft is on disk.
type safeMsg struct {
	to  *Queue
	key string
}

// safely notes that a draft is on disk: only then it shows as kept.
func (q *Queue) safely(m safeMsg) {
	if _, there := q.drafts[m.key]; there && m.to == q {
		q.safe[m.key] = true
	}
}

// throwAway removes a draft that was sent or is not wanted.
func (q *Queue) throwAway(key string) tea.Cmd {
	delete(q.drafts, key)
	delete(q.safe, key)
	desk, view, ctx, no := q.desk, q.env.View, q.env.Ctx, q.desk.next()
	return func() tea.Msg {
		if err := desk.drop(ctx, view, no, key); err != nil {
			return screen.Saved{Err: err}
		}
		return nil
	}
}

// fetchDrafts reads what was left half done.
func (q *Queue) fetchDrafts() tea.Cmd {
	view, ctx := q.env.View, q.env.Ctx
	return func() tea.Msg {
		drafts, err := view.Drafts(ctx)
		return draftsMsg{q, drafts, err}
	}
}

type draftsMsg struct {
	to     *Queue
	drafts []model.Draft
	err    error
}

// tookDrafts offers what was left half done, once.
func (q *Queue) tookDrafts(m draftsMsg) tea.Cmd {
	if m.to != q || m.err != nil {
		return nil
	}
	for _, d := range m.drafts {
		if strings.HasPrefix(d.Key, draftPrefix) {
			q.drafts[d.Key], q.safe[d.Key] = d, true
		}
	}
	if len(q.drafts) == 0 || q.offered {
		return nil
	}
	q.offered = true
	return screen.Say(screen.Note, q.env.Words.Count("queue.drafts-left", len(q.drafts), "key", q.env.Keys.Label(Drafts)))
}

// left gives what was typed earlier in a dialog.
func (q *Queue) left(key string) (map[string]string, bool) {
	d, ok := q.drafts[draftPrefix+key]
	if !ok {
		return nil, false
	}
	return unpack(d.Text), true
}
