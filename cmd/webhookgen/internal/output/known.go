package output

// readKnown returns every digest that the manifest and the journal of an
// interrupted run vouch for.
func readKnown(f *folder, spec string) (journal, error) {
	known := journal{Spec: spec, Files: map[string][]string{}}
	data, err := f.readIfThere(ManifestName)
	if err != nil {
		return known, err
	}
	if data != nil {
		m, err := parseManifest(data)
		if err != nil {
			return known, &Error{Path: f.path(ManifestName), What: "is broken", Err: err,
				Help: "restore it from version control, or remove the folder and generate again"}
		}
		if m.Spec != spec {
			return known, twoSpecs(f, m.Spec, spec)
		}
		for name, sum := range m.Files {
			known.Files[name] = append(known.Files[name], sum)
		}
	}
	data, err = f.readIfThere(journalName)
	if err != nil || data == nil {
		return known, err
	}
	j := parseJournal(data)
	if j == nil {
		return known, nil
	}
	if j.Spec != spec {
		return known, twoSpecs(f, j.Spec, spec)
	}
	for name, sums := range j.Files {
		known.Files[name] = append(known.Files[name], sums...)
	}
	return known, nil
}

func twoSpecs(f *folder, old, spec string) error {
	return &Error{Path: f.dir, What: "holds what was generated from " + old + ", and two specifications cannot share a folder",
		Help: "choose another folder with -out; if " + old + " was renamed to " + spec +
			", say so at \"spec\" in " + ManifestName}
}
