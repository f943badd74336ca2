package queue

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model"
	"leerbalie/ui/screen"
	"leerbalie/ui/widget"
	"leerbalie/ui/widget/cell"
)

// startTask promises something: a new task or call-back, or the end of one that is open.
func (q *Queue) startTask(row model.RequestRow) tea.Cmd {
	return q.look(row, func(q *Queue, f file) tea.Cmd {
		w := q.env.Words
		pick := &choice{picker: widget.Picker{Title: w.Say("task.title") + " · " + row.Number, Empty: w.Say("pick.none"), Hint: w.Say("pick.hint")}}
		for i, t := range f.request.Tasks {
			if t.Done == nil && !t.Erased {
				pick.picker.Choices = append(pick.picker.Choices, widget.Choice{
					ID: strconv.Itoa(i), Label: w.Say("task.finish", "what", cell.Safe(t.What, 60)), Right: q.env.When(t.Due)})
			}
		}
		if len(pick.picker.Choices) == 0 || row.Status == model.StatusClosed {
			return q.newTask(row)
		}
		pick.picker.Choices = append(pick.picker.Choices, widget.Choice{ID: "new", Label: w.Say("task.new")})
		pick.choose = func(q *Queue, id string) tea.Cmd {
			i, err := strconv.Atoi(id)
			if err != nil {
				return q.newTask(row)
			}
			task := f.request.Tasks[i]
			return q.openLine("fact", w.Say("task.fact"), row, 2, func(q *Queue, text string) tea.Cmd {
				return q.do(nil, nil, model.FinishTask{ID: row.ID, Task: task.Stamp, Fact: text})
			}, faintHint("task.fact.hint"))
		}
		q.open(pick)
		return nil
	})
}

func (q *Queue) newTask(row model.RequestRow) tea.Cmd {
	w := q.env.Words
	people := []widget.Option{{ID: "", Label: w.Say("task.on-holder")}}
	for _, p := range q.crewByName() {
		people = append(people, widget.Option{ID: p.ID.String(), Label: p.Name})
	}
	s := &sheet{key: "task/" + row.ID.String(), about: row.ID}
	s.form = widget.Form{Title: w.Say("task.new") + " · " + row.Number + " " + cell.Safe(row.Summary, 40), Entries: []widget.Entry{
		widget.ChoiceEntry("kind", w.Say("field.kind"), "call", []widget.Option{{ID: "call", Label: w.Say("task.call")}, {ID: "task", Label: w.Say("task.task")}}),
		widget.TextEntry("task", w.Say("field.task"), "", 2),
		widget.TextEntry("due", w.Say("field.due"), "", 1),
		widget.ChoiceEntry("on", w.Say("field.on"), "", people),
	}}
	s.form.Entries[2].Hint = w.Say("task.due.hint")
	s.form.Focus("task")
	s.submit = func(q *Queue, f *widget.Form) tea.Cmd {
		a := model.AddTask{ID: row.ID, What: f.Text("task"), CallBack: f.Text("kind") == "call"}
		if text := f.Text("due"); text != "" {
			due, ok := moment(text, q.env.Now(), q.zone())
			if !ok {
				f.Blame("due", q.env.Words.Say("task.due.fault"))
				return nil
			}
			a.Due = due
		}
		if id, err := model.ParseID(f.Text("on")); err == nil {
			a.On = id
		}
		return q.do(nil, nil, a)
	}
	q.open(s)
	if fields, ok := q.left(s.key); ok {
		refill(&s.form, fields)
		return screen.Say(screen.Note, w.Say("queue.draft-back"))
	}
	return nil
}

// moment reads a day and an hour as people write them: "15:30", "morgen 9:00", "vr 14u", "24-11 10:00", "24-11-2026".
// A weekday is the next one; without an hour it is nine in the morning.
func moment(text string, now time.Time, zone *time.Location) (time.Time, bool) {
	now = now.In(zone)
	y, m, d := now.Date()
	day, hour, minute, dayGiven, hourGiven := 0, 9, 0, false, false
	date := time.Date(y, m, d, 0, 0, 0, 0, zone)
	for _, word := range strings.Fields(strings.ToLower(text)) {
		var a, b, c int
		switch {
		case slices.Contains([]string{"vandaag", "today"}, word):
			dayGiven = true
		case slices.Contains([]string{"morgen", "tomorrow"}, word):
			day, dayGiven = 1, true
		case slices.Contains([]string{"overmorgen"}, word):
			day, dayGiven = 2, true
		case slices.Contains([]string{"om", "at", "op", "on", "uur"}, word):
		case scan(word, "%d-%d-%d", &a, &b, &c) && c > 1999 && c < 2200:
			date, dayGiven = time.Date(c, time.Month(b), a, 0, 0, 0, 0, zone), true
			if date.Day() != a || int(date.Month()) != b {
				return time.Time{}, false
			}
		case scan(word, "%d-%d", &a, &b):
			date, dayGiven = time.Date(y, time.Month(b), a, 0, 0, 0, 0, zone), true
			if date.Day() != a || int(date.Month()) != b {
				return time.Time{}, false
			}
			if date.AddDate(0, 0, 1).Before(now) {
				date = date.AddDate(1, 0, 0)
			}
		case scan(word, "%d:%d", &a, &b) && a < 24 && b < 60 && a >= 0 && b >= 0:
			hour, minute, hourGiven = a, b, true
		case (scan(word, "%du", &a) || scan(word, "%dh", &a)) && a >= 0 && a < 24:
			hour, minute, hourGiven = a, 0, true
		default:
			n, ok := weekday(word)
			if !ok {
				return time.Time{}, false
			}
			day, dayGiven = (int(n)-int(now.Weekday())+7)%7, true
			if day == 0 {
				day = 7
			}
		}
	}
	if !dayGiven && !hourGiven {
		return time.Time{}, false
	}
	date = date.AddDate(0, 0, day)
	at := time.Date(date.Year(), date.Month(), date.Day(), hour, minute, 0, 0, zone)
	if !dayGiven && at.Before(now) {
		at = at.AddDate(0, 0, 1)
	}
	return at, true
}

// scan reads a word that is exactly of a form.
func scan(word, form string, into ...any) bool {
	var rest string
	n, _ := fmt.Sscanf(word+"\n", form+"%s", append(into, &rest)...)
	return n == len(into)
}

func weekday(word string) (time.Weekday, bool) {
	for i, names := range [][]string{{"zo", "sun"}, {"ma", "mon"}, {"di", "tue"}, {"wo", "wed"}, {"do", "thu"}, {"vr", "fri"}, {"za", "sat"}} {
		for _, name := range names {
			if strings.HasPrefix(word, name) && strings.Trim(word, "abcdefghijklmnopqrstuvwxyz") == "" {
				return time.Weekday(i), true
			}
		}
	}
	return 0, false
}

// startRefer proposes a referral, or brings an open one into its next state.
func (q *Queue) startRefer(row model.RequestRow) tea.Cmd {
	return q.look(row, func(q *Queue, f file) tea.Cmd {
		w := q.env.Words
		pick := &choice{picker: widget.Picker{Title: w.Say("refer.title") + " · " + row.Number, Empty: w.Say("pick.none"), Hint: w.Say("pick.hint")}}
		for i, r := range f.request.Referrals {
			for _, next := range r.State.Next() {
				pick.picker.Choices = append(pick.picker.Choices, widget.Choice{ID: strconv.Itoa(i) + " " + string(next),
					Label: w.Say("refer.move", "name", cell.Safe(r.To, 40), "state", w.Say("referral."+string(next))), Right: w.Say("referral." + string(r.State))})
			}
		}
		if len(pick.picker.Choices) == 0 {
			return q.newReferral(row)
		}
		if row.Status != model.StatusClosed {
			pick.picker.Choices = append(pick.picker.Choices, widget.Choice{ID: "new", Label: w.Say("refer.new")})
		}
		pick.choose = func(q *Queue, id string) tea.Cmd {
			n, state, ok := strings.Cut(id, " ")
			i, err := strconv.Atoi(n)
			if !ok || err != nil {
				return q.newReferral(row)
			}
			a := model.MoveReferral{ID: row.ID, Referral: f.request.Referrals[i].Stamp, State: model.ReferralState(state)}
			if a.State != model.ReferralDeclined {
				return q.do(nil, nil, a)
			}
			return q.openLine("declined", w.Say("refer.reason"), row, 2, func(q *Queue, text string) tea.Cmd {
				a.Reason = strings.TrimSpace(text)
				return q.do(nil, nil, a)
			}, nil)
		}
		q.open(pick)
		return nil
	})
}

func (q *Queue) newReferral(row model.RequestRow) tea.Cmd {
	w := q.env.Words
	yesNo := q.yesNo()
	s := &sheet{key: "refer/" + row.ID.String(), about: row.ID}
	s.form = widget.Form{Title: w.Say("refer.new") + " · " + row.Number + " " + cell.Safe(row.Summary, 40), Entries: []widget.Entry{
		widget.TextEntry("referral", w.Say("field.referral"), "", 1),
		widget.ChoiceEntry("warm", w.Say("field.warm"), "yes", yesNo),
		widget.ChoiceEntry("consent", w.Say("field.consent"), "", yesNo),
	}}
	s.form.Entries[1].Hint = w.Say("refer.warm.hint")
	s.form.Entries[2].Hint = w.Say("refer.consent.hint")
	s.submit = func(q *Queue, f *widget.Form) tea.Cmd {
		return q.do(nil, nil, model.ReferRequest{ID: row.ID, To: f.Text("referral"), Warm: f.Text("warm") == "yes", Consent: f.Text("consent") == "yes"})
	}
	q.open(s)
	if fields, ok := q.left(s.key); ok {
		refill(&s.form, fields)
		return screen.Say(screen.Note, w.Say("queue.draft-back"))
	}
	return nil
}
