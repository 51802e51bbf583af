package kit

import "github.com/webhookgen/webhookgen/spec"

// memberUnionOf returns the node of a union that is told by a member.
func memberUnionOf(u *spec.MemberUnion) *node {
	n := &node{Kind: "union", Closed: u.Closed, Member: u.Member}
	for _, v := range u.Variants {
		n.variants = append(n.variants, variant{Values: v.Values, Value: typeOf(&spec.Ref{Decl: v.Decl})})
	}
	return n
}

// kindUnionOf returns the node of a union that is told by JSON kind.
func kindUnionOf(u *spec.KindUnion) *node {
	n := &node{Kind: "kinds", Closed: u.Closed}
	for _, v := range u.Variants {
		n.variants = append(n.variants, variant{Kind: string(v.Kind), Value: typeOf(v.Type)})
	}
	return n
}

// trialUnionOf returns the node of a union that is told by trial.
func trialUnionOf(u *spec.TrialUnion) *node {
	n := &node{Kind: "trial", Closed: u.Closed, Exactly: u.Exactly}
	for _, v := range u.Variants {
		n.variants = append(n.variants, variant{Value: typeOf(v.Type)})
	}
	return n
}
