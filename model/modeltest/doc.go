// Package modeltest makes random histories: what desks do all day, drawn by whoever tests, on any store.
package modeltest
