// Package sshpipe lets this store exchange with one on a computer that serves over SSH: it calls there, asks for the subsystem
// "leerbalie-sync", and runs an exchange over that (package pipe). Whoever is called answers with Answer. Keys say who is who, in both
// directions: the key of the copy itself, which the other side knows from the organisation's trust, or one of a person in a file; and the
// key of the host, which a person looked at once and which may not change. No agent is asked, and no host in between.
package sshpipe
