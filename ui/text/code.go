package text

import (
	"maps"

	"leerbalie/model"
)

// Code gives what an entry of a list of the program is called; the code itself for one that the list lacks: what was
// imported under a name of its own is shown as it was written.
func (w Words) Code(list, code string) string { return w.Or("code."+list+"."+code, code) }

// Label gives what an entry is called: by the site in this language, or by the program where the site gave it no name of
// its own, or else by the site in another language.
func (w Words) Label(c model.Code) string {
	tag := w.language.Tag
	if own := c.Labels[tag]; own != "" {
		return own
	}
	if !c.Renamed() {
		return w.Code(c.List, c.Code)
	}
	for i := len(w.all) - 1; i >= 0; i-- { // the language that everybody may read comes first
		if own := c.Labels[w.all[i].Tag]; own != "" {
			return own
		}
	}
	return c.Labels[c.Labels.Tags()[0]]
}

// Name is Label for an entry by its code; the code itself where the list lacks it.
func (w Words) Name(list model.Codes, code string) string {
	if c, ok := list.Get(code); ok {
		return w.Label(c)
	}
	return code
}

// Names is Name for several entries of a list.
func (w Words) Names(list model.Codes, codes []string) []string {
	out := make([]string, len(codes))
	for i, c := range codes {
		out[i] = w.Name(list, c)
	}
	return out
}

// Entry gives what an entry of a list is called by its code, also of one that the site has taken off the list since; name is
// that of the list.
func (w Words) Entry(name string, list model.Codes, code string) string {
	if c, ok := list.Get(code); ok {
		return w.Label(c)
	}
	return w.Code(name, code)
}

// Labels gives what each entry of a list is called.
func (w Words) Labels(list model.Codes) []string {
	out := make([]string, len(list))
	for i, c := range list {
		out[i] = w.Label(c)
	}
	return out
}

// Known gives a list whose entries can be found by what they are called in this language, too.
func (w Words) Known(list model.Codes) model.Codes {
	out := make(model.Codes, len(list))
	for i, c := range list {
		called := maps.Clone(c.Labels)
		if called == nil {
			called = model.Labels{}
		}
		called[w.language.Tag] = w.Label(c)
		c.Labels = called
		out[i] = c
	}
	return out
}

// Labels gives what an entry is called in each language, to alter: those of the site, and where it gave none those of the
// program.
func (c Catalogue) Labels(code model.Code) model.Labels {
	out := model.Labels{}
	for _, l := range c {
		if own := code.Labels[l.Tag]; own != "" {
			out[l.Tag] = own
		} else if word := l.Codes()["code."+code.List+"."+code.Code]; word != "" && !code.Renamed() {
			out[l.Tag] = word
		}
	}
	return out
}
