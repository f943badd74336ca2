package serve

// onResize does nothing here: no process attaches to another.
func onResize(func()) (stop func()) { return func() {} }
