package pairing

import (
	"context"
	"slices"

	"leerbalie/model"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/model/learning"
	"leerbalie/model/plain"
)

// judge puts what the school judged in the place of what students state: a competence that was judged enough is one they
// have, one that was judged and is not enough yet is one they still have to show. What nobody judged stays as stated, and
// so does everything for a session that may not read the checklists.
func (b *Book) judge(ctx context.Context, session *model.Session) error {
	if !session.Clearance().MayRead(journal.Scope{Class: journal.Learning, Part: journal.Organisation()}) {
		return nil
	}
	frameworks, err := learning.ReadFrameworks(ctx, session, false)
	if err != nil {
		return err
	}
	at := make(map[journal.ID]int, len(b.Students))
	for i, s := range b.Students {
		at[s.ID] = i
	}
	for _, f := range frameworks {
		m, err := learning.ReadMatrix(ctx, session, journal.ID{}, f.ID)
		if err != nil {
			if fault.KindOf(err) == fault.Refused {
				return nil
			}
			return err
		}
		for _, row := range m.Rows {
			i, ok := at[row.Student.ID]
			if !ok {
				continue
			}
			for c, cell := range row.Cells {
				node := m.Columns[c]
				if cell.Level < 0 || node.Scale < 0 || node.Scale >= len(m.Framework.Scales) {
					continue
				}
				has := m.Framework.Scales[node.Scale].Enough(cell.Level) && !cell.Partial
				judged(&b.Students[i].Study, node, has)
			}
		}
	}
	return nil
}

// judged notes whether a student has a competence, by its code or its title.
func judged(s *model.Study, node learning.Node, has bool) {
	name := node.Code
	if name == "" {
		name = node.Title
	}
	same := func(w string) bool {
		folded := plain.FoldText(w)
		return folded == plain.FoldText(node.Code) || slices.ContainsFunc(append(node.Titles.All(), node.Title), func(t string) bool { return folded == plain.FoldText(t) })
	}
	s.Strong = slices.DeleteFunc(slices.Clone(s.Strong), same)
	s.Open = slices.DeleteFunc(slices.Clone(s.Open), same)
	if has {
		s.Strong = append(s.Strong, name)
	} else {
		s.Open = append(s.Open, name)
	}
}
