package detail

import (
	"strconv"

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/model/journal"
	"leerbalie/ui/desk/wording"
	"leerbalie/ui/dialog"
	"leerbalie/ui/theme"
	"leerbalie/ui/widget/cell"
)

// FieldName gives the name of a field.
func (d *Detail) FieldName(f journal.Field) string {
	switch row := desk.RequestTable().On(f); {
	case f == journal.FieldArchived:
		return d.Env.Words.Say("field.archived")
	case row != nil:
		return d.Env.Words.Say("field." + row.Name)
	}
	return d.Env.Words.Say("field.other")
}

// FieldValue gives a value of a request's field in words.
func (d *Detail) FieldValue(r *Request, f journal.Field, v journal.Value) string {
	w, row := d.Env.Words, desk.RequestTable().On(f)
	switch {
	case v.IsNone():
		return theme.Dash
	case f == desk.RequestResident && r.Resident == v.ID() && r.ResidentName != "":
		return r.ResidentName
	case f == desk.RequestAskedBy && r.AskedBy == v.ID() && r.AskedByName != "":
		return r.AskedByName
	case f == desk.RequestResident, f == desk.RequestAskedBy:
		return w.Say("resident.another")
	case f == desk.RequestOrigin && r.Origin == v.ID() && r.Merged == nil:
		return r.Other
	case f == desk.RequestOrigin:
		return w.Say("request.another")
	case row != nil && row.Kind == model.OfMoment:
		return d.Env.When(journal.Moment(v.Int()))
	case row == nil && v.Kind() == journal.IntValue:
		return strconv.FormatInt(v.Int(), 10)
	case row == nil:
		return cell.Safe(v.Text(), 200)
	}
	return cell.Safe(dialog.Typed(d.Env, *row, v), 200)
}

// Ended tells how a request ended, but for the tags: the outcome, and under its name what else is known of it.
func (d *Detail) Ended(c desk.Closing) string {
	told := []string{d.Outcome(c.Outcome)}
	for _, f := range desk.ClosingTable() {
		if v := f.Get(&c); f.Name != "outcome" && f.Name != "tags" && !v.IsNone() {
			told = append(told, d.Env.Words.Say("field."+f.Name)+": "+dialog.Typed(d.Env, f, v))
		}
	}
	return wording.Facts(told...)
}

// Shown is the value that a request shows for a field.
func Shown(r *Request, f journal.Field) journal.Value {
	if row := desk.RequestTable().On(f); row != nil {
		return row.Get(&r.Request)
	}
	return journal.Bool(f == journal.FieldArchived && r.Archived)
}
