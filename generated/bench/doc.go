// Command bench measures generated code against its peers: the time from the
// bytes of a delivery to its handler.
//
// All of it runs in one process, the contenders in turn, so that a noisy
// machine is noisy for everybody; what counts are the ratios. It is a module of
// its own, so that no consumer inherits the peers.
package main
