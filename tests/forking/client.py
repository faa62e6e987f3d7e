"""Stands where the bot's process would: `python -S -E client.py ADDRESS -m bot COMMAND...`.

Whoever kills it kills the bot, since the server sees the connection end.
"""

import array
import os
import signal
import socket
import sys

_OURS = (0, 1, 2)


def main() -> None:
    """Ask for a bot with this process's arguments, surroundings and files; end as it ends."""
    address, *arguments = sys.argv[1:]
    server = socket.socket(socket.AF_UNIX)
    server.connect(address)
    for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
        signal.signal(number, lambda number, _: server.send(bytes([number])))
    # Without modules for it: to load them would take longer than all of this.
    here = os.getcwd()  # noqa: PTH109
    surroundings = (f"{name}={os.environ[name]}" for name in os.environ)
    order = "\0".join((here, str(len(arguments)), *arguments, *surroundings)).encode()
    files = (socket.SOL_SOCKET, socket.SCM_RIGHTS, array.array("i", _OURS))
    server.sendmsg([len(order).to_bytes(4, "big")], [files])
    server.sendall(order)
    status = int(server.recv(16) or str(signal.SIGKILL))
    if os.WIFSIGNALED(status):
        number = os.WTERMSIG(status)
        if number != signal.SIGKILL:
            signal.signal(number, signal.SIG_DFL)
        os.kill(os.getpid(), number)
    sys.exit(os.WEXITSTATUS(status))


main()
