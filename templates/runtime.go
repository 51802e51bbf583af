package templates

import (
	"embed"
	"slices"
)

//go:embed runtime/*.go
var runtimeFiles embed.FS

// Part names files of the runtime that not every package needs.
type Part int

// The parts of the runtime.
const (
	PartPush            Part = iota + 1 // pushes
	PartProof                           // any proof of the sender
	PartHeaderProof                     // a proof in headers
	PartSecretProof                     // a secret in the body
	PartBodySignature                   // an HMAC of the body
	PartPartsSignature                  // an HMAC of the body and what is around it
	PartStandardWebhook                 // Standard Webhooks
	PartToken                           // a secret in a header
	PartTimestamp                       // signatures that hold a timestamp
	PartVerifier                        // signatures that must hold one
)

// partFiles are the files of the parts.
var partFiles = map[string]Part{
	"push.go":            PartPush,
	"receiver_push.go":   PartPush,
	"proof.go":           PartProof,
	"proof_header.go":    PartHeaderProof,
	"proof_hmac.go":      PartBodySignature,
	"proof_parts.go":     PartPartsSignature,
	"proof_standard.go":  PartStandardWebhook,
	"proof_token.go":     PartToken,
	"proof_timestamp.go": PartTimestamp,
	"proof_verifier.go":  PartVerifier,
}

//go:embed runtime/kit/*.go
var kitFiles embed.FS

// KitImport is what the sources of Kit import as the package that they test.
const KitImport = "github.com/webhookgen/webhookgen/templates/runtime"

// Kit returns the part of a test kit that is the same for every package.
func Kit() []Source { return emitted(kitFiles, "runtime/kit") }

// scannerFiles are the part of the runtime that knows JSON and nothing else.
// They compile on their own.
var scannerFiles = []string{"limits.go", "names.go", "number.go", "scan.go", "syntax.go", "text.go"}

// Runtime returns the runtime of a generated package that needs these parts,
// sorted by name.
func Runtime(parts ...Part) []Source {
	return slices.DeleteFunc(emitted(runtimeFiles, "runtime"), func(s Source) bool {
		part, optional := partFiles[s.Name]
		return optional && !slices.Contains(parts, part)
	})
}

// Scanner returns the part of the runtime that checks JSON text strictly.
func Scanner() []Source {
	return slices.DeleteFunc(emitted(runtimeFiles, "runtime"), func(s Source) bool { return !slices.Contains(scannerFiles, s.Name) })
}
