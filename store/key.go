package store

import (
	"encoding/binary"

	"leerbalie/model/desk"
	"leerbalie/model/journal"
)

const (
	streamLen = 8 + 1 + 16
	logKeyLen = streamLen + 8
)

func appendStream(b []byte, s journal.Stream) []byte {
	b = append(b, s.Replica[:]...)
	b = append(b, byte(s.Scope.Class))
	return append(b, s.Scope.Part[:]...)
}

func streamKey(s journal.Stream) []byte { return appendStream(make([]byte, 0, logKeyLen), s) }

func logKey(s journal.Stream, seq uint64) []byte {
	return binary.BigEndian.AppendUint64(streamKey(s), seq)
}

func parseStream(b []byte) (s journal.Stream) {
	copy(s.Replica[:], b)
	s.Scope.Class = journal.Class(b[8])
	copy(s.Scope.Part[:], b[9:])
	return s
}

func recordKey(k journal.Kind, id journal.ID) []byte {
	return append(append(make([]byte, 0, 41), byte(k)), id[:]...)
}

func appendStamp(b []byte, s journal.Stamp) []byte {
	b = binary.BigEndian.AppendUint64(b, uint64(s.Time))
	b = append(b, s.Replica[:]...)
	return binary.BigEndian.AppendUint64(b, s.Seq)
}

func parseStamp(b []byte) (s journal.Stamp) {
	s.Time = journal.Logical(binary.BigEndian.Uint64(b))
	copy(s.Replica[:], b[8:])
	s.Seq = binary.BigEndian.Uint64(b[16:])
	return s
}

func itemKey(k journal.Kind, id journal.ID, s journal.Stamp) []byte {
	return appendStamp(recordKey(k, id), s)
}

func twoIDs(a, b journal.ID) []byte { return append(append(make([]byte, 0, 32), a[:]...), b[:]...) }

func parseID(b []byte) (id journal.ID) {
	copy(id[:], b)
	return id
}

func queueKey(site journal.ID, view desk.QueueView, place string) []byte {
	b := append(make([]byte, 0, 18+len(place)), 'q')
	b = append(append(b, site[:]...), byte(view))
	return append(b, place...)
}

// numberKey ends in the id, and so does sourceKey: two copies that work apart can give out one number, or take in the same
// file. The zero ID gives the beginning that such keys share.
func numberKey(number string, id journal.ID) []byte {
	b := append(append(make([]byte, 0, 18+len(number)), 'n'), number...)
	return appendNamed(b, id)
}

func sourceKey(site journal.ID, source string, id journal.ID) []byte {
	b := append(append(append(make([]byte, 0, 34+len(source)), 's'), site[:]...), source...)
	return appendNamed(b, id)
}

func appendNamed(b []byte, id journal.ID) []byte {
	if b = append(b, 0); id.IsZero() {
		return b
	}
	return append(b, id[:]...)
}

func ofResidentKey(site, resident, id journal.ID) []byte {
	b := append(make([]byte, 0, 49), 'r')
	b = append(append(b, site[:]...), resident[:]...)
	return append(b, id[:]...)
}

func mergedKey(site, into, id journal.ID) []byte {
	return append([]byte{'j'}, append(twoIDs(site, into), id[:]...)...)
}

func linkedKey(site, to, id journal.ID) []byte {
	return append([]byte{'l'}, append(twoIDs(site, to), id[:]...)...)
}

func residentKey(site, id journal.ID) []byte {
	return append(append(append(make([]byte, 0, 33), 'b'), site[:]...), id[:]...)
}

func erasedKey(id journal.ID) []byte { return append([]byte{'e'}, id[:]...) }

func unindexedKey(k journal.Kind, site, id journal.ID) []byte {
	return append(append(append(make([]byte, 0, 33), byte(k)), site[:]...), id[:]...)
}

func countKey(site journal.ID, s desk.Status) []byte {
	return append(append(make([]byte, 0, 24), site[:]...), s...)
}

func number(n uint64) []byte { return binary.BigEndian.AppendUint64(nil, n) }

func parseNumber(b []byte) uint64 {
	if len(b) != 8 {
		return 0
	}
	return binary.BigEndian.Uint64(b)
}
