// Package files holds the commands on the store as a file and on files that go in and out: init, check, backup, restore,
// import and export.
package files
