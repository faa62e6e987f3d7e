"""Has loaded the bot's code, and forks for each client: `python -m tests.forking.server ADDRESS`.

It ends when its standard input does, and so do all that it started.
"""

from __future__ import annotations

import array
import gc
import os
import runpy
import selectors
import signal
import socket
import sys
from contextlib import suppress
from typing import NoReturn

_THREE_FILES = socket.CMSG_LEN(3 * array.array("i").itemsize)


class Server:
    """Bots, each with the connection of the client that stands for it."""

    def __init__(self, address: str) -> None:
        self._door = socket.socket(socket.AF_UNIX)
        self._door.bind(address)
        self._door.listen()
        self._bots: dict[int, socket.socket] = {}
        self._woken, self._wakes = socket.socketpair()
        for end in (self._woken, self._wakes):
            end.setblocking(False)
        signal.set_wakeup_fd(self._wakes.fileno())
        signal.signal(signal.SIGCHLD, lambda _number, _frame: None)
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        self._watched = selectors.DefaultSelector()
        for each in (self._door, self._woken, sys.stdin):
            self._watched.register(each, selectors.EVENT_READ)

    def serve(self) -> None:
        """Start, pass on and clear up, until nobody gives orders any more."""
        while True:
            ready = [key.fileobj for key, _ in self._watched.select()]
            if sys.stdin in ready:
                return
            # Whoever was killed is gone before somebody new comes.
            for pid, client in list(self._bots.items()):
                if client in ready:
                    self._hear(pid, client)
            if self._woken in ready:
                self._woken.recv(4096)
                self._bury()
            if self._door in ready:
                self._start(self._door.accept()[0])

    def end(self) -> None:
        """None outlives the server."""
        for pid in self._bots:
            os.kill(pid, signal.SIGKILL)

    def _start(self, client: socket.socket) -> None:
        order, files = _read(client)
        if order is None:
            # Its client was killed before it had said what it wants.
            client.close()
            return
        pid = os.fork()
        if pid == 0:
            # The others are the server's.
            self._bots.clear()
            _become(order, files)
        for each in files:
            os.close(each)
        self._bots[pid] = client
        self._watched.register(client, selectors.EVENT_READ)

    def _hear(self, pid: int, client: socket.socket) -> None:
        number = _received(client, 1)
        os.kill(pid, number[0] if number else signal.SIGKILL)
        if not number:
            self._ended(pid, os.waitpid(pid, 0)[1])

    def _bury(self) -> None:
        for pid in list(self._bots):
            ended, status = os.waitpid(pid, os.WNOHANG)
            if ended:
                self._ended(pid, status)

    def _ended(self, pid: int, status: int) -> None:
        client = self._bots.pop(pid)
        self._watched.unregister(client)
        # Nobody may be there any more to be told.
        with client, suppress(ConnectionError):
            client.send(str(status).encode())


def _read(client: socket.socket) -> tuple[str | None, list[int]]:
    """What a client asks for, and its three files; None if it has gone meanwhile."""
    try:
        length, ancillary, _, _ = client.recvmsg(4, _THREE_FILES)
    except ConnectionError:
        return None, []
    files = list(array.array("i", ancillary[0][2])) if ancillary else []
    order = b""
    while files and len(order) < int.from_bytes(length, "big"):
        part = _received(client, 1 << 16)
        if not part:
            break
        order += part
    if files and len(order) == int.from_bytes(length, "big"):
        return order.decode(), files
    for each in files:
        os.close(each)
    return None, []


def _received(client: socket.socket, most: int) -> bytes:
    """What a client sent; nothing if it has gone."""
    try:
        return client.recv(most)
    except ConnectionError:
        return b""


def _become(order: str, files: list[int]) -> NoReturn:
    """The bot: with the client's surroundings, and nothing of the server's."""
    signal.set_wakeup_fd(-1)
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    signal.signal(signal.SIGINT, signal.default_int_handler)
    for place, file in enumerate(files):
        os.dup2(file, place)
    os.closerange(3, os.sysconf("SC_OPEN_MAX"))
    folder, count, *rest = order.split("\0")
    os.chdir(folder)
    os.environ.clear()
    os.environ.update(each.split("=", 1) for each in rest[int(count) :])
    how, what, *words = rest[: int(count)]
    sys.argv = [what if how == "-m" else how, *words]
    sys.stdin, sys.stdout, sys.stderr = (os.fdopen(place, mode) for place, mode in enumerate("rww"))
    if how == "-m":
        runpy.run_module(what, run_name="__main__", alter_sys=True)
    else:
        exec(compile(what, "<string>", "exec"), {"__name__": "__main__"})
    sys.exit()


def main() -> None:
    """Load what a bot and a rehearsal need, and say so."""
    # Not above: the pieces that a bot loads late are what takes long.
    import bot.__main__  # noqa: PLC0415
    import bot.app  # noqa: PLC0415
    import bot.commands  # noqa: PLC0415
    import rehearsal.__main__  # noqa: PLC0415
    from bot.core.wording import Wording  # noqa: PLC0415
    from config.settings import WORDING  # noqa: PLC0415

    # They are run from their first line at each start, and then called so.
    del sys.modules["bot.__main__"], bot.__main__
    del sys.modules["rehearsal.__main__"], rehearsal.__main__
    Wording(WORDING)
    gc.collect()
    gc.freeze()
    server = Server(sys.argv[1])
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    try:
        server.serve()
    finally:
        server.end()


if __name__ == "__main__":
    main()
