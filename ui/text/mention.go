package text

import "strings"

// Mention says where somebody is named: what it stands on, its number, in which field, and whether that was replaced since. The first
// and the last but one are codes, as mention.Mention has them.
func (w Words) Mention(kind, number, field string, earlier bool) string {
	said := w.Or("place."+kind, kind)
	if number != "" {
		said = number
	}
	if at := w.Or("place.at."+field, ""); at != "" {
		said += ", " + at
	}
	if earlier {
		said += " (" + w.Say("place.earlier") + ")"
	}
	return strings.TrimSpace(said)
}
