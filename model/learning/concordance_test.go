package learning

import (
	"testing"

	"leerbalie/model"
	"leerbalie/model/journal"
	"leerbalie/model/learning/competence"
)

// TestIntervalsGoByStudent: the units of a student are drawn together.
func TestIntervalsGoByStudent(t *testing.T) {
	who := []journal.ID{journal.KeyedID("person", "1"), journal.KeyedID("person", "2")}
	var units []*unit
	for s := range 12 {
		for p := range 5 {
			node := journal.KeyedID("node", string(rune('a'+p)))
			given := map[journal.ID]*Assessment{}
			for i, id := range who {
				given[id] = &Assessment{Given: []Given{{node, (s + i*(s/9)) % 3}}}
			}
			units = append(units, &unit{student: model.Person{ID: journal.KeyedID("student", string(rune('a'+s)))}, node: node, given: given})
		}
	}
	r := reportOn(units, who, competence.BuiltinScale())
	if r.Students != 12 || r.Units != 60 || r.Fleiss.Students != 12 || !r.Fleiss.Interval {
		t.Errorf("%+v", r)
	}
}
