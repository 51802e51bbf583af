// Command load puts a receiver under load: wrk, a second process, sends
// deliveries of every form as fast as it can, one request in a hundred hostile,
// to handlers that fail and panic. It prints what both sides have counted and
// fails if they differ: `make load`.
package main
