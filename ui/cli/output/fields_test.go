package output

import (
	"testing"

	"leerbalie/model/transfer"
)

func TestFieldMap(t *testing.T) {
	got, err := FieldMap([]string{"summary=Vraag, kort,source_id=Nr", "bsn=BSN"}, transfer.RequestFields())
	if err != nil || len(got) != 3 || got["summary"] != "Vraag, kort" || got["source_id"] != "Nr" {
		t.Errorf("%q %v", got, err)
	}
}
