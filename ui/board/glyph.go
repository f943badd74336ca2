package board

import "strings"

// glyphs are the big letters, five dots high, drawn for this program. What they lack is shown in letters of the terminal's own.
var glyphs = map[rune]string{
	'0': ".##. #..# #..# #..# .##.", '1': "..#. .##. ..#. ..#. .###", '2': "###. ...# .##. #... ####", '3': "###. ...# .##. ...# ###.",
	'4': "#..# #..# #### ...# ...#", '5': "#### #... ###. ...# ###.", '6': ".##. #... ###. #..# .##.", '7': "#### ...# ..#. .#.. .#..",
	'8': ".##. #..# .##. #..# .##.", '9': ".##. #..# .### ...# .##.",
	'A': ".##. #..# #### #..# #..#", 'B': "###. #..# ###. #..# ###.", 'C': ".### #... #... #... .###", 'D': "###. #..# #..# #..# ###.",
	'E': "#### #... ###. #... ####", 'F': "#### #... ###. #... #...", 'G': ".### #... #.## #..# .###", 'H': "#..# #..# #### #..# #..#",
	'I': "### .#. .#. .#. ###", 'J': "...# ...# ...# #..# .##.", 'K': "#..# #.#. ##.. #.#. #..#", 'L': "#... #... #... #... ####",
	'M': "#...# ##.## #.#.# #...# #...#", 'N': "#...# ##..# #.#.# #..## #...#", 'O': ".##. #..# #..# #..# .##.", 'P': "###. #..# ###. #... #...",
	'Q': ".##. #..# #..# #.#. .#.#", 'R': "###. #..# ###. #.#. #..#", 'S': ".### #... .##. ...# ###.", 'T': "##### ..#.. ..#.. ..#.. ..#..",
	'U': "#..# #..# #..# #..# .##.", 'V': "#...# #...# #...# .#.#. ..#..", 'W': "#...# #...# #.#.# ##.## #...#", 'X': "#..# #..# .##. #..# #..#",
	'Y': "#...# .#.#. ..#.. ..#.. ..#..", 'Z': "#### ..#. .#.. #... ####",
	' ': ".. .. .. .. ..", '-': "... ... ### ... ...", '.': ". . . . #", ',': ".. .. .. .# #.", ':': ". # . # .", '?': "##. ..# .#. ... .#.", '!': "# # # . #",
	'\'': "# # . . .", '/': "...# ..#. .##. .#.. #...", '(': ".# #. #. #. .#", ')': "#. .# .# .# #.", '&': ".#.. #.#. .#.. #.#. .#.#",
}

// dots are the rows of a letter.
func dots(r rune) ([]string, bool) {
	g, ok := glyphs[r]
	return strings.Fields(g), ok
}

// rowsOf is how many lines of the terminal big letters take: each dot is scale columns wide and as many half lines high, which is
// about a square.
func rowsOf(scale int) int { return (5*scale + 1) / 2 }

// widthOf is how many columns a text takes in big letters; ok is false where there is a letter that is not drawn.
func widthOf(text string, scale int) (width int, ok bool) {
	for i, r := range []rune(strings.ToUpper(text)) {
		d, drawn := dots(r)
		if !drawn {
			return 0, false
		}
		if i > 0 {
			width++
		}
		width += len(d[0])
	}
	return width * scale, true
}

// big is a text in big letters, rowsOf lines of widthOf columns. Every letter is drawn: see widthOf.
func big(text string, scale int) []string {
	lines := make([]string, rowsOf(scale))
	for row := range lines {
		var b strings.Builder
		for i, r := range []rune(strings.ToUpper(text)) {
			d, _ := dots(r)
			if i > 0 {
				b.WriteString(strings.Repeat(" ", scale))
			}
			set := func(half, column int) bool { return half/scale < len(d) && d[half/scale][column] == '#' }
			for column := range len(d[0]) {
				b.WriteString(strings.Repeat(block(set(2*row, column), set(2*row+1, column)), scale))
			}
		}
		lines[row] = b.String()
	}
	return lines
}

// block is a cell of which the upper half, the lower half, both or none are filled.
func block(upper, lower bool) string {
	switch {
	case upper && lower:
		return "█"
	case upper:
		return "▀"
	case lower:
		return "▄"
	}
	return " "
}
