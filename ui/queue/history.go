package queue

import (
	"slices"
	"strconv"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model"
	"leerbalie/ui/widget"
	"leerbalie/ui/widget/cell"
)

// event tells one line of a request's history, "" for one that people need not see.
func (q *Queue) event(f *file, e model.Event) string {
	w, r := q.env.Words, &f.request
	by := q.short(e.By)
	if e.Erased {
		return w.Say("event.erased", "who", by)
	}
	switch e.Item {
	case model.ItemSet:
		return q.setEvent(f, e)
	case model.ItemClaim:
		for _, c := range r.Claims {
			if c.Stamp == e.Stamp && (len(c.For) != 1 || c.For[0] != e.By) {
				if slices.Contains(c.For, e.By) {
					return w.Say("event.claimed-for", "who", by, "for", q.names(c.For))
				}
				return w.Say("event.assigned", "who", by, "for", q.names(c.For))
			}
		}
		return w.Say("event.claim", "who", by)
	case model.ItemTick:
		for _, t := range r.Ticks {
			if t.Stamp == e.Stamp {
				return w.Say("event.a-tick", "who", by, "step", t.Step)
			}
		}
	case model.ItemMemo:
		for _, m := range r.Memos {
			if m.Stamp == e.Stamp {
				return w.Say("event.memo", "who", by, "text", m.Text)
			}
		}
	case model.ItemContact:
		for _, c := range r.Contacts {
			if c.Stamp == e.Stamp {
				return w.Say("event.contact", "who", by, "text", c.Text)
			}
		}
	case model.ItemTime:
		for _, t := range r.Times {
			if t.Stamp == e.Stamp {
				return w.Count("event.time", t.Minutes, "who", q.short(t.Person))
			}
		}
	case model.ItemTask:
		for _, t := range r.Tasks {
			if t.Stamp == e.Stamp {
				return w.Say("event.task", "who", by, "text", t.What)
			}
		}
	case model.ItemTaskDone:
		for _, t := range r.Tasks {
			if t.Done != nil && t.Done.Stamp == e.Stamp {
				return w.Say("event.task-done", "who", by, "what", t.What, "fact", t.Fact)
			}
		}
	case model.ItemReferral:
		for _, t := range r.Referrals {
			if t.Stamp == e.Stamp {
				return w.Say("event.referral", "who", by, "to", t.To)
			}
		}
	case model.ItemReferralState:
		for _, t := range r.Referrals {
			if t.Since.Stamp == e.Stamp {
				return strings.TrimSpace(w.Say("event.referral-state", "who", by, "to", t.To, "state", w.Say("referral."+string(t.State))) + " " + t.Reason)
			}
		}
	case model.ItemClose:
		for _, c := range r.Closings {
			if c.Stamp == e.Stamp {
				return w.Say("event.close", "who", by, "outcome", q.outcomeWord(c.Outcome))
			}
		}
	}
	if id, ok := eventWord(e.Item); ok {
		return w.Say(id, "who", by)
	}
	return ""
}

// eventWord is the sentence for an item of which no more is known than that it was made.
func eventWord(k model.ItemKind) (string, bool) {
	switch k {
	case model.ItemRetract:
		return "event.retract", true
	case model.ItemRelease:
		return "event.release", true
	case model.ItemPark:
		return "event.park", true
	case model.ItemRecall:
		return "event.recall", true
	case model.ItemMemo:
		return "event.a-memo", true
	case model.ItemTime:
		return "event.a-time", true
	case model.ItemClose:
		return "event.a-close", true
	case model.ItemReopen:
		return "event.reopen", true
	case model.ItemContact:
		return "event.a-contact", true
	case model.ItemTask, model.ItemTaskDone:
		return "event.a-task", true
	case model.ItemReferral, model.ItemReferralState:
		return "event.a-referral", true
	case model.ItemDetails:
		return "event.details", true
	case model.ItemMerge:
		return "event.merge", true
	case model.ItemTick:
		return "event.tick", true
	case model.ItemUntick:
		return "event.untick", true
	case model.ItemErase:
		return "event.erase", true
	}
	return "", false
}

// setEvent tells which fields were written; the first writing is the coming in.
func (q *Queue) setEvent(f *file, e model.Event) string {
	w, by := q.env.Words, q.short(e.By)
	var changed []string
	for _, fv := range e.Fields {
		switch fv.Field {
		case model.RequestNumber, model.RequestCreated:
			return w.Say("event.in", "who", by)
		case model.RequestSource, model.RequestOrigin:
			continue
		case model.FieldArchived:
			if fv.Value.Bool() {
				return w.Say("event.archived", "who", by)
			}
			return w.Say("event.restored", "who", by)
		}
		changed = append(changed, q.fieldWord(fv.Field)+": "+q.fieldText(fv.Field, fv.Value))
	}
	if len(changed) == 0 || len(f.history) > 1 && e.Stamp.Time.Millis() == f.history[0].Stamp.Time.Millis() && e.By == f.history[0].By && first(f, e) {
		return ""
	}
	return w.Say("event.edit", "who", by, "fields", strings.Join(changed, "; "))
}

// first reports whether a writing belongs to the coming in: personal fields are written apart from the others.
func first(f *file, e model.Event) bool {
	for i, other := range f.history {
		if other.Stamp == e.Stamp {
			return i < 3
		}
	}
	return false
}

// startHistory shows everything that was ever done about a request, with what was taken back.
func startHistory(q *Queue, f file) tea.Cmd {
	w := q.env.Words
	d := &choice{picker: widget.Picker{Title: w.Say("history.title", "number", f.request.Number), Empty: w.Say("pick.none"), Hint: w.Say("history.hint")}}
	for i := len(f.history) - 1; i >= 0; i-- {
		e := f.history[i]
		text := q.event(&f, e)
		if text == "" {
			continue
		}
		if e.Undone {
			text = w.Say("event.undone", "what", text)
		}
		d.picker.Choices = append(d.picker.Choices, widget.Choice{ID: strconv.Itoa(i), Label: cell.Fit(q.env.When(e.At), 13) + cell.Safe(text, 200)})
	}
	q.open(d)
	return nil
}

// startDrafts lists what was left half done, and goes on with the one chosen.
func (q *Queue) startDrafts() tea.Cmd {
	w := q.env.Words
	d := &choice{picker: widget.Picker{Title: w.Say("drafts.title"), Empty: w.Say("drafts.none"), Hint: w.Say("drafts.hint")}}
	for key, draft := range q.drafts {
		kind, _, _ := strings.Cut(strings.TrimPrefix(key, draftPrefix), "/")
		var said []string
		for _, name := range []string{"text", "summary", "name", "note", "task", "referral", "details"} {
			if v := unpack(draft.Text)[name]; v != "" {
				said = append(said, v)
			}
		}
		d.picker.Choices = append(d.picker.Choices, widget.Choice{ID: key, Label: w.Say("drafts."+kind) + ": " + cell.Safe(strings.Join(said, " · "), 60), Right: q.env.When(draft.SavedAt)})
	}
	d.choose = func(q *Queue, key string) tea.Cmd { return q.resume(key) }
	q.open(d)
	return nil
}

// resume opens the dialog that a draft belongs to.
func (q *Queue) resume(key string) tea.Cmd {
	kind, about, _ := strings.Cut(strings.TrimPrefix(key, draftPrefix), "/")
	switch kind {
	case "line":
		return q.openIntake(about, "")
	case "new":
		return q.startForm(&intake{at: -1, slot: about})
	}
	id, err := model.ParseID(about)
	if err != nil {
		return q.throwAway(key)
	}
	if kind == "resident" {
		return q.openResident(id, model.RequestRow{}, func(q *Queue, p *residentPage) tea.Cmd { return p.alter(q) })
	}
	return q.look(model.RequestRow{ID: id}, func(q *Queue, f file) tea.Cmd {
		row := f.request.Row()
		q.shown = &f
		cmd := q.goTo(f.request, -1)
		var open tea.Cmd
		switch kind {
		case "memo":
			open = q.startMemo(row)
		case "contact":
			open = q.startContact(row)
		case "minutes":
			open = q.startMinutes(row)
		case "close":
			open = q.startClose(row)
		case "edit":
			open = q.startEdit(row)
		case "refer":
			open = q.newReferral(row)
		case "declined":
			open = q.startRefer(row)
		case "fact":
			open = q.startTask(row)
		case "split":
			open = q.startSplit(row)
		case "task":
			open = q.newTask(row)
		}
		return tea.Batch(cmd, open)
	})
}
