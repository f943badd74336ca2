// Package plain is pure text: folding for comparison, names that are alike, distance between words, telephone numbers and
// postcodes in one form, citizen service numbers and other traces of a person in what somebody wrote.
package plain
