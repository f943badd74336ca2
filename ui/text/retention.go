package text

import (
	"strings"

	"leerbalie/model"
	"leerbalie/model/retention"
)

// RetentionOf says what a term of keeping is for.
func (w Words) RetentionOf(site model.Site, of string) string {
	if theme, ok := strings.CutPrefix(of, retention.OfTheme); ok {
		return w.Say("retention.of.theme", "theme", w.Label(site.Theme(theme)))
	}
	return w.Say("retention.of." + of)
}

// Months says for how long something is kept.
func (w Words) Months(n int) string {
	switch {
	case n == retention.Never:
		return w.Say("retention.never")
	case n == 0:
		return w.Say("retention.at-once")
	case n%12 == 0:
		return w.Count("retention.years", n/12)
	}
	return w.Count("retention.months", n)
}
