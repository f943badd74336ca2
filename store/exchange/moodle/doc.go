// Package moodle reads and writes competency frameworks as Moodle's import and export tool does: CSV whose columns go by
// position, since their names come in whatever language the site had.
//
// There are fourteen columns, or twelve in older files, which lack those for related competencies and export ids. The
// framework is a row of its own; children may stand before their parents; cells may hold line ends. Taxonomies are a list
// with commas or JSON. What only Moodle knows (rules, formats, related ids) is kept as it is for the way back.
package moodle
