package learning

import (
	"context"
	"slices"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model"
	"leerbalie/model/attention"
	"leerbalie/model/hours"
	"leerbalie/model/journal"
	"leerbalie/model/learning"
	"leerbalie/ui/dialog"
	"leerbalie/ui/keys"
	"leerbalie/ui/screen"
	"leerbalie/ui/widget"
	"leerbalie/ui/widget/cell"
)

// class is the page with the students of a group against what they are assessed on.
type class struct {
	reading[classData]
	size      screen.Size
	group     journal.ID // zero: everybody
	framework journal.ID // zero: what most are assessed on

	list    widget.List[journal.ID]
	rows    []int // of data.matrix.Rows: those that show, in order
	wide    int   // cells that the longest name of a column takes
	column  int   // the column the cursor is on
	first   int   // the first column that shows
	order   order
	without bool // only who has no evidence in the column
	search  dialog.Search

	marks      map[journal.ID][]attention.Sort // see marked
	marksAsked screen.Tickets
}

// classData is what the page shows, as it was read.
type classData struct {
	matrix learning.Matrix
	groups []model.Group
}

func newClass(c *Learning) *class {
	k := &class{reading: reading[classData]{c: c}}
	if own := c.Env.User.Groups; len(own) > 0 && c.Env.User.Has(model.RoleTeacher) {
		k.group = own[0]
	}
	return k
}

func (k *class) read() tea.Cmd {
	group, framework := k.group, k.framework
	return tea.Batch(k.ask(func(ctx context.Context, session *model.Session) (out classData, err error) {
		if out.groups, err = session.Groups(ctx); err != nil {
			return out, err
		}
		if !slices.ContainsFunc(out.groups, func(g model.Group) bool { return g.ID == group }) {
			group = journal.ID{} // it was put away
		}
		out.matrix, err = hours.ReadMatrix(ctx, session, group, framework)
		return out, err
	}), k.readMarks(group))
}

func (k *class) take(msg tea.Msg) (tea.Cmd, bool) {
	if k.tookMarks(msg) {
		return nil, true
	}
	fresh, mine := k.took(msg)
	if fresh {
		k.column = max(min(k.column, len(k.data.matrix.Columns)-1), 0)
		k.wide = 0
		for _, n := range k.data.matrix.Columns {
			k.wide = max(k.wide, cell.Width(n.Short()))
		}
		k.arrange()
		k.resize(k.size)
	}
	return nil, mine
}

func (k *class) resize(size screen.Size) {
	k.size = size
	k.list.Resize(k.tableHeight(size))
}

// current is the student the cursor is on.
func (k *class) current() (*learning.MatrixRow, bool) {
	i, _, ok := k.list.Cursor()
	if !ok || i >= len(k.rows) {
		return nil, false
	}
	return &k.data.matrix.Rows[k.rows[i]], true
}

// canJudge tells whether the acting person is one of those who judge.
func (k *class) canJudge() bool { return k.c.Env.User.Has(model.RoleTeacher, model.RoleSupervisor) }

func (k *class) hasRows() bool { return k.list.Len() > 0 }

// narrowed tells whether only some of the students show.
func (k *class) narrowed() bool { return k.search.Text() != "" || k.without }

func (k *class) keyLine() []keys.ID {
	return []keys.ID{keys.Back, Judge, Open, NextColumn, PrevColumn, Order, Without, Search, Group, Framework, Attention}
}

func (k *class) judge() tea.Cmd { return k.c.startWaits(k.students()) }

func (k *class) openReport() tea.Cmd { return k.c.push(newDocument(k.c, k.report())) }

func (k *class) openAgreement() tea.Cmd {
	return k.c.push(newAgreement(k.c, k.group, k.data.matrix.Framework.ID))
}

// nextOrder puts the students in the next of the orders.
func (k *class) nextOrder() tea.Cmd {
	k.order = (k.order + 1) % orders
	k.arrange()
	return screen.Say(screen.Note, k.c.Env.Words.Say(k.order.word()))
}

// onlyWithout shows only who has no evidence in the column, or everybody again.
func (k *class) onlyWithout() tea.Cmd {
	k.without = !k.without
	k.arrange()
	return nil
}

// showAll shows everybody again.
func (k *class) showAll() tea.Cmd {
	k.search.Clear()
	k.without = false
	k.arrange()
	return nil
}

func (k *class) startSearch() tea.Cmd {
	k.search.Start()
	return nil
}

// typed takes a key while names are being searched.
func (k *class) typed(msg tea.KeyMsg) {
	altered, took := k.search.Update(k.c.Env.Keys, msg)
	switch {
	case !took:
		k.move(msg)
	case altered:
		k.arrange()
	}
}

func (k *class) move(msg tea.KeyMsg) bool { return move(k.c, msg, &k.list) }

// turn moves the cursor to another column.
func (k *class) turn(by int) tea.Cmd {
	k.column = max(min(k.column+by, len(k.data.matrix.Columns)-1), 0)
	if k.order == byColumn || k.without {
		k.arrange()
	}
	return nil
}

// open shows the student the cursor is on, at the column the cursor is on.
func (k *class) open() tea.Cmd {
	r, ok := k.current()
	if !ok {
		return nil
	}
	p := newLearner(k.c, r.Student.ID)
	p.framework = k.data.matrix.Framework.ID
	if k.column < len(k.data.matrix.Columns) {
		p.nodes.GoTo(k.data.matrix.Columns[k.column].ID)
	}
	return k.c.push(p)
}

// students are those of the class, whatever shows of it.
func (k *class) students() map[journal.ID]bool {
	out := map[journal.ID]bool{}
	for i := range k.data.matrix.Rows {
		out[k.data.matrix.Rows[i].Student.ID] = true
	}
	return out
}

// chooseGroup lists the groups, and everybody.
func (k *class) chooseGroup() tea.Cmd {
	w := k.c.Env.Words
	choices := []widget.Choice{{ID: journal.ID{}.String(), Label: w.Say("report.everybody")}}
	for _, g := range k.data.groups {
		choices = append(choices, widget.Choice{ID: g.ID.String(), Label: cell.Short(g.Name, 60)})
	}
	return k.c.Show(&dialog.Choice{
		Picker: widget.Picker{Title: w.Say("learning.group.title"), Empty: w.Say("pick.none"), Choices: choices},
		Choose: func(id string) tea.Cmd {
			k.group, k.framework = journal.ID{}, journal.ID{} // everybody has none
			for _, g := range k.data.groups {
				if g.ID.String() == id {
					k.group = g.ID
				}
			}
			k.c.Hold()
			return k.read()
		},
	})
}

// use shows the class on another framework.
func (k *class) use(id journal.ID) tea.Cmd {
	k.framework, k.column, k.first = id, 0, 0
	k.c.Hold()
	return k.read()
}

func (k *class) mouse(m screen.Mouse) tea.Cmd {
	switch {
	case m.Wheel != 0:
		k.list.Move(m.Wheel)
	case m.Click && m.Y > 0:
		_, before, _ := k.list.Cursor()
		if !k.list.Click(m.Y - 1) {
			return nil
		}
		if col, ok := k.columnAt(m.X); ok {
			k.column = col
		}
		if _, now, _ := k.list.Cursor(); now == before {
			return k.open()
		}
	}
	return nil
}
