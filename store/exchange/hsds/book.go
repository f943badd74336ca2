package hsds

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"io"
	"io/fs"
	"path"
	"slices"
	"strings"

	"leerbalie/model/fault"
	"leerbalie/store/exchange/tabular"
)

// What is read at most, in bytes: of an archive as it lies there, and of all that is in it, or of one file in JSON.
const (
	mostPacked = 128 << 20
	mostBytes  = 512 << 20
	mostFiles  = 500
)

// Input is where a directory is read from: a file, or a folder.
type Input struct {
	Name string    // of the file, without a folder
	Src  io.Reader // nil: a folder
	// Folder opens a file of the folder. Errors: fs.ErrNotExist.
	Folder func(name string) (io.ReadCloser, error)
}

// page is one file of a directory: its name without folder and its bytes as they come.
type page struct {
	name string
	open func() (io.ReadCloser, error)
}

// folderNames are the names of files that are looked for in a folder.
func folderNames() (out []string) {
	for _, t := range schema() {
		for _, name := range []string{t.Name, t.Entity, t.Name + "s", t.Entity + "s", t.Entity + "ies"} {
			if name += ".csv"; !slices.Contains(out, name) {
				out = append(out, name)
			}
		}
	}
	return append(out, "mail_addresses.csv", "regular_schedules.csv", "holiday_schedules.csv", "service_capacities.csv")
}

// folder are the files of a directory that stand in a folder. Errors: Invalid where there are none; the disk's.
func folder(open func(name string) (io.ReadCloser, error)) (out []page, err error) {
	for _, name := range folderNames() {
		f, err := open(name)
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err != nil {
			return nil, err
		}
		_ = f.Close()
		out = append(out, page{name, func() (io.ReadCloser, error) { return open(name) }})
	}
	if len(out) == 0 {
		return nil, wrong("hsds.folder-empty")
	}
	return out, nil
}

// unpack are the files of a directory that is a zip file, most bytes of them; unread are those of other kinds. Errors: Invalid for an archive that is damaged, too large,
// leads out of itself, or has nothing of a directory in it; those of reading.
func unpack(src io.Reader, most int64) (out []page, unread []string, err error) {
	packed, err := io.ReadAll(io.LimitReader(src, mostPacked+1))
	if err != nil {
		return nil, nil, err
	}
	if len(packed) > mostPacked {
		return nil, nil, wrong("hsds.zip-large", "most", mostPacked>>20)
	}
	z, err := zip.NewReader(bytes.NewReader(packed), int64(len(packed)))
	if err != nil && !errors.Is(err, zip.ErrInsecurePath) {
		return nil, nil, fault.New(fault.Invalid, "hsds.zip-damaged").Because(err)
	}
	if len(z.File) > mostFiles {
		return nil, nil, wrong("hsds.zip-large", "most", mostPacked>>20)
	}
	left := &budget{most, most}
	seen := map[string]bool{}
	for _, f := range z.File {
		name := strings.ReplaceAll(f.Name, `\`, "/")
		if path.IsAbs(name) || !fs.ValidPath(strings.TrimSuffix(name, "/")) || len(name) > 1 && name[1] == ':' || f.Mode()&fs.ModeSymlink != 0 {
			return nil, nil, wrong("hsds.zip-path", "name", short(f.Name))
		}
		base := path.Base(name)
		switch {
		case strings.HasSuffix(name, "/") || strings.HasPrefix(base, ".") || strings.HasPrefix(name, "__MACOSX/") || base == "datapackage.json":
		case base == "[Content_Types].xml":
			return nil, nil, wrong("csv.workbook")
		case !strings.EqualFold(path.Ext(base), ".csv") && !strings.EqualFold(path.Ext(base), ".json"):
			unread = append(unread, base)
		case seen[strings.ToLower(base)]:
			return nil, nil, wrong("hsds.zip-twice", "name", short(base))
		default:
			seen[strings.ToLower(base)] = true
			out = append(out, page{base, func() (io.ReadCloser, error) {
				r, err := f.Open()
				if err != nil {
					return nil, fault.New(fault.Invalid, "hsds.zip-damaged").Because(err)
				}
				return left.of(r), nil
			}})
		}
	}
	if len(out) == 0 {
		return nil, nil, wrong("hsds.zip-none")
	}
	return out, unread, nil
}

// budget is how much may still be unpacked of an archive. What an archive says of the size of its files is not believed.
type budget struct{ left, most int64 }

func (b *budget) of(r io.ReadCloser) io.ReadCloser { return &spending{r, b} }

type spending struct {
	io.ReadCloser
	of *budget
}

func (s *spending) Read(p []byte) (int, error) {
	n, err := s.ReadCloser.Read(p)
	if s.of.left -= int64(n); s.of.left < 0 {
		return 0, ended{wrong("hsds.zip-bomb", "most", s.of.most>>20)}
	}
	if err != nil && err != io.EOF { //nolint:errorlint // a reader gives it as it is
		err = ended{fault.New(fault.Invalid, "hsds.zip-damaged").Because(err)}
	}
	return n, err
}

// ended is why no more can be read of a file. It hides what is wrong from who reads tables: there it would be a fault of one row, with more
// to come.
type ended struct{ why error }

// Error is the form for logs.
func (e ended) Error() string { return e.why.Error() }

// plainly is what is wrong, without what hid it.
func plainly(err error) error {
	var e ended
	if errors.As(err, &e) {
		return e.why
	}
	return err
}

// sheet is one table as it is written.
type sheet struct {
	file   string
	header []string
	rows   []tabular.Row
}

// readSheet reads a whole table: a directory fits in memory. Rows that cannot be read are refused; columns that are named as ones with citizen
// service numbers are dropped.
func (s *Set) readSheet(ctx context.Context, file string, src io.Reader, known func(string) bool) (*sheet, error) {
	t, err := tabular.NewReader(src, tabular.Options{Known: known})
	if err != nil {
		return nil, plainly(inRow(err))
	}
	out := &sheet{file: file, header: slices.Clone(t.Header())}
	s.drop(out.header)
	room := mostBytes
	for {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		row, err := t.Next()
		var wrongRow *tabular.RowError
		switch {
		case errors.Is(err, io.EOF):
			return out, nil
		case errors.As(err, &wrongRow):
			s.refuse(file, wrongRow.Row, "", wrongRow.Err)
			continue
		case isFault(err, "csv.onlyheader"):
			return out, nil
		case err != nil:
			return nil, plainly(err)
		}
		row.Cells = slices.Clone(row.Cells)
		for _, c := range row.Cells {
			room -= len(c) + 16
		}
		if room < 0 {
			return nil, wrong("hsds.large", "most", mostBytes>>20)
		}
		out.rows = append(out.rows, row)
	}
}

// inRow is the fault of a row, where that is all there is to say of a file.
func inRow(err error) error {
	var row *tabular.RowError
	if errors.As(err, &row) {
		return row.Err
	}
	return err
}

func isFault(err error, msg string) bool {
	var e *fault.Error
	return errors.As(err, &e) && e.Msg == msg
}

func isInvalid(err error) bool { return err != nil && fault.KindOf(err) == fault.Invalid }
