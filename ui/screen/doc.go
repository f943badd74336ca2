// Package screen is the contract between the root and its screens: what a screen is, what it is given, and the few
// messages that go between them.
//
// Update decides, commands do, View only looks: neither Update nor View reads from or writes to storage. Every answer of
// a command carries a Ticket, so that an answer that comes too late is dropped.
package screen
