package judges

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"strings"
)

// base returns what every $id of a subject's schemas begins with.
func (s *Subject) base() (string, error) {
	text, err := fs.ReadFile(s.Schemas, "index.json")
	if err != nil {
		return "", err
	}
	var index struct{ Base string }
	if err := json.Unmarshal(text, &index); err != nil {
		return "", err
	}
	return index.Base, nil
}

// roots returns the files that inputs are held against: one, or two where there
// are pushes.
func (s *Subject) roots() []string {
	roots := []string{"delivery.schema.json"}
	if s.push != nil {
		roots = append(roots, "push.schema.json")
	}
	return roots
}

// schemaAt returns the text of the schema whose $id is url.
func schemaAt(url string) ([]byte, error) {
	for _, s := range Subjects {
		base, err := s.base()
		if err != nil {
			return nil, err
		}
		if name, ok := strings.CutPrefix(url, base); ok {
			return fs.ReadFile(s.Schemas, name)
		}
	}
	return nil, fmt.Errorf("%s is no schema of a subject", url)
}
