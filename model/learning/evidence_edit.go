package learning

import (
	"slices"
	"strings"

	"leerbalie/model"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/model/learning/competence"
	"leerbalie/model/plain"
)

// AddEvidence puts down evidence that is no handled request: a course, a project, an observation, a product.
type AddEvidence struct {
	Student  journal.ID // zero: who acts
	Evidence Evidence   // with an ID where the caller has made one
	Cleaned  bool       // the writer has read the words and nobody can be known from them
}

// Name is the code of the words for this action.
func (AddEvidence) Name() string { return "act-add-evidence" }

// Do adds the evidence. Errors: NotFound; Invalid for a missing title, an unknown kind or words that look like personal
// data; Refused for somebody else's dossier.
func (a AddEvidence) Do(d *model.Doing) error {
	e := a.Evidence
	if a.Student.IsZero() {
		a.Student = d.Actor.ID
	}
	student, err := d.Student(a.Student)
	if err != nil {
		return err
	}
	group := HomeGroup(student)
	if !sightFor(d, student, group).Write {
		return refuse(d, student)
	}
	if e.Kind.Work() || !slices.Contains(EvidenceKinds(), e.Kind) {
		return fault.New(fault.Invalid, "evidence-kind", "kind", string(e.Kind))
	}
	if err := model.Required(&e.Title, "title"); err != nil {
		return err
	}
	if e.Minutes < 0 || e.Minutes > 60*model.MaxMinutes {
		return fault.New(fault.Invalid, "minutes", "minutes", e.Minutes, "limit", 60*model.MaxMinutes)
	}
	if err := d.Happened(e.Day, "day"); err != nil {
		return err
	}
	if err := CleanWords(d, student, a.Cleaned, e.Title, e.Note); err != nil {
		return err
	}
	if err := KnownNodes(d, e.Nodes); err != nil {
		return err
	}
	if e.Day.IsZero() {
		if e.Day, err = d.Today(); err != nil {
			return err
		}
	}
	if e.ID.IsZero() {
		if e.ID, err = d.NewID(d.Now()); err != nil {
			return err
		}
	}
	d.AddMade(e.ID)
	if _, err := AddItem(d, student.ID, group, ItemEvidence, e.Fields()); err != nil {
		return err
	}
	return keepNote(d, student.ID, group, e.ID, e.Note)
}

// keepNote keeps a student's own words on a piece of evidence.
func keepNote(d *model.Doing, student, group, evidence journal.ID, text string) error {
	if text = strings.TrimSpace(text); text == "" {
		return nil
	}
	_, err := AddItem(d, student, group, ItemEvidenceNote, journal.Fields{evidenceID.Is(journal.Ref(evidence)), evidenceText.Is(journal.Text(text))})
	return err
}

// LinkEvidence says what a piece of evidence is evidence of.
type LinkEvidence struct {
	Student, Evidence journal.ID
	Nodes             []journal.ID // all of them; none: it points at nothing
}

// Name is the code of the words for this action.
func (LinkEvidence) Name() string { return "act-link-evidence" }

// Do writes the nodes. Errors: NotFound; Refused for somebody else's dossier.
func (a LinkEvidence) Do(d *model.Doing) error {
	student, x, e, err := mine(d, a.Student, a.Evidence)
	if err != nil {
		return err
	}
	return linkNodes(d, student, x, e, a.Nodes)
}

func linkNodes(d *model.Doing, student model.Person, x *Dossier, e *Evidence, nodes []journal.ID) error {
	if journal.SameIDs(e.Nodes, nodes) {
		return nil
	}
	if err := KnownNodes(d, nodes); err != nil {
		return err
	}
	_, err := AddItem(d, student.ID, x.Group, ItemEvidenceNodes, journal.Fields{evidenceID.Is(journal.Ref(e.ID)), evidenceNodes.Is(journal.Refs(nodes))})
	return err
}

// Reflect looks back on a piece of evidence, in STARR. What was written before stays in the history.
type Reflect struct {
	Student, Evidence journal.ID // zero Student: who acts
	Reflection        Reflection
	Nodes             []journal.ID // what it is evidence of; nil leaves that as it is
	Cleaned           bool         // the student has read the words and nobody can be known from them
}

// Name is the code of the words for this action.
func (Reflect) Name() string { return "act-reflect" }

// Do keeps the reflection. Errors: NotFound; Invalid for one without words, or with words that look like personal data
// while Cleaned is not set; Refused for anybody but the student.
func (a Reflect) Do(d *model.Doing) error {
	if a.Student.IsZero() {
		a.Student = d.Actor.ID
	}
	student, x, e, err := mine(d, a.Student, a.Evidence)
	if err != nil {
		return err
	}
	if student.ID != d.Actor.ID {
		return refuse(d, student)
	}
	r := a.Reflection
	for _, t := range []*string{&r.Situation, &r.Task, &r.Action, &r.Result, &r.Reflection} {
		*t = strings.TrimSpace(*t)
	}
	if r.Text() == "" {
		return fault.New(fault.Invalid, "missing", "field", "reflection")
	}
	if err := CleanWords(d, student, a.Cleaned, r.Situation, r.Task, r.Action, r.Result, r.Reflection); err != nil {
		return err
	}
	if a.Nodes != nil {
		if err := linkNodes(d, student, x, e, a.Nodes); err != nil {
			return err
		}
	}
	_, err = AddItem(d, student.ID, x.Group, ItemReflection, journal.Fields{evidenceID.Is(journal.Ref(e.ID)), starrSituation.Is(journal.Text(r.Situation)),
		starrTask.Is(journal.Text(r.Task)), starrAction.Is(journal.Text(r.Action)), starrResult.Is(journal.Text(r.Result)), starrReflection.Is(journal.Text(r.Reflection))})
	return err
}

// mine finds a piece of evidence in a dossier that the actor may write.
func mine(d *model.Doing, student, evidence journal.ID) (p model.Person, x *Dossier, e *Evidence, err error) {
	if p, err = d.Student(student); err != nil {
		return p, nil, nil, err
	}
	if x, e, err = evidenceFor(d, p, evidence); err != nil {
		return p, nil, nil, err
	}
	if !sightFor(d, p, x.Group).Write {
		return p, nil, nil, refuse(d, p)
	}
	return p, x, e, nil
}

// CleanWords refuses words in which somebody may be known, unless the writer says to have read them.
func CleanWords(d *model.Doing, student model.Person, cleaned bool, texts ...string) error {
	for _, t := range texts {
		if err := d.CheckNew(t, plain.InWords); err != nil {
			return err
		}
	}
	if cleaned {
		return nil
	}
	known, err := knownNames(d, student)
	if err != nil {
		return err
	}
	for _, t := range texts {
		if found := plain.FindPersonal(t, known); len(found) > 0 {
			return fault.New(fault.Invalid, "text-personal", "text", t[found[0].Start:found[0].End])
		}
	}
	return nil
}

// NameSource is what learning may know of residents: the names that no text of somebody who learns may hold. Every Tx of a
// store answers for it.
type NameSource interface {
	// ResidentNames visits the name of every resident of a site.
	ResidentNames(site journal.ID, visit func(name string) error) error
}

// knownNames are the names of the residents of a student's site, with those under which they were merged.
func knownNames(tx model.Tx, student model.Person) (plain.Names, error) {
	known := plain.Names{}
	err := tx.Own().(NameSource).ResidentNames(student.Site, func(name string) error {
		known.Add(name)
		return nil
	})
	return known, err
}

// KnownNodes refuses nodes that no framework has.
func KnownNodes(d *model.Doing, ids []journal.ID) error {
	if len(ids) == 0 {
		return nil
	}
	all, err := competence.FrameworksIn(d)
	if err != nil {
		return err
	}
	for _, id := range ids {
		if !slices.ContainsFunc(all, func(f competence.Framework) bool { _, ok := f.Node(id); return ok }) {
			return fault.New(fault.NotFound, "node-unknown")
		}
	}
	return nil
}
