// Package model is the contracts of the house and the person who acts: what is asked of a store, a session (the store as one
// person may see it), clearance, actions and taking them back; and the people and sites that every room needs.
//
// The rooms below it run one way: journal, plain and fault know nothing of the rest; desk, pairs and learning build on model;
// loop and overview build on those. The store and the screens see all of it; it sees neither. It opens no file and no
// network, and reads no clock: what it needs of the world is handed in.
//
// Names tell what is asked first, in every room. ReadX and FindX read through a session, as far as its person may see; an
// action (a type with Do) writes through one. XFor reads within an action what the action is about, and refuses what it
// cannot be. XIn reads within a transaction and asks for no clearance: whoever calls it has. XOf makes a value of a record.
package model
