package jsonschema

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"os"
	"path"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
)

// redundant are keywords of testdata/providers that say nothing that is not
// said beside them, each by its file and pointer.
var redundant = []string{
	// A schema beside it says the type.
	"closed.json#/$defs/head/type",
	"closed.json#/type",
	"events.json#/definitions/common/type",
	"events.json#/definitions/created/allOf/1/type",
	"events.json#/definitions/deleted/allOf/1/type",
	"events.json#/definitions/renamed/allOf/1/type",
	"inherit.json#/definitions/change/oneOf/0/allOf/1/type",
	"inherit.json#/definitions/change/oneOf/1/allOf/1/type",
	"inherit.json#/definitions/named/type",
	"inherit.json#/definitions/person/allOf/1/type",
	// The definitions that nothing refers to would be actions anyway.
	"events.json#/oneOf",
	// The note on patternProperties speaks of all other members.
	"pattern.json#/properties/labels/additionalProperties",
}

// TestEachKeyword: without any one keyword the specification or the notes are
// others, so none was dropped in silence.
func TestEachKeyword(t *testing.T) {
	files := os.DirFS("testdata/providers")
	all := fstest.MapFS{}
	err := fs.WalkDir(files, ".", func(name string, entry fs.DirEntry, err error) error {
		if err == nil && !entry.IsDir() {
			text, err := fs.ReadFile(files, name)
			all[name] = &fstest.MapFile{Data: text}
			return err
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	tried, used := 0, map[string]bool{}
	for name := range all {
		var tree any
		if err := json.Unmarshal(all[name].Data, &tree); err != nil {
			t.Fatal(err)
		}
		whole, noted := said(t, all, name, tree)
		eachKeyword(tree, "", func(pointer string) {
			tried++
			place := name + "#" + pointer
			without, _ := said(t, all, name, tree)
			same := without == whole && !within(pointer, noted)
			if used[place] = same; same != slices.Contains(redundant, place) {
				t.Errorf("%s: with and without it the same is said: %v", place, same)
			}
		})
	}
	for _, place := range redundant {
		if !used[place] {
			t.Errorf("%s is listed as redundant, and is not there", place)
		}
	}
	if tried < 300 {
		t.Errorf("%d keywords, and 300 are to be tried", tried)
	}
}

// within says whether a place is in one that a note speaks of.
func within(pointer string, noted []string) bool {
	return slices.ContainsFunc(noted, func(place string) bool { return place != "" && strings.HasPrefix(pointer+"/", place+"/") })
}

// said returns all that the importer says of a schema, or its error, and the
// places that its notes say are taken more widely.
func said(t *testing.T, all fstest.MapFS, name string, tree any) (text string, noted []string) {
	t.Helper()
	changed, err := json.MarshalIndent(tree, "", "  ")
	if err != nil {
		t.Fatal(err)
	}
	before := all[name]
	defer func() { all[name] = before }()
	all[name] = &fstest.MapFile{Data: changed}
	start := name
	if folder := path.Dir(name); folder != "." {
		start, _, _ = strings.Cut(folder, "/")
	}
	result, err := Import(all, start, Options{Provider: "acme", Header: "X-Event"})
	if err != nil {
		return err.Error(), nil
	}
	for i, n := range result.Notes {
		if n.File == name && n.Code != "whole-number" {
			noted = append(noted, n.Pointer)
		}
		result.Notes[i].Line, result.Notes[i].Column = 0, 0
	}
	return fmt.Sprintf("%s%v", result.Text, result.Notes), noted
}

// eachKeyword calls do without each keyword of a schema, and of those below, in turn.
func eachKeyword(schema any, pointer string, do func(pointer string)) {
	members, ok := schema.(map[string]any)
	if !ok {
		return
	}
	var names []string
	for name := range members {
		names = append(names, name)
	}
	slices.Sort(names)
	for _, name := range names {
		at, value := pointer+"/"+name, members[name]
		if annotations[name] {
			continue
		}
		if !containers[name] {
			delete(members, name)
			do(at)
			members[name] = value
		}
		switch inner := value.(type) {
		case []any:
			for i, item := range inner {
				eachKeyword(item, fmt.Sprintf("%s/%d", at, i), do)
			}
		case map[string]any:
			if !holdsNames[name] {
				eachKeyword(inner, at, do)
				continue
			}
			for key, sub := range inner {
				eachKeyword(sub, at+"/"+key, do)
			}
		}
	}
}
