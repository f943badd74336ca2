package model

import (
	"slices"

	"leerbalie/model/journal"
	"leerbalie/model/plain"
)

// ownFields are the fields of the own profile that somebody writes who is no coordinator. What says where one stands here (roles,
// site, groups, supervisor, level, placement) is not among them.
func ownFields() []journal.Field {
	return []journal.Field{PersonName, PersonLanguages, PersonNumber, PersonEmail, PersonProgramme, PersonCrebo, PersonCohort, PersonSchool, PersonYear, PersonDayParts,
		PersonThemes, PersonWishes, PersonStrong, PersonOpen, PersonTravel, PersonRoute, PersonRescued, PersonClock}
}

// reachesPerson lets everybody write the own profile, and who leads all people, administrators excepted: those only an
// administrator makes or stops, and the last one stays.
func reachesPerson(r journal.Reader, w journal.Writer, c *journal.Change) (bool, error) {
	var known, by Person
	rec, err := r.Record(KindPerson, c.Entity)
	if err != nil {
		return false, err
	}
	if rec != nil {
		known = PersonOf(rec)
	}
	writer, err := r.Record(KindPerson, w.Person)
	if err != nil || writer == nil {
		return false, err
	}
	by = PersonOf(writer)
	if !w.Table {
		return ownProfile(r, rec, by, c)
	}
	then := known
	for _, write := range c.Writes {
		switch write.Field {
		case PersonRoles:
			then.Roles = nil
			for _, role := range write.Value.Texts() {
				then.Roles = append(then.Roles, Role(role))
			}
		case journal.FieldArchived:
			then.Archived = write.Value.Bool()
		}
	}
	switch was, is := known.Has(RoleAdmin), then.Has(RoleAdmin); {
	case was == is && (!is || known.Archived == then.Archived):
		return true, nil
	case !by.Has(RoleAdmin):
		return false, nil
	case is && !then.Archived:
		return true, nil
	}
	others, err := otherAdmins(r, known.ID)
	return others > 0, err
}

// otherAdmins counts the administrators besides one.
func otherAdmins(r journal.Reader, besides journal.ID) (n int, err error) {
	err = r.Each(KindPerson, func(rec *journal.Record) error {
		if p := PersonOf(rec); p.ID != besides && !p.Archived && p.Has(RoleAdmin) {
			n++
		}
		return nil
	})
	return n, err
}

// ownProfile tells whether a change writes nothing but the own profile, under no colleague's name. What stands there already may be
// written again: that settles what was written apart.
func ownProfile(r journal.Reader, rec *journal.Record, by Person, c *journal.Change) (bool, error) {
	if rec == nil || c.Entity != by.ID || c.Op != journal.OpSet && c.Item != journal.ItemVouch {
		return false, nil
	}
	if c.Op == journal.OpAdd {
		return true, nil
	}
	for _, write := range c.Writes {
		same := rec.Get(write.Field).Equal(write.Value)
		if !same && !slices.Contains(ownFields(), write.Field) {
			return false, nil
		}
		if same || write.Field != PersonName {
			continue
		}
		taken := false
		if err := r.Each(KindPerson, func(rec *journal.Record) error {
			p := PersonOf(rec)
			taken = taken || p.ID != by.ID && !p.Archived && plain.FoldText(p.Name) == plain.FoldText(write.Value.Text())
			return nil
		}); err != nil || taken {
			return false, err
		}
	}
	return true, nil
}
