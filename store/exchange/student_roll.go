package exchange

import (
	"slices"
	"strings"

	"leerbalie/model"
	"leerbalie/model/fault"
	"leerbalie/model/incoming"
	"leerbalie/model/plain"
	"leerbalie/store/exchange/roster"
)

// roll is a list of people in which somebody is looked for by what a file says of them.
type roll struct {
	people                           []model.Person
	bySource, byNumber, byMail, byID map[string][]int // by the file's own key, number without zeros in front, address, and name
}

func newRoll(people []model.Person) *roll {
	r := &roll{bySource: map[string][]int{}, byNumber: map[string][]int{}, byMail: map[string][]int{}, byID: map[string][]int{}}
	for _, p := range people {
		r.add(p)
	}
	return r
}

func (r *roll) add(p model.Person) {
	i := len(r.people)
	r.people = append(r.people, p)
	for _, k := range []struct {
		of  map[string][]int
		key string
	}{{r.bySource, plain.Code(p.SourceID)}, {r.byNumber, roster.NumberKey(p.Number)}, {r.byMail, strings.ToLower(p.Email)}, {r.byID, plain.FoldText(p.Name)}} {
		if k.key != "" {
			k.of[k.key] = append(k.of[k.key], i)
		}
	}
}

// match is who was found, and what in the row is otherwise than what is known.
type match struct {
	who     *model.Person
	renamed bool
	zeros   bool // the number differs in zeros in front
}

// find looks for who a row is about: by the file's own key, by number within the school, by address, and by name where nothing tells
// the two apart. Who bears another name now is found by key or number where the given name or the address is the same. Errors: Conflict
// where a key or a number is somebody else's, and where a name is that of several.
func (r *roll) find(p model.Person) (match, error) {
	for _, i := range r.bySource[plain.Code(p.SourceID)] {
		k := &r.people[i]
		if agrees(*k, p) {
			return found(k, p), nil
		}
		if fits(k.Study.School, p.Study.School) {
			return match{}, fault.New(fault.Conflict, "import.key-other", "key", p.SourceID, "name", p.Name, "other", k.Name)
		}
	}
	for _, i := range r.byNumber[roster.NumberKey(p.Number)] {
		k := &r.people[i]
		exact := strings.EqualFold(k.Number, p.Number)
		switch {
		case !fits(k.Study.School, p.Study.School):
		case agrees(*k, p):
			return found(k, p), nil
		case exact && plain.FoldText(k.Study.School) == plain.FoldText(p.Study.School):
			return match{}, fault.New(fault.Conflict, "import.number-other", "number", p.Number, "name", p.Name, "other", k.Name)
		}
	}
	for _, i := range r.byMail[strings.ToLower(p.Email)] {
		if k := &r.people[i]; agreesInName(*k, p) && !differ(k.SourceID, p.SourceID) {
			return found(k, p), nil
		}
	}
	var named []*model.Person
	for _, i := range r.byID[plain.FoldText(p.Name)] {
		if k := &r.people[i]; !apart(*k, p) {
			named = append(named, k)
		}
	}
	switch len(named) {
	case 0:
		return match{}, nil
	case 1:
		return found(named[0], p), nil
	}
	return match{}, fault.New(fault.Conflict, "import.which", "name", p.Name, "n", len(named))
}

func found(k *model.Person, p model.Person) match {
	_, alike := plain.SimilarNames(k.Name, p.Name)
	zeros := k.Number != "" && p.Number != "" && !strings.EqualFold(k.Number, p.Number) && roster.NumberKey(k.Number) == roster.NumberKey(p.Number)
	return match{who: k, renamed: !alike, zeros: zeros}
}

// same is the place of somebody with whom a row cannot be told apart, and the code of why not; -1 where there is none.
func (r *roll) same(p model.Person) (int, string) {
	for _, i := range r.bySource[plain.Code(p.SourceID)] {
		return i, "import.twice"
	}
	for _, i := range r.byNumber[roster.NumberKey(p.Number)] {
		k := r.people[i]
		if fits(k.Study.School, p.Study.School) && (strings.EqualFold(k.Number, p.Number) || agrees(k, p)) {
			return i, "import.twice"
		}
	}
	for _, i := range r.byID[plain.FoldText(p.Name)] {
		if k := r.people[i]; !apart(k, p) {
			if p.Email != "" && strings.EqualFold(k.Email, p.Email) {
				return i, "import.twice"
			}
			return i, "import.same-name"
		}
	}
	return -1, ""
}

// fits tells whether two schools can be one: the same, or one of them is not said.
func fits(a, b string) bool { return !differ(plain.FoldText(a), plain.FoldText(b)) }

// differ tells whether two values that are both there are not the same.
func differ(a, b string) bool { return a != "" && b != "" && !plain.SameCode(a, b) }

// agrees tells whether somebody known can be who a row is about, who is found by a key: the names are alike, or the given name or the
// address is the same.
func agrees(k, p model.Person) bool {
	return agreesInName(k, p) || p.Email != "" && strings.EqualFold(k.Email, p.Email)
}

func agreesInName(k, p model.Person) bool {
	if _, alike := plain.SimilarNames(k.Name, p.Name); alike {
		return true
	}
	a, b := plain.KeyOfName(k.Name).Given, plain.KeyOfName(p.Name).Given
	return a != "" && a == b
}

// apart tells whether something tells two people of one name apart.
func apart(a, b model.Person) bool {
	return differ(roster.NumberKey(a.Number), roster.NumberKey(b.Number)) || differ(a.Email, b.Email) || differ(a.SourceID, b.SourceID) || !fits(a.Study.School, b.Study.School)
}

// others reads who is here and does not learn, by e-mail address, and who left.
func (e *enrolment) others() error {
	people, err := e.session.People(e.ctx)
	if err != nil {
		return err
	}
	e.staff = map[string]model.Person{}
	for _, p := range people {
		if !p.Has(model.RoleStudent) && p.Email != "" {
			e.staff[strings.ToLower(p.Email)] = p
		}
	}
	left, err := e.session.PeopleWhoLeft(e.ctx)
	if err != nil {
		return err
	}
	undone, err := incoming.TakenBack(e.ctx, e.session, left)
	e.left = newRoll(slices.DeleteFunc(left, func(p model.Person) bool { return p.Erased || undone[p.ID] || !p.Has(model.RoleStudent) }))
	return err
}
