package text

import (
	"testing"

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/model/loop/offers"
	"leerbalie/model/outcome"
	"leerbalie/model/pairs"
	"leerbalie/model/paths"
	"leerbalie/model/together"
)

// lists are the lists of codes that come with the program.
func lists() []model.Codes {
	return []model.Codes{
		model.Urgencies(), together.WorkKinds(), model.Supervisions(), desk.StatusCodes(), model.Outcomes(), model.FoundPlaces(), model.Channels(), model.Askers(), model.AgeBands(),
		model.LifeDomains(), model.Themes(), model.PathKinds(), paths.Outcomes(), pairs.FitAnswers(), model.StudyOutcomes(), outcome.Kinds(), pairs.EndReasons(),
		pairs.EvaluationResults(), pairs.Moods(),
	}
}

// TestEveryCodeHasAWord holds each language to a word for each entry of each list, and the model to recognise it in a file.
func TestEveryCodeHasAWord(t *testing.T) {
	for _, l := range All() {
		w := All().For(Lang(l.Tag))
		for _, list := range lists() {
			for _, c := range list {
				word := w.Label(c)
				if word == c.Code && !w.Has("code."+c.List+"."+c.Code) {
					t.Errorf("%s: %s of %s has no word", l.Tag, c.Code, c.List)
				}
				if found, ok := list.Find(word); !ok || found.Code != c.Code {
					t.Errorf("%s: %q finds %q, not %s", l.Tag, word, found.Code, c.Code)
				}
			}
		}
	}
}

// TestEveryReasonHasASentence: why something is offered to a pair is said in each language.
func TestEveryReasonHasASentence(t *testing.T) {
	for _, l := range All() {
		for _, why := range offers.Reasons() {
			if !All().For(Lang(l.Tag)).Has("offer." + string(why)) {
				t.Errorf("%s: nothing says %s", l.Tag, why)
			}
		}
	}
}
