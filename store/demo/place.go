package demo

import (
	"fmt"

	"leerbalie/model/desk"
	"leerbalie/model/journal"
)

// city is a town that does not exist.
const city = "Duinhage"

// place is a site before the store knows it, with the share of all that happens there.
type place struct {
	name, code     string
	share          int // of a hundred
	neighbourhoods []string
	desk, students int // how many work and learn there
}

// places are the sites; the demo begins at the first.
func places() []place {
	return []place{
		{"Servicepunt Zuidwest", "ZW", 45, []string{"Zonneveld", "Kruidenbuurt", "Duinrand", "Weidezicht"}, 4, 26},
		{"Servicepunt Molenwijk", "MW", 31, []string{"Molenwijk-Oost", "Molenwijk-West", "De Wieken"}, 3, 19},
		{"Servicepunt Havenkwartier", "HK", 24, []string{"Oude Haven", "Scheepsbuurt", "Visserseiland"}, 3, 15},
	}
}

func streets() []string {
	return []string{"Tijmstraat", "Lavendelhof", "Salieweg", "Zonnedauwlaan", "Helmgrasstraat", "Duindoornplein", "Wiekslag", "Molenaarspad",
		"Maalsteenstraat", "Baksteenkade", "Kompasstraat", "Ankerplaats", "Loodsmansweg", "Boeglijnstraat", "Zeilmakershof", "Kamillestraat",
		"Weidebloemlaan", "Pimpernelstraat", "Graanhof", "Vlasakker", "Sluiskade", "Vuurtorenlaan", "Stuurboordstraat", "Basilicumpad"}
}

// address draws a street with a number, and a postcode that was never given out.
func (d *dice) address() (street, postcode string) {
	const letters = "ABCDEFGHJKLMNPRTVWXZ"
	street = fmt.Sprintf("%s %d", one(d, streets()), d.between(1, 184))
	if d.chance(20) {
		street += one(d, []string{"a", "b", "c", "-1", "-2", "-3"})
	}
	return street, fmt.Sprintf("25%d %c%c", 98+d.IntN(2), letters[d.IntN(len(letters))], letters[d.IntN(len(letters))])
}

// phone draws a number of a kind that is given to nobody: mobile numbers never begin with 06-0.
func (d *dice) phone() string { return fmt.Sprintf("06-000%05d", d.IntN(100000)) }

// resident draws somebody who lives near a site.
func (d *dice) resident(names *naming, site journal.ID, p place, year int) (desk.Resident, bool) {
	n := names.draw(func(o origin) int { return o.weight })
	r := desk.Resident{Site: site, Name: n.full, Neighbourhood: one(d, p.neighbourhoods)}
	if d.chance(88) {
		r.BirthYear = year - d.age()
	}
	if r.Language = "nl"; d.chance(n.origin.speaks) {
		r.Language = n.origin.language
	}
	switch lot := d.IntN(100); {
	case lot < 58: // in the register
		r.Keep, r.Told = desk.KeepRegister, d.chance(96)
		r.Street, r.Postcode = d.address()
		r.City = city
		if d.chance(85) {
			r.Phone = d.phone()
		}
		if d.chance(40) {
			r.Email = n.mail + "@post.example"
		}
		r.Regular = d.chance(16)
	case lot < 75: // until the call-back is done
		r.Keep, r.Told, r.Phone = desk.KeepThrowaway, d.chance(90), d.phone()
	}
	return r, n.female
}

// age draws a grown-up's age: old people come more often.
func (d *dice) age() int {
	switch lot := d.IntN(100); {
	case lot < 3:
		return d.between(16, 17)
	case lot < 22:
		return d.between(18, 34)
	case lot < 52:
		return d.between(35, 54)
	case lot < 68:
		return d.between(55, 64)
	}
	return d.between(65, 89)
}

// ageBand is the band of an age in years; see model.AgeBands.
func ageBand(age int) string {
	switch {
	case age < 18:
		return "under-18"
	case age < 35:
		return "18-34"
	case age < 55:
		return "35-54"
	case age < 65:
		return "55-64"
	}
	return "65-plus"
}
