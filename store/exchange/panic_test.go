package exchange

import (
	"fmt"
	"strings"
	"testing"

	"leerbalie/model/transfer"
)

// breaking gives a file, and panics where it ends.
type breaking struct{ rest *strings.Reader }

func (b *breaking) Read(p []byte) (int, error) {
	if b.rest.Len() == 0 {
		panic("no such byte")
	}
	return b.rest.Read(p)
}

// TestAPanicWhileReadingIsTheCallers: it ends where the import was asked for, so that only that session ends of it.
func TestAPanicWhileReadingIsTheCallers(t *testing.T) {
	session := deskSession(t)
	defer func() {
		if p := recover(); !strings.Contains(fmt.Sprint(p), "no such byte") {
			t.Errorf("the import ended with %v", p)
		}
	}()
	rows := "summary,details\n" + strings.Repeat(","+strings.Repeat("huur ", 50)+"\n", 5000) // beyond what is looked at first; none is taken
	_, err := ImportRequests(t.Context(), session, &breaking{strings.NewReader(rows)}, transfer.ImportOptions{Now: clock})
	t.Errorf("the import ended in order: %v", err)
}
