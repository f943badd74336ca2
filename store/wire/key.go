package wire

import (
	"encoding/binary"
	"math"

	"leerbalie/model/desk"
	"leerbalie/model/journal"
)

const (
	StreamLen = 8 + 1 + 16
	LogKeyLen = StreamLen + 8
)

func appendStream(b []byte, s journal.Stream) []byte {
	b = append(b, s.Replica[:]...)
	b = append(b, byte(s.Scope.Class))
	return append(b, s.Scope.Part[:]...)
}

func StreamKey(s journal.Stream) []byte { return appendStream(make([]byte, 0, LogKeyLen), s) }

func LogKey(s journal.Stream, seq uint64) []byte {
	return binary.BigEndian.AppendUint64(StreamKey(s), seq)
}

func ParseStream(b []byte) (s journal.Stream) {
	copy(s.Replica[:], b)
	s.Scope.Class = journal.Class(b[8])
	copy(s.Scope.Part[:], b[9:])
	return s
}

func RecordKey(k journal.Kind, id journal.ID) []byte {
	return append(append(make([]byte, 0, 41), byte(k)), id[:]...)
}

func AppendStamp(b []byte, s journal.Stamp) []byte {
	b = binary.BigEndian.AppendUint64(b, uint64(s.Time))
	b = append(b, s.Replica[:]...)
	return binary.BigEndian.AppendUint64(b, s.Seq)
}

func ParseStamp(b []byte) (s journal.Stamp) {
	s.Time = journal.Logical(binary.BigEndian.Uint64(b))
	copy(s.Replica[:], b[8:])
	s.Seq = binary.BigEndian.Uint64(b[16:])
	return s
}

func ItemKey(k journal.Kind, id journal.ID, s journal.Stamp) []byte {
	return AppendStamp(RecordKey(k, id), s)
}

func TwoIDs(a, b journal.ID) []byte { return append(append(make([]byte, 0, 32), a[:]...), b[:]...) }

func ParseID(b []byte) (id journal.ID) {
	copy(id[:], b)
	return id
}

func QueueKey(site journal.ID, view desk.QueueView, place string) []byte {
	b := append(make([]byte, 0, 18+len(place)), 'q')
	b = append(append(b, site[:]...), byte(view))
	return append(b, place...)
}

// NumberKey ends in the id, and so does sourceKey: two copies that work apart can give out one number, or take in the same
// file. The zero ID gives the beginning that such keys share.
func NumberKey(number string, id journal.ID) []byte {
	b := append(append(make([]byte, 0, 18+len(number)), 'n'), number...)
	return appendNamed(b, id)
}

func SourceKey(site journal.ID, source string, id journal.ID) []byte {
	b := append(append(append(make([]byte, 0, 34+len(source)), 's'), site[:]...), source...)
	return appendNamed(b, id)
}

func appendNamed(b []byte, id journal.ID) []byte {
	if b = append(b, 0); id.IsZero() {
		return b
	}
	return append(b, id[:]...)
}

func OfResidentKey(site, resident, id journal.ID) []byte {
	b := append(make([]byte, 0, 49), 'r')
	b = append(append(b, site[:]...), resident[:]...)
	return append(b, id[:]...)
}

func MergedKey(site, into, id journal.ID) []byte {
	return append([]byte{'j'}, append(TwoIDs(site, into), id[:]...)...)
}

func LinkedKey(site, to, id journal.ID) []byte {
	return append([]byte{'l'}, append(TwoIDs(site, to), id[:]...)...)
}

func JoinedKey(site, into, id journal.ID) []byte {
	return append([]byte{'g'}, append(TwoIDs(site, into), id[:]...)...)
}

func ResidentKey(site, id journal.ID) []byte {
	return append(append(append(make([]byte, 0, 33), 'b'), site[:]...), id[:]...)
}

// ReferralKey is where the referral of a request to a service stands; n counts those of one request.
func ReferralKey(site, service, request journal.ID, n int) []byte {
	b := append(append(make([]byte, 0, 50), 'd'), TwoIDs(site, service)...)
	return append(append(b, request[:]...), byte(n))
}

func ErasedKey(id journal.ID) []byte { return append([]byte{'e'}, id[:]...) }

func UnindexedKey(k journal.Kind, site, id journal.ID) []byte {
	return append(append(append(make([]byte, 0, 33), byte(k)), site[:]...), id[:]...)
}

func CountKey(site journal.ID, s desk.Status) []byte {
	return append(append(make([]byte, 0, 24), site[:]...), s...)
}

func Number(n uint64) []byte { return binary.BigEndian.AppendUint64(nil, n) }

func ParseNumber(b []byte) uint64 {
	if len(b) != 8 {
		return 0
	}
	return binary.BigEndian.Uint64(b)
}

// AppendEntry writes an entry with the lengths of its parts before them, so that no two lists of entries look the same.
func AppendEntry(b, key, value []byte) []byte {
	b = binary.BigEndian.AppendUint64(b, uint64(len(key)))
	b = binary.BigEndian.AppendUint64(b, uint64(len(value)))
	return append(append(b, key...), value...)
}

// FigureKeyLen is how long a FigureKey is; the letters are those of cells of a day and of a part of one, which are counted from 1970.
const (
	FigureKeyLen = 16 + 1 + 4
	FigureDay    = 'd'
	FigurePart   = 'p'
)

// FigureKey is where the figures of a site stand; numbers below 0 stand first, and those that are too far off at the end.
func FigureKey(site journal.ID, letter byte, number int64) (key [FigureKeyLen]byte) {
	copy(key[:], site[:])
	key[16] = letter
	binary.BigEndian.PutUint32(key[17:], uint32(int32(min(max(number, math.MinInt32), math.MaxInt32)))^1<<31)
	return key
}
