"""The shell: everything that touches a disk, a clock or a process. It calls the rooms and keeps what they return."""
