package frameworks

import (
	"strings"

	"leerbalie/model/learning/competence"
	"leerbalie/model/plain"
	"leerbalie/ui/widget"
)

// writeMeans is what the levels mean for a part, to type in: a line for each level, its name first.
func (p *Frameworks) writeMeans(s competence.Scale, n competence.Node) string {
	if len(n.Means) == 0 {
		return ""
	}
	lines := make([]string, len(s.Levels))
	for i, l := range s.Levels {
		lines[i] = l.LabelIn(string(p.Env.Words.Lang())) + ": " + n.Meaning(i)
	}
	return strings.Join(lines, "\n")
}

// withMeans takes over what a form says that levels mean for a part. A line that begins with no level goes on with the one before it.
func (p *Frameworks) withMeans(form *widget.Form, f *competence.Framework, was, n competence.Node) competence.Node {
	old := p.writeMeans(f.ScaleOf(was), was)
	now := written(form, "means", old)
	if now == old && n.Scale == was.Scale {
		return n
	}
	s := f.ScaleOf(n)
	n.Means = make([]string, len(s.Levels))
	at := 0
	for _, line := range strings.Split(now, "\n") {
		head, words, ok := strings.Cut(line, ":")
		level := -1
		for i, l := range s.Levels {
			for _, name := range append(l.Names.All(), l.Name, s.Letters(string(p.Env.Words.Lang()))[i]) {
				if ok && plain.SameCode(name, head) {
					level = i
				}
			}
		}
		if level >= 0 {
			at, line = level, words
		}
		n.Means[at] = strings.TrimSpace(n.Means[at] + "\n" + strings.TrimSpace(line))
	}
	return n
}
