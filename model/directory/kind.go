package directory

import (
	"leerbalie/model"
	"leerbalie/model/journal"
	"leerbalie/model/plain"
)

// The kinds of entity in the directory. Numbers are on disk and never reused.
const (
	KindOrganization journal.Kind = 17
	KindService      journal.Kind = 18
	KindLocation     journal.Kind = 19
)

// The kinds of item on each of them. Numbers are on disk and never reused.
const (
	ItemAssured   journal.ItemKind = 50 // somebody says that the entry is right
	ItemEntryNote journal.ItemKind = 51 // what a colleague should know beside it
	ItemRetired   journal.ItemKind = 52 // one no longer refers there, and why
	ItemBack      journal.ItemKind = 53 // one does again; FieldTarget names the retirements that this ends
)

// The fields of these items. FieldTarget is 1.
const (
	noteText   journal.Field = 2
	retiredWhy journal.Field = 2
)

// Scope is where the directory is kept: everybody reads it.
func Scope() journal.Scope {
	return journal.Scope{Class: journal.Community, Part: journal.Organisation()}
}

// allKinds are the three, in the order in which one is made.
func allKinds() []journal.Kind {
	return []journal.Kind{KindOrganization, KindLocation, KindService}
}

// Kinds are the rows of these kinds.
func Kinds() []journal.KindRow {
	row := func(k journal.Kind, name string, fields func(journal.Field) string, numbers, codes []journal.Field) journal.KindRow {
		return journal.KindRow{Kind: k, Name: name, Class: journal.Community, Fields: fields, Filled: model.FilledNames(FilledIn(k)), Numbers: numbers, Codes: codes,
			Items:   []journal.ItemKind{ItemAssured, ItemEntryNote, ItemRetired, ItemBack},
			WordsIn: map[journal.ItemKind][]journal.Field{ItemEntryNote: {noteText}, ItemRetired: {retiredWhy}},
			Said:    map[journal.ItemKind]string{ItemEntryNote: "note", ItemRetired: "reason"}, Reach: reaches}
	}
	return []journal.KindRow{
		row(KindOrganization, "organization", numberedOrganization().Name, organizationTable().In(plain.InNumber), organizationTable().In(plain.InCode)),
		row(KindService, "service", numberedService().Name, serviceTable().In(plain.InNumber), serviceTable().In(plain.InCode)),
		row(KindLocation, "location", numberedLocation().Name, locationTable().In(plain.InNumber), locationTable().In(plain.InCode)),
	}
}

// FilledIn are the fields that people fill in of these kinds: all but those that the program keeps for itself.
func FilledIn(k journal.Kind) (out []model.Filled) {
	var all []model.Filled
	switch k {
	case KindOrganization:
		all = organizationTable().Filled()
	case KindService:
		all = serviceTable().Filled()
	case KindLocation:
		all = locationTable().Filled()
	}
	for _, f := range all {
		if f.On != EntryAddedBy && f.On != EntryFurther && f.On != EntryCame {
			out = append(out, f)
		}
	}
	return out
}

// reaches lets everybody add entries, say of any that it is right, and note something beside it; and alter and retire what the writer
// added. Coordinators do so with all.
func reaches(r journal.Reader, w journal.Writer, c *journal.Change) (bool, error) {
	if w.Table {
		return true, nil
	}
	writer, err := r.Record(model.KindPerson, w.Person)
	if err != nil || writer == nil {
		return false, err
	}
	if !model.ClearanceOf(model.PersonOf(writer)).MayRead(Scope()) {
		return false, nil
	}
	if c.Op == journal.OpAdd && c.Item != ItemRetired && c.Item != ItemBack {
		return true, nil
	}
	rec, err := r.Record(c.Kind, c.Entity)
	if err != nil {
		return false, err
	}
	whose := journal.ID{}
	if rec != nil {
		whose = rec.Get(EntryAddedBy).ID()
	}
	for _, write := range c.Writes {
		if c.Op != journal.OpSet || write.Field != EntryAddedBy {
			continue
		}
		if rec != nil && len(rec.Live(EntryAddedBy)) > 0 && write.Value.ID() != whose {
			return false, nil
		}
		whose = write.Value.ID()
	}
	return whose == w.Person, nil
}
