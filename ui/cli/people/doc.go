// Package people holds the commands on who works and learns here: person, student and group.
package people
