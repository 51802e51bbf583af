package templates

import (
	"bytes"
	"go/format"
	"slices"
	"strings"
	"testing"
)

// A package has the files and regions of its own proof, and no mark of a region.
func TestPartsOfProofs(t *testing.T) {
	for name, c := range map[string]struct {
		parts         []Part
		files, absent []string
		fields, lacks []string
	}{
		"body secret": {[]Part{PartSecretProof},
			[]string{"proof.go", "proof_secret.go", "receiver_secret.go"}, []string{"proof_header.go", "proof_verifier.go", "receiver_header.go", "receiver_unproved.go"},
			[]string{"SecretsFor "}, []string{"SecretsForHeader", "Tolerance", "net/http"}},
		"none": {[]Part{PartNoProof},
			[]string{"receiver_unproved.go"}, []string{"proof.go", "proof_secret.go", "proof_hmac.go"},
			nil, []string{"SecretsFor ", "SecretsForHeader", "Tolerance"}},
		"signed body": {[]Part{PartHeaderProof, PartBodySignature},
			[]string{"proof.go", "proof_header.go", "proof_hmac.go", "receiver_header.go"}, []string{"proof_parts.go", "proof_timestamp.go", "proof_verifier.go", "proof_secret.go"},
			[]string{"SecretsForHeader", "net/http"}, []string{"SecretsFor ", "Tolerance"}},
		"Ed25519": {[]Part{PartHeaderProof, PartKeySignature, PartTimestamp},
			[]string{"proof_parts.go", "proof_ed25519.go", "proof_timestamp.go", "proof_verifier.go"}, []string{"proof_parts_hmac.go", "proof_hmac.go"},
			[]string{"SecretsForHeader", "Tolerance"}, []string{"SecretsFor "}},
		"Standard Webhooks": {[]Part{PartHeaderProof, PartStandardWebhook, PartTimestamp},
			[]string{"proof_standard.go", "proof_timestamp.go", "proof_verifier.go"}, []string{"proof_parts.go", "proof_hmac.go", "proof_token.go"},
			[]string{"SecretsForHeader", "Tolerance"}, []string{"SecretsFor "}},
	} {
		var names []string
		for _, src := range Runtime(Features{Proof: c.parts}) {
			names = append(names, src.Name)
			if strings.Contains(string(src.Data), `"unsafe"`) || strings.Contains(string(src.Data), "lender") {
				t.Errorf("%s: %s has to do with borrowing", name, src.Name)
			}
			if strings.Contains(string(src.Data), "//webhookgen:") {
				t.Errorf("%s: %s has the mark of a region", name, src.Name)
			}
			if src.Name == "receiver.go" {
				for _, field := range append(slices.Clone(c.fields), c.lacks...) {
					if got, want := strings.Contains(string(src.Data), field), slices.Contains(c.fields, field); got != want {
						t.Errorf("%s: the receiver has %s: %v", name, field, got)
					}
				}
			}
		}
		for _, file := range append(slices.Clone(c.files), c.absent...) {
			if got, want := slices.Contains(names, file), slices.Contains(c.files, file); got != want {
				t.Errorf("%s: %s is there: %v", name, file, got)
			}
		}
	}
}

// TestBorrow checks that a package in which deliveries can be borrowed has the
// one file that needs unsafe, and the Borrow that goes with its Parse.
func TestBorrow(t *testing.T) {
	for _, header := range []bool{false, true} {
		var unsafe, borrow []string
		for _, src := range Runtime(Features{Borrow: true, Header: header}) {
			if strings.Contains(string(src.Data), `"unsafe"`) {
				unsafe = append(unsafe, src.Name)
			}
			if strings.HasPrefix(src.Name, "borrow") {
				borrow = append(borrow, src.Name)
			}
		}
		want := map[bool]string{false: "borrow.go", true: "borrow_header.go"}[header]
		if !slices.Equal(unsafe, []string{"lender.go"}) || !slices.Equal(borrow, []string{want}) {
			t.Errorf("header %v: unsafe in %v, %v", header, unsafe, borrow)
		}
	}
}

// TestFormatted checks that what is left of a file is as gofmt leaves it,
// whichever of its regions go.
func TestFormatted(t *testing.T) {
	flags := []bool{false, true}
	proofs := [][]Part{{PartNoProof}, {PartSecretProof}, {PartHeaderProof, PartBodySignature}, {PartHeaderProof, PartStandardWebhook, PartTimestamp}}
	for _, proof := range proofs {
		for _, handshake := range flags {
			for _, borrow := range flags {
				for _, trial := range flags {
					f := Features{Handshake: handshake, Borrow: borrow, Trial: trial, Proof: proof}
					for _, src := range slices.Concat(Runtime(f), Kit(f)) {
						if want, err := format.Source(src.Data); err != nil || !bytes.Equal(src.Data, want) {
							t.Errorf("%+v: %s is not as gofmt leaves it (%v)", f, src.Name, err)
						}
					}
				}
			}
		}
	}
}

// TestScalars checks that a package has what unions of scalars alone need if
// there are some.
func TestScalars(t *testing.T) {
	for _, want := range []bool{false, true} {
		got := slices.ContainsFunc(Runtime(Features{Scalars: want}), func(s Source) bool { return s.Name == "scalar_text.go" })
		if got != want {
			t.Errorf("scalars %v: scalar_text.go is there: %v", want, got)
		}
	}
}
