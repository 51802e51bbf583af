package main

import (
	"regexp"
	"slices"
)

// reason is why some mutants make no difference: those whose whole name of
// matches.
type reason struct {
	of  *regexp.Regexp
	why string
}

func because(why string, names ...string) []reason {
	var out []reason
	for _, name := range names {
		out = append(out, reason{regexp.MustCompile("^" + name + "$"), why})
	}
	return out
}

// reasonOf returns the first of reasons that is one for a mutant, or nil.
func reasonOf(m *mutant, reasons []reason) *reason {
	name := m.String()
	for i := range reasons {
		if reasons[i].of.MatchString(name) {
			return &reasons[i]
		}
	}
	return nil
}

// Why a mutant makes no difference.
const (
	theMemberIsThere = "a value without the member is not taken for a wrapped one in the first place"
	onlyDepth        = "what Go's types hold already can be sent, and the place is never near the limit of nesting"
	neverWrapped     = "the bare value cannot look like a wrapped one"
	noneFitsTwo      = "no value fits two of the types, but those of a closed union, which refuses the rest all the same"
	takesAll         = "what is read takes any JSON"
	refusedAgain     = "what was refused, or is broken there, is refused again by the code after it"
	sameText         = "what is of no kind that is listed has the same text as a bool; drift tells of it, which is no check"
	shortcut         = "a short cut: the code after it comes to the same result"
	neverMet         = "nothing that comes so far meets it"
)

// equivalent is the closed list of mutants that make no difference, with the
// reason. One that is killed does not belong here, nor does one that no mutant
// needs.
var equivalent = slices.Concat(
	because(theMemberIsThere, `[\w./]+_shapes\.go: infoOf\w+: field 0 is not required, and is there`),
	because(onlyDepth, `.*: (elements are )?not checked, but for depth: .*`),
	because(neverWrapped,
		`.*checkBare\(c, v\.\w+, "\w+", \w+, func\(e \*encoder, v \[\].*`,
		`everything/maybe_wrapped_body_shapes\.go: .*not checked: checkBare\(.*`,
		`everything/maybe_amount_shapes\.go: .*checkBare\(.*`,
		`everything/wrapped_target_shapes\.go: .*not checked: checkBare\(.*`,
		`livechat/wrapped_customer_shapes\.go: .*not checked: checkBare\(.*`,
	),
	because(noneFitsTwo,
		`everything/(open_)?target_union\.go: .*not exactly`,
		`runtime/trial\.go: decoder\.trial: never: variant == manyVariants`,
	),
	because(takesAll,
		`everything/aliases_payload\.go: Aliases\.field: not checked: p = v\.WrappedAny\.read\(d, p\)`,
		`everything/trials_body_object\.go: TrialsBody\.field: not checked: .*inPlace\[OpenFirst\].*`,
	),
	because(refusedAgain,
		`runtime/\w+\.go: (decoder\.textIn|listIn|decoder\.pushName|oneOf|decoder\.constText): never: after < 0`,
		`runtime/number\.go: scanner\.numberSlow: never: p < 0`,
		`runtime/trial\.go: decoder\.tryAll: never: d\.problem != ""`,
		`runtime/handshake\.go: decoder\.isHandshake: (never: d\.text\[|taken for granted: after).*`,
		`runtime/proof_\w+\.go: \w*\.?(readPairs|areVersioned|verifiesEd25519): never: !ok`,
		`runtime/proof_\w+\.go: [\w.]+: taken for granted: (err == nil|len\(raw\) == ed25519\.SignatureSize)`,
		`runtime/proof_parts\.go: partsSignature\.read: never: reason != "" \(2\)`,
		`runtime/proof_ed25519\.go: keySigner\.fits: never: len\(text\) > .*`,
	),
	because(sameText, `livechat/(v36/)?\w+_union\.go: \w+\.read: case: kindNone instead of kindBool`),
	because(shortcut,
		`runtime/scalar_text\.go: decoder\.stringText: never: after-p == len\(s\)\+2`,
		`runtime/object\.go: decoder\.object: never: (p < 0 \(2\)|absent == 0 && .*)`,
		`runtime/scan\.go: scanner\.finish: never: p == s\.end`,
		`runtime/union\.go: decoder\.(member: never: text\[q\] == '}'|variant: never: d\.silent)`,
		`runtime/number\.go: wholeNumber: never: .* > 19`,
		`runtime/number\.go: compare: never: value < bound`,
		`runtime/trial\.go: decoder\.tryAll: never: keep && .*`,
		`runtime/form_body\.go: unescapeForm: never: !strings\.ContainsAny.*`,
	),
	because(neverMet,
		`runtime/decode\.go: decoder\.refuse: not refused: d\.violate\(.*`,
		`runtime/proof_timestamp\.go: signedTimestamp\.parse: never: err != nil \(2\)`,
		`runtime/route\.go: decoder\.routed: not noted: d\.add\(.*`,
	),
)
