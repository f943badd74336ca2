// Package block is the text blocks of the desk: of a site and of a person, and how one is filled from a request.
package block

import (
	"cmp"
	"context"
	"slices"
	"sync"

	"leerbalie/model"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/model/plain"
)

// The fields of a text block. Numbers are on disk and never reused.
const (
	BlockTitle journal.Field = 1
	BlockText  journal.Field = 2
	BlockOwner journal.Field = 3
)

// Block is a text that is put into a form with one key, with places that the request fills; see Fill.
type Block struct {
	ID       journal.ID
	Site     journal.ID
	Title    string
	Text     string
	Owner    journal.ID // zero: everybody's at the site
	Archived bool
	seen     *journal.Record // what it was read from
}

var blockTable = sync.OnceValue(func() model.Table[Block] {
	return model.Table[Block]{
		model.TextField(BlockTitle, "title", func(b *Block) *string { return &b.Title }).AboutPerson(),
		model.TextField(BlockText, "text", func(b *Block) *string { return &b.Text }).AboutPerson(),
		model.EntityField(BlockOwner, "owner", func(b *Block) *journal.ID { return &b.Owner }),
	}
})

var numberedBlock = sync.OnceValue(func() model.Numbered[Block] { return blockTable().Numbered() })

// BlockTable is every field of a text block.
func BlockTable() model.Table[Block] { return blockTable() }

// BlockOf reads a text block from its record.
func BlockOf(r *journal.Record) Block {
	b := Block{ID: r.ID, Site: r.Part, Archived: r.Archived(), seen: r}
	numberedBlock().Read(&b, r)
	return b
}

// mayKeepBlock refuses what is not one's own to write: somebody else's, and the site's for who learns here.
func mayKeepBlock(p model.Person, b Block) error {
	switch {
	case b.Owner == p.ID:
		return nil
	case !b.Owner.IsZero():
		return fault.New(fault.Refused, "block-not-yours", "name", p.Name)
	case !p.Has(model.RoleDesk, model.RoleCoordinator, model.RoleAdmin):
		return fault.New(fault.Refused, "block-of-site", "name", p.Name)
	}
	return nil
}

// AddBlock keeps a new text block at the session's site: for everybody there, or one's own.
type AddBlock struct {
	Title string
	Text  string
	Own   bool
}

// Name is the code of the words for this action.
func (AddBlock) Name() string { return "act-block-add" }

// Do adds the block. Errors: Invalid for a missing title or text and for a citizen service number; Conflict for a title that is
// there already; Refused for who may not.
func (a AddBlock) Do(d *model.Doing) error {
	b := Block{Site: d.Site(), Title: a.Title, Text: a.Text}
	if a.Own {
		b.Owner = d.Actor.ID
	}
	if err := keepable(d, &b); err != nil {
		return err
	}
	id, err := d.NewID(d.Now())
	if err != nil {
		return err
	}
	d.Made(id, "")
	return d.Set(KindBlock, id, b.Site, numberedBlock().Values(&b))
}

// keepable checks a block that is to be written.
func keepable(d *model.Doing, b *Block) error {
	if err := model.Required(&b.Title, "title"); err != nil {
		return err
	}
	if err := model.Required(&b.Text, "text"); err != nil {
		return err
	}
	if err := mayKeepBlock(d.Actor, *b); err != nil {
		return err
	}
	taken := false
	err := d.Each(KindBlock, func(r *journal.Record) error {
		other := BlockOf(r)
		taken = taken || other.ID != b.ID && !other.Archived && other.Site == b.Site && other.Owner == b.Owner && plain.FoldText(other.Title) == plain.FoldText(b.Title)
		return nil
	})
	if err == nil && taken {
		return fault.New(fault.Conflict, "block-taken", "name", b.Title)
	}
	return err
}

// EditBlock alters the title and the text of a block as a form that was filled in with it.
type EditBlock struct{ Block Block }

// Name is the code of the words for this action.
func (EditBlock) Name() string { return "act-block-edit" }

// Do writes what differs. Errors: NotFound; those of AddBlock.
func (a EditBlock) Do(d *model.Doing) error {
	now, err := blockFor(d, a.Block.ID)
	if err != nil {
		return err
	}
	b := now
	b.Title, b.Text = a.Block.Title, a.Block.Text
	if err := keepable(d, &b); err != nil {
		return err
	}
	d.About(b.ID, "")
	return d.SetFrom(a.Block.seen, KindBlock, b.ID, b.Site, numberedBlock().Values(&b))
}

// ArchiveBlock takes a block off the list.
type ArchiveBlock struct{ ID journal.ID }

// Name is the code of the words for this action.
func (ArchiveBlock) Name() string { return "act-block-remove" }

// Do archives the block. Errors: NotFound; Refused for who may not.
func (a ArchiveBlock) Do(d *model.Doing) error {
	b, err := blockFor(d, a.ID)
	if err != nil {
		return err
	}
	if err := mayKeepBlock(d.Actor, b); err != nil {
		return err
	}
	d.About(b.ID, "")
	return d.Set(KindBlock, b.ID, b.Site, journal.Fields{journal.FieldArchived.Is(journal.Bool(true))})
}

// blockFor reads the block that an action is about.
func blockFor(d *model.Doing, id journal.ID) (Block, error) {
	rec, err := d.Record(KindBlock, id)
	if err != nil {
		return Block{}, err
	}
	if rec == nil || rec.Archived() || !d.Clearance().MayRead(rec.Scope()) {
		return Block{}, fault.New(fault.NotFound, "block-unknown")
	}
	return BlockOf(rec), nil
}

// ReadBlocks reads the blocks that the session's person can use at the session's site: those of everybody and the own ones, in the
// order of their titles. Errors: Refused.
func ReadBlocks(ctx context.Context, session *model.Session) (out []Block, err error) {
	err = session.ReadScope(ctx, journal.Scope{Class: journal.Desk, Part: session.Site()}, func(tx model.Tx) error {
		return tx.Each(KindBlock, func(r *journal.Record) error {
			b := BlockOf(r)
			if b.Site == session.Site() && !b.Archived && !r.Erased && (b.Owner.IsZero() || b.Owner == session.Me().ID) {
				out = append(out, b)
			}
			return nil
		})
	})
	slices.SortFunc(out, func(a, b Block) int {
		return cmp.Or(cmp.Compare(plain.FoldText(a.Title), plain.FoldText(b.Title)), cmp.Compare(a.ID.String(), b.ID.String()))
	})
	return out, err
}

// MayKeep tells whether somebody may alter a block or take it away.
func (b Block) MayKeep(p model.Person) bool { return mayKeepBlock(p, b) == nil }

// reachesBlock lets everybody of the desk write own blocks, and desk staff and who leads those of the site.
func reachesBlock(r journal.Reader, w journal.Writer, c *journal.Change) (bool, error) {
	if !w.Table {
		return false, nil
	}
	writer, err := r.Record(model.KindPerson, w.Person)
	if err != nil || writer == nil {
		return false, err
	}
	b := Block{}
	rec, err := r.Record(KindBlock, c.Entity)
	if err != nil {
		return false, err
	}
	if rec != nil {
		b = BlockOf(rec)
	}
	for _, write := range c.Writes {
		if write.Field == BlockOwner {
			if rec != nil && b.Owner != write.Value.ID() && len(rec.Live(BlockOwner)) > 0 {
				return false, nil
			}
			b.Owner = write.Value.ID()
		}
	}
	if rec == nil && b.Owner.IsZero() { // its words come before it is known whose it is
		return true, nil
	}
	return b.MayKeep(model.PersonOf(writer)), nil
}

// KindBlock is the kind of a text block. Its number is on disk and never reused.
const KindBlock journal.Kind = 14

// Kinds are the rows of this kind.
func Kinds() []journal.KindRow {
	return []journal.KindRow{{Kind: KindBlock, Name: "block", Class: journal.Desk, Fields: numberedBlock().Name, Personal: numberedBlock().Personal(true), Whose: BlockOwner, Reach: reachesBlock}}
}

// FilledIn are the fields that people fill in of this kind.
func FilledIn(k journal.Kind) []model.Filled {
	if k == KindBlock {
		return blockTable().Filled()
	}
	return nil
}
