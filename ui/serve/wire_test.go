package serve

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	gossh "golang.org/x/crypto/ssh"

	"leerbalie/model/fault"
	"leerbalie/ui/cli/command"
	"leerbalie/ui/screen"
)

// TestAnErrorCrosses holds that an error at one end is the same at the other, as far as it is told in words.
func TestAnErrorCrosses(t *testing.T) {
	for _, err := range []error{
		nil, fault.New(fault.Refused, "person-left", "name", "Ali"), fault.New(fault.Full, "disk-full").Because(errors.New("x")),
		&fs.PathError{Op: "open", Path: "a b.csv", Err: fs.ErrNotExist}, &fs.PathError{Op: "open", Path: "x", Err: fs.ErrPermission},
		&fs.PathError{Op: "create", Path: "x", Err: fs.ErrExist}, errors.New("the line broke"), context.Canceled,
	} {
		got := verdictOf(err).err()
		if fault.KindOf(err) != fault.KindOf(got) || (err == nil) != (got == nil) || err != nil && !errors.Is(err, fs.ErrNotExist) == errors.Is(got, fs.ErrNotExist) || errors.Is(err, context.Canceled) != errors.Is(got, context.Canceled) {
			t.Errorf("%v came as %v", err, got)
		}
		if err != nil && strings.SplitN(err.Error(), ": x", 2)[0] != got.Error() {
			t.Errorf("%v came as %v", err, got)
		}
	}
	count := verdictOf(fault.New(fault.Busy, "n", "n", 1_000_000)).err()
	var told *fault.Error
	if back := unpacked(t, verdictOf(count)); !errors.As(back.err(), &told) || told.Error() != "n n=1000000" {
		t.Errorf("a number came as %v", told)
	}
}

// TestASizeIsOneThatCanBeDrawn holds for what scripts and broken terminals send.
func TestASizeIsOneThatCanBeDrawn(t *testing.T) {
	for _, c := range []struct {
		columns, rows uint32
		want          screen.Size
	}{
		{0, 0, usual}, {80, 0, usual}, {0, 24, usual}, {1, 1, screen.Size{Width: 1, Height: 1}}, {120, 40, screen.Size{Width: 120, Height: 40}},
		{1 << 31, 1 << 31, screen.Size{Width: widest, Height: widest}},
	} {
		payload := gossh.Marshal(&struct{ W, H, X, Y uint32 }{c.columns, c.rows, 0, 0})
		if got, ok := sizeIn(payload); !ok || got != c.want {
			t.Errorf("%d×%d: %v %v", c.columns, c.rows, got, ok)
		}
	}
	if _, ok := sizeIn([]byte{1, 2, 3}); ok {
		t.Error("three bytes are a size")
	}
}

// TestAStormOfSizesWaitsForNobody holds that the last size counts, and that nobody who sends one waits.
func TestAStormOfSizesWaitsForNobody(t *testing.T) {
	m := newMailbox[int]()
	for i := range 10_000 {
		m.put(i)
	}
	if got, ok := m.take(); !ok || got != 9_999 {
		t.Errorf("%d %v", got, ok)
	}
	m.close()
	m.close()
	m.put(1)
	if _, ok := m.take(); ok {
		t.Error("something comes out of what is shut")
	}
}

// TestWhatWasPrintedIsNotPrintedTwice holds for a command that is called again: the same beginning is passed over, another one is no answer.
func TestWhatWasPrintedIsNotPrintedTwice(t *testing.T) {
	var out bytes.Buffer
	r := &resumed{to: &out}
	write := func(text string) error { _, err := r.Write([]byte(text)); return err }
	if err := errors.Join(write("een\n"), write("twee")); err != nil || !r.restart() {
		t.Fatal(err)
	}
	if err := errors.Join(write("een\ntw"), write("ee\ndrie\n")); err != nil || out.String() != "een\ntwee\ndrie\n" {
		t.Errorf("%q %v", out.String(), err)
	}
	r.restart()
	if err := write("iets anders"); fault.KindOf(err) != fault.Conflict || out.String() != "een\ntwee\ndrie\n" {
		t.Errorf("%q %v", out.String(), err)
	}
	much := &resumed{to: &bytes.Buffer{}}
	if _, err := much.Write(make([]byte, mostPrinted+1)); err != nil || much.restart() {
		t.Error("what is too much to keep is kept", err)
	}
}

// TestASocketStandsWhereOnlyWeCanLook holds that a folder that others can look into, or that is another's or a link, is no place for one, and
// that a path of any length gives a short one.
func TestASocketStandsWhereOnlyWeCanLook(t *testing.T) {
	runtime := filepath.Join(t.TempDir(), "r")
	if err := os.Mkdir(runtime, 0o700); err != nil {
		t.Fatal(err)
	}
	store := filepath.Join(t.TempDir(), strings.Repeat("lang/", 60), "d.db")
	path := SocketFor(store, runtime)
	if len(path) > maxSocket || path == "" {
		t.Fatalf("%q", path)
	}
	if again := SocketFor(store, runtime); again != path {
		t.Errorf("%q and %q", path, again)
	}
	if other := SocketFor(store+"x", runtime); other == path {
		t.Error("two stores have one socket")
	}
	link := filepath.Join(t.TempDir(), "link")
	if err := os.Symlink(runtime, link); err != nil || ownFolder(link) {
		t.Error("a link is a folder of ours", err)
	}
	open := filepath.Join(runtime, "open")
	if err := errors.Join(os.Mkdir(open, 0o700), os.Chmod(open, 0o755)); err != nil || ownFolder(open) {
		t.Error("a folder that others can look into is ours", err)
	}
	if _, err := Dial(filepath.Join(open, "s"), command.Version{}); fault.KindOf(err) != fault.NotFound {
		t.Errorf("%v", err)
	}
	l, err := listen(path)
	if strings.HasPrefix(path, runtime) && err != nil {
		t.Fatal(err)
	}
	if err == nil {
		_ = l.Close()
	}
}

// TestVersionsAreCompared holds that a caller and a holder of two programs do not take each other for one.
func TestVersionsAreCompared(t *testing.T) {
	same := command.Version{Number: "1.2", Commit: "abc"}
	for _, other := range []command.Version{{Number: "1.3", Commit: "abc"}, {Number: "1.2", Commit: "abd"}, {Number: "1.2", Commit: "abc", Altered: true}} {
		if versionOf(same) == versionOf(other) {
			t.Errorf("%+v is %+v", other, same)
		}
	}
	if v := versionOf(command.Version{Number: "a-b c\n", Commit: strings.Repeat("x", 500)}); len(v) > 200 || strings.ContainsAny(v[len(protocol)+1:], "- \n") {
		t.Errorf("%q cannot be said", v)
	}
}

func unpacked(t *testing.T, v verdict) (back verdict) {
	t.Helper()
	if err := json.Unmarshal(pack(v), &back); err != nil {
		t.Fatal(err)
	}
	return back
}
