package exchange

import (
	"fmt"
	"strings"
	"testing"

	"leerbalie/model/transfer"
)

func survey(t *testing.T, file string, o transfer.ImportOptions) transfer.Survey {
	t.Helper()
	found, err := Survey(t.Context(), deskSession(t), strings.NewReader(file), o)
	if err != nil {
		t.Fatal(err)
	}
	return found
}

// shown is a survey as a list, for comparing.
func shown(s transfer.Survey) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s %d", s.Format, s.Rows)
	for _, c := range s.Columns {
		fmt.Fprintf(&b, "; %s=%s", c.Name, c.Field)
		if c.By != transfer.ByHeading && c.Field != "" {
			fmt.Fprintf(&b, " by %s", c.By)
		}
		if c.BSN {
			b.WriteString(" BSN")
		}
		fmt.Fprintf(&b, " %q", c.Samples)
	}
	return b.String()
}

func TestASurveyShowsTheColumns(t *testing.T) {
	file := "zaaknummer,vraag,kleur,bsn,klant\n1,huur,rood,111222333,111222333\n2,huur,rood,123456782,123456782\n3,toeslag,blauw,111222333,111222333\n4,mijn nummer 111222333,rood,123456782,123456782\n"
	for _, c := range []struct {
		file string
		o    transfer.ImportOptions
		want string
	}{
		{file, transfer.ImportOptions{}, `csv 4; zaaknummer=source_id ["1" "2" "3"]; vraag=summary ["huur" "toeslag"]; kleur= ["rood" "blauw"]; bsn= BSN []; klant= BSN []`},
		{file, transfer.ImportOptions{Map: map[string]string{"details": "kleur"}}, `csv 4; zaaknummer= ["1" "2" "3"]; vraag= ["huur" "toeslag"]; kleur=details by mapping ["rood" "blauw"]; bsn= BSN []; klant= BSN []`},
		{"naam;klas\nAnna;2b\nBram;2b\n", transfer.ImportOptions{What: transfer.Students}, `csv 2; naam=name ["Anna" "Bram"]; klas=group ["2b"]`},
		{"klas\n2b\n2c\n", transfer.ImportOptions{What: transfer.Students}, `csv 2; klas=group ["2b" "2c"]`},
		{`[{"service_request_id": "1", "requested_datetime": "2024-05-01T10:00:00Z", "description": "x"}]`, transfer.ImportOptions{}, `open311 1`},
	} {
		if got := shown(survey(t, c.file, c.o)); got != c.want {
			t.Errorf("%q\ngave %s\nwant %s", c.file, got, c.want)
		}
	}
}
