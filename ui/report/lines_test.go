package report

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"leerbalie/ui/theme"
	"leerbalie/ui/widget/cell"
)

// TestTablesKeepWordsWhole: whatever the window, no line is wider than it, and every word of a table can be read in one
// piece unless it is longer than a column may be.
func TestTablesKeepWordsWhole(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		width := rapid.IntRange(56, 140).Draw(t, "width")
		columns := rapid.IntRange(1, 14).Draw(t, "columns")
		word := rapid.StringMatching(`[a-zé]{1,20}`)
		line := rapid.Custom(func(t *rapid.T) string { return strings.Join(rapid.SliceOfN(word, 1, 5).Draw(t, "words"), " ") })
		table := Table{Heads: rapid.SliceOfN(line, columns, columns).Draw(t, "heads")}
		for range rapid.IntRange(0, 4).Draw(t, "rows") {
			table.Rows = append(table.Rows, rapid.SliceOfN(line, columns, columns).Draw(t, "row"))
		}
		d := Document{Title: "t", Blocks: []Block{{Table: &table}}}
		lines := d.Lines(theme.Bare(), width)
		for _, l := range lines {
			if cell.Width(l) > width {
				t.Fatalf("%q is wider than %d", l, width)
			}
		}
		said := " " + strings.Join(strings.Fields(strings.Join(lines, " ")), " ") + " "
		for _, row := range append(table.Rows, table.Heads) {
			for _, text := range row {
				for _, w := range strings.Fields(text) {
					if !strings.Contains(said, " "+w+" ") {
						t.Fatalf("%q is broken at %d:\n%s", w, width, strings.Join(lines, "\n"))
					}
				}
			}
		}
	})
}
