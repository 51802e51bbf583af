package templates

import (
	"bytes"
	"embed"
	"slices"
	"strings"
)

//go:embed runtime/*.go
var runtimeFiles embed.FS

// Features says what a package's deliveries need of the runtime beyond what
// all of them do.
type Features struct {
	Push      bool // there are pushes
	Header    bool // the header of a request tells something
	ID        bool // it tells what identifies the delivery
	Route     bool // the action is not a member of the envelope
	Form      bool // bodies can be forms
	Handshake bool // bodies can be handshakes
	Borrow    bool // deliveries can be borrowed
	Trial     bool // there are unions whose variants are told apart by trying
	Scalars   bool // there are unions of scalars alone
	Proof     []Part
}

// wants says whether a file of the runtime is needed.
func (f Features) wants(name string) bool {
	switch name {
	case "push.go", "receiver_push.go": // of the runtime and of the kit
		return f.Push
	case "parse.go":
		return !f.Header
	case "parse_header.go":
		return f.Header
	case "lender.go":
		return f.Borrow
	case "borrow.go":
		return f.Borrow && !f.Header
	case "borrow_header.go":
		return f.Borrow && f.Header
	case "header.go":
		return f.ID || f.Route
	case "route.go":
		return f.Route
	case "form_body.go", "as_form.go":
		return f.Form
	case "handshake.go":
		return f.Handshake
	case "scalar_text.go":
		return f.Scalars
	}
	parts, optional := partFiles[name]
	return !optional || slices.ContainsFunc(f.Proof, func(p Part) bool { return slices.Contains(parts, p) })
}

// Part is a part of the runtime that proves the sender.
type Part int

// The parts that prove the sender.
const (
	PartNoProof         Part = iota + 1 // nothing proves the sender
	PartSecretProof                     // a secret in the body does
	PartHeaderProof                     // a header does, which is one of the next five
	PartBodySignature                   // an HMAC of the body
	PartPartsSignature                  // an HMAC of the body and what is around it
	PartKeySignature                    // an Ed25519 signature of them
	PartStandardWebhook                 // Standard Webhooks
	PartToken                           // a secret
	PartBasic                           // a user and a password
	PartTimestamp                       // a timestamp is signed
)

// partFiles are the files that belong to such parts, each to one of several.
var partFiles = map[string][]Part{
	"receiver_unproved.go": {PartNoProof},
	"proof.go":             {PartSecretProof, PartHeaderProof},
	"proof_secret.go":      {PartSecretProof},
	"receiver_secret.go":   {PartSecretProof},
	"proof_header.go":      {PartHeaderProof},
	"receiver_header.go":   {PartHeaderProof},
	"proof_hmac.go":        {PartBodySignature},
	"proof_parts.go":       {PartPartsSignature, PartKeySignature},
	"proof_parts_hmac.go":  {PartPartsSignature},
	"proof_ed25519.go":     {PartKeySignature},
	"proof_standard.go":    {PartStandardWebhook},
	"proof_token.go":       {PartToken},
	"proof_basic.go":       {PartBasic},
	"proof_timestamp.go":   {PartPartsSignature, PartKeySignature, PartStandardWebhook},
	"proof_verifier.go":    {PartTimestamp},

	"body_secret.go":    {PartSecretProof, PartNoProof},
	"sign.go":           {PartHeaderProof},
	"sign_parts.go":     {PartBodySignature, PartPartsSignature, PartKeySignature},
	"sign_hmac.go":      {PartBodySignature, PartPartsSignature},
	"sign_ed25519.go":   {PartKeySignature},
	"sign_standard.go":  {PartStandardWebhook},
	"sign_token.go":     {PartToken},
	"sign_timestamp.go": {PartPartsSignature, PartKeySignature},
}

//go:embed runtime/kit/*.go
var kitFiles embed.FS

// KitImport is what the sources of Kit import as the package that they test.
const KitImport = "github.com/webhookgen/webhookgen/templates/runtime"

// Kit returns the part of a test kit that is the same for every package with
// these features.
func Kit(f Features) []Source { return f.of(emitted(kitFiles, "runtime/kit")) }

// of returns those of the sources that are needed.
func (f Features) of(sources []Source) []Source {
	sources = slices.DeleteFunc(sources, func(s Source) bool { return !f.wants(s.Name) })
	for i := range sources {
		sources[i].Data = f.withRegions(sources[i].Data)
	}
	return sources
}

// scannerFiles are the part of the runtime that knows JSON and nothing else.
// They compile on their own.
var scannerFiles = []string{"limits.go", "names.go", "number.go", "scan.go", "skip.go", "syntax.go", "text.go"}

// Runtime returns the runtime of a generated package with these features,
// sorted by name.
func Runtime(f Features) []Source {
	files := emitted(runtimeFiles, "runtime")
	if !f.Trial { // a kit has its trial.go in any case
		files = slices.DeleteFunc(files, func(s Source) bool { return s.Name == "trial.go" || s.Name == "validate_trial.go" })
	}
	return f.of(files)
}

// partRegions are the names of the parts that have regions in files: what
// stands between a line //webhookgen:only NAME and a line //webhookgen:end.
var partRegions = map[string]Part{"secret": PartSecretProof, "header": PartHeaderProof, "timestamp": PartTimestamp}

const regionStart, regionEnd = "//webhookgen:only ", "//webhookgen:end"

// wantsRegion says whether a region is needed.
func (f Features) wantsRegion(name string) bool {
	switch name {
	case "trial":
		return f.Trial
	case "handshake":
		return f.Handshake
	case "borrow":
		return f.Borrow
	}
	return slices.Contains(f.Proof, partRegions[name])
}

// withRegions returns a file with the regions that are needed and no others.
// The lines that mark them go too, and all but one of the blank lines that
// meet for it. It is as gofmt leaves it, so a region holds what is aligned.
func (f Features) withRegions(data []byte) []byte {
	if !bytes.Contains(data, []byte(regionStart)) {
		return data
	}
	var out []byte
	keep := true
	for line := range bytes.Lines(data) {
		mark := string(bytes.TrimSpace(line))
		if name, ok := strings.CutPrefix(mark, regionStart); ok {
			keep = f.wantsRegion(name)
		} else if mark == regionEnd {
			keep = true
		} else if keep && (mark != "" || !bytes.HasSuffix(out, []byte("\n\n"))) {
			out = append(out, line...)
		}
	}
	return out
}

// Scanner returns the part of the runtime that checks JSON text strictly.
func Scanner() []Source {
	return slices.DeleteFunc(emitted(runtimeFiles, "runtime"), func(s Source) bool { return !slices.Contains(scannerFiles, s.Name) })
}
