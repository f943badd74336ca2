package caseframework

import (
	"cmp"
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"leerbalie/model/journal"
	"leerbalie/model/learning/competence"
	"leerbalie/model/plain"
	"leerbalie/model/transfer"
	"leerbalie/store/exchange/outline"
)

// CASE knows scales as rubrics: a criterion with levels, for one item or, where it names none, for all. What is enough has no
// place in it; where we write a rubric, its description says so in words that are read again.
const (
	rubrics = "CFRubrics"
	enough  = ourselves + ": enough from position "
)

// grading is a scale that a rubric holds.
type grading struct {
	item  string // identifier of the item, as plain.ID has it; "" for all
	scale competence.Scale
	means []string // what the levels mean for the item, from the lowest on
}

// gradings are the scales that rubrics hold, in their order. bad counts criteria whose levels cannot be told apart.
func gradings(list []object) (out []grading, bad int) {
	for _, r := range list {
		criteria, _ := r.objects("CFRubricCriteria")
		for _, c := range criteria {
			levels, _ := c.objects("CFRubricCriterionLevels")
			if len(levels) == 0 {
				continue
			}
			s, ok := scaleOf(levels)
			item := plain.ID(c.object("CFItemURI").text("identifier"))
			if !ok || item == "" && len(criteria) > 1 {
				bad++
				continue
			}
			s.Name, s.Proficient = r.text("title"), -1
			if n, err := strconv.Atoi(strings.TrimPrefix(r.text("description"), enough)); err == nil && n >= 1 && n <= len(s.Levels) {
				s.Proficient = n - 1
			}
			out = append(out, grading{item, s, meansOf(levels)})
		}
	}
	return out, bad
}

// inOrder are the levels of a criterion by their positions.
func inOrder(levels []object) []object {
	levels = slices.Clone(levels)
	slices.SortStableFunc(levels, func(a, b object) int {
		x, _ := a.number("position")
		y, _ := b.number("position")
		return cmp.Compare(x, y)
	})
	return levels
}

// meansOf is what levels mean by their descriptions; nil where none has one, or one holds what may not be kept.
func meansOf(levels []object) []string {
	out, some := make([]string, len(levels)), 0
	for i, o := range inOrder(levels) {
		if out[i] = new(outline.Cleaner).Clean(o.text("description")); plain.Refuses(out[i], plain.InWords) {
			return nil
		}
		if out[i] != "" {
			some = i + 1
		}
	}
	if some == 0 {
		return nil
	}
	return out[:some]
}

// Graded tells whether a framework that was read brought scales of its own.
func Graded(f *competence.Framework) bool {
	for _, raw := range kept(f.Extra, extraTop+rubrics) {
		list, _ := object{rubrics: json.RawMessage(raw)}.objects(rubrics)
		if all, _ := gradings(list); len(all) > 0 {
			return true
		}
	}
	return false
}

// scaleOf reads the levels of a criterion: by their positions, named by their quality, worth their score.
func scaleOf(levels []object) (s competence.Scale, ok bool) {
	levels = inOrder(levels)
	scores := map[float64]bool{}
	for i, o := range levels {
		l := competence.Level{Name: new(outline.Cleaner).Clean(o.text("quality")), Value: float64(i)}
		if l.Name == "" || slices.ContainsFunc(s.Levels, func(have competence.Level) bool { return have.Name == l.Name }) || plain.Refuses(l.Name, plain.InWords) {
			return s, false
		}
		if score, ok := o.number("score"); ok {
			l.Value = score
			scores[score] = true
		}
		s.Levels = append(s.Levels, l)
	}
	if len(scores) != len(s.Levels) { // some have none, or the same as others
		for i := range s.Levels {
			s.Levels[i].Value = float64(i)
		}
	}
	return s, len(s.Levels) >= 2
}

// scales takes the scales of rubrics in: one for all comes first, in the place of ours.
func (r *reader) scales(list []object) {
	f := &r.out.Framework
	all, bad := gradings(list)
	open := 0
	for _, g := range all {
		if g.scale.Proficient < 0 {
			open++
		}
		if g.item == "" {
			f.Scales[0] = g.scale
			continue
		}
		i, known := r.at[g.item]
		if !known {
			continue
		}
		r.parts[i].Node.Means = g.means
		at := slices.IndexFunc(f.Scales, func(s competence.Scale) bool { return s.Name == g.scale.Name && agrees(s, g.scale) })
		if at < 0 {
			at = len(f.Scales)
			f.Scales = append(f.Scales, g.scale)
		}
		r.parts[i].Node.Scale = at
	}
	if open > 0 {
		r.out.Remarks = append(r.out.Remarks, transfer.Say("framework.rubric-threshold", "n", open))
	}
	if bad > 0 {
		r.out.Remarks = append(r.out.Remarks, transfer.Say("framework.bad-rubric", "n", bad))
	}
}

// rubrics are the scales of a framework that did not bring its own, written as rubrics; nil where there is nothing to say:
// ours is what a package without rubrics is read with.
func (w *writer) rubrics() []object {
	out := []object{}
	for i, s := range w.f.Scales {
		plain := competence.BuiltinScale()
		if plain.Name = s.Name; i == 0 && !s.Same(plain) {
			out = append(out, w.rubric(s, w.thing("rubric", i), []object{w.criterion(s, i, competence.Node{})}))
		}
		var criteria []object
		for _, n := range w.f.Nodes {
			if n.Scale == i && (i > 0 || len(n.Means) > 0) {
				criteria = append(criteria, w.criterion(s, i, n))
			}
		}
		switch {
		case len(criteria) == 0:
		case i == 0: // beside the one for all
			out = append(out, w.rubric(s, w.thing("rubric", i, "words"), criteria))
		default:
			out = append(out, w.rubric(s, w.thing("rubric", i), criteria))
		}
	}
	return out
}

// rubric is a scale with criteria that are judged on it.
func (w *writer) rubric(s competence.Scale, o object, criteria []object) object {
	if s.Name != "" {
		o.put("title", s.Name)
	}
	if s.Proficient >= 0 {
		o.put("description", fmt.Sprint(enough, s.Proficient+1))
	} else {
		o.put("description", ourselves)
	}
	o.put("CFRubricCriteria", criteria)
	return o
}

func (w *writer) criterion(s competence.Scale, number int, n competence.Node) object {
	o := w.thing("criterion", number, n.ID)
	o.put("position", 1)
	if !n.ID.IsZero() {
		o.put("CFItemURI", w.at[n.ID])
	}
	levels := make([]object, len(s.Levels))
	for i, l := range s.Levels {
		levels[i] = w.thing("level", number, n.ID, i)
		levels[i].put("position", i+1)
		levels[i].put("quality", l.Name)
		levels[i].put("score", l.Value)
		if words := n.Meaning(i); words != "" {
			levels[i].put("description", words)
		}
	}
	o.put("CFRubricCriterionLevels", levels)
	return o
}

// thing is what everything in a package has: an id that is the same every time, and when it changed.
func (w *writer) thing(kind string, of ...any) object {
	o := object{}
	id := journal.KeyedID(kind, w.doc.Identifier, fmt.Sprint(of...)).String()
	o.put("identifier", id)
	o.put("uri", "urn:uuid:"+id)
	o.put("lastChangeDateTime", w.now)
	return o
}

// graded is what stands in a package as its rubrics: those that came, as long as they say what the scales are, or else ours.
// lost tells that they say something else and are not ours to alter.
func (w *writer) graded(raw string) (out json.RawMessage, lost bool) {
	var list []json.RawMessage
	_ = json.Unmarshal([]byte(raw), &list)
	objects, _ := object{rubrics: json.RawMessage(raw)}.objects(rubrics)
	all, _ := gradings(objects)
	switch {
	case raw != "" && w.agree(all):
		return json.RawMessage(raw), false
	case len(all) > 0 && !saysNothing(raw):
		return json.RawMessage(raw), true
	case len(all) > 0: // ours, from before
		list = nil
	}
	for _, o := range w.rubrics() {
		list = append(list, o.raw())
	}
	if len(list) == 0 {
		return json.RawMessage(raw), false
	}
	b, err := encode(list)
	return b, err != nil
}

// agree tells whether the scales of rubrics are those on which the parts are judged.
func (w *writer) agree(all []grading) bool {
	first := competence.BuiltinScale()
	own := map[string]grading{}
	for _, g := range all {
		if own[g.item] = g; g.item == "" {
			first = g.scale
		}
	}
	for _, n := range w.f.Nodes {
		g, ok := own[plain.ID(w.at[n.ID].Identifier)]
		if !ok {
			g = grading{scale: first}
		}
		if !agrees(w.f.ScaleOf(n), g.scale) || !slices.Equal(g.means, n.Means) {
			return false
		}
	}
	return agrees(w.f.ScaleOf(competence.Node{}), first)
}

// agrees tells whether two scales are the same in what a file says of them.
func agrees(a, b competence.Scale) bool {
	return a.Proficient == b.Proficient && slices.EqualFunc(a.Levels, b.Levels, func(x, y competence.Level) bool { return x.Name == y.Name && x.Value == y.Value })
}
