package desk

import (
	"context"
	"slices"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/model/journal"
	"leerbalie/ui/desk/detail"
	"leerbalie/ui/desk/filter"
	"leerbalie/ui/dialog"
	"leerbalie/ui/screen"
	"leerbalie/ui/widget/cell"
)

// nowhere is no list.
const nowhere = -1

// all is the place of the list of all requests.
func all() int {
	return slices.IndexFunc(lists(), func(l builtIn) bool { return l.view == desk.ViewAll })
}

// goTo reads the rows around a request and puts the cursor on it; where it stands in another list the view changes to
// the one given, unless that is nowhere. It is nil where the request is in neither.
func (q *Queue) goTo(r desk.Request, elsewhere int) tea.Cmd {
	row := r.Row()
	for _, at := range []int{q.view, elsewhere} {
		if at == nowhere {
			continue
		}
		for _, place := range row.Places() {
			if place.View == lists()[at].view {
				if q.finding || at != q.view {
					q.stopFinding()
				}
				q.typing, q.view = false, at
				q.list.GoTo(r.ID)
				return q.fetchAround(place.Key, false, r.ID)
			}
		}
	}
	return nil
}

// after reads a request on which something was done; nil is handed over where it is none, or cannot be read.
func (q *Queue) after(id journal.ID, then func(*desk.Request) tea.Cmd) tea.Cmd {
	return dialog.Look(&q.Host, func(ctx context.Context, session *model.Session) (*desk.Request, error) {
		r, err := desk.ReadRequest(ctx, session, id)
		if err != nil {
			return nil, nil // what was done was done, and may be about something else
		}
		return &r, nil
	}, then)
}

// arrive brings the cursor to a request that was just made.
func (q *Queue) arrive(id journal.ID) tea.Cmd {
	return q.after(id, func(r *desk.Request) tea.Cmd { return q.reach(r, 0) })
}

// reach brings the cursor to a request, or reads the list anew where that cannot be.
func (q *Queue) reach(r *desk.Request, elsewhere int) tea.Cmd {
	if r != nil {
		if cmd := q.goTo(*r, elsewhere); cmd != nil {
			return tea.Batch(cmd, q.fetchCounts())
		}
	}
	return q.reload()
}

// stay lets a row stay where it was until the cursor leaves it, although it now belongs to another list.
func (q *Queue) stay(row desk.RequestRow) tea.Cmd {
	return q.after(row.ID, func(r *desk.Request) tea.Cmd {
		if r != nil {
			now := r.Row()
			now.Key, now.HolderNames, now.ResidentName = row.Key, nil, row.ResidentName
			for _, id := range now.Holder {
				now.HolderNames = append(now.HolderNames, q.wording.Name(id))
			}
			q.pinned = &now
		}
		return q.reload()
	})
}

// takeBack takes back what this session did last, or does it again, and brings the cursor there.
func (q *Queue) takeBack(again bool) tea.Cmd {
	return q.TakeBack(again, func(did model.Receipt) tea.Cmd {
		if len(did.Left) > 0 {
			return tea.Batch(q.work.LeftAlone(did), q.reload())
		}
		return q.after(did.Entity, func(r *desk.Request) tea.Cmd {
			if q.finding {
				r = nil
			}
			return q.reach(r, nowhere)
		})
	})
}

// uncover leaves what lies over the lists, because another screen asks for one; what was typed is kept.
func (q *Queue) uncover() tea.Cmd {
	q.choosing = false
	if q.Open() != nil {
		return q.Shut()
	}
	return nil
}

// showNamed shows a list that another screen names.
func (q *Queue) showNamed(msg screen.AtList) tea.Cmd {
	if msg.Theme != "" {
		kept := q.uncover()
		q.stopFinding()
		q.clear()
		q.filter = filter.Filter{Theme: msg.Theme, Period: msg.From.Format(time.DateOnly) + "/" + msg.Until.Format(time.DateOnly)}
		cmd := q.startFinding()
		q.Hold()
		return tea.Batch(kept, cmd)
	}
	at := slices.IndexFunc(lists(), func(l builtIn) bool { return l.view == msg.List })
	if at < 0 {
		return nil
	}
	return tea.Batch(q.uncover(), q.showList(at))
}

// showRequest opens a request that another screen names: in the list that shows, or else among all.
func (q *Queue) showRequest(id journal.ID) tea.Cmd {
	kept := q.uncover()
	q.detail.Clear() // what shows may be older than what the other screen read
	return tea.Batch(kept, q.look(id, func(r detail.Request) tea.Cmd {
		q.focus = true
		return q.showAt(r)
	}))
}

// referTo refers the request that the cursor is on to a service that was chosen elsewhere; without one it says how that is done.
func (q *Queue) referTo(to screen.AtReferral) tea.Cmd {
	row, ok := q.current()
	switch {
	case !ok:
		return screen.Say(screen.Note, q.Env.Words.Say("refer.no-request", "name", cell.Short(to.To, 40)))
	case row.Status == desk.StatusClosed:
		return screen.Say(screen.Fault, q.Env.Words.Say("error.request-closed", "number", row.Number))
	}
	return tea.Batch(q.uncover(), q.work.ReferTo(row, to.Service, to.To))
}

// showAmongAll brings the cursor to a request.
func (q *Queue) showAmongAll(id journal.ID) tea.Cmd { return q.look(id, q.showAt) }

func (q *Queue) showAt(r detail.Request) tea.Cmd {
	q.detail.Show(r)
	cmd := q.goTo(r.Request, all())
	if cmd != nil {
		q.Hold()
	}
	return cmd
}

// goToMessage opens the request of a message. One of another site, which stands in no list here, shows with its history.
func (q *Queue) goToMessage(r detail.Request) tea.Cmd {
	if r.Site != q.Env.Session.Site() {
		return q.detail.History(r)
	}
	q.focus = true
	return q.showAt(r)
}
