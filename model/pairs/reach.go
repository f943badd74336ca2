package pairs

import (
	"slices"

	"leerbalie/model/journal"
)

// reachesPair lets who is in a pair say how it goes, and what was agreed; all else is for who leads.
func reachesPair(r journal.Reader, w journal.Writer, c *journal.Change) (bool, error) {
	said := c.Item == ItemCheckIn || c.Item == ItemAgreement || c.Item == journal.ItemWords || c.Item == journal.ItemRetract || c.Item == journal.ItemVouch
	if w.Table || c.Op != journal.OpAdd || !said {
		return w.Table, nil
	}
	rec, err := r.Record(KindPair, c.Entity)
	return rec != nil && slices.Contains(rec.Get(PairMembers).IDs(), w.Person), err
}

// reachesFit lets everybody answer for themselves.
func reachesFit(r journal.Reader, w journal.Writer, c *journal.Change) (bool, error) {
	if w.Table || c.Op != journal.OpSet && c.Item != journal.ItemVouch {
		return w.Table, nil
	}
	rec, err := r.Record(KindFit, c.Entity)
	if err != nil || rec != nil && rec.Get(FitPerson).ID() != w.Person {
		return false, err
	}
	said := rec != nil
	for _, write := range c.Writes {
		if write.Field == FitPerson {
			if write.Value.ID() != w.Person {
				return false, nil
			}
			said = true
		}
	}
	return said, nil
}
