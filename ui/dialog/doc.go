// Package dialog is what lies over a screen and has the keys (a form, a question, a list to choose from, a line to type)
// and what belongs to it on every screen: carrying out what was asked for, saying so, taking it back, and keeping what is
// half typed as a draft.
//
// A screen embeds a Host, hands its messages to Host.Update first, and opens dialogs with Host.Show. Keys that come while
// something is under way wait; Host.Arrived lets them go once the screen shows what came of it.
//
// Three forms and lists have no host, as nothing of them is done in a store that could be taken back, or kept half typed:
// the first start (welcome), for which there is no store yet; who sits here (seat), where what is typed is a secret; and the
// frame's help and palette, which choose among actions.
package dialog
