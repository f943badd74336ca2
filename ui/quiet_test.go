package ui

import (
	"go/parser"
	"go/token"
	"strings"
	"testing"
)

// TestQuietComesFirst holds what docs/decisions/0003-quiet-start.md rests on: the small package's path sorts before
// Bubble Tea's, and it imports nothing but Lip Gloss, so that it is ready as soon as Lip Gloss is.
func TestQuietComesFirst(t *testing.T) {
	if !("earliest.leerbalie/quiet" < "github.com/charmbracelet/bubbletea") {
		t.Error("the path no longer sorts first")
	}
	file, err := parser.ParseFile(token.NewFileSet(), "theme/quiet/quiet.go", nil, parser.ImportsOnly)
	if err != nil {
		t.Fatal(err)
	}
	for _, imp := range file.Imports {
		if path := strings.Trim(imp.Path.Value, `"`); path != "github.com/charmbracelet/lipgloss" {
			t.Errorf("quiet imports %s: it would be initialised later, or Bubble Tea with it", path)
		}
	}
	mine, err := parser.ParseFile(token.NewFileSet(), "doc.go", nil, parser.ImportsOnly)
	if err != nil {
		t.Fatal(err)
	}
	if len(mine.Imports) != 1 || mine.Imports[0].Path.Value != `"earliest.leerbalie/quiet"` {
		t.Error("the app no longer links the package that keeps its start quiet")
	}
}
