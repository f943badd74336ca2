package tabular

import (
	"bytes"
	"io"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	utf16 "golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"

	"leerbalie/model/fault"
)

// Encoding names how the letters of a file are stored.
type Encoding string

// The encodings that are read. Undecided is a file with nothing but ASCII in it so far.
const (
	Undecided   Encoding = ""
	UTF8        Encoding = "utf-8"
	UTF16       Encoding = "utf-16"
	Windows1252 Encoding = "windows-1252"
	ISO8859x15  Encoding = "iso-8859-15"
	Macintosh   Encoding = "macintosh" // MacRoman: Excel on a Mac, and "Macintosh" in its list
	CodePage850 Encoding = "cp850"     // of DOS, and of the command line of Windows; CP437 has the letters of Dutch in the same places
)

// tables are the old encodings.
func tables(e Encoding) *charmap.Charmap {
	switch e {
	case ISO8859x15:
		return charmap.ISO8859_15
	case Macintosh:
		return charmap.Macintosh
	case CodePage850:
		return charmap.CodePage850
	}
	return charmap.Windows1252
}

// unmark takes a byte order mark off and turns UTF-16 into UTF-8. head is the beginning of the file; the reader given
// back begins at the beginning again.
func unmark(head []byte, rest io.Reader) (io.Reader, Encoding) {
	whole := io.MultiReader(bytes.NewReader(head), rest)
	wide := func(order utf16.Endianness) io.Reader {
		return transform.NewReader(whole, utf16.UTF16(order, utf16.UseBOM).NewDecoder())
	}
	switch {
	case bytes.HasPrefix(head, []byte{0xEF, 0xBB, 0xBF}):
		return io.MultiReader(bytes.NewReader(head[3:]), rest), UTF8
	case bytes.HasPrefix(head, []byte{0xFF, 0xFE, 0, 0}): // UTF-32, which nobody saves a table in
		return whole, Undecided
	case bytes.HasPrefix(head, []byte{0xFF, 0xFE}):
		return wide(utf16.LittleEndian), UTF16
	case bytes.HasPrefix(head, []byte{0xFE, 0xFF}):
		return wide(utf16.BigEndian), UTF16
	}
	// UTF-16 without a mark: Western text has a zero in every second byte.
	if zeros := zeroBytes(head); zeros[0] == 0 && zeros[1] > len(head)/4 {
		return transform.NewReader(whole, utf16.UTF16(utf16.LittleEndian, utf16.IgnoreBOM).NewDecoder()), UTF16
	} else if zeros[1] == 0 && zeros[0] > len(head)/4 {
		return transform.NewReader(whole, utf16.UTF16(utf16.BigEndian, utf16.IgnoreBOM).NewDecoder()), UTF16
	}
	return whole, Undecided
}

// Decode turns the bytes of a whole file, or of its beginning, into UTF-8 without a mark, by the rules by which tables are
// read.
func Decode(raw []byte) []byte {
	text, enc := unmark(raw, bytes.NewReader(nil))
	out, err := io.ReadAll(text)
	switch {
	case err != nil || enc == UTF16:
		return out
	case utf8.Valid(out):
		return out
	}
	out, _ = tables(guess(out)).NewDecoder().Bytes(out)
	return out
}

// zeroBytes counts the zero bytes at even and at odd places.
func zeroBytes(b []byte) (count [2]int) {
	for i, c := range b {
		if c == 0 {
			count[i%2]++
		}
	}
	return count
}

// guess decides between the old encodings by the sample. Only ISO 8859-15 uses A4, for the euro sign, and has nothing at 80 to 9F. Of the
// others it is the one in which the signs stand where they do in words; where two do, that of Windows.
func guess(sample []byte) Encoding {
	euro, windows := 0, 0
	for _, c := range sample {
		switch {
		case c == 0xA4:
			euro++
		case c >= 0x80 && c < 0xA0:
			windows++
		}
	}
	if euro > 0 && windows == 0 {
		return ISO8859x15
	}
	best, most := Windows1252, likely(sample, charmap.Windows1252)
	for _, e := range []Encoding{Macintosh, CodePage850} {
		if n := likely(sample, tables(e)); n > most {
			best, most = e, n
		}
	}
	return best
}

// likely tells how well a sample reads in an encoding: letters that words here have count for it; against it count signs and capitals inside
// a word, and bytes that it has nothing for.
func likely(sample []byte, table *charmap.Charmap) (score int) {
	at := func(i int) rune {
		if i < 0 || i >= len(sample) {
			return ' '
		}
		return table.DecodeByte(sample[i])
	}
	for i, c := range sample {
		if c < utf8.RuneSelf {
			continue
		}
		r, before, after := at(i), at(i-1), at(i+1)
		switch {
		case r == utf8.RuneError || unicode.IsControl(r):
			score -= 10
		case unicode.IsLetter(r) && unicode.IsUpper(r) && unicode.IsLower(before):
			score -= 4
		case unicode.IsLetter(r) && !unicode.IsUpper(r) && strings.ContainsRune("éëïöüèçáóíàêâôûîñäúı", r):
			score += 3
		case unicode.IsLetter(r) && unicode.IsUpper(r) && strings.ContainsRune("ÉËÏÖÜÈÇÁÓÍÄÅØÑ", r) && (unicode.IsLetter(after) || unicode.IsSpace(after)):
			score += 2
		case unicode.IsLetter(r):
		case unicode.IsLetter(before) && unicode.IsLetter(after) && r != '’':
			score -= 4
		case strings.ContainsRune("€’‘“”–…•°§´\u00a0", r):
			score += 2
		default:
			score--
		}
	}
	return score
}

// decoder turns the bytes of a record into text. It decides at the first letter outside ASCII: sound UTF-8 is UTF-8, and
// anything else is the old encoding that fits. From then on a record that does not fit is refused, not guessed at.
type decoder struct {
	enc Encoding
	old Encoding // what it is when it is not UTF-8
}

// cells turns text into a string and moves ends along.
func (d *decoder) cells(text []byte, ends []int) (string, error) {
	ascii, control := true, false
	for _, c := range text {
		if c >= utf8.RuneSelf {
			ascii = false
		} else if c == 0 {
			return "", fault.New(fault.Invalid, "csv.nul")
		} else if isControl(c) {
			control = true
		}
	}
	for i, begin := 0, 0; control && i < len(ends); i++ {
		if garbled(text[begin:ends[i]]) {
			return "", fault.New(fault.Invalid, "csv.nul")
		}
		begin = ends[i]
	}
	if ascii {
		return string(text), nil
	}
	if d.enc == Undecided {
		if d.enc = d.old; d.enc == Undecided { // there was nothing to see at the beginning
			d.enc = guess(text)
		}
		if validCells(text, ends) {
			d.enc = UTF8
		}
	}
	switch d.enc {
	case Windows1252, ISO8859x15, Macintosh, CodePage850:
		out := decodeCells(tables(d.enc), text, ends)
		if strings.ContainsRune(out, utf8.RuneError) { // it has no letter for one of these bytes
			return "", fault.New(fault.Invalid, "csv.encoding")
		}
		return out, nil
	}
	if !validCells(text, ends) {
		return "", fault.New(fault.Invalid, "csv.encoding")
	}
	return string(text), nil
}

func validCells(text []byte, ends []int) bool {
	begin := 0
	for _, end := range ends {
		if !utf8.Valid(text[begin:end]) {
			return false
		}
		begin = end
	}
	return true
}

func decodeCells(table *charmap.Charmap, text []byte, ends []int) string {
	out := make([]byte, 0, len(text)+len(text)/4)
	begin := 0
	for i, end := range ends {
		for _, c := range text[begin:end] {
			out = utf8.AppendRune(out, table.DecodeByte(c))
		}
		begin = end
		ends[i] = len(out)
	}
	return string(out)
}
