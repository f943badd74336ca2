package text

// MapField is what a column of a file becomes, in plain words: a field of what (requests or students) by its name in scripts.
func (w Words) MapField(what, field string) string { return w.Or("map."+what+"."+field, field) }
