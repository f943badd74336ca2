package learning

import (
	"encoding/json"
	"slices"
	"time"

	"leerbalie/model"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/model/learning/competence"
)

// Snapshot is what a decision freezes: all that was seen, by whom, on which version of the framework. It is kept as JSON,
// byte by byte, with its SHA-256 beside it, and can be printed years later whatever has changed since.
type Snapshot struct {
	Student   SnapshotPerson     `json:"student"`
	Decided   SnapshotPerson     `json:"decided_by"`
	At        time.Time          `json:"at"`
	Kind      DecisionKind       `json:"kind"`
	Met       bool               `json:"met"`
	Reason    string             `json:"reason"`
	Framework SnapshotFramework  `json:"framework"`
	Evidence  []SnapshotEvidence `json:"evidence"`
	Minutes   int                `json:"minutes"`         // all hours that counted
	Hours     *SnapshotHours     `json:"hours,omitempty"` // nil in decisions from before hours were kept
	Assessors []SnapshotPerson   `json:"assessors"`
	Lacking   []string           `json:"lacking"`             // parts of which not everything was enough, by their short names; nil in decisions from before it was kept
	Withdrawn []SnapshotDecision `json:"withdrawn,omitempty"` // decisions from before this one that were taken back
	Open      *SnapshotOpen      `json:"open,omitempty"`      // nil in decisions from before it was kept
}

// SnapshotOpen is how many pieces of evidence were open, by whom they waited for.
type SnapshotOpen struct {
	School  int `json:"school"`
	Student int `json:"student"`
}

// SnapshotDecision is an earlier decision that was taken back.
type SnapshotDecision struct {
	Kind      DecisionKind   `json:"kind"`
	Met       bool           `json:"met"`
	By        SnapshotPerson `json:"by"`
	At        time.Time      `json:"at"`
	Withdrawn SnapshotPerson `json:"withdrawn_by"`
	On        time.Time      `json:"withdrawn_at"`
	Why       string         `json:"why"`
}

// SnapshotHours is what the hours stood at: against the norm, how many were confirmed, and from what they came.
type SnapshotHours struct {
	NormMinutes int            `json:"norm_minutes"`
	Confirmed   int            `json:"confirmed_minutes"`
	Start       string         `json:"start"` // ISO 8601; "" where it is not known
	End         string         `json:"end"`
	From        []SnapshotFrom `json:"from"`
}

// SnapshotFrom is how many minutes came from one kind of work.
type SnapshotFrom struct {
	Kind    string `json:"kind"`
	Minutes int    `json:"minutes"`
}

// Deciding is told before a decision is frozen: who knows what the student worked fills that in.
type Deciding struct {
	Student  model.Person
	Snapshot *Snapshot
}

// SnapshotPerson is somebody by the name of that day.
type SnapshotPerson struct {
	ID   string `json:"id"`
	Name string `json:"name"`
}

// SnapshotFramework is the framework as it was, with the level that each node had come to.
type SnapshotFramework struct {
	ID      string         `json:"id"`
	Title   string         `json:"title"`
	Version int            `json:"version"`
	Nodes   []SnapshotNode `json:"nodes"`
	Gone    []SnapshotNode `json:"gone,omitempty"` // nodes that were judged and that this version lacks
}

// SnapshotNode is a node; Level is the name of the level, "" for none.
type SnapshotNode struct {
	ID     string `json:"id"`
	Code   string `json:"code"`
	Title  string `json:"title"`
	Level  string `json:"level"`
	Enough bool   `json:"enough"`
}

// SnapshotEvidence is a piece of evidence with its judgements.
type SnapshotEvidence struct {
	ID         string               `json:"id"`
	Kind       EvidenceKind         `json:"kind"`
	Title      string               `json:"title"`
	Day        string               `json:"day"`
	Minutes    int                  `json:"minutes"`
	Theme      string               `json:"theme"`
	Role       string               `json:"role"`
	Result     string               `json:"result"`
	Reflection string               `json:"reflection"`
	Judgements []SnapshotAssessment `json:"judgements"`
}

// SnapshotAssessment is one judgement.
type SnapshotAssessment struct {
	By     SnapshotPerson    `json:"by"`
	Part   AssessorKind      `json:"part"`
	At     time.Time         `json:"at"`
	Blind  bool              `json:"blind"`
	Reason string            `json:"reason"`
	Levels map[string]string `json:"levels"` // node id to the name of the level
}

// ParseSnapshot reads what a decision froze. Errors: Damaged.
func ParseSnapshot(b []byte) (s Snapshot, err error) {
	if err := json.Unmarshal(b, &s); err != nil {
		return s, fault.New(fault.Damaged, "snapshot-form").Because(err)
	}
	return s, nil
}

// freeze puts together what a decision is about.
func freeze(d *model.Doing, student model.Person, f *competence.Framework, dossiers []*Dossier, decision Decision) ([]byte, error) {
	s := Snapshot{Student: snapshotPerson(student), Decided: snapshotPerson(d.Actor), At: d.Now().UTC(), Kind: decision.Kind, Met: decision.Met,
		Reason: decision.Reason, Evidence: []SnapshotEvidence{}, Lacking: []string{}, Assessors: []SnapshotPerson{},
		Framework: SnapshotFramework{ID: f.ID.String(), Title: f.Title, Version: f.Version, Nodes: []SnapshotNode{}}}
	w := NewVersionConverter(d, f.Tree(), true)
	if err := w.Dossiers(dossiers); err != nil {
		return nil, err
	}
	state := StateOf(w.now, dossiers).byNode()
	columns := w.now.Columns()
	for _, n := range f.Nodes {
		out := SnapshotNode{ID: n.ID.String(), Code: n.Code, Title: n.Title}
		if slices.Contains(columns, n.ID) && Lacks(f, n, state[n.ID]) {
			s.Lacking = append(s.Lacking, n.Short())
		}
		if st := state[n.ID]; st.Level >= 0 {
			scale := f.ScaleOf(n)
			out.Level, out.Enough = scale.Levels[st.Level].Name, scale.Enough(st.Level)
		}
		s.Framework.Nodes = append(s.Framework.Nodes, out)
	}
	known := map[journal.ID]SnapshotPerson{}
	who := func(id journal.ID) (SnapshotPerson, error) {
		if p, ok := known[id]; ok {
			return p, nil
		}
		p, err := d.Person(id)
		if err != nil && fault.KindOf(err) != fault.NotFound {
			return SnapshotPerson{}, err
		}
		known[id] = snapshotPerson(p)
		return known[id], nil
	}
	assessors := map[journal.ID]bool{}
	var open Open
	for _, x := range dossiers {
		for i := range x.Decisions {
			old := &x.Decisions[i]
			if old.Withdrawn == nil {
				continue
			}
			by, err := who(old.By)
			if err != nil {
				return nil, err
			}
			back, err := who(old.Withdrawn.By)
			if err != nil {
				return nil, err
			}
			s.Withdrawn = append(s.Withdrawn, SnapshotDecision{old.Kind, old.Met, by, old.At, back, old.Withdrawn.At, old.Why})
		}
		for i := range x.Evidence {
			e := &x.Evidence[i]
			open.Count(e)
			out := SnapshotEvidence{ID: e.ID.String(), Kind: e.Kind, Title: e.Title, Day: e.Day.Format(time.DateOnly), Minutes: e.Minutes,
				Theme: e.Theme, Role: e.Role, Result: e.Result, Judgements: []SnapshotAssessment{}}
			if e.Reflection != nil {
				out.Reflection = e.Reflection.Text()
			}
			for _, a := range e.Assessments {
				by, err := who(a.By)
				if err != nil {
					return nil, err
				}
				if a.As == AssessorSchool && !assessors[a.By] {
					assessors[a.By] = true
					s.Assessors = append(s.Assessors, by)
				}
				out.Judgements = append(out.Judgements, SnapshotAssessment{by, a.As, a.At, a.Blind, a.Reason, s.Framework.levels(a.Said(w.now))})
			}
			s.Evidence = append(s.Evidence, out)
		}
	}
	s.Open = &SnapshotOpen{open.School, open.Student}
	if err := d.Tell(Deciding{student, &s}); err != nil {
		return nil, err
	}
	b, err := json.Marshal(s)
	if err != nil {
		return nil, fault.New(fault.Internal, "snapshot-form").Because(err)
	}
	return b, nil
}

func snapshotPerson(p model.Person) SnapshotPerson { return SnapshotPerson{p.ID.String(), p.Name} }

// levels are the names of what a judgement gave, in the words of the version that it was made on; nodes that the framework
// has no more are taken in as gone.
func (f *SnapshotFramework) levels(said []Said) map[string]string {
	out := map[string]string{}
	for _, x := range said {
		id := x.Node.ID.String()
		out[id] = x.Level.Name
		known := func(n SnapshotNode) bool { return n.ID == id }
		if !slices.ContainsFunc(f.Nodes, known) && !slices.ContainsFunc(f.Gone, known) {
			f.Gone = append(f.Gone, SnapshotNode{ID: id, Code: x.Node.Code, Title: x.Node.Title})
		}
	}
	return out
}
