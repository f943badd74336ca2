// Package dialogue is talking about a piece of evidence: a student, the fellow students who did the work, whoever supervises and the
// school say what they have to say, in words and with a date, without a level. Who may read the piece reads it; a fellow student who did
// the work reads the own words, and those that were said for the fellows too. The line itself is read with the piece, in learning.
package dialogue
