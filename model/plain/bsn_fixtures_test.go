package plain

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"time"
)

// tally counts what was found in the texts of a kind.
type tally struct{ texts, refused, asked int }

func (t *tally) take(text string, in Place) {
	t.texts++
	strongest := Strength(0)
	for _, m := range FindBSN(text, in) {
		strongest = max(strongest, m.Strength)
	}
	switch strongest {
	case Refused:
		t.refused++
	case Asked:
		t.asked++
	}
}

// kinds are texts by kind.
type kinds struct {
	names []string
	of    map[string]*tally
}

func (k *kinds) take(kind, text string) {
	if k.of[kind] == nil {
		if k.of == nil {
			k.of = map[string]*tally{}
		}
		k.names, k.of[kind] = append(k.names, kind), &tally{}
	}
	k.of[kind].take(text, InWords)
}

func (k *kinds) String() string {
	var b strings.Builder
	all := tally{}
	for _, n := range k.names {
		t := k.of[n]
		fmt.Fprintf(&b, "\n%-46s %8d texts %7d refused %7d asked", n, t.texts, t.refused, t.asked)
		all.texts, all.refused, all.asked = all.texts+t.texts, all.refused+t.refused, all.asked+t.asked
	}
	fmt.Fprintf(&b, "\n%-46s %8d texts %7d refused %7d asked", "together", all.texts, all.refused, all.asked)
	return b.String()
}

// TestNoFalseAlarms: every day of 1930–2030 as Dutch people write it, alone and with what stands beside days, and 10,000 each of
// telephone numbers, IBANs, amounts, numbers of the KvK and other numbers of daily work.
func TestNoFalseAlarms(t *testing.T) {
	if testing.Short() {
		t.Skip("much, one after another: nothing that a race detector sees")
	}
	var k kinds
	months := []string{"januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november", "december"}
	day := time.Date(1930, 1, 1, 0, 0, 0, 0, time.UTC)
	for i := 0; day.Year() <= 2030; i, day = i+1, day.AddDate(0, 0, 1) {
		clock := time.Date(2000, 1, 1, 8+i%10, i%12*5, i%60, 0, time.UTC)
		next := day.AddDate(0, 0, i%9)
		word := fmt.Sprintf("%d %s %d", day.Day(), months[day.Month()-1], day.Year())
		short := fmt.Sprintf("%d %s. '%02d", day.Day(), months[day.Month()-1][:3], day.Year()%100)
		few := i%9 + 1
		for _, layout := range []string{
			"02-01-2006", "2-1-2006", "02/01/2006", "2/1/2006", "02.01.2006", "2.1.2006", "02-01-06", "2-1-06", "2/1/06", "02/01/06", "2.1.06",
			"2-1-'06", "2006-01-02", "2006/01/02", "20060102", "02012006", "02 01 2006", "2 - 1 - 2006", "02-01-2006 ", "2-Jan-2006", "060102",
		} {
			d := day.Format(layout)
			k.take("day "+layout, d)
			if i%3 > 0 && !testing.Verbose() { // what stands beside it: of every third day, of every day with -v
				continue
			}
			k.take("day, time and persons "+layout, fmt.Sprintf("afspraak %s %s %d personen", d, clock.Format("15:04"), few))
			k.take("day, time with a dot "+layout, fmt.Sprintf("%s om %s uur, kamer %d", d, clock.Format("15.04"), i%40))
			k.take("two days "+layout, d+" "+next.Format(layout))
			k.take("from day to day "+layout, d+" - "+next.Format(layout))
			if layout != "02 01 2006" && layout != "060102" {
				k.take("day and persons "+layout, fmt.Sprintf("%s %d", d, few))
				k.take("day and time "+layout, d+" "+clock.Format("15:04:05"))
			}
		}
		for _, d := range []string{word, short} {
			k.take("day in words", d)
			k.take("day in words, hour", fmt.Sprintf("%s %d uur", d, 8+i%12))
			k.take("day in words, time and persons", fmt.Sprintf("%s %s %d", d, clock.Format("15:04"), few))
			k.take("day in words, two times", fmt.Sprintf("%s %s-%s %d personen", d, clock.Format("15:04"), clock.Add(90*time.Minute).Format("15:04"), few))
		}
		k.take("day of ISO 8601", day.Format("2006-01-02")+clock.Format("T15:04:05Z"))
	}
	r := rand.New(rand.NewPCG(1, 2))
	for i := range 10_000 {
		n := fmt.Sprintf("%08d", r.IntN(100_000_000))
		twos := n[:2] + " " + n[2:4] + " " + n[4:6] + " " + n[6:]
		for _, spelled := range []string{
			"06" + n, "06-" + n, "06 " + n, "06 " + twos, "06-" + twos, "06-" + n[:4] + " " + n[4:], "06." + strings.ReplaceAll(twos, " ", "."), "06/" + n,
			"0 6 " + strings.Join(strings.Split(n, ""), " "), "06 " + n[:3] + " " + n[3:6] + " " + n[6:], "06-" + n[:1] + " " + n[1:4] + " " + n[4:],
			"(06) " + n, "(06)" + n, "(0)6 " + n, "(0)6-" + n, "06-" + n + " of 06-" + n, "tel 06" + n + " (dochter)", "06-" + n + ", 5 kinderen",
		} {
			k.take("mobile", spelled)
		}
		for _, spelled := range []string{
			"+31 6 " + n, "+316" + n, "+31 6 " + twos, "+31-6-" + n, "+31 (0)6 " + n, "+31(0)6" + n, "+31 (0) 6 " + twos, "00316" + n, "0031 6 " + n, "0031-6-" + n,
			"0031 (0)6 " + n, "31 6 " + n, "+31 6" + n[:4] + " " + n[4:], "(+31) 6 " + n, "+31.6." + n, "+ 31 6 " + n,
		} {
			k.take("mobile with a country code", spelled)
		}
		land := []string{"010-" + n[:7], "070 " + n[:3] + " " + n[3:5] + " " + n[5:7], "0182 " + n[:6], "0182-" + n[:2] + " " + n[2:4] + " " + n[4:6], "(010) " + n[:7], "088 " + n[:3] + " " + n[3:7],
			"+31 10 " + n[:7], "0031 182 " + n[:6], "0900-" + n[:4], "0800 " + n[:4], "0900 " + n[:7]}
		if n[0] == '0' {
			land = nil // no number in the Netherlands begins so
		}
		for _, spelled := range land {
			k.take("landline", spelled)
		}
		k.take("KvK with the word", "KvK "+n)
		k.take("KvK with the word", "KvK-nummer: "+n)
		k.take("KvK with the word", "kvk nr. "+n[:4]+" "+n[4:])
		account := fmt.Sprintf("%010d", r.Int64N(10_000_000_000))
		iban := ibanOf("NL", "INGB"+account)
		k.take("IBAN", iban)
		k.take("IBAN in fours", inFours(iban, " "))
		k.take("IBAN in fours", "rekening "+inFours(iban, " ")+" 5")
		k.take("IBAN in fours", inFours(iban, "."))
		for country, bank := range map[string]string{"BE": account + "07", "DE": account + n, "FR": account + n + "00057", "TR": account + n + "0001", "PL": account + n + "001234", "NO": account + "5"} {
			k.take("IBAN of other countries", ibanOf(country, bank))
			k.take("IBAN of other countries", inFours(ibanOf(country, bank), " "))
		}
		sum := r.IntN(1_000_000_000)
		k.take("amount with cents", "€ "+thousands(sum/100, ".")+fmt.Sprintf(",%02d", sum%100))
		k.take("amount with cents", thousands(sum/100, ".")+fmt.Sprintf(",%02d euro", sum%100))
		k.take("amount with cents", fmt.Sprintf("€%d,%02d", sum/100, sum%100))
		k.take("amount", "€ "+thousands(sum/10, ".")+",-")
		k.take("amounts in a row", fmt.Sprintf("%d,%02d %d,%02d %d", sum%1000, sum%90+10, sum%700, sum%80+10, sum%9))
		k.take("card in fours", inFours(n+account[:8], " "))
		k.take("case of 16 digits", inFours(account[:9]+n[:7], " "))
		k.take("case of 16 digits", account[:8]+n)
		k.take("case with a year", fmt.Sprintf("zaak %d-%s", 2015+i%16, n[:5]))
		k.take("postcode and number", fmt.Sprintf("Kerkstraat %d, %d %c%c", i%400+1, 1000+r.IntN(9000), 'A'+i%26, 'B'+i%17))
		k.take("postcode and number", fmt.Sprintf("%d %c%c %d, kamer %d", 1000+r.IntN(9000), 'A'+i%26, 'B'+i%17, i%400+1, i%99))
		k.take("request", fmt.Sprintf("ZW-%04d en ZW-%04d, zie %d", i, i+1, i%100))
		k.take("numbers between words", fmt.Sprintf("%d kinderen, %d kamers, huur %d, al %d jaar, sinds %d", i%6, i%5, 400+i%900, i%70, 1950+i%75))
		k.take("school year and hours", fmt.Sprintf("%d-%d, %d uur", 1990+i%40, 1991+i%40, i%1600))
		k.take("opening hours", fmt.Sprintf("%d:%02d-%d:%02d %d", 8+i%4, i%6*10, 13+i%6, i%4*15, i%9))
	}
	for _, name := range k.names {
		if n := k.of[name]; n.refused+n.asked > 0 {
			t.Errorf("%s: %d of %d texts are refused and %d asked; all:%s", name, n.refused, n.texts, n.asked, &k)
			break
		}
	}
	if len(k.names) < 100 {
		t.Errorf("%d kinds", len(k.names))
	}
	t.Log(&k)
}

// TestNothingIsMissed: 10,000 numbers in every spelling. Missed is what a day, a time or a telephone number looks like by chance.
func TestNothingIsMissed(t *testing.T) {
	if testing.Short() {
		t.Skip("much, one after another: nothing that a race detector sees")
	}
	var k kinds
	r := rand.New(rand.NewPCG(3, 4))
	group := func(s, sep string, sizes ...int) string {
		var parts []string
		for _, n := range sizes {
			parts, s = append(parts, s[:n]), s[n:]
		}
		return strings.Join(parts, sep)
	}
	anything := []string{" ", ".", "-", "/", "\n", "\u200b", "\u00a0", "–", " - ", "", "", ""}
	for range 10_000 {
		v := uint64(0)
		for !elfproef(v) {
			v = 10_000_000 + r.Uint64N(990_000_000)
		}
		s := fmt.Sprintf("%09d", v)
		k.take("alone", s)
		for _, sep := range []string{" ", ".", "-", "/", "\n", "_", "\u00a0", " - ", "\u200b", "\u00ad"} {
			k.take("3-3-3", group(s, sep, 3, 3, 3))
			k.take("4-2-3", group(s, sep, 4, 2, 3))
			k.take("2-2-2-3 and 3-2-2-2", group(s, sep, 2, 2, 2, 3)+" en "+group(s, sep, 3, 2, 2, 2))
			k.take("one by one", group(s, sep, 1, 1, 1, 1, 1, 1, 1, 1, 1))
			k.take("in two", group(s, sep, 4, 5)+" en "+group(s, sep, 5, 4))
		}
		var mixed strings.Builder
		for i, d := range s {
			if i > 0 {
				mixed.WriteString(anything[r.IntN(len(anything))])
			}
			mixed.WriteRune(d)
		}
		k.take("anything between", mixed.String())
		k.take("between words", "BSN: "+s+", graag bellen")
		k.take("between words", "nr."+s+"/3")
		k.take("between words", "mevrouw geb. 12-03-1980, bsn "+group(s, " ", 3, 3, 3)+", tel 06-12345678")
		k.take("other scripts", strings.Map(func(r rune) rune { return r - '0' + 0x660 }, s))
		k.take("other scripts", strings.Map(func(r rune) rune { return r - '0' + 0xff10 }, s))
		if s[0] == '0' {
			k.take("eight digits behind the word", "bsn "+s[1:])
		}
	}
	least := map[string]float64{"anything between": 0.98, "eight digits behind the word": 0.99}
	for _, name := range k.names {
		n := k.of[name]
		want, ok := least[name]
		if !ok {
			want = 0.999
		}
		if float64(n.refused) < want*float64(n.texts) {
			t.Errorf("%s: %d of %d texts are refused; all:%s", name, n.refused, n.texts, &k)
		}
	}
	t.Log(&k)
}

func inFours(s, sep string) string {
	var b strings.Builder
	for i, r := range s {
		if i > 0 && i%4 == 0 {
			b.WriteString(sep)
		}
		b.WriteRune(r)
	}
	return b.String()
}

func thousands(n int, sep string) string {
	if n < 1000 {
		return fmt.Sprint(n)
	}
	return thousands(n/1000, sep) + sep + fmt.Sprintf("%03d", n%1000)
}

// ibanOf is an account number with the digits that check it.
func ibanOf(country, bank string) string {
	rest := 0
	for _, r := range bank + country + "00" {
		if r >= 'A' {
			rest = (rest*100 + int(r-'A') + 10) % 97
		} else {
			rest = (rest*10 + int(r-'0')) % 97
		}
	}
	return fmt.Sprintf("%s%02d%s", country, 98-rest, bank)
}
