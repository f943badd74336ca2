package desk

import (
	"context"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model/desk"
	"leerbalie/ui/desk/column"
	"leerbalie/ui/desk/filter"
	"leerbalie/ui/keys"
	"leerbalie/ui/screen"
	"leerbalie/ui/widget"
)

// farther is how many requests the end key reads at once in what was found.
const farther = 2000

// found is a part of what was found.
type found struct {
	desk.SearchResult
	goesOn  bool // it follows what shows already
	tooLong bool // it is too long to be sorted as was asked
}

// query is what is searched for now.
func (q *Queue) query() desk.SearchQuery {
	return desk.SearchQuery{Text: q.search.Text(), Filter: q.filter.Query(q.Env.User.ID, q.Env.Now(), q.wording.Zone()), Order: q.order,
		Residents: q.namesResidents()}
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

func (q *Queue) seek(ask desk.SearchQuery, goesOn bool) tea.Cmd {
	if q.cancel != nil {
		q.cancel()
	}
	session, plan, sorted, words := q.Env.Session, q.plan(), q.layout(), q.wordingNow()
	if plan == column.Whole && !goesOn {
		ask.Limit = max(ask.Limit, column.MostSorted)
	}
	ctx, cancel := context.WithCancel(q.Env.Ctx)
	q.cancel, q.readingOn = cancel, true
	return screen.Ask(ctx, q.tickets.found.Next(), func(ctx context.Context) (found, error) {
		f, err := desk.SearchRequests(ctx, session, ask)
		if plan == column.Whole && !f.More && err == nil {
			f.Rows = sorted.InOrder(f.Rows, words)
		}
		return found{f, goesOn, plan == column.Whole && f.More}, err
	})
}

// findMore reads on where the cursor comes near the end of what was read.
func (q *Queue) findMore(want widget.Want) tea.Cmd {
	if q.readingOn || !q.hasMore || want != widget.Below && want != widget.Tail {
		return nil
	}
	n := 4 * max(q.list.Height(), 20)
	if want == widget.Tail {
		n = farther
		q.Hold()
	}
	if q.order != desk.OrderNewest || q.bySimilarName || len(q.rows) == 0 {
		return q.findUpTo(len(q.rows) + n)
	}
	ask := q.query()
	ask.Limit, ask.Before = n, q.rows[len(q.rows)-1].ID
	return q.seek(ask, true)
}

func (q *Queue) tookFound(a screen.Answer[found]) tea.Cmd {
	if !q.tickets.found.Fits(a.Ticket) || !q.finding {
		return nil
	}
	q.Arrived()
	q.searching, q.readingOn, q.loaded = false, false, true
	if a.Err != nil {
		q.hasMore = false
		return screen.Say(screen.Fault, q.Env.Words.Error(a.Err))
	}
	rows := a.Value.Rows
	if a.Value.goesOn {
		rows = append(q.rows[:len(q.rows):len(q.rows)], rows...)
	}
	q.failed, q.wording.Now, q.hasMore, q.bySimilarName = "", q.Env.Now(), a.Value.More, a.Value.SimilarNames
	q.meant = a.Value.Meant
	q.tooLong = a.Value.tooLong
	q.showRows(rows, false, q.hasMore)
	return tea.Batch(q.more(), q.rested())
}

// searchKey types in the search field; what it finds shows at every key.
func (q *Queue) searchKey(msg tea.KeyMsg) tea.Cmd {
	set := q.Env.Keys
	switch {
	case set.Is(msg, keys.Cancel):
		q.typing = false
		if q.finding {
			return q.back()
		}
		return nil
	case set.Is(msg, keys.Accept):
		if q.typing = false; q.finding && q.searching {
			q.Hold() // the next key is about what is found
		}
		return nil
	case msg.Type == tea.KeyDown || msg.Type == tea.KeyUp || msg.Type == tea.KeyPgDown || msg.Type == tea.KeyPgUp:
		cmd, _ := q.move(msg)
		return cmd
	}
	if changed, _ := q.search.Update(msg); !changed {
		return nil
	}
	if strings.TrimSpace(q.search.Text()) == "" && !q.narrowed() {
		typed := q.search
		q.stopFinding()
		q.typing, q.search = true, typed // an empty field is a field: the next letters are searched for
		return q.fetch(widget.Head)
	}
	return q.startFinding()
}

// narrowed tells whether more than words decide what is found.
func (q *Queue) narrowed() bool { return !q.filter.IsZero() || q.order != desk.OrderNewest }

// filtered shows what passes the filter as it is now.
func (q *Queue) filtered() tea.Cmd {
	q.focus = false
	if !q.narrowed() && strings.TrimSpace(q.search.Text()) == "" {
		return q.findLess()
	}
	return q.startFinding()
}

// startFinding shows what is found from now on, from its beginning.
func (q *Queue) startFinding() tea.Cmd {
	q.finding, q.searching = true, true
	q.tickets.rows.Drop()
	q.reading = false
	return q.find()
}

// findLess lets go of the words that were searched for, and then of the filter.
func (q *Queue) findLess() tea.Cmd {
	q.typing = false
	if strings.TrimSpace(q.search.Text()) != "" && q.narrowed() {
		q.search.Set("")
		cmd := q.startFinding()
		q.Hold()
		return cmd
	}
	q.stopFinding()
	q.Hold()
	return q.fetch(widget.Head)
}

func (q *Queue) stopFinding() {
	if q.finding && q.cancel != nil {
		q.cancel()
	}
	q.finding, q.typing, q.readingOn, q.hasMore, q.bySimilarName, q.tooLong = false, false, false, false, false, false
	q.filter, q.order, q.own = filter.Filter{}, desk.OrderNewest, nil
	q.search.Set("")
}
