package output

import (
	"bytes"
	"errors"
	"maps"
	"path"
	"slices"
	"strings"
)

// File is one file that a folder shall hold.
type File struct {
	Name string // slash-separated, relative to the folder
	Data []byte
}

// Target is the state that a run of the generator asks for.
type Target struct {
	Dir   string // the output folder; made if it is missing
	Spec  string // base name of the specification
	Files []File // without the manifest, which is made from them
	Force bool   // overwrite generated files that were edited by hand
}

// Kind says what becomes of a file.
type Kind int

// The kinds of change.
const (
	Create Kind = iota
	Update
	Remove
)

// Change is one difference between a folder and its target.
type Change struct {
	Kind     Kind
	Name     string // slash-separated, relative to the folder
	Old, New []byte // nil where there is none
	Edited   bool   // Old was edited by hand
}

// Plan is what has to be done to a folder.
type Plan struct {
	Changes   []Change // by name; the manifest, if it changes, comes last
	Unchanged int      // generated files that are as they should be, without the manifest
	Leftovers []string // files of a run that was interrupted

	known journal  // every digest that makes a file ours
	stale []string // files of ours that are no longer wanted, there or not
}

// Clean says whether there is nothing to do.
func (p *Plan) Clean() bool { return len(p.Changes) == 0 && len(p.Leftovers) == 0 }

// Count returns how many changes are of the kind, the manifest left out.
func (p *Plan) Count(kind Kind) int {
	n := 0
	for _, c := range p.Changes {
		if c.Kind == kind && c.Name != ManifestName {
			n++
		}
	}
	return n
}

// edited returns the names of the files that were edited by hand.
func (p *Plan) edited() []string {
	var names []string
	for _, c := range p.Changes {
		if c.Edited {
			names = append(names, c.Name)
		}
	}
	return names
}

// Plan compares the folder with the target and writes nothing. The error joins
// an *Error for each thing in the way; files that were edited by hand are no error here.
func (t Target) Plan() (*Plan, error) {
	f, err := openFolder(t.Dir)
	if err != nil {
		return nil, err
	}
	defer f.close()
	return t.plan(f)
}

func (t Target) plan(f *folder) (*Plan, error) {
	known, err := readKnown(f, t.Spec)
	if err != nil {
		return nil, err
	}
	p := &Plan{known: known}
	wanted := make(map[string]bool, len(t.Files))
	var faults []error
	for _, file := range t.Files {
		wanted[file.Name] = true
		faults = append(faults, p.compare(f, file))
	}
	for _, name := range slices.Sorted(maps.Keys(known.Files)) {
		if !wanted[name] {
			p.stale = append(p.stale, name)
			faults = append(faults, p.dismiss(f, name))
		}
	}
	slices.SortFunc(p.Changes, func(a, b Change) int { return strings.Compare(a.Name, b.Name) })
	faults = append(faults, p.compareManifest(f, newManifest(t.Spec, t.Files)))
	if err := errors.Join(distinct(faults)...); err != nil {
		return nil, err
	}
	return p, p.findLeftovers(f, wanted)
}

// distinct returns faults, each once: a folder can be in the way of many files.
func distinct(faults []error) []error {
	seen := map[string]bool{}
	return slices.DeleteFunc(faults, func(err error) bool {
		if err == nil || seen[err.Error()] {
			return true
		}
		seen[err.Error()] = true
		return false
	})
}

// compare plans what has to be done for one wanted file.
func (p *Plan) compare(f *folder, file File) error {
	if !validName(file.Name) {
		return &Error{Path: file.Name, What: "is no name for a generated file"}
	}
	old, err := f.readIfThere(file.Name)
	if err != nil {
		return err
	}
	owned := slices.Contains(p.known.Files[file.Name], digest(old))
	_, listed := p.known.Files[file.Name]
	switch {
	case old == nil:
		p.Changes = append(p.Changes, Change{Kind: Create, Name: file.Name, New: file.Data})
	case bytes.Equal(old, file.Data):
		p.Unchanged++
	case !listed:
		return &Error{Path: f.path(file.Name), What: "is in the way: webhookgen would write a file of this name and did not write this one",
			Help: "move it away, or choose another folder with -out"}
	default:
		p.Changes = append(p.Changes, Change{Kind: Update, Name: file.Name, Old: old, New: file.Data, Edited: !owned})
	}
	return nil
}

// dismiss plans the removal of a file of ours that is no longer wanted.
func (p *Plan) dismiss(f *folder, name string) error {
	old, err := f.readIfThere(name)
	if old == nil || err != nil {
		return err
	}
	owned := slices.Contains(p.known.Files[name], digest(old))
	p.Changes = append(p.Changes, Change{Kind: Remove, Name: name, Old: old, Edited: !owned})
	return nil
}

// compareManifest plans the writing of the manifest.
func (p *Plan) compareManifest(f *folder, m manifest) error {
	old, err := f.readIfThere(ManifestName)
	if err != nil {
		return err
	}
	wanted := m.encode()
	switch {
	case old == nil:
		p.Changes = append(p.Changes, Change{Kind: Create, Name: ManifestName, New: wanted})
	case !bytes.Equal(old, wanted):
		p.Changes = append(p.Changes, Change{Kind: Update, Name: ManifestName, Old: old, New: wanted})
	}
	return nil
}

// findLeftovers looks into every folder that ours or wanted files lie in.
func (p *Plan) findLeftovers(f *folder, wanted map[string]bool) error {
	dirs := map[string]bool{".": true}
	for name := range p.known.Files {
		dirs[path.Dir(name)] = true
	}
	for name := range wanted {
		dirs[path.Dir(name)] = true
	}
	for dir := range dirs {
		found, err := f.temporaries(dir)
		if err != nil {
			return err
		}
		p.Leftovers = append(p.Leftovers, found...)
	}
	slices.Sort(p.Leftovers)
	return nil
}
