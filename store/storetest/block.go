package storetest

import (
	"testing"

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/model/fault"
)

// textBlocks are those of a site, which desk staff and who leads keep, and one's own, which nobody else sees.
func textBlocks(_ *testing.T, b *bench) {
	noor, mo := b.person("Noor", model.RoleDesk), b.person("Mo", model.RoleStudent)
	titles := func(s *model.Session) (out []string) {
		blocks, err := desk.ReadBlocks(b.ctx(), s)
		b.must(err)
		for _, it := range blocks {
			out = append(out, it.Title)
		}
		return out
	}
	b.do(noor, desk.AddBlock{Title: "Terugbellen", Text: "Beste {bewoner}"})
	b.do(mo, desk.AddBlock{Title: "Eigen", Text: "Groet, {ik}", Own: true})
	b.same(titles(noor), []string{"Terugbellen"})
	b.same(titles(mo), []string{"Eigen", "Terugbellen"})
	b.refused(fault.Refused, "block-of-site", mo, desk.AddBlock{Title: "Van iedereen", Text: "x"})
	b.refused(fault.Conflict, "block-taken", noor, desk.AddBlock{Title: "terugbellen", Text: "x"})
	b.refused(fault.Invalid, "bsn", noor, desk.AddBlock{Title: "Nummer", Text: "bsn 111222333"})
	all, err := desk.ReadBlocks(b.ctx(), mo)
	b.must(err)
	b.refused(fault.Refused, "block-not-yours", noor, desk.ArchiveBlock{ID: all[0].ID})
	b.refused(fault.Refused, "block-of-site", mo, desk.ArchiveBlock{ID: all[1].ID})
	it := all[1]
	it.Text = "Beste {bewoner}, tot straks"
	b.do(noor, desk.EditBlock{Block: it})
	all, err = desk.ReadBlocks(b.ctx(), mo)
	b.must(err)
	b.same(all[1].Text, it.Text)
	b.do(noor, desk.ArchiveBlock{ID: it.ID})
	b.same(titles(mo), []string{"Eigen"})
	b.refused(fault.NotFound, "block-unknown", noor, desk.EditBlock{Block: it})
	_, err = noor.Undo(b.ctx())
	b.must(err)
	b.same(titles(mo), []string{"Eigen", "Terugbellen"})
}
