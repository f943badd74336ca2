// Package desk holds the commands on residents and what they ask: request and resident, and what was promised as a calendar.
package desk
