package reference

import (
	"strings"

	"github.com/webhookgen/webhookgen/spec"
)

// proofNotes says what proves the sender.
func proofNotes(p *spec.Proof) []markdown {
	header := "the header " + code(p.Header)
	switch p.Scheme {
	case spec.ProofBodySecret:
		return []markdown{"The secret in " + code(p.Member) + " proves the sender."}
	case spec.ProofBasic:
		return []markdown{"A user and a password in " + header + " (" + code("Basic") + ") prove the sender."}
	case spec.ProofBearer:
		if p.Prefix != "" {
			return []markdown{"A secret in " + header + ", after " + code(p.Prefix) + ", proves the sender."}
		}
		return []markdown{"A secret in " + header + " proves the sender."}
	case spec.ProofStandardWebhooks:
		return []markdown{"A signature in " + header + " proves the sender, as Standard Webhooks says. It covers the headers " +
			code(p.ID) + " and " + code(p.Timestamp.Header) + " and the body.", toleranceNote(p.Timestamp)}
	}
	return signatureNotes(p, header)
}

func signatureNotes(p *spec.Proof, header markdown) []markdown {
	where := "in " + header
	switch {
	case p.Pair != "":
		where = "in the pairs " + code(p.Pair+"=") + " of " + header + ", separated by " + code(p.Separator) + ","
	case p.Prefix != "":
		where += ", after " + code(p.Prefix) + ","
	}
	what := "An HMAC with " + markdown(strings.ToUpper(p.Hash))
	if p.Scheme == spec.ProofEd25519 {
		what = "A signature with Ed25519"
	}
	out := []markdown{what + ", in " + markdown(p.Encoding) + ", " + where +
		" proves the sender. What is signed is " + code(signedText(p.Signed)) + "."}
	t := p.Timestamp
	switch {
	case t == nil:
		return out
	case t.Header != "":
		out = append(out, "The timestamp stands in the header "+code(t.Header)+formNote(t.Form)+".")
	default:
		out = append(out, "The timestamp stands in the pair "+code(t.Pair+"=")+" of "+header+formNote(t.Form)+".")
	}
	return append(out, toleranceNote(t))
}

// signedText returns what is signed as a specification writes it.
func signedText(parts []spec.SignedPart) string {
	var b strings.Builder
	for _, part := range parts {
		b.WriteString(part.String())
	}
	return b.String()
}

func formNote(f spec.TimestampForm) markdown {
	switch f {
	case spec.UnixMillis:
		return ", in milliseconds since 1970"
	case spec.RFC3339:
		return ", in the form of RFC 3339"
	}
	return ", in seconds since 1970"
}

func toleranceNote(t *spec.SignedTimestamp) markdown {
	return "A delivery whose timestamp is more than " + markdown(duration(t.Tolerance)) + " from now is refused."
}
