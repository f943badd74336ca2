package detail

import (
	"strconv"
	"time"

	"leerbalie/model/desk"
	"leerbalie/model/journal"
	"leerbalie/ui/theme"
	"leerbalie/ui/widget/cell"
)

// FieldName gives the name of a field.
func (d *Detail) FieldName(f journal.Field) string {
	id := map[journal.Field]string{
		desk.RequestSummary: "field.summary", desk.RequestUrgency: "field.urgency", desk.RequestSupervision: "field.supervision",
		desk.RequestChannel: "field.channel", desk.RequestTheme: "field.theme", desk.RequestLifeDomain: "field.life-domain",
		desk.RequestResident: "field.resident", desk.RequestAsker: "field.asker", desk.RequestAgeBand: "field.age-band",
		desk.RequestLanguage: "field.language", desk.RequestNeighbourhood: "field.neighbourhood", desk.RequestCreated: "field.created",
		desk.RequestNumber: "field.number", desk.RequestSource: "field.source", journal.FieldArchived: "field.archived",
		desk.RequestFollowUp: "field.follow-up", desk.RequestOrigin: "field.origin",
	}[f]
	if id == "" {
		id = "field.other"
	}
	return d.Env.Words.Say(id)
}

// FieldValue gives a value of a request's field in words.
func (d *Detail) FieldValue(r *Request, f journal.Field, v journal.Value) string {
	w := d.Env.Words
	if v.IsNone() {
		return theme.Dash
	}
	switch f {
	case desk.RequestUrgency:
		return w.Name(d.Env.Site.UrgencyCodes(), v.Text())
	case desk.RequestSupervision:
		return w.Code("supervision", v.Text())
	case desk.RequestChannel:
		return w.Code("channel", v.Text())
	case desk.RequestTheme:
		return d.Theme(v.Text())
	case desk.RequestLifeDomain:
		return w.Code("life-domain", v.Text())
	case desk.RequestAsker:
		return w.Code("asker", v.Text())
	case desk.RequestAgeBand:
		return w.Code("age-band", v.Text())
	case desk.RequestLanguage:
		return w.Language(v.Text())
	case desk.RequestCreated, desk.RequestFollowUp:
		return d.Env.When(time.UnixMilli(v.Int()))
	case desk.RequestResident:
		if r.Resident == v.ID() && r.ResidentName != "" {
			return r.ResidentName
		}
		return w.Say("resident.another")
	case desk.RequestOrigin:
		if r.Origin == v.ID() && r.Merged == nil {
			return r.Other
		}
		return w.Say("request.another")
	}
	if v.Kind() == journal.IntValue {
		return strconv.FormatInt(v.Int(), 10)
	}
	return cell.Safe(v.Text(), 200)
}

// Shown is the value that a request shows for a field.
func Shown(r *Request, f journal.Field) journal.Value {
	switch f {
	case desk.RequestSummary:
		return journal.Text(r.Summary)
	case desk.RequestUrgency:
		return journal.Text(string(r.Urgency))
	case desk.RequestSupervision:
		return journal.Text(string(r.Supervision))
	case desk.RequestChannel:
		return journal.Text(r.Channel)
	case desk.RequestTheme:
		return journal.Text(r.Theme)
	case desk.RequestLifeDomain:
		return journal.Text(r.LifeDomain)
	case desk.RequestResident:
		return journal.Ref(r.Resident)
	case desk.RequestAsker:
		return journal.Text(r.Asker)
	case desk.RequestAgeBand:
		return journal.Text(r.AgeBand)
	case desk.RequestLanguage:
		return journal.Text(r.Language)
	case desk.RequestNeighbourhood:
		return journal.Text(r.Neighbourhood)
	case desk.RequestFollowUp:
		if r.FollowUp.IsZero() {
			return journal.Value{}
		}
		return journal.Int(r.FollowUp.UnixMilli())
	case journal.FieldArchived:
		return journal.Bool(r.Archived)
	}
	return journal.Value{}
}
