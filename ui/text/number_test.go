package text

import (
	"strings"
	"testing"

	"leerbalie/model/fault"
)

// TestNoSentenceShowsANumber: what came from a file or a hand is shown without the digits, such as a heading; an id stays whole.
func TestNoSentenceShowsANumber(t *testing.T) {
	w := All().For("nl")
	got := w.Error(fault.New(fault.Invalid, "import.no-column", "target", "summary", "column", "123.456.782", "columns", "Naam, 111222333"))
	if strings.Contains(got, "456") || strings.Contains(got, "111") || !strings.Contains(got, "▯▯▯.▯▯▯.▯▯▯") || !strings.Contains(got, "Naam") {
		t.Error(got)
	}
	for _, address := range []string{"10.255.255.1", "ssh://desk@10.255.255.1:2222"} {
		if got := w.Error(fault.New(fault.NotFound, "sync-silent", "host", address)); !strings.Contains(got, "10.255.255.1") {
			t.Error(got)
		}
	}
	if got := w.Error(fault.New(fault.NotFound, "sync-address", "address", "ssh://123.456.782")); strings.Contains(got, "456") {
		t.Error(got)
	}
	const id = "0182254a-0000-7000-8000-a882254960ab"
	if got := w.Error(fault.New(fault.NotFound, "person-unknown", "name", id)); !strings.Contains(got, id) {
		t.Error(got)
	}
}
