package model_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"leerbalie/model/desk"
	"leerbalie/model/journal"
	"leerbalie/model/kinds"
)

// TestEveryItemIsOfAnEntity reads the kinds of item from the source: each has a number of its own, and stands in the row of a
// kind of entity, so that a history can tell what it knows from what a newer version did.
func TestEveryItemIsOfAnEntity(t *testing.T) {
	items := itemKinds(t)
	if len(items) < 30 {
		t.Fatalf("only %d kinds of item are found", len(items))
	}
	numbers := map[journal.ItemKind]string{}
	for name, k := range items {
		if other := numbers[k]; other != "" {
			t.Errorf("%s and %s have one number", name, other)
		}
		numbers[k] = name
		if !slices.ContainsFunc(kinds.All().All(), func(of journal.Kind) bool { return kinds.All().Item(of, k) }) {
			t.Errorf("%s is known on no kind of entity", name)
		}
	}
	if kinds.All().Item(desk.KindRequest, 999) || kinds.All().Item(99, journal.ItemSet) {
		t.Error("what nobody knows counts as known")
	}
}

// itemKinds are the constants of the type ItemKind below this folder, by name.
func itemKinds(t *testing.T) map[string]journal.ItemKind {
	t.Helper()
	out := map[string]journal.ItemKind{}
	must(t, fs.WalkDir(os.DirFS("."), ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return err
		}
		file, err := parser.ParseFile(token.NewFileSet(), path, nil, 0)
		if err != nil {
			return err
		}
		ast.Inspect(file, func(n ast.Node) bool {
			spec, ok := n.(*ast.ValueSpec)
			if !ok || !named(spec.Type, "ItemKind") {
				return true
			}
			for i, name := range spec.Names {
				if i < len(spec.Values) {
					if lit, ok := spec.Values[i].(*ast.BasicLit); ok {
						n, err := strconv.Atoi(lit.Value)
						must(t, err)
						out[name.Name] = journal.ItemKind(n)
					}
				}
			}
			return true
		})
		return nil
	}))
	return out
}

// named tells whether a type is called so, in this package or another.
func named(e ast.Expr, name string) bool {
	switch e := e.(type) {
	case *ast.Ident:
		return e.Name == name
	case *ast.SelectorExpr:
		return e.Sel.Name == name
	}
	return false
}
