// Package keys is every key of the app as data: what it is called, where it works and what it says.
//
// The key line, the help, the palette and the guides are made from these lists; a screen asks Set.Is whether a key press
// is the key it means, and never compares letters itself.
package keys
