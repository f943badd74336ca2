package text

import (
	"strings"

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/model/directory"
	"leerbalie/model/free"
	"leerbalie/model/incoming"
	"leerbalie/model/journal"
	"leerbalie/model/meeting"
)

// BroughtKind is what something that an import brought is called: by scripts, and in import.kind.….
func BroughtKind(k journal.Kind) string {
	switch k {
	case desk.KindRequest:
		return "request"
	case model.KindPerson:
		return "person"
	case model.KindGroup:
		return "group"
	case desk.KindResident:
		return "resident"
	}
	switch k {
	case directory.KindOrganization:
		return "organization"
	case directory.KindService:
		return "service"
	case directory.KindLocation:
		return "location"
	case meeting.KindMeeting:
		return "meeting"
	case free.KindFree:
		return "free-days"
	}
	return "other"
}

// BroughtWhat is what an import held, as scripts call it and in files.what.….
func BroughtWhat(im *incoming.Import) string {
	if im.What == "" {
		return "requests"
	}
	return im.What
}

// TookBack says how much of an import was taken back.
func (w Words) TookBack(t incoming.Taken) string {
	var out []string
	for _, part := range []struct {
		what string
		n    int
	}{{"requests", t.Requests}, {"people", t.People}, {"groups", t.Groups}, {"residents", t.Residents}, {"away", t.Away}, {"other", t.Other}} {
		if part.n > 0 {
			out = append(out, w.Count("import.took."+part.what, part.n))
		}
	}
	if len(out) == 0 {
		return w.Say("import.took.nothing")
	}
	return strings.Join(out, ", ")
}

// Stays says what stays of an import and why. by is who built on it, "" where that is nobody, or nobody whose name is known.
func (w Words) Stays(l incoming.Left, by string) string {
	name := l.Name
	if name == "" {
		name = w.Say("import.kind." + BroughtKind(l.Kind))
	}
	if by == "" {
		by = w.Say("import.left.somebody")
	}
	return w.Say("import.left."+string(l.Why), "name", name, "by", by)
}
