package queue

import "leerbalie/model"

// themes gives the site's themes.
func (q *Queue) themes() model.Codes { return q.env.Site.ThemeCodes() }

// themeLabel gives the name of a theme.
func (q *Queue) themeLabel(code string) string {
	return q.env.Words.Label(q.env.Site.Theme(code))
}
