package storetest

import (
	"testing"

	"leerbalie/model"
	"leerbalie/model/block"
	"leerbalie/model/fault"
)

// textBlocks are those of a site, which desk staff and who leads keep, and one's own, which nobody else sees.
func textBlocks(_ *testing.T, b *bench) {
	noor, mo := b.person("Noor", model.RoleDesk), b.person("Mo", model.RoleStudent)
	titles := func(s *model.Session) (out []string) {
		blocks, err := block.ReadBlocks(b.ctx(), s)
		b.must(err)
		for _, it := range blocks {
			out = append(out, it.Title)
		}
		return out
	}
	b.do(noor, block.AddBlock{Title: "Terugbellen", Text: "Beste {bewoner}"})
	b.do(mo, block.AddBlock{Title: "Eigen", Text: "Groet, {ik}", Own: true})
	b.same(titles(noor), []string{"Terugbellen"})
	b.same(titles(mo), []string{"Eigen", "Terugbellen"})
	b.refused(fault.Refused, "block-of-site", mo, block.AddBlock{Title: "Van iedereen", Text: "x"})
	b.refused(fault.Conflict, "block-taken", noor, block.AddBlock{Title: "terugbellen", Text: "x"})
	b.refused(fault.Invalid, "bsn", noor, block.AddBlock{Title: "Nummer", Text: "bsn 111222333"})
	all, err := block.ReadBlocks(b.ctx(), mo)
	b.must(err)
	b.refused(fault.Refused, "block-not-yours", noor, block.ArchiveBlock{ID: all[0].ID})
	b.refused(fault.Refused, "block-of-site", mo, block.ArchiveBlock{ID: all[1].ID})
	it := all[1]
	it.Text = "Beste {bewoner}, tot straks"
	b.do(noor, block.EditBlock{Block: it})
	all, err = block.ReadBlocks(b.ctx(), mo)
	b.must(err)
	b.same(all[1].Text, it.Text)
	b.do(noor, block.ArchiveBlock{ID: it.ID})
	b.same(titles(mo), []string{"Eigen"})
	b.refused(fault.NotFound, "block-unknown", noor, block.EditBlock{Block: it})
	_, err = noor.Undo(b.ctx())
	b.must(err)
	b.same(titles(mo), []string{"Eigen", "Terugbellen"})
}
