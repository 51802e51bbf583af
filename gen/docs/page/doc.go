// Package page turns a documentation page, Markdown or MDX, into headings,
// paragraphs, tables and fences with their places. It knows Markdown and
// nothing of webhooks. The Markdown library has its home here, and nothing of
// it leaves this room.
package page
