package text

import "leerbalie/model/free"

// FreeDays is what free days are called: a public day in the words of the language, anything else as it was written.
func (w Words) FreeDays(s free.Stretch) string {
	if s.Public() {
		return w.Say("free." + s.Code)
	}
	return s.Name
}
