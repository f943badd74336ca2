// Package bundle carries a parcel in a file: on a stick, in a folder, by mail. Such a file is sealed for one machine (age, X25519),
// compressed and cut into frames, with a header in clear that says which machine that is and names nobody. The first bundle of a
// machine also holds the secret of its invitation, wrapped by a code of five words.
//
// Desk makes bundles and brings them in for people, commands and screens alike; Opening makes the first store of a machine from one.
package bundle
