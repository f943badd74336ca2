// Package cbor writes and reads the part of CBOR (RFC 8949) that the store keeps its values in: whole numbers, bytes, texts,
// arrays, booleans and null, each in its one canonical form (that of CTAP2: the shortest head, definite lengths).
//
// A list shows forty rows and a check decodes every change there is; a library that goes by reflection takes ten times as
// long over each. Tests hold this package to such a library, value by value and byte by byte.
package cbor
