package draw

import (
	"fmt"
	"runtime/debug"
)

// Broke is the error of Program.Run where drawing, or what watches the terminal, broke by a fault of its own.
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
		defer func() {
			if v := recover(); v != nil {
				broke(&Broke{Value: v, Stack: debug.Stack()})
			}
		}()
		do()
	}()
}
