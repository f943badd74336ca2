package main

import (
	"errors"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
)

// source is the tree as it was parsed.
type source struct {
	fset  *token.FileSet
	files []*file // in the order of their paths
}

type file struct {
	path string // from the root of the tree, with slashes
	text []byte
	ast  *ast.File
	at   *token.File
}

func (f *file) dir() string { return filepath.ToSlash(filepath.Dir(f.path)) }

func (f *file) isTest() bool { return strings.HasSuffix(f.path, "_test.go") }

func (f *file) slice(from, to token.Pos) string {
	if !from.IsValid() {
		return ""
	}
	return string(f.text[f.at.Offset(from):f.at.Offset(to)])
}

// read parses every Go file below a folder, but for folders that begin with a dot and testdata.
func read(root string) (*source, error) {
	src := &source{fset: token.NewFileSet()}
	err := fs.WalkDir(os.DirFS(root), ".", func(path string, d fs.DirEntry, err error) error {
		switch name := d.Name(); {
		case err != nil:
			return err
		case d.IsDir() && path != "." && (strings.HasPrefix(name, ".") || name == "testdata"):
			return fs.SkipDir
		case d.IsDir() || !strings.HasSuffix(name, ".go"):
			return nil
		}
		text, err := os.ReadFile(filepath.Join(root, path))
		if err != nil {
			return err
		}
		parsed, err := parser.ParseFile(src.fset, path, text, parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		src.files = append(src.files, &file{path, text, parsed, src.fset.File(parsed.FileStart)})
		return nil
	})
	return src, err
}

func under(path, folder string) bool {
	return folder == "." || path == folder || strings.HasPrefix(path, folder+"/")
}

// place is where a mutant alters the tree: the body of a function, or the value of a variable.
type place struct {
	file  *file
	decl  *ast.FuncDecl // nil for a variable
	value ast.Expr
	found found
}

// root is what is altered, as a node.
func (p place) root() ast.Node {
	if p.decl != nil {
		return p.decl.Body
	}
	return p.value
}

// places finds the one place of each mutant; it tells all that are gone at once.
func (src *source) places(list []mutant) ([]place, error) {
	out := make([]place, len(list))
	var gone []error
	for i, m := range list {
		var err error
		if out[i], err = src.place(m); err != nil {
			gone = append(gone, fmt.Errorf("%s: %w", m.name, err))
		}
	}
	return out, errors.Join(gone...)
}

func (src *source) place(m mutant) (place, error) {
	p, err := parsePattern(m.from)
	if err != nil {
		return place{}, err
	}
	var declared, fits []place
	for _, f := range src.files {
		if !f.isTest() && under(f.dir(), m.below) {
			declared = append(declared, f.declared(m.decl)...)
		}
	}
	for _, d := range declared {
		for _, at := range p.in(d.root()) {
			d.found = at
			fits = append(fits, d)
		}
	}
	switch {
	case len(declared) == 0:
		return place{}, fmt.Errorf("%s is not declared below %s: mend the list in .ci/mutate", m.decl, m.below)
	case len(fits) == 0:
		return place{}, fmt.Errorf("%s does not hold %s: mend the list in .ci/mutate", m.decl, m.from)
	case len(fits) > 1:
		var where []string
		for _, at := range fits {
			where = append(where, src.fset.Position(at.found.from).String())
		}
		return place{}, fmt.Errorf("%s fits in %d places, %s: mend the list in .ci/mutate", m.from, len(fits), strings.Join(where, ", "))
	}
	return fits[0], nil
}

// declared gives what a file declares under a name; that it is a method of a pointer does not count, and ".back" is a method
// of whatever type.
func (f *file) declared(name string) (out []place) {
	name = strings.NewReplacer("(", "", ")", "", "*", "").Replace(name)
	for _, d := range f.ast.Decls {
		switch d := d.(type) {
		case *ast.FuncDecl:
			full := d.Name.Name
			if d.Recv != nil && len(d.Recv.List) == 1 {
				full = receiver(d.Recv.List[0].Type) + "." + full
			}
			if (full == name || strings.HasPrefix(name, ".") && strings.HasSuffix(full, name)) && d.Body != nil {
				out = append(out, place{file: f, decl: d})
			}
		case *ast.GenDecl:
			for _, s := range d.Specs {
				v, ok := s.(*ast.ValueSpec)
				if !ok || d.Tok != token.VAR || len(v.Names) != len(v.Values) {
					continue
				}
				if i := slices.IndexFunc(v.Names, func(n *ast.Ident) bool { return n.Name == name }); i >= 0 {
					out = append(out, place{file: f, value: v.Values[i]})
				}
			}
		}
	}
	return out
}

func receiver(x ast.Expr) string {
	switch x := x.(type) {
	case *ast.StarExpr:
		return receiver(x.X)
	case *ast.IndexExpr:
		return receiver(x.X)
	case *ast.IndexListExpr:
		return receiver(x.X)
	case *ast.Ident:
		return x.Name
	}
	return ""
}

// suites finds the packages in which the tests stand.
func (src *source) suites(by tests) ([]suite, error) {
	first, _, _ := strings.Cut(by.run, "/")
	wanted, err := regexp.Compile(first)
	if err != nil {
		return nil, err
	}
	var out []suite
	for _, f := range src.files {
		if !f.isTest() || !under(f.dir(), by.below) {
			continue
		}
		for _, d := range f.ast.Decls {
			fn, ok := d.(*ast.FuncDecl)
			if !ok || fn.Recv != nil || !strings.HasPrefix(fn.Name.Name, "Test") || fn.Name.Name == "TestMain" || !wanted.MatchString(fn.Name.Name) {
				continue
			}
			if !slices.ContainsFunc(out, func(s suite) bool { return s.dir == f.dir() }) {
				out = append(out, suite{f.dir(), by.run, src.rapid(f.dir(), by.checks)})
			}
		}
	}
	if out == nil {
		return nil, fmt.Errorf("no test below %s is called %s: mend the list in .ci/mutate", by.below, by.run)
	}
	return out, nil
}

// rapid gives what tells the properties of a package to go slow on histories; nothing where there are none.
func (src *source) rapid(dir string, checks int) []string {
	for _, f := range src.files {
		if !f.isTest() || f.dir() != dir {
			continue
		}
		for _, i := range f.ast.Imports {
			if i.Path.Value == `"pgregory.net/rapid"` {
				args := []string{"-rapid.nofailfile", "-rapid.shrinktime=1ms"}
				if checks > 0 {
					args = append(args, fmt.Sprintf("-rapid.checks=%d", checks))
				}
				return args
			}
		}
	}
	return nil
}
