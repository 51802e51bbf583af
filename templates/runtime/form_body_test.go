package runtime

import (
	"net/http"
	"strings"
	"testing"
)

func TestFormValue(t *testing.T) {
	for form, want := range map[string]struct {
		value   string
		at      int
		problem string // a part of it
	}{
		`payload=%7B%7D`:                {`{}`, 0, ""},
		`payload={"a":1}`:               {`{"a":1}`, 0, ""},
		`a=b&payload=+%2B%c3%A9&c`:      {" +é", 0, ""},
		`&&payload=x&`:                  {"x", 0, ""},
		`p%61yload=x=y`:                 {"x=y", 0, ""},
		``:                              {"", 0, `without the member "payload"`},
		`Payload=x`:                     {"", 9, "without"},
		`payload=x&payload=x`:           {"", 10, "twice"},
		`payload=x&pay%6Coad=`:          {"", 10, "twice"},
		`payload=%7`:                    {"", 8, "escape"},
		`payload=a%`:                    {"", 9, "escape"},
		`payload=%+1`:                   {"", 8, "escape"},
		`payload=%-1`:                   {"", 8, "escape"},
		`a=%zz&payload=x`:               {"", 2, "escape"},
		`%zz=1&payload=x`:               {"", 0, "escape"},
		"payload=\xff":                  {"\xff", 0, ""}, // the scanner refuses it
		"a=%ff&payload=":                {"", 2, "UTF-8"},
		"a%ed%a0%80=&payload=":          {"", 1, "UTF-8"},
		`payload=%ef%bf%bd`:             {"\ufffd", 0, ""},
		strings.Repeat("&", 9) + `payl`: {"", 13, "without"},
		`{"a":"&payload=%7B%7D&"}`:      {"", 0, "JSON"},
		"\r\n\t [1,\"&payload=x\"]":     {"", 4, "JSON"},
	} {
		value, at, problem := formValue(form, "payload")
		if value != want.value || at != want.at || (problem == "") != (want.problem == "") || !strings.Contains(problem, want.problem) {
			t.Errorf("%q: %q, %d, %q", form, value, at, problem)
		}
	}
}

func TestLoadForm(t *testing.T) {
	const form, json = "application/x-www-form-urlencoded", "application/json"
	wrapped := "payload=%7B%22a%22%3A1%7D"
	for name, c := range map[string]struct {
		always bool
		types  []string
		body   string
		limits Limits
		want   string // text, or "" if that fails
	}{
		"JSON":               {false, []string{json}, `{"a":1}`, Limits{}, `{"a":1}`},
		"a form":             {false, []string{form}, wrapped, Limits{}, `{"a":1}`},
		"in capitals":        {false, []string{"Application/X-WWW-Form-URLencoded; charset=UTF-8"}, wrapped, Limits{}, `{"a":1}`},
		"another charset":    {false, []string{form + "; charset=latin1"}, wrapped, Limits{}, wrapped},
		"no type":            {false, nil, `{"a":1}`, Limits{}, `{"a":1}`},
		"two types":          {false, []string{form, form}, wrapped, Limits{}, ""},
		"always, no type":    {true, nil, wrapped, Limits{}, `{"a":1}`},
		"always, and JSON":   {true, []string{json}, `{"a":1}`, Limits{}, ""},
		"at the limit":       {false, []string{form}, wrapped, Limits{Size: len(wrapped)}, `{"a":1}`},
		"beyond the limit":   {false, []string{form}, wrapped, Limits{Size: len(wrapped) - 1}, ""},
		"a form without it":  {false, []string{form}, "a=b", Limits{}, ""},
		"JSON, said a form":  {false, []string{form}, `{"a":1}`, Limits{}, ""},
		"a form in JSON":     {false, []string{form}, `{"a":"&` + wrapped + `&"}`, Limits{}, ""},
		"a form, said JSON":  {false, []string{json}, wrapped, Limits{}, wrapped},
		"empty, said a form": {false, []string{form}, "", Limits{}, ""},
	} {
		withContract(t, contractInfo{formMember: "payload", formAlways: c.always})
		var d decoder
		ok := d.loadForm(http.Header{"Content-Type": c.types}, []byte(c.body), c.limits)
		if c.types == nil {
			ok = d.loadForm(nil, []byte(c.body), c.limits)
		}
		got := ""
		if ok {
			got = d.text[:d.end]
		} else if d.syntaxError() == nil {
			t.Errorf("%s: no error", name)
		}
		if got != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}

func TestHeaderText(t *testing.T) {
	for v, want := range map[string]bool{
		"": true, "push": true, "a b": true, "é": true, "pull_request.opened": true,
		" a": false, "a ": false, "a\tb": false, "a\r\nX: y": false, "\x00": false, "\xff": false, "a\u0085": false,
	} {
		if isHeaderText(v) != want {
			t.Errorf("%q", v)
		}
	}
}
