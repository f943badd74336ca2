package learning

import (
	"slices"
	"time"

	"leerbalie/model"
	"leerbalie/model/journal"
)

// Line is something that was said about a piece of evidence: written and dated, and no judgement.
type Line struct {
	journal.Mark // By is who said it, and when it was first said
	ID           journal.ID
	As           AssessorKind // as what: the student, a fellow student, practice or school
	Text         string
	Shared       bool    // fellow students who did the work may read it too
	Earlier      []Words // what stood there before it was corrected, the first first
}

// Words are what a line said until somebody corrected it, at that mark.
type Words struct {
	journal.Mark
	Text string
}

// Attached is a file that somebody put with a piece of evidence: where it is, and what it was then.
type Attached struct {
	journal.Mark
	Name  string
	Path  string // where the file lies, on the computer of who attached it
	Hash  string // SHA-256, in hexadecimal; "" where an erasure took it
	Size  int64
	Dated time.Time  // when the file was last altered
	Kept  bool       // its bytes are kept, and not only where it is
	Whose journal.ID // the student whose copy of the bytes is meant: two of a group who did the work keep one
}

// The fields of what is said about evidence and put with it. Numbers are on disk and never reused.
const (
	LineText   journal.Field = 3
	LineID     journal.Field = 4
	LineAs     journal.Field = 5
	LineShared journal.Field = 6
	LineHeard  journal.Field = 7 // the lines of others that who acts has read by now; the same on ItemHeard

	attachedName  journal.Field = 3
	attachedPath  journal.Field = 4
	attachedHash  journal.Field = 5
	attachedSize  journal.Field = 6
	attachedDated journal.Field = 7 // seconds since 1970
	attachedKept  journal.Field = 8
	attachedWhose journal.Field = 9
)

// OfEvidence is the field that names the evidence which an item of a dossier is about.
func OfEvidence(id journal.ID) journal.FieldValue { return evidenceID.Is(journal.Ref(id)) }

// Fields are what is kept of a file that is put with a piece of evidence.
func (a Attached) Fields(evidence journal.ID) journal.Fields {
	return journal.Fields{OfEvidence(evidence), attachedName.Is(journal.Text(a.Name)), attachedPath.Is(journal.Text(a.Path)), attachedHash.Is(journal.Bytes(a.Hash)),
		attachedSize.Is(journal.Int(a.Size)), attachedDated.Is(journal.Int(a.Dated.Unix())), attachedKept.Is(journal.Bool(a.Kept)), attachedWhose.Is(journal.Ref(a.Whose))}
}

// said takes in what was said about a piece of evidence, what was read of it, and what was put with it. A correction counts where it is of who
// said the line. The order is that of the journal, which is the same everywhere.
func (e *Evidence) said(it *journal.Item) {
	f := it.Fields
	switch it.Kind {
	case ItemAttached:
		e.Attached = append(e.Attached, Attached{it.Mark(0), f.Get(attachedName).Text(), f.Get(attachedPath).Text(), f.Get(attachedHash).Raw(), f.Get(attachedSize).Int(),
			time.Unix(f.Get(attachedDated).Int(), 0), f.Get(attachedKept).Bool(), f.Get(attachedWhose).ID()})
		return
	case ItemTalk:
		id, text := f.Get(LineID).ID(), f.Get(LineText).Text()
		i := slices.IndexFunc(e.Talk, func(l Line) bool { return l.ID == id })
		switch {
		case i < 0:
			e.Talk = append(e.Talk, Line{Mark: it.Mark(0), ID: id, As: AssessorKind(f.Get(LineAs).Text()), Text: text, Shared: f.Get(LineShared).Bool()})
		case e.Talk[i].By == it.Actor:
			l := &e.Talk[i]
			l.Earlier = append(l.Earlier, Words{it.Mark(0), l.Text})
			l.Text, l.Shared = text, f.Get(LineShared).Bool()
		}
	}
	if read := f.Get(LineHeard).IDs(); len(read) > 0 {
		e.heard = append(e.heard, heard{it.Actor, read})
	}
}

// heard says which lines somebody has read.
type heard struct {
	by    journal.ID
	lines []journal.ID
}

// New are the lines of others that somebody has not read yet.
func (e *Evidence) New(who journal.ID) (out []Line) {
	for _, l := range e.Talk {
		if l.By != who && !slices.ContainsFunc(e.heard, func(h heard) bool { return h.by == who && slices.Contains(h.lines, l.ID) }) {
			out = append(out, l)
		}
	}
	return out
}

// talkForPeer is what a fellow student who did the work may read of what was said about it: the own words, and what was said for the fellows
// too. What a file says is the student's own.
func (e *Evidence) talkForPeer(me journal.ID) (out []Line) {
	for _, l := range e.Talk {
		if l.By == me || l.Shared {
			if l.By != me {
				l.Earlier = nil // it may have been for others then
			}
			out = append(out, l)
		}
	}
	return out
}

// Place is a piece of evidence as an action finds it.
type Place struct {
	Student  model.Person
	Group    journal.ID // in whose dossier it lies
	Evidence *Evidence  // whole; it must not be altered
	Sight    Sight      // of who acts
	As       []AssessorKind
}

// PlaceOf finds a piece of evidence for who acts, who may read it or did the work too. Errors: NotFound, Refused.
func PlaceOf(d *model.Doing, student, evidence journal.ID) (p Place, err error) {
	if p.Student, err = d.Student(student); err != nil {
		return p, err
	}
	x, e, err := evidenceFor(d, p.Student, evidence)
	if err != nil {
		return p, err
	}
	p.Group, p.Evidence, p.Sight, p.As = x.Group, e, sightFor(d, p.Student, x.Group), mayJudgeAsFor(d, p.Student, x, e)
	if !p.Sight.Read && len(p.As) == 0 {
		return p, refuse(d, p.Student)
	}
	return p, nil
}

// Refuse says that who acts may not do this with the piece.
func (p Place) Refuse(d *model.Doing) error { return refuse(d, p.Student) }

// orNone is a piece of evidence, or one of nobody where it is not known.
func orNone(e *Evidence) *Evidence {
	if e == nil {
		return &Evidence{}
	}
	return e
}

// mayTalk tells whether somebody may say a line as what is said, or correct it: in a part that is the own, and only what is the own.
func mayTalk(e *Evidence, parts []AssessorKind, as AssessorKind, line, who journal.ID) bool {
	return slices.Contains(parts, as) && !slices.ContainsFunc(orNone(e).Talk, func(l Line) bool { return l.ID == line && l.By != who })
}
