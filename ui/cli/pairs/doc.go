// Package pairs holds the commands on students who work together: pair, and the check-ins as a calendar.
package pairs
