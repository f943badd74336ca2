// Package meeting is the commands of meetings: planning half a year in one go, the roster, answers, who came, free days, and the roster as a calendar.
package meeting
