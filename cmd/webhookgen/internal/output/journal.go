package output

import (
	"encoding/json"
	"path"
	"strings"
)

// tempPrefix begins the base name of every file that exists during a run
// only. The dot hides it from the go command; nothing that is embedded or
// compiled ends in its suffixes.
const tempPrefix = ".webhookgen-tmp-"

// journalName is the journal of a run that is not over.
const journalName = tempPrefix + "journal"

// journal lists every content that a file of ours may have until the run is
// over: old and new ones. It is complete before the first rename.
type journal struct {
	Spec  string              `json:"spec"`
	Files map[string][]string `json:"files"`
}

// encode returns j as it is written.
func (j journal) encode() []byte {
	data, err := json.MarshalIndent(j, "", "  ")
	if err != nil {
		panic(err) // strings and a map of strings always encode
	}
	return append(data, '\n')
}

// parseJournal reads what encode wrote; nil if it is not whole. A journal that
// is not whole was being written when its run ended: nothing had been renamed
// yet, so there is nothing to know from it.
func parseJournal(data []byte) *journal {
	var j journal
	if decodeStrictly(data, &j) != nil {
		return nil
	}
	for name := range j.Files {
		if !validName(name) {
			return nil
		}
	}
	return &j
}

// isTemporary says whether name is that of a file that a run leaves only if
// it was interrupted.
func isTemporary(name string) bool {
	return strings.HasPrefix(path.Base(name), tempPrefix)
}
