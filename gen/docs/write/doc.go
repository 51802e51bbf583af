// Package write turns what a page says into a specification: YAML text with
// comments that say where on the page each thing stands. It knows what infer
// knows and the spec language, and nothing of Markdown. Whatever comes from the
// page is quoted, so that it stays text.
package write
