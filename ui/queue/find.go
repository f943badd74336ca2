package queue

import (
	"context"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model"
	"leerbalie/ui/keys"
	"leerbalie/ui/screen"
	"leerbalie/ui/widget"
)

// farther is how many requests the end key reads at once in what was found.
const farther = 2000

// result is a stretch of what was found.
type result struct {
	model.Finding
	goesOn bool // it follows what shows already
}

// query is what is searched for now.
func (q *Queue) query() model.SearchQuery {
	return model.SearchQuery{Text: q.search.Text(), Filter: q.sieve.filter(q.env.User.ID, q.env.Now(), q.zone()), Order: q.order}
}

// find searches the archive for what stands in the search field and passes the filter; the search before it is broken
// off. As many rows are read as show, and as were read before.
func (q *Queue) find() tea.Cmd {
	n := 2 * max(q.list.Height(), 20)
	if !q.searching {
		n = max(n, len(q.rows))
	}
	return q.findUpTo(n)
}

func (q *Queue) findUpTo(n int) tea.Cmd {
	ask := q.query()
	ask.Limit = n
	q.searching = true
	return q.seek(ask, false)
}

func (q *Queue) seek(ask model.SearchQuery, goesOn bool) tea.Cmd {
	if q.cancel != nil {
		q.cancel()
	}
	view := q.env.View
	ctx, cancel := context.WithCancel(q.env.Ctx)
	q.cancel, q.growing = cancel, true
	return screen.Ask(ctx, q.found.Next(), func(ctx context.Context) (result, error) {
		f, err := view.FindPage(ctx, ask)
		return result{f, goesOn}, err
	})
}

// findMore reads on where the cursor comes near the end of what was read.
func (q *Queue) findMore(want widget.Want) tea.Cmd {
	if q.growing || !q.beyond || want != widget.Below && want != widget.Tail {
		return nil
	}
	n := 4 * max(q.list.Height(), 20)
	if want == widget.Tail {
		n, q.hold = farther, true
	}
	if q.order != model.OrderNewest || q.alike || len(q.rows) == 0 {
		return q.findUpTo(len(q.rows) + n)
	}
	ask := q.query()
	ask.Limit, ask.Before = n, q.rows[len(q.rows)-1].ID
	return q.seek(ask, true)
}

func (q *Queue) tookFound(a screen.Answer[result]) tea.Cmd {
	if !q.found.Fits(a.Ticket) || !q.finding {
		return nil
	}
	q.hold, q.searching, q.growing, q.loaded = false, false, false, true
	if a.Err != nil {
		q.beyond = false
		return screen.Say(screen.Fault, q.env.Words.Error(a.Err))
	}
	rows := a.Value.Rows
	if a.Value.goesOn {
		rows = append(q.rows[:len(q.rows):len(q.rows)], rows...)
	}
	q.failed, q.now, q.beyond, q.alike = "", q.env.Now(), a.Value.More, a.Value.Alike
	q.show(rows, false, q.beyond)
	return tea.Batch(q.more(), q.rested())
}

// searchKey types in the search field; what it finds shows at every key.
func (q *Queue) searchKey(msg tea.KeyMsg) tea.Cmd {
	set := q.env.Keys
	switch {
	case set.Is(msg, keys.Cancel):
		q.typing = false
		if q.finding {
			return q.back()
		}
		return nil
	case set.Is(msg, keys.Accept):
		q.typing, q.hold = false, q.finding && q.searching // the next key is about what is found
		return nil
	case msg.Type == tea.KeyDown || msg.Type == tea.KeyUp || msg.Type == tea.KeyPgDown || msg.Type == tea.KeyPgUp:
		cmd, _ := q.move(msg)
		return cmd
	}
	if changed, _ := q.search.Update(msg); !changed {
		return nil
	}
	if strings.TrimSpace(q.search.Text()) == "" && !q.narrowed() {
		q.stopFinding()
		return q.fetch(widget.Head)
	}
	return q.startFinding()
}

// narrowed tells whether more than words decide what is found.
func (q *Queue) narrowed() bool { return !q.sieve.isZero() || q.order != model.OrderNewest }

// startFinding shows what is found from now on, from its beginning.
func (q *Queue) startFinding() tea.Cmd {
	q.finding, q.hold, q.searching = true, false, true
	q.page.Drop()
	q.loading = false
	return q.find()
}

// findLess lets go of the words that were searched for, and then of the filter.
func (q *Queue) findLess() tea.Cmd {
	q.typing = false
	if strings.TrimSpace(q.search.Text()) != "" && q.narrowed() {
		q.search.Set("")
		cmd := q.startFinding()
		q.hold = true
		return cmd
	}
	q.stopFinding()
	q.hold = true
	return q.fetch(widget.Head)
}

func (q *Queue) stopFinding() {
	if q.finding && q.cancel != nil {
		q.cancel()
	}
	q.finding, q.typing, q.growing, q.beyond, q.alike = false, false, false, false, false
	q.sieve, q.order, q.own = sieve{}, model.OrderNewest, nil
	q.search.Set("")
}
