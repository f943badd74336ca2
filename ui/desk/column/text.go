package column

import (
	"strconv"

	"leerbalie/model/desk"
	"leerbalie/ui/desk/wording"
	"leerbalie/ui/theme"
)

// Text is what stands in a column of a row, "" for nothing.
func Text(name string, r *desk.RequestRow, w *wording.Wording) string {
	words := w.Env.Words
	closed := r.Status == desk.StatusClosed
	switch name {
	case Number:
		return r.Number
	case Wait:
		if closed {
			return theme.DoneSign
		}
		return w.Wait(r.Created)
	case Urgency:
		if closed {
			return words.Say("status.closed.short")
		}
		return w.Urgency(r.Urgency)
	case Summary:
		if r.Summary == "" {
			return words.Say("request.erased")
		}
		return r.Summary
	case Status:
		return words.Say("status." + string(r.Status))
	case Theme:
		return w.Theme(r.Theme)
	case LifeDomain:
		return words.Code("life-domain", r.LifeDomain)
	case Channel:
		return words.Code("channel", r.Channel)
	case Language:
		if r.Language == "" {
			return ""
		}
		return words.Language(r.Language)
	case Resident:
		return r.ResidentName
	case When:
		return w.Env.When(r.Due)
	case Created:
		return w.Env.When(r.Created)
	case Closed:
		return w.Env.When(r.ClosedAt)
	case Outcome:
		return w.Outcome(r.Outcome)
	case Minutes:
		if r.Minutes == 0 {
			return ""
		}
		return strconv.Itoa(r.Minutes)
	}
	switch {
	case len(r.HolderNames) > 0:
		return w.Holders(r)
	case r.Status == desk.StatusParked:
		return words.Say("status.parked.short")
	}
	return ""
}
