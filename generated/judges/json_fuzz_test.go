package judges

import (
	"bytes"
	"errors"
	"strconv"
	"strings"
	"testing"

	"github.com/go-json-experiment/json/jsontext"
	"github.com/webhookgen/webhookgen/templates/runtime"
)

// beyondLimits says whether a text that json/v2 takes is beyond one of the
// default limits. It is all in which the scanner differs from json/v2.
func beyondLimits(text []byte) bool {
	if len(text) > 16<<20 {
		return true
	}
	tokens := jsontext.NewDecoder(bytes.NewReader(text))
	for {
		token, err := tokens.ReadToken()
		if err != nil {
			return false
		}
		if tokens.StackDepth() > 100 {
			return true
		}
		// The length of an object counts names and values.
		if kind, length := tokens.StackIndex(tokens.StackDepth()); kind == '{' && length > 2*65536 {
			return true
		}
		if token.Kind() == '0' && beyondNumber(token.String()) {
			return true
		}
	}
}

func beyondNumber(literal string) bool {
	_, exponent, found := strings.Cut(strings.ToLower(literal), "e")
	if !found {
		return len(literal) > 512
	}
	n, err := strconv.Atoi(exponent)
	return len(literal) > 512 || err != nil || max(n, -n) > 1000
}

// FuzzScanner holds the scanner and the decoder against json/v2 with its
// strict rules: unique names, valid UTF-8.
func FuzzScanner(f *testing.F) {
	for _, c := range readJSONCases(f) {
		if len(c.text) < 2000 {
			f.Add(c.text)
		}
	}
	for _, delivery := range readDeliveries(f) {
		f.Add(delivery.body)
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		want := jsontext.Value(text).IsValid() && !beyondLimits(text)
		err := runtime.CheckJSON(text)
		if (err == nil) != want {
			t.Errorf("%q: %v, json/v2 says %v", text, err, want)
		}
		var syntax *runtime.SyntaxError
		if errors.As(err, &syntax) && (syntax.Offset < 0 || syntax.Offset > len(text)) {
			t.Errorf("%q: offset %d", text, syntax.Offset)
		}
		if deliveryIsJSON(text) != want {
			t.Errorf("%q: Parse takes it for JSON: %v, json/v2 %v", text, !want, want)
		}
		if payloadIsJSON(text) != want {
			t.Errorf("%q: ParsePayload takes it for JSON: %v, json/v2 %v", text, !want, want)
		}
	})
}
