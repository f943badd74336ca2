// Package agreement tells how far assessors agree when they judge the same work: percent agreement, Cohen's kappa (plain,
// linear and quadratic), Fleiss' kappa and Krippendorff's alpha (nominal, ordinal, interval and ratio).
//
// Judgements of one student resemble each other: CompareStudents gives intervals by drawing whole students anew.
//
// Every figure comes with a 95 % interval where one can be given, with a warning when there are too few judgements to
// lean on, and with the code of a plain sentence that says what it means. A figure that the data do not determine is
// marked so and carries no number. The package is pure: the same ratings give the same answer, digit by digit.
package agreement
