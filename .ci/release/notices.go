package main

import (
	"bytes"
	"context"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
)

// licence is what files with one are called; told is the heading of a README above one, where a library has no such file.
var (
	licence = regexp.MustCompile(`(?i)^(licen[cs]e|copying|notice|patents)([.-].*)?$`)
	told    = regexp.MustCompile(`(?mi)^#+ *licen[cs]e\b`)
)

// module is a library in the program, with the folders of it that are.
type module struct {
	name    string // path and version
	root    string
	folders []string
}

// notices is one text with the licences of everything that is in the program for a system, beside Leerbalie's own: who hands out the
// program has to hand out these. Errors: for a library without any.
func (b build) notices(ctx context.Context, system string) (file, error) {
	all, err := b.modules(ctx, system)
	if err != nil {
		return file{}, err
	}
	goroot, err := b.command(ctx, system, "go", "env", "GOROOT", "GOVERSION")
	if err != nil {
		return file{}, err
	}
	where, version, _ := strings.Cut(strings.TrimSpace(string(goroot)), "\n")
	where, version = strings.TrimSpace(where), strings.TrimSpace(version)
	var text bytes.Buffer
	fmt.Fprintf(&text, "Leerbalie is under the EUPL-1.2: see LICENSE. In the program are also the libraries below, each under its own licence.\n")
	for _, m := range append([]module{{"the standard library of Go, " + version, where, []string{where}}}, all...) {
		texts, err := m.licences()
		if err != nil {
			return file{}, err
		}
		fmt.Fprintf(&text, "\n%s\n%s\n", strings.Repeat("=", 80), m.name)
		for _, t := range texts {
			fmt.Fprintf(&text, "\n%s\n", bytes.TrimSpace(bytes.ReplaceAll(t, []byte("\r\n"), []byte("\n"))))
		}
	}
	return file{name: "THIRD-PARTY.txt", body: text.Bytes()}, nil
}

// modules are the libraries in the program for a system, by name.
func (b build) modules(ctx context.Context, system string) ([]module, error) {
	const form = "{{with .Module}}{{if not .Main}}{{.Path}} {{.Version}}\t{{.Dir}}\t{{$.Dir}}{{end}}{{end}}"
	out, err := b.command(ctx, system, "go", "list", "-trimpath", "-deps", "-f", form, ".")
	if err != nil {
		return nil, err
	}
	found := map[string]*module{}
	for line := range strings.Lines(string(out)) {
		parts := strings.Split(strings.TrimSpace(line), "\t")
		if len(parts) != 3 || strings.HasPrefix(parts[0], "earliest.leerbalie/") { // a part of this house: docs/decisions/0003
			continue
		}
		m := found[parts[0]]
		if m == nil {
			m = &module{name: parts[0], root: parts[1]}
			found[parts[0]] = m
		}
		m.folders = append(m.folders, parts[2])
	}
	var all []module
	for _, name := range slices.Sorted(maps.Keys(found)) {
		all = append(all, *found[name])
	}
	return all, nil
}

// licences are the texts that stand in the folders of a module that are used, and in those above them up to its root.
func (m module) licences() (texts [][]byte, err error) {
	looked := map[string]bool{}
	for _, folder := range append([]string{m.root}, m.folders...) {
		for ; !looked[folder] && strings.HasPrefix(folder, m.root); folder = filepath.Dir(folder) {
			looked[folder] = true
			entries, err := os.ReadDir(folder)
			if err != nil {
				return nil, err
			}
			for _, e := range entries {
				if e.IsDir() || !licence.MatchString(e.Name()) || strings.HasSuffix(e.Name(), ".go") {
					continue
				}
				text, err := os.ReadFile(filepath.Join(folder, e.Name()))
				if err != nil {
					return nil, err
				}
				if !slices.ContainsFunc(texts, func(t []byte) bool { return bytes.Equal(t, text) }) {
					texts = append(texts, text)
				}
			}
		}
	}
	if readme, err := os.ReadFile(filepath.Join(m.root, "README.md")); err == nil && len(texts) == 0 {
		if at := told.FindIndex(readme); at != nil {
			texts = append(texts, readme[at[0]:])
		}
	}
	if len(texts) == 0 {
		return nil, fmt.Errorf("%s has no licence that can be handed out with the program", m.name)
	}
	return texts, nil
}
