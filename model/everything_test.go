package model_test

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"maps"
	"os"
	"strconv"
	"strings"
	"testing"
	"time"

	"leerbalie/model"
	"leerbalie/model/modeltest"
)

// TestEverythingIsEverything: the history that stands for all actions has each kind of change, and does each action.
// The journals that later versions are held to are made from it, so it must not fall behind.
func TestEverythingIsEverything(t *testing.T) {
	s := empty()
	me, err := model.Found(t.Context(), s, model.Founding{Site: "Zuidwest", Code: "ZW", Me: "Sam"})
	must(t, err)
	v, err := model.Enter(t.Context(), s, me)
	must(t, err)
	must(t, modeltest.Everything(t.Context(), v, time.Now()))
	seen := map[model.ItemKind]bool{}
	for _, c := range s.Journal() {
		must(t, c.Validate(model.Catalogue()))
		seen[c.Item] = true
	}
	kinds, actions := declared(t)
	if len(kinds) < 18 || len(actions) < 25 {
		t.Fatalf("the source was not read: %v %v", kinds, actions)
	}
	for name, k := range kinds {
		if !seen[k] {
			t.Errorf("modeltest.Everything makes no %s: let it do the action that does", name)
		}
	}
	var source []byte
	for _, name := range []string{"everything.go", "learning.go", "pair.go"} {
		part, err := os.ReadFile("modeltest/" + name)
		must(t, err)
		source = append(source, part...)
	}
	for _, a := range actions {
		if a != "Settle" && !strings.Contains(string(source), fmt.Sprintf("model.%s{", a)) { // settling takes two replicas
			t.Errorf("modeltest.Everything does no %s", a)
		}
	}
}

// declared reads from the source which kinds of item some action adds, and which exported actions there are.
func declared(t *testing.T) (kinds map[string]model.ItemKind, actions []string) {
	t.Helper()
	kinds = map[string]model.ItemKind{}
	added := map[string]bool{}
	entries, err := os.ReadDir(".")
	must(t, err)
	for _, e := range entries {
		if !strings.HasSuffix(e.Name(), ".go") || strings.HasSuffix(e.Name(), "_test.go") {
			continue
		}
		file, err := parser.ParseFile(token.NewFileSet(), e.Name(), nil, parser.SkipObjectResolution)
		must(t, err)
		ast.Inspect(file, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.ValueSpec:
				if typ, ok := n.Type.(*ast.Ident); ok && typ.Name == "ItemKind" {
					number, err := strconv.Atoi(n.Values[0].(*ast.BasicLit).Value)
					must(t, err)
					kinds[n.Names[0].Name] = model.ItemKind(number)
				}
			case *ast.CallExpr:
				if len(n.Args) == 4 || len(n.Args) == 5 { // put(student, group, item, fields), Add(kind, id, part, item, fields)
					if item, ok := n.Args[len(n.Args)-2].(*ast.Ident); ok {
						added[item.Name] = true
					}
				}
			case *ast.FuncDecl:
				if n.Name.Name == "Do" && n.Recv != nil && len(n.Type.Params.List) == 1 {
					if on, ok := n.Recv.List[0].Type.(*ast.Ident); ok && ast.IsExported(on.Name) {
						actions = append(actions, on.Name)
					}
				}
			}
			return true
		})
	}
	maps.DeleteFunc(kinds, func(name string, _ model.ItemKind) bool { return !added[name] })
	return kinds, actions
}
