package theme

import "github.com/charmbracelet/lipgloss"

// palette is the colours a theme is mixed from.
type palette struct {
	faint, brand, now, today, good, info, mine, cursor lipgloss.TerminalColor
}

// colours gives the palette for a depth. Vermilion, orange, bluish green, sky blue and purple of Okabe and Ito stay apart
// for the common kinds of colour blindness; on light ground they are darkened until they reach a contrast of 4.5 to 1.
func colours(depth Depth, dark bool) palette {
	c := func(s string) lipgloss.TerminalColor { return lipgloss.Color(s) }
	switch {
	case depth <= Colours16 && dark:
		return palette{faint: c("7"), brand: c("14"), now: c("9"), today: c("11"), good: c("10"), info: c("14"), mine: c("13"), cursor: c("8")}
	case depth <= Colours16:
		return palette{faint: c("8"), brand: c("4"), now: c("1"), today: c("5"), good: c("2"), info: c("4"), mine: c("5"), cursor: c("7")}
	case dark:
		return palette{
			faint: c("#9a9a9a"), brand: c("#56b4e9"), now: c("#ff8f5a"), today: c("#f0b429"),
			good: c("#3cc59a"), info: c("#7cc4ee"), mine: c("#dd9cc4"), cursor: c("#303a46"),
		}
	}
	return palette{
		faint: c("#666666"), brand: c("#005a9c"), now: c("#b03a00"), today: c("#8a5a00"),
		good: c("#00684c"), info: c("#00609c"), mine: c("#8e3a6c"), cursor: c("#dbe7f3"),
	}
}
