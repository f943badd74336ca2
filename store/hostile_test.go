//go:build unix

package store_test

import (
	"bufio"
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"math/rand"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"leerbalie/model/desk"
	"leerbalie/model/fault"
	"leerbalie/store"
)

func init() { parts["open"] = childOpens }

// childOpens opens every file whose name it reads, checks it, reads and writes a little, and prints what came of it. It
// must outlive them all.
func childOpens(string) error {
	in := bufio.NewScanner(os.Stdin)
	for in.Scan() {
		fmt.Println(outcome(in.Text()))
	}
	return in.Err()
}

func outcome(path string) string {
	ctx := context.Background()
	s, err := store.Open(path, store.Options{Now: time.Now, Program: "child"})
	if err != nil {
		return answer("open", err)
	}
	defer s.Close()
	r, err := s.Check(ctx)
	if err != nil {
		return answer("check", err)
	}
	session, err := enter(ctx, s)
	if err != nil {
		return answer("enter", err)
	}
	if _, err := desk.ReadPage(ctx, session, desk.PageQuery{View: desk.ViewAll}); err != nil {
		return answer("page", err)
	}
	if _, err := desk.FindRequests(ctx, session, "vraag", 5); err != nil {
		return answer("search", err)
	}
	if _, err := session.Do(ctx, desk.AddRequest{Request: desk.Request{Summary: "nog een vraag"}}); err != nil {
		return answer("write", err)
	}
	if len(r.Problems) > 0 {
		return "problems " + r.Problems[0].Detail
	}
	return "fine"
}

// answer is what a person would be told: an error without a kind, or with a fault of ours as its kind, is no answer.
func answer(step string, err error) string {
	var e *fault.Error
	if !errors.As(err, &e) || e.Kind == fault.Internal || e.Msg == "" {
		return fmt.Sprintf("fault at %s: %v", step, err)
	}
	return fmt.Sprintf("%s %s", step, e.Msg)
}

// hostile lets a child open files one by one and returns what it told of each.
func hostile(t *testing.T, paths []string) []string {
	t.Helper()
	cmd, out := childWith(t, "open", "", strings.NewReader(strings.Join(paths, "\n")+"\n"))
	var answers []string
	for out.Scan() {
		answers = append(answers, out.Text())
	}
	if err := cmd.Wait(); err != nil || len(answers) != len(paths) {
		died := "none"
		if len(answers) < len(paths) {
			died = paths[len(answers)]
		}
		t.Fatalf("the program died (%v) at %s:\n%.3000s", err, died, cmd.Stderr)
	}
	for i, a := range answers {
		if strings.HasPrefix(a, "fault") {
			t.Errorf("%s: %s", filepath.Base(paths[i]), a)
		}
	}
	return answers
}

// TestCutOffFilesAreRefused cuts a store off at every page and in odd places.
func TestCutOffFilesAreRefused(t *testing.T) {
	whole, dir := packed(t), t.TempDir()
	var paths []string
	cut := func(n int) {
		path := filepath.Join(dir, fmt.Sprintf("cut-at-%d.db", n))
		must(t, os.WriteFile(path, whole[:n], 0o600))
		paths = append(paths, path)
	}
	for n := 0; n < len(whole); n += 4096 {
		cut(n)
	}
	for _, n := range []int{1, 15, 16, 79, 80, 1023, 4095, 4097, 8191, 8193, len(whole) / 3, len(whole) - 4095, len(whole) - 1} {
		cut(n)
	}
	for i, answer := range hostile(t, paths) {
		if !strings.HasPrefix(answer, "open store-") {
			t.Errorf("%s: %s", filepath.Base(paths[i]), answer)
		}
	}
}

// harms are ways to write nonsense into a page, where it says how many entries it has, how far it goes and what is next.
func harms(pages uint64, r *rand.Rand) []func(page []byte) {
	order := binary.NativeEndian
	return []func(page []byte){
		func(b []byte) { order.PutUint16(b[10:], 0xffff) },                      // how many entries
		func(b []byte) { order.PutUint16(b[8:], uint16(r.Intn(32))) },           // which kind of page
		func(b []byte) { order.PutUint32(b[12:], 1<<20) },                       // how many pages more
		func(b []byte) { order.PutUint64(b, r.Uint64()) },                       // which page it is
		func(b []byte) { order.PutUint32(b[20:], 1<<30) },                       // where the first entry lies
		func(b []byte) { order.PutUint64(b[24:], pages+uint64(r.Intn(1<<16))) }, // which page is next
		func(b []byte) { r.Read(b[16:48]) },
		func(b []byte) { r.Read(b) },
		func(b []byte) { clear(b) },
	}
}

// TestBrokenPagesNeverEndTheProgram harms pages, three times each.
func TestBrokenPagesNeverEndTheProgram(t *testing.T) {
	if testing.Short() {
		t.Skip("much, one after another: nothing that a race detector sees")
	}
	whole, dir := packed(t), t.TempDir()
	r := rand.New(rand.NewSource(1))
	size := os.Getpagesize()
	all := harms(uint64(len(whole)/size), r)
	var paths []string
	for n, at := 0, 2*size; at < len(whole); at += size {
		for range 3 {
			bad := bytes.Clone(whole)
			all[n%len(all)](bad[at : at+size])
			path := filepath.Join(dir, fmt.Sprintf("page-%d-harm-%d.db", at/size, n%len(all)))
			must(t, os.WriteFile(path, bad, 0o600))
			paths = append(paths, path)
			n++
		}
	}
	answers := map[string]int{}
	for _, a := range hostile(t, paths) {
		answers[a]++
	}
	t.Logf("%d files: %v", len(paths), answers)
}

// TestRingsOfPagesAreFound lets pages that point to others point to themselves: bbolt would go round for ever.
func TestRingsOfPagesAreFound(t *testing.T) {
	whole, dir := packed(t), t.TempDir()
	must(t, os.WriteFile(filepath.Join(dir, "intact.db"), whole, 0o600))
	intact := open(t, filepath.Join(dir, "intact.db"))
	want := sound(t, intact).Digests.All
	must(t, intact.Close())
	size, rings := os.Getpagesize(), 0
	for at := 2 * size; at < len(whole); at += size {
		if order := binary.NativeEndian; order.Uint16(whole[at+8:]) == 1 { // a page with pages below it
			bad := bytes.Clone(whole)
			order.PutUint64(bad[at+16+8:], uint64(at/size))
			path := filepath.Join(dir, fmt.Sprintf("ring-%d.db", at/size))
			must(t, os.WriteFile(path, bad, 0o600))
			s, err := store.Open(path, store.Options{Now: time.Now})
			if err != nil {
				fails(t, fault.Damaged, "store-damaged", err)
				rings++
				continue
			}
			found, err := s.Check(t.Context())
			must(t, err)
			if !found.Sound() {
				rings++
			} else if found.Digests.All != want { // otherwise the page is free
				t.Errorf("page %d points to itself and nobody sees it", at/size)
			}
			must(t, s.Close())
		}
	}
	if rings == 0 {
		t.Fatal("the store is too small to have such pages")
	}
}

// TestOddFilesAreRefused puts something else in the store's place.
func TestOddFilesAreRefused(t *testing.T) {
	whole, dir := packed(t), t.TempDir()
	at := func(name string) string { return filepath.Join(dir, name) }
	must(t, os.WriteFile(at("whole.db"), whole, 0o600))
	must(t, os.Symlink(at("whole.db"), at("link.db")))
	must(t, os.Symlink(at("nowhere.db"), at("dangling.db")))
	must(t, os.Mkdir(at("folder.db"), 0o700))
	must(t, os.WriteFile(at("empty.db"), nil, 0o600))
	must(t, os.WriteFile(at("zeros.db"), make([]byte, len(whole)), 0o600))
	must(t, os.WriteFile(at("readonly.db"), whole, 0o400))
	must(t, os.WriteFile(at("shared.db"), whole, 0o644))
	must(t, os.Mkdir(at("closed"), 0o700))
	must(t, os.WriteFile(at("closed/d.db"), whole, 0o600))
	must(t, os.Chmod(at("closed"), 0o500))
	t.Cleanup(func() { _ = os.Chmod(at("closed"), 0o700) })
	must(t, syscall.Mkfifo(at("fifo.db"), 0o600))
	want := map[string]string{
		"whole.db": "fine", "link.db": "open store-is-link", "dangling.db": "open store-is-link", "folder.db": "open store-is-folder",
		"empty.db": "open store-empty", "zeros.db": "open store-foreign", "readonly.db": "open store-read-only",
		"shared.db": "open store-open-to-others", "closed/d.db": "open store-folder-read-only", "fifo.db": "open store-not-a-file",
		"none.db": "open store-missing",
	}
	var paths []string
	for name := range want {
		paths = append(paths, at(name))
	}
	for i, answer := range hostile(t, paths) {
		if name := strings.TrimPrefix(paths[i], dir+"/"); answer != want[name] {
			t.Errorf("%s: %s, not %s", name, answer, want[name])
		}
	}
	if _, err := os.Lstat(at("nowhere.db")); err == nil {
		t.Error("a dangling link got its target made")
	}
}
