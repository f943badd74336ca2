package transfer

import "time"

// Tally is what the rows that were taken, or would be, come to, beside what the remarks say: for somebody who decides by it.
type Tally struct {
	Closed      int       // of the questions, those that are closed
	Minutes     int       // of all questions together
	Referrals   int       // questions that were referred
	New         int       // of students, those who are new; the others are altered
	First, Last time.Time // the days on which the first and the last of the questions came in; zero for none
}

// Count is the number that remarks give of something, by the code of their sentence; 0 where none speaks of it.
func (r Report) Count(msg string) int {
	for _, m := range r.Remarks {
		for _, arg := range m.Args {
			if n, ok := arg.Value.(int); m.Msg == msg && arg.Name == "n" && ok {
				return n
			}
		}
	}
	return 0
}
