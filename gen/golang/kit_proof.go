package golang

import (
	"crypto/ed25519"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"

	"github.com/dave/jennifer/jen"
	"github.com/webhookgen/webhookgen/spec"
)

// kitSecret is the secret of all deliveries that a kit makes, as plain text.
const kitSecret = "a secret for tests"

// kitSecretFor returns it in the form that a scheme needs.
func kitSecretFor(p *spec.Proof) string {
	switch {
	case p == nil:
	case p.Scheme == spec.ProofStandardWebhooks:
		return "whsec_" + base64.StdEncoding.EncodeToString([]byte(kitSecret))
	case p.Scheme == spec.ProofBasic:
		return "user:" + kitSecret
	case p.Scheme == spec.ProofEd25519:
		return kitPublicKey(p.Encoding)
	}
	return kitSecret
}

// kitSecretDoc returns the comment on the kit's secret.
func kitSecretDoc(p *spec.Proof) string {
	if p == nil || p.Scheme != spec.ProofEd25519 {
		return "Secret is what proves the deliveries of this package."
	}
	return "Secret is the public key for the deliveries of this package. Sign has the private one, and takes others, in " + p.Encoding + "."
}

// kitPublicKey returns the key that goes with the private one that a kit makes
// of kitSecret.
func kitPublicKey(encoding string) string {
	seed := sha256.Sum256([]byte(kitSecret))
	public := ed25519.NewKeyFromSeed(seed[:]).Public().(ed25519.PublicKey)
	if encoding == "hex" {
		return hex.EncodeToString(public)
	}
	return base64.StdEncoding.EncodeToString(public)
}

// kitSigns says whether the proof of a delivery stands outside its body.
func kitSigns(p *spec.Proof) bool { return p != nil && p.Scheme != spec.ProofBodySecret }

// kitSigner returns what signs the deliveries of a kit; nothing where their
// body holds the proof.
func kitSigner(p *spec.Proof) *jen.Statement {
	if !kitSigns(p) {
		return jen.Null()
	}
	s := jen.Line().Add(comment("signer signs as the sender does."))
	return s.Var().Id("signer").Op("=").Add(signerValue(p)).Line()
}

func signerValue(p *spec.Proof) *jen.Statement {
	switch p.Scheme {
	case spec.ProofStandardWebhooks:
		return jen.Id("standardSigner").Values(item("id", headerLit(p.ID)), item("timestamp", headerLit(p.Timestamp.Header)), item("signature", headerLit(p.Header)))
	case spec.ProofBasic:
		return jen.Id("tokenSigner").Values(item("header", headerLit(p.Header)), item("prefix", jen.Lit("Basic ")), item("encode", encodeFunc("base64")))
	case spec.ProofBearer:
		asText := jen.Func().Params(jen.Id("b").Index().Byte()).String().Block(jen.Return(jen.String().Call(jen.Id("b"))))
		return jen.Id("tokenSigner").Values(item("header", headerLit(p.Header)), item("prefix", jen.Lit(p.Prefix)), item("encode", asText))
	}
	by := jen.Id("hmacOf").Call(hashFunc(p.Hash))
	if p.Scheme == spec.ProofEd25519 {
		by = jen.Id("ed25519Of").Call(decodeFunc(p.Encoding))
	}
	items := []jen.Code{
		item("header", headerLit(p.Header)), item("prefix", jen.Lit(signaturePrefix(p))),
		item("by", by), item("encode", encodeFunc(p.Encoding)),
		item("parts", kitStrings(signedTexts(p.Signed))),
	}
	if t := p.Timestamp; t != nil {
		stamp := map[spec.TimestampForm]string{spec.UnixTime: "unixSeconds", spec.UnixMillis: "unixMillis", spec.RFC3339: "rfc3339"}[t.Form]
		items = append(items, item("stamp", jen.Id(stamp)))
		if t.Header != "" {
			items = append(items, item("stampIn", headerLit(t.Header)))
		} else {
			items = append(items, item("stampPair", jen.Lit(t.Pair+"=%s"+p.Separator)))
		}
	}
	return jen.Id("partsSigner").Values(multiline(items...)...)
}

// signaturePrefix returns what stands before a signature in its header.
func signaturePrefix(p *spec.Proof) string {
	if p.Pair != "" {
		return p.Pair + "="
	}
	return p.Prefix
}

// signedTexts returns what is signed as a specification writes it, in parts.
func signedTexts(parts []spec.SignedPart) []string {
	var out []string
	for _, part := range parts {
		out = append(out, part.String())
	}
	return out
}
