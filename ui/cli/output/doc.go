// Package output writes the answers of commands: tables and cards for people, JSON for scripts, documents, files, and what
// came of an import. It holds the shapes that more than one area gives to scripts; their names are a promise.
package output
