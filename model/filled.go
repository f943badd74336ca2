package model

import "leerbalie/model/journal"

// Filled is a field that people fill in, of any kind of entity: what has to be known to say what stands in it.
type Filled struct {
	On    journal.Field
	Name  string // as in Field
	Kind  FieldKind
	Codes func(Site) Codes
}

// Filled are the rows of a table that stand in a record.
func (t Table[E]) Filled() (out []Filled) {
	for i := range t {
		if f := &t[i]; f.On != 0 {
			out = append(out, Filled{f.On, f.Name, f.Kind, f.Codes})
		}
	}
	return out
}

// FilledNames gives the names of fields by their numbers, "" for others.
func FilledNames(all []Filled) func(journal.Field) string {
	return func(f journal.Field) string {
		for i := range all {
			if all[i].On == f {
				return all[i].Name
			}
		}
		return ""
	}
}

// FilledIn are the fields that people fill in of the kinds that say who works and learns here, and where.
func FilledIn(k journal.Kind) []Filled {
	switch k {
	case KindPerson:
		return personTable().Filled()
	case KindSite:
		return []Filled{{On: SiteName, Name: "name"}, {On: SiteZone, Name: "zone"}, {On: SiteThemes, Name: "themes", Kind: OfTexts}, {On: SiteTags, Name: "tags", Kind: OfTexts},
			{On: SiteUrgencies, Name: "urgencies", Kind: OfTexts}, {On: SiteHours, Name: "hours", Kind: OfTexts}, {On: SiteChecklists, Name: "checklists", Kind: OfTexts},
			{On: SiteWeights, Name: "weights", Kind: OfTexts}, {On: SiteLimits, Name: "limits", Kind: OfTexts},
			{On: SiteSelfShown, Name: "self-shown", Kind: OfFlag}, {On: SiteOffersOff, Name: "offers-off", Kind: OfFlag}, {On: SiteTeaches, Name: "teaches", Kind: OfTexts}, {On: SiteAges, Name: "ages", Kind: OfTexts}, {On: SiteExact, Name: "exact", Kind: OfFlag},
			{On: SitePathKinds, Name: "path-kinds", Kind: OfTexts}, {On: SiteRetention, Name: "retention", Kind: OfTexts}}
	case KindGroup:
		return []Filled{{On: GroupName, Name: "name"}, {On: GroupSite, Name: "site", Kind: OfEntity}, {On: GroupFrameworks, Name: "frameworks", Kind: OfEntities}}
	}
	return nil
}
