//go:build unix

package main

import (
	"os"
	"os/exec"
	"syscall"
)

// dropPrivileges makes cmd run as nobody if this process is root's.
func dropPrivileges(cmd *exec.Cmd) {
	if os.Getuid() == 0 {
		cmd.SysProcAttr = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: 65534, Gid: 65534}}
	}
}
