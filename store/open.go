package store

import (
	"context"
	"errors"
	"os"
	"sync"
	"sync/atomic"
	"time"

	"leerbalie/model"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/store/derive"
	"leerbalie/store/disk"
	"leerbalie/store/file"
	"leerbalie/store/lock"
	"leerbalie/store/seal"
	"leerbalie/store/self"
	"leerbalie/store/tally"
	"leerbalie/store/wire"
	"leerbalie/store/witness"
)

// Store is an open store file. It is safe for use by several goroutines; one process has a file open at a time.
type Store struct {
	path    string
	keys    seal.Keys
	db      *disk.DB
	who     atomic.Pointer[who]
	now     func() time.Time
	derives derive.Derivation
	remarks []error
	release func()
	wiped   bool         // what an erasure left in free places was wiped when it was opened
	wrote   atomic.Int64 // changes since it was opened
	doubt   atomic.Bool  // the last write may be missing, and the file does not say so yet
	file    sync.RWMutex // held for writing while Compact changes the file under db
	id      os.FileInfo  // which file db has open
	left    int          // how many other names the file has that Compact replaced last

	mu          sync.Mutex // guards what follows
	queue       []*job
	leading     bool
	closed      bool
	watchers    map[int]chan model.News
	nextWatcher int
	indexSoon   chan struct{}

	notes    witness.Notes
	looks    bool // nothing of it is noted
	noteSoon chan struct{}
	noted    []witness.Head // what the note of this store says, by the last look at it; nil when that is not known

	stop     context.CancelFunc
	indexing sync.WaitGroup

	reads   atomic.Bool // it was opened for reading, and nobody wrote since
	turning sync.Mutex  // held while it is opened anew to write
	asked   Options     // how it was asked for
}

var _ model.Backend = (*Store)(nil)

// Options tell how to open a store.
type Options struct {
	Now     func() time.Time // the wall clock
	Program string           // named to others who find the store in use
	// IndexAfter is how long words wait before they are entered into the index; 0: only when IndexWords is called.
	IndexAfter time.Duration
	// Passing says that this process will soon let go, as a command does: others who find the store in use wait for it.
	Passing bool
	// Socket is where this process serves others of this account, for whom it is noted beside the file; "": nowhere.
	Socket string
	// Once says that nobody who has the file is waited for.
	Once bool
	// State is the folder in which is noted what was last seen of each store, so that a copy, or a file that was set back or
	// altered, is known for what it is, and what was erased, so that a copy of before that brings nobody back; "": nowhere.
	State   string
	Machine string // named in notes; "": what this machine calls itself
	// NoteAfter is how long after a commit a note is written; 0: only when the store is closed.
	NoteAfter time.Duration
	// Looks says that the store is only looked over: it keeps its name, whatever notes say, and nothing is noted.
	Looks bool
	// Anew is asked before a store takes another name, with what is told about it; nil: it takes one. Where it gives an error, the
	// store is not opened.
	Anew func(why error) error
	// Passphrase is asked for, when the file is sealed and its key is not on the Ring, with how often it was asked before.
	Passphrase func(tries int) (string, error)
	Ring       *seal.Ring // keys that were opened before, to which this one is added; may be nil
	Work       int        // how hard a try of a passphrase is made where one is chosen; 0: seal.Work

	// Reads says that the store is only going to be read. It is opened for that alone, beside others who read, and not a byte of it or
	// beside it is written, unless something has to be written first, such as another name, or all that a later version derives: then it
	// is opened as any other. Who does write in it has it opened anew for that.
	Reads bool

	opened func() // see lock.Opening
}

// openBolt opens a file that is ours alone, or that nobody waits for.
func openBolt(path string, readOnly bool) (*disk.DB, error) {
	db, _, err := lock.Opening{ReadOnly: readOnly}.Open(path)
	return db, err
}

// keys are how sealed files are opened; what is opened is kept for others that have the same key, such as a copy.
func (o Options) keys() seal.Keys {
	if o.Ring == nil {
		o.Ring = &seal.Ring{}
	}
	return seal.Keys{Ring: o.Ring, Ask: o.Passphrase}
}

// Create makes a new, empty store file, which takes its name only when it is whole on disk. Errors: Conflict when there is
// a file already; ReadOnly or Full from the disk; Refused for a place that is no place for a store.
func Create(path string, now time.Time) error {
	return file.Create(path, func(tmp string) error { return makeEmpty(tmp, nil, nil) })
}

// Found is Create for a store that holds something from its first moment: fill writes it. Nobody finds an empty one, whatever stops
// the program in between. Errors: as Create; fill's.
func Found(path string, o Options, fill func(*Store) error) error {
	return found(path, o, nil, nil, fill)
}

// FoundSealed is Found for a sealed store: nothing of what fill writes is ever on disk but sealed. Errors: as Found; Invalid for a
// passphrase that is too easy.
func FoundSealed(path string, o Options, passphrase string, fill func(*Store) error) error {
	key, wrapped, err := seal.New(passphrase, o.Work)
	if err != nil {
		return err
	}
	o.Ring = seal.NewRing(key)
	return found(path, o, key, wrapped, fill)
}

func found(path string, o Options, key *disk.Seal, wrapped []byte, fill func(*Store) error) error {
	return file.Create(path, func(tmp string) error {
		if err := makeEmpty(tmp, key, wrapped); err != nil {
			return err
		}
		s, err := Open(tmp, o)
		if err != nil {
			return err
		}
		return errors.Join(fill(s), s.Close())
	})
}

// Sweep removes what a program that was killed left of making a store at path; Open does so as well.
func Sweep(path string) { file.Sweep(path) }

// Scratch makes a folder for a while, and SweepScratch removes those that were left: see package file.
func Scratch(below string) (dir string, drop func() error, err error) { return file.Scratch(below) }

// SweepScratch removes what killed programs left of folders for a while.
func SweepScratch(below ...string) {
	for _, folder := range below {
		file.SweepScratch(folder)
	}
}

// makeEmpty fills an empty file with an empty store, sealed where there is a key.
func makeEmpty(tmp string, key *disk.Seal, wrapped []byte) error {
	db, err := openBolt(tmp, false)
	if err != nil {
		return disk.Fault(err)
	}
	db.Unseal(key)
	err = db.Update(func(b *disk.Tx) error {
		err := begin(b)
		if err == nil && key != nil {
			err = errors.Join(tally.Keep(b, wire.BucketMeta, wire.MetaSeal, wrapped), tally.Keep(b, wire.BucketMeta, wire.MetaFormat, wire.Number(wire.FormatSealed)))
		}
		return err
	})
	return errors.Join(disk.Fault(err), db.Close())
}

// begin writes what an empty store holds, with a new identity.
func begin(b *disk.Tx) error {
	for _, name := range wire.Buckets() {
		if _, err := b.CreateBucketIfNotExists(name); err != nil {
			return err
		}
	}
	return errors.Join(tally.Keep(b, wire.BucketMeta, wire.MetaFormat, wire.Number(wire.FormatVersion)), derive.Present().Stamp(b), self.Make(b), tally.Anew(b))
}

// Open opens a store file. Errors: NotFound when there is none; Busy when another process has it open; Newer when a newer
// version made it; Damaged, ReadOnly or Refused as file.Check says.
func Open(path string, o Options) (s *Store, err error) { return open(path, o, derive.Present()) }

func open(path string, o Options, derives derive.Derivation) (s *Store, err error) {
	s = &Store{path: path, now: o.Now, derives: derives, watchers: map[int]chan model.News{}, indexSoon: make(chan struct{}, 1),
		notes: notesOf(o), looks: o.Looks, noteSoon: make(chan struct{}, 1), keys: o.keys(), asked: o, release: func() {}, stop: func() {}}
	if o.Reads && !o.Looks {
		if reads, err := s.openToRead(); reads || err != nil {
			return s, err
		}
	}
	if err := disk.Guard(func() error { return s.openAs(lock.Opening{Check: file.Check, Opened: o.opened, Once: o.Once}) }); err != nil {
		if fault.KindOf(err) == fault.NotFound {
			file.Sweep(path)
		}
		return nil, openError(path, err)
	}
	if s.release, err = file.Hold(path, file.Owner{Program: o.Program, Since: o.Now(), Passing: o.Passing, Socket: o.Socket}); err != nil {
		return nil, errors.Join(err, s.db.Close())
	}
	s.doubt.Store(file.Doubtful(path))
	if err := s.begin(path, o.Anew); err != nil {
		s.release()
		return nil, errors.Join(err, s.db.Close())
	}
	file.Sweep(path)
	err = s.forgetAgain()
	if err == nil {
		err = s.payDebts(context.Background())
	}
	if err != nil {
		s.release()
		return nil, errors.Join(err, s.db.Close())
	}
	s.start(o)
	return s, nil
}

// start begins what goes on beside the work in a store.
func (s *Store) start(o Options) {
	ctx, stop := context.WithCancel(context.Background())
	s.stop = stop
	if o.IndexAfter > 0 {
		s.indexing.Add(1)
		go s.indexInBackground(ctx, o.IndexAfter)
	}
	if o.NoteAfter > 0 {
		s.indexing.Add(1)
		go s.noteInBackground(ctx, o.NoteAfter)
	}
}

// openAs opens the file, and its seal. Where it cannot be opened, what was open before stays what it is, be it closed.
func (s *Store) openAs(how lock.Opening) error {
	var id os.FileInfo
	db, err := s.keys.Open(s.path, func() (db *disk.DB, err error) { db, id, err = how.Open(s.path); return db, err })
	if err == nil {
		s.db, s.id = db, id
	}
	return err
}

// begin checks the version, brings an older file up to date, and reads who this copy is.
func (s *Store) begin(path string, anew func(error) error) error {
	lost := false
	if err := s.view(func(b *disk.Tx) error { lost = tally.MarkLost(b); return nil }); err != nil {
		return err
	}
	if err := s.migrate(path, migrations()); err != nil {
		return err
	}
	if err := s.addBuckets(); err != nil {
		return err
	}
	if err := s.tallied(lost); err != nil {
		return err
	}
	err := s.view(func(b *disk.Tx) error {
		for _, name := range wire.Buckets() {
			if b.Bucket(name) == nil {
				return fault.New(fault.Damaged, "store-foreign", "path", path)
			}
		}
		meta := b.Bucket(wire.BucketMeta)
		if len(meta.Get(wire.MetaReplica)) != len(journal.Replica{}) {
			return fault.New(fault.Damaged, "store-foreign", "path", path)
		}
		s.know(meta)
		return nil
	})
	if err != nil || s.looks {
		return err
	}
	return s.recognise(anew)
}

// addBuckets makes the later buckets in a file that an earlier version made.
func (s *Store) addBuckets() error {
	lacks := false
	err := s.view(func(b *disk.Tx) error {
		for _, name := range wire.LaterBuckets() {
			lacks = lacks || b.Bucket(name) == nil
		}
		return nil
	})
	if err != nil || !lacks {
		return err
	}
	return s.update(func(b *disk.Tx) error {
		for _, name := range wire.LaterBuckets() {
			if _, err := b.CreateBucketIfNotExists(name); err != nil {
				return err
			}
		}
		return nil
	})
}

func openError(path string, err error) error {
	var known *fault.Error
	switch {
	case errors.As(err, &known):
		return err
	case errors.Is(err, disk.ErrTimeout):
		return file.Busy(path)
	}
	if told := disk.Fault(err); told != err {
		return told
	}
	return fault.New(fault.Damaged, "store-unreadable", "path", path).Because(err)
}

func (s *Store) indexInBackground(ctx context.Context, after time.Duration) {
	defer s.indexing.Done()
	wait := time.NewTimer(after) // once after the start: an earlier process may have left words behind
	defer wait.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-s.indexSoon:
			wait.Reset(after)
		case <-wait.C:
			_ = s.IndexWords(ctx) // what is not indexed is still found; the next round tries again
		}
	}
}

// Served is where the process that has a store open serves others of this account; "" where none does.
func Served(path string) string {
	o, ok := file.Holder(path)
	if !ok {
		return ""
	}
	return o.Socket
}

// Path is where the file is.
func (s *Store) Path() string { return s.path }

// Close ends the store; whatever was written is on disk already.
func (s *Store) Close() error {
	s.mu.Lock()
	if s.closed {
		s.mu.Unlock()
		return nil
	}
	s.closed = true
	s.mu.Unlock()
	s.stop()
	s.indexing.Wait()
	s.tidy()
	s.note() // while nobody else can have the file
	err := disk.Guard(s.db.Close)
	s.release()
	return err
}
