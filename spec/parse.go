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

// Draft is Parse for stages that have findings of their own: beside the errors
// it returns what could be read. What could not is left out, or is a value of
// any type. It is nil if nothing could be read. Look for faults in a draft with
// errors, and make nothing of it.
func Draft(name string, src []byte) (*API, Diagnostics) {
	r := newReader()
	api := r.read(name, src, MaxSize)
	if api != nil {
		r.fillGaps(api)
	}
	return api, r.diagnostics()
}

// parse is Parse with a limit to the size of src.
func parse(name string, src []byte, limit int) (*API, Diagnostics) {
	r := newReader()
	api := r.read(name, src, limit)
	ds := r.diagnostics()
	if ds.HasErrors() {
		return nil, ds
	}
	return api, ds
}

// read returns what can be read of src, linked as far as its names go.
func (r *reader) read(name string, src []byte, limit int) *API {
	root := load(src, limit, r.findings)
	if root == nil {
		return nil
	}
	api := r.document(root)
	api.File = name
	r.resolve()
	r.check(api)
	return api
}
