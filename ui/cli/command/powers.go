package command

import (
	"context"
	"errors"
	"io"
	"time"

	"leerbalie/model"
	"leerbalie/model/attachment"
	"leerbalie/model/journal"
	"leerbalie/model/learning"
	"leerbalie/model/learning/competence"
	"leerbalie/model/plain/phrase"
	"leerbalie/model/transfer"
	"leerbalie/ui/keys"
	"leerbalie/ui/text"
)

// Powers are what main hands to the commands. The store of a power is a file name, "" for the default store; a name of a
// person is as people write it, an id, or "" for whoever acted here last or founded the store.
type Powers struct {
	// Open opens a store that exists, for a person who is admitted; close it when done. Errors: NotFound for no store or no
	// such person, Busy when another process has it, Newer, those of admit.
	Open func(ctx context.Context, store, as string, admit Admit) (session *model.Session, shut func() error, err error)
	// Create makes a new store with its first site and person, and tells where it is and the recovery phrase, which cannot be had
	// again. Errors: Conflict when there is one.
	Create func(ctx context.Context, store string, first model.Founding) (path string, p phrase.Phrase, err error)
	// CreateDemo makes one that holds the made-up neighbourhood.
	CreateDemo func(ctx context.Context, store string) (path string, p phrase.Phrase, err error)
	// NewPhrase makes the organisation's root key and gives its recovery phrase; with lost, where there is a key already, it
	// begins a new organisation. ChangePhrase gives that key another phrase, UsePhrase makes the store the centre: both for who
	// has the phrase. All are for a person who is admitted, and may.
	NewPhrase    func(ctx context.Context, store, as string, admit Admit, lost bool) (phrase.Phrase, error)
	ChangePhrase func(ctx context.Context, store, as string, admit Admit, recall Recall) (phrase.Phrase, error)
	UsePhrase    func(ctx context.Context, store, as string, admit Admit, recall Recall) error
	// Anew is told how somebody is asked before a store takes another name, before any power opens one; it is given nil where nobody
	// can be asked. It may be nil itself.
	Anew func(ask func(why error) error)
	// Reads is told that the command only reads its store, before any power opens one; it may be nil.
	Reads func()
	// Unseal is told how the passphrase of a sealed store is asked for, before any power opens one; nil where none is sealed.
	Unseal func(Unseal)
	// ChangePassphrase has another passphrase open a sealed store than the old one, chosen once that is known to be right. Errors:
	// Refused for another; those of choose; Invalid for one that is too easy.
	ChangePassphrase func(ctx context.Context, store, old string, choose func() (string, error)) error
	// Check looks a store over. Everything that copies of it saw, which are named, has to be there as it was. Repair also makes
	// anew what is derived, for a person who is admitted and may.
	Check  func(ctx context.Context, store string, against []string) (Verdict, error)
	Repair func(ctx context.Context, store, as string, admit Admit, against []string) (Verdict, error)
	// Restore makes a copy the store again under a new replica, for a person of that copy who is admitted by the PIN in it, and
	// may. Where its organisation has a root key, the phrase makes it the centre.
	Restore func(ctx context.Context, store, from, as string, admit Admit, recall Recall) (Succession, Forgotten, error)
	// WriteFile makes a file that is there whole or not at all, and that only who runs the program may read. over lets it take the
	// place of another, but never of a store or a copy of one. A path that ends in a slash is a folder, which is made where there is none. Errors: Refused for those; fs.ErrExist; those of the disk.
	WriteFile func(path string, over bool, write func(io.Writer) error) error
	// Survey looks at a file and brings nothing in. Import and Export bring requests in and out.
	Survey func(ctx context.Context, session *model.Session, src io.Reader, o transfer.ImportOptions) (transfer.Survey, error)
	Import func(ctx context.Context, session *model.Session, src io.Reader, o transfer.ImportOptions) (transfer.Report, error)
	Export func(ctx context.Context, session *model.Session, dst io.Writer, o transfer.ExportOptions) (transfer.Exported, error)
	// Prices brings a list of prices in.
	Prices func(ctx context.Context, session *model.Session, src io.Reader, o transfer.ImportOptions) (transfer.Report, error)
	// ImportPlacing and ExportPlacing bring lists in and out of what "partners" and "placements" say.
	ImportPlacing func(ctx context.Context, session *model.Session, what string, src io.Reader, o transfer.ImportOptions) (transfer.Report, error)
	ExportPlacing func(ctx context.Context, session *model.Session, what string, today time.Time, dst io.Writer) (int, error)
	// ImportFramework and ExportFramework bring lists of competences in and out.
	ImportFramework func(ctx context.Context, session *model.Session, src io.Reader, o transfer.ImportOptions) (transfer.FrameworkReport, error)
	ExportFramework func(dst io.Writer, f competence.Framework, format transfer.Format, now time.Time) (transfer.Exported, error)
	// ImportDirectory and ExportDirectory bring the directory of services in and out: src is nil for a folder, whose files o.Beside opens;
	// create makes a file, and where it is nil all go to dst as a zip file.
	ImportDirectory func(ctx context.Context, session *model.Session, src io.Reader, o transfer.ImportOptions) (transfer.DirectoryReport, error)
	ExportDirectory func(ctx context.Context, session *model.Session, dst io.Writer, create func(name string, write func(io.Writer) error) error) (transfer.DirectoryExported, error)
	// LookAt looks at a file of this computer that is to be put with evidence, and Altered tells whether one that was put there has changed since.
	LookAt  func(path string) (attachment.File, error)
	Altered func(a learning.Attached) (altered, known bool)
	// ImportCalendar brings a calendar of another program in.
	ImportCalendar func(ctx context.Context, session *model.Session, src io.Reader, o transfer.CalendarOptions) (transfer.CalendarReport, error)
	// Keys gives the keys of the app in the words of a language.
	Keys func(w text.Words) []keys.Group
	// Calendar writes appointments. Errors: Invalid when there are none.
	Calendar func(dst io.Writer, c transfer.Calendar) error
	// Bundles makes bundles of the store that Open opened, and brings them in.
	Bundles Bundles
	// Sync exchanges directly between the store that Open opened and other computers.
	Sync Sync
	// OpenBundle makes a new, sealed store from the first bundle of this machine, and tells where it is. It asks for the code, and
	// then for the passphrase of the store. Errors: Conflict where a store is already, before anybody is asked; those of a bundle.
	OpenBundle func(ctx context.Context, store, path string, code Recall, choose func(context.Context) (string, error), progress func(done, total int64)) (at string, c transfer.Contents, err error)
	// App runs the app until the person leaves it.
	App func(ctx context.Context, o AppOptions) error
	// Serve serves others, over the network as well, until its context ends. ready is told where, and the fingerprint of the key by which
	// this computer is known. Errors: Conflict for an address in use, or another program that serves already; Busy.
	Serve func(ctx context.Context, o ServeOptions, ready func(address, fingerprint string) error) error
}

// Bundles is what can be done with copies for laptops and with what comes back from them: see screen.Bundles.
type Bundles interface {
	Recipients(ctx context.Context, session *model.Session) ([]transfer.Recipient, error)
	Plan(ctx context.Context, session *model.Session, to transfer.Recipient) (transfer.Plan, error)
	Decide(ctx context.Context, session *model.Session, hit transfer.Hit, choice transfer.Choice) error
	Take(ctx context.Context, session *model.Session, to transfer.Recipient, path string, progress func(done, total int64)) (transfer.Taken, error)
	Return(ctx context.Context, session *model.Session, path string, progress func(done, total int64)) (transfer.Returned, error)
	Machines(ctx context.Context, session *model.Session) ([]transfer.Machine, error)
	Standing(ctx context.Context, session *model.Session) (transfer.Standing, error)
	Refusals(ctx context.Context, session *model.Session) ([]transfer.RefusedBundle, error)
	Revoke(ctx context.Context, session *model.Session, machine transfer.Machine) error
	Accept(ctx context.Context, session *model.Session, waiting transfer.Waiting) error
}

// Sync is what can be done with other computers that this one exchanges with directly: see screen.Bundles. Look asks a computer for its key,
// Add keeps one whose key somebody looked at.
type Sync interface {
	Look(ctx context.Context, session *model.Session, address string) (transfer.Host, error)
	Add(ctx context.Context, session *model.Session, p transfer.Peer) (transfer.Peer, error)
	Peers(ctx context.Context, session *model.Session) ([]transfer.Peer, error)
	Remove(ctx context.Context, session *model.Session, name string) error
	Exchange(ctx context.Context, session *model.Session, name string, passphrase func(ctx context.Context, path string) (string, error),
		progress func(done, total int64)) (transfer.Returned, error)
}

// What putting a copy back, and a check, tell.
type (
	Succession = transfer.Succession
	Forgotten  = transfer.Forgotten
	Verdict    = transfer.Verdict
	Problem    = transfer.Problem
	Compared   = transfer.Compared
)

// What can become of the root key.
const (
	NoRoot   = transfer.NoRoot
	Centre   = transfer.Centre
	NoPhrase = transfer.NoPhrase
)

// AppOptions say how the app starts.
type AppOptions struct {
	Store     string // "" is the default store
	As        string // "" is whoever acted last
	Lang      text.Lang
	LangGiven bool // Lang was asked for with --lang; the locale chose it otherwise, and a setting goes before that
	NoColor   bool
	Linear    bool   // without a screen: what changes is written, line by line
	Demo      bool   // a believable throw-away store
	Board     bool   // show the board of the waiting room instead
	Site      string // … of this site, by name or code; "" is that of who acts
}

// ServeOptions say how others are served.
type ServeOptions struct {
	Store  string // "" is the default store
	Listen string // the address, such as :2222
}

// Caller is who asks, and where the answers go. Main fills it from the process; nothing below main looks there itself.
type Caller struct {
	Args      []string // without the program's name
	In        io.Reader
	Out       io.Writer
	Err       io.Writer
	Languages text.Catalogue // what can be chosen with --lang; nil: all there are
	Locale    string         // of the environment, e.g. nl_NL.UTF-8
	Store     string         // LEERBALIE_DB or what --db says; "" is the default store
	NoColor   bool           // NO_COLOR is set
	Linear    bool           // ACCESSIBLE is set
	Secrets   Secrets        // how a person gives a PIN
	Answer    Answer         // nil: nobody can be asked
	Width     int            // columns of the terminal; 0 when the output is no terminal, Aloud when what stands on it is read out
	Version   Version
	Files     Files  // of whoever calls; nil: those of this process
	Linger    func() // waits until the person has read what went wrong; nil where the window stays
	Now       func() time.Time
	// Served says that the command came over the network, from somebody whose key let them in: only what ui/cli lists may be given, no
	// word of it names a place on this computer, and nobody is asked for anything. Such a Caller takes nothing from the environment
	// of either side but a language. Who is whose key it is, and who acts; Only, unless "", is the one command of that key.
	Served bool
	Who    journal.ID
	Only   string
}

// Files are the files of a caller at another process.
type Files interface {
	// Path is a path as the caller means it, in full.
	Path(path string) string
	// Said is a path that Path gave as the caller said it; any other as it is.
	Said(path string) string
	// Read opens a file. Errors: Invalid for a folder, and those of the disk.
	Read(path string) (io.ReadCloser, error)
}

// ErrElsewhere ends a command before it did anything: another process has the store, and carries commands out.
var ErrElsewhere = errors.New("carried out elsewhere")

// Aloud is the width of a terminal whose lines are read out: nothing is cut to fit, and nothing replaced.
const Aloud = -1

// Wide gives the width that a command is told: that of its terminal, or Aloud.
func Wide(columns int, linear bool) int {
	if linear {
		return Aloud
	}
	return columns
}
