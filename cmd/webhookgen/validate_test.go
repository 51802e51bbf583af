package main

import (
	"encoding/json"
	"os"
	"strings"
	"testing"
	"time"
)

func replaced(text, old, new string) string { return strings.Replace(text, old, new, 1) }

const (
	gone    = `{"action": "order_gone", "secret_key": "s3cret", "payload": {"id": "1"}}`
	unknown = `{"action": "order_new", "secret_key": "s3cret", "payload": {}}`
	bad     = `{"action": "order_gone", "secret_key": "s3cret", "payload": {"id": 4711}}`
)

func TestValidate(t *testing.T) {
	tests := []struct {
		name   string
		stdin  string
		args   []string
		status int
		parts  []string
	}{
		{"a file", "", []string{"good.json"}, 0, []string{"good.json: valid order_gone\n", "1 checked: 1 valid, 0 invalid"}},
		{"invalid", "", []string{"bad.json"}, 1, []string{"bad.json: invalid order_gone: /payload/id: ", "0 valid, 1 invalid", "!4711"}},
		{"all violations", `{"action": "order_gone", "payload": {}}`, []string{"-"}, 1, []string{"(root)", "secret_key", "; /payload", "id"}},
		{"unknown", "", []string{"unknown.json"}, 0, []string{"unknown.json: valid order_new (unknown action)", "1 of the valid with an unknown action"}},
		{"a folder", "", []string{"."}, 1, []string{"good.json: valid", "deep/er/bad.json: invalid", "deep/stream.ndjson: valid", "deep/stream.ndjson:2: valid", "!ignored.txt", "7 checked: 5 valid, 2 invalid"}},
		{"any name", "", []string{"ignored.txt"}, 0, []string{"ignored.txt: valid"}},
		{"standard input", gone + gone + "\n\n" + gone, []string{"-"}, 0, []string{"-: valid", "-:3: valid", "3 checked"}},
		{"no argument", gone, nil, 0, []string{"-: valid order_gone"}},
		{"two values in a .json", "", []string{"two.json"}, 1, []string{"two.json: invalid: invalid JSON at byte 72"}},
		{"no JSON", "", []string{"broken.json"}, 1, []string{"broken.json: invalid: invalid JSON at byte "}},
		{"no JSON in a stream", gone + "\n{\"action\" 1}\n" + gone, nil, 1, []string{"-:2: invalid: invalid JSON at byte 83", "-:3: valid"}},
		{"duplicates", `{"action": "order_gone", "action": "order_gone", "secret_key": "", "payload": {"id": "1"}}`, nil, 1, []string{"invalid JSON at byte"}},
		{"bytes that are not UTF-8", "{\"action\": \"\xff\", \"secret_key\": \"\", \"payload\": {}}", nil, 1, []string{"invalid JSON at byte"}},
		{"a byte order mark", "\xef\xbb\xbf" + gone, nil, 1, []string{"invalid JSON at byte 0"}},
		{"nothing", "", []string{"-"}, 1, []string{"there is no JSON value"}},
		{"an empty file", "", []string{"empty.json"}, 1, []string{"empty.json: invalid: there is no JSON value"}},
		{"deep", strings.Repeat("[", 100_000), nil, 1, []string{"invalid JSON at byte"}},
		{"a huge number", replaced(gone, `"1"`, "1e1000000000"), nil, 1, []string{"invalid"}},
		{"a terminal's commands", replaced(gone, "order_gone", `\u001b[2J`), nil, 0, []string{"!\x1b", "[2J (unknown action)"}},
		{"no such file", "", []string{"nope.json", "good.json"}, 2, []string{"nope.json: no such file", "good.json: valid", "1 file not readable"}},
		{"an empty folder", "", []string{"void"}, 2, []string{"there is no *.json or *.ndjson in ", "void"}},

		{"a payload", `{"id": "1"}`, []string{"-action", "order_gone"}, 0, []string{"-: valid order_gone\n"}},
		{"a bad payload", `{}`, []string{"-action=order_gone", "-"}, 1, []string{"-: invalid order_gone: (root): "}},
		{"an unknown payload", `{}`, []string{"-action", "order_goen"}, 2, []string{`no action "order_goen"`, `did you mean "order_gone"?`}},
		{"a push", `{"action": "order_made", "payload": {}}`, []string{"-push"}, 1, []string{"-: invalid order_made: /payload: "}},
		{"an unknown push", `{"action": "x", "payload": {}}`, []string{"-push"}, 0, []string{"(unknown action)"}},
		{"both", "", []string{"-push", "-action", "order_gone"}, 2, []string{"exclude each other"}},
	}
	inShop(t, "good.json", gone, "bad.json", bad, "unknown.json", unknown, "ignored.txt", gone,
		"deep/stream.ndjson", gone+"\n"+gone, "deep/er/bad.json", bad, "deep/er/good.json", gone)
	dir := t.TempDir()
	put(t, dir+"/two.json", gone+gone, dir+"/broken.json", `{"action`, dir+"/empty.json", " \n")
	if err := os.Mkdir(dir+"/void", 0o777); err != nil {
		t.Fatal(err)
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			args := []string{"validate"}
			for _, a := range tt.args {
				if _, err := os.Lstat(dir + "/" + a); err == nil && a != "." {
					a = dir + "/" + a
				}
				args = append(args, a)
			}
			r := invokeWith(tt.stdin, nil, args...)
			r.want(t, tt.status, tt.parts...)
			if strings.Contains(r.stdout, "s3cret") {
				t.Error("the secret is shown")
			}
		})
	}
}

func TestValidateJSON(t *testing.T) {
	inShop(t)
	r := invokeWith(gone+"\n"+bad+"\n"+unknown+"\n{", nil, "validate", "-format", "json")
	r.want(t, 1)
	var said []verdict
	for _, line := range strings.Split(strings.TrimSuffix(r.stdout, "\n"), "\n") {
		var v verdict
		if err := json.Unmarshal([]byte(line), &v); err != nil {
			t.Fatalf("%v: %q", err, line)
		}
		said = append(said, v)
	}
	if len(said) != 4 || r.stderr != "" {
		t.Fatalf("%+v", r)
	}
	if v := said[0]; !v.Valid || v.Action != "order_gone" || v.Source != "-" || v.Line != 1 || v.Unknown {
		t.Errorf("%+v", v)
	}
	if v := said[1]; v.Valid || v.Line != 2 || v.Offset != int64(len(gone)+1) || len(v.Violations) != 1 || v.Violations[0].Pointer != "/payload/id" {
		t.Errorf("%+v", v)
	}
	if v := said[2]; !v.Valid || !v.Unknown || v.Action != "order_new" {
		t.Errorf("%+v", v)
	}
	if v := said[3]; v.Valid || v.Error == "" || v.Line != 4 {
		t.Errorf("%+v", v)
	}
}

func TestValidateWithoutPushes(t *testing.T) {
	inShop(t)
	text := replaced(shop, "push:\n  action: {member: action}\n  payload: {member: payload}\npush_apis:\n  socket: {title: Socket, url: \"https://example.com\"}\n  stream: {title: Stream, url: \"https://example.com\"}\n", "")
	put(t, "shop.webhooks.yaml", replaced(text, "    push: [socket, {api: stream, name: order_made}]\n", ""))
	invokeWith("{}", nil, "validate", "-push").want(t, 2, "The shop has no pushes")
}

// The bar appears after a while and is gone when a line is written.
func TestProgress(t *testing.T) {
	var b strings.Builder
	g := newProgressOn(&b, []source{{size: 1000}})
	g.add(100)
	if b.Len() != 0 {
		t.Errorf("shown at once: %q", b.String())
	}
	g.started = time.Now().Add(-longInput)
	g.add(100)
	if !strings.Contains(b.String(), "20%") {
		t.Errorf("%q", b.String())
	}
	g.clear()
	if !strings.HasSuffix(b.String(), "\r") {
		t.Errorf("not cleared: %q", b.String())
	}
	var none *progress
	none.clear()
	if none.counting(nil) != nil {
		t.Error("no progress counts")
	}
}
