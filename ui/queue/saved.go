package queue

import (
	"context"
	"encoding/json"
	"slices"
	"strconv"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model"
	"leerbalie/ui/keys"
	"leerbalie/ui/screen"
	"leerbalie/ui/widget"
	"leerbalie/ui/widget/cell"
)

// own is a view that somebody saved: a list or a search, with a filter, an order and columns. Own views are a setting of
// this machine, kept for each person apart.
type own struct {
	Name    string      `json:"name"`
	List    string      `json:"list,omitempty"` // the word of one of views(), where nothing is searched or filtered
	Words   string      `json:"words,omitempty"`
	Sieve   sieve       `json:"filter"`
	Order   model.Order `json:"order,omitempty"`
	Columns []string    `json:"columns,omitempty"` // none: those of the list
}

// finds tells whether the view is a search through the archive.
func (o own) finds() bool { return o.Words != "" || !o.Sieve.isZero() || o.Order != model.OrderNewest }

// maxOwn is how many own views there can be: digits and letters for all of them, on the smallest screen too.
const maxOwn = 12

// ownSetting is the name of the setting that holds somebody's own views.
func ownSetting(who model.ID) string { return "queue-views/" + who.String() }

// viewKey is the key of a view by its place: the built-in ones first, digits before letters.
func viewKey(i int) string {
	if i < 9 {
		return strconv.Itoa(i + 1)
	}
	return string(rune('a' + i - 9))
}

func (q *Queue) fetchOwn() tea.Cmd {
	view, name := q.env.View, ownSetting(q.env.User.ID)
	return screen.Ask(q.env.Ctx, q.saves.Next(), func(ctx context.Context) ([]own, error) {
		text, err := view.Setting(ctx, name)
		var all []own
		if err == nil && text != "" {
			err = json.Unmarshal([]byte(text), &all)
		}
		return all, err
	})
}

func (q *Queue) tookOwn(a screen.Answer[[]own]) {
	if q.saves.Fits(a.Ticket) && a.Err == nil {
		q.owns = a.Value
	}
}

// keepOwn writes the own views and says what was done.
func (q *Queue) keepOwn(all []own, said string) tea.Cmd {
	q.owns = all
	q.saves.Drop()
	text, err := json.Marshal(all)
	if err != nil {
		return nil
	}
	view, ctx, name := q.env.View, q.env.Ctx, ownSetting(q.env.User.ID)
	return tea.Sequence(func() tea.Msg { return screen.Saved{Err: view.SetSetting(ctx, name, string(text))} }, screen.Say(screen.Done, said))
}

// choose takes the key of a view; any other key leaves things as they are.
func (q *Queue) choose(msg tea.KeyMsg) tea.Cmd {
	q.choosing = false
	if msg.Type != tea.KeyRunes || len(msg.Runes) != 1 {
		return nil
	}
	set := q.env.Keys
	switch {
	case set.Is(msg, SaveView):
		return q.startSaveView()
	case set.Is(msg, AlterView):
		return q.startAlterView()
	}
	for i := range views() {
		if viewKey(i) == string(msg.Runes) {
			return q.showList(i)
		}
	}
	for i := range q.owns {
		if viewKey(len(views())+i) == string(msg.Runes) {
			return q.showOwn(q.owns[i])
		}
	}
	return nil
}

// showList shows one of the built-in lists from its beginning.
func (q *Queue) showList(i int) tea.Cmd {
	q.stopFinding()
	q.view = i
	q.clear()
	q.hold = true
	return tea.Batch(q.fetch(widget.Head), q.fetchCounts())
}

// showOwn shows an own view from its beginning.
func (q *Queue) showOwn(o own) tea.Cmd {
	if !o.finds() {
		at := max(slices.IndexFunc(views(), func(s saved) bool { return s.word == o.List }), 0)
		cmd := q.showList(at)
		q.own = &o
		return cmd
	}
	q.stopFinding()
	q.clear()
	q.search.Set(o.Words)
	q.sieve, q.order, q.own = o.Sieve, o.Order, &o
	cmd := q.startFinding()
	q.hold = true
	return tea.Batch(cmd, q.fetchCounts())
}

func (q *Queue) clear() {
	q.pinned, q.focus, q.rows = nil, false, nil
	q.list = widget.List[model.ID]{}
	q.list.Resize(q.size.Height - 1)
}

// startSaveView asks for the name, the order and the columns under which what shows now is kept.
func (q *Queue) startSaveView() tea.Cmd {
	w := q.env.Words
	name, columns := "", q.columnNames()
	if q.own != nil {
		name = q.own.Name
	}
	var orders, cols []widget.Option
	for _, o := range []string{"", string(model.OrderQueue), string(model.OrderDue)} {
		orders = append(orders, widget.Option{ID: "by-" + o, Label: w.Say("order." + o)})
	}
	for _, c := range columnChoices() {
		cols = append(cols, widget.Option{ID: c, Label: w.Say("col." + c)})
	}
	s := &sheet{}
	s.form = widget.Form{Title: w.Say("view.save.title"), Entries: []widget.Entry{
		widget.TextEntry("view-name", w.Say("field.view-name"), name, 1),
		widget.ChoiceEntry("order", w.Say("field.order"), "by-"+string(q.order), orders),
		widget.ManyEntry("columns", w.Say("field.columns"), columns, cols),
	}, Foot: []string{cell.Cut(strings.Join(q.sieveChips(), " "), 90), q.env.Theme.Faint.On(w.Say("form.foot", "save", q.env.Keys.Label(keys.Save)))}}
	if !q.finding {
		s.form.Entries[1].Hint = w.Say("view.save.order-hint")
	}
	o := own{Words: strings.TrimSpace(q.search.Text()), Sieve: q.sieve}
	if !q.finding {
		o.Words, o.List = "", views()[q.view].word
	}
	s.submit = func(q *Queue, f *widget.Form) tea.Cmd {
		o := o
		o.Name, o.Order, o.Columns = cell.Safe(f.Text("view-name"), 40), model.Order(strings.TrimPrefix(f.Text("order"), "by-")), f.Many("columns")
		all := slices.Clone(q.owns)
		at := slices.IndexFunc(all, func(other own) bool { return strings.EqualFold(other.Name, o.Name) })
		switch {
		case o.Name == "":
			f.Blame("view-name", w.Say("view.save.no-name"))
			return nil
		case at >= 0:
			all[at] = o
		case len(all) >= maxOwn:
			f.Blame("view-name", w.Say("view.save.full", "n", maxOwn))
			return nil
		default:
			all, at = append(all, o), len(all)
		}
		q.dialog = nil
		key := q.env.Keys.Label(Views) + " " + viewKey(len(views())+at)
		return tea.Batch(q.keepOwn(all, w.Say("view.saved", "name", o.Name, "key", key)), q.showOwn(o))
	}
	q.open(s)
	return nil
}

// startAlterView offers to rename own views or take them away.
func (q *Queue) startAlterView() tea.Cmd {
	w := q.env.Words
	d := &choice{picker: widget.Picker{Title: w.Say("view.alter.title"), Empty: w.Say("view.none", "key", q.env.Keys.Label(SaveView)), Hint: w.Say("pick.hint")}}
	for i, o := range q.owns {
		n := strconv.Itoa(i)
		d.picker.Choices = append(d.picker.Choices,
			widget.Choice{ID: "name " + n, Label: w.Say("view.rename", "name", o.Name)},
			widget.Choice{ID: "gone " + n, Label: w.Say("view.remove", "name", o.Name)})
	}
	d.choose = func(q *Queue, id string) tea.Cmd {
		what, n, _ := strings.Cut(id, " ")
		i, err := strconv.Atoi(n)
		if err != nil || i >= len(q.owns) {
			return nil
		}
		o := q.owns[i]
		if what == "name" {
			return q.renameView(i, o)
		}
		q.open(&question{
			confirm: widget.Confirm{Title: w.Say("view.remove", "name", o.Name), Lines: []string{w.Say("view.remove.ask", "name", o.Name)},
				Yes: w.Say("view.remove.yes"), No: w.Say("confirm.no"), YesKeys: w.Yes(), NoKeys: w.No()},
			yes: func(q *Queue) tea.Cmd {
				if q.own != nil && q.own.Name == o.Name {
					q.own = nil
				}
				return q.keepOwn(slices.Delete(slices.Clone(q.owns), i, i+1), w.Say("view.removed", "name", o.Name))
			},
		})
		return nil
	}
	q.open(d)
	return nil
}

func (q *Queue) renameView(i int, o own) tea.Cmd {
	w := q.env.Words
	d := &line{prompt: widget.Prompt{Title: w.Say("view.rename", "name", o.Name), Input: widget.NewInput(o.Name, 1)}}
	d.submit = func(q *Queue, text string) tea.Cmd {
		name := cell.Safe(strings.TrimSpace(text), 40)
		taken := slices.IndexFunc(q.owns, func(other own) bool { return strings.EqualFold(other.Name, name) })
		switch {
		case name == "":
			d.prompt.Fault = w.Say("view.save.no-name")
			return nil
		case taken >= 0 && taken != i:
			d.prompt.Fault = w.Say("view.taken", "name", name)
			return nil
		}
		all := slices.Clone(q.owns)
		all[i].Name = name
		if q.own != nil && q.own.Name == o.Name {
			q.own = &all[i]
		}
		q.dialog = nil
		return q.keepOwn(all, w.Say("view.renamed", "name", name))
	}
	q.open(d)
	return nil
}
