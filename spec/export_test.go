package spec

import "bytes"

// ToJSON is the document in src as a JSON text, for tests of the JSON Schema;
// false if the file is no sound YAML.
func ToJSON(src []byte) ([]byte, bool) {
	r := newReader()
	root := load(src, MaxSize, r.findings)
	if root == nil || len(r.all) > 0 {
		return nil, false
	}
	var text bytes.Buffer
	r.appendJSON(&text, root)
	return text.Bytes(), len(r.all) == 0
}
