package learning

import (
	"leerbalie/model"
	"leerbalie/model/journal"
)

// Worked reads the dossiers of a student that the session may see, for a room that counts what was worked: judgements stand in them
// that the session may have to be blind to, so nothing of those may be handed on. groups are all there are.
func Worked(session *model.Session, tx model.Tx, student model.Person, groups []journal.ID) (out []*Dossier, err error) {
	c := session.Clearance()
	for _, g := range groups {
		if !SightOf(c, student, g).Read {
			continue
		}
		x, err := readDossier(session, tx, student.ID, g)
		if err != nil {
			return nil, err
		}
		if x != nil {
			out = append(out, x)
		}
	}
	return out, nil
}
