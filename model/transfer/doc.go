// Package transfer is what is asked of, and told about, bringing files in and out: the words that whoever asks (a command,
// a screen) and whoever does it (the store's exchange) share. It holds values only.
package transfer
