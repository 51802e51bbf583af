package jsonschema

import (
	"fmt"
	"io/fs"
	"net/url"
	"path"
	"slices"
	"strconv"
	"strings"
)

// maxFiles bounds a folder.
const maxFiles = 10_000

// documents are the files that were read, and what their references lead to.
type documents struct {
	in      fs.FS
	files   map[string]*file
	names   []string // of the files that were asked for, sorted
	byURI   map[string]*node
	anchors map[string]*node
}

// load reads a file, or all *.json files of a folder.
func load(in fs.FS, name string) (*documents, error) {
	d := &documents{in: in, files: map[string]*file{}, byURI: map[string]*node{}, anchors: map[string]*node{}}
	info, err := fs.Stat(in, name)
	if err != nil {
		return nil, err
	}
	if !info.IsDir() {
		d.names = []string{name}
	} else if d.names, err = jsonFiles(in, name); err != nil {
		return nil, err
	}
	for _, name := range d.names {
		if _, err := d.read(name); err != nil {
			return nil, err
		}
	}
	return d, nil
}

func jsonFiles(in fs.FS, folder string) ([]string, error) {
	var names []string
	err := fs.WalkDir(in, folder, func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || path.Ext(name) != ".json" {
			return err
		}
		if names = append(names, name); len(names) > maxFiles {
			return &Error{File: folder, Problem: fmt.Sprintf("the folder has more than %d schemas", maxFiles)}
		}
		return nil
	})
	if err == nil && len(names) == 0 {
		err = &Error{File: folder, Problem: "there is no *.json file in the folder"}
	}
	slices.Sort(names)
	return names, err
}

func (d *documents) read(name string) (*file, error) {
	if f := d.files[name]; f != nil {
		return f, nil
	}
	source, err := d.in.Open(name)
	if err != nil {
		return nil, &Error{File: name, Problem: fmt.Sprintf("the file cannot be read: %v", err)}
	}
	defer source.Close()
	if info, err := source.Stat(); err == nil && info.Size() > maxFile {
		return nil, &Error{File: name, Problem: fmt.Sprintf("the file has more than %d MB", maxFile>>20)}
	}
	text, err := fs.ReadFile(d.in, name)
	if err != nil {
		return nil, err
	}
	f, err := parse(name, text)
	if err != nil {
		return nil, err
	}
	if err := foreign(f); err != nil {
		return nil, err
	}
	d.files[name] = f
	d.register(f.root, fileURI(name), false)
	d.byURI[fileURI(name)] = f.root
	return f, nil
}

// foreign says whether a file is a description of an API, which has schemas in
// it and is none.
func foreign(f *file) error {
	for _, key := range []string{"openapi", "swagger", "asyncapi"} {
		if _, ok := f.root.text(key); ok {
			return f.fail(f.root.members[key].offset, "this is a document of %s, and no JSON Schema: "+
				"write the schema of each webhook's body into a file of its own, and what they share under $defs", key)
		}
	}
	return nil
}

func fileURI(name string) string { return (&url.URL{Scheme: "file", Path: "/" + name}).String() }

// register notes the identifiers and anchors in a file. named says that the
// members of n are named by the schema's author.
func (d *documents) register(n *node, base string, named bool) {
	if !named {
		base = d.identify(n, base)
	}
	n.base = base
	for _, item := range n.items {
		d.register(item, base, false)
	}
	for _, name := range n.order {
		if named || !holdsValues[name] {
			d.register(n.members[name], base, !named && holdsNames[name])
		}
	}
}

// identify notes the identifier and the anchors of one schema, and returns
// what references in it start from.
func (d *documents) identify(n *node, base string) string {
	id, ok := n.text("$id")
	if _, refers := n.text("$ref"); refers && n.file.isOld() {
		ok = false // means nothing beside it
	}
	if ok {
		if at, err := join(base, id); err == nil {
			uri, fragment, _ := strings.Cut(at, "#")
			if fragment != "" {
				d.anchor(uri, fragment, n)
			} else {
				base = uri
				d.byURI[uri] = n
			}
		}
	}
	for _, key := range []string{"$anchor", "$dynamicAnchor"} {
		if name, ok := n.text(key); ok {
			d.anchor(base, name, n)
		}
	}
	return base
}

func (d *documents) anchor(uri, name string, n *node) { d.anchors[uri+"#"+name] = n }

func join(base, ref string) (string, error) {
	b, err := url.Parse(base)
	if err != nil {
		return "", err
	}
	r, err := b.Parse(ref)
	if err != nil {
		return "", err
	}
	return r.String(), nil
}

// resolve finds what a reference in n leads to. The error has no place.
func (d *documents) resolve(n *node, ref string) (*node, error) {
	at, err := join(n.base, ref)
	if err != nil {
		return nil, fmt.Errorf("the reference %q is no URI", clip(ref))
	}
	uri, _, _ := strings.Cut(at, "#")
	_, fragment, _ := strings.Cut(ref, "#")
	if fragment, err = url.PathUnescape(fragment); err != nil {
		return nil, fmt.Errorf("the reference %q is no URI", clip(ref))
	}
	root := d.byURI[uri]
	if root == nil {
		if root, err = d.beside(n, ref); err != nil {
			return nil, err
		}
	}
	if fragment == "" {
		return root, nil
	}
	if !strings.HasPrefix(fragment, "/") {
		if found := d.anchors[root.base+"#"+fragment]; found != nil {
			return found, nil
		}
		return nil, fmt.Errorf("there is no anchor %q", clip(fragment))
	}
	return root.follow(fragment)
}

// loaded returns the schema that a reference without a fragment leads to, if
// that has been read: nothing is read for it.
func (d *documents) loaded(n *node, ref string) *node {
	at, err := join(n.base, ref)
	if err != nil || strings.Contains(at, "#") {
		return nil
	}
	if root := d.byURI[at]; root != nil {
		return root
	}
	u, err := url.Parse(ref)
	if err != nil {
		return nil
	}
	for _, name := range besides(n, u) {
		if f := d.files[name]; f != nil {
			return f.root
		}
	}
	return nil
}

// besides returns where the file of a reference can lie, seen from that of n:
// the identifier of a schema need not say so.
func besides(n *node, ref *url.URL) []string {
	folder := path.Dir(n.file.name)
	names := []string{path.Join(folder, path.Base(ref.Path))}
	if !ref.IsAbs() {
		names = append([]string{path.Join(folder, ref.Path)}, names...)
	}
	return names
}

// beside looks for the file of a reference beside that of n.
func (d *documents) beside(n *node, ref string) (*node, error) {
	ref, _, _ = strings.Cut(ref, "#")
	u, err := url.Parse(ref)
	if err != nil {
		return nil, fmt.Errorf("the reference %q is no URI", clip(ref))
	}
	for _, name := range besides(n, u) {
		if !fs.ValidPath(name) {
			continue
		}
		if info, err := fs.Stat(d.in, name); err != nil || info.IsDir() {
			continue
		}
		f, err := d.read(name)
		if err != nil {
			return nil, err
		}
		return f.root, nil
	}
	if u.IsAbs() {
		return nil, fmt.Errorf("%q is another document: nothing is fetched; put it into the folder", clip(ref))
	}
	return nil, fmt.Errorf("there is no file %q", clip(ref))
}

// follow goes down a JSON pointer.
func (n *node) follow(pointer string) (*node, error) {
	at := n
	for _, token := range strings.Split(pointer, "/")[1:] {
		name := strings.NewReplacer("~1", "/", "~0", "~").Replace(token)
		next := at.members[name]
		if i, err := strconv.Atoi(name); err == nil && at.kind == listNode && i >= 0 && i < len(at.items) {
			next = at.items[i]
		}
		if next == nil {
			return nil, fmt.Errorf("there is nothing at %q in %s", clip(pointer), n.file.name)
		}
		at = next
	}
	return at, nil
}
