package exchange

import (
	"crypto/rand"
	"strings"
	"time"

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/model/journal"
	"leerbalie/model/plain"
)

// people are those that rows of a file name: residents, known here or met in the file before, and who works here.
type people struct {
	now       time.Time
	residents map[string][]*asker
	staff     []model.Person
}

// asker is a resident that rows name.
type asker struct {
	desk.Resident
	title string // what the name says of how somebody is addressed; "" for nothing
	phone string // in its normal form
	fresh bool   // nobody here knew that resident before this file
	named bool   // a row named them before
}

func newPeople(residents []desk.Resident, staff []model.Person, now time.Time) *people {
	p := &people{now: now, residents: map[string][]*asker{}, staff: staff}
	for i := len(residents) - 1; i >= 0; i-- { // the oldest first
		p.add(&asker{Resident: residents[i], title: titleOf(residents[i].Name), phone: normalPhone(residents[i].Phone)})
	}
	return p
}

func (p *people) add(a *asker) {
	key := nameKey(a.Name)
	p.residents[key] = append(p.residents[key], a)
}

// nameKey is what two ways of writing one name have in common.
func nameKey(name string) string {
	k := plain.KeyOfName(name)
	return k.Family + "|" + k.Given + "|" + k.Initials
}

// titleOf tells how a name says that somebody is addressed: two that differ are two people.
func titleOf(name string) string {
	for _, word := range strings.Fields(strings.ToLower(name)) {
		switch strings.Trim(word, ".,()") {
		case "mw", "mevr", "mevrouw", "mej", "mrs", "ms", "vrouw":
			return "f"
		case "dhr", "heer", "meneer", "hr", "mr":
			return "m"
		case "fam", "familie":
			return "fam"
		}
	}
	return ""
}

// normalPhone is a telephone number as all ways of writing it have it in common; "" for what is none.
func normalPhone(text string) string {
	n, _ := plain.NormalPhone(text)
	return n
}

// resident is who a row says asks: somebody of that name whose title and number are not others.
func (p *people) resident(name, phone string) (a *asker, err error) {
	title, number := titleOf(name), normalPhone(phone)
	for _, a := range p.residents[nameKey(name)] {
		if (a.title == "" || title == "" || a.title == title) && (a.phone == "" || number == "" || a.phone == number) {
			return a, nil
		}
	}
	a = &asker{title: title, phone: number, fresh: true}
	if a.ID, err = journal.NewID(p.now.UnixMilli(), rand.Reader); err != nil {
		return nil, err
	}
	a.Name, a.Keep = name, desk.KeepRegister
	if number != "" {
		a.Phone = phone
	}
	p.add(a)
	return a, nil
}

// unsaid tells whether a cell says that there is nobody, or nothing, to name.
func unsaid(text string) bool {
	switch plain.FoldText(text) {
	case "", "anoniem", "anonymous", "anon", "onbekend", "unknown", "geen", "none", "nvt", "n v t", "n a", "na", "niemand", "nobody", "nn", "n n", "x", "xx", "xxx",
		"niet bekend", "zonder naam", "geen naam":
		return true
	}
	return false
}

// helpers are those of a cell who work here, and the names that nobody here has. A name is what it is for a command: all of it, or words
// that only one person has.
func (p *people) helpers(text string) (ids []journal.ID, unknown []string) {
	if id, ok := p.helper(text); ok {
		return []journal.ID{id}, nil
	}
	split := strings.NewReplacer(" en ", "/", " and ", "/", " met ", "/", "&", "/", "+", "/", ",", "/", ";", "/", "\n", "/").Replace(text)
	for _, name := range strings.Split(split, "/") {
		if name = strings.TrimSpace(name); unsaid(name) {
			continue
		}
		if id, ok := p.helper(name); ok {
			ids = append(ids, id)
		} else {
			unknown = append(unknown, name)
		}
	}
	return ids, unknown
}

func (p *people) helper(name string) (journal.ID, bool) {
	whole := plain.FoldText(name)
	if whole == "" {
		return journal.ID{}, false
	}
	var exact, part []journal.ID
	for i := range p.staff {
		switch folded := plain.FoldText(p.staff[i].Name); {
		case folded == whole:
			exact = append(exact, p.staff[i].ID)
		case strings.Contains(" "+folded, " "+whole):
			part = append(part, p.staff[i].ID)
		}
	}
	if len(exact) == 0 {
		exact = part
	}
	if len(exact) != 1 {
		return journal.ID{}, false
	}
	return exact[0], true
}
