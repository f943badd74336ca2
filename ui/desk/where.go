package desk

import (
	"encoding/json"
	"slices"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model/desk"
	"leerbalie/model/journal"
	"leerbalie/ui/desk/filter"
	"leerbalie/ui/widget"
)

// where is where the desk is, as another process is told.
type where struct {
	List   string        `json:"list"`
	Own    *ownView      `json:"own,omitempty"` // the own view that shows
	Finds  bool          `json:"finds,omitempty"`
	Words  string        `json:"words,omitempty"`
	Filter filter.Filter `json:"filter"`
	Order  desk.Order    `json:"order,omitempty"`
	At     journal.ID    `json:"at"`
	Focus  bool          `json:"focus,omitempty"`
	Draft  string        `json:"draft,omitempty"`
}

// Where is the list, the request that the cursor is on, and what is half typed.
func (q *Queue) Where() string {
	at := where{List: lists()[q.view].word, Own: q.own, Finds: q.finding, Focus: q.focus, Draft: q.Drafting()}
	if q.finding {
		at.Words, at.Filter, at.Order = q.search.Text(), q.filter, q.order
	}
	at.At, _ = q.currentID()
	text, err := json.Marshal(at)
	if err != nil {
		return ""
	}
	return string(text)
}

// goBack goes where the desk was. A request that is gone leaves the cursor at the beginning of the list.
func (q *Queue) goBack(text string) tea.Cmd {
	var at where
	if json.Unmarshal([]byte(text), &at) != nil {
		return nil
	}
	q.view = max(slices.IndexFunc(lists(), func(l builtIn) bool { return l.word == at.List }), 0)
	q.goesOn, q.own = at.Draft, at.Own
	q.list.GoTo(at.At)
	if at.Finds {
		q.search.Set(at.Words)
		q.filter, q.order = at.Filter, at.Order
		return q.startFinding()
	}
	if at.At.IsZero() {
		return q.fetch(widget.Head)
	}
	return q.after(at.At, func(r *desk.Request) tea.Cmd {
		q.focus = at.Focus && r != nil
		return q.reach(r, nowhere)
	})
}
