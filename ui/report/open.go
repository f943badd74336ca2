package report

import (
	"strings"

	"leerbalie/model/learning"
)

// Open tells how many pieces of evidence are open and for whom: "2 wait for the school, 3 wait for you"; "" for none. mine is for the
// student who reads it.
func (m Maker) Open(o learning.Open, mine bool) string {
	var out []string
	if o.School > 0 {
		out = append(out, m.Words.Count("report.open.school", o.School))
	}
	switch {
	case o.Student > 0 && mine:
		out = append(out, m.Words.Count("report.open.you", o.Student))
	case o.Student > 0:
		out = append(out, m.Words.Count("report.open.student", o.Student))
	}
	return strings.Join(out, ", ")
}

// doubtsOpen are what is open, as somebody should know who decides, or did.
func (m Maker) doubtsOpen(o learning.Open) (out []string) {
	if o.School > 0 {
		out = append(out, m.Words.Count("report.doubt.waits", o.School))
	}
	if o.Student > 0 {
		out = append(out, m.Words.Count("report.doubt.student", o.Student))
	}
	return out
}
