package serve

import (
	"encoding/binary"
	"io"
	"sync"

	gossh "golang.org/x/crypto/ssh"

	"leerbalie/ui/screen"
)

// line is one channel of a caller: a terminal, or the two streams of a command.
type line struct {
	gossh.Channel
	keys    io.Reader // what is read of it; nil: the channel
	term    string    // of the terminal; "" where there is none
	size    screen.Size
	env     map[string]string
	kind    string // shell, exec or subsystem
	payload string // of exec and subsystem

	sizes  *mailbox[screen.Size]
	broken chan struct{} // closed when the caller interrupts
	once   sync.Once
}

// Read reads what the caller types.
func (l *line) Read(p []byte) (int, error) {
	if l.keys != nil {
		return l.keys.Read(p)
	}
	return l.Channel.Read(p)
}

// usual is the size of a terminal that has none: scripts really send 0×0.
var usual = screen.Size{Width: 80, Height: 24}

// most is how many variables, and how many bytes of each, a caller may hand over.
const (
	mostVariables = 64
	mostBytes     = 64 << 10
)

// receive takes the requests of a channel, and hands the line to do once it is known what it is for. It returns when the channel ends.
func receive(ch gossh.Channel, requests <-chan *gossh.Request, do func(*line)) {
	l := &line{Channel: ch, size: usual, env: map[string]string{}, sizes: newMailbox[screen.Size](), broken: make(chan struct{})}
	for r := range requests {
		ok := true
		switch r.Type {
		case "pty-req":
			ok = l.terminal(r.Payload)
		case "window-change":
			if size, is := sizeIn(r.Payload); is && l.term != "" {
				l.sizes.put(size)
			}
		case "env":
			var kv struct{ Key, Value string }
			ok = gossh.Unmarshal(r.Payload, &kv) == nil && l.kind == "" && len(l.env) < mostVariables && len(kv.Value) <= mostBytes
			if ok {
				l.env[kv.Key] = kv.Value
			}
		case "signal":
			var signal struct{ Name string }
			if gossh.Unmarshal(r.Payload, &signal) == nil && (signal.Name == "INT" || signal.Name == "TERM" || signal.Name == "HUP") {
				l.once.Do(func() { close(l.broken) })
			}
		case "shell", "exec", "subsystem":
			var what struct{ Value string }
			ok = l.kind == "" && (r.Type == "shell" || gossh.Unmarshal(r.Payload, &what) == nil) &&
				(r.Type != "subsystem" || what.Value == Exchanging) // no SFTP
			if ok {
				l.kind, l.payload = r.Type, what.Value
				_ = r.Reply(true, nil)
				beside(func() { do(l) })
				continue
			}
		default: // no agent, no forwarding, no X11
			ok = false
		}
		if r.WantReply {
			_ = r.Reply(ok, nil)
		}
	}
}

// terminal takes a request for a terminal: its name, columns, rows.
func (l *line) terminal(payload []byte) bool {
	var want struct {
		Term                      string
		Columns, Rows, Wide, High uint32
		Modes                     string
	}
	if l.kind != "" || gossh.Unmarshal(payload, &want) != nil {
		return false
	}
	if l.term = want.Term; l.term == "" {
		l.term = "dumb"
	}
	l.size = sane(want.Columns, want.Rows)
	return true
}

// sizeIn reads columns and rows.
func sizeIn(payload []byte) (screen.Size, bool) {
	if len(payload) < 8 {
		return screen.Size{}, false
	}
	return sane(binary.BigEndian.Uint32(payload), binary.BigEndian.Uint32(payload[4:])), true
}

// widest is more than any screen has: what is larger is a mistake, and would cost memory.
const widest = 2000

// sane is a size that can be drawn.
func sane(columns, rows uint32) screen.Size {
	if columns == 0 || rows == 0 {
		return usual
	}
	return screen.Size{Width: int(min(columns, widest)), Height: int(min(rows, widest))}
}

// exit ends the line with a status.
func (l *line) exit(status int) {
	_, _ = l.SendRequest("exit-status", false, gossh.Marshal(&struct{ Status uint32 }{uint32(status)}))
	_ = l.Close()
}
