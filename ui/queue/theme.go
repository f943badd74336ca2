package queue

import "leerbalie/model"

// themes gives the site's themes. Those that came from the list to start from are still found by the other ways of
// writing that it has.
func (q *Queue) themes() model.Codes {
	list := q.env.Site.ThemeCodes()
	if len(q.env.Site.Themes) == 0 {
		return list
	}
	start, out := model.Themes(), make(model.Codes, len(list))
	for i, c := range list {
		if first, ok := start.Get(c.Code); ok && len(c.Also) == 0 {
			c.Also = append([]string{first.NL, first.EN}, first.Also...)
		}
		out[i] = c
	}
	return out
}

// themeLabel gives the name of a theme, also of one that the site has taken off its list since.
func (q *Queue) themeLabel(code string) string {
	lang := string(q.env.Words.Lang())
	if c, ok := q.env.Site.ThemeCodes().Get(code); ok {
		return c.Label(lang)
	}
	return model.Themes().Label(code, lang)
}
