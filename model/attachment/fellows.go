package attachment

import (
	"leerbalie/model"
	"leerbalie/model/journal"
	"leerbalie/model/learning"
)

// ForFellows gives fellow students a copy of their own of bytes that they kept together with a student whose records are about to be erased: what
// they handed in stays theirs. The caller has checked that the actor may erase.
func ForFellows(d *model.Doing, student journal.ID) error {
	var fellows []*learning.Dossier
	if err := d.Each(learning.KindDossier, func(r *journal.Record) error {
		if r.Get(learning.DossierStudent).ID() == student || r.Erased {
			return nil
		}
		items, err := d.Items(learning.KindDossier, r.ID)
		fellows = append(fellows, learning.DossierOf(r, items))
		return err
	}); err != nil {
		return err
	}
	for _, x := range fellows {
		for i := range x.Evidence {
			for _, a := range x.Evidence[i].Attached {
				if !a.Kept || a.Whose != student {
					continue
				}
				if own, err := bytesIn(d, x.Student, x.Group, a.Hash); own != nil || err != nil {
					if err != nil {
						return err
					}
					continue
				}
				b, err := bytesIn(d, student, x.Group, a.Hash)
				if err == nil && b != nil {
					err = put(d, x.Student, x.Group, b)
				}
				if err != nil {
					return err
				}
			}
		}
	}
	return nil
}
