package erasure

import (
	"slices"
	"strings"
	"time"

	"leerbalie/model"
	"leerbalie/model/attachment"
	"leerbalie/model/days"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/model/trust"
)

// The fields of the items of an erasure. FieldTarget is 1.
const proposedParts journal.Field = 2

// Alone is how long who leads alone waits between proposing an erasure and confirming it, by the clock of the journal.
const Alone = 24 * time.Hour

func unknown(id journal.ID) error {
	return fault.New(fault.NotFound, "person-unknown", "name", id.String())
}

// Propose asks for the erasure of a student's records: of those parts that the law no longer asks to keep.
type Propose struct {
	Student journal.ID
}

// Name is the code of the words for this action.
func (Propose) Name() string { return "act-erase-propose" }

// Do notes the proposal. Errors: NotFound; Invalid for who is no student; Refused for who may not, for somebody whose study has not
// ended or who works here, while the law asks to keep all that is left, and for who was erased; Conflict where it was proposed already.
func (a Propose) Do(d *model.Doing) error {
	if err := d.Clearance().CheckRight(model.ToErase); err != nil {
		return err
	}
	f, due, err := dueFor(d, a.Student)
	if err != nil {
		return err
	}
	open, err := openIn(d, f.student)
	if err != nil {
		return err
	}
	if open != nil {
		by, err := d.Person(open.By)
		if err != nil {
			return err
		}
		return fault.New(fault.Conflict, "erase-proposed-already", "student", f.student.Name, "name", by.Name)
	}
	d.About(a.Student, "")
	codes := make([]string, len(due))
	for i, p := range due {
		codes[i] = string(p)
	}
	_, err = d.Add(model.KindPerson, a.Student, journal.Organisation(), model.ItemEraseProposed, journal.Fields{proposedParts.Is(journal.Texts(codes))})
	return err
}

// dueFor reads the parts of a student's records that may go now, and are there.
func dueFor(d *model.Doing, id journal.ID) (*file, []Part, error) {
	if _, err := d.Student(id); err != nil {
		return nil, nil, err
	}
	now, err := moment(d)
	if err != nil {
		return nil, nil, err
	}
	f, err := fileIn(d, id, now)
	if err != nil {
		return nil, nil, err
	}
	if f.ended.IsZero() {
		return nil, nil, fault.New(fault.Refused, "erase-not-ended", "student", f.student.Name)
	}
	zone, err := model.ZoneAt(d, d.Site())
	if err != nil {
		return nil, nil, err
	}
	var due []Part
	var first *Records
	for _, r := range f.records(days.Of(now, zone)) {
		switch {
		case r.Left == 0:
		case r.Due:
			due = append(due, r.Part)
		case first == nil:
			first = &r
		}
	}
	if len(due) == 0 && f.works && (first == nil || first.Part == Profile) {
		return nil, nil, fault.New(fault.Refused, "erase-works-here", "student", f.student.Name)
	}
	if len(due) == 0 && first != nil {
		return nil, nil, fault.New(fault.Refused, "erase-kept-"+string(first.Part), "student", f.student.Name, "ended", f.ended.Format(time.DateOnly),
			"until", first.Until.Format(time.DateOnly))
	}
	return f, due, nil
}

// moment is now by the clock of the journal: it never goes back, and follows no clock that is far ahead.
func moment(d *model.Doing) (time.Time, error) {
	last, err := d.Clock()
	return last.Next(d.Wall()).Time(), err
}

// Withdraw takes a proposal back, whoever made it.
type Withdraw struct {
	Student journal.ID
}

// Name is the code of the words for this action.
func (Withdraw) Name() string { return "act-erase-withdraw" }

// Do notes that it was taken back. Errors: NotFound where nothing was proposed; Refused for who may not.
func (a Withdraw) Do(d *model.Doing) error {
	_, open, err := proposedFor(d, a.Student)
	if err != nil {
		return err
	}
	d.About(a.Student, "")
	_, err = d.Add(model.KindPerson, a.Student, journal.Organisation(), model.ItemEraseWithdrawn, open.answer())
	return err
}

func proposedFor(d *model.Doing, id journal.ID) (model.Person, *Proposal, error) {
	if err := d.Clearance().CheckRight(model.ToErase); err != nil {
		return model.Person{}, nil, err
	}
	p, err := d.Person(id)
	if err != nil {
		return p, nil, err
	}
	open, err := openIn(d, p)
	if err == nil && p.Erased {
		err = fault.New(fault.Refused, "student-erased")
	}
	if err == nil && open == nil {
		err = fault.New(fault.NotFound, "erase-not-proposed", "student", p.Name)
	}
	return p, open, err
}

// Confirm agrees to a proposal of somebody else's, and erases. Who leads alone confirms the own one, a day later.
type Confirm struct {
	Student journal.ID
}

// Name is the code of the words for this action.
func (Confirm) Name() string { return "act-erase-confirm" }

// Do erases the parts that were proposed. It cannot be undone. Errors: NotFound where nothing was proposed; Refused for who may not,
// for the own proposal (with who may confirm, or from when), and on a laptop.
func (a Confirm) Do(d *model.Doing) error {
	student, open, err := proposedFor(d, a.Student)
	if err != nil {
		return err
	}
	if err := trust.CheckHere(d); err != nil {
		return err
	}
	if open.By == d.Actor.ID {
		if err := mayAlone(d, student, open); err != nil {
			return err
		}
	}
	f, due, err := dueFor(d, a.Student) // the study may have been taken up again
	if err != nil {
		return err
	}
	d.About(a.Student, "")
	if _, err := d.Add(model.KindPerson, a.Student, journal.Organisation(), model.ItemEraseConfirmed, open.answer()); err != nil {
		return err
	}
	if slices.Contains(due, Dossier) && slices.Contains(open.Parts, Dossier) {
		if err := attachment.ForFellows(d, a.Student); err != nil {
			return err
		}
	}
	var gone []model.Record
	for _, part := range due {
		if slices.Contains(open.Parts, part) {
			gone = append(gone, f.parts[part]...)
		}
	}
	return d.Erase(gone...)
}

// mayAlone refuses to confirm one's own proposal: somebody else has to who leads. Where nobody else does, a day has to lie between.
func mayAlone(d *model.Doing, student model.Person, open *Proposal) error {
	var others []string
	if err := d.Each(model.KindPerson, func(r *journal.Record) error {
		if p := model.PersonOf(r); p.ID != d.Actor.ID && model.ClearanceOf(p).Has(model.ToErase) {
			others = append(others, p.Name)
		}
		return nil
	}); err != nil {
		return err
	}
	if len(others) > 0 {
		return fault.New(fault.Refused, "erase-own", "student", student.Name, "names", strings.Join(others, ", "))
	}
	now, err := moment(d)
	if err != nil {
		return err
	}
	from := open.Stamp.Time.Time().Add(Alone)
	if now.Before(from) {
		zone, err := model.ZoneAt(d, d.Site())
		if err != nil {
			return err
		}
		return fault.New(fault.Refused, "erase-alone", "student", student.Name, "when", from.In(zone).Format("2006-01-02 15:04"))
	}
	return nil
}
