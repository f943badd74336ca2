package screen

import (
	"context"

	"leerbalie/model"
	"leerbalie/model/journal"
	"leerbalie/model/plain/phrase"
	"leerbalie/model/transfer"
	"leerbalie/model/trust"
)

// Bundles is what a session may do with copies for laptops and with what comes back from them. A path may begin with ~ for the
// person's own folder. What is written is there whole or not at all, and never in the place of another file; what is brought in is
// read to the end and verified before any of it is kept. Progress may be nil; it is called from another goroutine, with a total of 0
// where that is not known. Errors of all of them: Refused for who may not, those of the store and of the disk.
type Bundles struct {
	// Recipients are for whom the person of the session may make a bundle: a coordinator for all who may hold a copy, a teacher for
	// herself, and on a laptop for the centre alone. Machines that have a copy come before the first one of a person.
	Recipients func(ctx context.Context, session *model.Session) ([]transfer.Recipient, error)
	// Plan tells what would travel. It writes nothing.
	Plan func(ctx context.Context, session *model.Session, to transfer.Recipient) (transfer.Plan, error)
	// Decide keeps what was decided about a text. Nothing of it travels.
	Decide func(ctx context.Context, session *model.Session, hit transfer.Hit, choice transfer.Choice) error
	// Take writes a bundle. A path that is a folder gets a file in it, named by date and number. Errors: Conflict for a name that is
	// taken.
	Take func(ctx context.Context, session *model.Session, to transfer.Recipient, path string, progress func(done, total int64)) (transfer.Taken, error)
	// Look verifies all of a bundle and tells what it holds; nothing changes.
	Look func(ctx context.Context, session *model.Session, path string, progress func(done, total int64)) (transfer.Contents, error)
	// Return brings a bundle in, or the acknowledgement that lay beside one.
	Return func(ctx context.Context, session *model.Session, path string, progress func(done, total int64)) (transfer.Returned, error)
	// Machines are the other copies, as far as this one knows them, and the invitations that are open.
	Machines func(ctx context.Context, session *model.Session) ([]transfer.Machine, error)
	// Revoke lets a machine exchange no longer, or takes an open invitation back.
	Revoke func(ctx context.Context, session *model.Session, machine transfer.Machine) error
	// Accept lets all that waits of a machine count, and the machine itself where that waits to be admitted.
	Accept func(ctx context.Context, session *model.Session, waiting transfer.Waiting) error
	// Peers are the computers that this one exchanges with directly, and Exchange does so with one, by its name. Errors of Exchange: NotFound
	// where nothing answers there, or no longer; Refused for a computer that is another than before, or does not know this one; Busy. Both
	// may be nil.
	Peers    func(ctx context.Context, session *model.Session) ([]transfer.Peer, error)
	Exchange func(ctx context.Context, session *model.Session, name string, progress func(done, total int64)) (transfer.Returned, error)
	// Standing is how this copy stands to the others. It is cheap: the frame asks it after each commit.
	Standing func(ctx context.Context, session *model.Session) (transfer.Standing, error)
}

// Opening is how a bundle becomes the first store of this machine.
type Opening struct {
	// Peek reads what stands on a bundle in clear. Errors: Invalid for a file that is none.
	Peek func(ctx context.Context, path string) (transfer.Sealed, error)
	// Offer draws five words that can be the passphrase.
	Offer func() (phrase.Phrase, error)
	// Open makes the store, sealed with a passphrase, and gives the session of its holder. Nothing is left where it does not. Errors:
	// Invalid with "bundle-code" for another code than the bundle's, with "passphrase-short" for a passphrase that is no good.
	Open func(ctx context.Context, path string, code phrase.Phrase, passphrase string, progress func(done, total int64)) (*model.Session, error)
}

// MayTake tells whether somebody may hold a copy, and so make a bundle at all: nobody is offered what is refused.
func (b *Bundles) MayTake(c model.Clearance) bool {
	return b != nil && len(trust.ScopesFor(c.Person(), []journal.ID{c.Person().Site}, nil)) > 0
}

// AtMachines goes with Open: the files show who holds a copy.
type AtMachines struct{}

// AtTake goes with Open: the files begin to make a bundle for somebody.
type AtTake struct{ Person journal.ID }

// AtReturn goes with Open: the files ask which bundle is brought in.
type AtReturn struct{}
