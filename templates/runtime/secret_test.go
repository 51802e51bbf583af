package runtime

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"strings"
	"testing"
)

const theSecret = "open-sesame-7"

// TestSecretIsRedacted looks for the secret in every form of printing it.
func TestSecretIsRedacted(t *testing.T) {
	s := Secret(theSecret)
	type holder struct {
		Key     Secret
		Pointer *Secret
		List    []Secret
		Map     map[string]Secret
	}
	h := holder{s, &s, []Secret{s}, map[string]Secret{"k": s}}
	var out strings.Builder
	for _, verb := range []string{"%v", "%+v", "%#v", "%s", "%q", "%x", "%X", "% x", "%d", "%t", "%10s", "%-10v", "%.3s", "%T"} {
		fmt.Fprintf(&out, verb+"\n", s)
		fmt.Fprintf(&out, verb+"\n", &s)
		fmt.Fprintf(&out, verb+"\n", h)
		fmt.Fprintf(&out, verb+"\n", &h)
	}
	fmt.Fprintln(&out, s, h, errors.New(s.String()), fmt.Errorf("%w: %v", errors.New("x"), s), fmt.Sprint(s))
	var logged bytes.Buffer
	for _, handler := range []slog.Handler{slog.NewTextHandler(&logged, nil), slog.NewJSONHandler(&logged, nil)} {
		slog.New(handler).Info("m", "key", s, slog.Any("any", s), slog.Group("g", "k", s))
	}
	out.Write(logged.Bytes())
	hex := fmt.Sprintf("%x", theSecret)
	if text := out.String(); strings.Contains(text, theSecret) || strings.Contains(text, hex) || strings.Contains(text, theSecret[:5]) {
		t.Errorf("the secret is shown:\n%s", text)
	}
	if text, err := json.Marshal(s); err != nil || string(text) != `"`+theSecret+`"` {
		t.Errorf("MarshalJSON: %s, %v", text, err)
	}
}

func TestSecretEqual(t *testing.T) {
	for n := 1; n <= 40; n++ {
		secret := []byte(strings.Repeat("s", n))
		if !Secret(secret).Equal(string(secret)) {
			t.Errorf("%d bytes do not equal themselves", n)
		}
		for i := range secret {
			other := bytes.Clone(secret)
			other[i] ^= 1
			if Secret(secret).Equal(string(other)) {
				t.Errorf("%d bytes equal others that differ at %d", n, i)
			}
		}
	}
	if !Secret("a").Equal("a") || Secret("a").Equal("b") || Secret("a").Equal("") || Secret("").Equal("") || Secret("ab").Equal("a") {
		t.Error("Equal")
	}
}
