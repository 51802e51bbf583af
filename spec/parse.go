package spec

// MaxSize is the size of the largest file that Parse reads, in bytes.
const MaxSize = 8 << 20

// Parse checks the specification in src and links it. name is the file's base
// name and is only used in the result. The API is nil if any diagnostic is an
// Error; the diagnostics are sorted and without repetition. Parse never
// panics, whatever the bytes.
func Parse(name string, src []byte) (*API, Diagnostics) {
	return parse(name, src, MaxSize)
}

// parse is Parse with a limit to the size of src.
func parse(name string, src []byte, limit int) (*API, Diagnostics) {
	r := newReader()
	root := load(src, limit, r.findings)
	if root == nil {
		return nil, r.diagnostics()
	}
	api := r.document(root)
	api.File = name
	r.resolve()
	r.check(api)
	ds := r.diagnostics()
	if ds.HasErrors() {
		return nil, ds
	}
	return api, ds
}
