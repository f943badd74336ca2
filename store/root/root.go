// Package root makes an organisation's root key, keeps it wrapped by a recovery phrase, and has it name the centre. The key itself
// is in memory only, and only while it is used; the phrase is given once and kept nowhere.
package root

import (
	"bytes"
	"context"
	"crypto/cipher"
	"crypto/ed25519"
	"encoding/binary"
	"io"

	"golang.org/x/crypto/argon2"
	"golang.org/x/crypto/chacha20poly1305"

	"leerbalie/model"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/model/plain/phrase"
	"leerbalie/model/trust"
)

// Cost is the price of one try of a phrase, for argon2id.
type Cost struct {
	Memory uint32 // in KiB
	Passes uint32
}

// Usual costs a fraction of a second: a little more than the first of the settings for argon2id that the OWASP Password Storage
// Cheat Sheet gives as equal. It comes on top of the 85 bits of the phrase itself.
func Usual() Cost { return Cost{Memory: 64 << 10, Passes: 1} }

// What a key is wrapped as: a version, the cost (4 bytes of memory, 1 of passes), a salt, a nonce, and the seed of the key sealed
// with XChaCha20-Poly1305 under what argon2id with one thread makes of the phrase. What is before the nonce, and the public half, is
// sealed along.
const (
	wrapVersion = 1
	saltSize    = 16
	headSize    = 1 + 4 + 1 + saltSize
	wrappedSize = headSize + chacha20poly1305.NonceSizeX + ed25519.SeedSize + chacha20poly1305.Overhead
)

// The limits of a cost that is read: a wrapped key may come from elsewhere.
const (
	maxMemory = 1 << 20 // KiB
	maxPasses = 16
)

// otherPhrase is the code for a phrase that is not this organisation's.
const otherPhrase = "phrase-other"

// wrap seals a key under a phrase.
func wrap(key ed25519.PrivateKey, p phrase.Phrase, c Cost, random io.Reader) ([]byte, error) {
	out := binary.BigEndian.AppendUint32([]byte{wrapVersion}, c.Memory)
	out = append(append(out, byte(c.Passes)), make([]byte, saltSize+chacha20poly1305.NonceSizeX)...)
	if _, err := io.ReadFull(random, out[headSize-saltSize:]); err != nil {
		return nil, fault.New(fault.Internal, "random-source").Because(err)
	}
	aead, err := sealer(p, c, out[headSize-saltSize:headSize])
	if err != nil {
		return nil, err
	}
	return aead.Seal(out, out[headSize:], key.Seed(), along(out[:headSize], key.Public().(ed25519.PublicKey))), nil
}

// unwrap opens a key. Errors: Refused for a phrase that is another's; Damaged for what is no wrapped key; Newer.
func unwrap(wrapped []byte, public ed25519.PublicKey, p phrase.Phrase) (ed25519.PrivateKey, error) {
	if len(wrapped) > 0 && wrapped[0] > wrapVersion {
		return nil, fault.New(fault.Newer, "update-needed")
	}
	if len(wrapped) != wrappedSize || wrapped[0] != wrapVersion {
		return nil, fault.New(fault.Damaged, "root-unreadable")
	}
	c := Cost{Memory: binary.BigEndian.Uint32(wrapped[1:]), Passes: uint32(wrapped[5])}
	if c.Memory == 0 || c.Memory > maxMemory || c.Passes == 0 || c.Passes > maxPasses {
		return nil, fault.New(fault.Damaged, "root-unreadable")
	}
	aead, err := sealer(p, c, wrapped[headSize-saltSize:headSize])
	if err != nil {
		return nil, err
	}
	sealed := wrapped[headSize:]
	seed, err := aead.Open(nil, sealed[:chacha20poly1305.NonceSizeX], sealed[chacha20poly1305.NonceSizeX:], along(wrapped[:headSize], public))
	if err != nil {
		return nil, fault.New(fault.Refused, otherPhrase).Because(err)
	}
	return ed25519.NewKeyFromSeed(seed), nil
}

func sealer(p phrase.Phrase, c Cost, salt []byte) (cipher.AEAD, error) {
	return chacha20poly1305.NewX(argon2.IDKey([]byte(p), salt, c.Passes, c.Memory, 1, chacha20poly1305.KeySize))
}

func along(head []byte, public ed25519.PublicKey) []byte { return append(bytes.Clone(head), public...) }

// Store is what has a key of its own beside what every store has.
type Store interface {
	model.Backend
	Public(ctx context.Context) (ed25519.PublicKey, error)
}

// Keeper makes and uses root keys.
type Keeper struct {
	Cost   Cost
	Random io.Reader
}

// New gives an organisation its root key, as a person does it, makes the store its centre, and gives the phrase that opens
// the key: it cannot be had again. With anew, one that has a key begins a new organisation. Errors: Conflict when there is
// a key already; those of the store.
func (k Keeper) New(ctx context.Context, s Store, by journal.ID, anew bool) (phrase.Phrase, error) {
	was, err := trust.Read(ctx, s)
	if err != nil {
		return "", err
	}
	if was.Root != nil && !anew {
		return "", fault.New(fault.Conflict, "root-there")
	}
	public, key, err := ed25519.GenerateKey(k.Random)
	if err != nil {
		return "", fault.New(fault.Internal, "random-source").Because(err)
	}
	centre, err := name(ctx, s, key, 1)
	if err != nil {
		return "", err
	}
	return k.keep(ctx, s, by, was, public, key, centre)
}

// Change gives the root key another phrase, so that the one before opens it no more in copies made from now on. Errors: Refused
// for a phrase that is not this organisation's; NotFound without a root key; those of the store.
func (k Keeper) Change(ctx context.Context, s Store, by journal.ID, p phrase.Phrase) (phrase.Phrase, error) {
	if err := k.Succeed(ctx, s, by, p); err != nil {
		return "", err
	}
	was, err := trust.Read(ctx, s)
	if err != nil {
		return "", err
	}
	key, err := unwrap(was.Wrapped, was.Root, p)
	if err != nil {
		return "", err
	}
	return k.keep(ctx, s, by, was, was.Root, key, trust.Centre{})
}

// keep keeps a key under a phrase that is drawn for it.
func (k Keeper) keep(ctx context.Context, s Store, by journal.ID, was trust.State, public ed25519.PublicKey, key ed25519.PrivateKey,
	centre trust.Centre) (phrase.Phrase, error) {
	p, err := phrase.New(k.Random, phrase.Recovery)
	if err != nil {
		return "", fault.New(fault.Internal, "random-source").Because(err)
	}
	wrapped, err := wrap(key, p, k.Cost, k.Random)
	if err != nil {
		return "", err
	}
	return p, trust.KeepRoot(ctx, s, by, was, public, wrapped, centre)
}

// Succeed makes the store the centre of its organisation, in the place of the one before. by may be the zero id: the phrase is
// what counts. Errors: Refused for a phrase that is not this organisation's; NotFound without a root key; those of the store.
func (k Keeper) Succeed(ctx context.Context, s Store, by journal.ID, p phrase.Phrase) error {
	was, err := trust.Read(ctx, s)
	if err != nil {
		return err
	}
	if was.Root == nil {
		return fault.New(fault.NotFound, "root-none")
	}
	key, err := unwrap(was.Wrapped, was.Root, p)
	if err != nil || was.CentreIs(s.Replica()) {
		return err
	}
	centre, err := name(ctx, s, key, was.Centre.Term+1)
	if err != nil {
		return err
	}
	return trust.Name(ctx, s, by, was, centre)
}

// name has the root key say that the store is the centre.
func name(ctx context.Context, s Store, key ed25519.PrivateKey, term uint64) (trust.Centre, error) {
	public, err := s.Public(ctx)
	c := trust.Centre{Root: key.Public().(ed25519.PublicKey), Term: term, Public: public}
	c.Signature = ed25519.Sign(key, c.Message())
	return c, err
}
