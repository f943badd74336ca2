package sshpipe

import (
	"context"
	"encoding/hex"
	"encoding/json"
	"slices"
	"time"

	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/model/plain"
	"leerbalie/model/transfer"
	"leerbalie/store"
)

// setting is what this machine keeps of the computers that it calls: of no other machine's concern, and in no exchange.
const setting = "sync"

// mostPeers is how many computers are kept at most.
const mostPeers = 32

// kept is a Peer as the setting holds it. What a later version adds is not lost: unknown names are passed over, and none changes its meaning.
type kept struct {
	Name    string `json:"name"`
	Address string `json:"address"`
	HostKey string `json:"host_key"`
	Key     string `json:"key,omitempty"`
	Replica string `json:"replica,omitempty"` // in hexadecimal
	Tried   int64  `json:"tried,omitempty"`   // milliseconds since 1970
	Failed  string `json:"failed,omitempty"`
}

func readPeers(text string) (out []transfer.Peer, err error) {
	if text == "" {
		return nil, nil
	}
	var all []kept
	if err := json.Unmarshal([]byte(text), &all); err != nil {
		return nil, fault.New(fault.Damaged, "store-value").Because(err)
	}
	for _, k := range all {
		p := transfer.Peer{Name: k.Name, Address: k.Address, HostKey: k.HostKey, Key: k.Key, Failed: k.Failed}
		if name, err := hex.DecodeString(k.Replica); err == nil && len(name) == len(p.Replica) {
			copy(p.Replica[:], name)
		}
		if k.Tried > 0 {
			p.Tried = time.UnixMilli(k.Tried)
		}
		out = append(out, p)
	}
	return out, nil
}

func writePeers(all []transfer.Peer) string {
	out := make([]kept, len(all))
	for i, p := range all {
		out[i] = kept{Name: p.Name, Address: p.Address, HostKey: p.HostKey, Key: p.Key, Failed: p.Failed}
		if p.Replica != (journal.Replica{}) {
			out[i].Replica = p.Replica.String()
		}
		if !p.Tried.IsZero() {
			out[i].Tried = p.Tried.UnixMilli()
		}
	}
	text, err := json.Marshal(out)
	if err != nil { // texts and numbers alone
		return ""
	}
	return string(text)
}

func peersOf(ctx context.Context, s *store.Store) ([]transfer.Peer, error) {
	text, err := s.Setting(ctx, setting)
	if err != nil {
		return nil, err
	}
	return readPeers(text)
}

// alter changes what is kept, in one step.
func alter(ctx context.Context, s *store.Store, change func([]transfer.Peer) ([]transfer.Peer, error)) (err error) {
	failed := s.AlterSetting(ctx, setting, func(was string) string {
		var all []transfer.Peer
		if all, err = readPeers(was); err != nil {
			return was
		}
		if all, err = change(all); err != nil {
			return was
		}
		return writePeers(all)
	})
	if failed != nil {
		return failed
	}
	return err
}

// at is where a computer stands among others, by its name; -1 for none.
func at(all []transfer.Peer, name string) int {
	want := plain.FoldText(name)
	return slices.IndexFunc(all, func(p transfer.Peer) bool { return plain.FoldText(p.Name) == want })
}
