// Package erasure is how a student's records are erased: with two people's consent, a part at a time, each part as long after the
// study as the law asks. It knows learning and pairs, in which the parts lie, and the desk for where else somebody is named.
package erasure
