package keys

import "strings"

// Group is keys that belong together on a cheat sheet, in the words of a language.
type Group struct {
	Title string
	Lines []Line
}

// Line is a key, or several that do the same, and what they do.
type Line struct {
	ID   ID // "" for the digits that open a screen
	Keys []string
	Does string
}

// Markdown writes a cheat sheet: a heading and a table for each group.
func Markdown(title, note, key, does string, groups []Group) string {
	var b strings.Builder
	b.WriteString("# " + title + "\n\n" + note + "\n")
	for _, g := range groups {
		b.WriteString("\n## " + g.Title + "\n\n| " + key + " | " + does + " |\n|---|---|\n")
		for _, l := range g.Lines {
			shown := make([]string, len(l.Keys))
			for i, k := range l.Keys {
				shown[i] = "`" + k + "`"
			}
			b.WriteString("| " + strings.Join(shown, " ") + " | " + strings.ReplaceAll(l.Does, "|", `\|`) + " |\n")
		}
	}
	return strings.TrimRight(b.String(), "\n")
}
