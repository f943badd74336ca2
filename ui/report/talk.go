package report

import (
	"strings"

	"leerbalie/model/journal"
	"leerbalie/model/learning"
	"leerbalie/ui/widget/cell"
)

// Talk is what was said about a piece of evidence, a line each: who, as what, when, and the words; what me has not read yet is marked.
func (m Maker) Talk(e *learning.Evidence, me journal.ID) (out []string) {
	unread := map[journal.ID]bool{}
	if !me.IsZero() {
		for _, l := range e.New(me) {
			unread[l.ID] = true
		}
	}
	for _, l := range e.Talk {
		out = append(out, m.LineHead(&l, unread[l.ID])+": "+strings.Join(strings.Fields(l.Text), " "))
	}
	return out
}

// LineHead is who said a line, as what and when, and what else there is to know of it.
func (m Maker) LineHead(l *learning.Line, unread bool) string {
	out := m.day(l.At.In(m.Zone)) + " " + m.name(l.By) + " (" + m.Words.Say("by."+string(l.As)) + ")"
	for _, x := range []struct {
		is bool
		id string
	}{{len(l.Earlier) > 0, "talk.corrected"}, {l.Shared, "talk.shared"}, {unread, "talk.new"}} {
		if x.is {
			out += " · " + m.Words.Say(x.id)
		}
	}
	return out
}

// Attachments are the files with a piece of evidence, a line each, with whether one has changed since where that can be seen.
func (m Maker) Attachments(e *learning.Evidence, changed func(learning.Attached) *bool) (out []string) {
	for _, a := range e.Attached {
		out = append(out, m.Attachment(a, changed))
	}
	return out
}

// Attachment is one file with a piece of evidence.
func (m Maker) Attachment(a learning.Attached, changed func(learning.Attached) *bool) string {
	if a.Hash == "" {
		return m.Words.Say("attached.erased")
	}
	id := "attached.reference"
	if a.Kept {
		id = "attached.kept"
	}
	out := m.Words.Say(id, "name", a.Name, "size", cell.Size(a.Size), "day", m.day(a.Dated.In(m.Zone)), "by", m.name(a.By), "path", a.Path)
	if changed != nil {
		if is := changed(a); is != nil && *is && a.Kept {
			out += " · " + m.Words.Say("attached.kept-changed")
		} else if is != nil && *is {
			out += " · " + m.Words.Say("attached.changed")
		}
	}
	return out
}
