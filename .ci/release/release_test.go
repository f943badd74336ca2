package main

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"compress/gzip"
	"context"
	"crypto/sha256"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"
)

// cold builds the program a second time with nothing of the first at hand, which takes half a minute of one processor, or more.
var cold = flag.Bool("cold", false, "build the second time from nothing")

var tried = stamp{number: "1.2.0", commit: strings.Repeat("0123456789abcdef", 3)[:40], date: time.Date(2026, 11, 30, 12, 30, 41, 0, time.UTC)}

// entry is a file of an archive as who unpacks it finds it.
type entry struct {
	mode fs.FileMode
	at   time.Time
	who  string // whatever it tells of who made it
	body []byte
}

// unpack reads an archive; order are its names as they stand in it.
func unpack(t *testing.T, name string, whole []byte) (all map[string]entry, order []string) {
	t.Helper()
	all = map[string]entry{}
	add := func(name string, e entry, from io.Reader) {
		body, err := io.ReadAll(from)
		must(t, err)
		e.body = body
		all[name] = e
		order = append(order, name)
	}
	if strings.HasSuffix(name, ".zip") {
		r, err := zip.NewReader(bytes.NewReader(whole), int64(len(whole)))
		must(t, err)
		for _, f := range r.File {
			from, err := f.Open()
			must(t, err)
			add(f.Name, entry{mode: f.Mode(), at: f.Modified, who: f.Comment}, from)
		}
		return all, order
	}
	zipped, err := gzip.NewReader(bytes.NewReader(whole))
	must(t, err)
	if zipped.Name != "" || zipped.Comment != "" || !zipped.ModTime.IsZero() {
		t.Errorf("%s tells %+v", name, zipped.Header)
	}
	for r := tar.NewReader(zipped); ; {
		h, err := r.Next()
		if err == io.EOF {
			return all, order
		}
		must(t, err)
		who := h.Uname + h.Gname
		if h.Uid != 0 || h.Gid != 0 {
			who += fmt.Sprint(h.Uid, h.Gid)
		}
		add(h.Name, entry{mode: h.FileInfo().Mode(), at: h.ModTime, who: who}, r)
	}
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// TestAReleaseIsTheSameAnywhere makes the archive of this computer's system from here, and from a copy of the sources elsewhere under
// other settings: they are equal to the byte. Then it looks at what who unpacks it has.
func TestAReleaseIsTheSameAnywhere(t *testing.T) {
	root, err := filepath.Abs("../..")
	must(t, err)
	first, err := build{root: root, of: tried}.archives(t.Context(), []string{own()})
	must(t, err)
	elsewhere := t.TempDir()
	must(t, sources(root, elsewhere))
	again := build{root: elsewhere, of: tried}
	if *cold {
		again.cache = t.TempDir()
	}
	settings := filepath.Join(t.TempDir(), "env") // as go env -w writes them
	must(t, os.WriteFile(settings, []byte("GOFLAGS=-race\nGOAMD64=v2\nGOARM64=v8.1\nCGO_ENABLED=1\n"), 0o600))
	for name, value := range map[string]string{"GOENV": settings, "GOFLAGS": "-race", "GOAMD64": "v3", "GOARM64": "v9.0", "CGO_ENABLED": "1", "LEERBALIE_DB": "/nowhere", "LANG": "nl_NL.UTF-8"} {
		t.Setenv(name, value)
	}
	second, err := again.archives(t.Context(), []string{own()})
	must(t, err)
	must(t, same(first, second))

	folder, name := archiveName(tried, own())
	if got := names(first); !slices.Equal(got, []string{sums, name}) {
		t.Fatalf("there are %v", got)
	}
	if want := fmt.Sprintf("%x  %s\n", sha256.Sum256(first[name]), name); string(first[sums]) != want {
		t.Errorf("the checksums are %q, not %q", first[sums], want)
	}
	all, order := unpack(t, name, first[name])
	if !slices.IsSorted(order) {
		t.Errorf("the names are in the order of the disk: %v", order)
	}
	at := func(name string) []byte {
		e, ok := all[path.Join(folder, name)]
		if !ok {
			t.Errorf("%s is not in it", name)
		}
		return e.body
	}
	program := "leerbalie"
	if runtime.GOOS == "windows" {
		program += ".exe"
	}
	for name, e := range all {
		want := fs.FileMode(0o644)
		switch {
		case strings.HasSuffix(name, "/"):
			want = fs.ModeDir | 0o755
		case path.Base(name) == program:
			want = 0o755
		}
		if !strings.HasPrefix(name, folder+"/") || e.mode != want || !e.at.Equal(tried.date) || e.who != "" {
			t.Errorf("%s: mode %v, at %v, of %q", name, e.mode, e.at, e.who)
		}
	}
	places, err := again.command(t.Context(), own(), "go", "env", "GOMODCACHE", "GOROOT", "GOCACHE")
	must(t, err)
	for _, place := range append(strings.Fields(string(places)), root, elsewhere) {
		if bytes.Contains(at(program), []byte(place)) {
			t.Errorf("the program holds %s", place)
		}
	}

	ran := filepath.Join(t.TempDir(), program)
	must(t, os.WriteFile(ran, at(program), 0o755))
	says := func(args ...string) []byte {
		t.Helper()
		cmd := exec.Command(ran, args...)
		cmd.Env = []string{"HOME=" + t.TempDir(), "SystemRoot=" + os.Getenv("SystemRoot")}
		out, err := cmd.Output()
		must(t, err)
		return out
	}
	if got := string(says("--version")); !strings.HasPrefix(got, "leerbalie 1.2.0, commit 0123456789ab, 2026-11-30, go") {
		t.Errorf("it says that it is %q", got)
	}
	for _, p := range pages {
		if got := at(p.name); len(got) == 0 || !bytes.Equal(got, says(p.args...)) {
			t.Errorf("%s is not what the program writes", p.name)
		}
	}
	commands := regexp.MustCompile(`(?m)^\.SS leerbalie (.+)$`).FindAllSubmatch(at("man/man1/leerbalie.1"), -1)
	if len(commands) < 50 || !bytes.Contains(at("man/man1/leerbalie.1"), []byte(`"2026\-11\-30" "leerbalie 1.2.0"`)) {
		t.Errorf("the manual has %d commands", len(commands))
	}
	for _, name := range []string{"README.md", "LICENSE", "CHANGELOG.md", "docs/guide.nl.md", "docs/guide.en.md", "docs/travels.nl.md", "docs/travels.en.md", "docs/keys.nl.md"} {
		if want, err := os.ReadFile(filepath.Join(root, name)); err != nil || !bytes.Equal(at(name), want) {
			t.Errorf("%s is not as it is in the sources: %v", name, err)
		}
	}
	for name, from := range map[string]string{"INSTALLEREN.txt": "docs/install.nl.md", "INSTALL.txt": "docs/install.en.md"} {
		if !bytes.Equal(at(name), at(from)) || len(at(name)) == 0 {
			t.Errorf("%s is not %s", name, from)
		}
	}
	for _, library := range []string{"the standard library of Go", "go.etcd.io/bbolt v", "github.com/charmbracelet/bubbletea v", "Permission is hereby granted", "Redistribution and use"} {
		if !bytes.Contains(at("THIRD-PARTY.txt"), []byte(library)) {
			t.Errorf("the licences have no %q", library)
		}
	}

	link := regexp.MustCompile(`\]\(([^)#:]+)(#[^)]*)?\)`) // to a file; not to an address
	links := 0
	for name, e := range all {
		if path.Ext(name) != ".md" {
			continue
		}
		for _, m := range link.FindAllSubmatch(e.body, -1) {
			links++
			to := path.Join(path.Dir(name), string(m[1]))
			if _, is := all[to]; !is {
				if _, is = all[to+"/"]; !is {
					t.Errorf("%s leads to %s, which is not in the archive", name, m[1])
				}
			}
		}
	}
	if links < 20 {
		t.Errorf("only %d links were found", links)
	}
}

// TestArchivesTellNothing packs the same files in any order, at a moment with a part of a second in another zone.
func TestArchivesTellNothing(t *testing.T) {
	files := []file{{name: "b/c/two.txt", body: []byte("two")}, {name: "leerbalie", body: []byte("run"), runs: true}, {name: "a.txt", body: bytes.Repeat([]byte("one "), 1000)}}
	at := time.Date(2026, 11, 30, 13, 30, 41, 0, time.FixedZone("", 3600))
	for _, name := range []string{"x.tar.gz", "x.zip"} {
		pack := packTar
		if name == "x.zip" {
			pack = packZip
		}
		first, err := pack(within("x", files), at)
		must(t, err)
		slices.Reverse(files)
		second, err := pack(within("x", files), at.UTC())
		must(t, err)
		if !bytes.Equal(first, second) {
			t.Errorf("%s: the order or the zone is in it", name)
		}
		all, order := unpack(t, name, first)
		if want := []string{"x/", "x/a.txt", "x/b/", "x/b/c/", "x/b/c/two.txt", "x/leerbalie"}; !slices.Equal(order, want) {
			t.Errorf("%s holds %v", name, order)
		}
		if string(all["x/b/c/two.txt"].body) != "two" || all["x/leerbalie"].mode != 0o755 || all["x/a.txt"].mode != 0o644 || !all["x/b/"].mode.IsDir() {
			t.Errorf("%s: %+v", name, all)
		}
	}
}

// TestWhatIsReleased asks git about folders: a tag is the number, what is in no commit is no release, and two numbers are none.
func TestWhatIsReleased(t *testing.T) {
	if _, err := exec.LookPath("git"); err != nil {
		t.Skip("no git here")
	}
	root := t.TempDir()
	do := func(args ...string) {
		t.Helper()
		cmd := exec.Command("git", append([]string{"-C", root, "-c", "user.name=A", "-c", "user.email=a@b", "-c", "commit.gpgsign=false", "-c", "tag.gpgsign=false"}, args...)...)
		cmd.Env = append(os.Environ(), "GIT_COMMITTER_DATE=2026-11-30T13:30:41+0100", "GIT_CONFIG_GLOBAL="+os.DevNull)
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Fatalf("git %v: %v\n%s", args, err, out)
		}
	}
	asked := func(allow bool) (stamp, error) { return ask(context.Background(), root, allow) }
	if _, err := asked(false); err == nil {
		t.Error("a folder that git does not know is released")
	}
	do("init", "-q")
	must(t, os.WriteFile(filepath.Join(root, "a"), []byte("1"), 0o644))
	do("add", ".")
	do("commit", "-qm", "Begin")
	s, err := asked(false)
	must(t, err)
	if s.number != unreleased || s.altered || !s.date.Equal(time.Date(2026, 11, 30, 12, 30, 41, 0, time.UTC)) || len(s.commit) != 40 {
		t.Errorf("%+v", s)
	}
	if want := "leerbalie-dev-20261130-" + s.commit[:12]; s.name() != want {
		t.Errorf("%s, not %s", s.name(), want)
	}
	do("tag", "v1.2.0")
	do("tag", "something")
	if s, err = asked(false); err != nil || s.name() != "leerbalie-1.2.0" || s.String() != "1.2.0,"+s.commit+",2026-11-30T12:30:41Z" {
		t.Errorf("%v, %v", s, err)
	}
	must(t, os.WriteFile(filepath.Join(root, "b"), []byte("2"), 0o644))
	if _, err := asked(false); err == nil || !strings.Contains(err.Error(), "?? b") {
		t.Errorf("a file that is in no commit: %v", err)
	}
	if s, err = asked(true); err != nil || !s.altered || s.name() != "leerbalie-1.2.0-altered" || !strings.HasSuffix(s.String(), ",altered") {
		t.Errorf("%v, %v", s, err)
	}
	must(t, os.Remove(filepath.Join(root, "b")))
	do("tag", "v1.3.0")
	if _, err := asked(false); err == nil || !strings.Contains(err.Error(), "v1.2.0 v1.3.0") {
		t.Errorf("two numbers: %v", err)
	}
	do("tag", "-d", "v1.2.0")
	do("tag", "-d", "v1.3.0")
	do("tag", "version1")
	if s, err := asked(false); err == nil {
		t.Errorf("version1 is a number: %v", s)
	}
}

// TestStampsThatAreNone: what somebody types is looked at before anything is built.
func TestStampsThatAreNone(t *testing.T) {
	for _, text := range []string{"", "1.2.0", "1.2,C,D", "v1.2.0,C,D", "1.02.0,C,D", "1.2.0,c0ffee,D", "1.2.0,C,yesterday", "1.2.0,C,1979-01-01T00:00:00Z", "1.2.0 -X,C,D", "1.2.0,C,D,altered"} {
		text = strings.NewReplacer("C", tried.commit, "D", "2026-11-30T12:30:41Z").Replace(text)
		if s, err := parseStamp(text); err == nil {
			t.Errorf("%q is %+v", text, s)
		}
	}
	for _, text := range []string{tried.String(), "dev," + tried.commit + ",2026-11-30T12:30:41Z", "1.2.0-rc.1," + tried.commit + ",2026-11-30T12:30:41+01:00"} {
		if _, err := parseStamp(text); err != nil {
			t.Errorf("%q: %v", text, err)
		}
	}
}

// TestNothingIsReplaced: a folder with something in it stays as it is, and what cannot be built makes none.
func TestNothingIsReplaced(t *testing.T) {
	full := t.TempDir()
	must(t, os.WriteFile(filepath.Join(full, "leerbalie-1.2.0-linux-amd64.tar.gz"), []byte("handed out"), 0o644))
	if _, err := twice(t.Context(), tried, systems, full); err == nil || !strings.Contains(err.Error(), "is not empty") {
		t.Errorf("%v", err)
	}
	fresh := filepath.Join(t.TempDir(), "dist")
	if _, err := twice(t.Context(), tried, []string{"plan9/amd64"}, fresh); err == nil {
		t.Error("there is an archive for plan9")
	}
	if _, err := os.Stat(fresh); err == nil {
		t.Error("a folder is left")
	}
	if err := same(map[string][]byte{"a": []byte("1")}, map[string][]byte{"a": []byte("2")}); err == nil {
		t.Error("one byte more or less is the same")
	}
	if err := same(map[string][]byte{"a": nil}, map[string][]byte{"a": nil, "b": nil}); err == nil {
		t.Error("one archive more or less is the same")
	}
}

// TestEveryLibraryHasItsLicence: the texts of the folders in use and of those above them, once each; a library without any is not
// handed out.
func TestEveryLibraryHasItsLicence(t *testing.T) {
	root := t.TempDir()
	write := func(name, text string) {
		must(t, os.MkdirAll(filepath.Dir(filepath.Join(root, name)), 0o755))
		must(t, os.WriteFile(filepath.Join(root, name), []byte(text), 0o644))
	}
	write("a/b/b.go", "package b")
	write("other/LICENSE", "of what is not in the program")
	m := module{"example.org/x v1", root, []string{filepath.Join(root, "a", "b")}}
	if texts, err := m.licences(); err == nil {
		t.Errorf("%q", texts)
	}
	write("README.md", "# X\n\n## Licence\n\nMIT\n")
	if texts, err := m.licences(); err != nil || len(texts) != 1 || string(texts[0]) != "## Licence\n\nMIT\n" {
		t.Errorf("%q, %v", texts, err)
	}
	write("LICENSE.md", "of all of it")
	write("NOTICE", "to be told")
	write("a/b/LICENSE-BSD", "of b")
	write("a/LICENSE", "of all of it")
	if texts, err := m.licences(); err != nil || len(texts) != 3 {
		t.Errorf("%q, %v", texts, err)
	}
}
