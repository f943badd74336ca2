// Package roster reads what a school's file says of somebody who learns: the name, whatever way it is written, the level, the number,
// whether it is a student at all, and what the other files of OneRoster say of a user. It knows no store and no columns.
package roster
