package open311

import (
	"encoding/xml"
	"errors"
	"io"
	"strings"

	"golang.org/x/text/encoding/charmap"

	"leerbalie/model/fault"
)

// xmlRecords gives the request elements, at whatever depth they stand.
func xmlRecords(in io.Reader, budget *budget) func(*written) (int, error) {
	dec := xml.NewDecoder(in)
	dec.CharsetReader = charset
	row := 0
	return func(w *written) (int, error) {
		budget.renew()
		for {
			token, err := dec.Token()
			if errors.Is(err, io.EOF) && row == 0 {
				return row, fault.New(fault.Invalid, "open311.form")
			}
			if errors.Is(err, io.EOF) {
				return row, io.EOF
			}
			if err != nil {
				return row, broken(row+1, err)
			}
			start, ok := token.(xml.StartElement)
			if !ok || start.Name.Local != "request" {
				continue
			}
			row++
			if err := dec.DecodeElement(w, &start); err != nil {
				return row, broken(row, err)
			}
			return row, nil
		}
	}
}

// charset reads the encodings of older servers.
func charset(name string, in io.Reader) (io.Reader, error) {
	switch strings.ToLower(name) {
	case "utf-8", "utf8", "us-ascii":
		return in, nil
	case "iso-8859-1", "windows-1252", "latin1":
		return charmap.Windows1252.NewDecoder().Reader(in), nil
	case "iso-8859-15":
		return charmap.ISO8859_15.NewDecoder().Reader(in), nil
	}
	return nil, fault.New(fault.Invalid, "open311.charset", "name", name)
}
