// Package sample reads the samples of documentation: JSON as people type it,
// with comments, ellipses, trailing or missing commas and braces that do not
// match. It knows nothing of pages and of webhooks, it refuses nothing, and
// says what it had to overlook.
package sample
