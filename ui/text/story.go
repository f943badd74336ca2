package text

import (
	"leerbalie/model"
	"leerbalie/model/access"
	"leerbalie/model/paths"
)

// StoryKind says what an entry of a resident's story is, with how it came in, stands or ended.
func (w Words) StoryKind(site model.Site, e *access.Entry) string {
	said := w.Say("story." + e.Kind)
	code := ""
	switch e.Kind {
	case access.Asked, access.Spoken:
		code = w.Name(model.Channels(), e.Code)
	case access.Promised, access.Kept:
		code = w.Say("story.of." + e.Code)
	case access.Moved:
		code = w.Say("referral." + e.Code)
	case access.Closed:
		code = w.Entry("outcome", model.Outcomes(), e.Code)
	case access.Begun:
		code = w.Entry("path-kind", site.PathKindCodes(), e.Code)
	case access.Ended:
		code = w.Name(paths.Outcomes(), e.Code)
	case access.Visited:
		code = w.Say("story.visit." + e.Code)
	case access.Spent:
		code = w.Count("evidence.minutes", e.Minutes)
	}
	if code == "" {
		return said
	}
	return said + " (" + code + ")"
}
