package bundle

import (
	"bytes"
	"crypto/ed25519"
	"crypto/sha256"
	"errors"
	"io"
	"os"

	"filippo.io/age"
	"github.com/klauspost/compress/zstd"

	"leerbalie/model/fault"
	"leerbalie/model/plain/phrase"
	"leerbalie/store/file"
	"leerbalie/store/replica"
	"leerbalie/store/replica/frame"
)

// CodeWords is how many words the code of a first bundle has: 1,600 to the power of 5, or 53 bits, at 0.7 s a try.
const CodeWords = 5

// The limits of a file: the window of the compression as it is written and as it is read, what stands before the first sealed bytes
// with what is read in advance, and all of it.
const (
	window    = 1 << 20
	maxRoom   = 8 << 20
	maxSeals  = 128 << 10
	maxSealed = 1 << 30
)

// WorkFactor is the price of one try of a code: scrypt with 2 to the power of this. No more is paid on reading.
const WorkFactor = 18

// wrapSecret wraps the secret of an invitation by its code.
func wrapSecret(s replica.Secret, code phrase.Phrase, factor int) ([]byte, error) {
	to, err := age.NewScryptRecipient(string(code))
	if err != nil {
		return nil, fault.New(fault.Internal, "unexpected", "detail", "code").Because(err)
	}
	to.SetWorkFactor(factor)
	var out bytes.Buffer
	w, err := age.Encrypt(&out, to)
	if err == nil {
		_, err = w.Write(append(s.Key.Seed(), s.Identity...))
	}
	if err == nil {
		err = w.Close()
	}
	if err != nil {
		return nil, fault.New(fault.Internal, "random-source").Because(err)
	}
	return out.Bytes(), nil
}

// unwrapSecret opens the secret of an invitation. Errors: Invalid for another code; Damaged for what is no secret.
func unwrapSecret(wrapped []byte, code phrase.Phrase) (s replica.Secret, err error) {
	by, err := age.NewScryptIdentity(string(code))
	if err != nil {
		return s, fault.New(fault.Invalid, "bundle-code")
	}
	by.SetMaxWorkFactor(WorkFactor)
	r, err := age.Decrypt(bytes.NewReader(wrapped), by)
	var other *age.NoIdentityMatchError
	switch {
	case errors.As(err, &other):
		return s, fault.New(fault.Invalid, "bundle-code").Because(err)
	case err != nil:
		return s, frame.ErrDamaged
	}
	secret, err := io.ReadAll(io.LimitReader(r, maxHeader))
	if err != nil || len(secret) <= ed25519.SeedSize {
		return s, frame.ErrDamaged
	}
	s.Key, s.Identity = ed25519.NewKeyFromSeed(secret[:ed25519.SeedSize]), string(secret[ed25519.SeedSize:])
	return s, nil
}

// write writes a bundle for a recipient, as age writes it; fill writes the parcel. Errors: fill's and those of w.
func write(w io.Writer, h Header, recipient string, fill func(io.Writer) error) error {
	to, err := age.ParseX25519Recipient(recipient)
	if err != nil {
		return fault.New(fault.Damaged, "bundle-recipient").Because(err)
	}
	h.Key = KeyOf(recipient)
	h.For, h.From = cut(h.For), cut(h.From)
	head := h.encode()
	if _, err := w.Write(head); err != nil {
		return err
	}
	counted := &counter{w: w}
	sealed, err := age.Encrypt(counted, to)
	if err != nil {
		return err
	}
	small, err := zstd.NewWriter(sealed, zstd.WithEncoderConcurrency(1), zstd.WithWindowSize(window), zstd.WithEncoderLevel(zstd.SpeedFastest))
	if err != nil {
		return err
	}
	frames := frame.NewWriter(small)
	sum := sha256.Sum256(head)
	if _, err = frames.Write(sum[:]); err == nil {
		err = fill(frames)
	}
	if err == nil {
		err = frames.End()
	}
	if err = errors.Join(err, small.Close()); err == nil {
		err = sealed.Close()
	}
	if err == nil && frame.Swollen(frames.Out, counted.n) { // nobody could read it
		err = frame.ErrTooBig
	}
	return err
}

// cut keeps a name within what a header may hold.
func cut(s string) string {
	for i := range s {
		if i > maxText-4 {
			return s[:i]
		}
	}
	return s
}

type counter struct {
	w io.Writer
	n int64
}

func (c *counter) Write(p []byte) (int, error) {
	n, err := c.w.Write(p)
	c.n += int64(n)
	return n, err
}

// Sealed is a bundle that was opened to read.
type Sealed struct {
	Header
	path string
	f    *os.File
	head []byte
}

// Open opens a bundle, and reads what stands on it in clear. Errors: Invalid for what is none, with what it is instead; Newer; Damaged;
// those of the disk.
func Open(path string) (*Sealed, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, unread(err, path)
	}
	s := &Sealed{path: path, f: f}
	if err = s.read(); err != nil {
		return nil, errors.Join(err, f.Close())
	}
	return s, nil
}

func (s *Sealed) read() error {
	info, err := s.f.Stat()
	if err != nil {
		return err
	}
	if info.IsDir() {
		return fault.New(fault.Invalid, "bundle-folder", "path", s.path)
	}
	if !info.Mode().IsRegular() {
		return fault.New(fault.Invalid, "bundle-none", "path", s.path)
	}
	s.Header, s.head, err = readHeader(s.f)
	if errors.Is(err, errNone) {
		if data, failed := file.IsData(s.path); failed == nil && data {
			return fault.New(fault.Invalid, "bundle-is-store", "path", s.path)
		}
	}
	return s.about(err)
}

// Close closes the file.
func (s *Sealed) Close() error { return s.f.Close() }

// about names the file in a sentence about it.
func (s *Sealed) about(err error) error {
	var e *fault.Error
	if errors.As(err, &e) && len(e.Args) == 0 {
		return fault.New(e.Kind, e.Msg, "path", s.path).Because(e.Err)
	}
	return err
}

// Secret gives the secret of the invitation. Errors: NotFound for a bundle without one; Invalid for another code; Damaged.
func (s *Sealed) Secret(code phrase.Phrase) (replica.Secret, error) {
	if s.Header.Secret == nil {
		return replica.Secret{}, fault.New(fault.NotFound, "bundle-no-code", "path", s.path)
	}
	secret, err := unwrapSecret(s.Header.Secret, code)
	return secret, s.about(err)
}

// Source gives the parcel, each time from its beginning, to who has the identity that the bundle is sealed for. Errors of reading:
// Refused for another identity; Damaged for what is cut off or altered, before its end is given; Invalid for more than any parcel
// holds; those of the disk.
func (s *Sealed) Source(identity string) replica.Source {
	return func() (io.ReadCloser, error) {
		r, err := s.parcel(identity)
		if err != nil {
			return nil, s.about(err)
		}
		return r, nil
	}
}

func (s *Sealed) parcel(identity string) (*parcel, error) {
	by, err := age.ParseX25519Identity(identity)
	if err != nil {
		return nil, fault.New(fault.Damaged, "bundle-recipient").Because(err)
	}
	if KeyOf(by.Recipient().String()) != s.Key {
		return nil, fault.New(fault.Refused, "bundle-other", "path", s.path, "label", s.For)
	}
	info, err := s.f.Stat()
	if err != nil {
		return nil, err
	}
	p := &parcel{about: s.about, raw: &taken{r: io.NewSectionReader(s.f, int64(len(s.head)), info.Size()-int64(len(s.head))), most: maxSeals}}
	open, err := age.Decrypt(p.raw, by)
	if err != nil {
		return nil, p.fault(err)
	}
	p.raw.most = maxSealed
	p.zstd, err = zstd.NewReader(open, zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxWindow(maxRoom), zstd.WithDecoderLowmem(true))
	if err != nil {
		return nil, p.fault(err)
	}
	p.frames = frame.NewReader(p.zstd, func() int64 { return p.raw.n }, true)
	var sum [sha256.Size]byte
	if _, err := io.ReadFull(p.frames, sum[:]); err != nil {
		p.zstd.Close()
		return nil, p.fault(err)
	}
	if sum != sha256.Sum256(s.head) {
		p.zstd.Close()
		return nil, frame.ErrDamaged
	}
	return p, nil
}

// parcel is what a bundle holds, as it is read.
type parcel struct {
	raw    *taken
	zstd   *zstd.Decoder
	frames *frame.Reader
	about  func(error) error
}

func (p *parcel) Read(b []byte) (int, error) {
	n, err := p.frames.Read(b)
	if err != nil && err != io.EOF {
		err = p.about(p.fault(err))
	}
	return n, err
}

func (p *parcel) Close() error {
	p.zstd.Close()
	return nil
}

// fault tells what went wrong: with the disk, or else with what stands on it.
func (p *parcel) fault(err error) error {
	var known *fault.Error
	switch {
	case p.raw.failed != nil:
		return p.raw.failed
	case errors.As(err, &known):
		return known
	}
	return fault.New(frame.ErrDamaged.Kind, frame.ErrDamaged.Msg).Because(err)
}

// taken counts what is taken from a file, and keeps what went wrong there.
type taken struct {
	r      io.Reader
	n      int64
	most   int64
	failed error
}

func (t *taken) Read(p []byte) (int, error) {
	if t.n > t.most {
		t.failed = frame.ErrDamaged
		return 0, t.failed
	}
	n, err := t.r.Read(p)
	t.n += int64(n)
	if err != nil && err != io.EOF {
		t.failed = err
	}
	return n, err
}
