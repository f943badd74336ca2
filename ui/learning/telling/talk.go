package telling

import (
	"leerbalie/model/learning"
)

// Talk tells what was said about a piece of evidence, and which files are with it.
func (g *Details) Talk(p learning.Piece) {
	w, m, e := g.Host.Env.Words, g.Maker, &p.Evidence
	if len(e.Talk) > 0 {
		g.Head(w.Say("talk.head"))
	}
	for i := range e.Talk {
		l := &e.Talk[i]
		fresh := g.Fresh[l.ID]
		for _, x := range e.New(g.Host.Env.User.ID) {
			fresh = fresh || x.ID == l.ID && len(p.MayJudgeAs) > 0
		}
		g.Faint(m.LineHead(l, fresh))
		g.Say(l.Text)
	}
	if len(e.Attached) > 0 {
		g.Head(w.Say("attached.head"))
	}
	for _, a := range e.Attached {
		g.Say(m.Attachment(a, func(a learning.Attached) *bool {
			if is, known := g.Altered[a.Stamp]; known {
				return &is
			}
			return nil
		}))
	}
}
