package text

import "leerbalie/model/value"

// Euros writes an amount in cents as people do: € 1.250,00 and €1,250.00.
func (w Words) Euros(cents int64) string {
	sign := ""
	if cents < 0 {
		sign, cents = "-", -cents
	}
	text := value.Cents(cents).String()
	whole, part := text[:len(text)-3], text[len(text)-2:]
	group := ","
	if w.language.Decimal == group {
		group = "."
	}
	for i := len(whole) - 3; i > 0; i -= 3 {
		whole = whole[:i] + group + whole[i:]
	}
	return w.Say("value.euros", "amount", sign+whole+w.language.Decimal+part)
}

// Unit names what a price is of: a word of one's own as it was written.
func (w Words) Unit(unit string) string { return w.Or("value.unit."+unit, unit) }

// Quantity writes how much there was of a unit, in hundredths: hours with two decimals, all else whole.
func (w Words) Quantity(unit string, hundredths int64) string {
	if unit == value.Hour {
		return w.Number(float64(hundredths)/100, 2)
	}
	return w.Number(float64(hundredths)/100, 0)
}
