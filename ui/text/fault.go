package text

import (
	"errors"
	"fmt"
	"regexp"
	"strings"
	"sync"

	"leerbalie/model/fault"
	"leerbalie/model/plain"
	prices "leerbalie/model/value"
)

// Error gives the sentence of an error, "" for none. An error of the model has its own sentence; one that the catalogue
// lacks is told by its kind and code, any other by what it says itself.
func (w Words) Error(err error) string {
	if err == nil {
		return ""
	}
	var e *fault.Error
	if !errors.As(err, &e) {
		return w.Say("error.unknown", "detail", err.Error())
	}
	if !w.Has("error." + e.Msg) {
		return w.Say("error.kind."+kindName(e.Kind), "code", e.Msg)
	}
	return w.Sentence(e.Msg, e.Args)
}

// Sentence gives the sentence of a code that the model or the store raised, with its gaps filled. Values that are codes
// themselves (a field, a class, the state of a referral) come in words.
func (w Words) Sentence(code string, args []fault.Arg) string {
	pairs := make([]any, 0, 2*len(args))
	for _, a := range args {
		value := a.Value
		if c, ok := a.Value.(prices.Cents); ok { // an amount
			value = w.Euros(int64(c))
		}
		if s, ok := value.(string); ok {
			safe := withoutNumbers(s)
			switch a.Name {
			case "field":
				value = w.Or("field."+s, s)
			case "changed": // several fields
				names := strings.Split(s, ", ")
				for i, name := range names {
					names[i] = w.Or("field."+name, name)
				}
				value = strings.Join(names, ", ")
			case "because": // a code that another computer gave
				if value = w.Or("waiting."+s, w.Or("error."+s, s)); strings.Contains(value.(string), "{") {
					value = safe
				}
			case "host", "address":
				if !ofComputer().MatchString(s) {
					value = safe
				}
			case "class":
				value = w.Or("class."+s, s)
			case "from", "to":
				value = w.Or("referral."+s, s)
			default:
				value = safe
			}
		}
		pairs = append(pairs, a.Name, fmt.Sprint(value))
	}
	return w.Say("error."+code, pairs...)
}

// ofComputer is the number of a computer in a network, as people write it in an address: four parts, where a citizen service number has
// none or three.
var ofComputer = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^(ssh://)?([a-z][a-z0-9_-]*@)?\d{1,3}(\.\d{1,3}){3}(:\d{1,5})?$`)
})

// withoutNumbers is a value that came from data or from somebody's hand without the digits of citizen service numbers: no error and
// no remark shows them.
func withoutNumbers(s string) string { return plain.Masked(s, plain.InWords) }

func kindName(k fault.Kind) string {
	switch k {
	case fault.Invalid:
		return "invalid"
	case fault.NotFound:
		return "not-found"
	case fault.Refused:
		return "refused"
	case fault.Conflict:
		return "conflict"
	case fault.Busy:
		return "busy"
	case fault.Newer:
		return "newer"
	case fault.Damaged:
		return "damaged"
	case fault.ReadOnly:
		return "read-only"
	case fault.Full:
		return "full"
	}
	return "internal"
}
