// Package model is the domain of Leerbalie: its values, its rules, and the contracts that storage and screens meet in.
//
// It imports the standard library and pure text packages only. It opens no file, reads no clock and draws no random
// number: time, ids and randomness come in from outside, so that the same input gives the same answer everywhere.
package model
