package text

import (
	"fmt"
	"strconv"
	"strings"

	"leerbalie/ui/text/language"
)

// Lang is the tag of a language that the app can speak: nl.
type Lang string

// Words is the catalogue in one language. It is a value: make it once a session with Catalogue.For and hand it on.
type Words struct {
	language language.Language
	all      Catalogue
	aloud    bool // see Aloud
}

// Aloud gives the words for who hears them: what stands in a drawing in short is said in full, where the catalogue has aloud.ID for an id.
func (w Words) Aloud() Words {
	w.aloud = true
	return w
}

// In gives the words of another language, for who hears them where these are.
func (w Words) In(lang Lang) Words {
	other := w.all.For(lang)
	other.aloud = w.aloud
	return other
}

// find gives the sentence of an id.
func (w Words) find(id string) (string, bool) {
	if w.aloud {
		if sentence, ok := w.language.Said.Find("aloud." + id); ok {
			return sentence, true
		}
	}
	return w.language.Said.Find(id)
}

// Lang says which language this is.
func (w Words) Lang() Lang { return Lang(w.language.Tag) }

// Catalogue is the languages that can be chosen beside this one.
func (w Words) Catalogue() Catalogue { return w.all }

// Has reports whether the catalogue knows the id.
func (w Words) Has(id string) bool {
	_, ok := w.find(id)
	return ok
}

// Say gives the sentence with its places filled in: Say("desk.claimed", "number", "ZW-0412"). Arguments come in pairs of
// name and value. An id that is not in the catalogue shows as itself, so that a mistake is seen and nothing breaks.
func (w Words) Say(id string, args ...any) string {
	sentence, ok := w.find(id)
	if !ok {
		return id
	}
	return fill(sentence, args)
}

// Or is Say for an id that may be a site's own word: where the catalogue lacks it, other is shown as it is.
func (w Words) Or(id, other string) string {
	if sentence, ok := w.find(id); ok {
		return sentence
	}
	return other
}

// Count is Say for a number of things: it takes the sentence id+".one" when n is 1 and id+".many" otherwise, with {n}.
func (w Words) Count(id string, n int, args ...any) string {
	if n == 1 {
		id += ".one"
	} else {
		id += ".many"
	}
	return w.Say(id, append([]any{"n", n}, args...)...)
}

// Number writes a number as the language does, with so many decimals; -1: as many as it has.
func (w Words) Number(v float64, decimals int) string {
	return strings.Replace(strconv.FormatFloat(v, 'f', decimals, 64), ".", w.language.Decimal, 1)
}

// Yes and No are the letters that answer a question.
func (w Words) Yes() string { return w.language.Yes }

// No is beside Yes.
func (w Words) No() string { return w.language.No }

// fill puts values in the named places of a sentence. A place without a value stays visible.
func fill(sentence string, args []any) string {
	if len(args) < 2 || !strings.Contains(sentence, "{") {
		return sentence
	}
	var out strings.Builder
	for {
		from := strings.IndexByte(sentence, '{')
		to := strings.IndexByte(sentence[max(from, 0):], '}')
		if from < 0 || to < 0 {
			out.WriteString(sentence)
			return out.String()
		}
		to += from
		value, known := valueOf(sentence[from+1:to], args)
		if !known { // what follows it may be a place all the same
			value, to = "{", from
		}
		out.WriteString(sentence[:from])
		out.WriteString(value)
		sentence = sentence[to+1:]
	}
}

// valueOf is what stands in a place of a sentence.
func valueOf(place string, args []any) (string, bool) {
	for i := 0; i+1 < len(args); i += 2 {
		if name, ok := args[i].(string); ok && name == place {
			if text, ok := args[i+1].(string); ok {
				return text, true
			}
			return fmt.Sprint(args[i+1]), true
		}
	}
	return "", false
}

// Prepare makes all sentences now, as whoever shows screens needs them.
func (w Words) Prepare() { w.language.Said.All() }
