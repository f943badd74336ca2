package wire

// What stands on disk. Numbers are big-endian, so that keys ascend as numbers do; ids are 16 bytes, replicas 8.
//
//	meta      name                                → bytes     format, seal, replica, key, copied, tag, clock, txn, schema, derived, tally, doubt
//	log       stream ‖ seq                        → change    the journal: the truth, all else can be rebuilt from it
//	head      stream                              → seq ‖ chain hash
//	mark      stream ‖ seq                        → chain hash, at every 1,024th change
//	pending   stream ‖ seq                        → change    came before one that it follows
//	record    kind ‖ id                           → record    (derived) fields with their live versions
//	item      kind ‖ id ‖ time ‖ replica ‖ seq    → item      (derived) immutable entries, ascending by stamp
//	row       site ‖ id                           → row       (derived) what lists show of a request
//	index     (derived; the value is empty unless stated)
//	          'q' ‖ site ‖ list ‖ order ‖ id                  the lists of a site
//	          'n' ‖ number ‖ 0 ‖ id                           requests by number
//	          's' ‖ site ‖ source ‖ 0 ‖ id                    requests by the id they were imported under
//	          'r' ‖ site ‖ resident ‖ id                      requests of a resident, and those asked for others
//	          'l' ‖ site ‖ request ‖ id                       requests merged into a request, or split from it
//	          'g' ‖ site ‖ request ‖ id                       requests merged into a request
//	          'm' ‖ person ‖ stamp ‖ site ‖ request           messages that wait for somebody, the oldest first
//	          'o' ‖ person ‖ site ‖ request                   what is on somebody: held and not closed, or a promise to keep
//	          't' ‖ person ‖ day ‖ site ‖ request             on what somebody spent minutes on a day
//	          'd' ‖ site ‖ service ‖ request ‖ n              → state: referrals that name a service of the directory
//	          'b' ‖ site ‖ id                                 residents of a site
//	          'j' ‖ site ‖ resident ‖ id                      residents merged into a resident
//	          'x' ‖ 0 ‖ class ‖ part ‖ kind ‖ id              where people wrote apart what does not go together
//	          'x' ‖ 1 ‖ code ‖ of ‖ in ‖ kind ‖ id ‖ stamp    → says: of what only one thing can hold, see journal.Stake
//	          'e' ‖ id                                        what stands on the erase list
//	count     site ‖ status                       → number    (derived) requests by status
//	figure    site ‖ 'd' or 'p' ‖ number          → cell      (derived) what requests count for, by the day and the part of it; package derive draws a cell
//	token     scope ‖ token ‖ …                   → ids       (derived, may lag) the words of requests and residents
//	unfolded  kind ‖ site ‖ id                    → nothing   whose words are not in token yet
//	counter   site                                → number    (local) the last number given out
//	draft     person ‖ key                        → draft     (local) typed and not sent
//	setting   name                                → text      (local) preferences of this machine; of one person when name ends in /ID
//	owed      kind ‖ which                        → nothing   (local) work that has to be finished, see owed.go
//	peer      letter ‖ …                          → …         (local) what is known of other replicas, as package replica draws it
//	held      stream ‖ seq                        → held      (local) came and was not taken in, with the reason
//	away      stream                              → seq ‖ chain hash ‖ clock   (local) where it ended when its scope was put away
//
// In a sealed store every value is sealed but meta's format and seal, and no key holds a word: of setting, draft, owed and count what comes
// after the letter or the ids is a keyed hash, the number and the source of 'n' and 's' as well, and token stays empty, so that
// unfolded keeps all that there is to search. Package disk tells how.
//
// stream = replica ‖ class ‖ part; list = one letter of model.QueueView; kind, class = one byte.
var (
	BucketMeta      = []byte("meta")
	BucketLog       = []byte("log")
	BucketHead      = []byte("head")
	BucketMark      = []byte("mark")
	BucketPending   = []byte("pending")
	BucketRecord    = []byte("record")
	BucketItem      = []byte("item")
	BucketRow       = []byte("row")
	BucketIndex     = []byte("index")
	BucketCount     = []byte("count")
	BucketFigure    = []byte("figure")
	BucketToken     = []byte("token")
	BucketUnindexed = []byte("unfolded")
	BucketCounter   = []byte("counter")
	BucketDraft     = []byte("draft")
	BucketSetting   = []byte("setting")
	BucketOwed      = []byte("owed")
	BucketPeer      = []byte("peer")
	BucketHeld      = []byte("held")
	BucketAway      = []byte("away")
)

// Buckets lists every bucket; a test holds the drawing above to it.
func Buckets() [][]byte {
	return [][]byte{BucketMeta, BucketLog, BucketHead, BucketMark, BucketPending, BucketRecord, BucketItem, BucketRow, BucketIndex,
		BucketCount, BucketFigure, BucketToken, BucketUnindexed, BucketCounter, BucketDraft, BucketSetting, BucketOwed, BucketPeer, BucketHeld, BucketAway}
}

// LaterBuckets lists the buckets that came after the first version. A file that lacks them gets them when it is opened, and a
// program that does not know them leaves them alone.
func LaterBuckets() [][]byte {
	return [][]byte{BucketOwed, BucketPeer, BucketHeld, BucketAway, BucketFigure}
}

// DerivedBuckets lists the buckets that a rebuild makes anew from the journal.
func DerivedBuckets() [][]byte {
	return [][]byte{BucketRecord, BucketItem, BucketRow, BucketIndex, BucketCount, BucketToken, BucketUnindexed, BucketFigure}
}

// The names in meta.
var (
	MetaFormat  = []byte("format")       // the version of this drawing
	MetaSeal    = []byte("seal")         // of a sealed store: its key, wrapped by a passphrase; see package seal
	MetaReplica = []byte("replica")      // this copy's name
	MetaKey     = []byte("key")          // its private key (Ed25519), in no copy
	MetaCopied  = []byte("copied")       // in a copy only: when it was made, in milliseconds
	MetaWitness = []byte("witness")      // in a copy, and in a store that was made from one: what it held then, signed; see package witness
	MetaFormer  = []byte("former")       // the names it had before it was found to be set back
	MetaAnew    = []byte("anew")         // the ends of streams that were written anew under another name: each a stream, from which change, when (milliseconds)
	MetaHolder  = []byte("holder")       // the person whose store it is, who alone acts in it; absent: a desk's
	MetaOwnKey  = []byte("identity")     // what bundles for this replica are sealed for (age), in no copy
	MetaIntro   = []byte("introduction") // how this replica makes itself known where it is not admitted yet
	MetaTag     = []byte("tag")          // the two characters its numbers carry
	MetaClock   = []byte("clock")        // the last moment of the logical clock
	MetaTxn     = []byte("txn")          // the last local transaction
	MetaDerived = []byte("derived")      // the derivedVersion and journal.SchemaVersion that derived what is derived; 0 while it is being done; then tallyVersion
	MetaErased  = []byte("erased")       // the digest of the list of this machine that was last applied, see erased.go; absent: none was
	MetaTally   = []byte("tally")        // the transaction that wrote last, and a sum over each bucket that is kept for this copy alone, see package tally
	MetaDoubt   = []byte("doubt")        // when it was seen that the last write may be missing, see noteDoubt; a repair takes it away
	MetaSchema  = []byte("schema")       // 0; above it, a program from before there was a derivedVersion derived it, see stamp
)

// FormatVersion is the version of the drawing that this program writes; see migrate.go. FormatSealed is that of a sealed store, which a
// program from before there were any would take for a damaged one: by its number it knows that it is too old. The next drawing is 3.
const (
	FormatVersion = 1
	FormatSealed  = 2
)

// Newer tells whether a drawing is of a later program than this one.
func Newer(format uint64) bool { return format > FormatSealed }
