package model

import (
	"slices"
	"strings"
)

// AddEvidence puts down evidence that is no handled request: a course, a project, an observation, a product.
type AddEvidence struct {
	Student  ID // zero: who acts
	Evidence Evidence
	Cleaned  bool // the writer has read the words and nobody can be known from them
}

// Name is the code of the words for this action.
func (AddEvidence) Name() string { return "act-add-evidence" }

// Do adds the evidence. Errors: NotFound; Invalid for a missing title, an unknown kind or words that look like personal
// data; Refused for somebody else's dossier.
func (a AddEvidence) Do(d *Doing) error {
	e := a.Evidence
	if a.Student.IsZero() {
		a.Student = d.Actor.ID
	}
	student, err := d.student(a.Student)
	if err != nil {
		return err
	}
	group := homeGroup(student)
	if !d.sight(student, group).Write {
		return d.refuse(student)
	}
	if e.Kind == EvidenceRequest || !slices.Contains(EvidenceKinds(), e.Kind) {
		return Fail(Invalid, "evidence-kind", "kind", string(e.Kind))
	}
	if err := required(&e.Title, "title"); err != nil {
		return err
	}
	if e.Minutes < 0 || e.Minutes > 60*MaxMinutes {
		return Fail(Invalid, "minutes", "minutes", e.Minutes, "limit", 60*MaxMinutes)
	}
	if err := notAfter(e.Day, d.Now(), "day"); err != nil {
		return err
	}
	if err := d.clean(student, e.Title+"\n"+e.Note, a.Cleaned); err != nil {
		return err
	}
	if err := d.nodes(e.Nodes); err != nil {
		return err
	}
	if e.Day.IsZero() {
		e.Day = d.Now()
	}
	if e.ID, err = d.NewID(d.Now()); err != nil {
		return err
	}
	d.AddMade(e.ID)
	if _, err := d.put(student.ID, group, ItemEvidence, e.fields()); err != nil {
		return err
	}
	return d.note(student.ID, group, e.ID, e.Note)
}

// note keeps a student's own words on a piece of evidence.
func (d *Doing) note(student, group, evidence ID, text string) error {
	if text = strings.TrimSpace(text); text == "" {
		return nil
	}
	_, err := d.put(student, group, ItemEvidenceNote, Fields{evidenceID.Is(Ref(evidence)), evidenceText.Is(Text(text))})
	return err
}

// LinkEvidence says what a piece of evidence is evidence of.
type LinkEvidence struct {
	Student, Evidence ID
	Nodes             []ID // all of them; none: it points at nothing
}

// Name is the code of the words for this action.
func (LinkEvidence) Name() string { return "act-link-evidence" }

// Do writes the nodes. Errors: NotFound; Refused for somebody else's dossier.
func (a LinkEvidence) Do(d *Doing) error {
	student, x, e, err := d.mine(a.Student, a.Evidence)
	if err != nil {
		return err
	}
	return d.link(student, x, e, a.Nodes)
}

func (d *Doing) link(student Person, x *Dossier, e *Evidence, nodes []ID) error {
	if sameIDs(e.Nodes, nodes) {
		return nil
	}
	if err := d.nodes(nodes); err != nil {
		return err
	}
	_, err := d.put(student.ID, x.Group, ItemEvidenceNodes, Fields{evidenceID.Is(Ref(e.ID)), evidenceNodes.Is(Refs(nodes))})
	return err
}

// Reflect looks back on a piece of evidence, in STARR. What was written before stays in the history.
type Reflect struct {
	Student, Evidence ID // zero Student: who acts
	Reflection        Reflection
	Nodes             []ID // what it is evidence of; nil leaves that as it is
	Cleaned           bool // the student has read the words and nobody can be known from them
}

// Name is the code of the words for this action.
func (Reflect) Name() string { return "act-reflect" }

// Do keeps the reflection. Errors: NotFound; Invalid for one without words, or with words that look like personal data
// while Cleaned is not set; Refused for anybody but the student.
func (a Reflect) Do(d *Doing) error {
	if a.Student.IsZero() {
		a.Student = d.Actor.ID
	}
	student, x, e, err := d.mine(a.Student, a.Evidence)
	if err != nil {
		return err
	}
	if student.ID != d.Actor.ID {
		return d.refuse(student)
	}
	r := a.Reflection
	for _, t := range []*string{&r.Situation, &r.Task, &r.Action, &r.Result, &r.Reflection} {
		*t = strings.TrimSpace(*t)
	}
	if r.Text() == "" {
		return Fail(Invalid, "missing", "field", "reflection")
	}
	if err := d.clean(student, r.Text(), a.Cleaned); err != nil {
		return err
	}
	if a.Nodes != nil {
		if err := d.link(student, x, e, a.Nodes); err != nil {
			return err
		}
	}
	_, err = d.put(student.ID, x.Group, ItemReflection, Fields{evidenceID.Is(Ref(e.ID)), starrSituation.Is(Text(r.Situation)),
		starrTask.Is(Text(r.Task)), starrAction.Is(Text(r.Action)), starrResult.Is(Text(r.Result)), starrReflection.Is(Text(r.Reflection))})
	return err
}

// mine finds a piece of evidence in a dossier that the actor may write.
func (d *Doing) mine(student, evidence ID) (p Person, x *Dossier, e *Evidence, err error) {
	if p, err = d.student(student); err != nil {
		return p, nil, nil, err
	}
	if x, e, err = d.evidence(p, evidence); err != nil {
		return p, nil, nil, err
	}
	if !d.sight(p, x.Group).Write {
		return p, nil, nil, d.refuse(p)
	}
	return p, x, e, nil
}

// clean refuses words in which somebody may be known, unless the writer says to have read them.
func (d *Doing) clean(student Person, text string, cleaned bool) error {
	if err := CheckText(text, false); err != nil || cleaned {
		return err
	}
	known, err := knownNames(d, student)
	if err != nil {
		return err
	}
	if found := FindPersonal(text, known); len(found) > 0 {
		return Fail(Invalid, "text-personal", "text", text[found[0].Start:found[0].End])
	}
	return nil
}

// NameSource is what learning may know of residents: the names that no text of somebody who learns may hold. Every Tx of a
// store answers for it.
type NameSource interface {
	// ResidentNames visits the name of every resident of a site.
	ResidentNames(site ID, visit func(name string) error) error
}

// knownNames are the names of the residents of a student's site, with those under which they were merged.
func knownNames(tx Tx, student Person) (Names, error) {
	known := Names{}
	err := tx.Own().(NameSource).ResidentNames(student.Site, func(name string) error {
		known.Add(name)
		return nil
	})
	return known, err
}

// nodes refuses nodes that no framework has.
func (d *Doing) nodes(ids []ID) error {
	if len(ids) == 0 {
		return nil
	}
	all, err := frameworks(d)
	if err != nil {
		return err
	}
	for _, id := range ids {
		if !slices.ContainsFunc(all, func(f Framework) bool { _, ok := f.Node(id); return ok }) {
			return Fail(NotFound, "node-unknown")
		}
	}
	return nil
}
