package text

import (
	"math"

	"leerbalie/model"
)

// Chance writes a chance: with three decimals, and as "< 0.001" or "< 0.000001" where that is nothing.
func (w Words) Chance(p float64) string {
	switch {
	case p >= 0.001:
		return w.Number(p, 3)
	case p >= 1e-6:
		return w.Number(p, int(math.Ceil(-math.Log10(p)))) // one digit that counts
	}
	return "< " + w.Number(1e-6, 6)
}

// ThemeName is what a theme is called at a site; "" is a request that has none.
func (w Words) ThemeName(s model.Site, theme string) string {
	if theme == "" {
		return w.Say("signals.no-theme")
	}
	return w.Label(s.Theme(theme))
}
