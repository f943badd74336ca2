package text

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"leerbalie/model"
	"leerbalie/ui/text/en"
	"leerbalie/ui/text/language"
	"leerbalie/ui/text/nl"
)

var place = regexp.MustCompile(`\{([a-z_-]+)\}`)

func places(sentence string) []string {
	var out []string
	for _, m := range place.FindAllStringSubmatch(sentence, -1) {
		if !slices.Contains(out, m[1]) {
			out = append(out, m[1])
		}
	}
	slices.Sort(out)
	return out
}

func TestLanguagesSayTheSame(t *testing.T) {
	first := All().For("nl")
	for _, l := range All()[1:] {
		other := All().For(Lang(l.Tag))
		for id, sentence := range first.language.Said.All() {
			said, ok := other.language.Said.Find(id)
			if !ok {
				t.Errorf("%s is not said in %s", id, l.Tag)
				continue
			}
			if !slices.Equal(places(sentence), places(said)) {
				t.Errorf("%s has the places %v in %s and %v in %s", id, places(sentence), first.Lang(), places(said), l.Tag)
			}
			if strings.TrimSpace(sentence) == "" || strings.TrimSpace(said) == "" {
				t.Errorf("%s is empty", id)
			}
		}
		for id := range other.language.Said.All() {
			if !first.Has(id) {
				t.Errorf("%s is said in %s only", id, l.Tag)
			}
		}
	}
}

func TestNoSentenceStandsInTwoAreas(t *testing.T) {
	for _, l := range All() {
		seen := map[string]int{}
		for i, table := range l.Tables {
			for id := range table() {
				if j, again := seen[id]; again {
					t.Errorf("%s: %s stands in area %d and %d", l.Tag, id, j, i)
				}
				seen[id] = i
			}
		}
	}
}

// TestLanguagesHaveTheSameFiles: who looks for a sentence of one language finds it in the file of that name in another.
func TestLanguagesHaveTheSameFiles(t *testing.T) {
	ids := func(tag, path string) []string {
		file, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		var out []string
		ast.Inspect(file, func(n ast.Node) bool {
			if entry, ok := n.(*ast.KeyValueExpr); ok {
				if lit, ok := entry.Key.(*ast.BasicLit); ok {
					out = append(out, lit.Value)
				}
			}
			return true
		})
		slices.Sort(out)
		return out
	}
	first := All()[0].Tag
	within := func(tag string) (paths []string) {
		for _, pattern := range []string{"*.go", filepath.Join("*", "*.go")} {
			found, err := filepath.Glob(filepath.Join(tag, pattern))
			if err != nil {
				t.Fatal(err)
			}
			paths = append(paths, found...)
		}
		return paths
	}
	paths := within(first)
	for _, l := range All()[1:] {
		if there := within(l.Tag); len(there) != len(paths) {
			t.Errorf("%s has %d files, %s has %d", l.Tag, len(there), first, len(paths))
		}
		for _, path := range paths {
			base, _ := filepath.Rel(first, path)
			if base == first+".go" {
				base = l.Tag + ".go"
			}
			if other := filepath.Join(l.Tag, base); !slices.Equal(ids(first, path), ids(l.Tag, other)) {
				t.Errorf("%s and %s do not hold the same sentences", path, other)
			}
		}
	}
}

func TestPluralsComeInTwos(t *testing.T) {
	for id := range All().For("nl").language.Said.All() {
		for _, ends := range [][2]string{{".one", ".many"}, {".many", ".one"}} {
			if base, ok := strings.CutSuffix(id, ends[0]); ok && !All().For("nl").Has(base+ends[1]) {
				t.Errorf("%s has no %s", id, ends[1])
			}
		}
	}
}

// sources parses the Go files below folders, tests left out.
func sources(t *testing.T, folders ...string) map[string]*ast.File {
	t.Helper()
	out := map[string]*ast.File{}
	for _, folder := range folders {
		err := filepath.WalkDir(folder, func(path string, d fs.DirEntry, err error) error {
			if err != nil {
				return err
			}
			if d.IsDir() && (d.Name() == "testdata" || strings.HasPrefix(d.Name(), "_")) {
				return filepath.SkipDir
			}
			if d.IsDir() || filepath.Ext(path) != ".go" || strings.HasSuffix(path, "_test.go") {
				return nil
			}
			file, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.SkipObjectResolution)
			if err != nil {
				return err
			}
			out[path] = file
			return nil
		})
		if err != nil && !os.IsNotExist(err) {
			t.Fatal(err)
		}
	}
	return out
}

// literals gives every string that stands in the sources.
func literals(files map[string]*ast.File) map[string]bool {
	out := map[string]bool{}
	for _, file := range files {
		ast.Inspect(file, func(n ast.Node) bool {
			if lit, ok := n.(*ast.BasicLit); ok && lit.Kind == token.STRING {
				if s, err := strconv.Unquote(lit.Value); err == nil {
					out[s] = true
				}
			}
			return true
		})
	}
	return out
}

// TestEverySentenceIsUsed looks for ids that no source names. An id that is put together counts as named when its
// beginning up to a dot stands in the sources ("outcome." + code).
func TestEverySentenceIsUsed(t *testing.T) {
	listed := map[string]bool{}
	for _, list := range lists() {
		for _, c := range list {
			listed["code."+c.List+"."+c.Code] = true
		}
	}
	files := sources(t, "..", "../../main.go", "../../model", "../../store")
	for path := range files {
		if slices.ContainsFunc(strings.Split(filepath.ToSlash(filepath.Dir(path)), "/"), All().Has) {
			delete(files, path)
		}
	}
	named := literals(files)
	for id := range All().For("nl").language.Said.All() {
		base := id
		for _, end := range []string{".one", ".many", ".short"} {
			base = strings.TrimSuffix(base, end)
		}
		used := named[id] || named[base] || listed[id]
		for i := 0; i < len(id) && !used && !strings.HasPrefix(id, "code."); i++ {
			if id[i] == '.' {
				used = named[id[:i+1]]
			}
		}
		if !used {
			t.Errorf("nothing uses %s", id)
		}
	}
}

func TestLabels(t *testing.T) {
	third := en.Language()
	third.Tag, third.Codes = "qaa", func() language.Table {
		return language.Table{"code.theme.work": "[work]", "code.theme.literacy": "[reading]"}
	}
	all := Catalogue{third, nl.Language(), en.Language()}
	site := model.Site{Themes: model.Codes{
		{Code: "literacy", Labels: model.Labels{"nl": "Taal", "en": "language and reading"}}, // as the program calls it
		{Code: "work", Labels: model.Labels{"nl": "aan de slag"}},
		{Code: "garden", Labels: model.Labels{"nl": "tuin", "en": "garden", "de": "Garten"}},
		{Code: "wood", Labels: model.Labels{"de": "Wald"}},
	}}
	for _, c := range []struct{ tag, code, want string }{
		{"qaa", "literacy", "[reading]"}, {"nl", "literacy", "Taal"}, {"en", "literacy", "language and reading"},
		{"qaa", "work", "aan de slag"}, {"en", "work", "aan de slag"}, {"qaa", "garden", "garden"}, {"nl", "garden", "tuin"},
		{"nl", "wood", "Wald"}, {"nl", "neighbours", "buren en buurt"}, {"nl", "postduif", "postduif"}, {"nl", "", ""},
	} {
		if got := all.For(Lang(c.tag)).Label(site.Theme(c.code)); got != c.want {
			t.Errorf("%s in %s is %q, want %q", c.code, c.tag, got, c.want)
		}
	}
	if c, ok := all.For("qaa").Known(model.Themes()).Find("[WORK]"); !ok || c.Code != "work" {
		t.Errorf("%+v", c)
	}
	if got := all.Labels(site.Theme("literacy")); !got.Equal(model.Labels{"qaa": "[reading]", "nl": "Taal", "en": "language and reading"}) {
		t.Errorf("%v", got)
	}
	if got := all.Labels(site.Theme("work")); !got.Equal(model.Labels{"nl": "aan de slag"}) {
		t.Errorf("%v", got)
	}
}

// TestEverySayHasASentence holds the ids that sources ask for by name to the catalogue.
func TestEverySayHasASentence(t *testing.T) {
	w := All().For("nl")
	for path, file := range sources(t, "..") {
		ast.Inspect(file, func(n ast.Node) bool {
			call, ok := n.(*ast.CallExpr)
			if !ok || len(call.Args) == 0 {
				return true
			}
			sel, ok := call.Fun.(*ast.SelectorExpr)
			if !ok || !slices.Contains([]string{"Say", "Count"}, sel.Sel.Name) {
				return true
			}
			lit, ok := call.Args[0].(*ast.BasicLit)
			if !ok {
				return true
			}
			id, _ := strconv.Unquote(lit.Value)
			if sel.Sel.Name == "Count" {
				id += ".many"
			}
			if !w.Has(id) {
				t.Errorf("%s: there is no sentence %s", path, id)
				return true
			}
			var given []string
			for i := 1; i < len(call.Args); i += 2 {
				if name, ok := call.Args[i].(*ast.BasicLit); ok {
					s, _ := strconv.Unquote(name.Value)
					given = append(given, s)
				} else {
					return true // the places come from elsewhere
				}
			}
			for _, p := range places(w.Or(id, "")) {
				if !slices.Contains(given, p) && !(sel.Sel.Name == "Count" && p == "n") && !call.Ellipsis.IsValid() {
					t.Errorf("%s: %s is said without {%s}", path, id, p)
				}
			}
			return true
		})
	}
}

// TestEveryFailureHasASentence reads the sources of model and store for the codes that they raise: each needs a sentence
// in both languages, and a sentence may only name places that every raising fills.
func TestEveryFailureHasASentence(t *testing.T) {
	w := All().For("nl")
	for path, file := range sources(t, "../../model", "../../store") {
		ast.Inspect(file, func(n ast.Node) bool {
			call, ok := n.(*ast.CallExpr)
			if !ok || len(call.Args) < 2 {
				return true
			}
			name := ""
			switch fun := call.Fun.(type) {
			case *ast.Ident:
				name = fun.Name
			case *ast.SelectorExpr:
				name = fun.Sel.Name
			}
			if name != "Fail" {
				return true
			}
			lit, ok := call.Args[1].(*ast.BasicLit)
			if !ok {
				return true
			}
			code, _ := strconv.Unquote(lit.Value)
			if !w.Has("error." + code) {
				t.Errorf("%s raises %q, which has no sentence error.%s", path, code, code)
				return true
			}
			var given []string
			for i := 2; i < len(call.Args); i += 2 {
				if arg, ok := call.Args[i].(*ast.BasicLit); ok {
					s, _ := strconv.Unquote(arg.Value)
					given = append(given, s)
				}
			}
			for _, p := range places(w.Or("error."+code, "")) {
				if !slices.Contains(given, p) && !call.Ellipsis.IsValid() {
					t.Errorf("%s raises %q without {%s}, which its sentence names", path, code, p)
				}
			}
			return true
		})
	}
}

func TestSayFillsAndCounts(t *testing.T) {
	w := All().For("nl")
	if got := w.Count("desk.waiting", 1); got != "Wachtrij · 1 wacht" {
		t.Error(got)
	}
	if got := w.Count("desk.waiting", 3); got != "Wachtrij · 3 wachten" {
		t.Error(got)
	}
	if got := w.Say("no.such.id", "x", 1); got != "no.such.id" {
		t.Error(got)
	}
	if got := w.Say("did.act-claim", "number", "{number}"); got != "{number} is gepakt." {
		t.Error(got)
	}
}

func TestChoose(t *testing.T) {
	for _, c := range []struct {
		asked, locale string
		want          Lang
	}{{"", "nl_NL.UTF-8", "nl"}, {"", "en_US", "en"}, {"", "C", "en"}, {"", "", "en"}, {"en", "nl_NL", "en"}, {"nl", "de_DE", "nl"}} {
		if got := All().Choose(c.asked, c.locale); got != c.want {
			t.Errorf("%q %q: %s", c.asked, c.locale, got)
		}
	}
}

// TestUndoingNamesWhatItTakesBack: every action that can be undone has the words with which undoing it is told.
func TestUndoingNamesWhatItTakesBack(t *testing.T) {
	stays := []string{"act-decide", "act-withdraw-decision", "act-look", "act-erase", "act-undo", "act-open-resident", "act-add-site",
		"act-invite", "act-admit", "act-change-scopes", "act-revoke", "act-withdraw", "act-take-in"}
	w := All().For("nl")
	for id := range literals(sources(t, "../../model")) {
		if strings.HasPrefix(id, "act-") && !w.Has(id) && !slices.Contains(stays, id) {
			t.Errorf("%s can be undone, and has no words for that", id)
		}
	}
}
