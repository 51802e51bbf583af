package schema

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"strings"
)

// index is what index.json says of the schema folder.
type index struct {
	Base    string // of every $id
	Route   route  // zero if the body tells the action
	Actions []struct {
		Action string
		Schema string // name of the file
		Push   []struct{ Name string }
	}

	actions map[string]string // action to file
	pushes  map[string]bool
	events  map[string]bool // whose actions a member of the body tells
}

// route says how a header, and maybe a member of the body, tell the action.
type route struct {
	Header  string   // canonical name
	Path    []string // names of the members that lead to the one, or nil
	Closed  bool     // an event that has actions has no others
	Payload []string // names of the payload's member; nil if the body is the payload

	Handshake struct{ Member, Value string } // a body with this value tells no action
}

func readIndex(files fs.FS) (*index, error) {
	data, err := fs.ReadFile(files, "index.json")
	if err != nil {
		return nil, fmt.Errorf("schema: %w", err)
	}
	in := &index{actions: map[string]string{}, pushes: map[string]bool{}, events: map[string]bool{}}
	if err := json.Unmarshal(data, in); err != nil {
		return nil, fmt.Errorf("schema: index.json: %w", err)
	}
	for _, a := range in.Actions {
		in.actions[a.Action] = a.Schema
		if event, _, ok := strings.Cut(a.Action, "."); ok {
			in.events[event] = true
		}
		for _, p := range a.Push {
			in.pushes[p.Name] = true
		}
	}
	return in, nil
}
