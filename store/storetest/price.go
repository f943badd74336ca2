package storetest

import (
	"testing"

	"leerbalie/model"
	"leerbalie/model/fault"
	"leerbalie/model/value"
)

// prices are the organisation's: coordinators write them, everybody of the desk reads them, and each step is undone.
func prices(_ *testing.T, b *bench) {
	lead, noor := b.person("Lia", model.RoleCoordinator), b.person("Noor", model.RoleDesk)
	said := func() (out []string) {
		all, err := value.Read(b.ctx(), noor)
		b.must(err)
		for _, p := range all {
			out = append(out, p.Unit+" "+p.Base.String())
		}
		return out
	}
	hour := value.Price{Unit: " Uren", Low: 2500, Base: 3750, High: 5000, Source: "Handreiking", Year: 2025}
	of := b.do(lead, value.Add{Price: hour}).Entity
	b.do(lead, value.Add{Price: value.Price{Unit: "workshop", Low: 0, Base: 100, High: 100, Source: "eigen", Year: 2025}})
	hour.Year = 2026
	newer := b.do(lead, value.Add{Price: hour}).Entity
	b.same(said(), []string{"hour 37.50", "hour 37.50", "workshop 1.00"})

	b.refused(fault.Conflict, "price-taken", lead, value.Add{Price: hour})
	b.refused(fault.Refused, "may-not-write", noor, value.Add{Price: value.Price{Unit: "visit", Low: 1, Base: 1, High: 1, Source: "x"}})
	b.refused(fault.Refused, "may-not-write", noor, value.Remove{ID: of})
	for code, wrong := range map[string]value.Price{
		"missing": {Unit: "visit", Low: 1, Base: 1, High: 1}, "price-order": {Unit: "visit", Low: 2, Base: 1, High: 3, Source: "x"},
		"price-negative": {Unit: "visit", Low: -1, Base: 1, High: 3, Source: "x"}, "price-nothing": {Unit: "visit", Source: "x"},
		"price-year": {Unit: "visit", High: 3, Source: "x", Year: 1066}, "price-most": {Unit: "visit", High: 1e9, Source: "x"},
		"bsn": {Unit: "visit", High: 3, Source: "van 111222333"},
	} {
		b.refused(fault.Invalid, code, lead, value.Add{Price: wrong})
	}

	all, err := value.Read(b.ctx(), lead)
	b.must(err)
	one := all[0]
	b.same(one.ID, newer)
	one.Base = 4000
	b.do(lead, value.Edit{Price: one})
	b.same(said()[0], "hour 40.00")
	one.Year = 2025
	b.refused(fault.Conflict, "price-taken", lead, value.Edit{Price: one})
	undo := func() {
		_, err := lead.Undo(b.ctx())
		b.must(err)
	}
	undo()
	b.same(said()[0], "hour 37.50")
	b.do(lead, value.Remove{ID: of})
	b.same(len(said()), 2)
	b.refused(fault.NotFound, "price-unknown", lead, value.Remove{ID: of})
	undo()
	b.same(len(said()), 3)
}
