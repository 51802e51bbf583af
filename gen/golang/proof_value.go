package golang

import (
	"net/textproto"

	"github.com/dave/jennifer/jen"
	"github.com/webhookgen/webhookgen/spec"
)

// proofValue returns the runtime's value for a proof.
func proofValue(p *spec.Proof) *jen.Statement {
	switch {
	case p.Scheme == spec.ProofStandardWebhooks:
		return jen.Id("standardSignature").Values(multiline(
			item("id", headerLit(p.ID)), item("header", headerLit(p.Header)), item("timestamp", timestampValue(p.Timestamp)))...)
	case p.Scheme == spec.ProofBasic:
		return jen.Id("headerToken").Values(multiline(
			item("header", headerLit(p.Header)), item("prefix", jen.Lit("Basic ")), item("scheme", jen.True()),
			item("encode", jen.Id("loginText")))...)
	case p.Scheme == spec.ProofBearer:
		items := []jen.Code{item("header", headerLit(p.Header)), item("prefix", jen.Lit(p.Prefix))}
		if p.Header == authorization {
			items = append(items, item("scheme", jen.True()))
		}
		return jen.Id("headerToken").Values(multiline(append(items,
			item("encode", jen.Func().Params(jen.Id("s").Id("Secret")).String().Block(jen.Return(jen.String().Call(jen.Id("s"))))))...)...)
	case p.Scheme == spec.ProofHMAC && isBodySignature(p):
		return jen.Id("bodySignature").Values(multiline(
			item("header", headerLit(p.Header)), item("prefix", jen.Lit(p.Prefix)),
			item("hash", hashFunc(p.Hash)), item("encode", encodeFunc(p.Encoding)))...)
	}
	return jen.Id("partsSignature").Values(multiline(partsItems(p)...)...)
}

func partsItems(p *spec.Proof) []jen.Code {
	by := jen.Id("macSigner").Values(hashFunc(p.Hash))
	if p.Scheme == spec.ProofEd25519 {
		by = jen.Id("keySigner").Values(decodeFunc(p.Encoding))
	}
	items := []jen.Code{item("header", headerLit(p.Header)), item("prefix", jen.Lit(p.Prefix)),
		item("by", by), item("encode", encodeFunc(p.Encoding))}
	if p.Pair != "" {
		items = append(items, item("pair", jen.Lit(p.Pair)), item("separator", jen.Lit(p.Separator)))
	}
	items = append(items, item("parts", jen.Index().Id("signedPart").ValuesFunc(func(g *jen.Group) {
		for _, part := range p.Signed {
			g.Add(signedPart(part))
		}
	})))
	if p.Timestamp != nil {
		items = append(items, item("timestamp", timestampValue(p.Timestamp)))
	}
	return items
}

func signedPart(part spec.SignedPart) jen.Code {
	switch part.Of {
	case spec.SignedBody:
		return jen.Values(item("of", jen.Id("partBody")))
	case spec.SignedTime:
		return jen.Values(item("of", jen.Id("partTimestamp")))
	case spec.SignedHeader:
		return jen.Values(item("header", headerLit(part.Text)))
	}
	return jen.Values(item("text", jen.Lit(part.Text)))
}

func timestampValue(t *spec.SignedTimestamp) jen.Code {
	var items []jen.Code
	if t.Header != "" {
		items = append(items, item("header", headerLit(t.Header)))
	} else {
		items = append(items, item("pair", jen.Lit(t.Pair)))
	}
	switch t.Form {
	case spec.UnixTime:
		items = append(items, item("unit", jen.Qual("time", "Second")))
	case spec.UnixMillis:
		items = append(items, item("unit", jen.Qual("time", "Millisecond")))
	}
	return jen.Id("signedTimestamp").Values(append(items, item("tolerance", duration(t.Tolerance)))...)
}

func hashFunc(name string) jen.Code {
	path := map[string]string{"sha1": "crypto/sha1", "sha256": "crypto/sha256", "sha512": "crypto/sha512"}[name]
	return jen.Qual(path, "New")
}

func encodeFunc(name string) jen.Code {
	if name == "hex" {
		return jen.Qual("encoding/hex", "EncodeToString")
	}
	return jen.Qual("encoding/base64", "StdEncoding").Dot("EncodeToString")
}

// decodeFunc returns what reads what encodeFunc writes, and all else that means
// the same.
func decodeFunc(name string) jen.Code {
	if name == "hex" {
		return jen.Qual("encoding/hex", "DecodeString")
	}
	return jen.Qual("encoding/base64", "StdEncoding").Dot("DecodeString")
}

func item(name string, value jen.Code) *jen.Statement { return jen.Id(name).Op(":").Add(value) }

// multiline puts each item on a line of its own.
func multiline(items ...jen.Code) []jen.Code {
	out := make([]jen.Code, 0, len(items)+1)
	for _, i := range items {
		out = append(out, jen.Line().Add(i))
	}
	return append(out, jen.Line())
}

// headerLit returns the name of a header as package net/http has it.
func headerLit(name string) jen.Code { return jen.Lit(textproto.CanonicalMIMEHeaderKey(name)) }
