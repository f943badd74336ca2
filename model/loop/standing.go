package loop

import (
	"slices"
	"time"

	"leerbalie/model"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/model/learning"
	"leerbalie/model/learning/competence"
)

// numbered is a framework as offers count it: each node has the place of its column, those of a framework one behind the
// other.
type numbered struct {
	tree    *competence.Tree
	base    int // the first of its places among those of all frameworks
	columns []journal.ID
	place   map[journal.ID]int // of a node; places from len(columns) on are of nodes above columns, which nobody is assessed on
}

func number(t *competence.Tree, base int) *numbered {
	c := &numbered{tree: t, base: base, columns: t.Columns(), place: make(map[journal.ID]int, len(t.Framework.Nodes))}
	at := make(map[journal.ID]int, len(c.columns))
	for i, id := range c.columns {
		at[id] = i
	}
	for _, n := range t.Framework.Nodes {
		column := t.Column(n.ID)
		if _, known := at[column]; !known {
			at[column] = len(at)
		}
		c.place[n.ID] = at[column]
	}
	return c
}

// size is how many places a framework takes. A column may stand above another, so there are no more than nodes.
func (c *numbered) size() int { return len(c.place) }

// standing is what a student has still to show of each column, and what the evidence there is was of. It tells nothing of
// what anybody wrote.
type standing struct {
	list   *numbered
	open   []float64 // by column, from 0 to 1; see Openness
	pieces []evidencePlaces
	worked []time.Time // the days of what they handled
}

// since is how much they handled after a moment.
func (s standing) since(t time.Time) (n float64) {
	for _, day := range s.worked {
		if day.After(t) {
			n++
		}
	}
	return n
}

// evidencePlaces is a piece of evidence as offers learn from it.
type evidencePlaces struct {
	theme  string
	places []int // within the framework
}

// keptStanding is a standing with all that it was worked out from.
type keptStanding struct {
	framework journal.ID
	version   journal.Stamp
	marks     uint64
	standing
}

// same tells whether two were worked out from the same.
func (k keptStanding) same(o keptStanding) bool {
	return k.framework == o.framework && k.version == o.version && k.marks == o.marks
}

// standingsKey is where a seat keeps how students stood when they were read before: whoever asks, they stand the same, and
// are not told of it but by what is offered to whom.
type standingsKey struct{}

func standingsOf(session *model.Session) *model.Cache[keptStanding] {
	return session.KeptAtSeat(standingsKey{}, func() any { return &model.Cache[keptStanding]{} }).(*model.Cache[keptStanding])
}

// standing is how a student stands, as it was worked out before where nothing has changed, and counts what the evidence
// there is was of.
func (r *calculation) standing(p model.Person) (standing, error) {
	list, err := r.list(p)
	if err != nil || list == nil {
		return standing{}, err
	}
	groups := append(slices.Clone(p.Groups), journal.Organisation())
	key := keptStanding{framework: list.tree.Framework.ID, version: list.tree.Framework.Stamp, marks: 1}
	for _, g := range groups {
		mark, err := r.tx.ItemsMark(learning.KindDossier, learning.DossierID(p.ID, g))
		if err != nil {
			return standing{}, err
		}
		key.marks = key.marks*1099511628211 + mark
	}
	before := standingsOf(r.session)
	out, known := before.Get(p.ID)
	if !known || !out.same(key) {
		if key.standing, err = r.work(list, p, groups); err != nil {
			return standing{}, err
		}
		before.Put(p.ID, key)
		out = key
	}
	for _, piece := range out.pieces {
		at := make([]int, len(piece.places))
		for i, n := range piece.places {
			at[i] = list.base + n
		}
		r.learned.Piece(piece.theme, at...)
	}
	out.list = list
	return out.standing, nil
}

// work works out how a student stands from the dossiers. It keeps none of them for the session: that is for those which
// somebody looks at.
func (r *calculation) work(list *numbered, p model.Person, groups []journal.ID) (out standing, err error) {
	var dossiers []*learning.Dossier
	for _, g := range groups {
		x, err := learning.DossierIn(r.tx, p.ID, g)
		if err != nil {
			return out, err
		}
		if x == nil {
			continue
		}
		dossiers = append(dossiers, x)
		for i := range x.Evidence {
			e := &x.Evidence[i]
			if e.Kind.Work() {
				out.worked = append(out.worked, e.Day)
			}
			var at []int
			for _, n := range e.Nodes {
				if place, here := list.place[n]; here && !slices.Contains(at, place) {
					at = append(at, place)
				}
			}
			if e.Theme != "" && len(at) > 0 {
				out.pieces = append(out.pieces, evidencePlaces{e.Theme, at})
			}
		}
	}
	if r.past[list] == nil {
		r.past[list] = learning.NewVersionConverter(r.tx, list.tree, false)
	}
	if err := r.past[list].Dossiers(dossiers); err != nil {
		return out, err
	}
	state := learning.StateOf(list.tree, dossiers)
	out.open = make([]float64, len(list.columns))
	for i, id := range list.columns {
		s, _ := state.Of(id)
		out.open[i] = Openness(*s, list.tree.Framework.ScaleOf(list.tree.Node(id)))
	}
	return out, nil
}

// Openness is how much is still to be shown: all of it without evidence, and far less where there is some, so that what a student never
// did goes before more of the same: what there is was not judged or is not enough, or indicators are left.
func Openness(s learning.NodeState, scale competence.Scale) float64 {
	switch {
	case s.Evidence == 0 && s.Level < 0:
		return 1
	case s.Level < 0:
		return 0.3
	case !scale.Enough(s.Level):
		return 0.35
	case s.Partial:
		return 0.15
	}
	return 0
}

// list is the framework that a student is assessed on, nil where it is not known here.
func (r *calculation) list(p model.Person) (*numbered, error) {
	var id journal.ID
	for _, g := range p.Groups {
		chosen, known := r.chosen[g]
		if !known {
			rec, err := r.tx.Record(model.KindGroup, g)
			if err != nil {
				return nil, err
			}
			if rec != nil {
				if ids := model.GroupOf(rec).Frameworks; len(ids) > 0 {
					chosen = ids[0]
				}
			}
			r.chosen[g] = chosen
		}
		if id = chosen; !id.IsZero() {
			break
		}
	}
	if id.IsZero() {
		id = competence.BuiltinFor(p.Level)
	}
	if c, known := r.lists[id]; known {
		return c, nil
	}
	f, err := competence.FrameworkIn(r.tx, id)
	if fault.KindOf(err) == fault.NotFound {
		r.lists[id] = nil
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	c := number(f.Tree(), r.places)
	r.places += c.size()
	r.lists[id], r.order = c, append(r.order, c)
	return c, nil
}

// table takes in what work on a theme is expected to train: the site's own table, or what the frameworks say.
func (r *calculation) table(s model.Site) {
	for _, c := range r.order {
		var themes []string
		for _, line := range s.Teaches {
			themes = append(themes, line.Theme)
		}
		for _, n := range c.tree.Framework.Nodes {
			themes = append(themes, n.Themes...)
		}
		slices.Sort(themes)
		for _, theme := range slices.Compact(themes) {
			nodes, _ := Taught(s, c.tree.Framework, theme)
			for _, n := range nodes {
				r.learned.Table(theme, c.base+c.place[n])
			}
		}
	}
}
