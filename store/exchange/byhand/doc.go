// Package byhand reads dates, times of day and amounts of time as people type them into a spreadsheet: 5-1-'26, maandag 5 januari, 9u15,
// kwartier. What a program wrote is read by tabular; here a column is looked at as a whole first, since 6/1 says nothing by itself.
package byhand
