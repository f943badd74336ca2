package exchange

import (
	"hash/maphash"
	"regexp"
	"strings"
	"sync"

	"golang.org/x/text/unicode/norm"

	"leerbalie/model/fault"
)

// sameID is an id of a file as two ways of storing it have it in common: without spaces around it, and with each letter composed. Zeros in
// front count: 01 is not 1, for programs write either, and never both of one thing.
func sameID(text string) string { return norm.NFC.String(strings.TrimSpace(text)) }

var scientific = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^[0-9]+([.,][0-9]+)?[eE]\+[0-9]+$`) })

// lostDigits tells whether an id is a number of which a spreadsheet kept no more than it showed: 2,02603E+11.
func lostDigits(text string) bool {
	return strings.ContainsAny(text, "eE") && scientific().MatchString(text)
}

// identities are the ids of the rows of a file that were read, as hashes: of a million they take some tens of megabytes.
type identities struct {
	seed   maphash.Seed
	seen   map[uint64]identity
	padded map[uint64]string // of ids with zeros in front, what they are without
}

// identity is a row that had an id.
type identity struct {
	row   int32
	print uint32 // of all that it says
}

// mostPadded is how many ids with zeros in front are kept in mind.
const mostPadded = 100_000

func newIdentities() *identities {
	return &identities{seed: maphash.MakeSeed(), seen: map[uint64]identity{}, padded: map[uint64]string{}}
}

// judge says whether a row stood in the file before: again tells that this is the same once more. Errors: Conflict for another row under an
// id that one before it had.
func (i *identities) judge(e *entry, row int) (again bool, err error) {
	if e.print == 0 {
		return false, nil
	}
	id := e.request.Source
	key := maphash.String(i.seed, id)
	now := identity{int32(row), uint32(e.print >> 32)}
	if before, is := i.seen[key]; is {
		if before.print == now.print {
			return true, nil
		}
		return false, fault.New(fault.Conflict, "import.source-twice", "source", id, "row", int(before.row))
	}
	i.seen[key] = now
	bare := strings.TrimLeft(id, "0")
	switch {
	case bare == "" || bare[0] < '0' || bare[0] > '9':
	case bare != id:
		short := maphash.String(i.seed, bare)
		if _, is := i.seen[short]; is {
			e.tell("import.zeros-in-front", id)
		}
		if len(i.padded) < mostPadded {
			i.padded[short] = id
		}
	default:
		if other, is := i.padded[key]; is {
			e.tell("import.zeros-in-front", other)
		}
	}
	return false, nil
}
