package text

import (
	"strings"

	"leerbalie/ui/widget/cell"
)

// Finding is what a person reads about something that a check found: what kind, where, a code for whoever looks into it; of what
// was altered the change that it begins with (0: not known) and when it was still whole ("": not known).
func (w Words) Finding(kind, where, detail string, sequence uint64, seen string) string {
	id := "cli.check." + kind
	switch {
	case kind == "trust":
		id = "cli.check." + detail
	case kind == "altered" && seen == "" && w.Has(id+"."+detail+".now"):
		id += "." + detail + ".now"
	case kind == "altered":
		id += "." + detail
	}
	if place, _, _ := strings.Cut(where, " "); w.Has(id + "." + place) { // which of them it is
		id += "." + place
	}
	if !w.Has(id) {
		id = "cli.check.file"
	}
	return w.Say(id, "where", cell.Safe(where, 200), "detail", cell.Safe(detail, 100), "sequence", sequence, "seen", seen)
}
