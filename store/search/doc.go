// Package search is the index behind type-ahead: which texts hold a word that begins with these letters, newest first.
// It knows bbolt and bytes only. Texts are told apart by 16-byte ids that sort by time of making (UUIDv7); their words
// come in folded, and what may be seen is chosen by key prefix (a class and a scope), so nothing else is ever read.
//
// # Layout
//
// The texts of a prefix stand in blocks of up to 1,024, cut by id. A block is one value that answers every question
// about its texts alone:
//
//	key    prefix ‖ the block's lowest id (16)
//	value  version (1) ‖ 0 (1) ‖ number of ids (2) ‖ number of groups (4)
//	       ids (16 each, ascending)
//	       groups (4 each: where in the words each 16th word begins)
//	       words, ascending, each: letters shared with the word before it in the group (1) ‖ letters of its own (1) ‖
//	         the letters ‖ uvarint(bytes of the list × 2 + form) ‖ the list of places among the ids
//	       a list is deltas as uvarints (form 0), or a bitmap where that is shorter (form 1)
//
// A query takes the newest block, makes a bitmap of each word (all words that begin with it), and intersects; a word
// that is nowhere in a block costs one binary search. So a short prefix costs no more than the blocks it needs, a rare
// word costs a look into each block, and the order is that of the ids without sorting. A text is replaced whole: what
// was edited out of it is no longer found. All prefixes of a bucket must have the same length.
//
// # What is not indexed yet
//
// Writing the index in the transaction of a user's action would make the action wait. Callers index in the background,
// keep a list of ids that were made or edited since, and hand it to Search, which reads those texts themselves.
package search
