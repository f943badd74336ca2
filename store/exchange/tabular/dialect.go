package tabular

import (
	"bytes"
	"io"

	"leerbalie/model/fault"
)

// commas are the separators that are tried, the likeliest in a Dutch office first.
const commas = ";,\t|"

// notText names files that end up here by mistake, by how they begin.
func notText(head []byte) error {
	for _, workbook := range []string{"PK\x03\x04", "\xD0\xCF\x11\xE0"} {
		if bytes.HasPrefix(head, []byte(workbook)) {
			return fault.New(fault.Invalid, "csv.workbook")
		}
	}
	for _, other := range []string{"%PDF", "\x1F\x8B", "\x89PNG", "\xFF\xD8\xFF", "SQLite format"} {
		if bytes.HasPrefix(head, []byte(other)) {
			return fault.New(fault.Invalid, "csv.binary")
		}
	}
	if IsPage(head) {
		return fault.New(fault.Invalid, "csv.page")
	}
	return nil
}

// IsPage tells whether a file begins as a web page does, a workbook kept as XML, or a text with its layout. Some programs call such a file a
// spreadsheet.
func IsPage(head []byte) bool {
	head = bytes.ToLower(bytes.TrimLeft(bytes.TrimPrefix(head[:min(len(head), 512)], []byte("\ufeff")), " \t\r\n"))
	for _, begins := range []string{"<!doctype html", "<html", "<table", "<head", "<body", "{\\rtf"} {
		if bytes.HasPrefix(head, []byte(begins)) {
			return true
		}
	}
	return bytes.HasPrefix(head, []byte("<?")) && (bytes.Contains(head, []byte("excel.sheet")) || bytes.Contains(head, []byte("<workbook")) || bytes.Contains(head, []byte("<html")))
}

// plainText refuses a sample that no person wrote: zero bytes, or many control characters and that in most lines. Where they stand in some
// lines alone, those rows are refused when they are read.
func plainText(sample []byte) error {
	control, lines, damaged := 0, 0, 0
	for line := range bytes.Lines(bytes.ReplaceAll(sample, []byte{'\r'}, []byte{'\n'})) {
		here, filled := 0, false
		for _, c := range line {
			switch {
			case c == 0:
				return fault.New(fault.Invalid, "csv.binary")
			case isControl(c):
				here++
			}
			filled = filled || c > ' '
		}
		if here > 0 {
			damaged++
		}
		if here > 0 || filled {
			lines++
		}
		control += here
	}
	if control*20 > len(sample) && damaged*2 > lines {
		return fault.New(fault.Invalid, "csv.binary")
	}
	return nil
}

// isControl tells whether a byte is a control character that no text has.
func isControl(c byte) bool { return c < ' ' && c != '\t' && c != '\n' && c != '\r' }

// garbled tells whether a cell has control characters for half of it, and more than a stray one.
func garbled(cell []byte) bool {
	control := 0
	for _, c := range cell {
		if isControl(c) {
			control++
		}
	}
	return control >= 3 && control*2 >= len(cell)
}

// sepLine reads the line with which Excel names the separator, "sep=;", and says how long it is.
func sepLine(sample []byte) (comma byte, length int) {
	if len(sample) < 5 || !bytes.EqualFold(sample[:4], []byte("sep=")) || bytes.IndexByte([]byte(commas), sample[4]) < 0 {
		return 0, 0
	}
	rest := sample[5:]
	switch {
	case bytes.HasPrefix(rest, []byte("\r\n")):
		return sample[4], 7
	case bytes.HasPrefix(rest, []byte("\n")), bytes.HasPrefix(rest, []byte("\r")):
		return sample[4], 6
	}
	return 0, 0
}

// loneCR says whether records end with a CR by itself: outside quotes the sample has one and no LF at all. Between quotes
// there may be LFs: Excel on a Mac ends lines in a cell with them.
func loneCR(sample []byte) bool {
	seen, quoted := false, false
	for _, c := range sample {
		switch {
		case c == '"':
			quoted = !quoted
		case quoted:
		case c == '\n':
			return false
		case c == '\r':
			seen = true
		}
	}
	return seen
}

// detectComma tries each separator on the sample and takes the one that cuts most rows into as many cells as the header
// has, with more than one cell; the likelier separator wins a tie.
func detectComma(sample []byte, whole, crEnds bool) byte {
	best, bestScore := commas[0], -1
	for i := range len(commas) {
		if score := tryComma(sample, commas[i], whole, crEnds); score > bestScore {
			best, bestScore = commas[i], score
		}
	}
	return best
}

// tryComma scores one separator. whole says that the sample is the whole file; otherwise its last record is cut off and
// does not count.
func tryComma(sample []byte, comma byte, whole, crEnds bool) int {
	const rows = 30
	s := newScanner(bytes.NewReader(sample), comma, crEnds)
	header, same, seen := 0, 0, 0
	for seen < rows {
		err := s.record()
		if err == io.EOF || !whole && s.start >= s.end && s.err != nil {
			break
		}
		switch {
		case err == nil && s.blank():
			continue
		case err == nil && header == 0:
			header = len(s.ends)
			continue
		case err == nil && len(s.ends) == header:
			same++
		}
		seen++
	}
	score := min(header, 99)
	if seen > 0 {
		score += 100 * (same * 100 / seen)
	}
	if header > 1 {
		score += 100_000
	}
	return score
}
