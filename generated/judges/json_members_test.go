package judges

import (
	"bytes"
	"encoding/json"
)

// jsonMember is a member of some object of a text.
type jsonMember struct{ name, value string }

// membersOf returns the members of all objects of a valid text, and the
// offsets at which another could stand: at the start of an object that is not
// empty, and behind each member.
func membersOf(text []byte) (members []jsonMember, places []int) {
	tokens := json.NewDecoder(bytes.NewReader(text))
	offset := func() int { return int(tokens.InputOffset()) }
	var value func()
	value = func() {
		token, err := tokens.Token()
		if err != nil {
			panic("asked for no valid text: " + err.Error())
		}
		if token == json.Delim('{') && tokens.More() {
			places = append(places, offset())
		}
		switch token {
		case json.Delim('{'):
			for tokens.More() {
				name, _ := tokens.Token()
				start := offset()
				value()
				members = append(members, jsonMember{name.(string), string(bytes.TrimLeft(text[start:offset()], ": \n\t"))})
				places = append(places, offset())
			}
			tokens.Token()
		case json.Delim('['):
			for tokens.More() {
				value()
			}
			tokens.Token()
		}
	}
	value()
	return members, places
}
