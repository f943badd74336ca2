package dialogue

import (
	"slices"

	"leerbalie/model"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/model/learning"
)

// Say says something about a piece of evidence, or says anew what was the own.
type Say struct {
	Student, Evidence journal.ID
	Line              journal.ID // the own one that this corrects; zero: a new one
	Text              string
	Shared            bool // the fellow students who did the work may read it too
	Cleaned           bool // the writer has read the words and nobody can be known from them
}

// Name is the code of the words for this action.
func (a Say) Name() string {
	if a.Line.IsZero() {
		return "act-talk"
	}
	return "act-talk-correct"
}

// Do keeps the words; what was corrected stays in the history. Who says something has read what the others said. Errors: NotFound; Invalid
// for no words and for words that look like personal data while Cleaned is not set; Refused for whom the piece is closed, for who only reads it,
// and for correcting what somebody else said.
func (a Say) Do(d *model.Doing) error {
	p, err := learning.PlaceOf(d, a.Student, a.Evidence)
	if err != nil {
		return err
	}
	if len(p.As) == 0 {
		return p.Refuse(d)
	}
	if err := model.Required(&a.Text, "talk"); err != nil {
		return err
	}
	as, id := p.As[0], a.Line
	if id.IsZero() {
		if id, err = d.NewID(d.Now()); err != nil {
			return err
		}
	} else {
		was, err := own(d, p, id)
		if err != nil {
			return err
		}
		if as = was.As; was.Text == a.Text && was.Shared == a.Shared {
			d.About(p.Student.ID, "")
			return nil
		}
		d.Stands(was.Text)
	}
	if err := learning.CleanWords(d, p.Student, a.Cleaned, a.Text); err != nil {
		return err
	}
	_, err = learning.AddItem(d, p.Student.ID, p.Group, learning.ItemTalk, journal.Fields{learning.OfEvidence(a.Evidence), learning.LineText.Is(journal.Text(a.Text)),
		learning.LineID.Is(journal.Ref(id)), learning.LineAs.Is(journal.Text(string(as))), learning.LineShared.Is(journal.Bool(a.Shared)), read(p, d.Actor.ID)})
	return err
}

// own is a line of who acts. Errors: NotFound; Refused for somebody else's.
func own(d *model.Doing, p learning.Place, id journal.ID) (learning.Line, error) {
	i := slices.IndexFunc(p.Evidence.Talk, func(l learning.Line) bool { return l.ID == id })
	if i < 0 {
		return learning.Line{}, fault.New(fault.NotFound, "line-unknown")
	}
	l := p.Evidence.Talk[i]
	if l.By != d.Actor.ID {
		return l, fault.New(fault.Refused, "line-not-own")
	}
	return l, nil
}

// read is the field that says which lines of others who acts has read by now and had not before; without a value where there are none.
func read(p learning.Place, who journal.ID) journal.FieldValue {
	var ids []journal.ID
	for _, l := range p.Evidence.New(who) {
		if p.Sight.Read || l.Shared {
			ids = append(ids, l.ID)
		}
	}
	if ids == nil {
		return learning.LineHeard.Is(journal.Value{})
	}
	return learning.LineHeard.Is(journal.Refs(ids))
}

// Unsay takes back a line of who acts, in whatever session it was said. It stays in the history.
type Unsay struct {
	Student, Evidence, Line journal.ID
}

// Name is the code of the words for this action.
func (Unsay) Name() string { return "act-talk-back" }

// Do takes the line back with all its versions. Errors: NotFound; Refused for somebody else's.
func (a Unsay) Do(d *model.Doing) error {
	p, err := learning.PlaceOf(d, a.Student, a.Evidence)
	if err != nil {
		return err
	}
	l, err := own(d, p, a.Line)
	if err != nil {
		return err
	}
	stamps := []journal.Stamp{l.Stamp}
	for _, w := range l.Earlier {
		stamps = append(stamps, w.Stamp)
	}
	return retract(d, p, stamps)
}

func retract(d *model.Doing, p learning.Place, stamps []journal.Stamp) error {
	_, err := learning.AddItem(d, p.Student.ID, p.Group, journal.ItemRetract, journal.Fields{journal.FieldTarget.Is(journal.Stamps(stamps))})
	return err
}

// Hear notes that who acts has read what the others said about a piece of evidence.
type Hear struct {
	Student, Evidence journal.ID
}

// Name is the code of the words for this action.
func (Hear) Name() string { return "act-talk-read" }

// Do notes the lines that were not read yet; where there are none it writes nothing. It is not undone: what was read is read.
// Errors: NotFound; Refused for whom the piece is closed, and for who only reads it.
func (a Hear) Do(d *model.Doing) error {
	p, err := learning.PlaceOf(d, a.Student, a.Evidence)
	if err != nil {
		return err
	}
	if len(p.As) == 0 {
		return p.Refuse(d)
	}
	lines := read(p, d.Actor.ID)
	if d.About(p.Student.ID, ""); lines.Value.IsNone() {
		return nil
	}
	_, err = learning.AddItem(d, p.Student.ID, p.Group, learning.ItemHeard, journal.Fields{learning.OfEvidence(a.Evidence), lines})
	d.Permanent()
	return err
}
