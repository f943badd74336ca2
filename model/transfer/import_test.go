package transfer

import (
	"testing"

	"leerbalie/model/fault"
)

func TestIsBSN(t *testing.T) {
	for _, name := range []string{"bsn", "BSN", "bsn_nummer", "Burger Service Nummer", "burgerservicenummer", "BSNnr", "sofi-nummer", "client BSN", "B.S.N.", "bsn-nr", "clientBSN",
		"SoFi", "sofinr", "citizen service number", "Persoonsnummer", "social security number", "SSN", "Fiscaal nummer"} {
		if !IsBSN(name) {
			t.Errorf("%q is not seen", name)
		}
	}
	for _, name := range []string{"", "nummer", "zaaknummer", "absname", "sofia", "service", "burger"} {
		if IsBSN(name) {
			t.Errorf("%q is taken for one", name)
		}
	}
}

func TestImportOptionsCheck(t *testing.T) {
	for _, o := range []ImportOptions{{}, {Format: Auto}, {Format: CSV, Map: map[string]string{"summary": "x", "bsn": "y"}}} {
		if err := o.Check(); err != nil {
			t.Errorf("%+v: %v", o, err)
		}
	}
	for _, o := range []ImportOptions{{Format: JSON}, {Format: "pdf"}, {Map: map[string]string{"colour": "x"}}} {
		if err := o.Check(); fault.KindOf(err) != fault.Invalid {
			t.Errorf("%+v: %v", o, err)
		}
	}
}
