package queue

import (
	"slices"
	"strconv"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model"
	"leerbalie/ui/keys"
	"leerbalie/ui/widget"
	"leerbalie/ui/widget/cell"
)

// roster is the list of colleagues to give a request to, narrowed down by typing. Enter gives it to the one the cursor is
// on; with Tab two or three are ticked first.
type roster struct {
	row    model.RequestRow
	picker widget.Picker
	ticked []model.ID
	offers []model.PairOffer // as they were when the list opened: nothing moves under the cursor
}

// startAssign gives the request to a colleague, or to two or three together.
func (q *Queue) startAssign(row model.RequestRow) tea.Cmd {
	w := q.env.Words
	d := &roster{row: row, offers: q.offersOf(row.ID, row.Status)}
	d.picker = widget.Picker{Title: w.Say("assign.title", "number", row.Number) + " · " + cell.Safe(row.Summary, 40), Empty: w.Say("pick.none"), Hint: w.Say("assign.hint")}
	if len(d.offers) > 0 {
		d.picker.Hint = w.Say("assign.hint-offer")
	}
	d.offer(q)
	q.open(d)
	return nil
}

// offer lists the colleagues: those who are ticked first, then those to whom the request is best offered, with the reasons.
func (d *roster) offer(q *Queue) {
	var chosen, rest []widget.Choice
	for _, p := range q.crewByName() {
		c := widget.Choice{ID: p.ID.String(), Label: "[ ] " + cell.Safe(p.Name, 50), Right: cell.Safe(p.Level, 10)}
		if slices.Contains(d.row.Holder, p.ID) {
			c.Right = q.env.Words.Say("assign.now")
		}
		if slices.Contains(d.ticked, p.ID) {
			c.Label = "[x] " + cell.Safe(p.Name, 50)
			chosen = append(chosen, c)
		} else {
			rest = append(rest, c)
		}
	}
	for i, o := range d.offers {
		chosen = append(chosen, d.offered(q, i, o))
	}
	for i, members := range q.pairs {
		if slices.ContainsFunc(d.offers, func(o model.PairOffer) bool { return slices.Equal(o.Members, members) }) {
			continue
		}
		var names []string
		for _, id := range members {
			names = append(names, q.name(id))
		}
		chosen = append(chosen, widget.Choice{ID: pairPrefix + strconv.Itoa(i), Label: cell.Safe(strings.Join(names, " + "), 60), Right: q.env.Words.Say("assign.pair")})
	}
	d.picker.Choices = append(chosen, rest...)
}

func (d *roster) update(q *Queue, msg tea.KeyMsg) tea.Cmd {
	if q.env.Keys.Is(msg, Tick) {
		for _, id := range d.chosen(q) {
			if i := slices.Index(d.ticked, id); i >= 0 {
				d.ticked = slices.Delete(d.ticked, i, i+1)
			} else {
				d.ticked = append(d.ticked, id)
			}
		}
		d.picker.Search.Set("")
		d.offer(q)
		return nil
	}
	switch reply, _ := d.picker.Update(msg, q.env.Keys); reply {
	case widget.Declined:
		q.dialog = nil
	case widget.Agreed:
		a := model.ClaimRequest{ID: d.row.ID, Over: d.row.Status == model.StatusClaimed, For: d.ticked}
		if len(a.For) == 0 || d.picker.Search.Text() != "" { // what was typed for is meant as well
			for _, id := range d.chosen(q) {
				if !slices.Contains(a.For, id) {
					a.For = append(a.For[:len(a.For):len(a.For)], id)
				}
			}
		}
		return q.do(keepInPlace(d.row), nil, a)
	}
	return nil
}

// The beginnings of the ids of choices that are more than one colleague: the place follows, among the running pairs or
// among the offers.
const (
	pairPrefix  = "pair "
	offerPrefix = "offer "
)

// offered is the line of an offer; the names come whole, the reasons as far as there is room.
func (d *roster) offered(q *Queue, i int, o model.PairOffer) widget.Choice {
	names := make([]string, len(o.Members))
	for k, id := range o.Members {
		names[k] = q.short(id)
	}
	c := widget.Choice{ID: offerPrefix + strconv.Itoa(i), Label: cell.Safe(strings.Join(names, " + "), 60), Also: o.Who()}
	if len(names) > 1 {
		c.Also += " " + q.env.Words.Say("assign.pair")
	}
	c.Right = cell.Short(q.why(o), max(d.width(q.size.Width)-8-cell.Width(c.Label), 0))
	return c
}

// width is how wide the list is: wider with reasons in it.
func (d *roster) width(room int) int {
	if len(d.offers) > 0 {
		return min(room, 96)
	}
	return min(room, 72)
}

// chosen is who the cursor is on: one colleague, or the members of a pair.
func (d *roster) chosen(q *Queue) []model.ID {
	c, ok := d.picker.Chosen()
	if !ok {
		return nil
	}
	if n, offer := strings.CutPrefix(c.ID, offerPrefix); offer {
		if i, err := strconv.Atoi(n); err == nil && i < len(d.offers) {
			return d.offers[i].Members
		}
		return nil
	}
	if n, pair := strings.CutPrefix(c.ID, pairPrefix); pair {
		if i, err := strconv.Atoi(n); err == nil && i < len(q.pairs) {
			return q.pairs[i]
		}
		return nil
	}
	id, err := model.ParseID(c.ID)
	if err != nil {
		return nil
	}
	return []model.ID{id}
}

func (d *roster) view(q *Queue, width, height int) []string {
	return d.picker.View(q.env.Theme, d.width(width), min(height, max(len(d.picker.Choices)+4, 8)))
}
func (d *roster) draft() (string, model.ID, map[string]string) { return "", model.ID{}, nil }
func (d *roster) refused(q *Queue, err error)                  { d.picker.Fault = q.env.Words.Error(err) }
func (d *roster) keys() []keys.ID                              { return []keys.ID{keys.Accept, Tick, keys.Cancel} }
