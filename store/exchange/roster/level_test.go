package roster

import "testing"

func TestTheLevelInTheNameOfAProgramme(t *testing.T) {
	for programme, want := range map[string]string{
		"hbo Social Work": "hbo", "B Social Work": "hbo", "Ad Sociaal werk in de zorg": "ad", "mbo-4 Sociaal werk": "mbo-4", "MBO niveau 3 Zorg": "mbo-3",
		"Sociaal werk mbo-4": "mbo-4", "MBO Sociaal Werk 4": "mbo-4", "Sociaal Werk (MBO4)": "mbo-4", "Sociaal werk niveau 4": "mbo-4", "Sociaal werk, niv. 3 BOL": "mbo-3",
		"mbo Dienstverlening II": "mbo-2", "Social Work (hbo)": "hbo", "Sociaal werk mbo niveau 4": "mbo-4", "mbo4 Sociaal werk": "mbo-4",
		"Sociaal werk": "", "Sociaal werk 4": "", "MBO Sociaal werk": "", "MBO Sociaal werk leerjaar 2": "", "Sociaal werk mbo-5": "", "Doorstroom hbo": "", "MBO": "", "": "",
	} {
		if got := LevelOf(programme); got != want {
			t.Errorf("%q says %q, want %q", programme, got, want)
		}
	}
}

func TestReadLevel(t *testing.T) {
	for text, want := range map[string]string{"1": "mbo-1", "4": "mbo-4", "5": "ad", "niveau 5": "ad", "mbo-5": "ad", "Ad": "ad", "hbo-2": "hbo", "mbo-3": "mbo-3"} {
		if got, err := ReadLevel(text); err != nil || got.Code != want {
			t.Errorf("%q is %q, %v; want %q", text, got.Code, err, want)
		}
	}
	if _, err := ReadLevel("6"); err == nil {
		t.Error("6 is a level")
	}
}
