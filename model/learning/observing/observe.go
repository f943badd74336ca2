// Package observing is writing once what somebody saw of several students at work: each of them gets a piece of evidence of the own, with the
// judgement, and none of what was seen of another. Screens and commands use it.
package observing

import (
	"strings"
	"time"
	"unicode/utf8"

	"leerbalie/model"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/model/learning"
	"leerbalie/model/plain"
)

// About is what was seen of one student.
type About struct {
	Student   journal.ID
	Nodes     []journal.ID // what it is evidence of; the nodes of Given are among them in any case
	Framework journal.ID   // zero: what the student is assessed on
	Given     []learning.Given
}

// Observe writes an observation for several students: all of them, or none where one of them cannot be.
type Observe struct {
	Of      []About
	Text    string
	Day     time.Time // zero: today
	Minutes int
	Cleaned bool // the writer has read the words, and nobody can be known from them but whom they are about
}

// Name is the code of the words for this action.
func (Observe) Name() string { return "act-observe" }

// titleLength is how many signs of what was seen stand as the title; longer words are the note as well.
const titleLength = 80

// Do writes a piece of evidence for each with the judgement that was given. Errors: those of AddEvidence and Assess; Invalid for nobody, for
// somebody twice, and for words that name one of several students, or in which a resident may be known, while Cleaned is not set; Refused for
// who may not judge one of them.
func (a Observe) Do(d *model.Doing) error {
	if len(a.Of) == 0 {
		return fault.New(fault.Invalid, "missing", "field", "students")
	}
	if err := model.Required(&a.Text, "text"); err != nil {
		return err
	}
	title, note := parted(a.Text)
	seen := map[journal.ID]bool{}
	students := make([]model.Person, len(a.Of))
	for i, x := range a.Of {
		p, err := d.Student(x.Student)
		switch {
		case err != nil:
			return err
		case seen[p.ID]:
			return fault.New(fault.Invalid, "observed-twice", "student", p.Name)
		}
		students[i], seen[p.ID] = p, true
		if parts := learning.SightOf(d.Clearance(), p, learning.HomeGroup(p)).MayJudgeAs; len(parts) == 0 || parts[0] == learning.AssessorSelf {
			return fault.New(fault.Refused, "not-to-judge", "name", d.Actor.Name, "student", p.Name)
		}
	}
	if !a.Cleaned && len(students) > 1 {
		if err := namesNobody(students, a.Text); err != nil {
			return err
		}
	}
	for _, x := range a.Of {
		if err := a.write(d, x, title, note); err != nil {
			return err
		}
	}
	return nil
}

// write writes what was seen of one.
func (a Observe) write(d *model.Doing, x About, title, note string) error {
	id, err := d.NewID(d.Now())
	if err != nil {
		return err
	}
	nodes := x.Nodes
	for _, g := range x.Given {
		if !contains(nodes, g.Node) {
			nodes = append(nodes[:len(nodes):len(nodes)], g.Node)
		}
	}
	if err := (learning.AddEvidence{Student: x.Student, Cleaned: a.Cleaned, Evidence: learning.Evidence{ID: id, Kind: learning.EvidenceObservation, Title: title, Note: note, Day: a.Day,
		Minutes: a.Minutes, Nodes: nodes}}).Do(d); err != nil || len(x.Given) == 0 {
		return err
	}
	return learning.Assess{Student: x.Student, Evidence: id, Framework: x.Framework, Given: x.Given, Reason: a.Text}.Do(d)
}

func contains(ids []journal.ID, id journal.ID) bool {
	for _, o := range ids {
		if o == id {
			return true
		}
	}
	return false
}

// parted are a title, and a note where the words are too long for one.
func parted(text string) (title, note string) {
	first, _, more := strings.Cut(text, "\n")
	if first = strings.TrimSpace(first); !more && utf8.RuneCountInString(first) <= titleLength {
		return first, ""
	}
	if r := []rune(first); len(r) > titleLength {
		first = string(r[:titleLength-1])
		if i := strings.LastIndexByte(first, ' '); i > 0 {
			first = first[:i]
		}
		first += "…"
	}
	return first, text
}

// namesNobody refuses words that name one of several students: the others would read them.
func namesNobody(students []model.Person, text string) error {
	for _, p := range students {
		known := plain.Names{}
		known.Add(p.Name)
		for _, t := range plain.FindPersonal(text, known) {
			if t.What == "name" {
				return fault.New(fault.Invalid, "observed-name", "text", text[t.Start:t.End], "student", p.Name)
			}
		}
	}
	return nil
}
