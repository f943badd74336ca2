package bundle

import (
	"bytes"
	"context"
	"crypto/sha256"
	"io"
	"slices"
	"strings"
	"sync"
	"time"

	"filippo.io/age"

	"leerbalie/model"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/model/plain/phrase"
	"leerbalie/model/transfer"
	"leerbalie/model/trust"
	"leerbalie/store"
	"leerbalie/store/replica"
	"leerbalie/store/root"
)

// How long an invitation is open where nobody says so, and at most.
const (
	usually = 14 * 24 * time.Hour
	longest = 366 * 24 * time.Hour
)

// Desk makes bundles of an open store and brings them in, for people: commands and screens call the same functions. All of them ask
// whether the person of the session may.
type Desk struct {
	Store  func() *store.Store // the one that is open
	Path   func(string) string // a path as people write it, in full; nil: it is taken as it is
	Keeper root.Keeper
	Now    func() time.Time
	Factor int // the price of a code: WorkFactor

	mu       sync.Mutex
	recovery phrase.Phrase // of a root key that was made, until somebody was shown it
}

func (d *Desk) path(path string) string {
	if d.Path == nil {
		return path
	}
	return d.Path(path)
}

// Recipients are for whom the person of a session may make a bundle, machines that have a copy before the first one of a person. On a
// laptop that is the centre alone. Errors: Refused for who may not, and for a copy that is neither.
func (d *Desk) Recipients(ctx context.Context, session *model.Session) ([]transfer.Recipient, error) {
	s := d.Store()
	laptop, err := isLaptop(ctx, s)
	if err != nil {
		return nil, err
	}
	if laptop {
		home, err := replica.Home(ctx, s)
		if err != nil {
			return nil, err
		}
		name, err := siteName(ctx, session)
		return []transfer.Recipient{{Name: name, Replica: home.Replica, Centre: true}}, err
	}
	st, err := d.centre(ctx, s)
	if err != nil {
		return nil, err
	}
	people := []model.Person{session.Me()}
	if session.Check(ctx, model.ToInvite) == nil {
		if people, err = session.People(ctx); err != nil {
			return nil, err
		}
		slices.SortStableFunc(people, func(a, b model.Person) int { return strings.Compare(a.Name, b.Name) })
	}
	var out, anew []transfer.Recipient
	for _, p := range people {
		if !mayHold(p) {
			continue
		}
		for _, r := range st.Replicas() {
			if r.Person == p.ID && !r.Revoked && !st.CentreIs(r.Name) {
				out = append(out, transfer.Recipient{Person: p.ID, Name: p.Name, Replica: r.Name, Label: r.Label})
			}
		}
		anew = append(anew, transfer.Recipient{Person: p.ID, Name: p.Name})
	}
	if len(anew) == 0 {
		return nil, fault.New(fault.Refused, "no-right-bundle", "name", session.Me().Name)
	}
	return append(out, anew...), nil
}

// mayHold tells whether somebody may hold a copy at all.
func mayHold(p model.Person) bool {
	return !p.Archived && len(trust.ScopesFor(p, []journal.ID{p.Site}, nil)) > 0
}

// MayExchange tells whether the person of a session may exchange at all. Errors: Refused.
func MayExchange(session *model.Session) error {
	if !mayHold(session.Me()) {
		return fault.New(fault.Refused, "no-right-bundle", "name", session.Me().Name)
	}
	return nil
}

// isLaptop tells whether an invitation made this copy.
func isLaptop(ctx context.Context, s *store.Store) (bool, error) {
	holder, err := s.Holder(ctx)
	return !holder.IsZero(), err
}

// siteName is what the organisation is called: its first site.
func siteName(ctx context.Context, session *model.Session) (string, error) {
	sites, err := session.Sites(ctx)
	if err != nil || len(sites) == 0 {
		return "", err
	}
	return sites[0].Name, nil
}

// centre is whose word counts, where this copy may invite, or will be able to once there is a root key. Errors: Refused for another.
func (d *Desk) centre(ctx context.Context, s *store.Store) (trust.State, error) {
	st, err := trust.Read(ctx, s)
	if err == nil && st.Root != nil && !st.CentreIs(s.Replica()) {
		err = fault.New(fault.Refused, "bundle-not-centre")
	}
	return st, err
}

// may tells whether the person of a session may make a bundle for somebody, and whose machine that is. Errors: Refused; NotFound.
func (d *Desk) may(ctx context.Context, session *model.Session, st *trust.State, to transfer.Recipient) error {
	person := to.Person
	if !to.Invites() {
		r, ok := st.Replica(to.Replica)
		if !ok {
			return fault.New(fault.NotFound, "bundle-no-recipient")
		}
		person = r.Person
	}
	if person == session.Me().ID {
		if !mayHold(session.Me()) {
			return fault.New(fault.Refused, "no-right-bundle", "name", session.Me().Name)
		}
		return nil
	}
	return session.Check(ctx, model.ToInvite)
}

// target is whom a bundle goes to, for one who has a copy.
func (d *Desk) target(ctx context.Context, session *model.Session, to transfer.Recipient) (replica.To, *trust.State, error) {
	s := d.Store()
	laptop, err := isLaptop(ctx, s)
	if err != nil {
		return replica.To{}, nil, err
	}
	if laptop && !to.Centre {
		return replica.To{}, nil, fault.New(fault.Refused, "bundle-no-invitation", "name", to.Name)
	}
	if to.Centre {
		home, err := replica.Home(ctx, s)
		if err != nil {
			return home, nil, err
		}
		st, err := trust.Read(ctx, s)
		return home, &st, err
	}
	st, err := d.centre(ctx, s)
	if err == nil {
		err = d.may(ctx, session, &st, to)
	}
	return replica.To{Replica: to.Replica}, &st, err
}

// Plan tells what would travel. It writes nothing.
func (d *Desk) Plan(ctx context.Context, session *model.Session, to transfer.Recipient) (p transfer.Plan, err error) {
	target, _, err := d.target(ctx, session, to)
	if err != nil {
		return p, err
	}
	until, err := d.until(to)
	if err != nil {
		return p, err
	}
	if to.Invites() {
		target.Person = to.Person
	}
	if p, err = replica.Prepare(ctx, d.Store(), target); err == nil && to.Invites() {
		p.To.Label, p.Until = to.Label, until
	}
	return p, err
}

// until is until when an invitation is open. Errors: Invalid for what is past, or more than a year away.
func (d *Desk) until(to transfer.Recipient) (time.Time, error) {
	now := d.Now()
	switch {
	case to.Until.IsZero():
		return now.Add(usually), nil
	case !to.Until.After(now):
		return to.Until, fault.New(fault.Invalid, "bundle-until-past")
	case to.Until.After(now.Add(longest)):
		return to.Until, fault.New(fault.Invalid, "bundle-until-far")
	}
	return to.Until, nil
}

// Decide keeps what was decided about a text. Who takes a bundle for themselves may leave it home; that it travels is for a coordinator
// to say. Errors: Refused.
func (d *Desk) Decide(ctx context.Context, session *model.Session, hit transfer.Hit, choice transfer.Choice) error {
	if !mayHold(session.Me()) {
		return fault.New(fault.Refused, "no-right-bundle", "name", session.Me().Name)
	}
	if choice != transfer.StaysHome && session.Check(ctx, model.ToInvite) != nil {
		return fault.New(fault.Refused, "bundle-text-coordinator", "name", session.Me().Name)
	}
	return replica.Decide(ctx, d.Store(), session.Me().ID, hit, choice)
}

// Take writes a bundle. What lies there as acknowledgements of earlier ones is heard first. A root key that is made for it is told even
// where the bundle cannot be written. Errors: Refused for who may not; those of the disk, in the words of who holds a stick.
func (d *Desk) Take(ctx context.Context, session *model.Session, to transfer.Recipient, path string, progress func(done, total int64)) (t transfer.Taken, err error) {
	s, path := d.Store(), d.path(path)
	target, st, err := d.target(ctx, session, to)
	if err != nil {
		return t, err
	}
	if err := free(path); err != nil { // before anybody is invited in vain
		return t, err
	}
	if to.Until, err = d.until(to); err != nil {
		return t, err
	}
	if t.Acknowledged, err = heardIn(ctx, s, folderOf(path)); err != nil {
		return t, err
	}
	name, err := siteName(ctx, session)
	if err != nil {
		return t, err
	}
	h := Header{For: name, From: name, Made: d.Now()}
	if own, ok := st.Replica(s.Replica()); ok && !st.CentreIs(s.Replica()) {
		h.From = own.Label
	}
	if to.Invites() {
		return d.invite(ctx, session, to, h, path, progress, t)
	}
	if r, ok := st.Replica(target.Replica); ok && !st.CentreIs(r.Name) {
		h.For = r.Label
	}
	recipient, err := replica.Recipient(ctx, s, target)
	if err != nil {
		return t, err
	}
	h.Organisation = organisation(st.Root)
	t.Path, err = put(s, path, d.Now(), func(w io.Writer) error {
		return write(w, h, recipient, func(w io.Writer) (err error) {
			t.Contents, err = replica.Pack(ctx, s, target, w, progress)
			return err
		})
	})
	return t, err
}

// organisation is the fingerprint of a root key.
func organisation(public []byte) (k Key) {
	if len(public) > 0 {
		sum := sha256.Sum256(public)
		copy(k[:], sum[:])
	}
	return k
}

// Look verifies all of a bundle and tells what it holds; nothing changes.
func (d *Desk) Look(ctx context.Context, session *model.Session, path string, progress func(done, total int64)) (c transfer.Contents, err error) {
	err = d.opened(ctx, session, d.path(path), func(_ *Sealed, open replica.Source) error {
		c, err = replica.Look(ctx, d.Store(), open)
		return err
	})
	return c, err
}

// Return brings a bundle in, or an acknowledgement, and writes an acknowledgement beside the bundle. Errors: Refused for who may not,
// for another's bundle, and for what has no say; Invalid and Damaged for what is no bundle, or not whole: nothing is changed then.
func (d *Desk) Return(ctx context.Context, session *model.Session, path string, progress func(done, total int64)) (r transfer.Returned, err error) {
	s, path := d.Store(), d.path(path)
	if strings.HasSuffix(strings.ToLower(path), WordEnding) {
		return r, d.word(ctx, session, path, &r)
	}
	err = d.opened(ctx, session, path, func(_ *Sealed, open replica.Source) error {
		r, err = replica.Receive(ctx, s, session.Me().ID, open, progress)
		return err
	})
	if err != nil {
		return r, stick(err, path)
	}
	more, err := heardIn(ctx, s, folderOf(path))
	if err != nil {
		return r, err
	}
	r.Acknowledged += more
	d.answer(ctx, s, path, &r)
	if more > 0 {
		err = stands(ctx, s, &r)
	}
	return r, err
}

// answer writes the acknowledgement, or keeps why it could not.
func (d *Desk) answer(ctx context.Context, s *store.Store, path string, r *transfer.Returned) {
	word, err := replica.Word(ctx, s, replica.To{Replica: r.From.From.Replica})
	if err == nil {
		r.Answer, err = answer(s, path, word)
	}
	if fault.KindOf(err) == fault.NotFound { // its sender is not let in yet: nobody can be answered
		err = fault.New(fault.NotFound, transfer.NotAdmitted)
	}
	if err != nil {
		r.Answer, r.Unanswered = "", err
	}
}

// word brings an acknowledgement in.
func (d *Desk) word(ctx context.Context, session *model.Session, path string, r *transfer.Returned) error {
	if !mayHold(session.Me()) {
		return fault.New(fault.Refused, "no-right-bundle", "name", session.Me().Name)
	}
	word, err := readWord(path)
	if err == nil {
		r.Acknowledged, err = replica.Heard(ctx, d.Store(), word)
	}
	if err == nil {
		err = stands(ctx, d.Store(), r)
	}
	return err
}

// stands tells what of this copy's own things nobody else has, and what waits at the centre, by what was heard last.
func stands(ctx context.Context, s *store.Store, r *transfer.Returned) error {
	st, err := replica.Stands(ctx, s)
	if err == nil {
		r.Missing, r.WaitingThere = st.Alone, st.WaitingThere
	}
	return err
}

// opened opens a bundle that is for this copy.
func (d *Desk) opened(ctx context.Context, session *model.Session, path string, do func(b *Sealed, open replica.Source) error) error {
	if !mayHold(session.Me()) {
		return fault.New(fault.Refused, "no-right-bundle", "name", session.Me().Name)
	}
	s := d.Store()
	b, err := Open(path)
	if err != nil {
		return stick(err, path)
	}
	defer b.Close()
	st, err := trust.Read(ctx, s)
	if err != nil {
		return err
	}
	if own := organisation(st.Root); !bytes.Equal(own[:], b.Organisation[:]) {
		return fault.New(fault.Refused, "bundle-other-organisation", "path", path)
	}
	identity, err := replica.Identity(ctx, s)
	if err != nil {
		return err
	}
	if by, err := age.ParseX25519Identity(identity); err == nil && KeyOf(by.Recipient().String()) != b.Key {
		return d.other(ctx, session, &st, b)
	}
	return do(b, b.Source(identity))
}
