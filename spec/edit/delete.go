package edit

import "bytes"

// Delete takes the entry at path out, with the comments that belong to it. Of a
// mapping whose last entry goes, {} stays.
func (t *Text) Delete(path ...string) ([]byte, error) {
	e, ok := t.find(path...)
	if !ok {
		return nil, missing(path)
	}
	if len(e.parent.Content) == 2 {
		return t.empty(path[:len(path)-1])
	}
	if isFlow(e.parent) {
		return t.deleteFlow(e)
	}
	first, last := t.extent(e)
	// Of the blank lines around it one side is enough.
	if first > 0 && isBlank(t.line(first-1)) {
		for first > 0 && isBlank(t.line(first-1)) {
			first--
		}
	} else {
		for last+1 < len(t.lines)-1 && isBlank(t.line(last+1)) && e.index == 0 {
			last++
		}
	}
	return t.splice(t.lines[first], t.lineEnd(last), "")
}

// empty leaves nothing of the mapping at path but its braces.
func (t *Text) empty(path []string) ([]byte, error) {
	e, ok := t.find(path...)
	if !ok || e.key == nil {
		return nil, ErrForm
	}
	if isFlow(e.value) {
		return t.Set("{}", path...)
	}
	end, err := t.end(e.key)
	if err != nil {
		return nil, err
	}
	return t.splice(end, t.lineEnd(t.lastLine(e)), ": {}"+t.newline())
}

func (t *Text) deleteFlow(e entry) ([]byte, error) {
	if next := 2*e.index + 2; next < len(e.parent.Content) {
		return t.splice(t.offset(e.key), t.offset(e.parent.Content[next]), "")
	}
	end, err := t.end(e.value)
	if err != nil {
		return nil, err
	}
	from := bytes.LastIndexByte(t.src[:t.offset(e.key)], ',')
	if from < 0 {
		return nil, ErrForm
	}
	return t.splice(from, end, "")
}
