// Package attachment is the files that are put with a piece of evidence: where one is, with its name, size, date and hash, or its bytes as
// well, up to a megabyte. The piece names the file, in learning; here are the bytes, an entity for each student and each content, which lies in
// the group of the dossier and goes with an erasure of the student. It opens no file: those who call hand the bytes in.
package attachment
