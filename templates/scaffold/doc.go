// Package scaffold holds the first files of a consumer, which webhookgen init
// writes once and the consumer owns from then on.
//
// In the room: the texts under files/, as templates, and filling in the few
// names that they need. May not enter: the disk, and anything that is
// generated again and again.
package scaffold
