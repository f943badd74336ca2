// Package caseframework reads and writes competency frameworks as 1EdTech CASE 1.0 packages (JSON: CFDocument, CFItems,
// CFAssociations, CFDefinitions, CFRubrics).
//
// The tree comes out of the isChildOf associations. Whatever is in the file and has no place here, fields that the
// standard does not know among it, is kept as JSON with its keys in order, and written back.
package caseframework
