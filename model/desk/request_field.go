package desk

import (
	"sync"
	"time"

	"leerbalie/model"
	"leerbalie/model/journal"
)

// RequestField is a row of the table of a request's fields. What a closing tells has a table of its own, ClosingFields.
type RequestField struct {
	model.Field[Request]
	Listed *RowField // how lists hold it; nil: no list does
	Edited bool      // people can alter it
	Split  bool      // a request that is split off takes it along
}

// RequestFields is the table of a request's fields, in the order in which scripts and files have them. It is made once and
// never altered.
func RequestFields() []RequestField { return requestFields() }

var requestFields = sync.OnceValue(func() []RequestField {
	return []RequestField{
		{Field: model.TextField(RequestDetails, "details", func(r *Request) *string { return &r.Details }), Edited: true},
		{Field: model.TextField(RequestSummary, "summary", func(r *Request) *string { return &r.Summary }).AboutPerson(), Edited: true,
			Listed: inRow(func(r *RequestRow) *string { return &r.Summary })},
		{Field: model.CodeField(RequestUrgency, "urgency", model.Site.UrgencyCodes, func(r *Request) *model.Urgency { return &r.Urgency }),
			Edited: true, Split: true, Listed: inRow(func(r *RequestRow) *model.Urgency { return &r.Urgency })},
		{Field: model.CodeField(RequestSupervision, "supervision", model.Everywhere(model.Supervisions),
			func(r *Request) *model.Supervision { return &r.Supervision }),
			Edited: true, Split: true, Listed: inRow(func(r *RequestRow) *model.Supervision { return &r.Supervision })},
		{Field: model.CodeField(RequestChannel, "channel", model.Everywhere(model.Channels), func(r *Request) *string { return &r.Channel }).OrAsWritten(),
			Edited: true, Split: true, Listed: inRow(func(r *RequestRow) *string { return &r.Channel })},
		{Field: model.CodeField(RequestTheme, "theme", model.Site.ThemeCodes, func(r *Request) *string { return &r.Theme }).OrAsWritten(),
			Edited: true, Listed: inRow(func(r *RequestRow) *string { return &r.Theme })},
		{Field: model.CodeField(RequestLifeDomain, "life-domain", model.Everywhere(model.LifeDomains),
			func(r *Request) *string { return &r.LifeDomain }).OrAsWritten(),
			Edited: true, Listed: inRow(func(r *RequestRow) *string { return &r.LifeDomain })},
		{Field: model.LanguageField(RequestLanguage, "language", func(r *Request) *string { return &r.Language }),
			Edited: true, Split: true, Listed: inRow(func(r *RequestRow) *string { return &r.Language })},
		{Field: model.TextField(RequestNeighbourhood, "neighbourhood", func(r *Request) *string { return &r.Neighbourhood }), Edited: true, Split: true},
		{Field: model.CodeField(RequestAsker, "asker", model.Everywhere(model.Askers), func(r *Request) *string { return &r.Asker }),
			Edited: true, Split: true},
		{Field: model.CodeField(RequestAgeBand, "age-band", model.Everywhere(model.AgeBands), func(r *Request) *string { return &r.AgeBand }),
			Edited: true, Split: true},
		{Field: model.MomentField(RequestFollowUp, "follow-up", func(r *Request) *time.Time { return &r.FollowUp }), Edited: true},
		{Field: model.EntityField(RequestResident, "resident", func(r *Request) *journal.ID { return &r.Resident }).AboutPerson(), Edited: true, Split: true},
		{Field: model.EntityField(RequestAskedBy, "asked-by", func(r *Request) *journal.ID { return &r.AskedBy }).AboutPerson(), Edited: true, Split: true},
		{Field: model.TextField(RequestRelation, "relation", func(r *Request) *string { return &r.Relation }).AboutPerson(), Edited: true, Split: true},
		// What follows comes with a request and stays as it is.
		{Field: model.TextField(RequestNumber, "number", func(r *Request) *string { return &r.Number }).Identifier()},
		{Field: model.MomentField(RequestCreated, "created", func(r *Request) *time.Time { return &r.Created }), Split: true},
		{Field: model.TextField(RequestSource, "source", func(r *Request) *string { return &r.Source }).Numeral()},
		{Field: model.EntityField(RequestOrigin, "origin", func(r *Request) *journal.ID { return &r.Origin })},
	}
})

var (
	requestTable    = sync.OnceValue(func() model.Table[Request] { return tableOf(func(RequestField) bool { return true }) })
	numberedRequest = sync.OnceValue(func() model.Numbered[Request] { return requestTable().Numbered() })
	editable        = sync.OnceValue(func() model.Table[Request] { return tableOf(func(f RequestField) bool { return f.Edited }) })
)

// RequestTable is every field of a request, also those that nobody can alter.
func RequestTable() model.Table[Request] { return requestTable() }

// Editable is the fields of a request that people can alter.
func Editable() model.Table[Request] { return editable() }

func tableOf(keep func(RequestField) bool) (out model.Table[Request]) {
	for _, f := range RequestFields() {
		if keep(f) {
			out = append(out, f.Field)
		}
	}
	return out
}

// Altered gives what alters a request as a form did: in the fields that differ between what was in it and what is, so that
// a field that a colleague altered meanwhile stays.
func Altered(was, is Request) func(*Request) {
	return func(now *Request) {
		editable().Over(now, &was, &is)
		now.seen = was.seen
	}
}
