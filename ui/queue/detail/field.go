package detail

import (
	"strconv"
	"time"

	"leerbalie/model"
	"leerbalie/ui/theme"
	"leerbalie/ui/widget/cell"
)

// FieldName gives the name of a field.
func (d *Detail) FieldName(f model.Field) string {
	id := map[model.Field]string{
		model.RequestSummary: "field.summary", model.RequestUrgency: "field.urgency", model.RequestSupervision: "field.supervision",
		model.RequestChannel: "field.channel", model.RequestTheme: "field.theme", model.RequestLifeDomain: "field.life-domain",
		model.RequestResident: "field.resident", model.RequestAsker: "field.asker", model.RequestAgeBand: "field.age-band",
		model.RequestLanguage: "field.language", model.RequestNeighbourhood: "field.neighbourhood", model.RequestCreated: "field.created",
		model.RequestNumber: "field.number", model.RequestSource: "field.source", model.FieldArchived: "field.archived",
		model.RequestFollowUp: "field.follow-up", model.RequestOrigin: "field.origin",
	}[f]
	if id == "" {
		id = "field.other"
	}
	return d.Env.Words.Say(id)
}

// FieldValue gives a value of a request's field in words.
func (d *Detail) FieldValue(r *Request, f model.Field, v model.Value) string {
	w := d.Env.Words
	if v.IsNone() {
		return theme.Dash
	}
	switch f {
	case model.RequestUrgency:
		return w.Name(d.Env.Site.UrgencyCodes(), v.Text())
	case model.RequestSupervision:
		return w.Code("supervision", v.Text())
	case model.RequestChannel:
		return w.Code("channel", v.Text())
	case model.RequestTheme:
		return d.Theme(v.Text())
	case model.RequestLifeDomain:
		return w.Code("life-domain", v.Text())
	case model.RequestAsker:
		return w.Code("asker", v.Text())
	case model.RequestAgeBand:
		return w.Code("age-band", v.Text())
	case model.RequestLanguage:
		return w.Language(v.Text())
	case model.RequestCreated, model.RequestFollowUp:
		return d.Env.When(time.UnixMilli(v.Int()))
	case model.RequestResident:
		if r.Resident == v.ID() && r.ResidentName != "" {
			return r.ResidentName
		}
		return w.Say("resident.another")
	case model.RequestOrigin:
		if r.Origin == v.ID() && r.Merged == nil {
			return r.Other
		}
		return w.Say("request.another")
	}
	if v.Kind() == model.IntValue {
		return strconv.FormatInt(v.Int(), 10)
	}
	return cell.Safe(v.Text(), 200)
}

// Shown is the value that a request shows for a field.
func Shown(r *Request, f model.Field) model.Value {
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
