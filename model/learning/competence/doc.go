// Package competence is the lists of what can be assessed: trees of competences and their indicators, with scales and with
// versions that never change. Learning judges by them, and knows what hangs on them; this room knows no student.
package competence
