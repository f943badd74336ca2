package file

import (
	"bytes"
	"encoding/binary"
	"hash/fnv"
	"io/fs"
	"os"
	"path/filepath"
	"testing"

	bolt "go.etcd.io/bbolt"

	"leerbalie/model/fault"
)

// wantFault holds an error to its code; "" is none.
func wantFault(t *testing.T, err error, code string) {
	t.Helper()
	if code == "" {
		if err != nil {
			t.Errorf("unexpected: %v", err)
		}
		return
	}
	e, ok := err.(*fault.Error)
	if !ok || e.Msg != code {
		t.Errorf("got %v, want %s", err, code)
	}
}

// sample makes a store of some pages and returns its path.
func sample(t *testing.T) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "store.db")
	err := Create(path, func(tmp string) error {
		db, err := bolt.Open(tmp, 0o600, nil)
		if err != nil {
			return err
		}
		for i := range byte(5) {
			err = db.Update(func(tx *bolt.Tx) error {
				b, err := tx.CreateBucketIfNotExists([]byte{'b', i})
				if err != nil {
					return err
				}
				return b.Put([]byte("key"), make([]byte, 9000))
			})
			if err != nil {
				return err
			}
		}
		return db.Close()
	})
	if err != nil {
		t.Fatal(err)
	}
	return path
}

func TestIsData(t *testing.T) {
	path := sample(t)
	body, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	folder := t.TempDir()
	write := func(name string, body []byte) string {
		path := filepath.Join(folder, name)
		if err := os.WriteFile(path, body, 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	link := filepath.Join(folder, "link")
	if err := os.Symlink(path, link); err != nil {
		t.Skip("no links here:", err)
	}
	headless, broken := bytes.Clone(body), bytes.Clone(body)
	clear(headless[:os.Getpagesize()])
	broken[pageHeader+20] ^= 1
	broken[os.Getpagesize()+pageHeader+20] ^= 1
	for path, want := range map[string]bool{
		path: true, link: true, write("headless", headless): true, write("broken", broken): true, write("cut", body[:5000]): true,
		write("bundle", []byte(BundleMagic+"\x01")): true, write("harmed bundle", []byte("leerbalye bundle\n\x01age-encryption.org/v1\n-> X25519")): true,
		write("about", []byte("leerbalie bundle take, age-encryption.org/v1")): false,
		write("table.csv", []byte("number;summary\n")):                         false, write("empty", nil): false, folder: false, filepath.Join(folder, "none"): false,
	} {
		if got, err := IsData(path); err != nil || got != want {
			t.Errorf("%s: %v %v, want %v", filepath.Base(path), got, err, want)
		}
	}
}

func TestCheck(t *testing.T) {
	folder := t.TempDir()
	at := func(name string) string { return filepath.Join(folder, name) }
	put := func(name string, text string, mode fs.FileMode) string {
		if err := os.WriteFile(at(name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		if err := os.Chmod(at(name), mode); err != nil {
			t.Fatal(err)
		}
		return at(name)
	}
	good := sample(t)
	body, err := os.ReadFile(good)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(good, at("link")); err != nil {
		t.Skip("no links here")
	}
	if err := os.Symlink(at("nowhere"), at("dangling")); err != nil {
		t.Fatal(err)
	}
	long := make([]byte, 100_000)
	cases := []struct{ path, code string }{
		{good, ""},
		{put("copy", string(body), 0o600), ""},
		{at("none"), "store-missing"},
		{filepath.Join(good, "below"), "store-missing"},
		{at("link"), "store-is-link"},
		{at("dangling"), "store-is-link"},
		{folder, "store-is-folder"},
		{os.DevNull, "store-not-a-file"},
		{put("empty", "", 0o600), "store-empty"},
		{put("short", "hello", 0o600), "store-foreign"},
		{put("zeros", string(long), 0o600), "store-foreign"},
		{put("group", string(body), 0o640), "store-open-to-others"},
		{put("others", string(body), 0o604), "store-open-to-others"},
		{put("read-only", string(body), 0o400), "store-read-only"},
	}
	for _, c := range cases {
		t.Run(filepath.Base(c.path), func(t *testing.T) { wantFault(t, Check(c.path), c.code) })
	}
	wantFault(t, CheckReadOnly(at("read-only")), "")
	if _, err := os.Lstat(at("nowhere")); err == nil {
		t.Error("the target of a dangling link was made")
	}
}

func TestReadOnlyFolder(t *testing.T) {
	path := sample(t)
	folder := filepath.Dir(path)
	if err := os.Chmod(folder, 0o500); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { os.Chmod(folder, 0o700) })
	wantFault(t, Check(path), "store-folder-read-only")
	wantFault(t, CheckReadOnly(path), "")
}

// A file that lost its end would stop the program with a signal; at whatever length it was cut, it is refused.
func TestCutOffFile(t *testing.T) {
	path := sample(t)
	body, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	page := os.Getpagesize()
	used := int(highWater(t, body, page)) * page
	for size := used - 1; size > 0; size -= page/2 + 1 {
		if err := os.Truncate(path, int64(size)); err != nil {
			t.Fatal(err)
		}
		if err := Check(path); fault.KindOf(err) != fault.Damaged {
			t.Fatalf("%d of %d bytes left: %v", size, used, err)
		}
	}
}

func highWater(t *testing.T, body []byte, page int) uint64 {
	t.Helper()
	high, tx := uint64(0), uint64(0)
	for _, at := range []int{pageHeader, page + pageHeader} {
		if n := binary.NativeEndian.Uint64(body[at+48:]); n >= tx {
			high, tx = binary.NativeEndian.Uint64(body[at+40:]), n
		}
	}
	return high
}

func TestMetaPages(t *testing.T) {
	good, err := os.ReadFile(sample(t))
	if err != nil {
		t.Fatal(err)
	}
	page := os.Getpagesize()
	set := func(field int, value uint64, size int) func(meta []byte) {
		return func(meta []byte) {
			if size == 4 {
				binary.NativeEndian.PutUint32(meta[field:], uint32(value))
			} else {
				binary.NativeEndian.PutUint64(meta[field:], value)
			}
			sum := fnv.New64a()
			sum.Write(meta[:56])
			binary.NativeEndian.PutUint64(meta[56:], sum.Sum64())
		}
	}
	flip := func(meta []byte) { meta[41] ^= 4 }
	nothing := func([]byte) {}
	cases := []struct {
		name          string
		first, second func(meta []byte)
		code          string
	}{
		{"both fine", nothing, nothing, ""},
		{"first torn", flip, nothing, ""},
		{"second torn", nothing, flip, ""},
		{"both torn", flip, flip, "store-damaged"},
		{"no magic", set(0, 7, 4), set(0, 7, 4), "store-foreign"},
		{"newer format", set(4, 3, 4), set(4, 3, 4), "store-newer"},
		{"older format", set(4, 1, 4), set(4, 1, 4), "store-damaged"},
		{"page size", set(8, 5000, 4), set(8, 0, 4), "store-damaged"},
		{"root outside", set(16, 1<<40, 8), set(16, 1<<40, 8), "store-damaged"},
		{"free list outside", set(32, 1<<40, 8), set(32, 1<<40, 8), "store-damaged"},
		{"no free list kept", set(32, noFreelist, 8), set(32, noFreelist, 8), ""},
		{"counts on more pages", set(40, 1<<62, 8), set(40, 1<<62, 8), "store-cut-off"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			body := append([]byte(nil), good...)
			c.first(body[pageHeader : pageHeader+metaSize])
			c.second(body[page+pageHeader : page+pageHeader+metaSize])
			path := filepath.Join(t.TempDir(), "store.db")
			if err := os.WriteFile(path, body, 0o600); err != nil {
				t.Fatal(err)
			}
			wantFault(t, Check(path), c.code)
		})
	}
}
