package screen

import (
	"math/rand/v2"
	"time"
)

// many is from how many sessions on one store those who look on let those who press keys go before.
const many = 8

// Calm waits for a while of at most so long, another one in each session, where many are at work on one store: what one does makes all of
// them read anew, and not at once they need not. It is for commands that nobody waits for, such as those that follow what others did.
func (e Env) Calm(most time.Duration) {
	if e.Present.Sessions() < many {
		return
	}
	select {
	case <-time.After(rand.N(most)):
	case <-e.Ctx.Done():
	}
}
