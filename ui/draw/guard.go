package draw

import (
	"fmt"
	"runtime/debug"
)

// Broke is the error of Program.Run where the model, drawing, or what watches the terminal broke by a fault of its own. Bubble Tea would write
// what broke to the output of the process, which may be somebody else's screen.
type Broke struct {
	Value any
	Stack []byte
}

// Error gives what broke, on one line.
func (b *Broke) Error() string {
	return fmt.Sprintf("drawing stopped by a fault of its own: %v", b.Value)
}

// beside runs something beside what calls it: nothing else here begins a goroutine. A panic in it is told to broke.
func beside(do func(), broke func(*Broke)) {
	go func() {
		defer caught(broke)
		do()
	}()
}

// caught tells broke of a panic. It is deferred.
func caught(broke func(*Broke)) {
	if v := recover(); v != nil {
		broke(&Broke{Value: v, Stack: debug.Stack()})
	}
}
