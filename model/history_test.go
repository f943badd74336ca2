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

	"leerbalie/model"
)

// TestEveryItemIsOfAnEntity reads the kinds of item from the source: each has a number of its own, and stands in the row of a
// kind of entity, so that a history can tell what it knows from what a newer version did.
func TestEveryItemIsOfAnEntity(t *testing.T) {
	kinds := itemKinds(t)
	if len(kinds) < 30 {
		t.Fatalf("only %d kinds of item are found", len(kinds))
	}
	numbers := map[model.ItemKind]string{}
	for name, k := range kinds {
		if other := numbers[k]; other != "" {
			t.Errorf("%s and %s have one number", name, other)
		}
		numbers[k] = name
		if !slices.ContainsFunc(model.Catalogue().All(), func(of model.Kind) bool { return model.Catalogue().Item(of, k) }) {
			t.Errorf("%s is known on no kind of entity", name)
		}
	}
	if model.Catalogue().Item(model.KindRequest, 999) || model.Catalogue().Item(99, model.ItemSet) {
		t.Error("what nobody knows counts as known")
	}
}

// itemKinds are the constants of the type ItemKind below this folder, by name.
func itemKinds(t *testing.T) map[string]model.ItemKind {
	t.Helper()
	out := map[string]model.ItemKind{}
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
						out[name.Name] = model.ItemKind(n)
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
