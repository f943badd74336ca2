package main

import "time"

// The keys that are not a letter.
const (
	enter = "\r"
	tab   = "\t"
	ctrlS = "\x13"
	down  = "\x1b[B"
)

// words are what a session has of one language: what is typed, and what must stand on the screen.
type words struct {
	lang, title, tells                           string
	question, newQuestion, queued, taken, closed string
	handled                                      string // stands in the form of closing
	pairs, best                                  string // the screen of pairs, and that a proposal is the best there is
	judging, first, second                       string // what waits, and which of them is judged
	marks                                        []string
	reason                                       string
}

func languages() []words {
	return []words{
		{lang: "nl", title: "Een sessie in Leerbalie", tells: "Een vraag wordt getypt, gepakt en afgesloten; dan een voorstel van buddyparen met de uitleg ernaast, en een docent die oordeelt over wat wacht.",
			question: "Stroom wordt morgen afgesloten !! ~balie", newQuestion: "Nieuwe vraag", queued: "staat in de wachtrij", taken: "pakte dit op", closed: "is afgesloten",
			handled: "direct geholpen", pairs: "Lopend", best: "(het beste)", judging: "Beoordelen", first: "1 van ", second: "2 van ", marks: []string{"v", "g", "v"}, reason: "Rustig en zorgvuldig"},
		{lang: "en", title: "A session in Leerbalie", tells: "A question is typed, taken and closed; then a proposal of buddy pairs with the reasons beside it, and a teacher who judges what waits.",
			question: "Power is cut off tomorrow !! ~desk", newQuestion: "New question", queued: "is in the queue", taken: "took this up", closed: "is closed",
			handled: "handled directly", pairs: "Running", best: "(the best)", judging: "Judging", first: "1 of ", second: "2 of ", marks: []string{"s", "g", "s"}, reason: "Calm and careful"},
	}
}

// session is what is pressed: somebody walks in, is helped, and that is closed; then pairs for the students; then a teacher sits down.
func (p *player) session(w words) {
	const glance, look, read = 700 * time.Millisecond, 1400 * time.Millisecond, 2600 * time.Millisecond
	p.shot(read)
	p.key("n", look, w.newQuestion)
	p.typed(w.question, look)
	p.key(enter, read, w.queued)
	p.key("c", read, w.taken)
	p.key("x", look, w.handled)
	p.key(" ", glance)
	p.key(tab, glance)
	p.typed("15", look)
	p.key(ctrlS, read, w.closed)
	p.key("2", look, w.pairs)
	p.key("p", read, w.best)
	for range 3 {
		p.key(down, look, w.best)
	}
	p.key("U", glance, "›")
	p.typed("Efua", look)
	p.key(enter, look, "Efua B.")
	p.key("3", look, "K1-W1")
	p.key("b", read, w.judging, w.first)
	for _, mark := range w.marks {
		p.key(mark, glance, w.judging)
	}
	p.typed(w.reason, look)
	p.key(enter, read, w.second)
}
