package detail

import (
	"slices"
	"strconv"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/model/journal"
	"leerbalie/ui/dialog"
	"leerbalie/ui/widget"
	"leerbalie/ui/widget/cell"
)

// event tells one line of a request's history: "" only for what belongs to its coming in, which a line tells already.
func (d *Detail) event(r *Request, e model.Event) string {
	if r.Own != nil { // what counts elsewhere was done here
		own := *r
		own.Request = *r.Own
		own.Merged = r.Merged
		r = &own
	}
	said := d.happened(r, e)
	if number := r.From[e.Stamp]; number != "" && said != "" {
		return d.Env.Words.Say("event.from", "number", number, "what", said)
	}
	return said
}

func (d *Detail) happened(r *Request, e model.Event) string {
	w := d.Env.Words
	by := d.ShortName(e.By)
	if e.Erased {
		return w.Say("event.erased", "who", by)
	}
	if e.Unknown {
		return w.Say("event.unknown", "who", by)
	}
	switch e.Item {
	case journal.ItemSet:
		return d.setEvent(r, e)
	case desk.ItemClaim:
		for _, c := range r.Claims {
			if c.Stamp == e.Stamp && (len(c.For) != 1 || c.For[0] != e.By) {
				if slices.Contains(c.For, e.By) {
					return w.Say("event.claimed-for", "who", by, "for", d.Names(c.For))
				}
				return w.Say("event.assigned", "who", by, "for", d.Names(c.For))
			}
		}
		return w.Say("event.claim", "who", by)
	case desk.ItemTick:
		for _, t := range r.Ticks {
			if t.Stamp == e.Stamp {
				return w.Say("event.a-tick", "who", by, "step", t.Step)
			}
		}
	case desk.ItemMemo:
		for _, m := range r.Memos {
			if m.Stamp == e.Stamp {
				return w.Say("event.memo", "who", by, "text", m.Text)
			}
		}
	case desk.ItemContact:
		for _, c := range r.Contacts {
			if c.Stamp == e.Stamp {
				return w.Say("event.contact", "who", by, "text", c.Text)
			}
		}
	case desk.ItemTime:
		for _, t := range r.Times {
			if t.Stamp == e.Stamp {
				return w.Count("event.time", t.Minutes, "who", d.ShortName(t.Person))
			}
		}
	case desk.ItemTask:
		for _, t := range r.Tasks {
			if t.Stamp == e.Stamp {
				return w.Say("event.task", "who", by, "text", t.What)
			}
		}
	case desk.ItemTaskDone:
		for _, t := range r.Tasks {
			if t.Done != nil && t.Done.Stamp == e.Stamp {
				return w.Say("event.task-done", "who", by, "what", t.What, "fact", t.Fact)
			}
		}
	case desk.ItemInform:
		for _, m := range r.Messages {
			if m.Stamp == e.Stamp {
				return d.message(m)
			}
		}
	case desk.ItemReferral:
		for _, t := range r.Referrals {
			if t.Stamp == e.Stamp {
				return w.Say("event.referral", "who", by, "to", t.To)
			}
		}
	case desk.ItemReferralState:
		for _, t := range r.Referrals {
			if t.Since.Stamp == e.Stamp {
				return strings.TrimSpace(w.Say("event.referral-state", "who", by, "to", t.To, "state", w.Say("referral."+string(t.State))) + " " + t.Reason)
			}
		}
	case desk.ItemMerge:
		if m := r.Merged; m != nil && m.Stamp == e.Stamp && m.On != "" {
			return w.Say("event.merged-into", "who", by, "number", m.On)
		}
	case desk.ItemJoined:
		if o := r.JoinedAs(desk.JoinedFrom(e.Fields)); o != nil {
			return w.Say("event.joined-in", "who", by, "number", o.Number)
		}
	case desk.ItemAway:
		why, back := desk.WhyAway(e.Fields)
		if back {
			return w.Say("event.put-back", "who", by)
		}
		return w.Say("event.away", "who", by, "why", why)
	case desk.ItemClose:
		for _, c := range r.Closings {
			if c.Stamp == e.Stamp {
				return w.Say("event.close", "who", by, "outcome", d.Ended(c))
			}
		}
	}
	return w.Say(eventWord(e.Item), "who", by)
}

// message tells of a message to a colleague, with its words where there are any; that it was seen is a line of its own.
func (d *Detail) message(m desk.Message) string {
	id := "event.inform"
	if m.Text == "" {
		id = "event.inform-bare"
	}
	said := d.Env.Words.Say(id, "who", d.ShortName(m.By), "to", d.ShortName(m.To), "text", m.Text)
	if m.Waits() {
		return d.Env.Words.Say("event.inform-waits", "what", said)
	}
	return said
}

// eventWord is the sentence for an item of which no more is known than that it was made.
func eventWord(k journal.ItemKind) string {
	switch k {
	case journal.ItemRetract:
		return "event.retract"
	case desk.ItemRelease:
		return "event.release"
	case desk.ItemPark:
		return "event.park"
	case desk.ItemRecall:
		return "event.recall"
	case desk.ItemMemo:
		return "event.a-memo"
	case desk.ItemTime:
		return "event.a-time"
	case desk.ItemClose:
		return "event.a-close"
	case desk.ItemReopen:
		return "event.reopen"
	case desk.ItemContact:
		return "event.a-contact"
	case desk.ItemTask, desk.ItemTaskDone:
		return "event.a-task"
	case desk.ItemTaskMove:
		return "event.a-task-move"
	case desk.ItemReferral, desk.ItemReferralState:
		return "event.a-referral"
	case desk.ItemInform:
		return "event.a-message"
	case desk.ItemSeen:
		return "event.seen"
	case desk.ItemNoted:
		return "event.noted"
	case desk.ItemDetails:
		return "event.details"
	case desk.ItemMerge:
		return "event.merge"
	case desk.ItemJoined:
		return "event.joined"
	case desk.ItemLetGo:
		return "event.let-go"
	case desk.ItemTick:
		return "event.tick"
	case desk.ItemUntick:
		return "event.untick"
	case journal.ItemErase:
		return "event.erase"
	case journal.ItemVouch:
		return "event.vouch"
	}
	return "event.unknown"
}

// setEvent tells which fields were written; the first writing is the coming in.
func (d *Detail) setEvent(r *Request, e model.Event) string {
	w, by := d.Env.Words, d.ShortName(e.By)
	var changed []string
	for _, fv := range e.Fields {
		switch fv.Field {
		case desk.RequestNumber, desk.RequestCreated:
			return w.Say("event.in", "who", by)
		case journal.FieldArchived:
			if away(r, e) {
				return "" // a line of its own tells it, with the reason
			}
			if fv.Value.Bool() {
				return w.Say("event.archived", "who", by)
			}
			return w.Say("event.restored", "who", by)
		}
		changed = append(changed, d.FieldName(fv.Field)+": "+d.FieldValue(r, fv.Field, fv.Value))
	}
	if len(changed) == 0 {
		return w.Say("event.unknown", "who", by)
	}
	if len(r.History) > 1 && e.Stamp.Time.Millis() == r.History[0].Stamp.Time.Millis() && e.By == r.History[0].By && first(r, e) {
		return ""
	}
	return w.Say("event.edit", "who", by, "fields", strings.Join(changed, "; "))
}

// away tells whether a request was put away, or back, by somebody who said so.
func away(r *Request, e model.Event) bool {
	return slices.ContainsFunc(r.History, func(o model.Event) bool {
		return o.Item == desk.ItemAway && o.By == e.By && o.At.Equal(e.At) && o.Undone == e.Undone
	})
}

// first reports whether a writing belongs to the coming in: personal fields are written apart from the others.
func first(r *Request, e model.Event) bool {
	for i, other := range r.History {
		if other.Stamp == e.Stamp {
			return i < 3
		}
	}
	return false
}

// History shows everything that was ever done about a request, with what was taken back.
func (d *Detail) History(r Request) tea.Cmd {
	w := d.Env.Words
	list := &dialog.Choice{Picker: widget.Picker{Title: w.Say("history.title", "number", r.Number), Empty: w.Say("pick.none"), Hint: w.Say("history.hint")}}
	for i := len(r.History) - 1; i >= 0; i-- {
		e := r.History[i]
		text := d.event(&r, e)
		if text == "" {
			continue
		}
		if e.Undone {
			text = w.Say("event.undone", "what", text)
		}
		if !e.Clock.IsZero() {
			text = w.Say("event.clock", "what", text, "clock", d.Env.Day(e.Clock))
		}
		list.Picker.Choices = append(list.Picker.Choices, widget.Choice{ID: strconv.Itoa(i), Label: cell.Fit(d.Env.When(e.At), 13) + cell.Safe(text, 200)})
	}
	return d.Host.Show(list)
}
