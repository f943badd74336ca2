package people_test

import (
	"slices"
	"strings"
	"testing"

	"leerbalie/ui/cli/clitest"
)

// TestThemesOfAStudent: what was met and what not yet, in sentences and for scripts, and refused to whom it is not to see.
func TestThemesOfAStudent(t *testing.T) {
	b := clitest.School(t)
	b.Must("project", "add", "Samen eten", "--theme", "eenzaamheid", "--target", "ouderen", "--as", "Samira")
	b.Must("project", "join", "Samen eten", "Noor", "--as", "Samira")
	b.Must("project", "edit", "Samen eten", "--state", "running", "--as", "Samira")
	got := clitest.JSON[struct {
		Student struct{ Name string }
		Themes  []struct {
			Code     *string
			Name     string
			Met      bool
			Projects int
		}
		Targets []struct {
			Target string
			Met    bool
		}
		Missing []string `json:"missing_themes"`
	}](b, "student", "themes", "Noor", "--as", "Noor")
	if len(got.Targets) != 1 || got.Targets[0].Target != "ouderen" || !got.Targets[0].Met || slices.Contains(got.Missing, "loneliness") || !slices.Contains(got.Missing, "caregiving") {
		t.Fatalf("%+v", got)
	}
	for lang, want := range map[string]string{"nl": "Doelgroepen: alle 1 gehad.", "en": "Target groups: all 1 met."} {
		if said := b.Must("student", "themes", "Noor", "--as", "Samira", "--lang="+lang); !strings.Contains(said, want) {
			t.Errorf("%s", said)
		}
	}
	if status, _, said := b.Run("student", "themes", "Noor", "--as", "Ali", "--lang=nl"); status != 1 || !strings.Contains(said, "Noor") {
		t.Errorf("a fellow student: %d %s", status, said)
	}
}
