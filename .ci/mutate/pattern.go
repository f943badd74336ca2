package main

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"reflect"
	"regexp"
	"strings"
)

// A pattern is Go with holes: an expression, elements of a literal or of a call, statements, or cases of a switch. $x stands
// for any one expression, name or statement, and for the same one wherever it comes back; $*x for any number of them in a
// row; $_ and $*_ are not remembered. Code is compared as it was parsed, so that neither lines nor comments matter.
type pattern struct {
	nodes []ast.Node
}

const (
	oneHole  = "hole_one_"
	manyHole = "hole_many_"
)

var hole = regexp.MustCompile(`\$(\*?)([A-Za-z_]\w*)`)

// parsePattern reads a pattern. It fails for what is no Go.
func parsePattern(text string) (pattern, error) {
	plain := hole.ReplaceAllStringFunc(text, func(s string) string {
		m := hole.FindStringSubmatch(s)
		if m[1] != "" {
			return manyHole + m[2]
		}
		return oneHole + m[2]
	})
	if x, err := parser.ParseExpr(plain); err == nil {
		return pattern{[]ast.Node{x}}, nil
	}
	if x, err := parser.ParseExpr("T{" + plain + "}"); err == nil {
		if lit, ok := x.(*ast.CompositeLit); ok {
			return pattern{nodesOf(lit.Elts)}, nil
		}
	}
	if body, err := parseBody(plain); err == nil {
		return pattern{nodesOf(body)}, nil
	}
	body, err := parseBody("switch {\n" + plain + "\n}")
	if err != nil {
		return pattern{}, fmt.Errorf("the pattern %q is no Go: %w", text, err)
	}
	return pattern{nodesOf(body[0].(*ast.SwitchStmt).Body.List)}, nil
}

func parseBody(text string) ([]ast.Stmt, error) {
	f, err := parser.ParseFile(token.NewFileSet(), "", "package p\nfunc _() {\n"+text+"\n}", parser.SkipObjectResolution)
	if err != nil {
		return nil, err
	}
	return f.Decls[0].(*ast.FuncDecl).Body.List, nil
}

func nodesOf[N ast.Node](list []N) []ast.Node {
	out := make([]ast.Node, len(list))
	for i, n := range list {
		out[i] = n
	}
	return out
}

// found is one place where a pattern fits: from the first byte to behind the last, and what its holes stand for.
type found struct {
	from, to token.Pos
	holes    map[string]span
}

type span struct{ from, to token.Pos }

// in gives every place inside a node where the pattern fits.
func (p pattern) in(root ast.Node) []found {
	var out []found
	add := func(nodes []ast.Node) bool {
		m := &match{holes: map[string][]ast.Node{}}
		if !m.list(reflect.ValueOf(p.nodes), reflect.ValueOf(nodes)) {
			return false
		}
		f := found{from: nodes[0].Pos(), to: nodes[len(nodes)-1].End(), holes: map[string]span{}}
		for name, held := range m.holes {
			if len(held) > 0 {
				f.holes[name] = span{held[0].Pos(), held[len(held)-1].End()}
			} else {
				f.holes[name] = span{}
			}
		}
		out = append(out, f)
		return true
	}
	ast.Inspect(root, func(n ast.Node) bool {
		if n == nil {
			return false
		}
		if len(p.nodes) == 1 {
			add([]ast.Node{n})
			return true
		}
		list := listOf(n)
		for i := range list {
			for j := i + 1; j <= len(list); j++ {
				if add(list[i:j]) {
					break
				}
			}
		}
		return true
	})
	return out
}

// listOf gives what stands in a row in a node.
func listOf(n ast.Node) []ast.Node {
	switch n := n.(type) {
	case *ast.BlockStmt:
		return nodesOf(n.List)
	case *ast.CaseClause:
		return nodesOf(n.Body)
	case *ast.CommClause:
		return nodesOf(n.Body)
	case *ast.CompositeLit:
		return nodesOf(n.Elts)
	case *ast.CallExpr:
		return nodesOf(n.Args)
	}
	return nil
}

// match compares a pattern with code and remembers what its holes stand for.
type match struct {
	holes map[string][]ast.Node
}

// holeOf gives the name of the hole that a node of a pattern is.
func holeOf(n any, kind string) (string, bool) {
	if s, ok := n.(*ast.ExprStmt); ok {
		n = s.X
	}
	if id, ok := n.(*ast.Ident); ok {
		return strings.CutPrefix(id.Name, kind)
	}
	return "", false
}

func (m *match) hold(name string, nodes []ast.Node) bool {
	if name == "_" {
		return true
	}
	if was, ok := m.holes[name]; ok {
		return (&match{holes: map[string][]ast.Node{}}).list(reflect.ValueOf(was), reflect.ValueOf(nodes))
	}
	m.holes[name] = nodes
	return true
}

// list compares what stands in a row, trying for each hole of many how many it may be, few first.
func (m *match) list(p, t reflect.Value) bool {
	if p.Len() == 0 {
		return t.Len() == 0
	}
	if name, ok := holeOf(p.Index(0).Interface(), manyHole); ok {
		for n := 0; n <= t.Len(); n++ {
			try := &match{holes: map[string][]ast.Node{}}
			for k, v := range m.holes {
				try.holes[k] = v
			}
			held := make([]ast.Node, n)
			for i := range held {
				held[i] = t.Index(i).Interface().(ast.Node)
			}
			if try.hold(name, held) && try.list(p.Slice(1, p.Len()), t.Slice(n, t.Len())) {
				m.holes = try.holes
				return true
			}
		}
		return false
	}
	return t.Len() > 0 && m.same(p.Index(0), t.Index(0)) && m.list(p.Slice(1, p.Len()), t.Slice(1, t.Len()))
}

var posType = reflect.TypeFor[token.Pos]()

// same compares two parsed things; places, comments and what names were resolved to do not count.
func (m *match) same(p, t reflect.Value) bool {
	if p.Kind() == reflect.Interface {
		p = p.Elem()
	}
	if t.Kind() == reflect.Interface {
		t = t.Elem()
	}
	if !p.IsValid() || !t.IsValid() {
		return p.IsValid() == t.IsValid()
	}
	if node, ok := t.Interface().(ast.Node); ok && p.Kind() == reflect.Pointer && !p.IsNil() && !t.IsNil() {
		if name, ok := holeOf(p.Interface(), oneHole); ok {
			return m.hold(name, []ast.Node{node})
		}
	}
	if p.Type() != t.Type() {
		return false
	}
	switch p.Kind() {
	case reflect.Pointer:
		if p.IsNil() || t.IsNil() {
			return p.IsNil() == t.IsNil()
		}
		return m.same(p.Elem(), t.Elem())
	case reflect.Slice:
		return m.list(p, t)
	case reflect.Struct:
		for i := range p.NumField() {
			switch name := p.Type().Field(i).Name; {
			case name == "Obj" || name == "Doc" || name == "Comment":
			case name == "Ellipsis" && p.Field(i).Type() == posType: // f(x...) is not f(x)
				if p.Field(i).IsZero() != t.Field(i).IsZero() {
					return false
				}
			case p.Field(i).Type() == posType:
			case !m.same(p.Field(i), t.Field(i)):
				return false
			}
		}
		return true
	}
	return p.Equal(t)
}
