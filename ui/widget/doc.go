// Package widget is the parts that screens are built of: a list that shows a window of many rows, text fields, forms,
// questions, boxes over the screen. Widgets know no domain type, read nothing and keep no state outside themselves.
package widget
