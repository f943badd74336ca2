package queue

import (
	"strconv"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model"
	"leerbalie/ui/widget"
	"leerbalie/ui/widget/cell"
)

// fieldWord gives the name of a field.
func (q *Queue) fieldWord(f model.Field) string {
	id := map[model.Field]string{
		model.RequestSummary: "field.summary", model.RequestUrgency: "field.urgency", model.RequestSupervision: "field.supervision",
		model.RequestChannel: "field.channel", model.RequestTheme: "field.theme", model.RequestLifeDomain: "field.life-domain",
		model.RequestResident: "field.resident", model.RequestAsker: "field.asker", model.RequestAgeBand: "field.age-band",
		model.RequestLanguage: "field.language", model.RequestNeighbourhood: "field.neighbourhood", model.RequestCreated: "field.created",
		model.RequestNumber: "field.number", model.RequestSource: "field.source", model.FieldArchived: "field.archived",
		model.RequestFollowUp: "field.follow-up",
	}[f]
	if id == "" {
		id = "field.other"
	}
	return q.env.Words.Say(id)
}

// fieldText gives a field's value in words.
func (q *Queue) fieldText(f model.Field, v model.Value) string {
	w := q.env.Words
	if v.IsNone() {
		return theDash
	}
	switch f {
	case model.RequestUrgency:
		return w.Name(q.env.Site.UrgencyCodes(), v.Text())
	case model.RequestSupervision:
		return w.Code("supervision", v.Text())
	case model.RequestChannel:
		return w.Code("channel", v.Text())
	case model.RequestTheme:
		return q.themeLabel(v.Text())
	case model.RequestLifeDomain:
		return w.Code("life-domain", v.Text())
	case model.RequestAsker:
		return w.Code("asker", v.Text())
	case model.RequestAgeBand:
		return w.Code("age-band", v.Text())
	case model.RequestLanguage:
		return languageName(w, v.Text())
	case model.RequestCreated, model.RequestFollowUp:
		return q.env.When(time.UnixMilli(v.Int()))
	case model.RequestResident:
		if q.shown != nil && q.shown.request.Resident == v.ID() && q.shown.resident != "" {
			return q.shown.resident
		}
		return w.Say("resident.another")
	}
	if v.Kind() == model.IntValue {
		return strconv.FormatInt(v.Int(), 10)
	}
	return cell.Safe(v.Text(), 200)
}

const theDash = "–"

// shownValue is the value that a request shows for a field.
func shownValue(r *model.Request, f model.Field) model.Value {
	switch f {
	case model.RequestSummary:
		return model.Text(r.Summary)
	case model.RequestUrgency:
		return model.Text(string(r.Urgency))
	case model.RequestSupervision:
		return model.Text(string(r.Supervision))
	case model.RequestChannel:
		return model.Text(r.Channel)
	case model.RequestTheme:
		return model.Text(r.Theme)
	case model.RequestLifeDomain:
		return model.Text(r.LifeDomain)
	case model.RequestResident:
		return model.Ref(r.Resident)
	case model.RequestAsker:
		return model.Text(r.Asker)
	case model.RequestAgeBand:
		return model.Text(r.AgeBand)
	case model.RequestLanguage:
		return model.Text(r.Language)
	case model.RequestNeighbourhood:
		return model.Text(r.Neighbourhood)
	case model.RequestFollowUp:
		if r.FollowUp.IsZero() {
			return model.Value{}
		}
		return model.Int(r.FollowUp.UnixMilli())
	case model.FieldArchived:
		return model.Bool(r.Archived)
	}
	return model.Value{}
}

// startSettle lets somebody decide between what two people did apart from each other.
func startSettle(q *Queue, f file) tea.Cmd {
	r, w := f.request, q.env.Words
	if !r.Contested() {
		return nil
	}
	d := &choice{picker: widget.Picker{Title: w.Say("settle.title", "number", r.Number), Empty: w.Say("pick.none"), Hint: w.Say("pick.hint")}}
	var acts []model.Action
	add := func(label, right string, a model.Action) {
		d.picker.Choices = append(d.picker.Choices, widget.Choice{ID: strconv.Itoa(len(acts)), Label: label, Right: right})
		acts = append(acts, a)
	}
	if len(r.Claims) > 1 {
		for _, c := range r.Claims {
			add(w.Say("settle.holder", "who", q.names(c.For)), q.env.When(c.At), model.ClaimRequest{ID: r.ID, For: c.For, Over: true})
		}
	}
	if len(r.Closings) > 1 {
		for _, c := range r.Closings {
			add(w.Say("settle.closing", "who", q.name(c.By), "outcome", q.outcomeWord(c.Outcome)), q.env.When(c.At), nil)
		}
	}
	done := map[model.Field]bool{}
	for _, s := range r.Siblings {
		if !done[s.Field] {
			done[s.Field] = true
			v := shownValue(&r, s.Field)
			add(w.Say("settle.field", "field", q.fieldWord(s.Field), "value", q.fieldText(s.Field, v)), w.Say("settle.shown"), model.Settle{ID: r.ID, Field: s.Field, Value: v})
		}
		add(w.Say("settle.field", "field", q.fieldWord(s.Field), "value", q.fieldText(s.Field, s.Value)), q.name(s.By)+" "+q.env.When(s.At), model.Settle{ID: r.ID, Field: s.Field, Value: s.Value})
	}
	d.choose = func(q *Queue, id string) tea.Cmd {
		i, err := strconv.Atoi(id)
		if err != nil {
			return nil
		}
		if acts[i] != nil {
			return q.do(nil, nil, acts[i])
		}
		var keep model.Closing
		n := 0
		for j := range acts[:i] {
			if acts[j] == nil {
				n++
			}
		}
		keep = r.Closings[n]
		return q.do(nil, nil, model.ReopenRequest{ID: r.ID}, model.CloseRequest{ID: r.ID, Outcome: keep.Outcome, Tags: keep.Tags})
	}
	q.open(d)
	return nil
}
