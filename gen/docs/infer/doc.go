// Package infer says what a documentation page says about webhooks: actions,
// groups, fields with their types, optional markers, enums, pushes, the
// envelope. It goes by the structure of the page and hardly by its words. It
// knows nothing of how a specification is written, and decides nothing: where
// the page contradicts itself or leaves something open, a Finding says so.
package infer
