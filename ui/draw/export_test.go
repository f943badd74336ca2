package draw

// Draw draws at once what the painter would.
func (w *Window) Draw() { w.draw() }
