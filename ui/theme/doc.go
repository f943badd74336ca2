// Package theme holds the colours and signs of the app as values.
//
// A Theme is made once a session, from one Lip Gloss renderer, and knows what the terminal can show: true colour, 256 or
// 16 colours, or none. The palette is the one by Okabe and Ito, made for people who see colours differently, with a lighter
// and a darker form of each. A colour never stands alone: each state has a sign or a word beside it.
package theme
