package competence

import (
	"slices"
	"strings"

	"leerbalie/model"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/model/plain"
)

// KeepVersion writes a version of a list that was checked: what it says that the one before it, nil for none, does not is looked at.
// Errors: Invalid for a text that may not be kept; Refused by the clearance; Newer for one that a newer program changed.
func KeepVersion(d *model.Doing, was, f *Framework) error {
	if err := checkTexts(d, was, f); err != nil {
		return err
	}
	if err := d.Set(KindFramework, f.ID, journal.Organisation(), journal.Fields{FrameworkKey.Is(journal.Bytes(f.Key)), journal.FieldArchived.Is(journal.Bool(false))}); err != nil {
		return err
	}
	fields, err := f.fields()
	if err != nil {
		return err
	}
	_, err = d.Add(KindFramework, f.ID, journal.Organisation(), ItemFrameworkVersion, fields)
	return err
}

// checkTexts looks at what a version says that the one before it, nil for none, does not.
func checkTexts(d *model.Doing, was, is *Framework) error {
	stands := map[string]bool{}
	if was != nil {
		d.Stands(was.texts()...)
		for _, t := range was.texts() {
			stands[t] = true
		}
	}
	for _, t := range is.texts() {
		if stands[t] {
			continue
		}
		if err := d.CheckNew(t, plain.InWords); err != nil {
			return err
		}
	}
	return nil
}

// ArchiveFramework puts a framework away, or takes it out again. Judgements that were made on it stay.
type ArchiveFramework struct {
	ID       journal.ID
	Archived bool
}

// Name is the code of the words for this action.
func (a ArchiveFramework) Name() string {
	if !a.Archived {
		return "act-restore-framework"
	}
	return "act-archive-framework"
}

// Do archives the framework. Errors: NotFound; Refused.
func (a ArchiveFramework) Do(d *model.Doing) error {
	if _, err := FrameworkIn(d, a.ID); err != nil {
		return err
	}
	d.About(a.ID, "")
	return d.Set(KindFramework, a.ID, journal.Organisation(), journal.Fields{journal.FieldArchived.Is(journal.Bool(a.Archived))})
}

// Check brings a framework into order: nodes by their tree, titles without blanks around them.
func (f *Framework) Check() error {
	if err := model.Required(&f.Title, "title"); err != nil {
		return err
	}
	if len(f.Scales) == 0 {
		f.Scales = []Scale{BuiltinScale()}
	}
	for _, s := range f.Scales {
		if !s.sound() {
			return fault.New(fault.Invalid, "scale-form", "scale", s.label(), "field", "levels")
		}
	}
	f.Nodes = slices.Clone(f.Nodes)
	for i := range f.Nodes {
		n := &f.Nodes[i]
		if n.ID.IsZero() {
			n.ID = NodeID(f.Key+f.ID.String(), n.Name())
		}
		if err := n.check(len(f.Scales)); err != nil {
			return err
		}
		n.Means = said(n.Means[:min(len(n.Means), len(f.Scales[n.Scale].Levels))])
	}
	nodes, left := Arrange(f.Nodes)
	for _, m := range left { // what hangs below a circle lost its parent by that
		if m.Err.Msg == "node-circle" {
			return m.Err
		}
	}
	if len(left) > 0 {
		return left[0].Err
	}
	f.Nodes = nodes
	return nil
}

// sound tells whether a scale can be judged on: two levels at least, each with a name of its own, and a threshold among them.
func (s Scale) sound() bool {
	for i, l := range s.Levels {
		if l.Name == "" || slices.ContainsFunc(s.Levels[:i], func(o Level) bool { return o.Name == l.Name }) {
			return false
		}
	}
	return len(s.Levels) >= 2 && s.Proficient < len(s.Levels)
}

// label is what a scale is called: its name, or else its levels.
func (s Scale) label() string {
	if s.Name != "" {
		return s.Name
	}
	names := make([]string, len(s.Levels))
	for i, l := range s.Levels {
		names[i] = l.Name
	}
	return "\"" + strings.Join(names, ", ") + "\""
}

func (n *Node) check(scales int) error {
	n.Title = strings.TrimSpace(n.Title)
	if n.Title == "" {
		return fault.New(fault.Invalid, "node-title", "key", n.Name(), "field", "title")
	}
	if n.Scale < 0 || n.Scale >= scales {
		return fault.New(fault.Invalid, "scale-form", "scale", n.Name())
	}
	_, err := wire(n.wire())
	return err
}

// texts are the words of a node.
func (n *Node) texts() []string {
	return append(append(n.Titles.All(), n.Title, n.Text, n.Code, n.Term, written(n.Key)), append(slices.Clone(n.Themes), n.Means...)...)
}

// written is a key as somebody may have written it: "" for ids and addresses, in which a row of digits means nothing.
func written(key string) string {
	if _, err := journal.ParseID(key); err == nil || strings.Contains(key, "://") || strings.HasPrefix(key, "urn:") {
		return ""
	}
	return key
}

// texts are the words of a framework, its scales and nodes among them.
func (f *Framework) texts() []string {
	out := append(f.Titles.All(), f.Title, f.Text, f.Label, f.Language, written(f.Key))
	for _, s := range f.Scales {
		out = append(out, s.Name)
		for _, l := range s.Levels {
			out = append(append(out, l.Name), l.Names.All()...)
		}
	}
	for i := range f.Nodes {
		out = append(out, f.Nodes[i].texts()...)
	}
	return out
}

// CheckNode tells whether a node may be kept: its texts, and all that is kept with it. Errors: Invalid.
func CheckNode(n Node) error {
	for _, t := range n.texts() {
		if err := model.CheckText(t, plain.InWords); err != nil {
			return err
		}
	}
	return n.check(n.Scale + 1)
}

// SameAs tells whether two versions say the same.
func (f *Framework) SameAs(o *Framework) bool {
	return f.Label == o.Label && f.Title == o.Title && f.Titles.Equal(o.Titles) && f.Text == o.Text && f.Language == o.Language &&
		f.Unofficial == o.Unofficial && !f.Archived && slices.Equal(f.Extra, o.Extra) &&
		slices.EqualFunc(f.Scales, o.Scales, Scale.Same) &&
		slices.EqualFunc(f.Nodes, o.Nodes, func(a, b Node) bool {
			return a.ID == b.ID && a.Parent == b.Parent && a.Key == b.Key && a.Code == b.Code && a.Title == b.Title && a.Titles.Equal(b.Titles) &&
				a.Text == b.Text && a.Term == b.Term && a.Scale == b.Scale && slices.Equal(a.Means, b.Means) && slices.Equal(a.Themes, b.Themes) && slices.Equal(a.Extra, b.Extra)
		})
}
