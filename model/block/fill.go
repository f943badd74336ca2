package block

import "strings"

// Filling is what fills the places of a text block, by the words of BlockPlaces; "" is not known.
type Filling map[string]string

// The places that a text block can have.
const (
	PlaceResident = "resident"
	PlaceNumber   = "number"
	PlaceMe       = "me"
	PlaceToday    = "today"
	PlaceSite     = "site"
	PlaceQuestion = "question"
)

// places are the words that stand for a place, in both languages: a block is read by whoever reads the other one.
var places = map[string]string{
	"resident": PlaceResident, "bewoner": PlaceResident, "number": PlaceNumber, "nummer": PlaceNumber, "me": PlaceMe, "ik": PlaceMe,
	"today": PlaceToday, "vandaag": PlaceToday, "site": PlaceSite, "locatie": PlaceSite, "question": PlaceQuestion, "vraag": PlaceQuestion,
}

// FillBlank stands where nothing fills a place, for somebody to fill in.
const FillBlank = "____"

// Fill puts what is known in the places of a text: {bewoner}, {Resident}. What is no place stays as it was written, and what is put
// in is never looked at again, so that a resident called {ik} stays so.
func Fill(text string, with Filling) string {
	var out strings.Builder
	for {
		open := strings.IndexByte(text, '{')
		if open < 0 {
			break
		}
		out.WriteString(text[:open])
		text = text[open:]
		end := strings.IndexByte(text, '}')
		if end < 0 {
			break
		}
		place, ok := places[strings.ToLower(strings.TrimSpace(text[1:end]))]
		switch said := with[place]; {
		case !ok: // only the sign itself is passed over: a place may stand behind it
			out.WriteByte('{')
			text = text[1:]
			continue
		case strings.TrimSpace(said) == "":
			out.WriteString(FillBlank)
		default:
			out.WriteString(said)
		}
		text = text[end+1:]
	}
	out.WriteString(text)
	return out.String()
}
