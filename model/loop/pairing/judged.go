package pairing

import (
	"context"
	"slices"

	"leerbalie/model"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/model/learning"
	"leerbalie/model/learning/alike"
	"leerbalie/model/learning/competence"
	"leerbalie/model/pairs/match"
	"leerbalie/model/plain"
)

// judge puts what the school judged in the place of what students state: a competence that was judged enough is one they
// have, one that was judged and is not enough yet is one they still have to show. What nobody judged stays as stated, and
// so does everything for a session that may not read the checklists.
func (b *Book) judge(ctx context.Context, session *model.Session) error {
	if !session.Clearance().MayRead(journal.Scope{Class: journal.Learning, Part: journal.Organisation()}) {
		return nil
	}
	frameworks, err := competence.ReadFrameworks(ctx, session, false)
	if err != nil {
		return err
	}
	other, err := others(ctx, session, frameworks)
	if err != nil {
		return err
	}
	b.Covers = map[journal.ID][]match.Cover{}
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
			for _, node := range m.Columns {
				if as := other[alike.Part{List: m.Framework.ID, Node: node.ID}]; len(as) > 0 && slices.ContainsFunc(b.Students[i].Study.Strong, named(node)) {
					for _, name := range as {
						b.Covers[row.Student.ID] = append(b.Covers[row.Student.ID], match.Cover{What: nameOf(node), As: name})
					}
				}
			}
		}
	}
	return nil
}

// others are, for each part of a list, what the parts of other lists that are about the same are called.
func others(ctx context.Context, session *model.Session, frameworks []competence.Framework) (map[alike.Part][]string, error) {
	pairs, err := alike.Read(ctx, session)
	if err != nil {
		return nil, err
	}
	names := map[alike.Part]string{}
	for _, f := range frameworks {
		for _, n := range f.Nodes {
			names[alike.Part{List: f.ID, Node: n.ID}] = nameOf(n)
		}
	}
	out := map[alike.Part][]string{}
	for _, p := range pairs {
		one, other := names[p.One], names[p.Other]
		if one != "" && other != "" { // a list that was put away, or a part that is gone, is nobody's
			out[p.One], out[p.Other] = append(out[p.One], other), append(out[p.Other], one)
		}
	}
	return out, nil
}

// nameOf is what a competence is called: its code, or else its title.
func nameOf(node competence.Node) string {
	if node.Code != "" {
		return node.Code
	}
	return node.Title
}

// named tells whether a word means a competence, by its code or its title.
func named(node competence.Node) func(string) bool {
	return func(w string) bool {
		folded := plain.FoldText(w)
		return folded == plain.FoldText(node.Code) || slices.ContainsFunc(append(node.Titles.All(), node.Title), func(t string) bool { return folded == plain.FoldText(t) })
	}
}

// judged notes whether a student has a competence.
func judged(s *model.Study, node competence.Node, has bool) {
	name, same := nameOf(node), named(node)
	s.Strong = slices.DeleteFunc(slices.Clone(s.Strong), same)
	s.Open = slices.DeleteFunc(slices.Clone(s.Open), same)
	if has {
		s.Strong = append(s.Strong, name)
	} else {
		s.Open = append(s.Open, name)
	}
}
