package search

import (
	"encoding/binary"
	"fmt"
	"math"
	"math/rand/v2"
	"strings"
)

// writer makes texts as people at a desk write them: few words very often, most words hardly ever, names, street
// numbers, and the request's own number.
type writer struct {
	rand   *rand.Rand
	common []string
	stems  []string
	names  []string
}

func newWriter(seed uint64) *writer {
	w := &writer{rand: rand.New(rand.NewPCG(seed, 1))}
	w.common = strings.Fields(`de een van het en in is op te met voor niet naar aan om bij over er nog maar brief vraag wil graag hulp
		heeft geen kan moet bellen mevrouw meneer zijn haar mag hoe of als dan ook weer morgen week afspraak formulier`)
	w.stems = strings.Fields(`belasting toeslag huur zorg woning schuld water stroom gas gemeente uitkering bijstand inkomen kind school
		taal les buurt buur tuin fiets fietsen rolstoel rol trap lift sleutel slot deur raam dak kelder muur verf verhuis inboedel bed kast
		stoel tafel lamp computer digi post pakket bank pas rekening geld lening deur waarder beslag boete parkeer vergunning rijbewijs
		paspoort visum asiel inburger examen diploma werk stage baan vakantie ziek ziekenhuis huisarts tandarts apotheek medicijn dieet
		sport zwem wandel koffie eet maaltijd boodschap winkel markt kleding jas schoen baby luier opvang oppas mantel eenzaam rouw
		angst slaap drank rook scheiding ruzie lawaai overlast afval container lek schimmel verwarming ketel internet telefoon mobiel`)
	onset := strings.Fields("a ab am be ca da de el fa fe ga ha ho in ja jo ka ki la le ma me mi mo na ni no om pa ra re ri sa se so ta ti va vi wi xa ya yu ze qa")
	coda := strings.Fields("hmed bert der dine fa han ik jan kel lma men na nne ra rik san sel sha ta tje vid za zer dal stra mans sen ker berg huis veld ink")
	for _, a := range onset {
		for _, b := range onset {
			for _, c := range coda {
				w.names = append(w.names, a+b+c)
			}
		}
	}
	w.rand.Shuffle(len(w.names), func(i, j int) { w.names[i], w.names[j] = w.names[j], w.names[i] })
	return w
}

// skewed picks an index below n; the first are by far the likeliest, as Zipf found of words.
func (w *writer) skewed(n int) int {
	return int(math.Exp(w.rand.Float64()*math.Log(float64(n+1)))) - 1
}

// words is the n-th text of a site: nine to sixteen words.
func (w *writer) words(n int) []string {
	words := make([]string, 0, 16)
	words = append(words, "zw", fmt.Sprintf("%04d", n))
	for range 3 + w.rand.IntN(4) {
		words = append(words, w.common[w.skewed(len(w.common))])
	}
	for range 2 + w.rand.IntN(3) {
		stem := w.stems[w.skewed(len(w.stems))]
		if w.rand.IntN(3) == 0 {
			stem += w.stems[w.rand.IntN(len(w.stems))]
		}
		words = append(words, stem)
	}
	words = append(words, w.names[w.skewed(len(w.names))])
	if w.rand.IntN(2) == 0 {
		words = append(words, w.names[w.skewed(len(w.names))])
	}
	if w.rand.IntN(4) == 0 {
		words = append(words, fmt.Sprint(w.rand.IntN(300)))
	}
	return words
}

// id is an id as a desk makes them: milliseconds, a counter, chance.
func (w *writer) id(ms uint64) ID {
	var id ID
	binary.BigEndian.PutUint64(id[:], ms<<16|7<<12|uint64(w.rand.IntN(1<<12)))
	binary.BigEndian.PutUint64(id[8:], 2<<62|w.rand.Uint64()>>2)
	return id
}
