package erasures

import (
	"errors"
	"os"
	"path/filepath"
)

// Told is what putting a copy back made of the lists of what was erased.
type Told struct {
	Lists int    // how many there were
	Last  string // the day of the last erasure on them, as 2026-11-30; "" when none stands on any
	Again int    // how many residents, requests and records of students were in the copy, and were erased once more
}

// In is where this machine keeps what was erased from whatever store, "" when it keeps nothing: what has the name of its
// folder is none.
func In(state string) string {
	if state == "" {
		return ""
	}
	if info, err := os.Stat(state); err == nil && !info.IsDir() {
		return ""
	}
	return filepath.Join(state, Name)
}

// For are the lists of what was erased that are at hand for a copy: that of this machine, and those beside the copy.
func For(copied, state string) (out []*List, told Told, err error) {
	out, err = Beside(copied)
	if err != nil {
		return nil, told, err
	}
	if path := In(state); path != "" {
		switch l, err := Sound(path); {
		case errors.Is(err, os.ErrNotExist):
		case err != nil:
			return nil, told, err
		default:
			out = append(out, l)
		}
	}
	told.Lists = len(out)
	for _, l := range out {
		told.Last = max(told.Last, l.Last())
	}
	return out, told, nil
}
