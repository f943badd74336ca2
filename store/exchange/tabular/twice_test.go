package tabular

import "testing"

func TestTextThatWasEncodedTwice(t *testing.T) {
	for written, want := range map[string]string{
		"CafÃ© Ã©Ã©n": "Café één", "CliÃ«nt â€“ â‚¬ 12, zoâ€™n": "Cliënt – € 12, zo’n", "Ã\u00a0 la": "à la", "ReÃ¯nt en één": "Reïnt en één", "20Â°": "20°",
		"CafÃƒÂ©": "Café", "YÄ±lmaz, ÅžimÅŸek": "Yılmaz, Şimşek", "ÐšÐ¸Ñ—Ð²": "Київ",
		"Café één": "Café één", "CAFÉ’s": "CAFÉ’s", "„TÄ“": "„TÄ“", "São Tomé, Ângela": "São Tomé, Ângela", "SÃO": "SÃO", "Åse, Ærø": "Åse, Ærø", "â": "â", "\xe9Ã": "\xe9Ã", "": "",
	} {
		got, twice := once(written)
		if got != want || twice != (written != want) {
			t.Errorf("%q is %q, %v", written, got, twice)
		}
	}
}

func TestLettersThatWordsHereDoNotHave(t *testing.T) {
	for text, want := range map[string]bool{
		"Ayþe Yýlmaz": true, "Ýnci": true, "Erdoðan": true, "Þimþek": true, "Wa³êsa": true, "Ðuro": true,
		"Café één": false, "12 m³": false, "¼ dag": false, "£ 5": false, "Björk Größe": false, "¿Qué?": false, "": false, "Þ": false,
	} {
		if got := Strange(text); got != want {
			t.Errorf("%q: %v", text, got)
		}
	}
}
