package serve

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"testing"
	"testing/synctest"
	"time"

	"pgregory.net/rapid"
)

// from is a connection that comes from somewhere.
type from struct {
	net.Conn
	at net.Addr
}

func (f from) RemoteAddr() net.Addr { return f.at }
func (from) Close() error           { return nil }

func address(text string) net.Addr {
	a, err := net.ResolveTCPAddr("tcp", text)
	if err != nil {
		panic(err)
	}
	return a
}

// TestStrangersTakeNobodysPlace: few of one address, half of all together, and who has a key still comes in.
func TestStrangersTakeNobodysPlace(t *testing.T) {
	c := NewCrowd(nil)
	var in []*guest
	for i := range 3 * mostOfAddress {
		if g := c.enter(from{at: address("192.0.2.7:" + fmt.Sprint(1000+i))}); g != nil {
			in = append(in, g)
		}
	}
	if len(in) != mostOfAddress {
		t.Errorf("%d of one address", len(in))
	}
	if g := c.enter(from{at: address("[2001:db8:1:1::1]:22")}); g == nil {
		t.Error("somebody else is kept out")
	}
	house := 1 // of them is in
	for i := range 3 * mostOfAddress {
		if c.enter(from{at: address(fmt.Sprintf("[2001:db8:1:1::%x]:22", 16+i))}) != nil {
			house++
		}
	}
	if house != mostOfAddress {
		t.Errorf("%d of the network of one house", house)
	}
	in[0].admitted()
	in[0].admitted()
	if c.enter(from{at: address("192.0.2.7:22")}) == nil {
		t.Error("who was let in counts as a stranger still")
	}
	all := 0
	for i := range 4 * mostConnections {
		if c.enter(from{at: address(fmt.Sprintf("10.0.%d.%d:22", i/250, i%250))}) != nil {
			all++
		}
	}
	if c.strangers != mostStrangers || all == 0 {
		t.Errorf("%d strangers", c.strangers)
	}
}

// TestTheCountsAreThoseOfWhoIsThere, whoever comes, is let in and goes, in whatever order and twice.
func TestTheCountsAreThoseOfWhoIsThere(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := NewCrowd(nil)
		known := map[*guest]bool{}
		var all []*guest
		for range rapid.IntRange(0, 400).Draw(t, "steps") {
			switch i := rapid.IntRange(0, 5).Draw(t, "step"); {
			case i > 2:
				if g := c.enter(from{at: address(fmt.Sprintf("10.0.0.%d:22", rapid.IntRange(1, 40).Draw(t, "address")))}); g != nil {
					all, known[g] = append(all, g), false
				}
			case len(all) == 0:
			case i > 0:
				g := rapid.SampledFrom(all).Draw(t, "who")
				g.admitted()
				if _, there := known[g]; there {
					known[g] = true
				}
			default:
				g := rapid.SampledFrom(all).Draw(t, "who")
				_ = g.Close()
				delete(known, g)
			}
		}
		strangers := 0
		for _, k := range known {
			if !k {
				strangers++
			}
		}
		sum := 0
		for _, n := range c.of {
			sum += n
		}
		if c.all != len(known) || c.strangers != strangers || sum != strangers || c.all > mostConnections {
			t.Fatalf("%d and %d strangers (%d), there are %d and %d", c.all, c.strangers, sum, len(known), strangers)
		}
	})
}

// TestAFullHouse: who finds no room is sent away at once, and the next who goes makes room.
func TestAFullHouse(t *testing.T) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	in := make(chan net.Conn, mostOfAddress+1)
	crowd := NewCrowd(nil).Listen(l)
	go func() {
		for {
			conn, err := crowd.Accept()
			if err != nil {
				return
			}
			in <- conn
		}
	}()
	call := func() net.Conn {
		conn, err := net.Dial("tcp", l.Addr().String())
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { _ = conn.Close() })
		return conn
	}
	var first net.Conn
	for i := range mostOfAddress {
		call()
		if conn := <-in; i == 0 {
			first = conn
		}
	}
	if _, err := call().Read(make([]byte, 1)); err == nil {
		t.Error("one too many is let in")
	}
	_ = first.Close()
	call()
	<-in
}

// TestWhoPressesNoKey is let go; what is shown meanwhile does not count.
func TestWhoPressesNoKey(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		keys, typing := io.Pipe()
		ctx, counted, stop := Attended(t.Context(), keys, time.Hour)
		defer stop()
		go func() { _, _ = io.Copy(io.Discard, counted) }()
		for range 5 {
			time.Sleep(50 * time.Minute)
			_, _ = typing.Write([]byte("j"))
		}
		synctest.Wait()
		if ctx.Err() != nil {
			t.Fatal("who types is sent away")
		}
		time.Sleep(time.Hour + time.Second)
		synctest.Wait()
		if !errors.Is(context.Cause(ctx), ErrIdle) {
			t.Error(context.Cause(ctx))
		}
		_ = typing.Close()
	})
}
