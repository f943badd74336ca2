package model_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"leerbalie/model"
	"leerbalie/model/journal"
	"leerbalie/model/kinds"
	"leerbalie/model/modeltest"
)

// TestEverythingIsEverything: the history that stands for all actions has each kind of change, and does each action.
// The journals that later versions are held to are made from it, so it must not fall behind.
func TestEverythingIsEverything(t *testing.T) {
	s := empty()
	me, err := model.Found(t.Context(), s, model.Founding{Site: "Zuidwest", Code: "ZW", Me: "Sam"})
	must(t, err)
	session, err := model.Enter(t.Context(), s, me)
	must(t, err)
	must(t, modeltest.Everything(t.Context(), session, time.Now()))
	seen := map[journal.ItemKind]bool{}
	for _, c := range s.Journal() {
		must(t, c.Validate(kinds.All()))
		seen[c.Item] = true
	}
	kinds, actions := declared(t)
	if len(kinds) < 18 || len(actions) < 25 {
		t.Fatalf("the source was not read: %v %v", kinds, actions)
	}
	delete(kinds, "ItemStays") // which only an erasure of what was written by an older version makes
	for name, k := range kinds {
		if !seen[k] {
			t.Errorf("modeltest.Everything makes no %s: let it do the action that does", name)
		}
	}
	var source []byte
	files, err := filepath.Glob("modeltest/*.go")
	must(t, err)
	for _, name := range files {
		part, err := os.ReadFile(name)
		must(t, err)
		source = append(source, part...)
	}
	for _, a := range actions {
		if a == "ClockIsRight" { // takes a clock that is far ahead
			continue
		}
		if a != "Settle" && !strings.Contains(string(source), "."+a+"{") { // settling takes two replicas
			t.Errorf("modeltest.Everything does no %s", a)
		}
	}
}

// sources are the files of the domain, those of its rooms among them, without tests.
func sources(t *testing.T) (out []*ast.File) {
	t.Helper()
	must(t, filepath.WalkDir(".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return err
		}
		file, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.SkipObjectResolution)
		out = append(out, file)
		return err
	}))
	return out
}

// declared reads from the source which kinds of item some action adds, and which exported actions there are.
func declared(t *testing.T) (kinds map[string]journal.ItemKind, actions []string) {
	t.Helper()
	kinds = map[string]journal.ItemKind{}
	added := map[string]bool{}
	for _, file := range sources(t) {
		ast.Inspect(file, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.ValueSpec:
				if n.Type != nil && strings.HasSuffix(types.ExprString(n.Type), "ItemKind") {
					number, err := strconv.Atoi(n.Values[0].(*ast.BasicLit).Value)
					must(t, err)
					kinds[n.Names[0].Name] = journal.ItemKind(number)
				}
			case *ast.CallExpr:
				if len(n.Args) == 4 || len(n.Args) == 5 { // with who does it, or where, before the item and its fields
					item := types.ExprString(n.Args[len(n.Args)-2])
					added[item[strings.LastIndex(item, ".")+1:]] = true
				}
			case *ast.FuncDecl:
				if n.Name.Name == "Do" && n.Recv != nil && len(n.Type.Params.List) == 1 && strings.HasSuffix(types.ExprString(n.Type.Params.List[0].Type), "Doing") {
					if on, ok := n.Recv.List[0].Type.(*ast.Ident); ok && ast.IsExported(on.Name) {
						actions = append(actions, on.Name)
					}
				}
			}
			return true
		})
	}
	maps.DeleteFunc(kinds, func(name string, _ journal.ItemKind) bool { return !added[name] })
	return kinds, actions
}
