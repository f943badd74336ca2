package theme

import "github.com/charmbracelet/lipgloss"

// palette is the colours a theme is mixed from.
type palette struct {
	faint, brand, now, today, good, info, mine, cursor lipgloss.TerminalColor
}

// Set is which colours are taken. Both are chosen to stay apart for the common kinds of colour blindness; Safe goes
// further and says nothing by a difference between red and green, or between blue and purple: it has blue, orange and
// grey only, each lighter or darker than the next.
type Set string

// The sets of colours.
const (
	Usual Set = ""
	Safe  Set = "safe"
)

// colours gives the palette of a look. Vermilion, orange, bluish green, sky blue and purple of Okabe and Ito are the usual
// set; on a light background they are darkened until they reach a contrast of 4.5 to 1.
func colours(l Look) palette {
	c := func(s string) lipgloss.TerminalColor { return lipgloss.Color(s) }
	few := l.Depth <= Colours16
	switch {
	case l.Set == Safe && few && l.Dark:
		return palette{faint: c("7"), brand: c("14"), now: c("11"), today: c("3"), good: c("14"), info: c("14"), mine: c("12"), cursor: c("8")}
	case l.Set == Safe && few:
		return palette{faint: c("8"), brand: c("4"), now: c("0"), today: c("8"), good: c("4"), info: c("4"), mine: c("4"), cursor: c("7")}
	case l.Set == Safe && l.Dark:
		return palette{
			faint: c("#9a9a9a"), brand: c("#8ecbff"), now: c("#ffd27a"), today: c("#d0801a"),
			good: c("#8ecbff"), info: c("#5aa5e6"), mine: c("#d6ecff"), cursor: c("#303a46"),
		}
	case l.Set == Safe:
		return palette{
			faint: c("#666666"), brand: c("#00488a"), now: c("#5a2c00"), today: c("#a85c00"),
			good: c("#00488a"), info: c("#1f6fb8"), mine: c("#00284d"), cursor: c("#dbe7f3"),
		}
	case few && l.Dark:
		return palette{faint: c("7"), brand: c("14"), now: c("9"), today: c("11"), good: c("10"), info: c("14"), mine: c("13"), cursor: c("8")}
	case few:
		return palette{faint: c("8"), brand: c("4"), now: c("1"), today: c("5"), good: c("2"), info: c("4"), mine: c("5"), cursor: c("7")}
	case l.Dark:
		return palette{
			faint: c("#9a9a9a"), brand: c("#56b4e9"), now: c("#ff8f5a"), today: c("#f0b429"),
			good: c("#3cc59a"), info: c("#7cc4ee"), mine: c("#dd9cc4"), cursor: c("#303a46"),
		}
	}
	return palette{
		faint: c("#666666"), brand: c("#005a9c"), now: c("#a02400"), today: c("#966300"),
		good: c("#00684c"), info: c("#00609c"), mine: c("#8e3a6c"), cursor: c("#dbe7f3"),
	}
}
