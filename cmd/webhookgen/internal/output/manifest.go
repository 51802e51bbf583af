package output

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io/fs"
	"path/filepath"
	"regexp"
)

// ManifestName is the file that says which files of a folder are generated.
const ManifestName = "webhookgen.manifest.json"

// manifest lists what a finished run left behind. It names no version, date or
// path, so that it changes only when the output does.
type manifest struct {
	Spec  string            `json:"spec"`  // base name of the specification
	Files map[string]string `json:"files"` // digest of each file
}

// newManifest returns the manifest for files.
func newManifest(spec string, files []File) manifest {
	m := manifest{Spec: spec, Files: make(map[string]string, len(files))}
	for _, f := range files {
		m.Files[f.Name] = digest(f.Data)
	}
	return m
}

// encode returns m as it is written. Its keys are sorted.
func (m manifest) encode() []byte {
	data, err := json.MarshalIndent(m, "", "  ")
	if err != nil {
		panic(err) // strings and a map of strings always encode
	}
	return append(data, '\n')
}

// parseManifest reads what encode wrote. The file lies where anybody can edit
// it, so its names are believed only if they stay in the folder.
func parseManifest(data []byte) (*manifest, error) {
	var m manifest
	if err := decodeStrictly(data, &m); err != nil {
		return nil, err
	}
	for name, sum := range m.Files {
		if !validName(name) {
			return nil, fmt.Errorf("%q is not the name of a generated file", name)
		}
		if !digestForm.MatchString(sum) {
			return nil, fmt.Errorf("the digest of %q is not a SHA-256", name)
		}
	}
	return &m, nil
}

var digestForm = regexp.MustCompile(`^[0-9a-f]{64}$`)

// digest returns the SHA-256 of data in hexadecimal.
func digest(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}

// validName says whether name can be that of a generated file: inside the
// folder, and none of the names that this package keeps for itself.
func validName(name string) bool {
	return fs.ValidPath(name) && name != "." && filepath.IsLocal(filepath.FromSlash(name)) &&
		name != ManifestName && !isTemporary(name)
}

// decodeStrictly decodes one JSON value and nothing after it.
func decodeStrictly(data []byte, into any) error {
	d := json.NewDecoder(bytes.NewReader(data))
	d.DisallowUnknownFields()
	if err := d.Decode(into); err != nil {
		return err
	}
	if d.More() {
		return fmt.Errorf("there is more after the JSON value")
	}
	return nil
}
