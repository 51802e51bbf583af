// Package drift compares what a page says with a specification and says where
// they differ in meaning: in what deliveries are like. Wording, order, anchors
// and formatting are nothing to it, nor is what the specification knows from
// elsewhere or acknowledges by a remark. It changes nothing.
package drift
