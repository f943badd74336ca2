package overview_test

import (
	"testing"

	"leerbalie/ui/say"
	"leerbalie/ui/text"
)

// TestWhatTheFiguresSay holds the words of a busy day: what is counted with its number, and of each part also the hours.
func TestWhatTheFiguresSay(t *testing.T) {
	for lang, want := range map[text.Lang][]string{
		"nl": {"Wachten: 2, langst 26 uur", "Bezig: 1", "Afgesloten: 6", "Tijd: 3:10, uur", "armoede, aantal: 3, uren: 2:45", "Geholpen (6): helft binnen 60 minuten, 9 van de 10 binnen 60 minuten, langst 60 minuten"},
		"en": {"Waiting: 2, longest 26 hours", "Being handled: 1", "Closed: 6", "Time: 3:10, hours", "poverty, number: 3, hours: 2:45", "Helped (6): half within 60 minutes, 9 of 10 within 60 minutes, longest 60 minutes"},
	} {
		d := open(t, lang, wide(), busy, nil)
		for _, line := range want {
			d.HearsOne(say.Text, line)
		}
	}
}
