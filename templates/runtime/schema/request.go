package schema

import (
	"encoding/json"
	"errors"
	"net/http"
	"strings"
	"unicode"
	"unicode/utf8"
)

// ValidateRequest checks the whole body of a webhook whose action stands in the
// header. The errors are those of Validate; a violation by the header has the
// keyword "header" and no pointer.
func (v *Validator) ValidateRequest(header http.Header, body []byte) error {
	in, err := v.index()
	if err != nil {
		return err
	}
	tree, err := decode(body)
	if err != nil {
		return err
	}
	found, err := violationsOf(v.ValidateDelivery(body))
	if err != nil {
		return err
	}
	if in.isHandshake(tree) {
		return errorOf(found)
	}
	action, wrong := in.action(header, tree)
	if wrong != nil {
		return errorOf(append(found, *wrong))
	}
	if in.Route.Payload == nil {
		more, err := violationsOf(v.Validate(action, body))
		if err != nil {
			return err
		}
		return errorOf(append(found, more...))
	}
	envelope, _ := tree.(map[string]any)
	for _, name := range in.Route.Payload {
		payload, there := envelope[name]
		if !there {
			continue
		}
		text, err := json.Marshal(payload)
		if err != nil {
			return err
		}
		more, err := violationsOf(v.Validate(action, text))
		if err != nil {
			return err
		}
		for _, one := range more {
			one.Pointer = pointerTo(name) + one.Pointer
			found = append(found, one)
		}
	}
	return errorOf(found)
}

// ActionOf returns the action of a request, or "" if it cannot be told.
func (v *Validator) ActionOf(header http.Header, body []byte) string {
	in, err := v.index()
	if err != nil {
		return ""
	}
	tree, err := decode(body)
	if err != nil {
		return ""
	}
	action, _ := in.action(header, tree)
	return action
}

// action finds the action of a request, or says what is wrong.
func (in *index) action(header http.Header, tree any) (string, *Violation) {
	values := header[in.Route.Header]
	if len(values) != 1 || values[0] == "" {
		return "", &Violation{Keyword: "header", Message: "want one value in the header " + in.Route.Header}
	}
	event := values[0]
	if !isHeaderText(event) {
		return "", &Violation{Keyword: "header", Message: "want text in the header " + in.Route.Header}
	}
	if in.Route.Path == nil {
		return event, nil
	}
	if strings.Contains(event, ".") {
		return "", &Violation{Keyword: "header", Message: "want no dot in the header " + in.Route.Header}
	}
	has := in.events[event]
	name, found, wrong := textAt(tree, in.Route.Path)
	both := event + "." + name
	switch {
	case found && in.actions[both] != "":
		return both, nil
	case in.actions[event] != "":
		return event, nil
	case has && wrong != nil && wrong.Keyword == "type":
		return "", wrong
	case has && in.Route.Closed && found:
		return "", &Violation{Pointer: pointerTo(in.Route.Path...), Keyword: "enum", Message: "want an action of the event"}
	case has && in.Route.Closed:
		return "", wrong
	case !found:
		return event, nil
	}
	return both, nil
}

// isHeaderText says whether v arrives unchanged as the value of a header.
func isHeaderText(v string) bool {
	return utf8.ValidString(v) && strings.TrimSpace(v) == v && !strings.ContainsFunc(v, unicode.IsControl)
}

func (in *index) isHandshake(tree any) bool {
	h := in.Route.Handshake
	value, found, _ := textAt(tree, []string{h.Member})
	return h.Member != "" && found && value == h.Value
}

// textAt returns the text at a path, or says why there is none.
func textAt(tree any, path []string) (text string, found bool, wrong *Violation) {
	for i, name := range path {
		object, ok := tree.(map[string]any)
		if !ok {
			return "", false, &Violation{Pointer: pointerTo(path[:i]...), Keyword: "type", Message: "want object, got " + kindOf(tree)}
		}
		if tree, ok = object[name]; !ok {
			return "", false, &Violation{Pointer: pointerTo(path[:i]...), Keyword: "required", Message: "missing member " + quoted(name)}
		}
	}
	text, found = tree.(string)
	if !found {
		wrong = &Violation{Pointer: pointerTo(path...), Keyword: "type", Message: "want string, got " + kindOf(tree)}
	}
	return text, found, wrong
}

var escapes = strings.NewReplacer("~", "~0", "/", "~1")

func pointerTo(path ...string) string {
	pointer := ""
	for _, name := range path {
		pointer += "/" + escapes.Replace(name)
	}
	return pointer
}

// violationsOf returns the violations of an error, or the error if it is of
// another kind.
func violationsOf(err error) ([]Violation, error) {
	var invalid *ValidationError
	if errors.As(err, &invalid) {
		return invalid.Violations, nil
	}
	return nil, err
}

func errorOf(found []Violation) error {
	if len(found) == 0 {
		return nil
	}
	return &ValidationError{Violations: sorted(found)}
}
