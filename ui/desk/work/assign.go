package work

import (
	"slices"
	"strconv"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/model/desk/bulk"
	"leerbalie/model/journal"
	"leerbalie/model/loop"
	"leerbalie/ui/desk/key"
	"leerbalie/ui/dialog"
	"leerbalie/ui/keys"
	"leerbalie/ui/say"
	"leerbalie/ui/screen"
	"leerbalie/ui/widget"
	"leerbalie/ui/widget/cell"
)

// assigning is the list of colleagues to give a request to, narrowed down by typing. Enter gives it to the one the cursor is
// on; with Tab two or three are ticked first.
type assigning struct {
	work    *Work
	row     desk.RequestRow
	many    []journal.ID // in the place of row: all of these
	picker  widget.Picker
	ticked  []journal.ID
	settled bool             // the last key ticked somebody, or took a tick away
	offers  []loop.PairOffer // as they were when the list opened: nothing moves under the cursor
}

// Assign gives the request to a colleague, or to two or three together.
func (w *Work) Assign(row desk.RequestRow) tea.Cmd {
	words := w.Env.Words
	d := &assigning{work: w, row: row, offers: w.Offers.Of(row.ID, row.Status)}
	d.picker = widget.Picker{Title: words.Say("assign.title", "number", row.Number) + " · " + cell.Safe(row.Summary, 40), Empty: words.Say("pick.none"), Hint: words.Say("assign.hint")}
	if len(d.offers) > 0 {
		d.picker.Hint = words.Say("assign.hint-offer")
	}
	d.list()
	return w.Host.Show(d)
}

// list lists the colleagues: those who are ticked first, then those to whom the request is best offered, with the reasons.
func (d *assigning) list() {
	w := d.work
	var chosen, rest []widget.Choice
	for _, p := range w.Colleagues() {
		c := widget.Choice{ID: p.ID.String(), Label: cell.Safe(p.Name, 50), Tick: widget.TickOf(slices.Contains(d.ticked, p.ID)), Right: cell.Safe(p.Level, 10), Last: d.notAlone(p)}
		if slices.Contains(d.row.Holder, p.ID) {
			c.Right = w.Env.Words.Say("assign.now")
		}
		if c.Tick == widget.Ticked {
			chosen = append(chosen, c)
		} else {
			rest = append(rest, c)
		}
	}
	for i, o := range d.offers {
		chosen = append(chosen, d.offered(i, o))
	}
	for i, members := range w.Pairs {
		if slices.ContainsFunc(d.offers, func(o loop.PairOffer) bool { return slices.Equal(o.Members, members) }) {
			continue
		}
		var names []string
		for _, id := range members {
			names = append(names, w.Name(id))
		}
		chosen = append(chosen, widget.Choice{ID: pairPrefix + strconv.Itoa(i), Label: cell.Safe(strings.Join(names, " + "), 60), Right: w.Env.Words.Say("assign.pair")})
	}
	d.picker.Choices = append(chosen, rest...)
}

// notAlone tells whether the request cannot be with somebody who learns and has nobody beside them.
func (d *assigning) notAlone(p model.Person) bool {
	return p.OnlyStudent() && (d.row.Supervision == model.SupervisionPair || d.row.Supervision == model.SupervisionProfessional)
}

// Keys gives the keys of the lists in which typing narrows down what shows.
func Keys() []keys.Key {
	return append(assignActions().Keys(), keys.Key{ID: key.PickService, Scope: "desk-refer", Keys: []string{"up", "down"}, Word: "key.desk.pick-service"})
}

// assignActions is what can be done with the list beside choosing.
func assignActions() screen.Actions[*assigning] {
	return screen.Actions[*assigning]{
		{ID: key.Tick, Scope: "desk-list", Keys: []string{"tab"}, Word: "key.desk.tick", Do: (*assigning).tick},
	}
}

// tick ticks whom the cursor is on, or takes the tick away.
func (d *assigning) tick() tea.Cmd {
	for _, id := range d.chosen() {
		if i := slices.Index(d.ticked, id); i >= 0 {
			d.ticked = slices.Delete(d.ticked, i, i+1)
		} else {
			d.ticked = append(d.ticked, id)
		}
	}
	at, _ := d.picker.Chosen()
	d.picker.Search.Set("")
	d.list()
	d.picker.GoTo(at.ID)
	d.settled = true
	return nil
}

// Update takes a key press.
func (d *assigning) Update(h *dialog.Host, msg tea.KeyMsg) tea.Cmd {
	if cmd, took := assignActions().Press(h.Env.Keys, d, msg); took {
		return cmd
	}
	settled := d.settled
	d.settled = false
	switch reply, _ := d.picker.Update(msg, h.Env.Keys); reply {
	case widget.Declined:
		return h.Shut()
	case widget.Agreed:
		if settled && len(d.ticked) == 0 { // a tick was taken away: Enter does not give it to whom it was taken from
			d.picker.Fault = h.Env.Words.Say("assign.nobody")
			return nil
		}
		a := desk.ClaimRequest{ID: d.row.ID, Over: d.row.Status == desk.StatusClaimed, For: d.ticked}
		if len(a.For) == 0 || d.picker.Search.Text() != "" { // what was typed for is meant as well
			for _, id := range d.chosen() {
				if !slices.Contains(a.For, id) {
					a.For = append(a.For[:len(a.For):len(a.For)], id)
				}
			}
		}
		a.Offered = d.work.Offers.To(d.row.Status, d.offers, a.For)
		if d.many != nil {
			return d.work.askMany(bulk.Bulk{What: bulk.Assign, Of: d.many, For: a.For})
		}
		return d.work.Host.Perform(dialog.Deed{Act: dialog.Doing(a), Done: d.work.given(d.row, a.For)})
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
func (d *assigning) offered(i int, o loop.PairOffer) widget.Choice {
	w := d.work
	names := make([]string, len(o.Members))
	for k, id := range o.Members {
		names[k] = w.ShortName(id)
	}
	c := widget.Choice{ID: offerPrefix + strconv.Itoa(i), Label: cell.Safe(strings.Join(names, " + "), 60), Also: o.Who()}
	if len(names) > 1 {
		c.Also += " " + w.Env.Words.Say("assign.pair")
	}
	c.Whole = w.Offers.Why(o)
	c.Right = cell.Short(c.Whole, max(d.width(w.Width)-8-cell.Width(c.Label), 0))
	return c
}

// width is how wide the list is: wider with reasons in it.
func (d *assigning) width(room int) int {
	if len(d.offers) > 0 {
		return min(room, 96)
	}
	return min(room, 72)
}

// chosen is who the cursor is on: one colleague, or the members of a pair.
func (d *assigning) chosen() []journal.ID {
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
		if i, err := strconv.Atoi(n); err == nil && i < len(d.work.Pairs) {
			return d.work.Pairs[i]
		}
		return nil
	}
	id, err := journal.ParseID(c.ID)
	if err != nil {
		return nil
	}
	return []journal.ID{id}
}

// View draws the list.
func (d *assigning) View(h *dialog.Host, width, height int) []string {
	return d.picker.View(h.Env.Theme, d.width(width), min(height, max(len(d.picker.Choices)+4, 8)))
}

// Said gives the list with its ticks.
func (d *assigning) Said(h *dialog.Host) say.Lines { return h.SaidPicker(&d.picker) }

// Refused shows why the request cannot be given to those who were chosen.
func (d *assigning) Refused(h *dialog.Host, err error) { d.picker.Fault = h.Env.Words.Error(err) }

// Keys gives the keys of the list.
func (d *assigning) Keys() []keys.ID { return append(assignActions().Now(d, keys.Accept), keys.Cancel) }
