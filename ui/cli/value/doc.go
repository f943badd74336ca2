// Package value holds the commands on prices: what an hour, a request or a visit is said to be worth.
package value
