package main

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"strings"
	"testing"
	"unicode"
)

// TestNumbersOnDiskAreGivenOnce reads from the code which numbers of kinds, of kinds of item and of fields stand on disk. Two of
// the same sort never share one: what was written under it would be read as the other. Those of fields are each kind's own, with whose
// word their names begin; those within items, which stand beside each other in one file, are not exported and not looked at.
func TestNumbersOnDiskAreGivenOnce(t *testing.T) {
	given := map[string]string{} // sort and number → name
	sorts := map[string]int{}
	err := filepath.WalkDir("model", func(path string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return err
		}
		file, err := parser.ParseFile(token.NewFileSet(), path, nil, 0)
		if err != nil {
			return err
		}
		for _, d := range file.Decls {
			group, ok := d.(*ast.GenDecl)
			if !ok || group.Tok != token.CONST {
				continue
			}
			for _, s := range group.Specs {
				spec := s.(*ast.ValueSpec)
				sort := typeName(spec.Type)
				if path == filepath.Join("model", "fault", "errors.go") || sort != "Kind" && sort != "ItemKind" && sort != "Field" {
					continue
				}
				for i, name := range spec.Names {
					number, ok := spec.Values[i].(*ast.BasicLit)
					if !ok {
						t.Errorf("%s: %s is not given by a number", path, name.Name)
						continue
					}
					sorts[sort]++
					key := sort + " " + number.Value
					if sort == "Field" {
						if !name.IsExported() {
							continue
						}
						key = firstWord(name.Name) + " " + key
					}
					if other, twice := given[key]; twice {
						t.Errorf("%s: %s has the number %s of %s", path, name.Name, number.Value, other)
					}
					given[key] = name.Name
				}
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, sort := range []string{"Kind", "ItemKind", "Field"} {
		if sorts[sort] < 10 {
			t.Errorf("only %d numbers of the sort %s: this test shows nothing of them", sorts[sort], sort)
		}
	}
}

// typeName is the name of a type of the journal, however it is written.
func typeName(e ast.Expr) string {
	switch e := e.(type) {
	case *ast.Ident:
		return e.Name
	case *ast.SelectorExpr:
		return e.Sel.Name
	}
	return ""
}

// firstWord is the first word of a name: Person of PersonClock.
func firstWord(name string) string {
	for i, r := range name {
		if i > 0 && unicode.IsUpper(r) {
			return name[:i]
		}
	}
	return name
}
