package replica

import (
	"bufio"
	"bytes"
	"crypto/ed25519"
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"io"
	"math"
	"time"

	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/model/transfer"
	"leerbalie/model/trust"
	"leerbalie/store/cbor"
	"leerbalie/store/wire"
)

// A parcel is a row of frames, each with its length before it: a manifest, batches of changes, and an end. The changes of class trust
// come first. A later version may add entries at the end of an array of a fixed number.
//
//	parcel      frame …           frame = length (4 bytes, big-endian) ‖ bytes
//	manifest    [body as bytes, signature of the sender over manifestSigned ‖ body]
//	body        [id, made, key of the sender, its recipient (age), its tag, root key of the organisation, for a replica, for an invitation,
//	            changes, [class ‖ part …], until, label of the sender, label of the receiver, person of the receiver,
//	            [students, evidence, judgements, decisions, residents, requests, withheld], the sender's word,
//	            [other words, that show that streams are whole], introduction, version of the schema]
//	batch       [stream, sequence of the first, [change …]]
//	end         [changes]

// Format is the version of this drawing.
const Format = 1

const manifestSigned = "leerbalie parcel 1\n"

// The bounds of a parcel.
const (
	maxFrame  = 64 << 20 // bytes: one change can have 256 texts of 100,000
	fullFrame = 1 << 20  // bytes after which a batch is closed
	perBatch  = 5_000    // changes, which become one transaction
	maxProofs = 64
)

// manifest is what a parcel says of itself.
type manifest struct {
	transfer.Contents
	public       ed25519.PublicKey // of the sender
	recipient    string            // of the sender: what bundles for it are sealed for
	tag          string
	root         ed25519.PublicKey // nil: the organisation has none
	to           To
	word         *word
	proofs       []*word
	introduction []byte // of a sender that is not admitted yet; nil: it is
	schema       uint16
}

func (m *manifest) sender() journal.Replica { return trust.ReplicaOf(m.public) }

// covers tells whether the parcel may hold changes of a scope.
func (m *manifest) covers(s journal.Scope) bool {
	for _, have := range m.Scopes {
		if have == s {
			return true
		}
	}
	return false
}

func idBytes(id journal.ID) []byte {
	if id.IsZero() {
		return nil
	}
	return id[:]
}

func (m *manifest) write(key ed25519.PrivateKey) []byte {
	b := cbor.Array(nil, 19)
	b = cbor.Bytes(b, m.ID[:])
	b = cbor.Uint(b, uint64(max(m.Made.UnixMilli(), 0)))
	b = cbor.Bytes(b, []byte(m.public))
	b = cbor.Text(b, m.recipient)
	b = cbor.Text(b, m.tag)
	b = cbor.Bytes(b, []byte(m.root))
	if m.to.Replica == (journal.Replica{}) {
		b = cbor.Bytes(b, "")
	} else {
		b = cbor.Bytes(b, m.to.Replica[:])
	}
	b = cbor.Bytes(b, idBytes(m.to.Invitation))
	b = cbor.Uint(b, uint64(m.Changes))
	b = cbor.Array(b, len(m.Scopes))
	for _, s := range m.Scopes {
		b = cbor.Bytes(b, trust.ScopeBytes(s))
	}
	until := int64(0)
	if !m.Until.IsZero() {
		until = m.Until.UnixMilli()
	}
	b = cbor.Int(b, until)
	b = cbor.Text(b, m.From.Label)
	b = cbor.Text(b, m.To.Label)
	b = cbor.Bytes(b, idBytes(m.To.Person))
	counts := []int{m.Students, m.Evidence, m.Judgements, m.Decisions, m.Residents, m.Requests, m.Withheld}
	b = cbor.Array(b, len(counts))
	for _, n := range counts {
		b = cbor.Uint(b, uint64(n))
	}
	b = cbor.Bytes(b, m.word.signed)
	b = cbor.Array(b, len(m.proofs))
	for _, w := range m.proofs {
		b = cbor.Bytes(b, w.signed)
	}
	b = cbor.Bytes(b, m.introduction)
	return seal(key, manifestSigned, cbor.Uint(b, journal.SchemaVersion))
}

// readManifest reads a manifest. Errors: Damaged for what is none, or whose signature is not its sender's.
func readManifest(frame []byte) (*manifest, error) {
	body, signature, err := unseal(frame, maxFrame)
	if err != nil {
		return nil, err
	}
	m := &manifest{}
	r := cbor.Read(body)
	more := r.AtLeast(19)
	m.ID = readIDOf(&r)
	m.Made = time.UnixMilli(int64(r.Uint(math.MaxInt64)))
	m.public = bytes.Clone(r.Bytes())
	m.recipient, m.tag = r.Text(), r.Text()
	m.root = bytes.Clone(r.Bytes())
	copy(m.to.Replica[:], r.Bytes())
	m.to.Invitation = readIDOf(&r)
	m.Changes = int(r.Uint(math.MaxInt32))
	for range r.Array() {
		s, ok := trust.ParseScope(r.Bytes())
		if !ok {
			r.Fail()
			break
		}
		m.Scopes = append(m.Scopes, s)
	}
	if ms := r.Int(); ms != 0 {
		m.Until = time.UnixMilli(ms)
	}
	m.From.Label, m.To.Label = r.Text(), r.Text()
	m.To.Person = readIDOf(&r)
	added := r.AtLeast(7)
	for _, n := range []*int{&m.Students, &m.Evidence, &m.Judgements, &m.Decisions, &m.Residents, &m.Requests, &m.Withheld} {
		*n = int(r.Uint(math.MaxInt32))
	}
	r.Rest(added)
	said := r.Bytes()
	var proofs [][]byte
	for range r.Array() {
		if proofs = append(proofs, r.Bytes()); r.Failed() || len(proofs) > maxProofs {
			r.Fail()
			break
		}
	}
	if intro := r.Bytes(); len(intro) > 0 {
		m.introduction = bytes.Clone(intro)
	}
	m.schema = uint16(r.Uint(math.MaxUint16))
	r.Rest(more)
	if err := r.Done(); err != nil {
		return nil, fault.New(fault.Damaged, "parcel-form").Because(err)
	}
	if len(m.public) != ed25519.PublicKeySize || !ed25519.Verify(m.public, append([]byte(manifestSigned), body...), signature) {
		return nil, fault.New(fault.Damaged, "parcel-signature")
	}
	if m.word, err = readWord(said); err != nil {
		return nil, err
	}
	if !bytes.Equal(m.word.Public, m.public) {
		return nil, fault.New(fault.Damaged, "parcel-signature")
	}
	for _, p := range proofs {
		w, err := readWord(p)
		if err != nil {
			return nil, err
		}
		m.proofs = append(m.proofs, w)
	}
	m.From.Replica, m.To.Replica = m.sender(), m.to.Replica
	return m, nil
}

func readIDOf(r *cbor.Reader) (id journal.ID) {
	if b := r.Bytes(); len(b) > 0 && copy(id[:], b) != len(id) || len(b) > len(id) {
		r.Fail()
	}
	return id
}

// batch is a part of a stream as it travels. Its changes are parts of a buffer that the next batch overwrites.
type batch struct {
	stream  journal.Stream
	first   uint64
	changes [][]byte
	digest  [sha256.Size]byte // of its frame
}

func (b *batch) frame() []byte {
	out := cbor.Array(nil, 3)
	out = cbor.Bytes(out, wire.StreamKey(b.stream))
	out = cbor.Uint(out, b.first)
	out = cbor.Array(out, len(b.changes))
	for _, c := range b.changes {
		out = cbor.Bytes(out, c)
	}
	return out
}

func writeFrame(w io.Writer, b []byte) error {
	var n [4]byte
	binary.BigEndian.PutUint32(n[:], uint32(len(b)))
	_, err := w.Write(n[:])
	if err == nil {
		_, err = w.Write(b)
	}
	return err
}

// frames reads frames one after the other, into one buffer.
type frames struct {
	r    *bufio.Reader
	room []byte
}

func (f *frames) next() ([]byte, error) {
	var n [4]byte
	if _, err := io.ReadFull(f.r, n[:]); err != nil {
		return nil, short(err)
	}
	size := int(binary.BigEndian.Uint32(n[:]))
	if size > maxFrame {
		return nil, fault.New(fault.Damaged, "parcel-form")
	}
	f.room = f.room[:0]
	for len(f.room) < size { // in steps: what only says that it is large takes no memory
		step := min(size-len(f.room), fullFrame)
		at := len(f.room)
		f.room = append(f.room, make([]byte, step)...)
		if _, err := io.ReadFull(f.r, f.room[at:]); err != nil {
			return nil, short(err)
		}
	}
	return f.room, nil
}

// short is the error of a reader; what ends too early is cut off.
func short(err error) error {
	if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
		return fault.New(fault.Damaged, "parcel-cut").Because(err)
	}
	return err
}

// read goes through a parcel: the manifest first, then each batch. Errors: Damaged for what is no parcel, or is cut off; those of
// the functions.
func read(open Source, begin func(*manifest) error, each func(*batch) error) (err error) {
	src, err := open()
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, src.Close()) }()
	f := &frames{r: bufio.NewReaderSize(src, 64<<10)}
	first, err := f.next()
	if err != nil {
		return err
	}
	m, err := readManifest(first)
	if err != nil {
		return err
	}
	if err := begin(m); err != nil {
		return err
	}
	changes := 0
	for {
		frame, err := f.next()
		if err != nil {
			return err
		}
		r := cbor.Read(frame)
		n := r.Array()
		if n == 1 {
			said := r.Uint(math.MaxInt64)
			if r.Done() != nil || said != uint64(changes) || changes != m.Changes {
				return fault.New(fault.Damaged, "parcel-cut")
			}
			if _, err := f.r.ReadByte(); err == nil {
				return fault.New(fault.Damaged, "parcel-form")
			} else if !errors.Is(err, io.EOF) {
				return err // a seal that is broken at its end
			}
			return nil
		}
		if n < 3 {
			r.Fail()
		}
		b := &batch{digest: sha256.Sum256(frame)}
		stream := r.Bytes()
		b.first = r.Uint(math.MaxUint64)
		count := r.Array()
		if len(stream) != wire.StreamLen || b.first == 0 || count == 0 || count > perBatch {
			r.Fail()
		} else {
			b.stream = wire.ParseStream(stream)
			b.changes = make([][]byte, 0, count)
			for range count {
				if b.changes = append(b.changes, r.Bytes()); r.Failed() {
					break
				}
			}
		}
		r.Rest(n - 3)
		if err := r.Done(); err != nil {
			return fault.New(fault.Damaged, "parcel-form").Because(err)
		}
		if changes += len(b.changes); changes > m.Changes {
			return fault.New(fault.Damaged, "parcel-form")
		}
		if err := each(b); err != nil {
			return err
		}
	}
}
