package attention

import (
	"slices"
	"time"

	"leerbalie/model"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/model/learning"
	"leerbalie/model/learning/competence"
)

// work is what is known of a student's evidence: kept by session, and worked out anew where that changed.
type work struct {
	columns []competence.Node
	states  []column
	themes  []string
	last    time.Time // day of the newest piece
	waiting int       // pieces that the school has not judged
	waits   time.Time // day of the oldest of them
}

// column is how a student stands on a part.
type column struct {
	shown bool      // there is evidence, or a level
	short bool      // judged, and not enough
	last  time.Time // day of the newest piece
}

type kept struct {
	mark learning.Mark
	work *work
}

type worksKey struct{}

func worksOf(session *model.Session) *model.Cache[kept] {
	return session.Kept(worksKey{}, func() any { return &model.Cache[kept]{} }).(*model.Cache[kept])
}

// work is what is known of a student's evidence; nil where the session may see nothing of it, or the list that the student is assessed on is not
// here.
func (l *look) work(p model.Person) (*work, error) {
	mark, err := l.learning.Mark(p)
	if fault.KindOf(err) == fault.NotFound {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	if was, ok := l.works.Get(p.ID); ok && was.mark == mark {
		return was.work, nil
	}
	state, pieces, read, err := l.learning.Of(p)
	if err != nil || !read {
		return nil, err
	}
	t, err := l.learning.List(p)
	if err != nil {
		return nil, err
	}
	w := &work{}
	for _, id := range t.Columns() {
		n := t.Node(id)
		s, _ := state.Of(id)
		w.columns = append(w.columns, n)
		w.states = append(w.states, column{s.Evidence > 0 || s.Level >= 0, s.Level >= 0 && !t.Framework.ScaleOf(n).Enough(s.Level), s.Last})
	}
	for i := range pieces {
		e := &pieces[i]
		if e.Day.After(w.last) {
			w.last = e.Day
		}
		if e.OpenFor() == learning.AssessorSchool {
			if w.waiting++; w.waits.IsZero() || e.Day.Before(w.waits) {
				w.waits = e.Day
			}
		}
		if e.Theme != "" && !slices.Contains(w.themes, e.Theme) {
			w.themes = append(w.themes, e.Theme)
		}
	}
	l.works.Put(p.ID, kept{mark, w})
	return w, nil
}

// lacks tells whether a student has no evidence for a node of the own list.
func (l *look) lacks(p model.Person, node journal.ID) (lacks bool, err error) {
	state, _, read, err := l.learning.Of(p)
	if err != nil || !read {
		return false, err
	}
	s, ok := state.Of(node)
	return ok && s.Evidence == 0, nil
}
