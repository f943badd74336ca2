// Package home is how this program comes to its store: where that is, how it is opened, and what is done with a whole one.
package home

import (
	"context"
	"crypto/rand"
	"io"
	"path/filepath"
	"time"

	"leerbalie/model"
	"leerbalie/model/journal"
	"leerbalie/model/mapping"
	"leerbalie/model/plain/phrase"
	"leerbalie/model/transfer"
	"leerbalie/store"
	"leerbalie/store/demo"
	"leerbalie/store/exchange"
	"leerbalie/store/exchange/calendar/bring"
	"leerbalie/store/exchange/directory"
	"leerbalie/store/exchange/partners"
	"leerbalie/store/exchange/prices"
	"leerbalie/store/inspect"
	"leerbalie/store/replica/bundle"
	"leerbalie/store/root"
	"leerbalie/store/seal"
)

// indexAfter is how long new words wait before they are entered into the index: others' actions go first.
const indexAfter = 2 * time.Second

// noteAfter is how long after a commit what the store holds is noted in the state folder.
const noteAfter = time.Minute

// Home is where this person's programs keep their data, and how they are opened.
type Home struct {
	Data    string // the folder of the default store
	State   string // the folder of what was seen of stores, outside of them
	Program string // as others are told who has a store open
	Child   string // the word that makes this program the child process of a check
	// Passphrase is asked for where a store is sealed, and Anew before one takes another name; see store.Options. Both may be nil.
	Passphrase func(tries int) (string, error)
	Anew       func(why error) error
	Reads      bool // a command is under way that only reads its store; see store.Options
	// Socket is where whoever opens a store to stay serves others; nil: nowhere.
	Socket func(path string) string

	ring seal.Ring // what this process opened: it is asked for each store once
}

// Path is where a store is: what was asked for, or the default.
func (h *Home) Path(asked string) string {
	if asked == "" {
		return filepath.Join(h.Data, "leerbalie.db")
	}
	return asked
}

// Staying are the options of a process that stays in a store, as the app does.
func (h *Home) Staying(path string) store.Options {
	o := store.Options{Now: time.Now, Program: h.Program, IndexAfter: indexAfter, State: h.State, NoteAfter: noteAfter, Anew: h.Anew,
		Passphrase: h.Passphrase, Ring: &h.ring}
	if h.Socket != nil {
		o.Socket = h.Socket(path)
	}
	return o
}

// Passing are the options of a command, which lets go of the store soon: other commands wait for it.
func (h *Home) Passing() store.Options {
	o := h.Staying("")
	o.Passing, o.Socket = true, ""
	return o
}

// Unnoted are the options for a store of which no note is kept: one without its name yet, or to be thrown away.
func (h *Home) Unnoted() store.Options {
	o := h.Passing()
	o.Passing, o.State = false, ""
	return o
}

// Door leads to a store, and to the organisation's root key, for somebody who is admitted.
func (h *Home) Door(asked, as string, admit func(context.Context, *model.Session) error) root.Door {
	o := h.Passing()
	o.Reads = h.Reads
	return root.Door{Keeper: keeper(), Path: h.Path(asked), Options: o, As: as, Admit: admit}
}

func keeper() root.Keeper { return root.Keeper{Cost: root.Usual(), Random: rand.Reader} }

// Create makes a first store, and gives where it is and its recovery phrase.
func (h *Home) Create(ctx context.Context, asked string, first model.Founding) (string, phrase.Phrase, error) {
	path := h.Path(asked)
	p, err := keeper().Begin(ctx, path, h.Unnoted(), first)
	return path, p, err
}

// CreateDemo makes a store with the made-up neighbourhood as it is now, to try everything on; otherwise as Create.
func (h *Home) CreateDemo(ctx context.Context, asked string) (string, phrase.Phrase, error) {
	path := h.Path(asked)
	p, err := keeper().BeginWith(ctx, path, h.Unnoted(), func(ctx context.Context, s model.Backend) (journal.ID, error) {
		return demo.Fill(ctx, s, time.Now(), 1, nil)
	})
	return path, p, err
}

// Check is what a check in a process of its own finds.
func (h *Home) Check(ctx context.Context, asked string, repair bool, against []string) (transfer.Verdict, error) {
	return inspect.Check(ctx, []string{h.Child}, h.Passing(), inspect.Ask{Path: h.Path(asked), Repair: repair, Against: against, State: h.State})
}

// Bundles makes bundles of a store that is open, and brings them in. path gives a path as people write it in full; nil: as it is.
func (h *Home) Bundles(open func() *store.Store, path func(string) string) *bundle.Desk {
	return &bundle.Desk{Store: open, Path: path, Keeper: keeper(), Now: time.Now, Factor: bundle.WorkFactor}
}

// Opening makes the first store of this machine from a bundle.
func (h *Home) Opening(asked string) bundle.Opening {
	return bundle.Opening{Path: h.Path(asked), Options: h.Unnoted()}
}

// Survey looks at a file. Where it may guess, it knows the columns by a kept mapping that fits before all else.
func Survey(ctx context.Context, session *model.Session, r io.Reader, o transfer.ImportOptions) (transfer.Survey, error) {
	s, err := exchange.Survey(ctx, session, r, o)
	if err != nil || !o.Guess || o.Map != nil {
		return s, err
	}
	kept, err := mapping.Read(ctx, session)
	return s.Recall(kept), err
}

// Import brings a file in and enters its words into the index, so that the next search need not read them.
func Import(ctx context.Context, session *model.Session, r io.Reader, o transfer.ImportOptions) (transfer.Report, error) {
	report, err := exchange.Import(ctx, session, r, o)
	if err != nil {
		return report, err
	}
	return report, session.IndexWords(ctx)
}

// Prices brings a list of prices in.
func Prices(ctx context.Context, session *model.Session, r io.Reader, o transfer.ImportOptions) (transfer.Report, error) {
	return prices.Import(ctx, session, r, o)
}

// ImportPlacing brings a list of partners in, or one of placements.
func ImportPlacing(ctx context.Context, session *model.Session, what string, r io.Reader, o transfer.ImportOptions) (transfer.Report, error) {
	if what == partners.Placements {
		return partners.ImportPlacements(ctx, session, r, o)
	}
	return partners.Import(ctx, session, r, o)
}

// ExportPlacing takes such a list out.
func ExportPlacing(ctx context.Context, session *model.Session, what string, today time.Time, dst io.Writer) (int, error) {
	return partners.Export(ctx, session, what, today, dst)
}

// ImportDirectory brings a directory of services in, and enters its words as Import does.
func ImportDirectory(ctx context.Context, session *model.Session, r io.Reader, o transfer.ImportOptions) (transfer.DirectoryReport, error) {
	report, err := directory.Import(ctx, session, r, o)
	if err != nil {
		return report, err
	}
	return report, session.IndexWords(ctx)
}

// ExportDirectory writes the directory of services.
var ExportDirectory = directory.Export

// ImportCalendar brings a calendar of another program in.
var ImportCalendar = bring.Import

// Enter begins a session in a store that is open, for somebody who is admitted; nobody is asked where admit is nil.
func Enter(ctx context.Context, s *store.Store, as string, admit func(context.Context, *model.Session) error) (*model.Session, error) {
	session, err := model.EnterAs(ctx, s, as)
	if err == nil && admit != nil {
		err = admit(ctx, session)
	}
	return session, err
}
