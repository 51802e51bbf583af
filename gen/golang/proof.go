package golang

import (
	"github.com/dave/jennifer/jen"
	"github.com/webhookgen/webhookgen/gen/plan"
	"github.com/webhookgen/webhookgen/spec"
	"github.com/webhookgen/webhookgen/templates"
)

// proofParts lists the parts of the runtime that a proof needs.
func proofParts(p *spec.Proof) []templates.Part {
	if p == nil {
		return []templates.Part{templates.PartNoProof}
	}
	if p.Scheme == spec.ProofBodySecret {
		return []templates.Part{templates.PartSecretProof}
	}
	parts := []templates.Part{templates.PartHeaderProof}
	switch {
	case p.Scheme == spec.ProofStandardWebhooks:
		parts = append(parts, templates.PartStandardWebhook)
	case p.Scheme == spec.ProofBasic:
		parts = append(parts, templates.PartToken, templates.PartBasic)
	case p.Scheme == spec.ProofBearer:
		parts = append(parts, templates.PartToken)
	case p.Scheme == spec.ProofEd25519:
		parts = append(parts, templates.PartKeySignature)
	case isBodySignature(p):
		parts = append(parts, templates.PartBodySignature)
	default:
		parts = append(parts, templates.PartPartsSignature)
	}
	if p.Timestamp != nil {
		parts = append(parts, templates.PartTimestamp)
	}
	return parts
}

// isBodySignature says whether a header is the HMAC of the body and no more.
func isBodySignature(p *spec.Proof) bool { return p.Pair == "" && len(p.Signed) == 1 }

// challenge returns the authentication scheme that an answer of 401 names.
func challenge(p *spec.Proof) string {
	switch {
	case p.Scheme == spec.ProofBasic:
		return "Basic"
	case p.Scheme == spec.ProofBearer && p.Header == authorization:
		return "Bearer"
	case p.Scheme == spec.ProofBodySecret, p.Scheme == spec.ProofBearer:
		return "Secret"
	}
	return "Signature"
}

const authorization = "Authorization"

// proof returns what proves the sender.
func proof(p *plan.Package) *jen.Statement {
	declared := p.API.Envelope.Proof
	switch {
	case declared == nil:
		return proofHooks(jen.List(jen.Id("opened").Values(), jen.Id("x").Dot("proveNothing").Call()), jen.True(), jen.False(), jen.False())
	case declared.Scheme == spec.ProofBodySecret:
		return secretProof(p, declared)
	}
	return headerProof(declared)
}

// secretProof returns what proves the sender by the body. Verify takes what
// Parse takes.
func secretProof(pkg *plan.Package, p *spec.Proof) *jen.Statement {
	s := comment("Verify proves the sender of a webhook by the secret in the member " + p.Member + " of its body: one of secrets must equal it. " +
		"The error is a *ProofError, or a *SyntaxError for a body that is not JSON.")
	var params []jen.Code
	header := jen.Nil()
	if pkg.API.Envelope.NeedsHeader() {
		params = append(params, jen.Id("header").Qual("net/http", "Header"))
		header = jen.Id("header")
	}
	params = append(params, jen.Id("body").Index().Byte(), jen.Id("secrets").Op("...").Id("Secret"))
	s.Func().Id("Verify").Params(params...).Error().Block(
		jen.Return(jen.Id("verifySecret").Call(header, jen.Id("body"), jen.Id("secrets")))).Line().Line()
	return s.Add(proofHooks(
		jen.Id("x").Dot("proveSecret").Call(jen.Id("ctx"), jen.Id("d")), jen.True(),
		jen.Id("r").Dot("SecretsFor").Op("!=").Nil(), jen.Id("s").Op("!=").Lit("")))
}

func headerProof(p *spec.Proof) *jen.Statement {
	s := comment("proof is how the sender proves itself.")
	s.Var().Id("proof").Op("=").Add(proofValue(p)).Line().Line()
	s.Add(comment(verifyDoc(p)))
	header := jen.Id("header").Qual("net/http", "Header")
	s.Func().Id("Verify").Params(header.Clone(), jen.Id("body").Index().Byte(), jen.Id("secrets").Op("...").Id("Secret")).Error().Block(
		jen.Return(jen.Id("proofError").Call(jen.Id("proof").Dot("verify").Call(jen.Id("header"), jen.Id("body"), jen.Id("secrets"))))).Line().Line()
	verify := jen.Id("Verify").Call(jen.Id("header"), jen.Id("sent"), jen.Id("secrets").Op("..."))
	if p.Timestamp != nil {
		own := func(name string) jen.Code { return jen.Id(name).Op(":").Id("r").Dot(name) }
		verify = jen.Id("Verifier").Values(jen.Id("Secrets").Op(":").Id("secrets"), own("Tolerance"), own("Now")).Dot("Verify").Call(jen.Id("header"), jen.Id("sent"))
	}
	s.Add(comment("verify is Verify as the receiver is set up."))
	s.Func().Params(jen.Id("r").Op("*").Id("Receiver")).Id("verify").Params(header, jen.Id("sent").Index().Byte(), jen.Id("secrets").Index().Id("Secret")).Error().Block(
		jen.Return(verify)).Line().Line()
	return s.Add(proofHooks(
		jen.List(jen.Id("opened").Values(), jen.True()), jen.Id("x").Dot("proveSent").Call(jen.Id("ctx"), jen.Id("header"), jen.Id("sent")),
		jen.Id("r").Dot("SecretsForHeader").Op("!=").Nil(), jen.Id("proof").Dot("usable").Call(jen.Id("s"))))
}

// proofHooks returns the methods by which the receiver calls the proof: one for
// a proof in the body, one for a proof in headers; and what it wants to know of
// secrets.
func proofHooks(body, header, looksUp, usable jen.Code) *jen.Statement {
	ctx := jen.Id("ctx").Qual("context", "Context")
	s := comment("proveBody proves the sender by what d has loaded.")
	s.Func().Params(jen.Id("x").Op("*").Id("exchange")).Id("proveBody").Params(ctx.Clone(), jen.Id("d").Op("*").Id("decoder")).
		Params(jen.Id("opened"), jen.Bool()).Block(jen.Return(body)).Line().Line()
	s.Add(comment("proveHeader proves the sender by a header and the body as it was sent."))
	s.Func().Params(jen.Id("x").Op("*").Id("exchange")).Id("proveHeader").Params(ctx, jen.Id("header").Qual("net/http", "Header"), jen.Id("sent").Index().Byte()).
		Bool().Block(jen.Return(header)).Line().Line()
	s.Add(comment("looksUp says whether there is a function that returns secrets."))
	s.Func().Params(jen.Id("r").Op("*").Id("Receiver")).Id("looksUp").Params().Bool().Block(jen.Return(looksUp)).Line().Line()
	s.Add(comment("isUsable says whether a secret can prove a sender."))
	return s.Func().Id("isUsable").Params(jen.Id("s").Id("Secret")).Bool().Block(jen.Return(usable)).Line()
}

// verifyDoc returns the comment on Verify for a proof in headers.
func verifyDoc(p *spec.Proof) string {
	what := map[spec.ProofScheme]string{
		spec.ProofHMAC:             "by the signature in its header " + p.Header + ": it must be one that a secret of secrets makes",
		spec.ProofEd25519:          "by the signature in its header " + p.Header + ": it must be one by the owner of a key of secrets, which are public keys in " + p.Encoding,
		spec.ProofStandardWebhooks: "as Standard Webhooks says: a signature in its header " + p.Header + " must be one by a secret of secrets, which are keys that begin with whsec_ or whpk_",
		spec.ProofBasic:            "by the user and the password in its header " + p.Header + ": one of secrets must be both, as user:password",
		spec.ProofBearer:           "by the secret in its header " + p.Header + ": it must be one of secrets",
	}[p.Scheme]
	s := "Verify proves the sender of a webhook " + what + ". body is what was sent, to the byte."
	if p.Timestamp != nil {
		s += " The timestamp must be no more than " + p.Timestamp.Tolerance.String() + " from now."
	}
	return s + " The error is a *ProofError."
}
