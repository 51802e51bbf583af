// Package peers pins the generators that webhookgen is compared with, and what
// the code that they generate imports. It is a module of its own: no other part
// of the project needs any of it. The consumers that the command scale makes
// begin with its go.mod.
package peers
