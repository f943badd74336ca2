package plain

import "strings"

// Some puts names one after the other, most of them at most; an ellipsis says that there are more.
func Some(names []string, most int) string {
	if len(names) > most {
		return strings.Join(names[:most], ", ") + " …"
	}
	return strings.Join(names, ", ")
}
