package main_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"go/ast"
	"go/parser"
	"go/token"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// The house is small enough to be held to its drawing: these tests read what the packages import and how the files lie,
// and fail with the rule that was broken. The drawing itself is docs/architecture.md.

const module = "leerbalie"

// maxLines is the length above which a file holds more than one thing; appLines is the root screen's own, tighter limit.
const (
	maxLines = 400
	appLines = 300
)

type goPackage struct {
	ImportPath string
	Dir        string
	Name       string
	Doc        string
	GoFiles    []string
	Imports    []string
	Deps       []string
}

// room gives the place of a package in the house: "" for main, "ui/cli", "store".
func (p goPackage) room() string {
	return strings.TrimPrefix(strings.TrimPrefix(p.ImportPath, module), "/")
}

func listPackages(t *testing.T) []goPackage {
	t.Helper()
	var complaint bytes.Buffer
	cmd := exec.Command("go", "list", "-json=ImportPath,Dir,Name,Doc,GoFiles,Imports,Deps", "./...")
	cmd.Stderr = &complaint
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("go list: %v\n%s", err, complaint.String())
	}
	var all []goPackage
	for dec := json.NewDecoder(bytes.NewReader(out)); ; {
		var p goPackage
		if err := dec.Decode(&p); errors.Is(err, io.EOF) {
			return all
		} else if err != nil {
			t.Fatalf("go list gave something unreadable: %v", err)
		}
		if len(p.GoFiles) > 0 { // a room with only tests in it has nothing that could be imported
			all = append(all, p)
		}
	}
}

func within(room, floor string) bool { return room == floor || strings.HasPrefix(room, floor+"/") }

func anyPrefix(path string, prefixes ...string) bool {
	return slices.ContainsFunc(prefixes, func(p string) bool { return path == p || strings.HasPrefix(path, p+"/") })
}

// shared are the rooms below ui that every screen may use; what else lies directly below ui is a screen.
var shared = []string{"ui/screen", "ui/presence", "ui/say", "ui/dialog", "ui/keys", "ui/theme", "ui/text", "ui/widget", "ui/report", "ui/draw", "ui/linear"}

func isScreen(room string) bool {
	return strings.HasPrefix(room, "ui/") && !anyPrefix(room, shared...) && !anyPrefix(room, "ui/cli", "ui/uitest", "ui/serve")
}

// screenOf is the screen a room belongs to: its first two steps.
func screenOf(room string) string {
	parts := strings.SplitN(room, "/", 3)
	return strings.Join(parts[:2], "/")
}

// sharedByCommands are the rooms below ui/cli that every area may use; what else lies there is an area.
var sharedByCommands = []string{"ui/cli/command", "ui/cli/lookup", "ui/cli/output", "ui/cli/fields"}

func isCommandArea(room string) bool {
	return strings.HasPrefix(room, "ui/cli/") && !anyPrefix(room, sharedByCommands...) && room != "ui/cli/clitest"
}

var terminalLibraries = []string{
	"github.com/charmbracelet/bubbletea", "github.com/charmbracelet/bubbles",
	"github.com/charmbracelet/lipgloss", "github.com/charmbracelet/huh",
}

// floors are the rooms of model from the bottom up: a room imports only from the floors below its own.
var floors = [][]string{
	{"model/fault", "model/plain"}, {"model/journal", "model/daypart", "model/passphrase"}, {"model/days", "model/code", "model/level"}, {"model"}, {"model/pairs", "model/trust", "model/untouched", "model/together"}, {"model/desk", "model/learning", "model/block", "model/mapping"}, {"model/directory", "model/visits", "model/paths", "model/notification", "model/contact", "model/value", "model/ledger", "model/attachment", "model/free", "model/goal", "model/question", "model/partner", "model/upward"},
	{"model/course", "model/meeting", "model/outcome", "model/project", "model/placement", "model/named"},
	{"model/research", "model/training"}, {"model/rooms"},
	{"model/loop", "model/overview", "model/retention", "model/access", "model/conflict", "model/erasure", "model/incoming", "model/leaving", "model/hours", "model/met", "model/agenda", "model/minutes", "model/community"},
	{"model/attention"},
	{"model/kinds"}, {"model/memory", "model/modeltest", "model/transfer"},
}

// roomOfModel is the room of model that a package belongs to, "model" for the room in the middle.
func roomOfModel(room string) string {
	parts := strings.SplitN(room, "/", 3)
	return strings.Join(parts[:min(len(parts), 2)], "/")
}

// floorOf is the floor of a package of model, one above all others for a room that stands on none.
func floorOf(room string) int {
	i := slices.IndexFunc(floors, func(rooms []string) bool { return slices.Contains(rooms, roomOfModel(room)) })
	if i < 0 {
		return len(floors)
	}
	return i
}

// pureHelpers are the libraries outside the standard one that model may use: text in, text out.
var pureHelpers = []string{"golang.org/x/text", "github.com/rivo/uniseg", "github.com/mattn/go-runewidth"}

// outside are the standard packages that reach past the program; model gets what they know handed in.
var outside = []string{"os", "net", "syscall", "io/ioutil", "math/rand", "crypto/rand", "os/exec", "database/sql", "plugin"}

func TestWhoMayImportWhom(t *testing.T) {
	for _, p := range listPackages(t) {
		room := p.room()
		broken := func(imported, rule string) {
			t.Errorf("%s imports %s: %s", p.ImportPath, imported, rule)
		}
		for _, dep := range p.Deps {
			depRoom, ours := strings.CutPrefix(dep, module+"/")
			if !ours {
				if within(room, "ui/cli") && anyPrefix(dep, "go.etcd.io/bbolt") {
					broken(dep, "a command knows no disk; it gets its powers from main")
				}
				continue
			}
			switch {
			case within(room, "ui") && within(depRoom, "store"):
				broken(dep, "no arrow between ui and store: the app gets a model contract handed in by main")
			case within(room, "store") && within(depRoom, "ui"):
				broken(dep, "store imports model only; no arrow between ui and store")
			case within(room, "model") && !within(depRoom, "model"):
				broken(dep, "model is at the bottom: it imports the standard library and pure helpers only")
			case within(room, "model") && roomOfModel(room) != roomOfModel(depRoom) && floorOf(depRoom) >= floorOf(room):
				broken(dep, "inside model the arrows run one way: journal, plain, fault ← model ← pairs ← desk, learning ← loop, overview ← kinds")
			case (within(room, "ui/widget") || within(room, "ui/theme")) && within(depRoom, "model") && depRoom != "model/plain":
				broken(dep, "widget and theme know no domain type; of the model only the rule of spelling, plain")
			case isCommandArea(depRoom) && within(room, "ui/cli") && room != "ui/cli" && room != depRoom && room != "ui/cli/clitest":
				broken(dep, "areas of commands know nothing of each other; what two share is in command, lookup or output")
			case within(depRoom, "ui/serve") && within(room, "ui") && !within(room, "ui/serve"):
				broken(dep, "a session does not know how it is served")
			case isScreen(room) && isScreen(depRoom) && screenOf(room) != screenOf(depRoom):
				broken(dep, "screens never import each other; they are reached by one typed message of ui/screen")
			}
		}
		for _, imp := range p.Imports {
			switch {
			case anyPrefix(imp, terminalLibraries...) && !within(room, "ui"):
				broken(imp, "Bubble Tea, Bubbles, Lip Gloss and Huh stay below ui/")
			case anyPrefix(imp, "go.etcd.io/bbolt") && room != "store/disk":
				broken(imp, "bbolt stays in store/disk: what an entry looks like on disk is decided there, and nowhere else")
			case within(room, "model") && anyPrefix(imp, outside...):
				broken(imp, "model opens no file, no network and draws no randomness: those come in from outside")
			case within(room, "model") && strings.Contains(strings.SplitN(imp, "/", 2)[0], ".") && !anyPrefix(imp, pureHelpers...):
				broken(imp, "model uses the standard library and pure text helpers only")
			}
		}
		if within(room, "ui") && !anyPrefix(room, "ui/local", "ui/cli", "ui/uitest", "ui/serve") {
			for _, imp := range p.Imports {
				if slices.Contains([]string{"os", "os/exec", "os/signal", "syscall"}, imp) {
					broken(imp, "a session is a value that can be served to somebody else: what reaches into this machine is a power from ui/local")
				}
			}
		}
		if room == "" {
			for _, dep := range p.Deps {
				if dep == "testing" || strings.HasPrefix(dep, module+"/") && strings.HasSuffix(dep, "test") {
					broken(dep, "test code is not shipped in the binary")
				}
			}
		}
	}
}

func TestEveryPackageSaysWhatItIs(t *testing.T) {
	drawers := []string{"common", "utils", "util", "helpers", "types", "constants"}
	for _, p := range listPackages(t) {
		if strings.TrimSpace(p.Doc) == "" {
			t.Errorf("%s has no package comment: say in one paragraph what it is and who uses it", p.ImportPath)
		}
		if slices.Contains(drawers, p.Name) {
			t.Errorf("%s is a drawer, not a room: name a package after what it holds", p.ImportPath)
		}
	}
}

// TestNothingReachesAround holds what imports alone cannot show: the clock and the environment come in by value.
func TestNothingReachesAround(t *testing.T) {
	for _, p := range listPackages(t) {
		room := p.room()
		for _, name := range p.GoFiles {
			path := filepath.Join(p.Dir, name)
			set := token.NewFileSet()
			file, err := parser.ParseFile(set, path, nil, parser.SkipObjectResolution)
			if err != nil {
				t.Errorf("%s: %v", path, err)
				continue
			}
			for _, made := range atStart(file) {
				if within(room, "ui/uitest") {
					continue // tests start it, and nobody waits for them
				}
				t.Errorf("%s: a pattern that every start of the program reads: sync.OnceValue reads it when it is used", set.Position(made))
			}
			ast.Inspect(file, func(n ast.Node) bool {
				if start, ok := n.(*ast.GoStmt); ok && within(room, "ui") && !within(room, "ui/uitest") && name != "guard.go" {
					t.Errorf("%s: a goroutine of its own: a panic in it ends every session of the process; what guard.go has recovers", set.Position(start.Pos()))
				}
				sel, ok := n.(*ast.SelectorExpr)
				if !ok {
					return true
				}
				if !within(room, "model") && slices.Contains([]string{"ReadClass", "ReadScope", "ReadOwn", "ReadForBoard"}, sel.Sel.Name) {
					t.Errorf("%s: %s reads what has not been narrowed down to what a person may see: only the rooms of model do so", set.Position(sel.Pos()), sel.Sel.Name)
				}
				pkg, ok := sel.X.(*ast.Ident)
				if !ok {
					return true
				}
				switch call := pkg.Name + "." + sel.Sel.Name; {
				case room != "" && slices.Contains([]string{"os.Getenv", "os.LookupEnv", "os.Environ"}, call):
					t.Errorf("%s: %s: only main reads the environment; below it, settings come in by value", set.Position(sel.Pos()), call)
				case within(room, "model") && slices.Contains([]string{"time.Now", "time.Since", "time.Until"}, call):
					t.Errorf("%s: %s: model reads no clock; the time comes in from outside", set.Position(sel.Pos()), call)
				}
				return true
			})
		}
	}
}

// atStart gives where a file reads patterns before main begins.
func atStart(file *ast.File) (out []token.Pos) {
	for _, decl := range file.Decls {
		if vars, ok := decl.(*ast.GenDecl); ok {
			ast.Inspect(vars, func(n ast.Node) bool {
				if sel, ok := n.(*ast.SelectorExpr); ok && sel.Sel.Name == "MustCompile" {
					out = append(out, sel.Pos())
				}
				_, later := n.(*ast.FuncLit)
				return !later
			})
		}
	}
	return out
}

// maxRoom is how many lines of code a package holds, blank lines, comments and tests left out, before it is two rooms.
const maxRoom = 4000

// TestRoomsStaySmall counts lines of code by package, and holds that every room of model has its floor.
func TestRoomsStaySmall(t *testing.T) {
	for _, p := range listPackages(t) {
		lines := 0
		for _, name := range p.GoFiles {
			body, err := os.ReadFile(filepath.Join(p.Dir, name))
			if err != nil {
				t.Fatal(err)
			}
			for line := range strings.Lines(string(body)) {
				if line = strings.TrimSpace(line); line != "" && !strings.HasPrefix(line, "//") {
					lines++
				}
			}
		}
		if within(p.room(), "ui/text") { // words, of which there are more with every area, each of which has a file
			continue
		}
		if lines > maxRoom {
			t.Errorf("%s has %d lines of code, the limit is %d: give its parts rooms of their own", p.room(), lines, maxRoom)
		}
		if within(p.room(), "model") && floorOf(p.room()) == len(floors) {
			t.Errorf("%s stands on no floor: say in floors, and in docs/architecture.md, what it may build on", p.room())
		}
	}
}

// TestTheWordsAreInTheCode: what docs/glossary.md writes as room.Name is declared in a package of that name.
func TestTheWordsAreInTheCode(t *testing.T) {
	page, err := os.ReadFile("docs/glossary.md")
	if err != nil {
		t.Fatal(err)
	}
	declared := map[string]bool{}
	for _, p := range listPackages(t) {
		for _, name := range p.GoFiles {
			file, err := parser.ParseFile(token.NewFileSet(), filepath.Join(p.Dir, name), nil, parser.SkipObjectResolution)
			if err != nil {
				t.Fatal(err)
			}
			for _, d := range file.Decls {
				switch d := d.(type) {
				case *ast.FuncDecl:
					if d.Recv == nil {
						declared[p.Name+"."+d.Name.Name] = true
					}
				case *ast.GenDecl:
					for _, s := range d.Specs {
						if s, ok := s.(*ast.TypeSpec); ok {
							declared[p.Name+"."+s.Name.Name] = true
						}
					}
				}
			}
		}
	}
	words := regexp.MustCompile("`([a-z]+\\.[A-Z][A-Za-z]+)`").FindAllSubmatch(page, -1)
	if len(words) < 40 {
		t.Fatalf("only %d words are found", len(words))
	}
	for _, w := range words {
		if !declared[string(w[1])] {
			t.Errorf("docs/glossary.md has %s, and the code has not", w[1])
		}
	}
}

func TestFilesStaySmall(t *testing.T) {
	err := filepath.WalkDir(".", func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() && path != "." && (strings.HasPrefix(d.Name(), ".") || d.Name() == "testdata") {
			return filepath.SkipDir
		}
		if d.IsDir() || filepath.Ext(path) != ".go" {
			return nil
		}
		if filepath.Dir(path) == "." && path != "main.go" && !strings.HasSuffix(path, "_test.go") {
			t.Errorf("%s: beside go.mod stand only main.go and its tests; everything else has a room", path)
		}
		body, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		limit := maxLines
		if filepath.ToSlash(path) == "ui/app.go" {
			limit = appLines
		}
		if lines := bytes.Count(body, []byte("\n")); lines > limit {
			t.Errorf("%s has %d lines, the limit is %d: it holds more than one thing", path, lines, limit)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}
