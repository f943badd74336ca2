package laptops_test

import (
	"context"
	"strings"
	"testing"
	"time"

	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/model/transfer"
	"leerbalie/ui/screen"
	"leerbalie/ui/text"
	"leerbalie/ui/uitest"
)

// direct gives a laptop the address of its service point.
func direct(b *uitest.Bundles) {
	onLaptop(b)
	b.Came.Answer = "" // nothing lies beside a line
	b.Peers = []transfer.Peer{{Name: "Servicepunt", Address: "ssh://balie.example:2222", Replica: journal.Replica{7}}}
}

func TestViewsOfAnExchange(t *testing.T) {
	for _, lang := range []text.Lang{"nl", "en"} {
		for _, size := range []screen.Size{small, large} {
			p := open(t, lang, size, true, direct).list()
			p.Picture("direct", lang)
			p.bundles.During = func(_ context.Context, progress func(done, total int64)) {
				progress(420, 1000)
				p.Pass(100 * time.Millisecond)
				p.Picture("exchanging", lang)
			}
			p.Press("s")
			p.Picture("exchanged", lang)
		}
	}
}

// TestExchangingFromTheScreen: what came of it shows as of a bundle, and what went wrong in words.
func TestExchangingFromTheScreen(t *testing.T) {
	p := open(t, "nl", large, true, direct).list()
	p.Shows("Zonder stick: Servicepunt, balie.example:2222.", "s: nu")
	p.Press("s")
	p.Shows("Uitgewisseld", "kwam binnen: 12 oordelen", "6 dingen van hier zijn daar aangekomen", "c: kiezen wat geldt")
	p.bundles.Came = transfer.Returned{Unanswered: fault.New(fault.NotFound, transfer.NotAdmitted)}
	p.Press("<esc>", "s")
	p.Shows("Servicepunt heeft wat er is ingeleverd", "een coördinator daar")
	p.Hides("bundle accept")
	p.bundles.Fails = fault.New(fault.Refused, "sync-host-changed", "host", "balie.example", "name", "Servicepunt", "fingerprint", "SHA256:x")
	p.Press("<esc>", "s")
	p.Shows("een andere sleutel dan eerst")
	p.bundles.Fails = nil
	p.bundles.Peers[0].Failed, p.bundles.Peers[0].Tried = "sync-silent", uitest.Start().Add(-26*time.Hour)
	p.bundles.During = func(context.Context, func(done, total int64)) { p.Press("x") }
	p.Press("<esc>", "s")
	p.Shows("Gestopt. Er is niets half gedaan.")
	p.bundles.During = nil
	p.Press("<esc>", "<esc>", "B")
	p.list().Shows("De laatste uitwisseling, 20-11-2026", "lukte")
	if got := strings.Join(p.bundles.Asked, ","); got != strings.TrimSuffix(strings.Repeat("exchange Servicepunt,", 4), ",") {
		t.Error(got)
	}
}

// TestWhoExchangesFromTheCentre: who invites, with the machine that answers there; without an address the key is not offered.
func TestWhoExchangesFromTheCentre(t *testing.T) {
	peers := func(b *uitest.Bundles) {
		b.Peers = []transfer.Peer{{Name: "elders", Address: "ssh://elders.example", Replica: journal.Replica{3}}, {Name: "thuis", Address: "ssh://thuis.example", Replica: journal.Replica{2}}}
	}
	p := open(t, "en", large, false, peers).list()
	p.Shows("Without a stick: thuis, thuis.example. s: exchange")
	p.Press("s")
	if got := strings.Join(p.bundles.Asked, ","); got != "exchange thuis" {
		t.Error(got)
	}
	p = open(t, "en", large, true, peers).list()
	p.Shows("Without a stick: thuis, thuis.example.")
	p.Hides("s: exchange")
	p.Press("s")
	p.Shows("Only a coordinator decides this")
	p = open(t, "en", large, false, nil).list()
	p.Hides("s: exchange", "Without a stick")
	if p.Press("s"); len(p.bundles.Asked) > 0 {
		t.Error(p.bundles.Asked)
	}
}
