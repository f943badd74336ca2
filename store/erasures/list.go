// Package erasures keeps lists of what was erased, as files: beside copies of a store, and in a folder outside of every store, so
// that a copy that was made before an erasure does not bring anybody back. A list holds no name, and no id: a salted digest of each.
package erasures

import (
	"bufio"
	"bytes"
	"crypto/rand"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"time"

	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/store/file"
)

// Ending is how the name of a list ends that stands beside a copy; Name is the name of the one in a folder of its own.
const (
	Ending = ".erased"
	Name   = "erased"
)

// heading is the first line of a list: family, which every form has, and a digit that a later form changes.
const (
	family  = "leerbalie erased "
	heading = family + "1"
)

// The bounds of a list, so that a hostile one takes neither memory nor time.
const (
	maxLines = 1_000_000
	maxLine  = 200 // bytes
	saltLen  = 16
)

// day is the form of a day in a list.
const day = "2006-01-02"

// List is what was erased, by salted digest.
type List struct {
	salt   []byte
	days   map[sum]string
	last   string
	torn   int // bytes of a last line without an end, of a program that was killed: it counts for nothing
	badRow int // the first line that is none, 0 when all are
}

type sum = [sha256.Size]byte

// Read reads a list. Errors: Invalid for a file that is none, and one that is larger than a list can be; those of the reader.
// Lines that are none are passed over: Bad names the first.
func Read(r io.Reader) (*List, error) {
	l := &List{days: map[sum]string{}}
	in := bufio.NewReaderSize(r, 4096)
	for n := 1; ; n++ {
		line, err := in.ReadSlice('\n')
		if errors.Is(err, bufio.ErrBufferFull) || n > maxLines+2 {
			return nil, fault.New(fault.Invalid, "erase-list-form", "line", n)
		}
		if err != nil && !errors.Is(err, io.EOF) {
			return nil, err
		}
		if n > 2 && err != nil {
			l.torn = len(line)
			return l, nil
		}
		text := strings.TrimRight(string(line), "\r\n")
		switch {
		case n <= 2 && !l.begin(n, text):
			return nil, fault.New(fault.Invalid, "erase-list-form", "line", n)
		case n > 2 && text != "" && !l.entry(text) && l.badRow == 0:
			l.badRow = n
		}
		if err != nil {
			return nil, fault.New(fault.Invalid, "erase-list-form", "line", n)
		}
	}
}

// begin reads one of the two lines at the beginning.
func (l *List) begin(n int, text string) bool {
	if n == 1 {
		return text == heading
	}
	word, salt, _ := strings.Cut(text, " ")
	var err error
	l.salt, err = hex.DecodeString(salt)
	return word == "salt" && err == nil && len(l.salt) == saltLen
}

func (l *List) entry(text string) bool {
	digest, on, _ := strings.Cut(text, " ")
	var d sum
	b, err := hex.DecodeString(digest)
	if err != nil || len(b) != len(d) || len(text) > maxLine {
		return false
	}
	if _, err := time.Parse(day, on); err != nil {
		return false
	}
	copy(d[:], b)
	l.days[d], l.last = on, max(l.last, on)
	return true
}

// Has tells whether something stands on the list.
func (l *List) Has(id journal.ID) bool {
	_, ok := l.days[l.digest(id)]
	return ok
}

// Len is how many stand on it, Last the day of the last erasure, "" when there is none, and Bad the first line that is none, 0 when
// all are.
func (l *List) Len() int     { return len(l.days) }
func (l *List) Last() string { return l.last }
func (l *List) Bad() int     { return l.badRow }

func (l *List) digest(id journal.ID) sum { return sha256.Sum256(append(bytes.Clone(l.salt), id[:]...)) }

// Open reads the list at a path. Errors: those of Read, and of the file system.
func Open(path string) (*List, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	if info, err := f.Stat(); err != nil || !info.Mode().IsRegular() {
		return nil, errors.Join(err, fault.New(fault.Invalid, "erase-list-form", "path", path, "line", 0))
	}
	l, err := Read(f)
	var known *fault.Error
	if errors.As(err, &known) {
		err = fault.New(known.Kind, known.Msg, append([]any{"path", path}, flat(known.Args)...)...)
	}
	return l, err
}

func flat(args []fault.Arg) (out []any) {
	for _, a := range args {
		out = append(out, a.Name, a.Value)
	}
	return out
}

// IsList tells whether what stands at path, or what a link there leads to, begins as a list of any form does. What is not there, or is
// no file, does not. Errors: those of the file system.
func IsList(path string) (bool, error) {
	if info, err := os.Stat(path); errors.Is(err, os.ErrNotExist) || err == nil && !info.Mode().IsRegular() {
		return false, nil
	}
	f, err := os.Open(path)
	if err != nil {
		return false, err
	}
	defer f.Close()
	begins := make([]byte, len(family))
	n, err := io.ReadFull(f, begins)
	if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
		err = nil
	}
	return string(begins[:n]) == family, err
}

// Keep adds to the list at a path what it lacks, and makes one where there is none, which owing notes first; what stands on it
// stays. Errors: those of the file system; Invalid when the file is no list.
func Keep(path string, ids []journal.ID, on time.Time, owing file.Owing) error {
	l, err := Open(path)
	if errors.Is(err, os.ErrNotExist) {
		if err := begun(path, owing); err != nil {
			return err
		}
		l, err = Open(path)
	}
	if err != nil {
		return err
	}
	var lines strings.Builder
	for _, id := range ids {
		if d := l.digest(id); l.days[d] == "" {
			fmt.Fprintf(&lines, "%x %s\n", d, on.UTC().Format(day))
		}
	}
	if lines.Len() == 0 {
		return nil
	}
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_APPEND, 0o600)
	if err != nil {
		return err
	}
	if info, serr := f.Stat(); l.torn > 0 && serr == nil {
		err = f.Truncate(info.Size() - int64(l.torn))
	}
	if err == nil {
		_, err = io.WriteString(f, lines.String())
	}
	return errors.Join(err, f.Sync(), f.Close())
}

// begun makes an empty list, with a salt of its own, and its folder.
func begun(path string, owing file.Owing) error {
	salt := make([]byte, saltLen)
	if _, err := rand.Read(salt); err != nil {
		return fault.New(fault.Internal, "random-source").Because(err)
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return err
	}
	err := file.CreateOwing(path, owing, func(tmp string) error {
		return os.WriteFile(tmp, fmt.Appendf(nil, "%s\nsalt %x\n", heading, salt), 0o600)
	})
	if fault.KindOf(err) == fault.Conflict { // another program was first
		return nil
	}
	return err
}

// Beside are the lists beside a copy: its own, and those of other copies in its folder, which may know of later erasures. Errors:
// those of Open; what lies there and is unreadable is an error, since who stands on it would come back.
func Beside(copied string) (out []*List, err error) {
	entries, err := os.ReadDir(filepath.Dir(copied))
	if err != nil {
		return nil, err
	}
	for _, e := range entries {
		if strings.HasSuffix(e.Name(), Ending) {
			l, err := Sound(filepath.Join(filepath.Dir(copied), e.Name()))
			if err != nil {
				return nil, err
			}
			out = append(out, l)
		}
	}
	return out, nil
}

// Sound is Open for a list of which no line may be lost. Errors: as there, and Invalid for one with a line that is none.
func Sound(path string) (*List, error) {
	l, err := Open(path)
	if err == nil && l.Bad() > 0 {
		err = fault.New(fault.Invalid, "erase-list-form", "path", path, "line", l.Bad())
	}
	return l, err
}
