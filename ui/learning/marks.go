package learning

import (
	"context"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model"
	"leerbalie/model/attention"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/ui/say"
	"leerbalie/ui/screen"
)

// The matrix tells by a letter who is behind with hours, who did not come, and who has not met a theme yet. The thresholds are those of the page
// of who needs attention, which is one key away and says the rest.

// marked are the reasons that the matrix has a letter for, in the order in which the letters stand.
func marked() []attention.Sort {
	return []attention.Sort{attention.Hours, attention.Absent, attention.Theme}
}

// leastLegend is from what height on there is a line for what the letters mean.
const leastLegend = 16

// readMarks reads who has which: after the matrix, which does not wait for it.
func (k *class) readMarks(group journal.ID) tea.Cmd {
	if !k.hasAttention() {
		return nil
	}
	session, now, today := k.c.Env.Session, k.c.Env.Now(), k.c.Env.Today()
	return screen.Ask(k.c.Env.Ctx, k.marksAsked.Next(), func(ctx context.Context) (attention.List, error) {
		list, err := attention.Read(ctx, session, group, now, today)
		if kind := fault.KindOf(err); kind == fault.Refused || kind == fault.NotFound { // the matrix itself says so
			return attention.List{}, nil
		}
		return list, err
	})
}

// tookMarks takes them in; mine tells that the message was for this.
func (k *class) tookMarks(msg tea.Msg) (mine bool) {
	a, ok := msg.(screen.Answer[attention.List])
	if !ok || !k.marksAsked.Fits(a.Ticket) {
		return false
	}
	k.marks = map[journal.ID][]attention.Sort{}
	for i := range a.Value.Students {
		s := &a.Value.Students[i]
		for _, sort := range marked() {
			if s.Has(sort) {
				k.marks[s.ID] = append(k.marks[s.ID], sort)
			}
		}
	}
	k.resize(k.size)
	return true
}

// hasAttention tells whether whoever sits here looks after students.
func (k *class) hasAttention() bool {
	return k.c.Env.User.Has(model.RoleTeacher, model.RoleSupervisor, model.RoleCoordinator, model.RoleAdmin)
}

// toAttention goes to the page that tells who needs attention, and why.
func (k *class) toAttention() tea.Cmd {
	return screen.Send(screen.Open{Name: screen.Community, With: screen.AtPage{Page: "attention"}})
}

// anyMarks tells whether a student of the class has one.
func (k *class) anyMarks() bool {
	for i := range k.data.matrix.Rows {
		if len(k.marks[k.data.matrix.Rows[i].Student.ID]) > 0 {
			return true
		}
	}
	return false
}

// letters of a student, each in its own place.
func (k *class) marksOf(id journal.ID) string {
	var b strings.Builder
	for _, sort := range marked() {
		letter := " "
		for _, has := range k.marks[id] {
			if has == sort {
				letter = k.c.Env.Words.Say("learning.mark." + string(sort))
			}
		}
		b.WriteString(letter)
	}
	return b.String()
}

// marksSaid are those of a student in words.
func (k *class) marksSaid(id journal.ID) string {
	var out []string
	for _, sort := range k.marks[id] {
		out = append(out, k.c.Env.Words.Say("learning.marked."+string(sort)))
	}
	return say.Join(out...)
}

// marksLegend says what the letters mean.
func (k *class) marksLegend() string {
	w := k.c.Env.Words
	var out []string
	for _, sort := range marked() {
		out = append(out, w.Say("learning.mark."+string(sort))+" "+w.Say("learning.marked."+string(sort)))
	}
	return strings.Join(out, "  ") + "  (" + w.Say("learning.marks.more", "key", k.c.Env.Keys.Label(Attention)) + ")"
}
