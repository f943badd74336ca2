package people

import (
	"cmp"
	"slices"
	"time"

	"leerbalie/model"
	"leerbalie/model/journal"
	"leerbalie/model/loop/pairing"
	"leerbalie/model/pairs"
	"leerbalie/ui/cli/output"
)

// studentFields are the fields of a student that scripts get, in the order in which they always got them; a new one comes
// last. Since when somebody waits is worked out, and the others stand in the list of people.
func studentFields() model.Table[model.Person] {
	order := []string{"number", "name", "level", "year", "programme", "crebo", "cohort", "school", "site", "travel", "groups", "languages",
		"themes", "dayparts", "wishes", "strong", "open", "start", "end", "norm-hours", "status", "outcome", "email", "route", "company", "guide", "source-id"}
	place := func(f model.Field[model.Person]) int {
		if i := slices.Index(order, f.Name); i >= 0 {
			return i
		}
		return len(order)
	}
	out := slices.DeleteFunc(slices.Clone(model.PersonTable()), func(f model.Field[model.Person]) bool {
		return f.On == model.PersonRoles || f.On == model.PersonSupervisor || f.On == model.PersonWaiting
	})
	slices.SortStableFunc(out, func(a, b model.Field[model.Person]) int { return cmp.Compare(place(a), place(b)) })
	return out
}

// studentJSON is somebody who learns here. The names are a promise to scripts.
func studentJSON(p model.Person, b *pairing.Book, groups map[journal.ID]string, today time.Time) output.Object {
	out := output.Object{{Name: "id", Value: p.ID.String()}}
	for _, f := range studentFields() {
		m := output.FieldMember(f, &p, nil)
		switch {
		case f.On == model.PersonGroups:
			in := []output.Who{}
			for _, id := range p.Groups {
				in = append(in, output.Named(id, groups[id]))
			}
			m.Value = in
		case f.On == model.PersonStatus:
			m.Value = string(p.Study.At(today))
		case f.Kind == model.OfNumber: // 0 where there is none
			m.Value = f.Get(&p).Int()
		}
		out = append(out, m)
	}
	var pair, since *string
	if running := b.Running(p.ID); running != nil {
		pair = output.IDOrNull(running.ID)
	} else if p.Study.At(today) == model.StudyActive {
		since = output.DayOrNull(pairs.WaitingSince(p, b.Pairs, b.Zone))
	}
	return append(out, output.Member{Name: "pair", Value: pair}, output.Member{Name: "waiting_since", Value: since})
}
