// Package report puts what is known into documents of headings, lines and tables, and writes those as Markdown, as HTML
// that prints well, or as CSV whose cells a spreadsheet takes for nothing but text.
//
// It knows no disk and no screen: commands and screens hand in what they have read, and get a Document to show or write.
package report
