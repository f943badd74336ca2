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
