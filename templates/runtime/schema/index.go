package schema

import (
	"encoding/json"
	"fmt"
	"io/fs"
)

// index is what index.json says of the schema folder.
type index struct {
	Base    string // of every $id
	Actions []struct {
		Action string
		Schema string // name of the file
		Push   []struct{ Name string }
	}

	actions map[string]string // action to file
	pushes  map[string]bool
}

func readIndex(files fs.FS) (*index, error) {
	data, err := fs.ReadFile(files, "index.json")
	if err != nil {
		return nil, fmt.Errorf("schema: %w", err)
	}
	in := &index{actions: map[string]string{}, pushes: map[string]bool{}}
	if err := json.Unmarshal(data, in); err != nil {
		return nil, fmt.Errorf("schema: index.json: %w", err)
	}
	for _, a := range in.Actions {
		in.actions[a.Action] = a.Schema
		for _, p := range a.Push {
			in.pushes[p.Name] = true
		}
	}
	return in, nil
}
