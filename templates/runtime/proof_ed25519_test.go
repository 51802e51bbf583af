package runtime

import (
	"encoding/base64"
	"encoding/hex"
	"strings"
	"testing"
)

// Test 3 of RFC 8032, in the two writings.
func TestKeys(t *testing.T) {
	const (
		key       = "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025"
		signature = "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a"
	)
	in64 := func(text string) string {
		raw, err := hex.DecodeString(text)
		if err != nil {
			t.Fatal(err)
		}
		return base64.StdEncoding.EncodeToString(raw)
	}
	body := []byte{0xaf, 0x82}
	inHex := partsSignature{header: "X-S", by: keySigner{hex.DecodeString}, encode: hex.EncodeToString, parts: []signedPart{{of: partBody}}}
	inBase64 := partsSignature{header: "X-S", prefix: "ed=", by: keySigner{base64.StdEncoding.DecodeString}, encode: base64.StdEncoding.EncodeToString, parts: []signedPart{{of: partBody}}}
	for name, c := range map[string]struct {
		proof     partsSignature
		signature string
		secrets   []Secret
		want      ProofReason
	}{
		"hex":                     {inHex, signature, []Secret{key}, ""},
		"base64":                  {inBase64, "ed=" + in64(signature), []Secret{Secret(in64(key))}, ""},
		"one of several":          {inHex, signature, []Secret{"", "no key", Secret(strings.Repeat("58", 32)), key}, ""},
		"upper case":              {inHex, strings.ToUpper(signature), []Secret{key}, ProofWrong},
		"base64 with a line":      {inBase64, "ed=" + in64(signature)[:76] + "\n" + in64(signature)[76:], []Secret{Secret(in64(key))}, ProofWrong},
		"no prefix":               {inBase64, in64(signature), []Secret{Secret(in64(key))}, ProofWrong},
		"cut":                     {inHex, signature[:126], []Secret{key}, ProofWrong},
		"longer":                  {inHex, signature + "00", []Secret{key}, ProofWrong},
		"zeros":                   {inHex, strings.Repeat("0", 128), []Secret{key}, ProofWrong},
		"a key of another length": {inHex, signature, []Secret{Secret(key[:62]), key + "00"}, ProofNoSecret},
		"a key of zeros":          {inHex, signature, []Secret{Secret(strings.Repeat("0", 64))}, ProofNoSecret},
		"a key in base64":         {inHex, signature, []Secret{Secret(in64(key))}, ProofNoSecret},
		"no key":                  {inHex, signature, nil, ProofNoSecret},
	} {
		if got := c.proof.verify(headerOf("X-S", c.signature), body, c.secrets); got != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
		if got := c.proof.verify(headerOf("X-S", c.signature), append(body, 0), c.secrets); got == "" {
			t.Errorf("%s: another body is accepted", name)
		}
	}
}
