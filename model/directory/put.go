package directory

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"hash"

	"leerbalie/model"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
)

// SourceID is the id of the entry that a source knows by an id of its own. Two stores that bring in the same file apart so have the same
// entries. A source whose ids are not its own alone, such as 1 and 2, should put something before them that is.
func SourceID(kind journal.Kind, source string) (id journal.ID) {
	sum := sha256.Sum256([]byte(fmt.Sprintf("directory\x00%d\x00%s", kind, source)))
	copy(id[:], sum[:])
	id[6] = id[6]&0x0f | 0x80 // a UUID of version 8 (RFC 9562, section 5.8): made of what it stands for
	id[8] = id[8]&0x3f | 0x80
	return id
}

// The codes of what Put refuses since there is nothing to do: an import counts the first as unchanged, and names the second.
const (
	PutKnown  = "directory-known"  // it stands here as the source has it
	PutEdited = "directory-edited" // somebody here altered it since it came, and the source now says something else: what stands here is kept
)

// PutOrganization brings an organisation in from its source, by Entry.Source. What came from there before is brought to what the source
// says now, unless somebody altered it here since.
type PutOrganization struct{ Organization Organization }

// Name is the code of the words for this action.
func (PutOrganization) Name() string { return "act-organization-put" }

// Do adds or alters the organisation. Errors: Conflict with PutKnown or PutEdited; Invalid for a missing name or source, and for a citizen
// service number; Refused for who may not bring files in, and to alter what somebody else brought in.
func (a PutOrganization) Do(d *model.Doing) error {
	return bring(d, KindOrganization, &a.Organization, func(o *Organization) *Entry { return &o.Entry }, numberedOrganization())
}

// PutService brings a service in from its source. Organization and Locations are those of SourceID; they may come later.
type PutService struct{ Service Service }

// Name is the code of the words for this action.
func (PutService) Name() string { return "act-service-put" }

// Do adds or alters the service. Errors: as for PutOrganization.
func (a PutService) Do(d *model.Doing) error {
	return bring(d, KindService, &a.Service, func(s *Service) *Entry { return &s.Entry }, numberedService())
}

// PutLocation brings a location in from its source. Organization is that of SourceID; it may come later.
type PutLocation struct{ Location Location }

// Name is the code of the words for this action.
func (PutLocation) Name() string { return "act-location-put" }

// Do adds or alters the location. Errors: as for PutOrganization.
func (a PutLocation) Do(d *model.Doing) error {
	return bring(d, KindLocation, &a.Location, func(l *Location) *Entry { return &l.Entry }, numberedLocation())
}

func bring[E any](d *model.Doing, kind journal.Kind, e *E, in func(*E) *Entry, table model.Numbered[E]) error {
	if err := d.Clearance().CheckRight(model.ToBringIn); err != nil {
		return err
	}
	entry := in(e)
	if err := entry.named(); err != nil {
		return err
	}
	if err := model.Required(&entry.Source, "source"); err != nil {
		return err
	}
	entry.ID, entry.AddedBy = SourceID(kind, entry.Source), d.Actor.ID
	entry.came = fingerprint(e, table)
	rec, err := d.Record(kind, entry.ID)
	if err != nil {
		return err
	}
	if rec != nil {
		var now E
		table.Read(&now, rec)
		was := in(&now)
		was.Archived = rec.Archived()
		switch {
		case was.Archived: // it was taken back: it comes in anew
		case was.came == entry.came:
			return fault.New(fault.Conflict, PutKnown, "name", was.Name)
		case fingerprint(&now, table) != was.came:
			return fault.New(fault.Conflict, PutEdited, "name", was.Name)
		}
		if err := mayEdit(d, *was); err != nil {
			return err
		}
		entry.AddedBy = was.AddedBy
		d.About(entry.ID, "")
	} else {
		d.Made(entry.ID, "")
	}
	return d.Granted(mine, func() error {
		return d.Set(kind, entry.ID, Scope().Part, append(table.Values(e), journal.FieldArchived.Is(archived(rec))))
	})
}

// archived is what an entry that comes in says of being put away: nothing, unless it was.
func archived(rec *journal.Record) journal.Value {
	if rec == nil || rec.Get(journal.FieldArchived).IsNone() {
		return journal.Value{}
	}
	return journal.Bool(false)
}

// fingerprint is a sum over all that an entry says, as it is kept and read back.
func fingerprint[E any](e *E, table model.Numbered[E]) string {
	sum := sha256.New()
	for _, f := range table.Values(e) {
		if f.Field == EntryAddedBy || f.Field == EntryCame {
			continue
		}
		var kept E
		table.Put(&kept, f.Field, f.Value)
		v := f.Value
		for _, again := range table.Values(&kept) {
			if again.Field == f.Field {
				v = again.Value
			}
		}
		if !v.IsNone() {
			fmt.Fprintf(sum, "%d:", f.Field)
			addValue(sum, v)
		}
	}
	return hex.EncodeToString(sum.Sum(nil)[:12])
}

func addValue(to hash.Hash, v journal.Value) {
	fmt.Fprintf(to, "%d,%d,%q,%q(", v.Kind(), v.Int(), v.Text(), v.Raw())
	for _, e := range v.List() {
		addValue(to, e)
	}
	fmt.Fprint(to, ")")
}
