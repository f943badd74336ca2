package main

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
)

// switchName is the variable of the environment that says which fault is on.
const switchName = "MUTANT"

// switches is the file that each broken package gets.
const switches = `package %s

import "os"

var mutantOn = os.Getenv("` + switchName + `")

func orMutant[T any](no string, broken, whole T) T {
	if mutantOn == no {
		return broken
	}
	return whole
}
`

// edit puts a text at a place of a file, instead of what stands up to another.
type edit struct {
	from, to int
	text     string
}

// splice writes the tree with every fault in it, each behind its switch, and gives the overlay for the go command. A broken
// function stands as a closure at the head of the whole one, so that what its fault no longer needs is still asked for.
func splice(src *source, list []mutant, places []place, dir string) (overlay string, err error) {
	edits := map[*file][]edit{}
	values := map[*file]map[int]int{} // the edit of each value that may have several faults
	for i, p := range places {
		f := p.file
		root := p.root()
		from, to := f.at.Offset(root.Pos()), f.at.Offset(root.End())
		broken := p.broken(list[i].to)
		no := strconv.Quote(strconv.Itoa(i))
		at := fmt.Sprintf("\n//line the fault \"%s\":1\n", list[i].name)
		back := fmt.Sprintf("\n//line %s:%d\n", f.path, f.at.Line(root.Pos()))
		if p.decl == nil {
			if values[f] == nil {
				values[f] = map[int]int{}
			}
			whole := string(f.text[from:to])
			if k, ok := values[f][from]; ok {
				whole = edits[f][k].text
			} else {
				values[f][from] = len(edits[f])
				edits[f] = append(edits[f], edit{from, to, ""})
			}
			edits[f][values[f][from]].text = "orMutant(" + no + ", " + broken + ", " + whole + ")"
			continue
		}
		results := ""
		if r := p.decl.Type.Results; r != nil {
			results = f.slice(r.Pos(), r.End())
		}
		body := "{" + at + broken[1:]
		call := "return func() " + results + " " + body + "()"
		if results == "" {
			call = "func() " + body + "()\nreturn"
		}
		edits[f] = append(edits[f], edit{from + 1, from + 1, "\nif mutantOn == " + no + " {\n" + call + "\n}" + back})
	}
	replace := map[string]string{}
	put := func(path string, text []byte) error {
		whole, err := filepath.Abs(path)
		if err != nil {
			return err
		}
		broken := filepath.Join(dir, strconv.Itoa(len(replace))+".go")
		replace[whole] = broken
		return os.WriteFile(broken, text, 0o600)
	}
	seen := map[string]bool{}
	for f, list := range edits {
		if err := put(f.path, apply(f.text, list)); err != nil {
			return "", err
		}
		if !seen[f.dir()] {
			seen[f.dir()] = true
			if err := put(f.dir()+"/mutant_switch.go", fmt.Appendf(nil, switches, f.ast.Name.Name)); err != nil {
				return "", err
			}
		}
	}
	text, err := json.Marshal(map[string]map[string]string{"Replace": replace})
	if err != nil {
		return "", err
	}
	overlay = filepath.Join(dir, "overlay.json")
	return overlay, os.WriteFile(overlay, text, 0o600)
}

// broken is what is altered, as text with the fault in it.
func (p place) broken(to string) string {
	f := p.file
	to = hole.ReplaceAllStringFunc(to, func(s string) string {
		held := p.found.holes[strings.TrimLeft(s, "$*")]
		return f.slice(held.from, held.to)
	})
	root := p.root()
	behind := f.slice(p.found.to, root.End())
	if strings.TrimSpace(to) == "" { // the comma behind an element that goes, goes
		behind = strings.TrimPrefix(behind, ",")
	}
	return f.slice(root.Pos(), p.found.from) + to + behind
}

// apply makes all edits of a text; those at one place stay in their order.
func apply(text []byte, list []edit) []byte {
	slices.SortStableFunc(list, func(a, b edit) int { return a.from - b.from })
	var out []byte
	at := 0
	for _, e := range list {
		out = append(append(out, text[at:e.from]...), e.text...)
		at = e.to
	}
	return append(out, text[at:]...)
}
