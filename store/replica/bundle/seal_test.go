package bundle

import (
	"bytes"
	"crypto/ed25519"
	"crypto/rand"
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"filippo.io/age"
	"github.com/klauspost/compress/zstd"

	"leerbalie/model/fault"
	"leerbalie/model/plain/phrase"
	"leerbalie/store"
	"leerbalie/store/cbor"
	"leerbalie/store/replica"
	"leerbalie/store/replica/frame"
)

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// fails holds an error to the code of its sentence.
func fails(t testing.TB, code string, err error) {
	t.Helper()
	var e *fault.Error
	if !errors.As(err, &e) || e.Msg != code {
		t.Errorf("%v, want %s", err, code)
	}
}

// identity is one that bundles can be sealed for.
func identity(t testing.TB) *age.X25519Identity {
	t.Helper()
	id, err := age.GenerateX25519Identity()
	must(t, err)
	return id
}

var header = Header{For: "laptop 2", From: "Zuidwest", Made: time.Unix(1764500000, 0), Organisation: Key{1, 2}}

// sealed makes a bundle of a parcel and gives its file.
func sealed(t testing.TB, h Header, id *age.X25519Identity, parcel []byte) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "a.bundle")
	f, err := os.Create(path)
	must(t, err)
	must(t, write(f, h, id.Recipient().String(), func(w io.Writer) error { _, err := w.Write(parcel); return err }))
	must(t, f.Close())
	return path
}

// readAll opens a bundle and gives its parcel.
func readAll(path, identity string) (parcel []byte, h Header, err error) {
	s, err := Open(path)
	if err != nil {
		return nil, h, err
	}
	defer s.Close()
	r, err := s.Source(identity)()
	if err != nil {
		return nil, s.Header, err
	}
	defer r.Close()
	parcel, err = io.ReadAll(r)
	return parcel, s.Header, err
}

func TestABundleComesOutAsItWentIn(t *testing.T) {
	id := identity(t)
	noise := make([]byte, 300_000)
	_, _ = rand.Read(noise)
	for _, parcel := range [][]byte{nil, []byte("x"), noise[:frame.Longest-32], noise[:frame.Longest-31], noise, bytes.Repeat([]byte("noot "), 1<<20)} {
		path := sealed(t, header, id, parcel)
		got, h, err := readAll(path, id.String())
		must(t, err)
		if !bytes.Equal(got, parcel) || h.For != header.For || h.From != header.From || !h.Made.Equal(header.Made) || h.Organisation != header.Organisation {
			t.Errorf("%d bytes became %d, %+v", len(parcel), len(got), h)
		}
		s, err := Open(path)
		must(t, err)
		for range 2 { // from the beginning, each time
			r, err := s.Source(id.String())()
			must(t, err)
			got, err := io.ReadAll(r)
			must(t, err)
			must(t, r.Close())
			if !bytes.Equal(got, parcel) {
				t.Error("the second time it is another")
			}
		}
		must(t, s.Close())
	}
}

// TestWhatIsNoBundle: each is told apart, with a sentence of its own.
func TestWhatIsNoBundle(t *testing.T) {
	id := identity(t)
	dir := t.TempDir()
	file := func(name string, body []byte) string {
		path := filepath.Join(dir, name)
		must(t, os.WriteFile(path, body, 0o600))
		return path
	}
	whole, err := os.ReadFile(sealed(t, header, id, []byte("parcel")))
	must(t, err)
	newer := bytes.Clone(whole)
	newer[leadSize-5]++
	long := bytes.Clone(whole)
	binary.BigEndian.PutUint32(long[leadSize-4:], maxHeader+1)
	db := filepath.Join(dir, "d.db")
	must(t, store.Create(db, time.Now()))
	for path, code := range map[string]string{
		db: "bundle-is-store", dir: "bundle-folder", file("empty", nil): "bundle-none", file("text", []byte("lijst van boodschappen voor maandag")): "bundle-none",
		file("short", []byte("leer")): "bundle-none", file("magic", whole[:leadSize-5]): "bundle-damaged", file("newer", newer): "bundle-newer",
		file("long", long): "bundle-damaged", file("header", whole[:leadSize+3]): "bundle-damaged",
	} {
		_, _, err := readAll(path, id.String())
		fails(t, code, err)
	}
	_, _, err = readAll(filepath.Join(dir, "gone"), id.String())
	if !errors.Is(err, os.ErrNotExist) {
		t.Error(err)
	}
	_, _, err = readAll(file("whole", whole), identity(t).String())
	fails(t, "bundle-other", err)
	var e *fault.Error
	if !errors.As(err, &e) || e.Args[1].Value != "laptop 2" {
		t.Errorf("it does not say whom it is for: %+v", e)
	}
}

// TestNothingButAllOfIt: cut off anywhere, with anything behind, and with any bit altered, a bundle is refused before its end is told.
func TestNothingButAllOfIt(t *testing.T) {
	id := identity(t)
	h := header
	h.Secret = []byte("wrapped")
	whole, err := os.ReadFile(sealed(t, h, id, bytes.Repeat([]byte("een pakket vol "), 20)))
	must(t, err)
	path := filepath.Join(t.TempDir(), "b")
	refused := func(what string, at int, body []byte) {
		t.Helper()
		must(t, os.WriteFile(path, body, 0o600))
		_, _, err := readAll(path, id.String())
		var e *fault.Error
		if !errors.As(err, &e) || !strings.HasPrefix(e.Msg, "bundle-") {
			t.Fatalf("%s at %d of %d: %v", what, at, len(whole), err)
		}
	}
	for n := range whole {
		refused("cut off", n, whole[:n])
		bad := bytes.Clone(whole)
		bad[n] ^= 1 << (n % 8)
		refused("altered", n, bad)
	}
	refused("longer", len(whole), append(bytes.Clone(whole), 0))
	refused("twice", len(whole), append(bytes.Clone(whole), whole...))
}

// crafted seals what is written to the compression, frames or not.
func crafted(t *testing.T, id *age.X25519Identity, o []zstd.EOption, fill func(w io.Writer, head []byte)) string {
	t.Helper()
	h := header
	h.Key = KeyOf(id.Recipient().String())
	path := filepath.Join(t.TempDir(), "crafted")
	f, err := os.Create(path)
	must(t, err)
	_, err = f.Write(h.encode())
	must(t, err)
	w, err := age.Encrypt(f, id.Recipient())
	must(t, err)
	z, err := zstd.NewWriter(w, o...)
	must(t, err)
	fill(z, h.encode())
	must(t, errors.Join(z.Close(), w.Close(), f.Close()))
	return path
}

// TestABombIsRefused: three gigabytes in less than half a megabyte are refused with little memory, and so is a window that would
// take it.
func TestABombIsRefused(t *testing.T) {
	id := identity(t)
	path := crafted(t, id, []zstd.EOption{zstd.WithWindowSize(8 << 20)}, func(w io.Writer, head []byte) {
		sum := sum256(head)
		must(t, binary.Write(w, binary.BigEndian, uint32(len(sum))))
		_, err := w.Write(sum[:])
		must(t, err)
		full := make([]byte, 4+frame.Longest)
		binary.BigEndian.PutUint32(full, frame.Longest)
		for range (3 << 30) / frame.Longest {
			_, err := w.Write(full)
			must(t, err)
		}
	})
	info, err := os.Stat(path)
	must(t, err)
	if info.Size() > 600<<10 {
		t.Fatalf("a bomb of %d bytes is none", info.Size())
	}
	s, err := Open(path)
	must(t, err)
	defer s.Close()
	r, err := s.Source(id.String())()
	must(t, err)
	defer r.Close()
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	n, err := io.Copy(io.Discard, r)
	runtime.ReadMemStats(&after)
	fails(t, "bundle-swollen", err)
	if n > 200<<20 {
		t.Errorf("%d MB were read of it", n>>20)
	}
	if grown := (after.TotalAlloc - before.TotalAlloc) >> 20; grown > 64 {
		t.Errorf("it took %d MB", grown)
	}
	wide := crafted(t, id, []zstd.EOption{zstd.WithWindowSize(64 << 20)}, func(w io.Writer, head []byte) {
		sum := sha256.Sum256(head)
		f := frame.NewWriter(w)
		_, err := f.Write(append(sum[:], bytes.Repeat([]byte("noot"), 1<<22)...))
		must(t, errors.Join(err, f.End()))
	})
	_, _, err = readAll(wide, id.String())
	fails(t, "bundle-damaged", err)
}

// TestFramesThatLie: a frame longer than any, one that never ends, and bytes behind the end.
func TestFramesThatLie(t *testing.T) {
	id := identity(t)
	one := func(w io.Writer, size uint32, body []byte) {
		must(t, binary.Write(w, binary.BigEndian, size))
		_, err := w.Write(body)
		must(t, err)
	}
	for what, lie := range map[string]func(w io.Writer, sum []byte){
		"too long":       func(w io.Writer, sum []byte) { one(w, frame.Longest+1, make([]byte, frame.Longest+1)) },
		"not whole":      func(w io.Writer, sum []byte) { one(w, 32, sum); one(w, 100, sum) },
		"without an end": func(w io.Writer, sum []byte) { one(w, 32, sum); one(w, 2, []byte("xy")) },
		"half a length":  func(w io.Writer, sum []byte) { one(w, 32, sum); _, _ = w.Write([]byte{0, 0}) },
		"more behind":    func(w io.Writer, sum []byte) { one(w, 32, sum); one(w, 0, []byte("x")) },
		"another header": func(w io.Writer, sum []byte) { one(w, 32, make([]byte, 32)); one(w, 0, nil) },
		"no sum":         func(w io.Writer, sum []byte) { one(w, 0, nil) },
	} {
		path := crafted(t, id, nil, func(w io.Writer, head []byte) { sum := sum256(head); lie(w, sum[:]) })
		if _, _, err := readAll(path, id.String()); err == nil {
			t.Errorf("%s is taken", what)
		} else {
			fails(t, "bundle-damaged", err)
		}
	}
}

// TestWhatCannotBeReadIsNotWritten: what would become a bomb is refused by who makes it.
func TestWhatCannotBeReadIsNotWritten(t *testing.T) {
	err := write(io.Discard, header, identity(t).Recipient().String(), func(w io.Writer) error {
		nothing := make([]byte, 1<<20)
		for range 300 {
			if _, err := w.Write(nothing); err != nil {
				return err
			}
		}
		return nil
	})
	fails(t, "bundle-too-big", err)
}

// TestTheCode: it opens the secret, no other does, and a price from elsewhere is not paid.
func TestTheCode(t *testing.T) {
	_, key, err := ed25519.GenerateKey(rand.Reader)
	must(t, err)
	secret := replica.Secret{Key: key, Identity: identity(t).String()}
	code, err := phrase.New(rand.Reader, CodeWords)
	must(t, err)
	wrapped, err := wrapSecret(secret, code, 10)
	must(t, err)
	got, err := unwrapSecret(wrapped, code)
	must(t, err)
	if !got.Key.Equal(key) || got.Identity != secret.Identity {
		t.Error("another secret comes out")
	}
	if bytes.Contains(wrapped, key.Seed()) || bytes.Contains(wrapped, []byte(secret.Identity)) {
		t.Error("it stands there in clear")
	}
	other, err := phrase.New(rand.Reader, CodeWords)
	must(t, err)
	_, err = unwrapSecret(wrapped, other)
	fails(t, "bundle-code", err)
	_, err = unwrapSecret(wrapped, "")
	fails(t, "bundle-code", err)
	for n := range wrapped {
		bad := bytes.Clone(wrapped)
		bad[n] ^= 1
		if _, err := unwrapSecret(bad, code); err == nil {
			t.Errorf("byte %d can be altered", n)
		}
	}
	dear := bytes.Replace(wrapped, []byte(" 10\n"), []byte(" 30\n"), 1)
	if bytes.Equal(dear, wrapped) {
		t.Fatal("the price stands elsewhere")
	}
	if _, err = unwrapSecret(dear, code); err == nil {
		t.Error("any price is paid")
	}
	s, err := Open(sealed(t, header, identity(t), nil))
	must(t, err)
	defer s.Close()
	_, err = s.Secret(code)
	fails(t, "bundle-no-code", err)
}

// TestALongHeader is refused, however right the rest of it is.
func TestALongHeader(t *testing.T) {
	short := header.encode()
	long := bytes.Clone(short)
	long[leadSize]++ // one field more
	long = cbor.Bytes(long, make([]byte, maxHeader))
	binary.BigEndian.PutUint32(long[leadSize-4:], uint32(len(long)-leadSize))
	_, _, err := readHeader(bytes.NewReader(long))
	fails(t, "bundle-damaged", err)
	more := bytes.Clone(short) // a later version may add a field
	more[leadSize]++
	more = cbor.Bytes(more, []byte("later"))
	binary.BigEndian.PutUint32(more[leadSize-4:], uint32(len(more)-leadSize))
	if h, _, err := readHeader(bytes.NewReader(more)); err != nil || h.For != header.For {
		t.Errorf("%+v %v", h, err)
	}
}

// FuzzHeader: whatever stands there is read, or refused with a sentence, and what is read is written the same.
func FuzzHeader(f *testing.F) {
	f.Add(header.encode())
	f.Add(Header{Secret: []byte("x")}.encode())
	f.Add([]byte("leerbalie bundle\n"))
	f.Fuzz(func(t *testing.T, body []byte) {
		h, raw, err := readHeader(bytes.NewReader(body))
		var e *fault.Error
		if err != nil {
			if !errors.As(err, &e) {
				t.Errorf("%v", err)
			}
			return
		}
		again, _, err := readHeader(bytes.NewReader(h.encode()))
		if err != nil || !bytes.HasPrefix(body, raw) || again.For != h.For || again.From != h.From || again.Key != h.Key || !bytes.Equal(again.Secret, h.Secret) {
			t.Errorf("%+v became %+v, %v", h, again, err)
		}
	})
}

func sum256(b []byte) [32]byte { return sha256.Sum256(b) }
